"""What holds of every format in the registry: what its report says is lost is lost, and nothing else is."""

from __future__ import annotations

import contextlib
import json
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from argmap import formats
from argmap.errors import FormatError
from argmap.formats import FORMATS
from argmap.formats.left_out import LEFT_OUT_CODES
from argmap.model import ArgumentMap, CitationId, Claim, ClaimId, InferenceId, Source, SourceId
from tests.formats.arguments import cleaned
from tests.strategies import maps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from argmap.formats import Report
    from argmap.model import Entity, EntityId

    Contents = dict[str, Callable[[ArgumentMap], Iterable[object]]]

WRITTEN = [each.name for each in FORMATS if each.write is not None]
BOTH_WAYS = [each.name for each in FORMATS if each.write is not None and each.read is not None]
WHOLE = [each.name for each in FORMATS if each.name in BOTH_WAYS and each.lost_out == "nothing"]


def worded(map_: ArgumentMap) -> ArgumentMap:
    """Return *map_* with claims and sources in words of their own, so that they can be told apart without ids."""

    def fitted(entity: Entity) -> Entity:
        if isinstance(entity, Claim):
            return replace(entity, text=f"Claim {entity.number} says so")
        return replace(entity, title=f"Source {entity.number}") if isinstance(entity, Source) else entity

    return ArgumentMap(map(fitted, map_.entities()))


def _of_claims(name: str) -> Callable[[ArgumentMap], Iterable[object]]:
    return lambda map_: (
        (claim.text, value)
        for claim in map_.claims.values()
        if (value := getattr(claim, name)) not in (None, "", (), 0)
    )


def _of_inferences(name: str) -> Callable[[ArgumentMap], Iterable[object]]:
    return lambda map_: (
        value for inference in map_.inferences.values() if (value := getattr(inference, name)) not in (None, "")
    )


CONTENTS: Contents = {
    "settings": lambda map_: (
        (name, value)
        for name in ("description", "language", "numbering", "semantics")
        if (value := getattr(map_.about, name))
    ),
    "notes": _of_claims("note"),
    "credences": lambda map_: (
        (each.text, each.credence) for each in map_.claims.values() if each.credence is not None
    ),
    "implicit": _of_claims("implicit"),
    "dates": _of_claims("as_of"),
    "tags": _of_claims("tags"),
    "warrants": _of_inferences("warrant"),
    "schemes": _of_inferences("scheme"),
    "relevances": _of_inferences("relevance"),
    "conflicts": lambda map_: (
        (each.kind, frozenset(map_.claims[claim].text for claim in each.claims)) for each in map_.conflicts.values()
    ),
    "sources": lambda map_: (replace(each, id=SourceId(""), number=1) for each in map_.sources.values()),
    "citations": lambda map_: (
        (
            map_.claims[each.claim].text,
            map_.sources[each.source].title,
            replace(each, id=CitationId(""), claim=ClaimId(""), source=SourceId(""), order="a0"),
        )
        for each in map_.citations.values()
    ),
    "dependences": lambda map_: (
        frozenset(map_.sources[passage.source].title for passage in each.passages) for each in map_.dependences.values()
    ),
    "comments": lambda map_: (each.text for each in map_.comments.values()),
    "aliases": lambda map_: (each.text for each in map_.aliases.values()),
    "distincts": lambda map_: (frozenset(each.wordings) for each in map_.distincts.values()),
    "terms": lambda map_: (frozenset(each.words) for each in map_.terms.values()),
    "extras": lambda map_: (each.extras for each in map_.entities() if each.extras),
}
"""All that a map holds beside the argument, free of ids and numbers, by the code under which its loss is told."""


def argument(map_: ArgumentMap) -> Counter[object]:
    """Return claims, positions and inferences, free of ids and numbers."""

    def name(end: EntityId) -> object:
        path: list[object] = []
        while isinstance(end, InferenceId):
            step = map_.inferences[end]
            path.append((step.polarity, frozenset(map_.claims[premise].text for premise in step.premises)))
            end = step.target
        return (map_.claims[end].text, *path)  # type: ignore[index]  # what is no inference is a claim

    positions = [("position", each.text) for each in map_.positions()]
    return Counter([*(each.text for each in map_.claims.values()), *map(name, map_.inferences), *positions])


def named(report: Report) -> dict[str, int]:
    """Return what a report says is lost, and how often, by code."""
    return {finding.code: finding.count for finding in report.losses}


def test_every_loss_has_its_contents() -> None:
    """A code that nobody looks for would be checked by nobody."""
    assert CONTENTS.keys() == set(LEFT_OUT_CODES)


@pytest.mark.parametrize("name", WHOLE)
@settings(max_examples=12)
@given(maps())
def test_what_promises_to_lose_nothing_loses_nothing(name: str, map_: ArgumentMap) -> None:
    """The map comes back as it was, with its ids, its numbers and all that is around the argument."""
    map_ = worded(cleaned(map_))
    exported = formats.write(map_, name)
    assert exported.report.is_lossless, exported.report.sentences
    imported = formats.read(exported.content, "x", name)
    assert imported.report.is_lossless, imported.report.sentences
    again = imported.map()
    assert {each.id: each for each in again.entities()} == {each.id: each for each in map_.entities()}


@pytest.mark.parametrize("name", BOTH_WAYS)
@settings(max_examples=20)
@given(maps())
def test_the_report_names_exactly_what_is_missing(name: str, map_: ArgumentMap) -> None:
    """What is told to be lost was there and is gone; and while only such is told, all else is there."""
    map_ = worded(cleaned(map_))
    exported = formats.write(map_, name)
    imported = formats.read(exported.content, "x", name)
    again = imported.map()
    lost = {**named(imported.report), **named(exported.report)}
    for code, contents in CONTENTS.items():
        missing = Counter(contents(map_)) - Counter(contents(again))
        if code in lost:
            assert missing, f"{code} is told to be lost, but is there"
            assert missing.total() <= lost[code], f"more of {code} is lost than is told"
        elif lost.keys() <= CONTENTS.keys():
            assert not missing, f"{code} is lost and not told"
    if lost.keys() <= CONTENTS.keys():
        assert not argument(map_) - argument(again), "a part of the argument is lost and not told"
    elif named(exported.report).keys() - CONTENTS.keys():
        told = sorted(lost.keys() - CONTENTS.keys())
        assert argument(map_) != argument(again), f"{told} are told, but the argument is as it was"


@pytest.mark.parametrize("name", WRITTEN)
@settings(max_examples=8)
@given(maps())
def test_any_map_is_written_and_reported(name: str, map_: ArgumentMap) -> None:
    """Whatever texts a map holds, there is a file of it, and a report in plain values with sentences that read well."""
    exported = formats.write(map_, name)
    assert exported.content
    report = exported.report
    assert report.format_name == name
    assert json.loads(json.dumps(report.to_plain()))["format"] == name
    assert all("{" not in finding.words and finding.count > 0 for finding in (*report.losses, *report.notes))


@pytest.mark.parametrize("name", BOTH_WAYS)
def test_an_empty_map_goes_there_and_back(name: str) -> None:
    """Of nothing, too: either an empty map comes back, or a sentence says that the file holds nothing."""
    exported = formats.write(ArgumentMap(), name)
    with contextlib.suppress(FormatError):
        assert not formats.read(exported.content, "x", name).map().claims
