"""Moving: the cursor from row to row, and the keyboard from pane to pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.tui.action import DETAIL, MOVE, TREE, Action

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.tui.stage import Stage
    from argmap.tui.tree import ArgumentTree


def _moved(
    find: Callable[[ArgumentTree], int | None], *, jumps: bool = False, end: str = ""
) -> Callable[[Stage, str], None]:
    """Return the action that goes to the row *find* returns, or says *end* where there is none.

    After one that *jumps* the way back is kept.
    """

    def go(screen: Stage, _: str) -> None:
        index = find(screen.tree_view)
        if index is not None:
            if jumps:
                screen.tree_view.trail.leave(screen.tree_view.row.place)
            screen.tree_view.cursor = index
        elif jumps and screen.tree_view.rows.focus is not None:
            screen.say(f"There is none that way in this focus. {screen.key('zoom-out')} zooms out.")
        elif end:
            screen.say(end)

    return go


def _page(tree: ArgumentTree, direction: int) -> int:
    """Return the row one screen of lines away."""
    heights = tree.rows.heights
    line = heights.top(tree.cursor) + direction * max(tree.size.height - 2, 1)
    found = heights.at(max(line, 0))
    index = len(tree.rows) - 1 if found is None else found[0]
    return index if index != tree.cursor else tree.cursor + direction


def _next_position(tree: ArgumentTree, direction: int) -> int | None:
    """Return the next row at the top level after the cursor, or the one before."""
    rows = tree.rows.visible
    indexes = range(tree.cursor + 1, len(rows)) if direction > 0 else range(tree.cursor - 1, -1, -1)
    return next((index for index in indexes if rows[index].depth == 0), None)


def _left(screen: Stage, _: str) -> None:
    tree = screen.tree_view
    if tree.rows.fold(tree.cursor):
        tree.settle(tree.row)
    else:
        above = tree.rows.above(tree.cursor)
        if above is not None:
            tree.cursor = above


def go_in(screen: Stage, _: str) -> None:
    """Unfold the row, or go to what is under it; from a repeat to where the claim is shown in full."""
    tree = screen.tree_view
    row = tree.row
    if tree.rows.unfold(tree.cursor):
        tree.settle(row)
    elif row.repeat:
        screen.go_to_claim(row.claim)
        screen.say("Shown in full here.")
    elif tree.cursor + 1 < len(tree.rows) and tree.rows.visible[tree.cursor + 1].above is row:
        tree.cursor += 1


def _to_detail(screen: Stage, _: str) -> None:
    screen.detail.focus()


def _to_tree(screen: Stage, _: str) -> None:
    screen.tree_view.focus()


def _move(id_: str, keys: tuple[str, ...], words: str, help_: str, do: Callable[[Stage, str], None]) -> Action:
    return Action(id_, keys, MOVE, words, help_, do, TREE)


def _scroll(id_: str, keys: tuple[str, ...], words: str, help_: str, lines: Callable[[int], int]) -> Action:
    def do(screen: Stage, _: str) -> None:
        screen.detail.scroll_lines(lines(screen.detail.size.height))

    return Action(id_, keys, MOVE, words, help_, do, DETAIL)


ACTIONS = (
    _move("down", ("j", "down"), "Next row", "Go one row down.", _moved(lambda tree: tree.cursor + 1)),
    _move("up", ("k", "up"), "Previous row", "Go one row up.", _moved(lambda tree: tree.cursor - 1)),
    _move("left", ("h", "left"), "Fold, or go up", "Fold what is under the row; again: go to the row above it.", _left),
    _move(
        "right",
        ("l", "right"),
        "Unfold, or go in",
        "Unfold the row, or go to its first reason; from ↺ to the claim.",
        go_in,
    ),
    _move("top", ("g g", "home"), "To the question", "Go to the first row.", _moved(lambda _: 0, jumps=True)),
    _move(
        "bottom",
        ("G", "end"),
        "To the last row",
        "Go to the last row.",
        _moved(lambda tree: len(tree.rows) - 1, jumps=True),
    ),
    _move(
        "page-down", ("pagedown", "ctrl+d"), "Page down", "Go down by a screen.", _moved(lambda tree: _page(tree, 1))
    ),
    _move("page-up", ("pageup", "ctrl+u"), "Page up", "Go up by a screen.", _moved(lambda tree: _page(tree, -1))),
    _move(
        "next-sibling",
        ("}",),
        "Next sibling",
        "Go to the next row under the same claim.",
        _moved(lambda tree: tree.rows.next_sibling(tree.cursor)),
    ),
    _move(
        "previous-sibling",
        ("{",),
        "Previous sibling",
        "Go to the row before under the same claim.",
        _moved(lambda tree: tree.rows.previous_sibling(tree.cursor)),
    ),
    _move(
        "next-position",
        (")",),
        "Next position",
        "Go to the next side of the question.",
        _moved(lambda tree: _next_position(tree, 1), jumps=True, end="This is the last position."),
    ),
    _move(
        "previous-position",
        ("(",),
        "Previous position",
        "Go to the side before.",
        _moved(lambda tree: _next_position(tree, -1), jumps=True, end="Nothing stands before this."),
    ),
    _move("detail", ("tab",), "To the detail pane", "Read and scroll what is said of the claim.", _to_detail),
    Action(
        "tree", ("tab", "escape", "shift+tab"), MOVE, "Back to the tree", "Leave the detail pane.", _to_tree, DETAIL
    ),
    _scroll("detail-down", ("j", "down"), "Scroll down", "Scroll the detail pane down.", lambda _: 1),
    _scroll("detail-up", ("k", "up"), "Scroll up", "Scroll the detail pane up.", lambda _: -1),
    _scroll(
        "detail-page-down", ("pagedown", "ctrl+d", "space"), "Scroll a page down", "A page down.", lambda page: page - 1
    ),
    _scroll("detail-page-up", ("pageup", "ctrl+u"), "Scroll a page up", "A page up.", lambda page: 1 - page),
)
"""Going somewhere."""
