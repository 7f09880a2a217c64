"""Before a merge: what speaks against it, and what a person must confirm in so many letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.editing import merge
from argmap.errors import EditError, UnfitError
from argmap.matching import compare
from argmap.wording import Terms

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, ClaimId, Step

CONFIRMING = "merge"
"""The word to type where a merge must be confirmed."""


@dataclass(frozen=True, slots=True)
class BeforeMerge:
    """What stands in the way: a *refusal* that nobody can lift, sentences *to_confirm*, and *notes* to be read.

    *step* is what would be done, if it can be.
    """

    refusal: str = ""
    to_confirm: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    step: Step | None = None


def before_merge(map_: ArgumentMap, survivor: ClaimId, gone: ClaimId) -> BeforeMerge:
    """Look at what merging *gone* into *survivor* would do, before it is done."""
    try:
        step = merge(map_, survivor, gone)
    except EditError as error:
        return BeforeMerge(refusal=str(error))
    likeness = compare(map_.claims[survivor].text, map_.claims[gone].text, terms=Terms.of(map_))
    return BeforeMerge(to_confirm=tuple(flag.sentence for flag in likeness.flags if flag.hard), step=step)


def check_merge(map_: ArgumentMap, survivor: ClaimId, gone: ClaimId, *, confirmed: bool) -> None:
    """Refuse a merge that nobody may make, and one that must be confirmed and is not *confirmed*."""
    before = before_merge(map_, survivor, gone)
    if before.refusal:
        raise UnfitError(before.refusal)
    if before.to_confirm and not confirmed:
        one, other = map_.claims[survivor].label, map_.claims[gone].label
        message = f"{one} and {other} are not merged unless you confirm it. {' '.join(before.to_confirm)}"
        raise UnfitError(message)
