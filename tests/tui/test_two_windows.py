"""Two windows on one file: what one saves is under the feet of the other before it looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.document import Document
from argmap.editing import (
    add_objection,
    add_reason,
    edit_citation,
    edit_source,
    remove_claim,
    reword,
    set_implicit,
    set_note,
    set_question,
    set_tags,
)
from argmap.model import Claim, ClaimId
from argmap.tui.asking import edited_citation_form, source_form
from argmap.tui.forms import Form
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    from argmap.tui.app import ArgmapApp
    from argmap.tui.screen import MapScreen


def claim_of(document: Document, number: int) -> ClaimId:
    found = document.map.numbered(Claim, number)
    assert isinstance(found, Claim)
    return found.id


def form_caught_up(screen: MapScreen, app: ArgmapApp) -> Form:
    """The form open over *screen*, once both have looked at what others did."""
    screen.poll()
    form = app.screen
    assert isinstance(form, Form)
    form.look()
    return form


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


class TestWordsThatOthersChanged:
    """What the editor was opened on is there no more: that is said before anything is overwritten."""

    @pytest.mark.parametrize("is_read_before", [True, False])
    async def test_rewording_asks_once(self, app: ArgmapApp, *, is_read_before: bool) -> None:
        other = Document.open(app.document.path, "somebody else")
        async with at(app) as pilot:
            person = Person(app, pilot)
            await person.go(3)
            await person.press("e")
            await person.type("Mine")
            other.do(reword(other.map, claim_of(other, 3), "Theirs"))
            if is_read_before:
                person.screen.poll()
            await person.press("enter")
            assert person.text(3) == "Theirs"
            assert "Not saved: somebody changed the claim meanwhile." in person.status
            assert "It says now: Theirs" in person.status
            assert person.screen.editor.display
            await person.press("enter")
            assert person.text(3).endswith("Mine")

    async def test_a_draft_left_knows_what_it_was_begun_on(self, app: ArgmapApp) -> None:
        other = Document.open(app.document.path, "somebody else")
        async with at(app) as pilot:
            person = Person(app, pilot)
            await person.go(3)
            await person.press("e")
            await person.type("Mine")
            await person.press("escape")
            other.do(reword(other.map, claim_of(other, 3), "Theirs"))
            person.screen.poll()
            await person.press("e", "enter")
            assert person.text(3) == "Theirs"
            await person.press("escape", "e", "enter")
            assert person.text(3).endswith("Mine")

    async def test_the_question_and_tags_ask_too(self, app: ArgmapApp) -> None:
        other = Document.open(app.document.path, "somebody else")
        async with at(app) as pilot:
            person = Person(app, pilot)
            await person.press("e")
            await person.type("Mine")
            other.do(set_question(other.map, "Theirs?"))
            await person.press("enter")
            assert person.map.about.question == "Theirs?"
            await person.press("escape")
            await person.go(8)
            await person.press("t")
            await person.type("mine")
            other.do(set_tags(other.map, claim_of(other, 8), ("theirs",)))
            await person.press("enter")
            assert person.map.claims[person.id(8)].tags == ("theirs",)
            assert "somebody changed the tags" in person.status
            await person.press("enter")
            assert person.map.claims[person.id(8)].tags == ("isismine",)

    async def test_who_typed_the_same_is_not_asked(self, app: ArgmapApp) -> None:
        other = Document.open(app.document.path, "somebody else")
        async with at(app) as pilot:
            person = Person(app, pilot)
            await person.go(8)
            await person.press("e")
            await person.type("X")
            other.do(reword(other.map, claim_of(other, 8), "Attacks doubled.X"))
            await person.press("enter")
            assert not person.screen.editor.display
            assert "like that already" in person.status

    async def test_the_card_asks_for_what_both_filled_in_alone(self, app: ArgmapApp) -> None:
        other = Document.open(app.document.path, "somebody else")
        async with at(app) as pilot:
            person = Person(app, pilot)
            await person.go(3)
            screen = person.screen
            await person.press("E", "X", "tab", "N")
            other.do(set_note(other.map, claim_of(other, 3), "Theirs"))
            other.do(set_tags(other.map, claim_of(other, 3), ("theirs",)))
            await person.press("ctrl+s")
            form_caught_up(screen, app)  # which says no more than the refusal, and leaves it there
            await pilot.pause()
            assert 'somebody changed "Note" meanwhile' in person.seen()
            assert person.map.claims[person.id(3)].note == "Theirs"
            await person.press("ctrl+s")
            claim = person.map.claims[person.id(3)]
            assert (claim.text[-1], claim.note, claim.tags) == ("X", "N", ("theirs",))

    async def test_a_card_left_with_a_draft_knows_what_it_was_begun_on(self, app: ArgmapApp) -> None:
        other = Document.open(app.document.path, "somebody else")
        async with at(app) as pilot:
            person = Person(app, pilot)
            await person.go(3)
            await person.press("E", "tab", "N", "escape")
            other.do(set_note(other.map, claim_of(other, 3), "Theirs"))
            other.do(set_tags(other.map, claim_of(other, 3), ("theirs",)))
            person.screen.poll()
            await person.press("E")
            assert "This is the draft you left here." in person.seen()
            await person.press("ctrl+s")
            assert 'somebody changed "Note" meanwhile' in person.seen()
            await person.press("escape", "E", "ctrl+s")  # it was said, and the draft counts from there
            claim = person.map.claims[person.id(3)]
            assert (claim.note, claim.tags) == ("N", ("theirs",))

    async def test_a_quote_and_a_source_are_changed_where_they_were_typed_into_alone(self, app: ArgmapApp) -> None:
        other = Document.open(app.document.path, "somebody else")
        (citation,) = other.map.citations.values()
        (source,) = other.map.sources.values()
        async with at(app) as pilot:
            person = Person(app, pilot)
            await person.go(8)
            screen = person.screen
            screen.ask(edited_citation_form(screen, app.document.map.citations[citation.id]))
            await pilot.pause()
            await person.press("!")
            other.do(edit_citation(other.map, citation.id, citation.source, paragraph="9"))
            await person.press("ctrl+s")
            now = person.map.citations[citation.id]
            assert (now.quote, now.paragraph) == ("twice as many!", "9")
            screen.ask(source_form(screen, source.id, lambda _: None))
            await pilot.pause()
            await person.press("!", "escape")
            other.do(edit_source(other.map, source.id, title="Theirs", author="B. Author"))
            screen.poll()
            screen.ask(source_form(screen, source.id, lambda _: None))
            await pilot.pause()
            await person.press("ctrl+s")
            assert 'somebody changed "Title" meanwhile' in person.seen()
            await person.press("ctrl+s")
            kept = person.map.sources[source.id]
            assert (kept.title, kept.author) == ("The paper!", "B. Author")


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


class TestWhatOthersRemoved:
    """A claim that is gone is told of without its id, and what was typed for it is kept."""

    async def test_a_draft_for_it_waits_until_it_is_back(self, app: ArgmapApp) -> None:
        other = Document.open(app.document.path, "somebody else")
        async with at(app) as pilot:
            person = Person(app, pilot)
            await person.go(8)
            await person.press("+")
            await person.type("Mine")
            other.do(remove_claim(other.map, claim_of(other, 8)))
            person.screen.poll()
            await person.press("enter")
            assert person.status.startswith("Not done: what this is about was removed meanwhile.")
            await person.press("escape")
            assert "for when the claim is back" in person.status
            await person.press("u")
            await person.go(8)
            await person.press("+", "enter")
            assert "Mine" in {each.text for each in person.map.claims.values()}

    async def test_a_quote_for_it_says_so(self, app: ArgmapApp) -> None:
        other = Document.open(app.document.path, "somebody else")
        async with at(app) as pilot:
            person = Person(app, pilot)
            screen = person.screen
            await person.go(8)
            await person.press("s")
            await person.type("A new paper")
            other.do(remove_claim(other.map, claim_of(other, 8)))
            screen.poll()
            await person.press("ctrl+s")
            assert "was removed meanwhile" in person.seen()
            assert " id " not in person.seen()


class TestAnOpenForm:
    """What nobody here has touched is shown as others leave it; what somebody has, stays, and that is said."""

    async def test_a_card_shows_what_others_changed(self, app: ArgmapApp) -> None:
        other = Document.open(app.document.path, "somebody else")
        async with at(app) as pilot:
            person = Person(app, pilot)
            screen = person.screen
            await person.go(8)
            await person.press("E", "tab")
            await person.type("Mine")
            other.do(reword(other.map, claim_of(other, 8), "Theirs"))
            other.do(set_implicit(other.map, claim_of(other, 8), implicit=True))
            form = form_caught_up(screen, app)
            assert form.field("text").answer == "Theirs"
            assert form.field("note").answer == "Mine"
            assert form.field("implicit").answer is True
            await pilot.pause()
            assert 'changed "Implicit" meanwhile: you see it as it is now.' in " ".join(person.seen().split())
            await person.press("ctrl+s")
            claim = person.map.claims[person.id(8)]
            assert (claim.text, claim.note, claim.implicit) == ("Theirs", "Mine", True)
            assert person.status.startswith("Set the note of C8")

    async def test_a_card_says_at_once_that_others_changed_what_is_being_typed(self, app: ArgmapApp) -> None:
        other = Document.open(app.document.path, "somebody else")
        async with at(app) as pilot:
            person = Person(app, pilot)
            screen = person.screen
            await person.go(8)
            await person.press("E")
            await person.type(" Mine.")
            other.do(reword(other.map, claim_of(other, 8), "Theirs"))
            other.do(set_tags(other.map, claim_of(other, 8), ("theirs",)))
            form = form_caught_up(screen, app)
            await pilot.pause()
            assert "saving yours will ask first" in " ".join(person.seen().split())
            assert form.field("text").answer == "Attacks doubled. Mine."
            await person.press("enter")
            assert person.map.claims[claim_of(app.document, 8)].text == "Theirs"
            await person.press("enter")
            assert person.text(8) == "Attacks doubled. Mine."

    async def test_a_card_left_keeps_no_draft_of_what_others_typed(self, app: ArgmapApp) -> None:
        other = Document.open(app.document.path, "somebody else")
        async with at(app) as pilot:
            person = Person(app, pilot)
            screen = person.screen
            await person.go(8)
            await person.press("E")
            other.do(reword(other.map, claim_of(other, 8), "Theirs"))
            form_caught_up(screen, app)
            await person.press("escape")
            assert not person.screen.left_cards

    async def test_a_card_says_at_once_that_its_claim_is_gone(self, app: ArgmapApp) -> None:
        other = Document.open(app.document.path, "somebody else")
        async with at(app) as pilot:
            person = Person(app, pilot)
            screen = person.screen
            await person.go(8)
            await person.press("E")
            other.do(remove_claim(other.map, claim_of(other, 8)))
            form_caught_up(screen, app)
            await pilot.pause()
            assert "was removed from here meanwhile" in person.seen()

    async def test_a_source_shows_what_others_changed(self, app: ArgmapApp) -> None:
        other = Document.open(app.document.path, "somebody else")
        source = next(iter(other.map.sources))
        async with at(app) as pilot:
            person = Person(app, pilot)
            screen = person.screen
            await person.press("S", "e")
            other.do(edit_source(other.map, source, title="Their title"))
            form = form_caught_up(screen, app)
            assert form.field("title").answer == "Their title"
            await person.press("tab")
            await person.type("X")
            await person.press("ctrl+s")
            now = person.map.sources[source]
            assert (now.title, now.author) == ("Their title", "A. AuthorX")


async def test_a_file_that_is_moved_away_and_back_is_told_of_once(app: ArgmapApp) -> None:
    place = app.document.path
    async with at(app) as pilot:
        person = Person(app, pilot)
        await person.press("j")
        place.rename(place.with_suffix(".away"))
        person.screen.poll()
        assert "is not there any more" in person.status
        assert "argmap new" not in person.status
        assert "| not saving" in person.seen()
        person.screen.say("Something else.")
        person.screen.poll()
        assert person.status == "Something else."
        await person.press("4")
        assert "is not there any more" in person.status
        place.with_suffix(".away").rename(place)
        person.screen.poll()
        assert person.status == "The file is back, as it was."
        assert "| saved" in person.seen()
        await person.press("4")
        assert person.status.startswith("Rate C1 likely")


async def test_a_file_that_became_something_else_is_not_called_saved(app: ArgmapApp) -> None:
    async with at(app) as pilot:
        person = Person(app, pilot)
        app.document.path.write_text("no map")
        person.screen.poll()
        assert "is not a map" in person.status
        assert "| not saving" in person.seen()
