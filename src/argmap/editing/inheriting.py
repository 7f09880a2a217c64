"""Inheriting: what a claim takes over from one that is merged into it, and gives back when that one leaves.

A field that is empty takes what the other has, and the tags of both count. Each alias remembers what its claim gave.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from argmap.model import AliasId, Claim, ClaimId

if TYPE_CHECKING:
    from argmap.editing.moved import Kept

_EMPTY: dict[str, Any] = {"note": "", "credence": None, "implicit": True, "position": None, "as_of": ""}
"""The fields that are taken over, and what stands in them before; who states a claim makes it no longer implicit."""


def given_by(gone: Claim, survivor: Claim) -> dict[str, Any]:
    """Return what *survivor* takes over from *gone*."""
    given: dict[str, Any] = {
        name: getattr(gone, name)
        for name, empty in _EMPTY.items()
        if getattr(survivor, name) == empty != getattr(gone, name)
    }
    tags = [tag for tag in gone.tags if tag not in survivor.tags]
    return given | ({"tags": tags} if tags else {})


def with_given(survivor: Claim, given: dict[str, Any]) -> Claim:
    """Return *survivor* with what it takes over."""
    tags = (*survivor.tags, *given.get("tags", ()))
    return replace(survivor, **{**given, "tags": tags})


class Returning:
    """What goes back along the way that a claim was merged: from the claim it was merged into, up to the survivor."""

    def __init__(self, kept: dict[AliasId, Kept], survivor: Claim) -> None:
        """Take the merged-away claims that stay, and the claim that stands for them all."""
        self.survivor = survivor
        self.edited: set[AliasId] = set()
        self._kept = kept

    def take_back(self, leaving: Kept) -> None:
        """Take back what *leaving* gave, where it still is; what another gives as well stays."""
        self._take_back_words(leaving)
        lost, into = leaving.gave, leaving.into
        passed: set[ClaimId] = set()
        while lost and into not in passed:
            passed.add(into)
            lost = self._without(into, lost)
            above = self._kept.get(AliasId(into))
            if above is None:
                break
            lost = self._no_longer_given(above, lost)
            into = above.into

    def _without(self, holder: ClaimId, lost: dict[str, Any]) -> dict[str, Any]:
        """Take *lost* values from a claim, or give it those of another that was merged into it; return what it lost."""
        claim = self._claim(holder)
        others = [self._kept[id_] for id_ in sorted(self._kept) if self._kept[id_].into == holder]
        gone: dict[str, Any] = {}
        for name, empty in _EMPTY.items():
            if name in lost and getattr(claim, name) == lost[name]:
                gone[name] = lost[name]
                other = next((each for each in others if getattr(each.claim, name) != empty), None)
                value = empty if other is None else getattr(other.claim, name)
                claim = replace(claim, **{name: value})
                if other is not None:
                    self._give(other, {name: value})
        tags = [tag for tag in lost.get("tags", ()) if tag in claim.tags]
        for tag in tags:
            other = next((each for each in others if tag in each.claim.tags), None)
            if other is not None:
                self._give(other, {"tags": [*other.gave.get("tags", ()), tag]})
            else:
                gone.setdefault("tags", []).append(tag)
        claim = replace(claim, tags=tuple(tag for tag in claim.tags if tag not in gone.get("tags", ())))
        self._put(claim)
        return gone

    def _no_longer_given(self, above: Kept, lost: dict[str, Any]) -> dict[str, Any]:
        """Return what a claim no longer gives, since it has lost it itself."""
        no_longer = {name: value for name, value in above.gave.items() if name != "tags" and lost.get(name) == value}
        tags = [tag for tag in above.gave.get("tags", ()) if tag in lost.get("tags", ())]
        kept = {name: value for name, value in above.gave.items() if name not in no_longer}
        if tags:
            no_longer["tags"] = tags
            kept["tags"] = [tag for tag in kept["tags"] if tag not in tags]
        above.gave = {name: value for name, value in kept.items() if name != "tags" or value}
        return no_longer

    def _take_back_words(self, leaving: Kept) -> None:
        """Give the claim that was reworded by the merge its wording back, or let a later merge remember it."""
        if leaving.reworded is None:
            return
        before, after = leaving.reworded
        claim = self._claim(leaving.into)
        if claim.text == after:
            self._put(replace(claim, text=before))
            return
        for kept in self._kept.values():
            if kept.into == leaving.into and kept.reworded is not None and kept.reworded[0] == after:
                kept.reworded = (before, kept.reworded[1])
                self.edited.add(AliasId(kept.claim.id))

    def _give(self, other: Kept, given: dict[str, Any]) -> None:
        other.gave = {**other.gave, **given}
        self.edited.add(AliasId(other.claim.id))

    def _claim(self, id_: ClaimId) -> Claim:
        kept = self._kept.get(AliasId(id_))
        return self.survivor if kept is None else kept.claim

    def _put(self, claim: Claim) -> None:
        kept = self._kept.get(AliasId(claim.id))
        if kept is None:
            self.survivor = claim
        elif kept.claim != claim:
            kept.claim = claim
            self.edited.add(AliasId(claim.id))
