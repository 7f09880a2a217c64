"""A map whose every text is hostile can be opened, walked, searched and begun to be edited: it is only ever text."""

from __future__ import annotations

import asyncio
from dataclasses import fields, replace
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from textual import events

from argmap.document import Document
from argmap.model import Alias, AliasId, Dependence, Distinct, Passage, Source, Term, Verdict
from argmap.tui.action import DETAIL, TREE
from argmap.tui.actions import in_pane
from argmap.tui.app import ArgmapApp
from argmap.tui.messages import Act
from argmap.tui.screen import MapScreen
from tests.store.raw import quick_folder
from tests.tui.conftest import sample_entities
from tests.tui.test_clean import UNSAFE

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot
    from textual.strip import Strip

    from argmap.model import Entity

MARKUP = "[b]bold[/b] [/] [/b] [@click=app.quit]x[/] [link=https://evil.example]y[/link] [red on blue"
FORMATS = "{0} {name!r:>9} %s %(x)d $HOME {"
STEERING = (
    "\x1b[2J\x1b[H",
    "\x1b]52;c;aGFja2Vk\x07",
    "\x1b]0;title\x1b\\",
    "\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\",
    "\x9b31m",
    "\x9d52;c;aGFja2Vk\x9c",
    "\u202egnp.exe",
    "\u2066hidden",
    "\u2069\u2069",
    "a\rb",
    "\x08\x08\x7f",
    "\u2028\u2029\ufeff\ufff9",
    "\U000e0041",
)
_KEPT = {"order", "extras", "moved", "numbering", "semantics"}
_SIZES = [(80, 24), (60, 20), (140, 40)]

_pieces = st.one_of(
    st.sampled_from((*STEERING, MARKUP, FORMATS)),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12),
    st.text(st.sampled_from("\x1b\x9b\x07\n\t[]/@=\\{}%\u202e\u2067\u0301\u200d日"), max_size=8),
)
texts = st.lists(_pieces, min_size=1, max_size=4).map(lambda pieces: f"W{''.join(pieces)}"[:160])


def hostile_entities(text: str) -> list[Entity]:
    """The map with everything in it, and *text* in every field of every entity that takes words."""
    made = sample_entities()
    source = next(entity for entity in made if isinstance(entity, Source))
    claim = made[1]
    made += [
        Alias(id=AliasId("gone99"), survivor=claim.id, number=99, text="x"),  # type: ignore[arg-type]
        Dependence(passages=(Passage(source.id, "1"), Passage(source.id, "2")), note="x"),
        Term(words=("a", "b")),
        Distinct(wordings=("a", "b"), verdict=next(iter(Verdict))),
    ]
    return [_spoilt(entity, text) for entity in made]


def _spoilt(entity: Entity, text: str) -> Entity:
    changed: dict[str, object] = {
        field.name: text for field in fields(entity) if field.type == "str" and field.name not in _KEPT
    }
    if hasattr(entity, "tags"):
        changed["tags"] = (text, MARKUP)
    if isinstance(entity, Term):
        changed["words"] = (text, MARKUP)
    if isinstance(entity, Distinct):
        changed["wordings"] = tuple(sorted({f"{text}1", f"{text}2"}))
    return replace(entity, **changed)  # type: ignore[arg-type]


def hostile_name(text: str) -> str:
    """A file name as hostile as a file system allows."""
    return text.replace("/", "").encode()[:80].decode(errors="ignore").strip() + ".argmap"


class Walk:
    """Somebody who looks at everything, and at every character that would go to the terminal."""

    def __init__(self, app: ArgmapApp, pilot: Pilot[None], text: str) -> None:
        self.app = app
        self.pilot = pilot
        self.text = text
        self.said: list[str] = []

    @property
    def screen(self) -> MapScreen:
        screen = self.app.screen
        assert isinstance(screen, MapScreen), screen
        return screen

    async def look(self) -> None:
        """Let what was asked for happen, and look at the screen."""
        await self.pilot.pause(0)
        await self.pilot.pause(0)
        for strip in self.app.screen._compositor.render_strips():
            self._inspect(strip)
        for screen in self.app.screen_stack:
            if isinstance(screen, MapScreen):
                assert "should not have happened" not in "".join(said for _, said in screen.status._left)

    @staticmethod
    def _inspect(strip: Strip) -> None:
        for segment in strip:
            assert not segment.control
            assert not UNSAFE.search(segment.text), repr(segment.text)
            if segment.style is not None:
                assert segment.style.link is None
                assert "@click" not in segment.style.meta

    async def act_everywhere(self) -> None:
        """Do all that edits nothing, from the tree and from the detail pane."""
        for pane in (TREE, DETAIL):
            for action in in_pane(pane):
                if action.edits or action.id in {"quit", "tour"}:  # what leaves this map
                    continue
                (self.screen.detail if pane == DETAIL else self.screen.tree_view).focus()
                key = action.keys[0].split(" ")[-1] if action.keys else ""
                self.screen.tree_view.post_message(Act(action.id, key))
                await self.look()
                await self.paste()
                await self.leave()

    async def walk(self) -> None:
        """Stand on every row."""
        tree = self.screen.tree_view
        tree.rows.folds.to_level(None)
        tree.rows.rebuild()
        for index in range(len(tree.rows)):
            tree.jump(index)
            await self.look()

    async def write_everywhere(self) -> None:
        """Open the editor for everything that can be typed on a row that takes it all."""
        tree = self.screen.tree_view
        tree.jump(next(index for index, row in enumerate(tree.rows.visible) if row.inference is not None))
        for kind in ("edit", "reason", "objection", "co-premise", "undercut", "backing", "sibling", "position"):
            self.screen.write(kind)
            await self.look()
            await self.paste()
            await self.leave()

    async def paste(self) -> None:
        """Paste the hostile text wherever the keyboard is."""
        if self.app.focused is not None and self.app.focused is not getattr(self.app.screen, "tree_view", None):
            self.app.focused.post_message(events.Paste(self.text))
            await self.look()

    async def leave(self) -> None:
        """Leave what is open."""
        for _ in range(6):
            if isinstance(self.app.screen, MapScreen) and self.app.focused is self.screen.tree_view:
                return
            self.app.post_message(events.Key("escape", None))
            await self.pilot.pause()  # a dialog takes its time to close
            await self.look()
        assert self.app.focused is self.screen.tree_view, "Esc leads back to the tree"


async def _meet(text: str, folder: Path, size: tuple[int, int], *, ascii_only: bool) -> None:
    document = Document.create(folder / hostile_name(text), hostile_entities(text), author=text)
    app = ArgmapApp(document, ascii_only=ascii_only)
    async with app.run_test(size=size) as pilot:
        walk = Walk(app, pilot, text)
        await walk.look()
        await walk.walk()
        await walk.act_everywhere()
        await walk.write_everywhere()
        assert document.map.claims[walk.screen.tree_view.rows.places.positions[0]].text == text


@settings(max_examples=1, deadline=None, suppress_health_check=list(HealthCheck))
@example(text="W" + "".join(STEERING), size=(80, 24), ascii_only=False)
@example(text=f"W{MARKUP} {FORMATS}", size=(140, 40), ascii_only=True)
@given(texts, st.sampled_from(_SIZES), st.booleans())
def test_hostile_text_in_every_field_is_only_text(text: str, size: tuple[int, int], ascii_only: bool) -> None:
    with quick_folder() as folder:
        asyncio.run(_meet(text, folder, size, ascii_only=ascii_only))


async def test_markup_is_shown_as_it_was_written() -> None:
    with quick_folder() as folder:
        app = ArgmapApp(Document.create(folder / "m.argmap", hostile_entities("[b]x[/b] [/] {0}"), author="tester"))
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.press("j", "e")
            lines = ["".join(part.text for part in strip) for strip in app.screen._compositor.render_strips()]
            shown = [line for line in lines if "[b]x[/b] [/] {0}" in line]
            assert len(shown) >= 5  # crumbs, tree, editor, detail pane
