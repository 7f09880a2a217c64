"""A claim is tied to a passage in one form, from the tree, and every citation of it can be found again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from argmap.model import ArgumentMap, Citation, Source, SourceId
from argmap.tui.citing import Citing, source_choices, sources_like
from argmap.tui.fields import FlagField, TextField
from argmap.tui.forms import Form
from argmap.tui.meanwhile import Unsaved
from argmap.tui.picking import PickField
from argmap.tui.quotes import Quotes
from argmap.tui.screen import MapScreen
from argmap.tui.sources import Sources
from tests.tui.test_clean import screen_lines
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from argmap.document import Document
    from argmap.tui.app import ArgmapApp


class Student(Person):
    """Somebody who works with sources, in dialogs over the tree."""

    @property
    def screen(self) -> MapScreen:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, MapScreen))

    @property
    def top(self) -> object:
        return self.app.screen

    def cited(self, number: int) -> list[Citation]:
        return list(self.map.citations_of(self.id(number)))

    def source(self, number: int) -> Source:
        found = self.map.numbered(Source, number)
        assert isinstance(found, Source)
        return found

    def field(self, name: str) -> TextField | FlagField | PickField:
        assert isinstance(self.top, Form)
        return self.top.field(name)


@pytest.fixture
async def student(app: ArgmapApp) -> AsyncIterator[Student]:
    async with at(app) as pilot:
        yield Student(app, pilot)


class TestAttaching:
    async def test_a_quote_from_a_known_source_is_one_step(self, student: Student) -> None:
        await student.go(4)
        await student.press("s")
        await student.type("paper")
        await student.press("enter")
        await student.type("so they say")
        await student.press(
            "tab", "1", "2", "tab", "3", "down", "B", "o", "b", "tab", "A", "l", "down", "down", "space"
        )
        await student.press("enter")
        (citation,) = student.cited(4)
        assert (citation.source, citation.quote) == (student.source(1).id, "so they say")
        assert (citation.paragraph, citation.page) == ("12", "3")
        assert (citation.asserted_by, citation.via) == ("Bob", "Al")
        assert (citation.inferred, citation.uncertain) == (True, False)
        assert isinstance(student.top, MapScreen)
        assert student.here == "C4"
        assert student.status == "Cite S1 for C4 · u undo"
        await student.press("u")
        assert not student.cited(4)

    async def test_a_new_title_makes_its_source_in_the_same_step(self, student: Student) -> None:
        await student.go(4)
        await student.press("s")
        await student.type("Another text")
        assert "A new source: Another text" in student.seen()
        await student.press("enter")
        assert "New source" in student.seen()
        await student.type("x")
        await student.press("enter")
        (citation,) = student.cited(4)
        assert student.source(2).title == "Another text"
        assert citation.source == student.source(2).id
        await student.press("u")
        assert len(student.map.sources) == 1

    async def test_the_next_quote_begins_in_the_source_used_last(self, student: Student) -> None:
        await student.go(4)
        await student.press("s", "1", "enter", "tab", "4", "enter")
        await student.go(5)
        await student.press("s")
        await student.type("more")
        await student.press("enter")
        (citation,) = student.cited(5)
        assert (citation.source, citation.quote, citation.paragraph) == (student.source(1).id, "more", "")

    async def test_keys_in_one_burst_come_to_the_right_fields(self, student: Student) -> None:
        await student.go(4)
        await student.press("s")
        burst = [*"paper", "enter", *"words", "tab", "7", "down", "down", *"Bob"]
        for key in burst:
            student.app.post_message(events.Key(key, key if len(key) == 1 else None))
        for _ in burst:
            await student.pilot.pause()
        await student.press("enter")
        (citation,) = student.cited(4)
        assert (citation.quote, citation.paragraph, citation.asserted_by) == ("words", "7", "Bob")

    async def test_escape_keeps_the_draft_of_this_claim(self, student: Student) -> None:
        await student.go(4)
        await student.press("s", "1", "enter")
        await student.type("half a qu")
        await student.press("escape")
        assert "kept" in student.status
        assert not student.cited(4)
        await student.go(5)
        await student.press("s")
        assert "half a qu" not in student.seen()
        await student.press("escape")
        assert not student.status, "nothing was typed, so nothing is kept"
        await student.go(4)
        await student.press("s")
        assert "This is the draft you left here." in student.seen()
        await student.type("ote")
        await student.press("enter")
        assert [citation.quote for citation in student.cited(4)] == ["half a quote"]
        await student.press("s")
        assert "half a quote" not in student.seen()

    async def test_without_a_source_the_form_stays_and_says_so(self, student: Student) -> None:
        await student.go(4)
        await student.press("s", "tab", "x", "enter")
        assert isinstance(student.top, Form)
        assert "Say where it stands" in student.seen()
        assert not student.cited(4)

    async def test_what_is_too_long_is_refused_and_kept(self, student: Student) -> None:
        await student.go(4)
        await student.press("s", "1", "enter", "tab")
        field = student.field("paragraph")
        assert isinstance(field, TextField)
        field.insert("9" * 10_001)
        await student.press("enter")
        assert isinstance(student.top, Form)
        assert "10,001" in student.seen()
        assert not student.cited(4)

    async def test_arrows_choose_among_the_sources(self, student: Student) -> None:
        for _ in range(2):
            await student.press("S", "a")
            await student.type("Text")
            await student.press("enter", "escape")
        await student.go(4)
        await student.press("s", "down", "down", "up", "tab", "x", "enter")
        assert [citation.source for citation in student.cited(4)] == [student.source(2).id]

    async def test_a_click_chooses_a_source(self, student: Student) -> None:
        await student.go(4)
        await student.press("s")
        pick = student.field("source")
        assert isinstance(pick, PickField)
        await student.pilot.click(pick.options, offset=(3, 0))
        await student.press("x", "enter")
        assert [citation.source for citation in student.cited(4)] == [student.source(1).id]

    async def test_the_question_takes_no_quote(self, student: Student) -> None:
        await student.press("s")
        assert isinstance(student.top, MapScreen)
        assert student.status == "Choose a claim first."

    @pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)])
    async def test_every_field_can_be_reached_in_a_small_terminal(
        self, document: Document, size: tuple[int, int]
    ) -> None:
        app = student_app(document)
        async with at(app, size) as pilot:
            student = Student(app, pilot)
            await student.go(4)
            await student.press("s", "1", "enter", *["tab"] * 8)
            await student.type("last")
            assert "last" in student.seen()
            await student.press("ctrl+s")
            assert [citation.note for citation in student.cited(4)] == ["last"]


def student_app(document: Document, *, ascii_only: bool = False) -> ArgmapApp:
    from argmap.tui.app import ArgmapApp

    return ArgmapApp(document, ascii_only=ascii_only)


class TestQuotes:
    async def test_nothing_cited_says_how_to_begin(self, student: Student) -> None:
        await student.go(4)
        await student.press("Q")
        assert student.status == "Nothing is cited for C4 yet. s attaches a quote."

    async def test_enter_edits_in_the_same_form_and_changes_only_what_was_touched(self, student: Student) -> None:
        await student.go(8)
        (before,) = student.cited(8)
        await student.press("Q")
        assert isinstance(student.top, Quotes)
        for part in ("S1 ¶4 The paper", "said by CENTCOM", "“twice as many”"):
            assert part in student.seen()
        await student.press("enter", "tab", "tab", "9", "enter")
        (after,) = student.cited(8)
        assert after.page == "9"
        assert (after.id, after.quote, after.paragraph) == (before.id, before.quote, before.paragraph)
        assert student.status == "Edit a citation of C8 · u undo"
        await student.press("u")
        assert student.cited(8) == [before]

    async def test_d_removes_and_undo_brings_back(self, student: Student) -> None:
        await student.go(8)
        await student.press("Q", "d")
        assert not student.cited(8)
        assert isinstance(student.top, MapScreen)
        await student.press("u")
        assert len(student.cited(8)) == 1

    @pytest.mark.parametrize("size", [(120, 30), (80, 24)])
    async def test_o_opens_the_source_at_that_passage(self, document: Document, size: tuple[int, int]) -> None:
        app = student_app(document)
        async with at(app, size) as pilot:
            await self._open_passage(Student(app, pilot))

    async def _open_passage(self, student: Student) -> None:
        await student.go(8)
        (citation,) = student.cited(8)
        await student.press("Q", "o")
        assert isinstance(student.top, Sources)
        assert student.top.inside
        assert student.top.entry is not None
        assert student.top.entry.citation == citation
        await student.press("escape", "escape")
        assert isinstance(student.top, MapScreen)

    async def test_escape_closes(self, student: Student) -> None:
        await student.go(8)
        await student.press("Q", "escape")
        assert isinstance(student.top, MapScreen)
        assert len(student.cited(8)) == 1

    async def test_ascii_terminals_get_ascii(self, document: Document) -> None:
        app = student_app(document, ascii_only=True)
        async with at(app, (80, 24)) as pilot:
            student = Student(app, pilot)
            await student.go(8)
            for keys in (["Q"], ["enter"], ["shift+tab"], ["escape", "S"], ["enter"]):
                await student.press(*keys)
                assert all(line.isascii() for line in screen_lines(app)), screen_lines(app)


class TestChoices:
    MAP = ArgumentMap(
        [
            Source(number=1, title="Leaving Iraq", author="Doe, Jane"),
            Source(number=2, title="The 2024 paper", container_title="Daily"),
            Source(number=12, title="Iraq in 2", issued="2024"),
        ]
    )

    @pytest.mark.parametrize(
        ("typed", "found"),
        [
            ("", [1, 2, 12]),
            ("iraq", [1, 12]),
            ("jane leaving", [1]),
            ("2", [2, 12]),
            ("s12", [12]),
            ("DAILY", [2]),
            ("nowhere", []),
        ],
    )
    def test_any_part_of_what_names_a_source_finds_it(self, typed: str, found: list[int]) -> None:
        assert [source.number for source in sources_like(self.MAP, typed)] == found

    def test_what_was_typed_can_always_be_a_new_source(self) -> None:
        choices = source_choices(self.MAP, " Iraq   again ")
        assert [(choice.answer, choice.is_new) for choice in choices] == [("Iraq again", True)]
        assert not any(choice.is_new for choice in source_choices(self.MAP, "  "))

    def test_a_draft_in_a_source_that_is_gone_begins_without_one(self) -> None:
        citing = Citing()
        gone = SourceId("gone")
        citing.keep(gone, Unsaved({"source": gone, "quote": "x"}, {}))
        citing.use(gone)
        assert citing.draft(self.MAP, gone) == Unsaved({"source": "", "quote": "x"}, {})
        assert citing.last(self.MAP) is None
