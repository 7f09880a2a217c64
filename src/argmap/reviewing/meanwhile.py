"""Meanwhile: what somebody else did to the pair that a person looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.reviewing.review import key_of
from argmap.reviewing.standing import survivor_of

if TYPE_CHECKING:
    from argmap.matching import Pair
    from argmap.model import ArgumentMap
    from argmap.reviewing.review import Review


def happened_to(pair: Pair, before: ArgumentMap, review: Review, by: str = "") -> str:
    """Say why *pair*, shown when the map was *before*, is not what *review* asks about now; empty if it still is.

    *by* is the name of who changed the map.
    """
    now, current = review.map, review.current
    claims = pair.first, pair.second
    reads_so = all(claim in now.claims and now.claims[claim].text == before.claims[claim].text for claim in claims)
    is_same = current is not None and key_of(current) == key_of(pair)
    if is_same and reads_so:
        return ""
    then = (
        "look at the pair again" if is_same else "this is the next pair" if current is not None else "no pair is left"
    )
    return f"{_event(pair, before, now)} meanwhile{f' by {by}' if by else ''}: {then}."


def _event(pair: Pair, before: ArgumentMap, now: ArgumentMap) -> str:
    labels = [before.claims[claim].label for claim in (pair.first, pair.second)]
    claims = [survivor_of(now, claim) for claim in (pair.first, pair.second)]
    gone = [label for label, claim in zip(labels, claims, strict=True) if claim is None]
    if gone:
        return f"{' and '.join(gone)} {'was' if len(gone) == 1 else 'were'} removed"
    if claims[0] == claims[1]:
        return f"{' and '.join(labels)} were merged"
    reworded: list[str] = []
    for label, was, claim in zip(labels, (pair.first, pair.second), claims, strict=True):
        if claim is not None and claim != was:
            return f"{label} was merged into {now.claims[claim].label}"
        if claim is not None and now.claims[claim].text != before.claims[was].text:
            reworded.append(label)
    if reworded:
        return f"{' and '.join(reworded)} {'was' if len(reworded) == 1 else 'were'} reworded"
    return f"{' and '.join(labels)} were decided"
