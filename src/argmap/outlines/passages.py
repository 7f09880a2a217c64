"""Passages: what of a source is cited, paragraph by paragraph, and which passages are one voice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.model import Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.model import ArgumentMap, Citation, Dependence, SourceId

_NUMBER = re.compile(r"(\d+)")
_RANGE = re.compile(r"\d+(?:\s*[-–]\s*\d+)?(?:\s*,\s*\d+(?:\s*[-–]\s*\d+)?)*")  # people type both dashes
_DASH = re.compile(r"\s*[-–]\s*")  # people type both dashes
_LONGEST = 18  # digits of a number that is compared as one; a longer one is hostile


@dataclass(frozen=True, slots=True)
class CitedPassage:
    """A passage, the citations of it in the order of the claims' numbers, and the passages that are one voice with it.

    Each of *voices* is a dependence, with the passage it names here and the one at its other end.
    """

    passage: Passage
    citations: tuple[Citation, ...]
    voices: tuple[tuple[Dependence, Passage, Passage], ...]


def passages_of(map_: ArgumentMap, source: SourceId) -> list[CitedPassage]:
    """Return the cited passages of a source in the order of its text, those that only a dependence names among them."""
    cited: dict[str, list[Citation]] = {}
    for citation in map_.citations_in(source):
        cited.setdefault(citation.paragraph, []).append(citation)
    dependences = map_.dependences_of(source)
    for passage in (each for dependence in dependences for each in dependence.passages if each.source == source):
        if not any(overlap(passage.paragraph, paragraph) for paragraph in cited):
            cited[passage.paragraph] = []
    return [
        CitedPassage(
            Passage(source, paragraph),
            tuple(sorted(cited[paragraph], key=lambda each: (map_.claims[each.claim].number, each.order, each.id))),
            tuple(_voices(dependences, Passage(source, paragraph))),
        )
        for paragraph in sorted(cited, key=reading_order)
    ]


def dependence_between(map_: ArgumentMap, one: Passage, other: Passage) -> Dependence | None:
    """Return what says that two passages are one voice, if anything does."""
    return next(
        (
            dependence
            for dependence, here, there in _voices(map_.dependences_of(one.source), one)
            if there.source == other.source and overlap(there.paragraph, other.paragraph)
        ),
        None,
    )


def reading_order(paragraph: str) -> tuple[bool, list[tuple[bool, int, str]], str]:
    """Return what to sort paragraphs by: numbers by size, words by letters, and what has no number at the end."""
    parts = [part for part in _NUMBER.split(paragraph.casefold()) if part.strip()]
    return not parts, [_part(part) for part in parts], paragraph


def overlap(one: str, other: str) -> bool:
    """Whether two paragraphs have anything in common: ``26`` and ``26-27`` have."""
    if one.split() == other.split():
        return True
    spans = list(_spans(other))
    return any(first <= last_ and first_ <= last for first, last in _spans(one) for first_, last_ in spans)


def _part(part: str) -> tuple[bool, int, str]:
    if part.isdecimal() and len(part) <= _LONGEST:
        return False, int(part), ""
    return True, 0, part.strip()


def _spans(paragraph: str) -> Iterator[tuple[int, int]]:
    """Yield the first and last number of each range that a paragraph such as ``1-2, 18`` names."""
    if not _RANGE.fullmatch(paragraph.strip()) or any(len(part) > _LONGEST for part in _NUMBER.findall(paragraph)):
        return
    for part in paragraph.split(","):
        first, *rest = (int(number) for number in _DASH.split(part.strip()))
        yield first, rest[0] if rest else first


def _voices(dependences: Iterable[Dependence], at: Passage) -> Iterator[tuple[Dependence, Passage, Passage]]:
    for dependence in dependences:
        for here, there in (dependence.passages, dependence.passages[::-1]):
            if here.source == at.source and overlap(here.paragraph, at.paragraph):
                yield dependence, here, there
