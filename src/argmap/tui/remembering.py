"""Remembering: how a map is looked at (folds, cursor, focus, wrapping, bookmarks), kept for its next opening."""

from __future__ import annotations

from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING, Any

from argmap.model import ClaimId, InferenceId
from argmap.settings import read_view, write_view
from argmap.tui.folds import Folds
from argmap.tui.places import HEADINGS, QUESTION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from argmap.model import ArgumentMap
    from argmap.outlines.walk import Place
    from argmap.tui.tree import ArgumentTree

_SECONDS = 3.0
_MOST = 1_500
"""At most this many folds, and as many bookmarks, are kept."""

_DEEPEST = 1_000


def view_of(tree: ArgumentTree) -> dict[str, Any]:
    """Return how *tree* is looked at, as values that JSON can hold."""
    map_, rows = tree.rows.places.map, tree.rows
    folds = tree.whole_folds or rows.folds
    by_hand = islice((each for each in folds.by_hand() if is_there(map_, each[0])), _MOST)
    return {
        "level": folds.level,
        "folds": [[*place, is_open] for place, is_open in by_hand],
        "focus": rows.focus,
        "cursor": list(tree.row.place),
        "wrapping": tree.drawing.wrapping,
        "bookmarks": sorted(claim for claim in tree.bookmarks if claim in map_.claims)[:_MOST],
    }


def look_as(tree: ArgumentTree, view: dict[str, Any]) -> Place | None:
    """Look at *tree* as *view* says, as far as the map still has it; return the place of its cursor."""
    map_, rows = tree.rows.places.map, tree.rows
    level = view.get("level")
    is_level = level is None or (isinstance(level, int) and 0 <= level <= _DEEPEST)
    folds = Folds(level if "level" in view and is_level else rows.folds.level)
    for place, is_open in _read_folds(map_, view.get("folds")):
        folds.set(place, is_open=is_open)
    focus = _claim(map_, view.get("focus"))
    folds.focus = () if focus is None else (focus,)
    rows.folds = folds
    tree.drawing.wrapping = view.get("wrapping") is not False
    marked = view.get("bookmarks")
    claims = (_claim(map_, each) for each in (marked if isinstance(marked, list) else [])[:_MOST])
    tree.bookmarks = {claim for claim in claims if claim is not None}
    rows.rebuild()
    return _place(map_, view.get("cursor"))


class Remembered:
    """Keeps how one map is looked at: read once, written every few seconds if it changed, and at the end."""

    def __init__(self, path: Path, tree: ArgumentTree) -> None:
        """Watch the *tree* that shows the map at *path*; nothing is read or written yet."""
        self._path = path
        self._tree = tree
        self._view: dict[str, Any] = {}
        self._written: dict[str, Any] = {}
        self._writing = Lock()

    def restore(self, *, to_cursor: bool) -> None:
        """Look at the map as it was looked at last, with the cursor where it was (*to_cursor*), and go on keeping."""
        tree = self._tree
        view = read_view(self._path)
        if view:
            cursor = look_as(tree, view)
            index = tree.rows.reveal(cursor) if cursor is not None and to_cursor else None
            if index is not None:
                tree.cursor = index  # at once: whoever presses a key now means this row
                tree.call_after_refresh(tree.bring_up)
        self._view = self._written = view or view_of(tree)
        tree.set_interval(_SECONDS, self._keep_aside)

    def keep(self) -> None:
        """Write what changed, now."""
        self._view = view_of(self._tree)
        self._write()

    def _keep_aside(self) -> None:
        """Write what changed, while the person goes on: a slow disk holds nobody up."""
        self._view = view_of(self._tree)
        if self._view != self._written and not self._writing.locked():
            self._tree.run_worker(self._write, thread=True, exit_on_error=False)

    def _write(self) -> None:
        with self._writing:
            view = self._view  # the newest: a late thread must not bring back an older one
            if view != self._written:
                write_view(self._path, view)
                self._written = view


def is_there(map_: ArgumentMap, place: Place) -> bool:
    """Whether *map_* has *place*."""
    inference, claim = place
    if inference is None:
        return claim in map_.claims or place in HEADINGS or place == QUESTION
    found = map_.inferences.get(inference)
    return found is not None and claim in found.premises


def _read_folds(map_: ArgumentMap, folds: object) -> Iterator[tuple[Place, bool]]:
    for each in folds[:_MOST] if isinstance(folds, list) else ():
        if isinstance(each, list) and each and isinstance(each[-1], bool):
            place = _place(map_, each[:-1])
            if place is not None:
                yield place, each[-1]


def _place(map_: ArgumentMap, value: object) -> Place | None:
    match value:
        case [None, str() as claim]:
            place: Place = (None, ClaimId(claim))
        case [str() as inference, str() as claim]:
            place = (InferenceId(inference), ClaimId(claim))
        case _:
            return None
    return place if is_there(map_, place) else None


def _claim(map_: ArgumentMap, value: object) -> ClaimId | None:
    return ClaimId(value) if isinstance(value, str) and value in map_.claims else None
