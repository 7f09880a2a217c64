"""From a map to a mind map: a tree of ideas and groups; what is said again refers to where it stands in full."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.formats.carried import CARRIED, about_map, around, packed
from argmap.formats.kept_extras import kept_for
from argmap.formats.mindmup.ideas import HIGHEST_RANK
from argmap.formats.mindmup.reading import FOREIGN, ON, SEE, shown_of
from argmap.model import Claim, Inference
from argmap.model.roles import unplaced_claims
from argmap.outlines import roots

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.formats.report import Tally
    from argmap.model import ArgumentMap, ClaimId, EntityId, InferenceId

Plain = dict[str, Any]

_MOST_LEVELS = 50
"""Deeper branches begin at the top again: programs that read JSON end at some hundred levels, and each takes four."""

_MOST_DIGITS = 15
_NO_RANK = (True, math.inf)
_NAMES = {True: "supporting", False: "opposing"}


def write(map_: ArgumentMap, tally: Tally) -> bytes:
    """Write all of *map_* as a mind map; nothing is lost that is read back by argmap."""
    del tally
    whole = _Writing(map_).whole()
    return (json.dumps(whole, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")


class _Branch(NamedTuple):
    """Something on its way into the tree: what, among which siblings, how deep; *is_apart* where it starts anew."""

    entity: Claim | Inference | Plain
    siblings: _Siblings
    level: int
    is_apart: bool = False


class _Siblings:
    """The children of an idea, each with a rank behind that of the one before, in the order that MindMup shows."""

    def __init__(self) -> None:
        self.ideas: Plain = {}
        self._last = (False, 0.0)

    def put(self, idea: Plain, wanted: tuple[bool, float] | None) -> None:
        """Add *idea* with the rank *wanted*, if that comes behind the last one."""
        place = self._last
        if wanted is not None and wanted != _NO_RANK:
            place = wanted
        if place <= self._last:
            place = (self._last[0], math.floor(self._last[1]) + 1.0)
        self._last = place
        rank = -place[1] if place[0] else place[1]
        self.ideas[str(int(rank)) if rank.is_integer() else str(rank)] = idea


class _Writing:
    """Grows the tree; every claim is told in full once, every inference stands in one place."""

    def __init__(self, map_: ArgumentMap) -> None:
        self._map = map_
        self._kept = kept_for(map_.about.extras, FOREIGN)
        self._groups = [each for each in self._kept.get("groups", ()) if isinstance(each, dict)]
        self._ids = _Names(map_, [str(each.get("id")) for each in self._groups])
        self._by_number = sorted(map_.claims.values(), key=lambda claim: claim.number)
        self._told: set[ClaimId] = set()
        self._written: set[InferenceId] = set()
        self._hosted = self._find_hosted()
        self._apart: list[Claim | Inference] = []

    def whole(self) -> Plain:
        """Return the whole file."""
        tops = _Siblings()
        for first in self._tops():
            self._start(first, tops)
        for claim in self._by_number:  # what hangs together in a circle
            self._start(claim, tops)
        for inference in sorted(self._map.inferences.values(), key=lambda each: each.number):
            if inference.id not in self._written:  # these bear on one another in a circle
                self._start(inference, tops)
        own = {"version": 1, **about_map(self._map), "around": around(self._map)}
        attr = self._kept.get("attr")
        attr = attr if isinstance(attr, dict) else {}
        more = {key: value for key, value in self._kept.items() if key not in {"attr", "groups", "title", "id"}}
        return {
            "id": "root",
            "formatVersion": 3,
            **more,
            "title": self._map.about.title,
            "ideas": tops.ideas,
            "attr": {**attr, CARRIED: own},
        }

    def _tops(self) -> list[Claim | Inference | Plain]:
        """Return what stands at the top: positions in their order, and all else by its rank, if it has one."""
        start = roots(self._map)
        hosted = {id(each) for kids in self._hosted.values() for each in kids}
        others: list[Claim | Inference | Plain] = [*start.others, *unplaced_claims(self._map), *self._groups]
        return _merged(start.positions, [each for each in others if id(each) not in hosted])

    def _find_hosted(self) -> dict[str, list[Claim | Plain]]:
        """Return what stands under an idea without bearing on it, by that idea's id in the file."""
        hosted: dict[str, list[Claim | Plain]] = {}
        there = self._ids.there
        for group in self._groups:
            if str(group.get("under")) in there:
                hosted.setdefault(str(group["under"]), []).append(group)
        for claim in self._by_number:
            under = kept_for(claim.extras, FOREIGN).get("under")
            if isinstance(under, str) and under in there and not claim.is_position and not self._map.is_used(claim.id):
                hosted.setdefault(under, []).append(claim)
        return hosted

    def _start(self, first: Claim | Inference | Plain, tops: _Siblings) -> None:
        """Write one tree, and what turned out to be too deep for it."""
        if isinstance(first, Claim) and first.id in self._told:
            return
        self._tree(_Branch(first, tops, 0, is_apart=True))
        while self._apart:
            entity = self._apart.pop(0)
            if not isinstance(entity, Claim) or entity.id not in self._told:
                self._tree(_Branch(entity, tops, 0, is_apart=True))

    def _tree(self, first: _Branch) -> None:
        waiting = [first]
        while waiting:
            branch = waiting.pop()
            entity = branch.entity
            if branch.level >= _MOST_LEVELS and not isinstance(entity, dict):
                self._put_apart(entity, branch.siblings)
            elif isinstance(entity, Claim) and entity.id in self._told:
                branch.siblings.put(self._repeated(entity), None)
            else:
                waiting += reversed(self._grown(branch))

    def _put_apart(self, entity: Claim | Inference, siblings: _Siblings) -> None:
        """Leave something for the top of the file; a claim is referred to from here."""
        self._apart.append(entity)
        if isinstance(entity, Claim):
            siblings.put(self._repeated(entity), None)

    def _grown(self, branch: _Branch) -> list[_Branch]:
        """Add an idea to its siblings; return what comes under it."""
        entity = branch.entity
        under = _Siblings()
        if isinstance(entity, Claim):
            self._told.add(entity.id)
            idea = self._claim(entity)
            kids: list[Claim | Inference | Plain] = [*self._map.bearing_on(entity.id)]
        elif isinstance(entity, Inference):
            self._written.add(entity.id)
            idea = self._group(entity, is_apart=branch.is_apart)
            bearing = [each for each in self._map.bearing_on(entity.id) if each.id not in self._written]
            kids = [*(self._map.claims[premise] for premise in entity.premises), *bearing]
        else:
            idea = {key: value for key, value in entity.items() if key not in {"under", "rank"}}
            idea["id"] = _as_id(str(entity.get("id")))
            kids = []
        kids = _merged(kids, self._hosted.pop(str(idea["id"]), []))
        branch.siblings.put(idea, _rank(entity))
        if kids:
            idea["ideas"] = under.ideas
        return [_Branch(kid, under, branch.level + 1) for kid in kids]

    def _claim(self, claim: Claim) -> Plain:
        own = {"id": claim.id, "number": claim.number, **packed(claim, ("id", "number", "text", "note"))}
        return self._idea(claim, claim.text, claim.note, own)

    def _group(self, inference: Inference, *, is_apart: bool) -> Plain:
        ends = ("id", "number", "order", "polarity", "premises", "target", "warrant")
        own = {"id": inference.id, "number": inference.number, "order": inference.order, **packed(inference, ends)}
        if is_apart:
            own[ON] = inference.target
        idea = self._idea(inference, "group", inference.warrant, own)
        idea["attr"] = {"group": _NAMES[inference.supports], "contentLocked": True, **idea["attr"]}
        return idea

    def _idea(self, entity: Claim | Inference, title: str, note: str, own: Plain) -> Plain:
        shown = shown_of(kept_for(entity.extras, FOREIGN), is_group=isinstance(entity, Inference))
        attr = shown.pop("attr", {})
        if note:
            attr["note"] = {"index": 1, "text": note}
        title = shown.pop("title", title)
        return {"id": self._ids.of[entity.id], "title": title, "attr": {**attr, CARRIED: own}, **shown}

    def _repeated(self, claim: Claim) -> Plain:
        own = {SEE: claim.id, "text": claim.text}
        return {"id": self._ids.fresh(), "title": claim.text, "attr": {CARRIED: own}}


def _merged(
    ordered: Sequence[Claim | Inference | Plain], loose: Sequence[Claim | Inference | Plain]
) -> list[Claim | Inference | Plain]:
    """Return *ordered* in its order, and each of *loose* before the first of them that has a higher rank."""
    waiting = sorted(loose, key=_rank, reverse=True)
    merged: list[Claim | Inference | Plain] = []
    for each in ordered:
        while waiting and _rank(waiting[-1]) < _rank(each) < _NO_RANK:
            merged.append(waiting.pop())
        merged.append(each)
    return [*merged, *reversed(waiting)]


def _rank(entity: Claim | Inference | Plain) -> tuple[bool, float]:
    """Return where something stood among its siblings, in the order that MindMup shows; last where it never did."""
    kept = entity if isinstance(entity, dict) else kept_for(entity.extras, FOREIGN)
    rank = kept.get("rank")
    if isinstance(rank, int | float) and -HIGHEST_RANK < rank < HIGHEST_RANK:
        return rank < 0, abs(float(rank))
    return _NO_RANK


class _Names:
    """The ids of ideas: those that came with a file, and whole numbers behind them for all others."""

    def __init__(self, map_: ArgumentMap, taken: list[str]) -> None:
        self.there = set(taken)
        self.of: dict[EntityId, int | str] = {}
        self._last = 0
        entities: list[Claim | Inference] = [*map_.claims.values(), *map_.inferences.values()]
        new = []
        for entity in entities:
            wanted = kept_for(entity.extras, FOREIGN).get("id")
            if isinstance(wanted, str) and wanted and wanted not in self.there:
                self.there.add(wanted)
                self.of[entity.id] = _as_id(wanted)
            else:
                new.append(entity)
        for entity in new:
            self.of[entity.id] = self.fresh()

    def fresh(self) -> int:
        """Return a number that no idea has yet."""
        self._last += 1
        while str(self._last) in self.there:
            self._last += 1
        self.there.add(str(self._last))
        return self._last


def _as_id(text: str) -> int | str:
    """Return an id as MindMup has it: a whole number where it is one that JavaScript can count to."""
    is_number = text.isascii() and text.isdigit() and text[0] != "0" and len(text) <= _MOST_DIGITS
    return int(text) if is_number else text
