"""Exporting from the screen: one Enter writes what is in focus, nothing is overwritten unasked, nothing hangs."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import pytest

from argmap.document import Document
from argmap.editing import remove_claim
from argmap.errors import UnfitError
from argmap.outlines import Selection
from argmap.publishing import FORMATS, Published
from argmap.publishing.printouts import PRINTOUTS, Printout
from argmap.settings.remembered import remembered
from argmap.tui.app import ArgmapApp
from argmap.tui.export_form import ExportForm
from argmap.tui.exporting import exports, place_of, with_ending
from tests.tui.conftest import sample_entities
from tests.tui.test_screen import Person, at, person

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

__all__ = ["person"]  # a fixture

BEGINS = {
    ".docx": b"PK",
    ".xlsx": b"PK",
    ".pdf": b"%PDF",
    ".png": b"\x89PNG",
    ".svg": b"<",
    ".html": b"<!",
}


async def until_written(person: Person) -> None:
    """Wait until nothing is being written any more; a loaded machine takes its time."""
    for _ in range(1_500):
        await person.pilot.pause(0.02)
        form = person.app.screen
        if not isinstance(form, ExportForm) or form._ticking is None:
            break
    await person.pilot.pause()


async def export(person: Person, *keys: str) -> None:
    """Open the form, press *keys*, and let it write."""
    await person.press("x", *keys, "enter")
    await until_written(person)


async def retype(person: Person, name: str) -> None:
    """Type another name over the one that stands in the form."""
    await person.press("ctrl+u")
    await person.type(name)


def form_of(person: Person) -> ExportForm:
    form = person.app.screen
    assert isinstance(form, ExportForm), "the form stays open"
    return form


def written(person: Person) -> list[str]:
    folder = person.app.document.path.parent
    return sorted(each.name for each in folder.iterdir() if each.is_file() and each.suffix != ".argmap")


def seen(person: Person) -> str:
    """What is on the screen, without frames and line ends."""
    return " ".join(person.seen().replace("│", " ").split())


class TestWriting:
    async def test_enter_writes_the_whole_map_beside_it_and_says_where(self, person: Person) -> None:
        before = person.app.document.path.read_bytes()
        await export(person)
        assert written(person) == ["troops-outline.docx"]
        place = person.app.document.path.with_name("troops-outline.docx")
        assert f"Wrote {place}." in person.status
        assert place.read_bytes().startswith(b"PK")
        assert person.app.document.path.read_bytes() == before

    async def test_what_was_written_last_is_what_stands_there_next(self, person: Person) -> None:
        await person.press("x", "shift+tab", "shift+tab", *"brie", "enter", *"markd", "enter", "enter")
        await until_written(person)
        assert written(person) == ["troops-brief.md"]
        assert (remembered("export"), remembered("export brief")) == ("brief", "markdown")
        await export(person)
        assert written(person) == ["troops-brief-2.md", "troops-brief.md"]

    async def test_the_branch_in_focus_is_what_is_written(self, person: Person) -> None:
        await person.go(7)
        await person.press("f", "x")
        assert "in focus, C7: Withdrawal enables" in seen(person)
        await retype(person, "branch.txt")
        await person.press("enter")
        await until_written(person)
        said = person.app.document.path.with_name("branch.txt").read_text(encoding="utf-8")
        assert "Attacks doubled" in said
        assert "Parliament" not in said

    async def test_what_is_under_the_cursor_can_be_chosen(self, person: Person) -> None:
        await person.go(7)
        await person.press("x", *("shift+tab",) * 3, *"cursor", "enter", "tab", "tab", "enter")
        await until_written(person)
        assert written(person) == ["troops-C7-outline.docx"]

    async def test_the_ending_that_is_typed_says_what_is_written(self, person: Person) -> None:
        await person.press("x")
        await retype(person, "mine.pdf")
        await person.press("enter")
        await until_written(person)
        assert person.app.document.path.with_name("mine.pdf").read_bytes().startswith(b"%PDF")

    async def test_a_name_without_an_ending_gets_that_of_its_type(self, person: Person) -> None:
        await person.press("x")
        await retype(person, "draft v1.2")
        await person.press("enter")
        await until_written(person)
        assert written(person) == ["draft v1.2.docx"]

    async def test_without_a_name_the_usual_one_is_taken(self, person: Person) -> None:
        await export(person, "ctrl+u")
        assert written(person) == ["troops-outline.docx"]

    async def test_a_name_that_was_typed_keeps_its_words_when_the_type_changes(self, person: Person) -> None:
        await person.press("x")
        await retype(person, "case.docx")
        await person.press("shift+tab", *"pdf", "enter", "enter")
        await until_written(person)
        assert written(person) == ["case.pdf"]

    async def test_what_could_not_be_shown_is_said_beside_where_the_file_went(self, person: Person) -> None:
        await person.press("x", "shift+tab", "shift+tab", *"flow", "enter", "tab", "enter")
        await until_written(person)
        assert written(person) == ["troops-table.xlsx"]
        said = " ".join(person.status.split())
        assert "troops-table.xlsx. " in said
        assert "have no cell" in said

    async def test_keys_that_come_in_one_rush_are_all_taken(self, person: Person) -> None:
        """The names of types and files go with what was chosen, also where it was chosen a moment ago."""
        await person.pilot.press("x", "shift+tab", "shift+tab", *"draw", "enter", *"svg", "enter", "enter")
        await until_written(person)
        assert written(person) == ["troops-drawing.svg"]

    async def test_a_new_kind_of_printout_appears_by_itself(
        self, person: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        new = Printout("placards", "to hold up", lambda *_: Published(b"Down with it"), FORMATS[:1])
        monkeypatch.setitem(PRINTOUTS, "placards", new)
        await person.press("x", "shift+tab", "shift+tab", *"hold up", "enter", "tab", "enter")
        await until_written(person)
        assert written(person) == ["troops-placards.txt"]


class TestWhatCannotBeWritten:
    async def test_a_file_that_is_there_is_left_and_a_free_name_offered(self, person: Person) -> None:
        place = person.app.document.path.with_name("case.docx")
        place.write_text("mine")
        await person.press("x")
        await retype(person, "case.docx")
        await person.press("enter")
        await until_written(person)
        assert "case.docx is there already and was left as it is. Enter writes case-2.docx" in seen(person)
        await person.press("enter")
        await until_written(person)
        assert (place.read_text(), written(person)) == ("mine", ["case-2.docx", "case.docx"])

    async def test_a_file_is_written_over_when_that_is_said(self, person: Person) -> None:
        place = person.app.document.path.with_name("case.txt")
        place.write_text("mine")
        await person.press("x")
        await retype(person, "case.txt")
        await person.press("tab", "space", "enter")
        await until_written(person)
        assert "Should the troops leave?" in place.read_text()

    async def test_a_folder_that_is_not_there_is_said_and_the_form_stays(self, person: Person) -> None:
        await person.press("x")
        await retype(person, "nowhere/case.docx")
        await person.press("enter")
        await until_written(person)
        assert "there is no folder" in seen(person)
        assert form_of(person).answers()["file"] == "nowhere/case.docx"
        assert written(person) == []

    @pytest.mark.parametrize("name", ["other.argmap.docx", "~nobody-of-that-name/x.docx", "y" * 300])
    async def test_names_that_cannot_be_end_in_a_sentence(self, person: Person, name: str) -> None:
        await person.press("x", "ctrl+u")
        form_of(person)._fill_in(name)
        await person.press("enter")
        await until_written(person)
        assert "should not have happened" not in seen(person)
        assert written(person) == (["other.argmap.docx"] if name.startswith("other") else [])

    async def test_a_map_is_never_written_over(self, person: Person) -> None:
        before = person.app.document.path.read_bytes()
        link = person.app.document.path.with_name("link.docx")
        link.symlink_to(person.app.document.path)
        await person.press("x")
        await retype(person, "link.docx")
        await person.press("tab", "space", "enter")
        await until_written(person)
        assert "would be no map" in seen(person)
        assert person.app.document.path.read_bytes() == before

    async def test_an_empty_map_has_nothing_to_print(self, tmp_path: Path) -> None:
        app = ArgmapApp(Document.create(tmp_path / "empty.argmap", [], author="tester"))
        async with at(app, (60, 20)) as pilot:
            person = Person(app, pilot)
            await export(person)
            assert "There is nothing to print: this map has no claims yet." in seen(person)
            await person.press("escape")
            assert person.screen

    async def test_a_branch_that_somebody_else_removed_is_said(self, person: Person) -> None:
        other = Document.open(person.app.document.path, "somebody else")
        await person.go(8)
        await person.press("f", "x")
        other.do(remove_claim(other.map, person.id(8)))
        form_of(person).stage.poll()
        await person.press("enter")
        await until_written(person)
        assert "C8 was removed meanwhile. Choose something else to write." in seen(person)

    async def test_what_fails_in_an_unforeseen_way_is_said(
        self, person: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*_: object) -> Published:
            raise ZeroDivisionError

        monkeypatch.setitem(PRINTOUTS, "outline", Printout("outline", "broken", fail))
        await export(person)
        assert "should not have happened (ZeroDivisionError)" in seen(person)
        assert form_of(person)


class TestWaiting:
    async def test_the_screen_goes_on_while_a_file_is_made_and_esc_gives_it_up(
        self, person: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        go_on, made = Event(), Event()

        def slowly(*_: object) -> Published:
            assert go_on.wait(20)
            made.set()
            return Published(b"done")

        monkeypatch.setitem(PRINTOUTS, "outline", Printout("outline", "slow", slowly))
        await person.press("x", "enter", "enter")
        assert "Writing" in seen(person)
        await person.press("escape")
        assert person.status == "Nothing was written."
        go_on.set()
        assert made.wait(20)
        for _ in range(10):
            await person.pilot.pause(0.01)
        assert written(person) == []


@pytest.mark.parametrize("name", exports())
def test_everything_can_be_written_in_each_of_its_types(name: str, sample_map: ArgumentMap) -> None:
    for type_ in exports()[name].types:
        made = type_.make(sample_map, Selection())
        assert made.content.startswith(BEGINS.get(type_.suffixes[0], b"")), type_
        assert len(made.content) > 100, type_


def test_a_folder_gets_the_file_put_into_it(tmp_path: Path) -> None:
    assert place_of(".", tmp_path, "map.docx") == tmp_path / "map.docx"
    assert place_of("a.docx", tmp_path, "map.docx") == tmp_path / "a.docx"
    assert place_of(str(tmp_path), Path("/"), "map.docx") == tmp_path / "map.docx"
    with pytest.raises(UnfitError, match="No file can have the name"):
        place_of("~nobody-of-that-name/x", tmp_path, "map.docx")


def test_only_endings_of_ours_are_changed() -> None:
    pdf = exports()["outline"].type_called("pdf")
    typed = ("case.docx", "CASE.DOCX", "v1.2", ".docx", "notes", "a.b/c.md")
    changed = [with_ending(each, exports().values(), pdf) for each in typed]
    assert changed == ["case.pdf", "CASE.pdf", "v1.2", ".docx", "notes", "a.b/c.pdf"]


async def test_a_name_full_of_signs_for_terminals_stays_a_name(tmp_path: Path) -> None:
    path = tmp_path / "a[b]\x1b[31m\u202ex.argmap"
    app = ArgmapApp(Document.create(path, sample_entities(), author="tester"), ascii_only=True)
    async with at(app, (80, 24)) as pilot:
        person = Person(app, pilot)
        await export(person)
        assert written(person) == ["a[b][31mx-outline.docx"]
        assert "\x1b" not in person.seen()
