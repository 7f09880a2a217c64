"""Merging two claims into one, and taking a merged claim out again, whenever and in any order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.editing.claims import claim_of
from argmap.editing.entry import Entry
from argmap.editing.inheriting import Returning, given_by, with_given
from argmap.editing.moved import Kept
from argmap.editing.resettling import Resettling
from argmap.errors import GoneError, UnfitError
from argmap.model import AliasId, Claim, ClaimId, added, changed, removed

if TYPE_CHECKING:
    from argmap.editing.ends import Link
    from argmap.model import Alias, ArgumentMap, Inference, Step


def merge(map_: ArgumentMap, survivor: ClaimId, gone: ClaimId, *, text: str | None = None) -> Step:
    """Let two claims be one: *survivor* keeps its number and takes over all that hangs on *gone*.

    Links that say the same then are one; a reason from one for the other ends. All of it is kept, so that `unmerge`
    can bring it back. *text* is a new wording for both. Refused where one is an objection to the other.
    """
    entry = Entry()
    stays, goes = claim_of(map_, survivor), claim_of(map_, gone)
    _refuse_opposed(map_, stays, goes)
    kept = Kept(goes, survivor, given_by(goes, stays))
    merged = with_given(stays, kept.gave)
    if text is not None and entry.line(text) != stays.text:
        merged = replace(merged, text=entry.line(text))
        kept.reworded = (stays.text, merged.text)
    links = Resettling(map_)
    links.merge(goes, survivor)
    memory = links.memory
    memory.kept[AliasId(gone)] = kept
    memory.edited.update((AliasId(gone), *(alias.id for alias in map_.aliases_of(gone))))
    changes = [removed(goes), changed(map_, merged), *links.changes(), *memory.changes()]
    return entry.step(f"Merge {goes.label} into {stays.label}", *changes)


def unmerge(map_: ArgumentMap, alias: AliasId) -> Step:
    """Take a merged claim out again, with its number, its links and all else that came from it.

    What was added since stays with the survivor, and what was removed since stays removed.
    """
    now = map_.aliases.get(alias)
    if now is None:
        raise GoneError(alias, "merged-away claim")
    survivor = map_.claims[now.survivor]
    links = Resettling(map_)
    memory = links.memory
    memory.read_aliases_of(survivor.id)
    leaving = memory.kept[alias]
    along = _merged_into(alias, memory.kept)
    links.unmerge(alias, {ClaimId(id_) for id_ in (alias, *along)})
    memory.edited.update(along)
    returning = Returning({id_: kept for id_, kept in memory.kept.items() if id_ not in along}, survivor)
    returning.take_back(leaving)
    memory.edited.update(returning.edited)
    claim = _with_a_number(map_, leaving.claim, now)
    changes = [removed(now), added(claim), changed(map_, returning.survivor), *links.changes(), *memory.changes()]
    step = Entry().step(f"Unmerge {claim.label} from {survivor.label}", *changes)
    return replace(step, notices=(*step.notices, *_losses(links.lost)))


def opposing(map_: ArgumentMap, first: ClaimId, second: ClaimId) -> list[Inference]:
    """Return the objections of either of two claims to the other."""
    pairs = ((first, second), (second, first))
    uses = (use for premise, target in pairs for use in map_.uses_of(premise) if use.target == target)
    return [use for use in uses if not use.supports]


def _refuse_opposed(map_: ArgumentMap, stays: Claim, goes: Claim) -> None:
    if stays.id == goes.id:
        message = f"{stays.label} cannot be merged with itself."
        raise UnfitError(message)
    objections = opposing(map_, stays.id, goes.id)
    if objections:
        message = (
            f"{goes.label} and {stays.label} cannot be one claim: {objections[0].label} says that one speaks against "
            f"the other. Remove {objections[0].label} first if it is wrong."
        )
        raise UnfitError(message)


def _merged_into(alias: AliasId, kept: dict[AliasId, Kept]) -> set[AliasId]:
    """Return what was merged into a claim before that claim was itself merged away."""
    found: set[AliasId] = set()
    waiting = [alias]
    while waiting:
        into = ClaimId(waiting.pop())
        new = [id_ for id_, each in kept.items() if each.into == into and id_ not in found and id_ != alias]
        found.update(new)
        waiting.extend(new)
    return found


def _with_a_number(map_: ArgumentMap, claim: Claim, alias: Alias) -> Claim:
    """Return *claim* with its number, or a new one where another claim has that, as in two files that were joined."""
    holder = map_.numbered(Claim, claim.number)
    is_free = holder is None or (holder.id == alias.survivor and holder.number != claim.number)
    return claim if is_free else replace(claim, number=map_.next_number(Claim))


def _losses(lost: list[Link]) -> tuple[str, ...]:
    if not lost:
        return ()
    labels = [getattr(link, "label", "a citation") for link in lost]
    named = ", ".join(labels[:3]) + (f" and {len(labels) - 3} more" if len(labels) > 3 else "")  # noqa: PLR2004  # enough to look
    are = "was" if len(labels) == 1 else "were"
    return (f"{named} {are} left out: what hung there is gone from the map.",)
