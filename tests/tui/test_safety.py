"""Nothing that goes wrong loses words or ends the program, and moving draws no more than it must."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.document import Document
from argmap.editing import add_reason
from argmap.errors import FileError
from argmap.tui.screen import MapScreen
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from argmap.model import Step
    from argmap.tui.app import ArgmapApp


@pytest.fixture
async def person(app: ArgmapApp) -> AsyncIterator[Person]:
    async with at(app) as pilot:
        yield Person(app, pilot)


class TestSafety:
    async def test_saving_is_never_needed_and_quitting_never_asks(self, person: Person) -> None:
        await person.press("ctrl+s")
        assert "saved" in person.status
        await person.press("q")
        assert person.app._exit

    async def test_a_step_that_cannot_be_saved_keeps_the_words(
        self, person: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object) -> Step:
            message = "The disk is full."
            raise FileError(message)

        await person.go(8)
        await person.press("+", "a", "b")
        with monkeypatch.context() as patched:
            patched.setattr(person.app.document, "do", refuse)
            await person.press("enter")
        assert person.status == "The disk is full."
        assert person.screen.editor.text == "ab"
        await person.press("escape", "+")
        assert person.screen.editor.text == "ab"
        await person.press("enter")
        assert person.text(14) == "ab"

    async def test_a_file_that_is_gone_ends_nothing(self, person: Person) -> None:
        await person.go(8)
        person.app.document.path.unlink()
        person.screen.poll()
        await person.press("+", "a", "enter", "escape", "u", "1")
        assert person.status
        assert person.app._exit is False
        assert "Attacks doubled." in person.seen()

    @pytest.mark.parametrize(
        ("keys", "fails"),
        [(("+", "a"), "argmap.tui.writing.Writing._close_claims"), (("/", "a"), "argmap.tui.search.Search._find")],
    )
    async def test_what_fails_while_somebody_types_ends_nothing(
        self, person: Person, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...], fails: str
    ) -> None:
        def fail(*_: object) -> None:
            raise IndexError

        monkeypatch.setattr(fails, fail)
        await person.go(8)
        await person.press(*keys)
        assert "IndexError" in person.status
        await person.press("escape")
        assert person.screen.focused is person.screen.tree_view

    async def test_a_change_by_another_program_is_shown(self, person: Person) -> None:
        await person.go(8)
        other = Document.open(person.app.document.path, author="other")
        other.do(add_reason(other.map, person.id(8), "from outside"))
        person.screen.poll()
        await person.pilot.pause()
        assert "another program" in person.status
        assert person.here == "C8"
        assert "from outside" in person.seen()

    async def test_an_edit_on_top_of_a_change_by_another_program(self, person: Person) -> None:
        await person.go(8)
        other = Document.open(person.app.document.path, author="other")
        other.do(add_reason(other.map, person.id(9), "from outside"))
        await person.press("+", "x", "enter")
        assert {claim.text for claim in person.map.claims.values()} >= {"from outside", "x"}
        assert person.map.claims[person.screen.tree_view.row.claim].text == "x"


class TestRepainting:
    async def test_moving_the_cursor_draws_two_rows(self, person: Person) -> None:
        await person.press("j", "j", "j")
        tree = person.screen.tree_view
        for key in ("j", "k", "k"):
            before = tree.drawn
            tree._strips.clear()
            await person.press(key)
            assert tree.drawn - before <= 2

    async def test_moving_the_cursor_lays_nothing_out(self, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
        await person.press("j")
        laid_out: list[object] = []
        monkeypatch.setattr(MapScreen, "_refresh_layout", lambda *_args, **_options: laid_out.append(1))
        await person.press("j", "j", "k")
        assert not laid_out
