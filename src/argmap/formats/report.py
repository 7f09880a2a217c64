"""Reports: what a conversion lost and what it did on its own account, with counts and places."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.model.entity import entity
from argmap.model.memory import without_collecting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model import ArgumentMap, Entity

MOST_PLACES = 1_000
"""Most places a finding keeps; its count goes on."""

SHOWN_PLACES = 5
"""Most places a finding names in its sentence."""

SHOWN_FAULTS = 20
"""Most faults in a file that are told each by itself."""


@entity(frozen=True, slots=True)  # one is made for every line that says something
class Place:
    """Where something stands: a line (and column) of a file, counted from 1, or a label of a map such as ``C17``.

    *quote* is the line itself, where it helps to see it.
    """

    line: int = 0
    column: int = 0
    label: str = ""
    quote: str = ""

    def __str__(self) -> str:
        """Say the place in words."""
        column = f", column {self.column}" if self.column else ""
        quote = f": {self.quote}" if self.quote else ""
        return (self.label or f"line {self.line}{column}") + quote


@dataclass(frozen=True, slots=True)
class Finding:
    """One kind of loss or note: a stable *code*, how many times it happened, what it means, and where."""

    code: str
    count: int
    words: str
    places: tuple[Place, ...] = ()

    @property
    def sentence(self) -> str:
        """What happened, with the first places."""
        if not self.places:
            return self.words
        more = len(self.places) - SHOWN_PLACES
        if len(self.places) == MOST_PLACES:
            more = self.count - SHOWN_PLACES  # places beyond these were counted only
        named = ", ".join(str(place) for place in self.places[:SHOWN_PLACES])
        return f"{self.words} ({named}{f' and {more:,} more' if more > 0 else ''})"


@dataclass(frozen=True, slots=True)
class Report:
    """What a conversion lost, and what it did that is worth knowing but lost nothing."""

    format_name: str
    losses: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()

    @property
    def is_lossless(self) -> bool:
        """Whether nothing was lost."""
        return not self.losses

    @property
    def sentences(self) -> tuple[str, ...]:
        """Every finding in words, losses first; of very many faults in the file the first ones."""
        faults = [finding.sentence for finding in self.losses if finding.code == "syntax"]
        if len(faults) > SHOWN_FAULTS:
            faults[SHOWN_FAULTS:] = [f"And {len(faults) - SHOWN_FAULTS:,} more places like these; --json lists them"]
        others = [finding.sentence for finding in (*self.losses, *self.notes) if finding.code != "syntax"]
        return (*faults, *others)

    def to_plain(self) -> dict[str, Any]:
        """Return the report as a JSON object."""
        return {
            "format": self.format_name,
            "losses": [_plain(finding) for finding in self.losses],
            "notes": [_plain(finding) for finding in self.notes],
        }


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file holds: its entities in the order of the file, and the report of reading it.

    *highest* are the highest numbers the file remembers, as `ArgumentMap.remember_highest` takes them.
    """

    entities: tuple[Entity, ...]
    report: Report
    highest: tuple[int, int, int, int] = (0, 0, 0, 0)

    def map(self) -> ArgumentMap:
        """Return the map these entities make."""
        from argmap.model import ArgumentMap

        with without_collecting():
            made = ArgumentMap(self.entities)
        made.remember_highest(*self.highest)
        return made


@dataclass(frozen=True, slots=True)
class Exported:
    """The bytes of a file to write, and the report of making them."""

    content: bytes
    report: Report


@dataclass(slots=True)
class Tally:
    """Counts what a conversion loses and does while it runs."""

    format_name: str
    _found: dict[tuple[bool, str], _Count] = field(default_factory=dict)

    def lose(self, code: str, one: str, many: str, place: Place | None = None, count: int = 1) -> None:
        """Count a loss; *one* and *many* say it for one and for ``{count}`` of them."""
        self._count((True, code), (one, many), place, count)

    def note(self, code: str, one: str, many: str, place: Place | None = None, count: int = 1) -> None:
        """Count something worth knowing that lost nothing, said as in `lose`."""
        self._count((False, code), (one, many), place, count)

    def fault(self, message: str, place: Place) -> None:
        """Count something in a file that is not as its format has it; each is told by itself, with its line."""
        self._count((True, f"syntax {len(self._found)}"), (message, message), place, 1)

    def report(self) -> Report:
        """Return what was counted."""
        losses = tuple(count.finding(code.split(" ")[0]) for (lost, code), count in self._found.items() if lost)
        notes = tuple(count.finding(code) for (lost, code), count in self._found.items() if not lost)
        return Report(self.format_name, losses, notes)

    def _count(self, key: tuple[bool, str], words: tuple[str, str], place: Place | None, count: int) -> None:
        if count:
            found = self._found.setdefault(key, _Count(words))
            found.count += count
            if place is not None and len(found.places) < MOST_PLACES:
                found.places.append(place)


@dataclass(frozen=True, slots=True)
class Telling:
    """What converting a format may lose, and what it does that loses nothing: by code, for one and for many."""

    losses: Mapping[str, tuple[str, str]]
    notes: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def __call__(self, tally: Tally, code: str, place: Place | None, count: int = 1) -> None:
        """Tell *tally* what happened at *place*."""
        if code in self.losses:
            tally.lose(code, *self.losses[code], place, count)
        else:
            tally.note(code, *self.notes[code], place, count)


@dataclass(slots=True)
class _Count:
    words: tuple[str, str]
    count: int = 0
    places: list[Place] = field(default_factory=list)

    def finding(self, code: str) -> Finding:
        one, many = self.words
        words = one if self.count == 1 else many.replace("{count}", f"{self.count:,}")
        return Finding(code, self.count, words, tuple(self.places))


def _plain(finding: Finding) -> dict[str, Any]:
    places: list[dict[str, Any]] = [
        ({"label": place.label} | ({"line": place.line} if place.line else {}))
        if place.label
        else {"line": place.line, "column": place.column or None}
        for place in finding.places
    ]
    for place, shown in zip(finding.places, places, strict=True):
        if place.quote:
            shown["text"] = place.quote
    return {"code": finding.code, "count": finding.count, "sentence": finding.words, "places": places}
