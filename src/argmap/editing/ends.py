"""Ends: what a link hangs on, and what it looks like between other ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.model import Citation, CitationId, Comment, Conflict, Inference

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from argmap.model import ArgumentMap, ClaimId, EntityId

Link = Inference | Citation | Conflict | Comment
"""What hangs on claims, and moves with them when they are merged."""


def hanging_on(map_: ArgumentMap, id_: EntityId) -> list[Link]:
    """Return the links that have a claim or an inference at one of their ends."""
    found: list[Link] = [*map_.bearing_on(id_), *map_.uses_of(id_), *map_.citations_of(id_), *map_.conflicts_of(id_)]
    found.extend(map_.comments_on(id_))
    return list(dict.fromkeys(found))


def ends(link: Link) -> tuple[EntityId, ...]:
    """Return the ends of a link; of an inference the target first, then the premises."""
    match link:
        case Inference():
            return (link.target, *link.premises)
        case Citation():
            return (link.claim,)
        case Conflict():
            return link.claims
        case Comment():
            return (link.about,)


def between(link: Link, new: Sequence[EntityId | None]) -> Link | None:
    """Return *link* between *new* ends; None where one that it needs is not there.

    Premises that became one are one, and those that are gone are left out.
    """
    match link:
        case Inference():
            premises = tuple(dict.fromkeys(end for end in new[1:] if end is not None))
            if new[0] is None or new[0] == link.id or not premises:
                return None
            return replace(link, target=new[0], premises=premises)  # type: ignore[arg-type]  # ends keep their kind
        case Conflict():
            if None in new or new[0] == new[1]:
                return None
            return replace(link, claims=tuple(new))  # type: ignore[arg-type]  # two claims
        case Citation():
            return None if new[0] is None else replace(link, claim=new[0])  # type: ignore[arg-type]  # a claim
        case Comment():
            return None if new[0] is None else replace(link, about=new[0])  # type: ignore[arg-type]  # what a comment is about


def is_circular(link: Link) -> bool:
    """Whether an inference has its own target among its premises."""
    return isinstance(link, Inference) and link.target in link.premises


def what_it_says(link: Link) -> Hashable:
    """Return what two links have in common that say the same: a comment says the same as no other."""
    match link:
        case Inference():
            return link.target, link.polarity, frozenset(link.premises)
        case Conflict():
            return link.claims
        case Citation():
            return replace(link, id=CitationId(), order="a0")
        case Comment():
            return link.id


def alike_near(map_: ArgumentMap, link: Link) -> Sequence[Link]:
    """Return the links of the map that may say what *link* says."""
    match link:
        case Inference():
            return map_.bearing_on(link.target)
        case Conflict():
            return map_.conflicts_of(link.claims[0])
        case Citation():
            return map_.citations_of(link.claim)
        case Comment():
            return ()


def with_edits(was: Link, shown: Link, home: Callable[[EntityId], EntityId | None]) -> Link:
    """Return how a link *was*, changed as the link *shown* for it has been changed by hand; *home* says what is shown.

    A link that is not in the map itself follows the one shown for it: to another target, to other premises, to the
    other side.
    """
    expected = between(was, [home(end) for end in ends(was)])
    if expected is None or isinstance(was, Comment):
        return was
    if not isinstance(was, Inference):
        return was if ends(expected) == ends(shown) else between(was, ends(shown)) or was
    assert isinstance(expected, Inference)
    assert isinstance(shown, Inference)
    target = was.target if expected.target == shown.target else shown.target
    premises = was.premises
    in_order = was.id == shown.id and expected.premises != shown.premises
    if in_order or set(expected.premises) != set(shown.premises):
        premises = tuple(_spread(shown.premises, was.premises, home))
    edited = replace(was, polarity=shown.polarity, premises=premises)
    return edited if target == was.id else replace(edited, target=target)


def _spread(
    shown: Iterable[ClaimId], were: Iterable[ClaimId], home: Callable[[EntityId], EntityId | None]
) -> Iterator[ClaimId]:
    """Yield the premises that *shown* stand for: those they were, and those that are new."""
    for premise in shown:
        yield from [each for each in were if home(each) == premise] or [premise]
