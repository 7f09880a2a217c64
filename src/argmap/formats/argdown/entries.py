"""The parts of an Argdown file: what a claim, a step, and the front matter look like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from argmap.formats.argdown.escaping import as_data, escaped
from argmap.formats.argdown.foreign import foreign_of
from argmap.formats.argdown.kept import BEARS, CLAIM_TITLE, MODEL, STANDS_FOR, STEP_TITLE, flat
from argmap.formats.carried import CARRIED, about_map, around, packed
from argmap.model import ClaimId, ConflictKind, InferenceId

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgumentMap, Claim, EntityId, Inference

_VERSION = 1
_LONGEST_TITLE = 200
_TITLE = re.compile(r"(?!-|Untitled|Conclusion of )[^\]>\[<\n]+")
_TAG = re.compile(r"[^)\s](?:[^)\n]*[^)\s])?")
_ENDS = ("polarity", "premises", "target", "id", "number")


class Entries:
    """Knows how everything in a map is called in the file, and what is written of it."""

    def __init__(self, map_: ArgumentMap) -> None:
        self._map = map_
        self._foreign = {claim.id: foreign_of(claim.extras) for claim in map_.claims.values() if claim.extras}
        self._argued = {each.id: foreign_of(each.extras) for each in map_.inferences.values() if each.extras}
        self._apart = self._needing_structure()
        self._statements = self._only_statements()
        self._titles = self._given_titles()
        self._step_titles = self._given_step_titles()

    def is_apart(self, inference: Inference) -> bool:
        """Whether an inference needs a premise-conclusion structure of its own."""
        return inference.id in self._apart

    def contradicts(self, claim: ClaimId) -> Iterator[ClaimId]:
        """Yield the claims that are said, under *claim*, to contradict it: each pair is written once."""
        for conflict in self._map.conflicts_of(claim):
            if conflict.kind is ConflictKind.CONTRADICTORY and conflict.claims[0] == claim:
                yield conflict.claims[1]

    def front_matter(self) -> list[str]:
        """Return the lines in which the file says what it is about, and carries what belongs to no claim."""
        about = about_map(self._map)
        about["map"].pop("title", None)
        own = {"version": _VERSION, **about, "around": around(self._map)}
        foreign = foreign_of(self._map.about.extras).get("frontMatter")
        rest = {key: value for key, value in foreign.items() if key != MODEL} if isinstance(foreign, dict) else {}
        title = {"title": self._map.about.title} if self._map.about.title else {}
        return ["===", as_data({**title, **rest, CARRIED: own}), "==="]

    def reference(self, claim: ClaimId) -> str:
        """Return the title of a claim in its brackets."""
        title = self._titles[claim]
        return f"<{title}>" if self._is_argument(claim) else f"[{title}]"

    def definition(self, id_: ClaimId) -> str:
        """Return a claim in full: title, words, tags and data."""
        claim = self._map.claims[id_]
        tags = _shown_tags(claim)
        data = self._foreign.get(id_, {}).get("data")
        own = {**(data if isinstance(data, dict) else {}), CARRIED: self._carried(claim, with_tags=not tags)}
        return f"{self.reference(id_)}: {escaped(flat(claim.text))}{tags} {as_data(own)}"

    def head(self, inference: Inference) -> str:
        """Return the line that names an inference, with its warrant as the argument's description, and its data."""
        warrant = flat(inference.warrant)
        title = self._step_titles.get(inference.id)
        data = self._argued[inference.id].get("argumentData") if title else None
        shown = f" {as_data(data)}" if isinstance(data, dict) and data else ""
        return f"<{title or inference.label}>{f': {escaped(warrant)}' if warrant else ''}{shown}"

    def step(self, inference: Inference) -> list[str]:
        """Return the lines between the premises and the conclusion: the scheme, and what is carried."""
        titled = {"number": inference.number} if inference.id in self._step_titles else {}
        carried = {"id": inference.id, **titled, **packed(inference, _ENDS), "order": inference.order}
        for name in ("warrant", "scheme"):
            if flat(carried.get(name, "")) == carried.get(name):
                del carried[name]
        scheme = escaped(flat(inference.scheme), in_rules=True)
        return ["--", f"{scheme}{' ' if scheme else ''}{as_data({CARRIED: carried})}", "--"]

    def stand_in(self, inference: Inference) -> list[str]:
        """Return the conclusion of what is no reason: a sentence that bears on the target. Of a reason, nothing."""
        target = inference.target
        if isinstance(target, ClaimId) and inference.supports:
            return []
        if isinstance(target, InferenceId):
            label = self._map.inferences[target].label
            sign, named = ("+>" if inference.supports else "_>"), f"<{self._title(target)}>"
            words = f"The step {label} {'holds' if inference.supports else 'does not hold'}"
        else:
            sign, named = "->", self.reference(target)
            words = f"{self._map.claims[target].label} is not so"
        data = as_data({CARRIED: {STANDS_FOR: inference.label}})
        return [f"[Conclusion of {inference.label}]: {words} {data}", f"  {sign} {named}"]

    def _carried(self, claim: Claim, *, with_tags: bool) -> dict[str, Any]:
        title = self._titles[claim.id]
        without = {"id", "number", "text", *(() if with_tags else ("tags",))}
        carried: dict[str, Any] = {"id": claim.id}
        if title != claim.label:
            carried["number"] = claim.number
        if flat(claim.text) != claim.text:
            carried["text"] = claim.text
        carried.update(packed(claim, without))
        bears = [self._borne(each) for each in self._map.uses_of(claim.id) if not self.is_apart(each)]
        return {**carried, BEARS: bears} if bears else carried

    def _borne(self, inference: Inference) -> dict[str, Any]:
        """Return what a premise carries of the inference it alone makes."""
        ends = {"on": self._title(inference.target), "as": inference.polarity}
        own = {"id": inference.id, "number": inference.number, "order": inference.order}
        return {**ends, **own, **packed(inference, (*_ENDS, "order"))}

    def _title(self, id_: EntityId) -> str:
        if isinstance(id_, InferenceId):
            return self._step_titles.get(id_) or self._map.inferences[id_].label
        return self._titles[ClaimId(id_)]

    def _is_argument(self, claim: ClaimId) -> bool:
        return claim not in self._statements and bool(self._foreign.get(claim, {}).get("argument"))

    def _needing_structure(self) -> set[InferenceId]:
        """Return the inferences that a line under their target cannot say, or that came as arguments with a title."""
        found: set[InferenceId] = set()
        seen: set[tuple[EntityId, EntityId, bool]] = set()
        for inference in self._map.inferences.values():
            line = (inference.premises[0], inference.target, inference.supports)
            words = inference.warrant or inference.scheme or self._argued.get(inference.id, {}).get("argument")
            on_itself = inference.target in inference.premises  # such a line would be left out by Argdown's own reader
            if inference.is_joint or words or on_itself or self._map.is_targeted(inference.id) or line in seen:
                found.add(inference.id)
            else:
                seen.add(line)
        return found

    def _only_statements(self) -> set[ClaimId]:
        """Return the claims that stand where Argdown takes statements alone."""
        found: set[ClaimId] = {claim for conflict in self._map.conflicts.values() for claim in conflict.claims}
        for id_ in self._apart:
            inference = self._map.inferences[id_]
            found.update(inference.premises)
            if isinstance(inference.target, ClaimId):
                found.add(inference.target)
        return found

    def _given_titles(self) -> dict[ClaimId, str]:
        """Return the title of every claim: the one it came with, where it had one; else its number."""
        titles: dict[ClaimId, str] = {}
        taken: set[str] = set()
        for claim in self._map.claims.values():
            wanted = self._foreign.get(claim.id, {}).get("title")
            fits = isinstance(wanted, str) and wanted not in taken and _is_title(wanted)
            titles[claim.id] = wanted if fits and isinstance(wanted, str) else claim.label
            taken.add(titles[claim.id])
        return titles

    def _given_step_titles(self) -> dict[InferenceId, str]:
        """Return the title of each argument that came with one: it goes to the last of the argument's steps."""
        titles: dict[str, InferenceId] = {}
        taken = set(self._titles.values())
        for inference in sorted(self._map.inferences.values(), key=lambda each: each.number):
            wanted = self._argued.get(inference.id, {}).get("argument")
            if isinstance(wanted, str) and wanted not in taken and _is_title(wanted):
                titles[wanted] = inference.id
        return {id_: title for title, id_ in titles.items()}


def _is_title(wanted: str) -> bool:
    numbered = CLAIM_TITLE.fullmatch(wanted) or STEP_TITLE.fullmatch(wanted)
    return not numbered and len(wanted) <= _LONGEST_TITLE and wanted.isprintable() and bool(_TITLE.fullmatch(wanted))


def _shown_tags(claim: Claim) -> str:
    """Return the tags of a claim as they stand behind its words; nothing, if one of them cannot stand there."""
    if not all(_TAG.fullmatch(tag) and tag.isprintable() for tag in claim.tags):
        return ""
    return "".join(f" #({tag})" for tag in claim.tags)
