"""From a map to a Kialo discussion: a tree of pros and cons, in which a claim is said once and referred to after."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from argmap.formats.kialo.anchors import KIALO
from argmap.formats.kialo.entries import NEWER, OLDER
from argmap.formats.kialo.sourcing import Links
from argmap.formats.kialo.telling import tell
from argmap.formats.left_out import tell_left_out
from argmap.formats.report import Place
from argmap.outlines import roots

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.formats.report import Tally
    from argmap.model import ArgumentMap, Claim, ClaimId, Inference

_LOOKS_NUMBERED = re.compile(r"^\s*(?:[0-9]+(?:\.[0-9]+)*\.|Sources:)", re.MULTILINE)
_MOST_LEVELS = 1_000


class _Place(NamedTuple):
    """A claim on its way into the file: where it stands, and for or against what is above it."""

    claim: ClaimId
    number: tuple[int, ...]
    stance: str


def write(map_: ArgumentMap, tally: Tally) -> bytes:
    """Write *map_* in the layout of 2018, which other programs read."""
    return _Writing(map_, tally, is_newer=False).content()


def write_newer(map_: ArgumentMap, tally: Tally) -> bytes:
    """Write *map_* in the layout of 2025."""
    return _Writing(map_, tally, is_newer=True).content()


class _Writing:
    """Writes entry after entry."""

    def __init__(self, map_: ArgumentMap, tally: Tally, *, is_newer: bool) -> None:
        self._map = map_
        self._tally = tally
        self._is_newer = is_newer
        self._links = Links(map_, is_newer=is_newer)
        self._lines: list[str] = []
        self._numbers: dict[ClaimId, tuple[int, ...]] = {}

    def content(self) -> bytes:
        """Return the whole file."""
        about = self._map.about
        positions = self._theses()
        title = _one_line(about.title or about.question or "Discussion")
        self._lines += [NEWER, title, ""] if self._is_newer else [f"{OLDER} {title}", ""]
        if len(positions) == 1 and not about.question:
            self._tree([_Place(positions[0].id, (1,), "Thesis")])
        elif not positions and not self._is_newer:
            tell(self._tally, "question", Place(label="question"), int(bool(about.question)))
        elif positions or about.question:
            self._entry((1,), "Question", about.question or title)
            self._tree([_Place(each.id, (1, place), "Thesis") for place, each in enumerate(positions, 1)])
        self._lines += self._links.lines()
        self._tell_rest()
        end = "\r\n" if self._is_newer else "\n"
        return end.join([*self._lines, ""]).encode("utf-8", "replace")

    def _theses(self) -> Sequence[Claim]:
        """Return the positions; where there are none, the claims that all others hang under."""
        start = roots(self._map)
        for claim in () if start.positions else start.others:
            tell(self._tally, "theses", Place(label=claim.label))
        return start.positions or start.others

    def _tree(self, tops: list[_Place]) -> None:
        waiting: list[_Place | None] = list(reversed(tops))
        path: list[ClaimId] = []
        above: set[ClaimId] = set()
        while waiting:
            place = waiting.pop()
            if place is None:
                above.discard(path.pop())
                continue
            there = self._numbers.get(place.claim)
            if there is not None:
                self._entry(place.number, place.stance, f"-> See {_dotted(there)}")
                continue
            self._numbers[place.claim] = place.number
            self._entry(place.number, place.stance, self._words(self._map.claims[place.claim]))
            path.append(place.claim)
            above.add(place.claim)
            waiting += [None, *reversed(self._under(place, above))]

    def _under(self, place: _Place, above: set[ClaimId]) -> list[_Place]:
        """Return what stands under a claim; what would lead back to something above it is left out."""
        found: list[_Place] = []
        if len(place.number) >= _MOST_LEVELS:
            tell(self._tally, "deep", Place(label=self._map.claims[place.claim].label))
            return found
        for inference in self._map.bearing_on(place.claim):
            if inference.is_joint:
                tell(self._tally, "joint", Place(label=inference.label))
            stance = "Pro" if inference.supports else "Con"
            for premise in inference.premises:
                if premise in above:
                    tell(self._tally, "circles", Place(label=inference.label))
                else:
                    found.append(_Place(premise, (*place.number, len(found) + 1), stance))
        return found

    def _entry(self, number: tuple[int, ...], stance: str, words: str) -> None:
        if not self._is_newer:
            shown = f"{stance}: " if stance in {"Pro", "Con"} else ""
            self._lines.append(f"{_dotted(number)} {shown}{words}")
            return
        margin = "  " * (len(number) - 1)
        self._lines.append(f"{margin}{_dotted(number)} {stance}:")
        self._lines += [f"{margin}{line}" for line in words.split("\n")]
        self._lines.append("")

    def _words(self, claim: Claim) -> str:
        text = claim.text
        if "\n" in text and _LOOKS_NUMBERED.search(text.partition("\n")[2]):
            tell(self._tally, "line-ends", Place(label=claim.label))
            text = _one_line(text)
        return self._links.linked(claim, text)

    def _tell_rest(self) -> None:
        by_number = sorted(self._map.claims.values(), key=lambda claim: claim.number)
        for claim in by_number:
            if claim.id not in self._numbers:
                tell(self._tally, "unplaced", Place(label=claim.label))
        inferences: list[Inference] = sorted(self._map.inferences.values(), key=lambda each: each.number)
        for inference in inferences:
            if inference.bears_on_inference:
                tell(self._tally, "on-steps", Place(label=inference.label))
        self._links.tell_left_out(self._tally)
        tell_left_out(self._map, self._tally, "a Kialo file", kept=("sources", "citations"), own=KIALO)


def _dotted(number: tuple[int, ...]) -> str:
    return "".join(f"{part}." for part in number)


def _one_line(text: str) -> str:
    return " ".join(text.split())
