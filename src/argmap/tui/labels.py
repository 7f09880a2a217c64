"""Labels: one or two letters beside each row on view; typing them goes to the row."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.outlines.walk import Place

_LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""The letters of labels; those under the fingers come first."""

WIDTH = 2
"""The most letters of a label."""


def labels_for(count: int) -> list[str]:
    """Return *count* different labels, single letters as far as they go; none is the beginning of another."""
    size = len(_LETTERS)
    doubled = next((each for each in range(size) if size - each + each * size >= count), size)
    return list(islice(_labels(doubled), count))


def _labels(doubled: int) -> Iterator[str]:
    """Yield all labels if the last *doubled* letters begin labels of two."""
    single = len(_LETTERS) - doubled
    yield from _LETTERS[:single]
    for first in _LETTERS[single:]:
        yield from (first + second for second in _LETTERS)


class Labels:
    """The labels that are shown now: none, or one for each row that was on view when they were asked for."""

    def __init__(self) -> None:
        """Show none."""
        self._places: dict[str, Place] = {}
        self.typed = ""

    def __bool__(self) -> bool:
        return bool(self._places)

    def show(self, places: Sequence[Place]) -> None:
        """Give each of *places* a label; the rest of a very tall screen gets none."""
        self._places = dict(zip(labels_for(len(places)), places, strict=False))
        self.typed = ""

    def hide(self) -> None:
        """Take the labels away."""
        self._places = {}
        self.typed = ""

    def of(self, place: Place) -> str:
        """Return the label of *place* that what was typed so far can still become, or nothing."""
        found = (label for label, each in self._places.items() if each == place)
        return next((label for label in found if label.startswith(self.typed)), "")

    def press(self, letter: str) -> Place | None:
        """Take one letter; return the place it completes. The labels go unless more letters are to come."""
        typed = self.typed + letter
        place = self._places.get(typed)
        if place is None and any(label.startswith(typed) for label in self._places):
            self.typed = typed
        else:
            self.hide()
        return place
