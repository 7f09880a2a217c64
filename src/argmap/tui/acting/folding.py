"""Folding: how much of the tree is shown, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.tui.action import TREE, VIEW, Action
from argmap.tui.places import FOCUS

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.tui.stage import Stage


def fold(screen: Stage, *, closes: bool | None) -> None:
    """Fold the row (*closes*), unfold it, or (None) whichever it is not."""
    tree = screen.tree_view
    rows = tree.rows
    changed = (closes is not False and rows.fold(tree.cursor)) or (closes is not True and rows.unfold(tree.cursor))
    if changed:
        tree.settle(tree.row)
        tree.post_cursor()
        if tree.drawing.spoken:
            count = rows.places.count_under(tree.row)
            screen.say(f"Open: {count} under it." if rows.is_open(tree.row) else f"Folded: {count} under it.")
    else:
        screen.say(_why_not(screen) if not rows.places.has_under(tree.row) else "")


def _why_not(screen: Stage) -> str:
    is_focus = screen.tree_view.row.place == FOCUS
    return f"{screen.key('zoom-out')} zooms out." if is_focus else "There is nothing under this row."


def _level(screen: Stage, level: int | None) -> None:
    tree = screen.tree_view
    place, above = tree.row.place, tree.row.above
    tree.rows.folds.to_level(level)
    tree.rows.rebuild()
    index = tree.rows.index_of(place)
    while index is None and above is not None:
        index = tree.rows.index_of(above.place)
        above = above.above
    tree.settle()
    tree.go_to(index or 0)


def _level_key(screen: Stage, key: str) -> None:
    if key.isdigit():
        _level(screen, int(key))
    else:
        screen.say(
            f"Press {screen.key('fold-to-level')} to show the positions and what bears on them, 2 for one level more."
        )


def _wrap(screen: Stage, _: str) -> None:
    tree = screen.tree_view
    held = tree.held()
    tree.drawing.wrapping = not tree.drawing.wrapping
    tree.rows.remeasure()
    tree.settle()
    tree.hold(held)
    screen.say("Claims are wrapped." if tree.drawing.wrapping else "One line a claim.")


def _view(
    id_: str, keys: tuple[str, ...], words: str, help_: str, do: Callable[[Stage, str], None], footer: str = ""
) -> Action:
    return Action(id_, keys, VIEW, words, help_, do, TREE, footer)


ACTIONS = (
    _view(
        "toggle",
        ("space", "z a"),
        "Fold or unfold",
        "Hide or show what is under the row.",
        lambda screen, _: fold(screen, closes=None),
        "fold",
    ),
    _view("unfold", ("z o",), "Unfold", "Show what is under the row.", lambda screen, _: fold(screen, closes=False)),
    _view("fold", ("z c",), "Fold", "Hide what is under the row.", lambda screen, _: fold(screen, closes=True)),
    _view("unfold-all", ("z R",), "Unfold everything", "Show every row.", lambda screen, _: _level(screen, None)),
    _view("fold-all", ("z M",), "Fold everything", "Show the positions alone.", lambda screen, _: _level(screen, 0)),
    _view(
        "fold-to-level", tuple(f"z {n}" for n in range(1, 10)), "Fold to a level", "Show that many levels.", _level_key
    ),
    _view("wrap", ("w",), "Wrap claims or not", "Show claims in full, or one line each.", _wrap),
    Action(
        "theme",
        (),
        VIEW,
        "Light or dark theme",
        "Take the next theme: dark, light, or the sixteen colours of the terminal.",
        lambda screen, _: screen.change_theme(),
    ),
)
"""Showing more or less."""
