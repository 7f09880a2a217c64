"""From a map to a SADFace 0.2 document: an atom for each claim, a scheme for each inference; the rest is metadata."""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any

from argmap.formats.carried import CARRIED, about_map, around, packed
from argmap.formats.graphs.kept import foreign_in, without_foreign
from argmap.formats.graphs.naming import Names, named_edges
from argmap.formats.sadface.relations import ATTACK, DISAGREE, FOREIGN, SUPPORT, polarity_of, scheme_of
from argmap.model import Conflict
from argmap.model.plain import KIND_NAMES

if TYPE_CHECKING:
    from argmap.formats.report import Tally
    from argmap.model import ArgumentMap, Citation, Claim, ClaimId, Inference, Source

Plain = dict[str, Any]

VERSION = "0.2"
"""The generation that is written: what other programs read."""

_ENDS = ("polarity", "premises", "target")
_SPACE = uuid.UUID("6f0c2d0e-2d6c-5b53-9f3a-0d8f7b1c4e11")  # of argmap's own: equal maps get equal names


def write(map_: ArgumentMap, tally: Tally) -> bytes:
    """Write all of *map_*; what SADFace has no word for lies in the metadata, and is read back by argmap."""
    del tally
    document = _Writing(map_).document()
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


class _Writing:
    """Names nodes and resources, and draws the edges."""

    def __init__(self, map_: ArgumentMap) -> None:
        self._map = map_
        self._kept = foreign_in(map_.about.extras, FOREIGN)
        self._cited: dict[ClaimId, list[Citation]] = {}
        for citation in sorted(map_.citations.values(), key=lambda each: (each.order, each.id)):
            self._cited.setdefault(citation.claim, []).append(citation)
        self._nodes = Names(FOREIGN, {str(each.get("id")) for each in self._list("nodes")})
        named: list[Claim | Inference | Conflict] = [
            *map_.claims.values(),
            *map_.inferences.values(),
            *map_.conflicts.values(),
        ]
        for each in named:
            self._nodes.give(each, _name(each.id))
        self._resources = Names(FOREIGN)
        for source in map_.sources.values():
            self._resources.give(source, _name(source.id))

    def document(self) -> Plain:
        """Return the whole file."""
        nodes = [self._atom(claim) for claim in self._map.claims.values()]
        nodes += [self._scheme(inference) for inference in self._map.inferences.values()]
        nodes += [self._disagreement(conflict) for conflict in self._map.conflicts.values()]
        nodes += self._list("nodes")
        ours = {"nodes", "edges", "core", "metadata", "resources"}
        return {
            **{key: value for key, value in self._kept.items() if key not in ours},
            "edges": self._edges({str(node.get("id")) for node in nodes}),
            "metadata": self._metadata(),
            "nodes": nodes,
            "resources": [self._resource(source) for source in self._map.sources.values()],
        }

    def _list(self, key: str) -> list[Plain]:
        found = self._kept.get(key)
        return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []

    def _atom(self, claim: Claim) -> Plain:
        extra = foreign_in(claim.extras, FOREIGN)
        own = {"id": claim.id, "number": claim.number, **packed(claim, ("id", "number", "text"))}
        return {
            "id": self._nodes[claim.id],
            "metadata": _metadata(extra, own),
            "sources": [self._source(each) for each in self._cited.get(claim.id, ())],
            "text": claim.text,
            "type": "atom",
            **_rest(extra),
        }

    def _scheme(self, inference: Inference) -> Plain:
        extra = foreign_in(inference.extras, FOREIGN)
        own = {"id": inference.id, "number": inference.number, "order": inference.order}
        own.update(packed(inference, ("id", "number", "order", *_ENDS)))
        if inference.is_joint:
            own["premises"] = [self._nodes[premise] for premise in inference.premises]
        name = extra.get("name")
        came_so = isinstance(name, str) and polarity_of("scheme", name) is inference.polarity
        if not came_so or scheme_of(str(name)) != inference.scheme:
            name = SUPPORT if inference.supports else ATTACK
        metadata = _metadata(extra, own)
        return {"id": self._nodes[inference.id], "metadata": metadata, "name": name, "type": "scheme", **_rest(extra)}

    def _disagreement(self, conflict: Conflict) -> Plain:
        """Return a scheme that leads to both claims and from neither, as SADFace draws a disagreement."""
        metadata = _metadata({}, packed(conflict, ("claims",)))
        return {"id": self._nodes[conflict.id], "metadata": metadata, "name": DISAGREE, "type": "scheme"}

    def _source(self, citation: Citation) -> Plain:
        shown: Plain = {"resource_id": self._resources[citation.source], "text": citation.quote}
        if citation.start is not None:
            shown |= {"offset": citation.start, "length": len(citation.quote)}
        rest = foreign_in(citation.extras, FOREIGN).get("source")
        return {**(rest if isinstance(rest, dict) else {}), **shown}

    def _resource(self, source: Source) -> Plain:
        extra = foreign_in(source.extras, FOREIGN)
        bookish = {
            "title": "" if extra.get("untitled") else source.title,
            "author": source.author,
            "url": source.url,
            "publisher": source.publisher,
            "journal": source.container_title,
        }
        metadata = _metadata(extra, {"id": source.id})
        if isinstance(metadata["core"], dict):
            metadata["core"] = {**{key: value for key, value in bookish.items() if value}, **metadata["core"]}
        return {
            "type": "text",
            **_rest(extra),
            "id": self._resources[source.id],
            "content": source.text,
            "metadata": metadata,
        }

    def _edges(self, nodes: set[str]) -> list[Plain]:
        """Return the edges of inferences and conflicts, called as they came, and those that were kept."""
        there = [
            each for each in self._list("edges") if {str(each.get("source_id")), str(each.get("target_id"))} <= nodes
        ]
        taken = {str(each.get("id")) for each in there}
        drawn = named_edges(self._map, self._nodes, FOREIGN, taken, _edge_name, ("source_id", "target_id"))
        edges = [{**kept, **_edge(id_, source, target)} for id_, source, target, kept in drawn]
        for conflict in self._map.conflicts.values():
            node = self._nodes[conflict.id]
            ends = [self._nodes[claim] for claim in conflict.claims]
            edges += [_edge(_edge_name(node, end, 0), node, end) for end in ends]
        return edges + there

    def _metadata(self) -> Plain:
        about = self._map.about
        positions = self._map.positions()
        core = self._kept.get("core")
        nothing = dict.fromkeys(("analyst_email", "analyst_name", "created", "edited", "notes"), "")
        core = {**nothing, "id": _name(about.id), **(core if isinstance(core, dict) else {})}
        core |= {"title": about.title, "description": about.description, "version": VERSION}
        if positions:
            core["claim"] = self._nodes[positions[0].id]
        others = self._kept.get("metadata")
        return {**(others if isinstance(others, dict) else {}), "core": core, CARRIED: self._carried()}

    def _carried(self) -> Plain:
        own = about_map(self._map)
        for shown in ("title", "description"):
            own["map"].pop(shown, None)
        if self._kept:
            core = {"core": self._kept["core"]} if "core" in self._kept else {}
            extras = without_foreign(self._map.about.extras, FOREIGN)
            own["map"]["extras"] = json.dumps({**extras, **({FOREIGN: core} if core else {})}, ensure_ascii=False)
        rest = {kind: those for kind, those in around(self._map).items() if kind != KIND_NAMES[Conflict]}
        return {"version": 1, **own, "around": rest}


def _name(id_: str) -> str:
    """Return *id_* as a UUID, which every name in SADFace is: itself, where it is one."""
    try:
        return str(uuid.UUID(id_))
    except ValueError:
        return str(uuid.uuid5(_SPACE, id_))


def _edge_name(source: str, target: str, tried: int) -> str:
    return str(uuid.uuid5(_SPACE, f"{source} {target} {tried}"))


def _edge(id_: str, source: str, target: str) -> Plain:
    return {"id": id_, "source_id": source, "target_id": target}


def _metadata(extra: Plain, own: Plain) -> Plain:
    found = extra.get("metadata")
    metadata = found if isinstance(found, dict) else {}
    return {"core": {}, **metadata, CARRIED: own}


def _rest(extra: Plain) -> Plain:
    return {key: value for key, value in extra.items() if key not in {"id", "metadata", "name", "edges", "untitled"}}
