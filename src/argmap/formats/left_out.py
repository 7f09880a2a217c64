"""What a map holds beside claims and how they bear on one another, for formats that have no place for it."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from argmap.formats.report import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from argmap.formats.report import Tally
    from argmap.model import Alias, ArgumentMap, Claim, Comment, Inference, Source

    _Find = Callable[[ArgumentMap], Iterable[str]]

_Numbered = TypeVar("_Numbered", "Claim", "Inference", "Source", "Comment", "Alias")


def _claims(has: Callable[[Claim], object]) -> _Find:
    return lambda map_: (claim.label for claim in _by_number(map_.claims.values()) if has(claim))


def _inferences(has: Callable[[Inference], object]) -> _Find:
    return lambda map_: (inference.label for inference in _by_number(map_.inferences.values()) if has(inference))


def _settings(map_: ArgumentMap) -> Iterator[str]:
    for name in ("description", "language", "numbering", "semantics"):
        if getattr(map_.about, name):
            yield name


def _foreign(map_: ArgumentMap, own: str = "") -> Iterator[str]:
    for entity in map_.entities():
        if entity.extras and not (own and list(json.loads(entity.extras)) == [own]):
            yield getattr(entity, "label", type(entity).__name__.lower())


_LEFT_OUT: tuple[tuple[str, str, str, _Find], ...] = (
    ("settings", "thing the map says of itself", "things the map says of itself", _settings),
    ("notes", "note", "notes", _claims(lambda claim: claim.note)),
    ("credences", "credence", "credences", _claims(lambda claim: claim.credence is not None)),
    ("implicit", "mark of an implicit claim", "marks of implicit claims", _claims(lambda claim: claim.implicit)),
    ("dates", "date of a claim", "dates of claims", _claims(lambda claim: claim.as_of)),
    ("tags", "claim's tags", "claims' tags", _claims(lambda claim: claim.tags)),
    ("warrants", "warrant", "warrants", _inferences(lambda inference: inference.warrant)),
    ("schemes", "scheme", "schemes", _inferences(lambda inference: inference.scheme)),
    ("relevances", "relevance", "relevances", _inferences(lambda inference: inference.relevance is not None)),
    (
        "conflicts",
        "conflict",
        "conflicts",
        lambda map_: (
            " and ".join(map_.claims[claim].label for claim in conflict.claims) for conflict in map_.conflicts.values()
        ),
    ),
    ("sources", "source", "sources", lambda map_: (source.label for source in _by_number(map_.sources.values()))),
    (
        "citations",
        "citation",
        "citations",
        lambda map_: (
            f"{map_.claims[citation.claim].label} in {map_.sources[citation.source].label}"
            for citation in map_.citations.values()
        ),
    ),
    (
        "dependences",
        "dependence between passages",
        "dependences between passages",
        lambda map_: (
            " and ".join(map_.sources[passage.source].label for passage in dependence.passages)
            for dependence in map_.dependences.values()
        ),
    ),
    ("comments", "comment", "comments", lambda map_: (each.label for each in _by_number(map_.comments.values()))),
    (
        "aliases",
        "merged-away wording",
        "merged-away wordings",
        lambda map_: (f"C{alias.number}" for alias in _by_number(map_.aliases.values())),
    ),
    (
        "distincts",
        "verdict on two wordings",
        "verdicts on two wordings",
        lambda map_: ("“" + "” and “".join(each.wordings) + "”" for each in map_.distincts.values()),
    ),
    ("terms", "term", "terms", lambda map_: (f"“{term.words[0]}”" for term in map_.terms.values())),
    ("extras", "thing kept for another format", "things kept for other formats", _foreign),
)
"""Code, the word for one and for many, and what finds where they stand."""

LEFT_OUT_CODES = tuple(code for code, *_ in _LEFT_OUT)
"""The codes under which it is told."""


def tell_left_out(map_: ArgumentMap, tally: Tally, where: str, kept: Collection[str] = (), own: str = "") -> None:
    """Tell *tally* of all that has no place in *where* (``an outline``), but what has one by its code in *kept*.

    What is kept for the format called *own* has one, too.
    """
    for code, one, many, find in _LEFT_OUT:
        words = (f"1 {one} has no place in {where}", f"{{count}} {many} have no place in {where}")
        found = _foreign(map_, own) if code == "extras" else find(map_)
        places = Counter(found if code not in kept else ())  # a claim may cite one source in several passages
        for label, count in places.items():
            tally.lose(code, *words, Place(label=label), count)


def _by_number(entities: Iterable[_Numbered]) -> list[_Numbered]:
    return sorted(entities, key=lambda entity: entity.number)
