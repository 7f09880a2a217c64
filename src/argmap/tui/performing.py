"""Performing: what each action of the registry does on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from argmap.editing import (
    flip,
    remove_branch,
    reorder_inference,
    reorder_position,
    reorder_premise,
    set_credence,
    set_relevance,
    unmake_position,
)
from argmap.errors import UnfitError
from argmap.model.inference import USUAL_RELEVANCE
from argmap.model.ratings import CREDENCES, RELEVANCES, next_rating
from argmap.tui.actions import ACTIONS
from argmap.tui.places import QUESTION

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from argmap.model import ArgumentMap, ClaimId, InferenceId, Step
    from argmap.tui.places import Row
    from argmap.tui.stage import Stage
    from argmap.tui.tree import ArgumentTree


_Id = TypeVar("_Id")

# -- moving ------------------------------------------------------------------------------------------------------


def _moved(find: Callable[[ArgumentTree], int | None]) -> Callable[[Stage, str], None]:
    """Return the action that goes to the row *find* returns."""

    def go(screen: Stage, _: str) -> None:
        index = find(screen.tree_view)
        if index is not None:
            screen.tree_view.cursor = index

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
        tree.settle()
    else:
        above = tree.rows.above(tree.cursor)
        if above is not None:
            tree.cursor = above


def _right(screen: Stage, _: str) -> None:
    tree = screen.tree_view
    row = tree.row
    if tree.rows.unfold(tree.cursor):
        tree.settle()
    elif row.repeat:
        screen.go_to_claim(row.claim)
        screen.say("Shown in full here.")
    elif tree.cursor + 1 < len(tree.rows) and tree.rows.visible[tree.cursor + 1].above is row:
        tree.cursor += 1


def _to_detail(screen: Stage, _: str) -> None:
    screen.detail.focus()


def _to_tree(screen: Stage, _: str) -> None:
    screen.tree_view.focus()


# -- folding -----------------------------------------------------------------------------------------------------


def _fold(screen: Stage, *, closes: bool | None) -> None:
    tree = screen.tree_view
    rows = tree.rows
    changed = (closes is not False and rows.fold(tree.cursor)) or (closes is not True and rows.unfold(tree.cursor))
    if changed:
        tree.settle()
        tree.post_cursor()
    else:
        screen.say("There is nothing under this row." if not rows.places.has_under(tree.row) else "")


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
        screen.say("Press z and a digit: z1 shows positions and what bears on them, z2 one level more.")


def _wrap(screen: Stage, _: str) -> None:
    tree = screen.tree_view
    tree.drawing.wrapping = not tree.drawing.wrapping
    tree.rows.remeasure()
    tree.settle()
    tree.keep_in_view()
    screen.say("Claims are wrapped." if tree.drawing.wrapping else "One line a claim.")


# -- editing -----------------------------------------------------------------------------------------------------


def _writes(kind: str) -> Callable[[Stage, str], None]:
    return lambda screen, _: screen.write(kind)


def _edit(screen: Stage, key: str) -> None:
    row = screen.tree_view.row
    if key == "enter" and row.repeat:
        _right(screen, key)
    elif not row.is_claim and row.place != QUESTION:
        _fold(screen, closes=None)
    else:
        screen.write("edit")


def _claim_of(row: Row) -> ClaimId:
    if not row.is_claim:
        message = "Choose a claim first."
        raise UnfitError(message)
    return row.claim


def _inference_of(row: Row) -> InferenceId:
    if row.inference is None:
        message = "This row bears on nothing. Choose a reason or an objection."
        raise UnfitError(message)
    return row.inference


def _remove(screen: Stage, _: str) -> None:
    map_, row = screen.document.map, screen.tree_view.row
    claim = _claim_of(row)
    if row.inference is None and map_.claims[claim].is_position and map_.is_used(claim):
        screen.take(unmake_position(map_, claim))
    else:
        screen.take(remove_branch(map_, claim, row.inference))
        if claim in screen.document.map.claims:
            label = screen.document.map.claims[claim].label
            screen.say(f"Remove {label} here; it stays where else it is used · u undo")


def _flip(screen: Stage, _: str) -> None:
    screen.take(flip(screen.document.map, _inference_of(screen.tree_view.row)))


def _credence(key: int) -> Callable[[Stage, str], None]:
    value = None if key == 0 else list(CREDENCES.values())[key - 1]
    return lambda screen, _: screen.take(set_credence(screen.document.map, _claim_of(screen.tree_view.row), value))


def _relevance(direction: int) -> Callable[[Stage, str], None]:
    def rate(screen: Stage, _: str) -> None:
        map_ = screen.document.map
        inference = map_.inferences[_inference_of(screen.tree_view.row)]
        value = next_rating(inference.relevance, RELEVANCES, direction, USUAL_RELEVANCE)
        screen.take(set_relevance(map_, inference.id, value))

    return rate


def _reorder(direction: int) -> Callable[[Stage, str], None]:
    def move(screen: Stage, _: str) -> None:
        step = _moving(screen.document.map, screen.tree_view.row, direction)
        if step is None:
            screen.say("It is the last one here." if direction > 0 else "It is the first one here.")
        else:
            screen.take(step)

    return move


def _moving(map_: ArgumentMap, row: Row, direction: int) -> Step | None:
    """Return the step that moves a row among its siblings: inside its inference first, then with the inference."""
    claim = _claim_of(row)
    if row.inference is None:
        if not map_.claims[claim].is_position:
            message = "Only positions, reasons and objections have an order here."
            raise UnfitError(message)
        beside = _before([each.id for each in map_.positions()], claim, direction)
        return beside and reorder_position(map_, claim, beside[0])
    inference = map_.inferences[row.inference]
    inside = _before(list(inference.premises), claim, direction)
    if inside:
        return reorder_premise(map_, inference.id, claim, inside[0])
    around = _before([each.id for each in map_.bearing_on(inference.target)], inference.id, direction)
    return around and reorder_inference(map_, inference.id, around[0])


def _before(ids: Sequence[_Id], moved: _Id, direction: int) -> tuple[_Id | None] | None:
    """Return what *moved* comes to stand before when it moves by one (None in it: the end); None if it cannot."""
    place = ids.index(moved) + direction
    if not 0 <= place < len(ids):
        return None
    if direction < 0:
        return (ids[place],)
    return (ids[place + 1] if place + 1 < len(ids) else None,)


def _undo(screen: Stage, _: str) -> None:
    step = screen.document.undo()
    screen.follow(step)
    screen.say(f"{step.label} · Ctrl+R redo")


def _redo(screen: Stage, _: str) -> None:
    step = screen.document.redo()
    screen.follow(step)
    screen.say(f"{step.label} · u undo")


# -- the rest ----------------------------------------------------------------------------------------------------


PERFORMED: dict[str, Callable[[Stage, str], None]] = {
    "add-reason": _writes("reason"),
    "add-objection": _writes("objection"),
    "add-co-premise": _writes("co-premise"),
    "add-undercut": _writes("undercut"),
    "add-backing": _writes("backing"),
    "add-sibling": _writes("sibling"),
    "add-position": _writes("position"),
    "flip": _flip,
    "edit": _edit,
    "remove": _remove,
    "move-down": _reorder(1),
    "move-up": _reorder(-1),
    "undo": _undo,
    "redo": _redo,
    **{f"credence-{key}": _credence(key) for key in range(6)},
    "weaken": _relevance(-1),
    "strengthen": _relevance(1),
    "down": _moved(lambda tree: tree.cursor + 1),
    "up": _moved(lambda tree: tree.cursor - 1),
    "left": _left,
    "right": _right,
    "top": _moved(lambda _: 0),
    "bottom": _moved(lambda tree: len(tree.rows) - 1),
    "page-down": _moved(lambda tree: _page(tree, 1)),
    "page-up": _moved(lambda tree: _page(tree, -1)),
    "next-sibling": _moved(lambda tree: tree.rows.next_sibling(tree.cursor)),
    "previous-sibling": _moved(lambda tree: tree.rows.previous_sibling(tree.cursor)),
    "next-position": _moved(lambda tree: _next_position(tree, 1)),
    "previous-position": _moved(lambda tree: _next_position(tree, -1)),
    "detail": _to_detail,
    "tree": _to_tree,
    "detail-down": lambda screen, _: screen.detail.scroll_lines(1),
    "detail-up": lambda screen, _: screen.detail.scroll_lines(-1),
    "detail-page-down": lambda screen, _: screen.detail.scroll_lines(screen.detail.size.height - 1),
    "detail-page-up": lambda screen, _: screen.detail.scroll_lines(1 - screen.detail.size.height),
    "toggle": lambda screen, _: _fold(screen, closes=None),
    "unfold": lambda screen, _: _fold(screen, closes=False),
    "fold": lambda screen, _: _fold(screen, closes=True),
    "unfold-all": lambda screen, _: _level(screen, None),
    "fold-all": lambda screen, _: _level(screen, 0),
    "fold-to-level": _level_key,
    "wrap": _wrap,
    "theme": lambda screen, _: screen.change_theme(),
    "find": lambda screen, _: screen.begin_search(),
    "find-next": lambda screen, _: screen.go_on(1),
    "find-previous": lambda screen, _: screen.go_on(-1),
    "help": lambda screen, _: screen.show_help(with_legend=True),
    "palette": lambda screen, _: screen.show_help(with_legend=False),
    "save": lambda screen, _: screen.say("Everything is saved: each step goes into the file when it is taken."),
    "quit": lambda screen, _: screen.leave(),
}
"""What each action does, by its id."""

assert PERFORMED.keys() == {action.id for action in ACTIONS}
