"""Every action of the registry, on every kind of row: none fails, each is answered, and each edit can be taken back."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest

from argmap.document import Document
from argmap.editing import set_title
from argmap.model import ArgumentMap, Claim
from argmap.tui.action import DETAIL, MOVE, VIEW, Action
from argmap.tui.actions import ACTIONS
from argmap.tui.app import ArgmapApp
from argmap.tui.messages import Act
from argmap.tui.places import LOOSE, QUESTION, UNPLACED
from argmap.tui.screen import MapScreen
from tests.store.raw import quick_folder
from tests.tui.conftest import sample_entities

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from argmap.outlines.walk import Place
    from argmap.tui.places import Row

SIZE = (80, 24)
FAULT = "That should not have happened"
_MOST_STEPS = 5
_numbers = count(1)


def _full(number: int) -> Callable[[ArgumentMap, Row], bool]:
    """The row on which the claim of this number is shown in full."""

    def is_it(map_: ArgumentMap, row: Row) -> bool:
        return row.is_claim and not row.repeat and map_.claims[row.claim].number == number

    return is_it


KINDS: dict[str, Callable[[ArgumentMap, Row], bool]] = {
    "the question": lambda _, row: row.place == QUESTION,
    "a position": _full(1),
    "the last position": _full(2),
    "a reason": _full(8),
    "an objection": _full(9),
    "a premise of two": _full(3),
    "the last premise of two": _full(4),
    "an undercut": _full(6),
    "a repeat": lambda _, row: row.repeat,
    "a claim under no position": _full(11),
    "an unplaced claim": _full(13),
    "a heading": lambda _, row: row.place == LOOSE,
    "the other heading": lambda _, row: row.place == UNPLACED,
}
"""The kinds of rows, and how to know one."""

MOST_UNLIKE = ["the question", "a reason", "a repeat", "a heading"]
"""The kinds on which what does not edit is tried: those that move and fold in ways of their own."""

EMPTY = "an empty map"


class Stand:
    """One open map, on which an action is tried."""

    def __init__(self, app: ArgmapApp, pilot: Pilot[None], said: list[str]) -> None:
        self.app = app
        self.pilot = pilot
        self.said = said
        self.document = app.document
        (self.screen,) = (screen for screen in app.screen_stack if isinstance(screen, MapScreen))

    async def settle(self) -> None:
        """Let everything that was asked for happen."""
        for _ in range(2):
            await self.pilot.pause(0)

    async def calm_down(self) -> None:
        """Leave whatever is open with Esc."""
        for _ in range(6):
            if self.app.screen is self.screen and self.app.focused is self.screen.tree_view:
                return
            await self.pilot.press("escape")
        assert self.app.screen is self.screen, "Esc leads out of everything"
        self.screen.tree_view.focus()
        await self.settle()

    async def begin_on(self, kind: str) -> None:
        """Stand on a row of this kind, in the map as it was, with nothing said."""
        await self.calm_down()
        tree, map_ = self.screen.tree_view, self.document.map
        tree.rows.folds.focus = ()
        tree.rows.folds.to_level(None)
        tree.show_map(map_)
        is_it = KINDS.get(kind, KINDS["the question"])
        tree.jump(next(index for index, row in enumerate(tree.rows.visible) if is_it(map_, row)))
        self.screen.say("")
        await self.settle()
        self.said.clear()

    def view(self) -> list[object]:
        """All that a person could see change."""
        tree, app = self.screen.tree_view, self.app
        return [
            len(self.document.log()),
            [row.place for row in tree.rows.visible],
            tree.cursor,
            tree.scroll_offset,
            tree.rows.heights.total,
            tree.found,
            app.focused,
            len(app.screen_stack),
            app.theme,
            self.screen.detail._top,
            app._exit,
        ]

    async def perform(self, action: Action, key: str) -> None:
        """Do the action as its key, its place in the help or the mouse does it."""
        if action.where == DETAIL:
            self.screen.detail.focus()
            await self.settle()
        self.screen.tree_view.post_message(Act(action.id, key))
        await self.settle()

    async def answer(self, *, enter: bool) -> None:
        """Type what is asked for and save it; in a list or a form, press Enter, or leave it."""
        for _ in range(3):
            if self.app._exit:
                return
            if self.app.screen is self.screen and self.screen.editor.display:
                self.screen.editor.insert(f"Words {next(_numbers)} of a test.")
                self.screen.editor.action_save()
                await self.settle()
            elif self.app.screen is not self.screen and enter:
                await self.pilot.press("enter")
                await self.settle()
        if not self.app._exit:
            await self.calm_down()

    def take_back(self, action: Action, before: ArgumentMap, place: Place) -> None:
        """Undo what was done (what is an undo: do it again), and find the map as it was, and the cursor."""
        back = "redo" if action.id == "undo" else "undo"
        is_changed = self.document.map != before
        for _ in range(_MOST_STEPS):
            if self.document.map == before:
                break
            self.screen.act(Act(back))
        assert self.document.map == before, "undo gives the map back"
        if is_changed and action.id not in {"undo", "redo"}:
            assert self.screen.tree_view.row.place == place, f"at {self.screen.tree_view.row.place}, not {place}"


def _document(folder: Path, kind: str) -> Document:
    """A fresh map with a step to undo and a step to do again."""
    document = Document.create(
        folder / f"{next(_numbers)}.argmap", [] if kind == EMPTY else sample_entities(), author="tester"
    )
    document.do(set_title(document.map, "Once"))
    document.do(set_title(document.map, "Twice"))
    document.undo()
    return document


async def _try(stand: Stand, action: Action, kind: str, key: str, *, enter: bool) -> None:
    await stand.begin_on(kind)
    before, view = ArgumentMap(stand.document.map.entities()), stand.view()
    place = stand.screen.tree_view.row.place
    await stand.perform(action, key)
    is_answered = stand.view() != view or any(stand.said)
    await stand.answer(enter=enter)
    assert not any(FAULT in sentence for sentence in stand.said), stand.said
    is_plain = action.group in {MOVE, VIEW} or action.id == "select-none"  # that it goes no further can be seen
    if not is_answered and not is_plain:
        pytest.fail("nothing happened and nothing was said")
    if not action.edits and not enter:
        assert stand.document.map == before
    if not stand.app._exit:
        stand.take_back(action, before, place)


async def _on_all_rows(
    action: Action, folder: Path, kinds: list[str], said: list[str], *, by_key: bool, enter: bool
) -> list[str]:
    """Try an action on rows of all kinds, and return what went wrong; whoever ends the program begins another."""
    wrong: list[str] = []
    key = action.keys[0].split(" ")[-1] if by_key and action.keys else ""
    waiting = list(kinds)
    while waiting:
        app = ArgmapApp(_document(folder, waiting[0]))
        async with app.run_test(size=SIZE) as pilot:
            stand = Stand(app, pilot, said)
            while waiting and not app._exit:
                kind = waiting.pop(0)
                try:
                    await _try(stand, action, kind, key, enter=enter)
                except (AssertionError, pytest.fail.Exception) as error:
                    wrong.append(f"{kind}: {error}")
                    break
    return wrong


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every sentence that the screen says."""
    sentences: list[str] = []
    say = MapScreen.say

    def listen(screen: MapScreen, sentence: str, *, error: bool = False) -> None:
        sentences.append(sentence)
        say(screen, sentence, error=error)

    monkeypatch.setattr(MapScreen, "say", listen)
    return sentences


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
async def test_it_works_or_says_why_not_on_every_row(action: Action, said: list[str]) -> None:
    """By its key; what it opens is filled in, or left with Esc."""
    with quick_folder() as folder:
        assert not await _on_all_rows(
            action, folder, list(KINDS) if action.edits else MOST_UNLIKE, said, by_key=True, enter=False
        )


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
async def test_it_works_from_the_help_and_on_an_empty_map(action: Action, said: list[str]) -> None:
    """Without a key; what it opens is answered with Enter."""
    with quick_folder() as folder:
        assert not await _on_all_rows(action, folder, [EMPTY], said, by_key=False, enter=True)


def test_there_is_a_row_of_every_kind(sample_map: ArgumentMap) -> None:
    from argmap.tui.rows import Rows

    rows = Rows(sample_map).visible
    assert all(any(is_it(sample_map, row) for row in rows) for is_it in KINDS.values())
    assert sample_map.numbered(Claim, 13)
