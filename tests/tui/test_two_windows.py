"""Two windows on one file: what one saves is under the feet of the other before it looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.document import Document
from argmap.editing import add_objection, add_reason, set_implicit
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    import pytest

    from argmap.tui.app import ArgmapApp


async def test_a_step_taken_over_somebody_else_s_leaves_every_pane_with_the_map_as_it_is(app: ArgmapApp) -> None:
    other = Document.open(app.document.path, "somebody else")
    async with at(app) as pilot:
        person = Person(app, pilot)
        await person.go(7)
        claim = person.screen.tree_view.row.claim
        other.do(add_objection(other.map, claim, "Theirs"))
        person.screen.take(add_reason(app.document.map, claim, "Mine"))
        assert {"Theirs", "Mine"} <= {each.text for each in app.document.map.claims.values()}
        shown = person.screen.detail._shown
        assert shown is not None
        assert shown[0] is person.screen.tree_view.rows.places
        assert shown[0].map is app.document.map
        await pilot.pause()
        assert "Mine" in person.seen()


async def test_what_somebody_else_did_is_said(app: ArgmapApp) -> None:
    other = Document.open(app.document.path, "somebody else")
    async with at(app) as pilot:
        person = Person(app, pilot)
        claim = next(iter(other.map.positions()))
        other.do(add_reason(other.map, claim.id, "Theirs"))
        step = other.do(add_reason(other.map, claim.id, "Theirs too"))
        person.screen.poll()
        assert person.status == f"Read again: another program changed the file: {step.label} (and 1 more)."


async def test_a_file_that_cannot_be_written_says_so_when_it_is_opened(
    app: ArgmapApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Document, "is_read_only", property(lambda _: True))
    async with at(app) as pilot:
        person = Person(app, pilot)
        assert person.status == "This file can be read only. To change a copy of it: argmap share FILE -o COPY.argmap"
        assert "read only" in person.seen().splitlines()[0]
        assert "saved" not in person.seen().splitlines()[0]


async def test_the_last_position_is_said(app: ArgmapApp) -> None:
    async with at(app) as pilot:
        person = Person(app, pilot)
        for _ in range(20):
            await person.press(")")
        assert person.status == "This is the last position."


async def test_an_implicit_claim_says_so_in_its_row(app: ArgmapApp) -> None:
    async with at(app) as pilot:
        person = Person(app, pilot)
        claim = next(iter(app.document.map.positions()))
        person.screen.take(set_implicit(app.document.map, claim.id, implicit=True))
        await pilot.pause()
        rows = [line for line in person.seen().splitlines() if claim.text in line.partition("│")[0]]
        assert ["implied" in row.partition("│")[0] for row in rows] == [True]
