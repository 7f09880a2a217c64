"""From a map to a canvas: claims are cards, and so is each inference with several premises, or with an undercut."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from argmap.formats.canvas.cards import VERSION, is_backwards
from argmap.formats.canvas.placing import below, places_of
from argmap.formats.canvas.reading import CONFLICT, FOREIGN, NOT_SHOWN, PLACE, PREMISES, SHOWN, STEP
from argmap.formats.carried import CARRIED, about_map, around, packed
from argmap.formats.kept_extras import kept_for
from argmap.formats.stances import stance_of

if TYPE_CHECKING:
    from argmap.formats.report import Tally
    from argmap.model import ArgumentMap, Claim, Conflict, EntityId, Inference

Plain = dict[str, Any]

_WORDS = {"reason": "supports", "objection": "opposes", "backing": "backs", "undercut": "undercuts"}
_COLOURS = {True: "4", False: "1"}  # green and red among the six that the format has; the words say the same
_POSITION = "5"
_ENDS = ("id", "number", "order", "polarity", "premises", "target")
_GAP = 200
_FARTHEST = 1e9


def write(map_: ArgumentMap, tally: Tally) -> bytes:
    """Write all of *map_* as a canvas; nothing is lost that is read back by argmap."""
    del tally
    parts = (f"\t{_json(key)}:{_lines(value)}" for key, value in _Writing(map_).whole().items())
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode("utf-8", "backslashreplace")


def _lines(value: object) -> str:
    """Return *value* as JSON, the entries of a list on lines of their own: as Obsidian has it, and quick."""
    if not isinstance(value, list) or not value:
        return _json(value)
    return "[\n\t\t" + ",\n\t\t".join(map(_json, value)) + "\n\t]"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class _Writing:
    """Names and places the nodes, and draws the edges."""

    def __init__(self, map_: ArgumentMap) -> None:
        self._map = map_
        self._kept = kept_for(map_.about.extras, FOREIGN)
        self._points = {
            each.id: each for each in map_.inferences.values() if each.is_joint or map_.is_targeted(each.id)
        }
        self._taken = {str(each.get("id")) for each in self._list("nodes")}
        self._ids: dict[EntityId, str] = {}
        for claim in map_.claims.values():
            self._name(claim)
        for inference in self._points.values():
            self._name(inference)
        self._places = self._placed()

    def whole(self) -> Plain:
        """Return the whole file."""
        nodes = [*self._list("nodes")]
        nodes += [self._claim(claim) for claim in self._map.claims.values()]
        nodes += [self._point(inference) for inference in self._points.values()]
        there = {str(node.get("id")) for node in nodes}
        kept = [each for each in self._list("edges") if {str(each.get(end)) for end in ("fromNode", "toNode")} <= there]
        rest = {key: value for key, value in self._kept.items() if key not in {"nodes", "edges"}}
        own = {VERSION: 1, **about_map(self._map), "around": around(self._map)}
        return {"nodes": nodes, "edges": [*kept, *self._edges(kept)], **rest, CARRIED: own}

    def _list(self, key: str) -> list[Plain]:
        found = self._kept.get(key)
        return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []

    def _name(self, entity: Claim | Inference) -> None:
        wanted = kept_for(entity.extras, FOREIGN).get("id")
        id_ = wanted if isinstance(wanted, str) and wanted and wanted not in self._taken else entity.label
        while id_ in self._taken:
            id_ += "+"
        self._taken.add(id_)
        self._ids[entity.id] = id_

    def _placed(self) -> dict[EntityId, dict[str, int]]:
        """Return where everything stands that has no place from an earlier file; right of all that has one."""
        places = places_of(self._map, self._points)
        places |= below(places, [id_ for id_ in self._points if id_ not in places])
        extras = [
            *(claim.extras for claim in self._map.claims.values()),
            *(each.extras for each in self._points.values()),
        ]
        kept = [kept_for(each, FOREIGN) for each in extras]
        right = [each["x"] + each["width"] for each in (*kept, *self._list("nodes")) if _has_place(each)]
        if right:
            left = min((place["x"] for place in places.values()), default=0)
            move = round(max(right)) + _GAP - left
            places = {id_: {**place, "x": place["x"] + move} for id_, place in places.items()}
        return places

    def _claim(self, claim: Claim) -> Plain:
        own = {"id": claim.id, "number": claim.number, **packed(claim, ("id", "number", "text"))}
        drawn: Plain = {**self._places[claim.id], **({"color": _POSITION} if claim.is_position else {})}
        return {"id": self._ids[claim.id], "type": "text", "text": claim.text, **_drawn(claim.extras, drawn, own)}

    def _point(self, inference: Inference) -> Plain:
        own = {**_own(inference), STEP: 1, PREMISES: list(inference.premises)}
        drawn = {**self._places[inference.id], "color": _COLOURS[inference.supports]}
        kept = kept_for(inference.extras, FOREIGN)
        extras = inference.extras if _has_place(kept) else ""
        words = f"{inference.label}: {inference.scheme}" if inference.scheme else inference.label
        return {"id": self._ids[inference.id], "type": "text", "text": words, **_drawn(extras, drawn, own)}

    def _edges(self, kept: list[Plain]) -> list[Plain]:
        edges: list[Plain] = []
        for inference in self._map.inferences.values():
            edges += self._lines(inference)
        edges += [self._conflict(conflict) for conflict in self._map.conflicts.values()]
        taken = {str(each.get("id")) for each in kept}
        for number, edge in enumerate(edges, 1):
            wanted = edge["id"] if isinstance(edge["id"], str) and edge["id"] else f"e{number}"
            while wanted in taken:
                wanted += "+"
            taken.add(wanted)
            edge["id"] = wanted
        return edges

    def _lines(self, inference: Inference) -> list[Plain]:
        """Return the edges of an inference: one to its target, and those of its premises to its point, if there is."""
        colour = _COLOURS[inference.supports]
        side = "bottom" if inference.bears_on_inference else "right"
        sides = {"fromSide": "left", "toSide": side, "color": colour}
        drawn: Plain = {**sides, "label": _WORDS[inference.kind]}
        if inference.id not in self._points:
            ends = self._ends(inference.premises[0], inference.target)
            kept = kept_for(inference.extras, FOREIGN)
            is_so = "label" not in kept or stance_of(kept["label"]) is inference.polarity
            extras = inference.extras if is_so and ("label" in kept or "id" not in kept) else ""
            if extras and is_backwards(kept):
                ends = self._ends(inference.target, inference.premises[0])
            return [{"id": kept.get("id"), **ends, **_drawn(extras, drawn, _own(inference))}]
        to_point = {"fromSide": "left", "toSide": "right", "color": colour}
        lines = [{"id": "", **self._ends(premise, inference.id), **to_point} for premise in inference.premises]
        if inference.bears_on_inference:
            drawn["fromSide"] = "top"
        return [*lines, {"id": "", **self._ends(inference.id, inference.target), **drawn}]

    def _conflict(self, conflict: Conflict) -> Plain:
        ends = self._ends(*conflict.claims)
        return {"id": "", **ends, "toEnd": "none", "label": conflict.kind.value, CARRIED: {CONFLICT: conflict.id}}

    def _ends(self, source: EntityId, target: EntityId) -> Plain:
        return {"fromNode": self._ids[source], "toNode": self._ids[target]}


def _own(inference: Inference) -> Plain:
    ids = {"id": inference.id, "number": inference.number, "order": inference.order}
    return {**ids, **packed(inference, _ENDS)}


def _drawn(extras: str, drawn: Plain, own: Plain) -> Plain:
    """Return how something is drawn: as in the file it came from, else as argmap draws it; and a note of that."""
    there = kept_for(extras, FOREIGN)
    kept = {key: value for key, value in there.items() if key not in NOT_SHOWN}
    if not _has_place(kept):
        kept = {key: value for key, value in kept.items() if key not in PLACE}
    if "id" in there:  # somebody else drew it: argmap adds no colours and sides of its own
        drawn = {key: value for key, value in drawn.items() if key in PLACE}
    whole = {**drawn, **kept}
    return {**whole, CARRIED: {**own, SHOWN: whole}}


def _has_place(plain: Plain) -> bool:
    """Whether *plain* says where it stands, in numbers that a program can reckon with."""
    numbers = [plain.get(key) for key in PLACE]
    return all(type(each) in {int, float} and -_FARTHEST < each < _FARTHEST for each in numbers)  # type: ignore[operator]  # numbers, as was asked
