"""The person's own editor: what goes out comes back, and nothing that goes wrong there loses anything."""

from __future__ import annotations

import shlex
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from argmap.errors import UnfitError
from argmap.tui.elsewhere import Sheet, edited, editor_command
from tests.strategies import texts
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from argmap.tui.app import ArgmapApp


def _blank_edges(text: str) -> str:
    return "\n".join(text.splitlines()).strip()


@given(texts(), texts())
def test_a_sheet_reads_back_as_its_two_texts(above: str, below: str) -> None:
    sheet = Sheet(above, below)
    assert sheet.read(sheet.written()) == (_blank_edges(above), _blank_edges(below))


def test_a_text_that_holds_the_line_itself_is_no_trap() -> None:
    tricky = f"a\n{Sheet('', '').line}\nb"
    assert Sheet(tricky, tricky).read(Sheet(tricky, tricky).written()) == (tricky, tricky)


def test_without_the_line_nothing_is_guessed() -> None:
    assert Sheet("a", "b").read("a\nb\n") is None


class TestCommand:
    def test_visual_comes_before_editor_and_quotes_hold_words_together(self) -> None:
        assert editor_command({"VISUAL": "'my editor' -w", "EDITOR": "ed"}) == ["my editor", "-w"]
        assert editor_command({"VISUAL": " ", "EDITOR": "ed"}) == ["ed"]

    @pytest.mark.parametrize("environment", [{}, {"EDITOR": "  "}, {"EDITOR": "'ed"}])
    def test_without_one_it_says_what_to_set(self, environment: dict[str, str]) -> None:
        with pytest.raises(UnfitError, match="EDITOR=nano"):
            editor_command(environment)


def program(source: str) -> list[str]:
    """An editor that runs *source*, with the file as ``path``."""
    return [sys.executable, "-c", f"import os, sys, pathlib; path = pathlib.Path(sys.argv[1]); {source}"]


class TestEditing:
    def test_the_file_is_private_and_gone_afterwards(self, tmp_path: Path) -> None:
        note = tmp_path / "note"
        source = f"pathlib.Path({str(note)!r}).write_text(str(path)); path.write_text(path.read_text().upper())"
        assert edited(program(f"assert not os.stat(path.parent).st_mode & 0o077; {source}"), "é\nb", "C1") == "É\nB"
        place = Path(note.read_text(encoding="utf-8"))
        assert place.name == "C1.txt"
        assert not place.parent.exists()

    @pytest.mark.parametrize(
        ("source", "sentence"),
        [
            ("sys.exit(3)", "the error 3"),
            ("path.unlink()", "took the file away"),
            ("path.write_bytes(b'\\xff\\xfe')", "no UTF-8"),
        ],
    )
    def test_what_goes_wrong_is_said(self, source: str, sentence: str) -> None:
        with pytest.raises(UnfitError, match=sentence):
            edited(program(source), "a", "C1")

    def test_an_editor_that_is_not_there_is_named(self) -> None:
        with pytest.raises(UnfitError, match=r"no-such-editor cannot be started: .*Set VISUAL or EDITOR"):
            edited(["no-such-editor"], "a", "C1")

    def test_no_shell_reads_the_command(self, tmp_path: Path) -> None:
        with pytest.raises(UnfitError):
            edited(editor_command({"EDITOR": f"touch;touch {tmp_path}/made"}), "a", "C1")
        assert not list(tmp_path.iterdir())


@pytest.fixture
async def person(app: ArgmapApp, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Person]:
    """Somebody whose terminal can be handed over: the tests have no real one.

    Like a real one it is taken back only after a block that ends without an error.
    """
    handed: list[bool] = []

    @contextmanager
    def suspend() -> Iterator[None]:
        handed.append(True)
        yield
        handed.pop()

    async with at(app) as pilot:
        monkeypatch.setattr(app, "suspend", suspend)
        yield Person(app, pilot)
    assert not handed, "the terminal was not taken back"


class TestAtTheScreen:
    @pytest.fixture(autouse=True)
    def _no_editor(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("VISUAL", raising=False)
        monkeypatch.delenv("EDITOR", raising=False)

    async def edit(self, person: Person, monkeypatch: pytest.MonkeyPatch, source: str) -> None:
        monkeypatch.setenv("EDITOR", shlex.join(program(source)))
        await person.press("ctrl+e")

    async def test_claim_and_note_are_one_step(self, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
        await person.go(8)
        before = person.map.claims[person.id(8)]
        source = "path.write_text(path.read_text().replace('doubled', 'tripled') + '\\nA note\\nof two lines\\n')"
        await self.edit(person, monkeypatch, source)
        claim = person.map.claims[person.id(8)]
        assert (claim.text, claim.note) == ("Attacks tripled.", "A note\nof two lines")
        assert person.status == "Edit C8 · u undo"
        await person.press("u")
        assert person.map.claims[person.id(8)] == before

    async def test_the_first_row_is_the_question(self, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
        await self.edit(person, monkeypatch, "path.write_text(path.read_text() + 'More')")
        assert person.map.about.description == "More"
        assert person.map.about.question == "Should the troops leave?"

    async def test_an_editor_that_comes_back_at_once_is_explained(
        self, person: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        await person.go(8)
        await self.edit(person, monkeypatch, "pass")
        assert "--wait" in person.status

    async def test_an_emptied_file_takes_it_back(self, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
        """As with a message for git: it is no draft of a claim without words."""
        await person.go(8)
        await self.edit(person, monkeypatch, "path.write_text('\\n')")
        assert person.status == "The file came back empty, so nothing was changed."
        await person.press("E")
        assert "Attacks doubled." in person.seen()

    @pytest.mark.parametrize("source", ["path.write_text('One text')", "path.write_text(path.read_text()[16:] + 'N')"])
    async def test_what_cannot_be_saved_waits_in_the_card(
        self, person: Person, monkeypatch: pytest.MonkeyPatch, source: str
    ) -> None:
        """Without the line between, or without a claim over it."""
        await person.go(8)
        await self.edit(person, monkeypatch, source)
        assert "E here goes on" in person.status
        assert person.text(8) == "Attacks doubled."
        (left,) = person.screen.left_cards.values()
        assert "One text" in left.typed.values() or left.typed == {"text": "", "note": "N"}
        await person.press("E")
        assert "draft you left" in person.seen()

    async def test_it_goes_on_with_what_was_left_in_the_card(
        self, person: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        await person.go(8)
        await person.press("E", "tab", "n", "tab", "x", "escape")
        await self.edit(person, monkeypatch, "path.write_text(path.read_text().rstrip() + 'ote')")
        assert person.map.claims[person.id(8)].note == "note"
        assert [left.typed for left in person.screen.left_cards.values()] == [{"tags": "isisx"}]

    @pytest.mark.parametrize(
        ("source", "sentence"),
        [
            ("sys.exit(1)", "the error 1"),
            ("path.unlink()", "took the file away"),
            ("path.write_bytes(b'\\xff')", "UTF-8"),
        ],
    )
    async def test_after_an_editor_that_fails_the_screen_comes_back(
        self, person: Person, monkeypatch: pytest.MonkeyPatch, source: str, sentence: str
    ) -> None:
        await person.go(8)
        await self.edit(person, monkeypatch, source)
        assert sentence in person.status
        assert person.text(8) == "Attacks doubled."

    async def test_an_editor_that_is_not_there_is_said_on_the_screen_that_comes_back(
        self, person: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("EDITOR", "/no/such/editor")
        await person.go(8)
        await person.press("ctrl+e")
        assert "cannot be started" in person.status

    async def test_what_others_changed_meanwhile_is_not_overwritten(
        self, person: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        await person.go(8)
        source = (
            "import subprocess; subprocess.run([sys.executable, '-m', 'argmap', 'reword', "
            f"{str(person.app.document.path)!r}, 'C8', 'Theirs'], check=True, stdout=subprocess.DEVNULL);"
            "path.write_text('Mine' + path.read_text())"
        )
        await self.edit(person, monkeypatch, source)
        assert person.text(8) == "Theirs"
        assert 'somebody changed "Claim" meanwhile' in person.status
        assert "E here goes on" in person.status
        await person.press("E", "enter")
        assert person.text(8) == "MineAttacks doubled."

    async def test_without_an_editor_it_says_what_to_set(self, person: Person) -> None:
        await person.go(8)
        await person.press("ctrl+e")
        assert "EDITOR=nano" in person.status


async def test_a_terminal_that_cannot_be_handed_over_is_explained(
    app: ArgmapApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "true")
    async with at(app) as pilot:
        person = Person(app, pilot)
        await person.press("ctrl+e")
        assert "E shows the card" in person.status
