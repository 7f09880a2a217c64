"""A key does as much in a large map as in a small one: counted in lines of ours that run, and in paintings."""

from __future__ import annotations

import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest

from argmap.document import Document
from argmap.tui.app import ArgmapApp
from argmap.tui.messages import Act
from benchmarks.synthetic import entities
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path
    from types import FrameType

SMALL, LARGE = 100, 10_000
AS_MUCH = 1.5
A_FEW = 250
"""Lines: rows differ in words and badges, whatever the size of the map."""


@pytest.fixture(scope="module")
def maps(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    folder = tmp_path_factory.mktemp("maps")
    paths = {size: folder / f"{size}.argmap" for size in (SMALL, LARGE)}
    for size, path in paths.items():
        Document.create(path, entities(size), author="tester")
    return paths


@asynccontextmanager
async def looking_at(path: Path) -> AsyncIterator[Person]:
    """Somebody who sees every row of a map, stands at the third position, and has found something."""
    app = ArgmapApp(Document.open(path))
    async with at(app, (80, 24)) as pilot:
        person = Person(app, pilot)
        person.screen.act(Act("unfold-all"))
        await person.press("/")
        await person.type("tax")
        await person.press("enter")
        await person.go(3)
        yield person


def lines_run(do: Callable[[], object]) -> int:
    """How many lines of argmap run in *do*, each as often as it runs."""
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:  # as sys.settrace has it
        nonlocal count
        if "argmap" not in frame.f_code.co_filename:
            return None
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        do()
    finally:
        sys.settrace(before)
    return count


async def costs(person: Person, ids: list[str]) -> dict[str, int]:
    """What each action costs when it is done for the third time."""
    found: dict[str, int] = {}
    for _ in range(3):
        for id_ in ids:
            found[id_] = lines_run(lambda id_=id_: person.screen.act(Act(id_)))  # type: ignore[misc]  # a lambda in a loop
            await person.pilot.pause()
    return found


async def test_moving_and_going_from_match_to_match_cost_the_same(maps: dict[int, Path]) -> None:
    ids = ["down", "up", "find-next", "find-previous", "bookmark", "page-down", "page-up"]
    by_size: dict[int, dict[str, int]] = {}
    for size, path in maps.items():
        async with looking_at(path) as person:
            by_size[size] = await costs(person, ids)
    for id_ in ids:
        assert by_size[LARGE][id_] <= AS_MUCH * by_size[SMALL][id_] + A_FEW, (id_, by_size)


async def test_a_letter_that_goes_on_costs_the_same(maps: dict[int, Path]) -> None:
    """All of ours but the search among what was found, which runs in no lines of ours."""
    by_size: dict[int, int] = {}
    for size, path in maps.items():
        async with looking_at(path) as person:
            await person.press("/")
            await person.type("worke")
            by_size[size] = lines_run(lambda: person.screen.search.type("worker"))
    assert by_size[LARGE] <= AS_MUCH * by_size[SMALL] + A_FEW, by_size


async def test_a_letter_that_finds_the_same_draws_no_row(maps: dict[int, Path]) -> None:
    async with looking_at(maps[LARGE]) as person:
        await person.press("/")
        await person.type("worke")
        drawn = person.screen.tree_view.drawn
        await person.type("r")
        assert person.screen.tree_view.drawn == drawn
        assert " of " in person.screen.find_bar.query_one("#found").render_line(0).text


async def test_a_move_is_painted_once(maps: dict[int, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    async with looking_at(maps[SMALL]) as person:
        painted: list[None] = []
        monkeypatch.setattr(person.app, "post_display_hook", lambda: painted.append(None))
        for key in ("j", "j", "k"):
            painted.clear()
            await person.press(key)
            assert len(painted) == 1, key
