"""Two windows on one file: what one saves is under the feet of the other before it looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.document import Document
from argmap.editing import add_objection, add_reason
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
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
