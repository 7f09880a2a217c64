"""Lists that are open while somebody else changes the file: what is there to choose, and what is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.document import Document
from argmap.editing import (
    add_reason,
    add_source,
    remove_claim,
    reword,
)
from argmap.model import ClaimId
from argmap.tui.asking import new_citation_form
from argmap.tui.choosing import ClaimPicker
from argmap.tui.dialogs import GONE
from argmap.tui.forms import Form
from argmap.tui.history import History
from argmap.tui.picking import PickField
from argmap.tui.screen import MapScreen
from tests.tui.test_screen import Person, at
from tests.tui.test_two_windows import claim_of, form_caught_up

if TYPE_CHECKING:
    from argmap.tui.app import ArgmapApp


def bears_on(person: Person, number: int) -> ClaimId:
    (use,) = person.map.uses_of(person.id(number))
    assert isinstance(use.target, ClaimId)
    return use.target


@pytest.mark.parametrize("is_read_before", [True, False])
async def test_a_claim_to_move_under_that_is_gone_is_said(
    app: ArgmapApp, monkeypatch: pytest.MonkeyPatch, *, is_read_before: bool
) -> None:
    """Enter comes before the list has looked what is there."""
    monkeypatch.setattr(ClaimPicker, "look", lambda _: None)
    other = Document.open(app.document.path, "somebody else")
    async with at(app) as pilot:
        person = Person(app, pilot)
        await person.go(8)
        await person.press("m")
        await person.type("C10")
        other.do(remove_claim(other.map, claim_of(other, 10)))
        if is_read_before:
            screen = app.screen_stack[0]
            assert isinstance(screen, MapScreen)
            screen.poll()
        theirs = Document.open(app.document.path).map
        await person.press("enter")
        assert "ot done" in person.status
        assert "removed" in person.status
        assert app.document.map == theirs
        await person.press("u")
        assert "C10" in person.seen(), "undoing brings it back"


class TestListsThatAreOpen:
    """What another window adds to the file is there to choose before anything is typed; what was lit stays lit."""

    async def test_a_claim_can_be_chosen(self, app: ArgmapApp) -> None:
        other = Document.open(app.document.path, "somebody else")
        async with at(app) as pilot:
            person = Person(app, pilot)
            await person.go(3)
            screen = person.screen
            await person.press("m", "down", "down")
            picker = app.screen
            assert isinstance(picker, ClaimPicker)
            lit = picker.shown[picker.lines.highlighted or 0].answer
            other.do(add_reason(other.map, claim_of(other, 3), "Theirs, under it"))
            other.do(add_reason(other.map, claim_of(other, 1), "Theirs, elsewhere"))
            screen.poll()
            picker.look()
            remarks = {each.words.split(maxsplit=1)[1]: each.remark for each in picker.shown}
            assert remarks["Theirs, under it"] == "(under it: a circle)"
            assert not remarks["Theirs, elsewhere"]
            assert picker.shown[picker.lines.highlighted or 0].answer == lit
            await person.type("elsewhere")
            await person.press("enter")
            assert person.map.claims[bears_on(person, 3)].text == "Theirs, elsewhere"

    @pytest.mark.parametrize("key", ["m", "!", "@"])
    async def test_a_list_stays_when_what_it_is_about_is_gone(self, app: ArgmapApp, key: str) -> None:
        other = Document.open(app.document.path, "somebody else")
        async with at(app) as pilot:
            person = Person(app, pilot)
            await person.go(3)
            screen = person.screen
            await person.press(key)
            picker = app.screen
            assert isinstance(picker, ClaimPicker)
            other.do(remove_claim(other.map, claim_of(other, 3)))
            screen.poll()
            picker.look()
            assert len(picker.shown) > 1
            await person.press("down", "enter")
            assert person.status == GONE

    async def test_enter_takes_nothing_else_for_what_is_gone(self, app: ArgmapApp) -> None:
        other = Document.open(app.document.path, "somebody else")
        async with at(app) as pilot:
            person = Person(app, pilot)
            await person.go(3)
            screen = person.screen
            await person.press("m", "down")
            picker = app.screen
            assert isinstance(picker, ClaimPicker)
            lit = picker.shown[picker.lines.highlighted or 0].answer
            assert lit is not None
            other.do(remove_claim(other.map, lit))
            screen.poll()
            picker.look()
            await person.press("enter")
            assert app.screen is picker
            await person.press("down", "enter")
            assert "C3 and C4 now support " in person.status

    async def test_a_source_can_be_chosen(self, app: ArgmapApp) -> None:
        other = Document.open(app.document.path, "somebody else")
        async with at(app) as pilot:
            person = Person(app, pilot)
            await person.go(3)
            screen = person.screen
            screen.ask(new_citation_form(screen, person.id(3)))
            await pilot.pause()
            form = app.screen
            assert isinstance(form, Form)
            field = form.field("source")
            assert isinstance(field, PickField)
            field.line.focus()
            await pilot.pause()
            lit = field._choices[field.options.highlighted or 0] if field._choices else None
            other.do(add_source(other.map, "Their Gazette"))
            form_caught_up(screen, app)
            assert any("Their Gazette" in each.words for each in field._choices)
            assert lit is None or field._choices[field.options.highlighted or 0] == lit

    async def test_a_step_can_be_read(self, app: ArgmapApp) -> None:
        other = Document.open(app.document.path, "somebody else")
        async with at(app) as pilot:
            person = Person(app, pilot)
            screen = person.screen
            screen.show_history(None)
            await app.workers.wait_for_complete()
            history = app.screen
            assert isinstance(history, History)
            other.do(reword(other.map, claim_of(other, 3), "Theirs"))
            screen.poll()
            history.look()
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert "somebody else" in history.shown[0].words
