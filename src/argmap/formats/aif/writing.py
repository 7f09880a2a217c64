"""From a map to an AIF graph: a node for each claim and each inference; what AIF has no word for lies beside them."""

from __future__ import annotations

import json
from itertools import count
from typing import TYPE_CHECKING, Any

from argmap.formats.aif.reading import FOREIGN, OWN_FRAME
from argmap.formats.carried import CARRIED, about_map, around, packed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.report import Tally
    from argmap.model import ArgumentMap, Claim, EntityId, Inference

_NAMES = {True: ("RA", "Default Inference"), False: ("CA", "Default Conflict")}
_ENDS = ("polarity", "premises", "target")
_dumps = json.JSONEncoder(ensure_ascii=False).encode
_GRAPH = ("nodes", "edges", "locutions", "participants", "xaif")


def write(map_: ArgumentMap, tally: Tally) -> bytes:
    """Write all of *map_* as an AIF graph; nothing is lost that is read back by argmap."""
    del tally
    writing = _Writing(map_)
    return _bytes({**writing.graph(), **writing.rest(), CARRIED: writing.carried(writing.frame())})


def write_xaif(map_: ArgumentMap, tally: Tally) -> bytes:
    """Write all of *map_* as an AIF graph with a text around it, as xAIF has it."""
    del tally
    writing = _Writing(map_)
    graph = {"schemefulfillments": [], "descriptorfulfillments": [], **writing.graph(), **writing.rest()}
    graph.setdefault("participants", [])
    text = {"txt": next((source.text for source in map_.sources.values() if source.text), "")}
    frame = writing.frame() or {"text": text, "dialog": False, "OVA": []}
    own = {**writing.carried(), OWN_FRAME: not writing.frame()}
    return _bytes({"AIF": graph, **frame, CARRIED: own})


def _bytes(value: dict[str, Any]) -> bytes:
    return f"{_in_lines(value)}\n".encode("utf-8", "backslashreplace")


def _in_lines(value: dict[str, Any]) -> str:
    """Return an object as JSON with a line for each node and each edge, to be read and compared line by line.

    Python's own indentation would take eight times as long.
    """
    parts = []
    for key, each in value.items():
        if key == "AIF":
            text = _in_lines(each)
        elif isinstance(each, list) and each:
            lines = each if isinstance(each, _Lines) else map(_dumps, each)
            text = "[\n  " + ",\n  ".join(lines) + "\n ]"
        else:
            text = _dumps(each)
        parts.append(f" {_dumps(key)}: {text}")
    return "{\n" + ",\n".join(parts) + "\n}"


class _Lines(list[str]):
    """The objects of an array, each as JSON already."""


class _Writing:
    """Names the nodes and draws the edges."""

    def __init__(self, map_: ArgumentMap) -> None:
        self._map = map_
        self._kept = _foreign(map_.about.extras)
        self._taken = {str(each.get("nodeID")) for each in self._list("nodes")}
        self._ids: dict[EntityId, str] = {}
        named: list[Claim | Inference] = [*map_.claims.values(), *map_.inferences.values()]
        for entity in named:
            self._ids[entity.id] = self._id(entity)

    def graph(self) -> dict[str, Any]:
        """Return nodes, edges and locutions: the map's own, and those that were kept for this."""
        nodes = _Lines(_dumps(self._claim(claim)) for claim in self._map.claims.values())
        nodes += [_dumps(self._inference(inference)) for inference in self._map.inferences.values()]
        nodes += map(_dumps, self._list("nodes"))
        there = {*self._ids.values(), *(str(node.get("nodeID")) for node in self._list("nodes"))}
        kept = [each for each in self._list("edges") if {str(each.get("fromID")), str(each.get("toID"))} <= there]
        edges = _Lines(self._edges({str(each.get("edgeID")) for each in kept}))
        edges += map(_dumps, kept)
        found = {"nodes": nodes, "edges": edges, "locutions": self._list("locutions")}
        return {**found, "participants": self._list("participants")} if self._list("participants") else found

    def rest(self) -> dict[str, Any]:
        """Return what else stood in the graph."""
        return {key: value for key, value in self._kept.items() if key not in _GRAPH}

    def frame(self) -> dict[str, Any]:
        """Return what stood around the graph."""
        frame = self._kept.get("xaif")
        return frame if isinstance(frame, dict) else {}

    def carried(self, frame: dict[str, Any] | None = None) -> dict[str, Any]:
        """Return what belongs to no node, and the *frame* where the file does not show it."""
        own = about_map(self._map)
        if self._kept:
            extras = {key: value for key, value in json.loads(self._map.about.extras).items() if key != FOREIGN}
            if frame:
                extras[FOREIGN] = {"xaif": frame}
            own["map"].pop("extras")
            if extras:
                own["map"]["extras"] = json.dumps(extras, ensure_ascii=False)
        return {"version": 1, **own, "around": around(self._map)}

    def _list(self, key: str) -> list[dict[str, Any]]:
        found = self._kept.get(key)
        return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []

    def _id(self, entity: Claim | Inference) -> str:
        wanted = _foreign(entity.extras).get("nodeID")
        id_ = wanted if isinstance(wanted, str) and wanted and wanted not in self._taken else entity.label
        while id_ in self._taken:
            id_ += "+"
        self._taken.add(id_)
        return id_

    def _claim(self, claim: Claim) -> dict[str, Any]:
        own = {"id": claim.id, "number": claim.number, **packed(claim, ("id", "number", "text"))}
        return {**self._node(claim.id, claim.text, "I", claim.extras), CARRIED: own}

    def _inference(self, inference: Inference) -> dict[str, Any]:
        kind, default = _NAMES[inference.supports]
        own = {"id": inference.id, "number": inference.number, "order": inference.order}
        own.update(packed(inference, ("id", "number", "order", *_ENDS)))
        extra = _foreign(inference.extras)
        name = str(extra.get("text") or inference.scheme or default)
        node = self._node(inference.id, name, kind, inference.extras)
        return {**node, **({"scheme": inference.scheme} if inference.scheme else {}), CARRIED: own}

    def _node(self, id_: EntityId, text: str, kind: str, extras: str) -> dict[str, Any]:
        node = {"nodeID": self._ids[id_], "text": text, "type": kind, "timestamp": ""}
        if extras:
            node.update((key, value) for key, value in _foreign(extras).items() if key not in {"nodeID", "text"})
        return node

    def _edges(self, taken: set[str]) -> Iterator[str]:
        """Yield the edges of all inferences, each as JSON already, with numbers that are not *taken*."""
        ids = {id_: _dumps(name) for id_, name in self._ids.items()}
        numbers = (number for number in count(1) if str(number) not in taken)
        for inference in self._map.inferences.values():
            step = ids[inference.id]
            ends = [(ids[premise], step) for premise in inference.premises]
            for source, target in (*ends, (step, ids[inference.target])):
                number = next(numbers)
                yield f'{{"edgeID": "{number}", "fromID": {source}, "toID": {target}, "formEdgeID": null}}'


def _foreign(extras: str) -> dict[str, Any]:
    found = json.loads(extras).get(FOREIGN) if extras else None
    return found if isinstance(found, dict) else {}
