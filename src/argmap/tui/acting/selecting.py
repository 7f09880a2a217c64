"""Selecting: rows that the next action changes together, as one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.errors import UnfitError
from argmap.tui.acting.chosen import claim_of
from argmap.tui.action import EDIT, TREE, Action
from argmap.tui.places import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from argmap.model import ArgumentMap, Step
    from argmap.outlines.walk import Place
    from argmap.tui.stage import Stage


def chosen_rows(screen: Stage) -> list[Row]:
    """Return the selected places that are still there, in the order of the screen; without any, the cursor's."""
    tree = screen.tree_view
    there = tree.selected_there()
    if not there:
        return [tree.row]
    order = {row.place: index for index, row in enumerate(tree.rows.visible)}
    return [Row(place) for place in sorted(there, key=lambda place: order.get(place, len(order)))]


def chosen_branches(screen: Stage) -> list[Row]:
    """Return the chosen rows that stand under no other chosen row: the tops of what is to move or to go."""
    rows = chosen_rows(screen)
    if len(rows) == 1:
        return rows
    places = {row.place for row in rows}
    way_to = screen.tree_view.rows.places.way_to
    return [row for row in rows if not places.intersection(way_to(row.place)[:-1])]


def clear(screen: Stage) -> None:
    """Select nothing."""
    if screen.tree_view.selected:
        select(screen, ())


def select(screen: Stage, places: tuple[Place, ...] | list[Place]) -> None:
    """Select *places* and no others."""
    tree = screen.tree_view
    tree.selected = dict.fromkeys(places)
    tree.settle()


def change_each(
    screen: Stage,
    edit: Callable[[ArgumentMap, Row], Step],
    verb: str,
    *,
    rows: list[Row] | None = None,
    once: Callable[[Row], Hashable] = lambda row: row.place,
) -> None:
    """Make *edit* at every chosen row, all of them as one step; say how many, after *verb*.

    *once* tells what an edit is about, where several rows may stand for the same thing.
    """
    different = {once(row): row for row in (rows if rows is not None else chosen_rows(screen))}
    if len(different) == 1:
        screen.take(edit(screen.document.map, next(iter(different.values()))))
        return
    from argmap.editing import combined

    found = combined(
        screen.document.map,
        [lambda map_, row=row: edit(map_, row) for row in different.values()],  # type: ignore[misc]  # bound here
        lambda count: f"{verb} {counted(count)}",
    )
    screen.take(found.step)
    if found.step.changes and found.refused:
        left = f"{len(found.refused)} left as is: {found.refused[0]}"
        screen.say(f"{found.step.label} · {left} · {screen.keymap.offer('undo', 'undo')}")


def counted(count: int) -> str:
    """Say how many of the selected rows."""
    return "1 selected row" if count == 1 else f"{count:,} selected rows"


def _toggle(screen: Stage, _: str) -> None:
    tree = screen.tree_view
    claim_of(tree.row)
    there = tree.selected_there()
    place = tree.row.place
    select(screen, [each for each in there if each != place] if place in there else [*there, place])
    _tell(screen)


def _range(screen: Stage, _: str) -> None:
    tree = screen.tree_view
    claim_of(tree.row)
    there = tree.selected_there()
    start = tree.rows.index_of(there[-1]) if there else tree.cursor
    if start is None:
        message = "The row selected last is folded away. [select] selects a row, then [select-range] up to another."
        raise UnfitError(screen.keymap.filled(message))
    low, high = sorted((start, tree.cursor))
    between = [row.place for row in tree.rows.visible[low : high + 1] if row.is_claim]
    rest = [place for place in between if place != tree.row.place]
    select(screen, list(dict.fromkeys([*there, *rest, tree.row.place])))
    _tell(screen)


_ACTING = (
    "[remove] [flip] [credence-0] to [credence-5] [weaken] [strengthen] [move-down] [move-up] [move-to] [copy] [tags]"
    " [implicit] [bookmark] act on all of them"
    " · [select-none] lets go"
)


def _tell(screen: Stage) -> None:
    count = len(screen.tree_view.selected)
    if count:
        keys = screen.keymap.filled(_ACTING)
        screen.say(f"{counted(count).capitalize()}: {keys}")
    else:
        screen.say("Nothing is selected now.")


def _let_go(screen: Stage, _: str) -> None:
    if screen.tree_view.selected:
        clear(screen)
        screen.say("Nothing is selected now.")
    else:
        screen.say("Everything is shown again." if screen.end_filter() else "")


def _selects(id_: str, keys: tuple[str, ...], words: str, help_: str, do: Callable[[Stage, str], None]) -> Action:
    return Action(id_, keys, EDIT, words, help_, do, TREE)


ACTIONS = (
    _selects("select", ("v",), "Select the row", "Let the next action change this row too; again: not.", _toggle),
    _selects(
        "select-range", ("V",), "Select up to here", "Select every row from the last selected one to this.", _range
    ),
    _selects(
        "select-none",
        ("escape",),
        "Select nothing",
        "Let go of the selected rows; without any, end the filter.",
        _let_go,
    ),
)
"""Taking several rows together."""
