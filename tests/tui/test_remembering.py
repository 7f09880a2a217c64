"""How a map was looked at comes back at its next opening, as far as the map still has it, and is no part of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.document import Document
from argmap.model import ClaimId
from argmap.settings import read_view, write_view
from argmap.tui import remembering
from argmap.tui.actions import STANDARD
from argmap.tui.app import ArgmapApp
from argmap.tui.remembering import Remembered, look_as, view_of
from argmap.tui.tree import ArgumentTree
from tests.strategies import maps
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from argmap.model import ArgumentMap


@pytest.fixture
async def person(app: ArgmapApp) -> AsyncIterator[Person]:
    async with at(app) as pilot:
        yield Person(app, pilot)


def _tree(map_: ArgumentMap) -> ArgumentTree:
    return ArgumentTree(map_, STANDARD)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda values: st.lists(values, max_size=3) | st.dictionaries(st.text(), values, max_size=3),
    max_leaves=8,
)
_KEYS = ("level", "folds", "focus", "cursor", "wrapping", "bookmarks")


class TestBookmarks:
    async def test_a_bookmark_is_seen_and_taken_off(self, person: Person) -> None:
        await person.go(9)
        await person.press("b")
        assert "Bookmark on C9" in person.status
        assert any(line.startswith(">'") for line in person.seen().splitlines())
        await person.press("k")
        assert any(line.startswith(" '") for line in person.seen().splitlines())
        await person.press("j", "b")
        assert "no bookmark" in person.status
        assert not any(line.startswith((">'", " '")) for line in person.seen().splitlines())

    async def test_they_are_gone_through_in_the_order_of_the_tree(self, person: Person) -> None:
        await person.press("'")
        assert "b on a claim sets one" in person.status
        for number in (12, 4, 9):
            await person.go(number)
            await person.press("b")
        await person.press("z", "M", "g", "g")
        for label in ("C4", "C9", "C12", "C4"):
            await person.press("'")
            assert person.here == label
        assert "Bookmark 1 of 3: C4." in person.status

    async def test_only_claims_take_one(self, person: Person) -> None:
        await person.press("b")
        assert "Choose a claim" in person.status
        assert not person.screen.tree_view.bookmarks

    async def test_the_map_is_not_changed(self, person: Person) -> None:
        before = person.app.document.path.read_bytes()
        await person.go(9)
        await person.press("b")
        assert person.app.document.path.read_bytes() == before


class TestComingBack:
    async def test_everything_is_as_it_was_left(self, document: Document) -> None:
        async with at(ArgmapApp(document)) as pilot:
            person = Person(pilot.app, pilot)  # type: ignore[arg-type]  # the app that was made here
            await person.go(8)
            await person.press("b", "w", "z", "2")
            await person.go(7)
            await person.press("f")
            await person.go(9)
            await person.press("h")
            left = view_of(person.screen.tree_view)
        app = ArgmapApp(Document.open(document.path, author="tester"))
        async with at(app) as pilot:
            person = Person(app, pilot)
            await pilot.pause()
            assert view_of(person.screen.tree_view) == left
            assert person.here == "C9"
            assert person.screen.tree_view.rows.focus == person.id(7)
            assert person.screen.tree_view.bookmarks == {person.id(8)}
            assert "Focus on C7" in person.seen()

    async def test_the_claim_asked_for_comes_before_the_one_left(self, document: Document) -> None:
        async with at(ArgmapApp(document)) as pilot:
            await pilot.press("G")
        claim = document.map.positions()[1].id
        app = ArgmapApp(document, claim)
        async with at(app) as pilot:
            await pilot.pause()
            assert Person(app, pilot).here == "C2"

    async def test_looking_alone_at_the_first_row_writes_nothing(self, document: Document) -> None:
        async with at(ArgmapApp(document)) as pilot:
            await pilot.press("j", "k")
        assert read_view(document.path) == {}

    async def test_changes_are_written_while_one_goes_on(
        self, document: Document, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(remembering, "_SECONDS", 0.01)
        app = ArgmapApp(document)
        async with at(app) as pilot:
            await pilot.press("G")
            while not read_view(document.path):
                await pilot.pause(0.01)
            assert read_view(document.path)["cursor"] == list(app.screen.tree_view.row.place)  # type: ignore[attr-defined]

    async def test_a_late_thread_brings_back_nothing_old(
        self, document: Document, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What a slow thread writes after the end is what was seen last."""
        tree = _tree(document.map)
        remembered = Remembered(document.path, tree)
        written: list[Any] = []
        monkeypatch.setattr(remembering, "write_view", lambda _, view: written.append(view))
        late: list[Any] = []
        monkeypatch.setattr(tree, "run_worker", lambda work, **_: late.append(work))
        tree.bookmarks = {document.map.positions()[0].id}
        remembered._keep_aside()
        tree.bookmarks = set()
        remembered.keep()
        for work in late:
            work()
        assert written[-1]["bookmarks"] == []


@given(maps(), st.data())
def test_a_view_holds_what_it_was_made_from(map_: ArgumentMap, data: st.DataObject) -> None:
    """Through JSON and back, any folds, focus and bookmarks show the same rows."""
    tree = _tree(map_)
    rows = tree.rows
    rows.folds.to_level(data.draw(st.none() | st.integers(0, 4)))
    rows.rebuild()
    for index, closes in data.draw(st.lists(st.tuples(st.integers(0, 60), st.booleans()), max_size=6)):
        (rows.fold if closes else rows.unfold)(index % len(rows))
    if map_.claims:
        claims = st.sampled_from(sorted(map_.claims))
        rows.focus_on(data.draw(st.none() | claims))
        tree.bookmarks = set(data.draw(st.lists(claims, max_size=4)))
    other = _tree(map_)
    look_as(other, json.loads(json.dumps(view_of(tree))))
    assert [row.place for row in other.rows.visible] == [row.place for row in rows.visible]
    assert other.bookmarks == tree.bookmarks
    assert view_of(other) == view_of(tree)


@given(maps(), st.dictionaries(st.sampled_from(_KEYS), _JSON))
def test_whatever_stands_in_a_view_the_map_is_shown(map_: ArgumentMap, view: dict[str, Any]) -> None:
    tree = _tree(map_)
    place = look_as(tree, view)
    assert place is None or tree.rows.reveal(place) is not None
    assert len(tree.rows) >= 1
    assert tree.bookmarks <= set(map_.claims)


async def test_what_is_gone_from_the_map_is_left_out(document: Document) -> None:
    gone = ClaimId("0" * 32)
    view = {
        "folds": [[None, gone, False]],
        "focus": gone,
        "cursor": [None, gone],
        "bookmarks": [gone],
    }
    write_view(document.path, view)
    app = ArgmapApp(document)
    async with at(app) as pilot:
        person = Person(app, pilot)
        await pilot.pause()
        assert person.here == "question"
        assert person.screen.tree_view.rows.focus is None
        assert not person.screen.tree_view.bookmarks
        assert not person.status
