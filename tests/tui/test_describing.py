"""Saying more about a claim or the map at the screen: card, comments, tags, conflicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.widgets import OptionList

from argmap.document import Document
from argmap.editing import remove_claim, remove_comment, set_note
from argmap.errors import FileError
from argmap.tui.app import ArgmapApp
from argmap.tui.choosing import ClaimPicker
from argmap.tui.dialogs import KeyLine
from argmap.tui.forms import Form
from argmap.tui.preferences import Preferences
from argmap.tui.remarks import Remarks
from tests.strategies import HOSTILE
from tests.tui.test_clean import UNSAFE, _hostile, screen_lines
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from argmap.model import Claim
    from argmap.tui.fields import FlagField, TextField
    from argmap.tui.picking import PickField


@pytest.fixture
async def person(app: ArgmapApp) -> AsyncIterator[Person]:
    async with at(app) as pilot:
        yield Person(app, pilot)


def claim(person: Person, number: int) -> Claim:
    return person.map.claims[person.id(number)]


def form(person: Person) -> Form:
    found = person.app.screen
    assert isinstance(found, Form)
    return found


def field(person: Person, name: str) -> TextField | FlagField | PickField:
    return form(person).field(name)


class TestCard:
    async def test_every_field_is_saved_in_one_step_and_undone_at_once(self, person: Person) -> None:
        await person.go(8)
        before = claim(person, 8)
        await person.press("E", "!", "tab", "n", "enter", "o", "tab", "space", "x", "tab", "space", "tab", "7", "tab")
        await person.press("w", "tab", "s", "enter")
        after = claim(person, 8)
        assert (after.text, after.note, after.tags, after.implicit, after.as_of) == (
            "Attacks doubled.!",
            "n\no",
            ("isis", "x"),
            True,
            "7",
        )
        (link,) = person.map.uses_of(after.id)
        assert (link.warrant, link.scheme) == ("w", "s")
        assert person.status == "Edit C8 · u undo"
        assert person.here == "C8"
        await person.press("u")
        assert claim(person, 8) == before
        assert not person.map.uses_of(after.id)[0].warrant

    async def test_the_first_row_is_the_card_of_the_map(self, person: Person) -> None:
        await person.press("E", "!", "tab", "tab", "d", "tab", "e", "n", "ctrl+s")
        about = person.map.about
        assert (about.title, about.description, about.language) == ("Troops!", "d", "en")
        assert person.here == "question"

    async def test_nothing_filled_in_changes_nothing(self, person: Person) -> None:
        await person.go(8)
        steps = len(person.app.document.log())
        await person.press("E", "tab", "ctrl+s")
        assert "already" in person.status
        assert len(person.app.document.log()) == steps

    async def test_escape_keeps_what_was_typed_for_this_claim_alone(self, person: Person) -> None:
        await person.go(8)
        await person.press("E", "tab", "n", "tab", "tab", "y", "escape")
        assert "draft is kept" in person.status
        assert not claim(person, 8).note
        await person.press("j", "E")
        assert not field(person, "note").answer
        await person.press("escape", "k", "E")
        assert (field(person, "note").answer, field(person, "implicit").answer) == ("n", True)
        assert "draft you left" in person.seen()
        await person.press("tab", "o", "ctrl+s")
        assert (claim(person, 8).note, claim(person, 8).implicit) == ("no", True)
        await person.press("E")
        assert "draft you left" not in person.seen()

    async def test_what_cannot_be_saved_stays_with_the_reason(self, person: Person) -> None:
        await person.go(8)
        await person.press("E", *["backspace"] * len("Attacks doubled."), "enter")
        assert "at least one word" in person.seen()
        await person.press("N", "tab", "n", "ctrl+s")
        assert (claim(person, 8).text, claim(person, 8).note) == ("N", "n")

    @pytest.mark.parametrize("error", [OSError(28, "No space left on device"), FileError(), ZeroDivisionError()])
    async def test_a_file_that_cannot_be_written_loses_nothing(
        self, person: Person, monkeypatch: pytest.MonkeyPatch, error: Exception
    ) -> None:
        def fail(*_: object) -> None:
            raise error

        await person.go(8)
        with monkeypatch.context() as context:
            context.setattr(person.app.document, "do", fail)
            await person.press("E", "!", "enter")
            assert form(person).said._said[0] == "error"
        await person.press("enter")
        assert claim(person, 8).text == "Attacks doubled.!"

    async def test_keys_in_one_rush_go_where_they_belong(self, person: Person) -> None:
        """Letters behind Tab go into the next field, and Enter waits for the letters before it."""
        await person.go(8)
        await person.press("E")
        for key in ("!", "tab", "n", "tab", "space", "x", "enter"):
            person.app.post_message(events.Key(key, {"space": " "}.get(key, key if len(key) == 1 else None)))
        for _ in range(4):
            await person.pilot.pause()
        assert (claim(person, 8).text, claim(person, 8).note, claim(person, 8).tags) == (
            "Attacks doubled.!",
            "n",
            ("isis", "x"),
        )

    async def test_a_key_behind_escape_is_no_draft(self, person: Person) -> None:
        await person.go(8)
        await person.press("E")
        for key in ("escape", "j"):
            person.app.post_message(events.Key(key, key if len(key) == 1 else None))
        for _ in range(4):
            await person.pilot.pause()
        assert not person.screen.left_cards

    async def test_a_paste_keeps_its_lines_in_a_note_alone(self, person: Person) -> None:
        await person.go(8)
        await person.press("E")
        for name in ("note", "as_of"):
            field(person, name).post_message(events.Paste("one\n\n two"))
        await person.pilot.pause()
        assert field(person, "note").answer == "one\n\n two"
        assert field(person, "as_of").answer == "one two"

    async def test_the_mouse_ticks_saves_and_leaves(self, person: Person) -> None:
        await person.go(8)
        await person.press("E")
        await person.pilot.click(field(person, "implicit"))
        await person.pilot.click(KeyLine, offset=(2, 0))
        await person.pilot.pause()
        assert claim(person, 8).implicit
        await person.press("E")
        await person.pilot.click(form(person), offset=(0, 0))
        await person.pilot.pause()
        assert person.here == "C8"

    async def test_a_heading_says_what_to_choose(self, person: Person) -> None:
        await person.press("G", "k", "E")
        assert "Choose a claim" in person.status

    async def test_what_another_program_changed_meanwhile_stays(self, person: Person) -> None:
        await person.go(8)
        await person.press("E", "!")
        other = Document.open(person.app.document.path, author="other")
        other.do(set_note(other.map, person.id(8), "Theirs"))
        await person.press("enter")
        assert (claim(person, 8).text, claim(person, 8).note) == ("Attacks doubled.!", "Theirs")

    async def test_a_claim_that_is_gone_meanwhile_is_told_in_the_form(self, person: Person) -> None:
        await person.go(8)
        await person.press("E", "!")
        other = Document.open(person.app.document.path, author="other")
        other.do(remove_claim(other.map, person.id(8)))
        await person.press("enter")
        assert "C8 was removed" in person.seen()
        assert field(person, "text").answer == "Attacks doubled.!"

    async def test_a_second_enter_right_behind_saves_nothing_twice(self, person: Person) -> None:
        await person.go(8)
        await person.press("E")
        before = len(person.app.document.log())
        for key in ("!", "enter", "enter"):
            person.app.post_message(events.Key(key, key if len(key) == 1 else None))
        for _ in range(20):
            await person.pilot.pause()
        assert claim(person, 8).text == "Attacks doubled.!"
        assert [record.label for record in person.app.document.log()][-1:] == ["Reword C8"]
        assert len(person.app.document.log()) == before + 1
        assert person.screen.editor.display, "it goes to the tree, as it would have gone later"

    @pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)])
    async def test_its_keys_are_in_view_on_small_terminals(self, document: Document, size: tuple[int, int]) -> None:
        app = ArgmapApp(document)
        async with at(app, size) as pilot:
            person = Person(app, pilot)
            await person.go(8)
            await person.press("E")
            assert "Enter save" in person.seen()
            await person.press(*["tab"] * 6)
            assert "Scheme" in person.seen()


class TestComments:
    async def test_a_comment_carries_its_author_and_time(self, person: Person) -> None:
        await person.go(8)
        await person.press("c")
        assert "A comment on C8" in str(person.screen.editor.border_title)
        await person.type("Which year?")
        await person.press("enter")
        (comment,) = person.map.comments_on(person.id(8))
        assert (comment.text, comment.author) == ("Which year?", "tester")
        assert comment.at > 1_500_000_000_000
        assert person.here == "C8"
        assert "N2 tester: Which year?" in person.seen()

    async def test_the_map_can_be_commented_on(self, person: Person) -> None:
        await person.press("c", "x", "enter")
        (comment,) = person.map.comments_on(person.map.about.id)
        assert comment.text == "x"
        await person.press("C", "enter", "escape")
        assert person.map.comments[comment.id].resolved

    async def test_one_is_edited_and_removed_and_each_undone_in_the_list(self, person: Person) -> None:
        await person.go(7)
        (before,) = person.map.comments_on(person.id(7))
        await person.press("C", "e", "!", "enter")
        assert person.map.comments[before.id].text == "One claim or two?!"
        assert "One claim or two?!" in person.seen()
        await person.press("u")
        assert person.map.comments[before.id] == before
        await person.press("e", "?", "escape", "e")
        assert "One claim or two??" in person.seen(), "a draft waits"
        await person.press("escape", "d")
        assert before.id not in person.map.comments
        assert person.screen.tree_view.has_focus, "an empty list closes"
        assert person.status == "Remove comment N1 · u undo"
        await person.press("u")
        assert person.map.comments[before.id] == before

    async def test_they_are_resolved_and_reopened_one_by_one(self, person: Person) -> None:
        await person.go(7)
        await person.press("c", "x", "enter", "C")
        assert isinstance(person.app.screen, Remarks)
        await person.press("enter", "j", "space", "k", "enter")
        assert "[ ] N1 ak: One claim or two?" in person.seen()
        assert "[x] N2 tester: x" in person.seen()
        await person.press("escape")
        assert [each.resolved for each in person.map.comments_on(person.id(7))] == [False, True]
        await person.press("u")
        assert [each.resolved for each in person.map.comments_on(person.id(7))] == [True, True]

    async def test_without_any_it_says_how_to_write_one(self, person: Person) -> None:
        await person.go(8)
        await person.press("C")
        assert "c writes one" in person.status
        assert person.screen

    async def test_comments_gone_meanwhile_close_the_list(self, person: Person) -> None:
        await person.go(7)
        await person.press("C")
        (comment,) = person.map.comments_on(person.id(7))
        person.app.document.do(remove_comment(person.map, comment.id))
        await person.press("enter")
        assert "was removed meanwhile" in person.seen()


class TestTags:
    async def test_they_are_edited_as_one_line(self, person: Person) -> None:
        await person.go(8)
        await person.press("t")
        assert person.screen.editor.text == "isis"
        await person.type(' "far east"')
        await person.press("enter")
        assert claim(person, 8).tags == ("isis", "far east")
        await person.press("t")
        assert person.screen.editor.text == 'isis "far east"'

    async def test_none_left_takes_them_all_away(self, person: Person) -> None:
        await person.go(8)
        await person.press("t", *["backspace"] * 4, "enter")
        assert claim(person, 8).tags == ()

    async def test_a_draft_is_kept_and_the_question_has_none(self, person: Person) -> None:
        await person.press("t")
        assert "Choose a claim" in person.status
        await person.go(8)
        await person.press("t", "x", "escape", "t")
        assert person.screen.editor.text == "isisx"


class TestImplicit:
    async def test_it_turns(self, person: Person) -> None:
        await person.go(8)
        await person.press("i")
        assert claim(person, 8).implicit
        assert "supplied by" in person.seen()
        await person.press("i")
        assert not claim(person, 8).implicit


class TestConflict:
    async def test_one_is_recorded_by_words_and_taken_back(self, person: Person) -> None:
        await person.go(8)
        await person.press("!")
        assert isinstance(person.app.screen, ClaimPicker)
        await person.type("oil")
        await person.press("enter")
        assert [each.other(person.id(8)) for each in person.map.conflicts_of(person.id(8))] == [person.id(12)]
        assert person.status == "Record a conflict of C8 and C12 · u undo"
        await person.press("!")
        assert "Oil prices fell. (in conflict" in person.seen()
        await person.press("enter")
        assert not person.map.conflicts_of(person.id(8))

    async def test_a_number_and_the_arrows_choose(self, person: Person) -> None:
        await person.go(8)
        await person.press("!", "1", "2", "enter", "!", "down", "enter")
        others = {each.other(person.id(8)) for each in person.map.conflicts_of(person.id(8))}
        assert others == {person.id(12), person.id(7)}

    async def test_escape_and_no_match_change_nothing(self, person: Person) -> None:
        await person.go(8)
        await person.press("!")
        await person.type("zzz")
        assert "No claim says that" in person.seen()
        await person.press("enter", "escape")
        assert person.here == "C8"
        assert len(person.map.conflicts) == 1

    async def test_a_query_that_cannot_be_read_is_explained(self, person: Person) -> None:
        await person.go(8)
        await person.press("!")
        await person.type("is:nonsense")
        options = person.app.screen.query_one(OptionList)
        assert "nonsense" in str(options.get_option_at_index(0).prompt)
        await person.press("enter", "escape")
        assert person.here == "C8"

    async def test_a_click_chooses_and_a_click_beside_leaves(self, person: Person) -> None:
        await person.go(8)
        await person.press("!")
        await person.pilot.click(OptionList, offset=(3, 0))
        await person.pilot.pause()
        assert len(person.map.conflicts) == 2
        await person.press("!")
        await person.pilot.click(person.app.screen, offset=(0, 0))
        await person.pilot.pause()
        assert person.here == "C8"


@pytest.mark.parametrize("key", ["E", "!", "C", "c", "t"])
async def test_ascii_is_all_there_is_when_asked_for(document: Document, key: str) -> None:
    app = ArgmapApp(document, ascii_only=True)
    async with at(app) as pilot:
        person = Person(app, pilot)
        await person.go(7)
        await person.press(key)
        assert person.seen().isascii()


@pytest.mark.parametrize("text", [" ".join(HOSTILE), "[@click=app.quit]x[/] [/b] oops \u202d\x1b]52;c;AAAA\x07"])
async def test_dialogs_show_what_strangers_wrote_clean(tmp_path: Path, text: str) -> None:
    app = ArgmapApp(Document.create(tmp_path / "hostile.argmap", _hostile(text), author="tester"))
    async with at(app) as pilot:
        for key in ("E", "escape", "j", "j", "E", "escape", "!", "down", "escape", "C", "escape", "t", "escape", "c"):
            await pilot.press(key)
            await pilot.pause()
            assert not any(UNSAFE.search(line) for line in screen_lines(app)), key


@pytest.mark.parametrize("accessible", [False, True])
async def test_comments_on_the_map_are_counted_on_the_question(document: Document, *, accessible: bool) -> None:
    app = ArgmapApp(document, wishes=Preferences(accessible=accessible))
    async with at(app) as pilot:
        person = Person(app, pilot)
        badge = "[1 comment]" if accessible else " c1"
        assert badge not in person.seen().splitlines()[2]
        await person.press("c")
        await person.type("Where is the cost?")
        await person.press("enter")
        assert person.status.startswith("Comment on the map")
        assert badge in person.seen().splitlines()[2]
        await person.press("u")
        assert badge not in person.seen().splitlines()[2]
