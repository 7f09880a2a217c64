"""What a key costs: how many rows are drawn anew, and how many bytes go to the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.document import Document
from argmap.tui import alike_search
from argmap.tui.app import ArgmapApp
from argmap.tui.messages import Act
from argmap.tui.tree import ArgumentTree
from benchmarks.synthetic import entities
from tests.terminal.program import opened
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.terminal.program import Program

CLAIMS = 3_000
MOST_BYTES = 8_192
MOVES = 25


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A map far larger than the screen."""
    path = tmp_path_factory.mktemp("large") / "large.argmap"
    Document.create(path, entities(CLAIMS), author="tester")
    return path


@pytest.fixture
async def person(large: Path) -> AsyncIterator[Person]:
    app = ArgmapApp(Document.open(large))
    async with at(app, (80, 24)) as pilot:
        yield Person(app, pilot)


async def drawn_by(person: Person, id_: str) -> int:
    """How many rows an action draws."""
    tree = person.screen.tree_view
    await person.pilot.pause()
    before = tree.drawn
    tree.post_message(Act(id_))
    await person.pilot.pause()
    await person.pilot.pause()
    return tree.drawn - before


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 40)])
async def test_the_rows_are_wrapped_once_while_the_screen_opens(
    large: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    """A first frame in another width is seen to jump, and costs a large map its wrapping twice."""
    widths: list[int] = []
    resized = ArgumentTree.on_resize

    def on_resize(tree: ArgumentTree) -> None:
        widths.append(tree.size.width)
        resized(tree)

    monkeypatch.setattr(ArgumentTree, "on_resize", on_resize)
    async with at(ArgmapApp(Document.open(large)), size) as pilot:
        await pilot.pause()
        await pilot.pause()
    assert len(set(widths)) == 1


async def test_a_move_inside_the_view_draws_the_row_it_leaves_and_the_row_it_reaches(person: Person) -> None:
    tree = person.screen.tree_view
    for _ in range(4):
        assert 1 <= await drawn_by(person, "down") <= 2
        assert tree.scroll_offset.y == 0
    for _ in range(3):
        assert await drawn_by(person, "up") <= 2


async def test_a_move_that_scrolls_draws_what_comes_into_view_besides(person: Person) -> None:
    tree = person.screen.tree_view
    for _ in range(MOVES):
        scrolled, before = tree.scroll_offset.y, await drawn_by(person, "down")
        assert before <= 2 + max(tree.scroll_offset.y - scrolled, 0)
    assert tree.scroll_offset.y > 0


@pytest.mark.parametrize("id_", ["toggle", "fold-all", "unfold-all", "wrap"])
async def test_folding_draws_no_more_than_the_view(person: Person, id_: str) -> None:
    """Also where it brings thousands of rows."""
    tree = person.screen.tree_view
    await person.press("j")
    assert 1 <= await drawn_by(person, id_) <= tree.size.height
    if id_ == "unfold-all":
        assert len(tree.rows) > CLAIMS


async def test_a_step_draws_no_more_than_the_view(person: Person) -> None:
    tree = person.screen.tree_view
    await person.press("j", "+", "x", "escape")
    before = tree.drawn
    await person.press("+", "enter")
    assert person.status.startswith("Add reason")
    assert tree.drawn - before <= 3 * tree.size.height  # the editor opens, the step is shown, the editor closes


@pytest.mark.parametrize(("size", "moves", "usual"), [((80, 24), MOVES, 4_000), ((140, 40), 40, MOST_BYTES)])
def test_moves_send_few_bytes(large: Path, size: tuple[int, int], moves: int, usual: int) -> None:
    """With their panes, first inside the view and then scrolling at each: quick over a slow line too."""
    with opened(large, *size) as program:
        program.see("position C1", "? help")
        program.keys("zR")
        costs = [cost_of(program, "j") for _ in range(moves)]
        scrolling = costs[-moves // 4 :]
        assert 100 < sum(scrolling) / len(scrolling) <= usual, costs
        program.keys("q")
        assert program.end() == 0


def cost_of(program: Program, key: str) -> int:
    """How many bytes came from a key until another row had the cursor; panes that come later count with the next."""
    here, sent = row_of_cursor(program), program.sent
    program.keys(key)
    program.wait(lambda: row_of_cursor(program) not in {here, ""}, "the cursor on another row")
    return program.sent - sent


def row_of_cursor(program: Program) -> str:
    return next((line for line in program.terminal.shown() if line.startswith(">")), "")


@pytest.mark.parametrize("size", [(99, 24), (100, 24), (60, 20), (100, 8), (20, 5), (5, 3)])
async def test_a_screen_that_stands_is_not_laid_out_again(large: Path, size: tuple[int, int]) -> None:
    """What follows the size of the tree changes no size itself, on either side of the width where panes move."""
    app = ArgmapApp(Document.open(large))
    async with at(app, (140, 40)) as pilot:
        person = Person(app, pilot)
        await person.press("j", "+", "T", "a", "x")
        await pilot.resize_terminal(*size)
        await pilot.pause(0.2)
        placed: list[object] = []
        person.screen.writing.place = lambda: placed.append(1)  # type: ignore[method-assign]
        await pilot.pause(0.3)
        assert placed == []


async def test_a_large_map_is_searched_for_duplicates_once_nobody_types(
    large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alike_search, "BEGIN_SECONDS", 0.02)
    monkeypatch.setattr(alike_search, "_IDLE_SECONDS", 60.0)
    app = ArgmapApp(Document.open(large))
    async with at(app, (80, 24)) as pilot:
        person = Person(app, pilot)
        begun: list[object] = []
        monkeypatch.setattr(person.screen.alike_search, "begin", lambda: begun.append(1))
        await person.press("j")
        await pilot.pause(0.2)
        assert not begun
        monkeypatch.setattr(alike_search, "_IDLE_SECONDS", 0.0)
        for _ in range(500):
            await pilot.pause(0.02)
            if begun:
                break
        assert len(begun) == 1
