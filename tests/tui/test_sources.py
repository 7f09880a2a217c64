"""The source browser: from sources to passages to the claims that rest on them, and back into the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.document import Document
from argmap.editing import add_source, cite
from argmap.model import Citation, Claim, Dependence, Passage, Source
from argmap.tui.app import ArgmapApp
from argmap.tui.forms import Form
from argmap.tui.screen import MapScreen
from argmap.tui.sources import Sources
from argmap.tui.status import StatusLine
from tests.strategies import HOSTILE
from tests.tui.conftest import sample_entities
from tests.tui.test_citing import Student
from tests.tui.test_clean import UNSAFE, _hostile, screen_lines
from tests.tui.test_screen import at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


class Reader(Student):
    """Somebody in the source browser."""

    @property
    def browser(self) -> Sources:
        assert isinstance(self.app.screen, Sources)
        return self.app.screen

    @property
    def said(self) -> str:
        return "".join(text for _, text in self.browser.query_one(StatusLine)._left)

    @property
    def entry(self) -> tuple[str, str]:
        """The paragraph under the cursor, and the label of the claim, if it is one."""
        entry = self.browser.entry
        assert entry is not None
        claim = "" if entry.citation is None else self.map.claims[entry.citation.claim].label
        return entry.passage.passage.paragraph, claim


@pytest.fixture
def many(tmp_path: Path) -> Document:
    """Return the sample with a second source, cited in several paragraphs, and a third that nothing cites."""
    entities = sample_entities()
    claims = {entity.number: entity for entity in entities if isinstance(entity, Claim)}
    second = Source(number=2, title="Leaving Iraq", author="Doe, Jane", issued="2024")
    third = Source(number=3, title="Unread")
    cited = [
        Citation(claim=claims[number].id, source=second.id, paragraph=paragraph, quote=quote)
        for number, paragraph, quote in ((8, "10", "ten"), (12, "2", "two"), (5, "2", ""), (4, "", "nowhere"))
    ]
    everything = [*entities, second, third, *cited]
    return Document.create(tmp_path / "many.argmap", everything, author="tester")


@pytest.fixture
async def reader(many: Document) -> AsyncIterator[Reader]:
    app = ArgmapApp(many)
    async with at(app, (120, 30)) as pilot:
        yield Reader(app, pilot)


class TestReading:
    async def test_sources_say_what_rests_on_them(self, reader: Reader) -> None:
        await reader.press("S")
        seen = reader.seen()
        for part in ("Sources 3", "S2 Leaving Iraq", "Doe, Jane, 2024 · 4 claims", "S3 Unread", "0 claims"):
            assert part in seen

    async def test_passages_stand_in_order_with_their_claims_and_words(self, reader: Reader) -> None:
        await reader.press("S", "j", "enter")
        found = []
        for _ in range(7):
            found.append(reader.entry)
            await reader.press("j")
        assert found == [("2", ""), ("2", "C5"), ("2", "C12"), ("10", ""), ("10", "C8"), ("", ""), ("", "C4")]
        assert "“ten”" in reader.seen()
        assert "without a paragraph" in reader.seen()

    async def test_enter_on_a_claim_goes_to_it_in_the_tree_through_folds(self, reader: Reader) -> None:
        await reader.press("z", "M", "S", "j", "enter", "j", "j", "enter")
        assert isinstance(reader.top, MapScreen)
        assert reader.here == "C12"

    async def test_enter_on_a_passage_goes_to_its_only_claim_or_down_to_them(self, reader: Reader) -> None:
        await reader.press("S", "j", "right", "enter")
        assert reader.entry == ("2", "C5")
        await reader.press("j", "j", "enter")
        assert reader.here == "C8"

    async def test_escape_goes_back_a_level(self, reader: Reader) -> None:
        await reader.press("S", "j", "enter", "escape")
        assert not reader.browser.inside
        assert reader.browser.source == reader.source(2).id
        await reader.press("escape")
        assert isinstance(reader.top, MapScreen)

    async def test_a_narrow_terminal_shows_one_list_at_a_time(self, many: Document) -> None:
        app = ArgmapApp(many)
        async with at(app, (80, 24)) as pilot:
            reader = Reader(app, pilot)
            await reader.press("S", "j")
            assert "S3 Unread" in reader.seen()
            assert "¶10" not in reader.seen()
            await reader.press("enter")
            assert "S3 Unread" not in reader.seen()
            assert "¶10" in reader.seen()
            await pilot.resize_terminal(120, 30)
            await pilot.pause()
            assert "S3 Unread" in reader.seen()
            assert "¶10" in reader.seen()

    async def test_a_click_opens_and_goes(self, reader: Reader) -> None:
        await reader.press("S")
        await reader.pilot.click(reader.browser.source_list, offset=(4, 2))
        await reader.pilot.pause()
        assert reader.browser.source == reader.source(2).id
        assert reader.browser.inside

    async def test_without_sources_it_says_how_to_begin(self, tmp_path: Path) -> None:
        entities = [entity for entity in sample_entities() if not isinstance(entity, Source | Citation)]
        app = ArgmapApp(Document.create(tmp_path / "bare.argmap", entities, author="tester"))
        async with at(app, (80, 24)) as pilot:
            reader = Reader(app, pilot)
            await reader.press("S")
            assert "No sources yet. Press a" in reader.seen()
            for key in ("enter", "e", "d", "v"):
                await reader.press(key)
                assert reader.said
            await reader.press("a")
            await reader.type("First")
            await reader.press("enter")
            assert reader.source(1).title == "First"
            assert "Add source S1" in reader.said

    async def test_edits_by_others_are_seen(self, reader: Reader, many: Document) -> None:
        await reader.press("S")
        other = Document.open(many.path, author="other")
        other.do(add_source(other.map, "Brought by another"))
        reader.screen.poll()
        reader.browser.look()
        await reader.pilot.pause()
        assert "Brought by another" in reader.seen()


class TestEditing:
    async def test_e_edits_the_source(self, reader: Reader) -> None:
        await reader.press("S", "j", "e")
        assert isinstance(reader.top, Form)
        await reader.type(" now")
        await reader.press("tab", "tab", "D", "enter")
        source = reader.source(2)
        assert (source.title, source.author, source.container_title) == ("Leaving Iraq now", "Doe, Jane", "D")
        assert reader.said == "Edit source S2 · u undo"
        assert "S2 Leaving Iraq now" in reader.seen()
        await reader.press("u")
        assert reader.source(2).title == "Leaving Iraq"
        await reader.press("ctrl+r")
        assert reader.source(2).title == "Leaving Iraq now"

    async def test_a_adds_a_source_and_goes_to_it(self, reader: Reader) -> None:
        await reader.press("S", "a", "enter")
        assert "title" in reader.seen()
        assert isinstance(reader.top, Form)
        await reader.type("New one")
        await reader.press("enter")
        assert reader.source(4).title == "New one"
        assert reader.browser.source == reader.source(4).id

    async def test_a_draft_of_a_source_is_kept(self, reader: Reader) -> None:
        await reader.press("S", "a")
        await reader.type("Half")
        await reader.press("escape")
        assert "kept" in reader.said
        await reader.press("a", "enter")
        assert reader.source(4).title == "Half"

    async def test_d_removes_only_what_nothing_cites(self, reader: Reader) -> None:
        await reader.press("S", "j", "d")
        assert reader.said == "S2 stays: it is cited for C4, C5, C8 and 1 more. Inside, d removes quotes."
        assert len(reader.map.sources) == 3
        await reader.press("j", "d")
        assert "Remove source S3" in reader.said
        assert len(reader.map.sources) == 2
        await reader.press("u")
        assert reader.source(3).title == "Unread"

    async def test_inside_d_removes_the_quote_and_e_edits_it(self, reader: Reader) -> None:
        await reader.press("S", "j", "enter", "d")
        assert "d on a claim" in reader.said
        await reader.press("j", "e", "x", "enter")
        assert [citation.quote for citation in reader.cited(5)] == ["x"]
        assert reader.entry == ("2", "C5")
        await reader.press("d")
        assert not reader.cited(5)
        await reader.press("u", "u")
        assert [citation.quote for citation in reader.cited(5)] == [""]

    async def test_undoing_everything_in_the_browser_gives_the_map_back(self, reader: Reader, many: Document) -> None:
        await reader.press("S", "a", "X", "enter", "k", "k", "enter", "j", "d", "v", "G", "v", "u", "u", "u")
        assert "Nothing to undo" not in reader.said
        again = Document.open(many.path)
        assert again.map == reader.map
        assert len(reader.map.sources) == 3
        assert len(reader.map.citations) == 5

    async def test_a_source_brought_by_an_edit_elsewhere_is_cited_in_the_tree_behind(self, reader: Reader) -> None:
        await reader.go(10)
        await reader.press("S")
        reader.screen.take(cite(reader.map, reader.id(10), reader.source(3).id))
        reader.browser.fill()
        await reader.press("escape")
        assert reader.here == "C10"


class TestOneVoice:
    async def test_two_marks_record_it_and_two_more_take_it_back(self, reader: Reader) -> None:
        await reader.press("S", "enter", "v")
        assert "S1 ¶4 is marked" in reader.said
        await reader.press("escape", "j", "enter", "v")
        (dependence,) = reader.map.dependences.values()
        one, other = Passage(reader.source(1).id, "4"), Passage(reader.source(2).id, "2")
        assert set(dependence.passages) == {one, other}
        assert "one voice with S1 ¶4" in reader.seen()
        await reader.press("v", "escape", "k", "enter", "v")
        assert not reader.map.dependences
        assert "one voice with" not in reader.seen()

    async def test_v_twice_on_one_passage_forgets_it(self, reader: Reader) -> None:
        await reader.press("S", "enter", "v", "v")
        assert reader.said == "No passage is marked now."
        await reader.press("escape", "j", "enter", "v")
        assert not reader.map.dependences

    async def test_undo_takes_it_back(self, reader: Reader) -> None:
        await reader.press("S", "j", "enter", "v", "G", "v")
        assert len(reader.map.dependences) == 1
        await reader.press("u")
        assert not reader.map.dependences


@pytest.mark.parametrize("text", [" ".join(HOSTILE), "[@click=app.quit]x[/] [/b] oops"])
@pytest.mark.parametrize("size", [(120, 30), (60, 20)])
async def test_every_dialog_shows_foreign_text_clean(tmp_path: Path, text: str, size: tuple[int, int]) -> None:
    entities = _hostile(text)
    source = next(entity for entity in entities if isinstance(entity, Source))
    other = Source(number=2, title=text, author=text, publisher=text, url=text, note=text)
    voice = Dependence(passages=(Passage(source.id, text), Passage(other.id, text)), note=text)
    document = Document.create(tmp_path / "hostile.argmap", [*entities, other, voice], author="tester")
    before = document.map.sources[source.id], *document.map.citations.values()
    app = ArgmapApp(document)
    async with at(app, size) as pilot:
        reader = Reader(app, pilot)
        await reader.go(2)
        for keys in (
            ["s"],
            ["down"],
            ["enter"],
            ["escape"],
            ["Q"],
            ["enter"],
            ["enter"],
            ["o"],
            ["v"],
            ["escape"],
            ["e"],
        ):
            await reader.press(*keys)
            assert not any(UNSAFE.search(line) for line in screen_lines(app)), keys
        await reader.press("enter")
        assert (document.map.sources[source.id], *document.map.citations.values()) == before, "nobody touched it"
