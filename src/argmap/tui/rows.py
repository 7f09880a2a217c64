"""Rows: the visible part of the tree as one flat list, kept right by splices and never rebuilt to move or to fold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.tui.folds import Folds
from argmap.tui.heights import Heights
from argmap.tui.indexes import Indexes
from argmap.tui.patching import patch
from argmap.tui.places import ALWAYS_OPEN, FOCUS, Places, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from argmap.model import ArgumentMap, ClaimId, Step
    from argmap.outlines.walk import Place

OPEN_UP_TO = 1_000
"""A map of at most this many claims opens with everything unfolded."""

FIRST_LEVEL = 2
"""How many levels of a larger map are open at first."""


class Rows:
    """The rows on view, from the question down, with their heights."""

    def __init__(self, map_: ArgumentMap, height: Callable[[Places, Row], int] = lambda _, __: 1) -> None:
        """Show *map_*; *height* tells how many lines a row takes."""
        self.places = Places(map_)
        self.folds = Folds(None if len(map_.claims) <= OPEN_UP_TO else FIRST_LEVEL)
        self.height = height
        self.visible: list[Row] = []
        self.heights = Heights()
        self.news = ""
        self.measured = 0  # how often rows were measured anew
        self._claims: frozenset[ClaimId] | None = None
        self.indexes = Indexes(())  # others whenever rows come or go
        self.rebuild()

    def __len__(self) -> int:
        return len(self.visible)

    def rebuild(self) -> None:
        """Make the list anew from the places and the folds."""
        self._keep_focus()
        self.visible = self._flat(self.places.tops())
        self._came_or_went()
        self.remeasure()

    def follow(self, step: Step) -> None:
        """Show what *step* changed in the argument: where it changed it, if that is all, or else everything anew."""
        above = patch(self.places, step)
        if above is None:
            self.places.look()
            self.rebuild()
            return
        if self._shifts_focus(above):
            self.rebuild()
            return
        for place in above:
            index = self.index_of(place)
            if index is not None:
                row = self.visible[index]
                under = self.places.under(row) if self.places.has_under(row) and self.is_open(row) else []
                self._splice(index + 1, self.end_of(index), self._flat(under))
        self.remeasure_claims(place[1] for place in above)

    def remeasure(self) -> None:
        """Ask for the height of every row again, as after a change of width."""
        self.measured += 1
        self.heights.replace(self.height(self.places, row) for row in self.visible)

    def remeasure_claims(self, claims: Iterable[ClaimId], near: int = 0) -> None:
        """Ask again for the heights of the rows that show *claims* in full; repeats have one line always.

        *near* is where to look first: most edits are made to the row under the cursor.
        """
        for claim in claims:
            place = self.places.home(claim) or (None, claim)
            is_near = near < len(self.visible) and self.visible[near].place == place
            index = near if is_near else self.index_of(place)
            if index is not None:
                self.heights.splice(index, index + 1, [self.height(self.places, self.visible[index])])
        self.measured += 1

    # -- folding -------------------------------------------------------------------------------------------------

    def is_open(self, row: Row) -> bool:
        """Whether what is under *row* is shown."""
        return self.folds.is_open(row.place, row.depth)

    def fold(self, index: int) -> bool:
        """Hide what is under a row; tell whether there was anything to hide."""
        row = self.visible[index]
        if not (self.places.has_under(row) and self.is_open(row)):
            return False
        self.folds.set(row.place, is_open=False)
        self._splice(index + 1, self.end_of(index), [])
        return True

    def unfold(self, index: int) -> bool:
        """Show what is under a row; tell whether there was anything to show."""
        row = self.visible[index]
        if not self.places.has_under(row) or self.is_open(row):
            return False
        self.folds.set(row.place, is_open=True)
        self._splice(index + 1, index + 1, self._flat(self.places.under(row)))
        return True

    def reveal(self, place: Place) -> int | None:
        """Open whatever hides *place* and return its index; None if the map has no such place."""
        index = -1
        self._let_in(place)
        way = self._way_in_focus(place)
        for each in way:
            if index >= 0:
                self.unfold(index)
            found = self.index_of(each, index + 1)
            if found is None:
                return None
            index = found
        return index if way else None

    def _let_in(self, place: Place) -> None:
        """Show *place* also where the filter leaves it out: somebody goes there."""
        kept, way = self.places.kept, self.places.way_to(place)
        if kept is not None and place[1] in self.places.map.claims and not all(kept.holds(each) for each in way):
            kept.places.update(way)
            self.rebuild()

    # -- focus ---------------------------------------------------------------------------------------------------

    @property
    def focus(self) -> ClaimId | None:
        """The claim whose branch is shown alone; None if everything is shown."""
        return self.folds.focus[-1] if self.folds.focus else None

    def focus_on(self, claim: ClaimId | None) -> None:
        """Show *claim* and what is under it, unfolded, and nothing else; None: show everything."""
        home = None if claim is None else self.places.home(claim)
        self.folds.focus = () if claim is None else (claim,)
        if home is not None:
            self.folds.set(home, is_open=True)
        self.rebuild()

    def wider_focus(self) -> ClaimId | None:
        """Return the claim to focus on one level further out; None if that is the whole map."""
        return self.folds.focus[-2] if len(self.folds.focus) > 1 else None

    def _keep_focus(self) -> None:
        """Stay with the claim in focus wherever it went; once it is gone, with the nearest above it that is left."""
        lost = self.focus
        left = [claim for claim in self.folds.focus if claim in self.places.map.claims]
        self.folds.focus = tuple(self._claims_to(left[-1])) if left else ()
        self.places.focus = self.focus
        if lost is not None and self.focus is None:
            self.news = "The claim in focus is gone: the whole map is shown."
        elif lost != self.focus and self.focus is not None:
            self.news = f"The claim in focus is gone: zoomed out to {self.places.map.claims[self.focus].label}."

    def _claims_to(self, claim: ClaimId) -> list[ClaimId]:
        """Return the claims from the top down to where *claim* is shown in full, without the repeats on the way."""
        home = self.places.home(claim)
        way = self.places.way_to(home) if home is not None else []
        return [place[1] for place in way if self.places.home(place[1]) == place]

    def _way_in_focus(self, place: Place) -> list[Place]:
        """Return the places from the first row down to *place*; one that is out of focus ends the focus."""
        if place == FOCUS:
            return [row.place for row in self.visible[: 1 if self.focus is None else 2]]
        way = self.places.way_to(place)
        if self.focus is None or not way:
            return way
        home = self.places.home(self.focus)
        if home in way:
            return way[way.index(home) :]
        label = self.places.map.claims[self.focus].label
        around = (claim for claim in reversed(self.folds.focus[:-1]) if self.places.home(claim) in way)
        self.focus_on(next(around, None))
        self.news = f"Zoomed out: that is not under {label}."
        return self._way_in_focus(place)

    def _shifts_focus(self, above: set[Place]) -> bool:
        """Whether the claim in focus went, or what stands beside it changed; *above* are the places that changed."""
        if self.focus is None:
            return False
        home = self.places.home(self.focus)
        return home is None or self.places.above(home) in above

    # -- finding -------------------------------------------------------------------------------------------------

    def claims(self) -> frozenset[ClaimId]:
        """Return the claims that have a row, kept until rows come or go."""
        if self._claims is None:
            self._claims = frozenset([row.place[1] for row in self.visible])
        return self._claims

    def index_of(self, place: Place, start: int = 0) -> int | None:
        """Return where *place* stands among the visible rows, looking from *start* down."""
        return self.indexes.of(place, start)

    def end_of(self, index: int) -> int:
        """Return the index behind the last row that is shown under a row."""
        depth = self.visible[index].depth
        end = index + 1
        while end < len(self.visible) and self.visible[end].depth > depth:
            end += 1
        return end

    def above(self, index: int) -> int | None:
        """Return the index of the row that a row stands under."""
        above = self.visible[index].above
        while index >= 0:
            if self.visible[index] is above:
                return index
            index -= 1
        return None

    def next_sibling(self, index: int) -> int | None:
        """Return the index of the next row under the same row."""
        end = self.end_of(index)
        is_sibling = end < len(self.visible) and self.visible[end].above is self.visible[index].above
        return end if is_sibling else None

    def previous_sibling(self, index: int) -> int | None:
        """Return the index of the row before under the same row."""
        row = self.visible[index]
        for before in range(index - 1, -1, -1):
            if self.visible[before].depth <= row.depth:
                return before if self.visible[before].above is row.above else None
        return None

    # -- inside --------------------------------------------------------------------------------------------------

    def _flat(self, rows: list[Row]) -> list[Row]:
        """Return *rows* with everything that is shown under them, in order."""
        flat: list[Row] = []
        waiting = rows[::-1]
        while waiting:
            row = waiting.pop()
            flat.append(row)
            if row.place in ALWAYS_OPEN or (self.places.has_under(row) and self.is_open(row)):
                waiting.extend(reversed(self.places.under(row)))
        return flat

    def _came_or_went(self) -> None:
        self._claims = None
        self.indexes = Indexes(self.visible)

    def _splice(self, start: int, stop: int, rows: list[Row]) -> None:
        self.visible[start:stop] = rows
        self._came_or_went()
        self.heights.splice(start, stop, [self.height(self.places, row) for row in rows])
