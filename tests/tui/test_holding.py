"""Holding: what somebody reads stays on its line while rows elsewhere come, go, grow and shrink."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.document import Document
from argmap.editing import add_reason, remove_claim
from argmap.model import Claim
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from argmap.model import ClaimId
    from argmap.tui.app import ArgmapApp

LONG = "Words that take more than a single line of this narrow screen, whatever somebody does about them."


@pytest.fixture
async def reader(app: ArgmapApp) -> AsyncIterator[Person]:
    async with at(app, (60, 16)) as pilot:
        person = Person(app, pilot)
        await person.press("G", "k", "k")  # in the middle: a sentence on the status line takes a line of the tree
        yield person


def line_of(person: Person) -> int:
    """The line of the view on which the cursor's row begins."""
    tree = person.screen.tree_view
    return tree.rows.heights.top(tree.cursor) - tree.scroll_offset.y


def first_on_view(person: Person) -> ClaimId | None:
    tree = person.screen.tree_view
    at_top = tree.rows.heights.at(tree.scroll_offset.y)
    assert at_top is not None
    return tree.rows.visible[at_top[0]].claim


def numbered(document: Document, number: int) -> ClaimId:
    claim = document.map.numbered(Claim, number)
    assert isinstance(claim, Claim)
    return claim.id


async def test_a_claim_that_another_window_adds_above_moves_nothing(reader: Person) -> None:
    other = Document.open(reader.app.document.path, "somebody else")
    line, row = line_of(reader), reader.screen.tree_view.row.place
    other.do(add_reason(other.map, numbered(other, 2), LONG))
    reader.screen.poll()
    await reader.pilot.pause()
    assert (line_of(reader), reader.screen.tree_view.row.place) == (line, row)
    added = max(other.map.claims.values(), key=lambda claim: claim.number)
    other.do(remove_claim(other.map, added.id))
    reader.screen.poll()
    await reader.pilot.pause()
    assert (line_of(reader), reader.screen.tree_view.row.place) == (line, row)


async def test_whoever_scrolled_away_from_the_cursor_is_left_reading_there(reader: Person) -> None:
    tree = reader.screen.tree_view
    await reader.press("g", "g")
    tree.scroll_to(y=tree.max_scroll_y - 6, animate=False, immediate=True)
    await reader.pilot.pause()
    read = first_on_view(reader)
    other = Document.open(reader.app.document.path, "somebody else")
    other.do(add_reason(other.map, numbered(other, 2), LONG))
    reader.screen.poll()
    await reader.pilot.pause()
    assert first_on_view(reader) == read
    assert line_of(reader) < 0


async def test_badges_that_make_rows_above_longer_move_nothing(reader: Person) -> None:
    tree, search = reader.screen.tree_view, reader.screen.alike_search
    search.begin()
    await reader.screen.workers.wait_for_complete()
    await reader.pilot.pause()
    line, total = line_of(reader), tree.rows.heights.total
    rows = [row for row in tree.rows.visible[: tree.cursor] if row.is_claim and not row.repeat]
    assert search._alike is not None
    many = {row.claim: tuple(each.claim for each in rows) for row in rows}
    search._alike.partners = lambda _: many  # type: ignore[method-assign,assignment]
    search.show()
    await reader.pilot.pause()
    assert tree.rows.heights.total > total
    assert line_of(reader) == line


async def test_wrapping_keeps_the_row_under_the_cursor_in_its_line(reader: Person) -> None:
    tree = reader.screen.tree_view
    line, total = line_of(reader), tree.rows.heights.total
    await reader.press("w")
    assert tree.rows.heights.total != total
    assert line_of(reader) == line
