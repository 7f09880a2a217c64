"""From an AIF graph to a map: I-nodes are claims, RA and CA inferences, locutions say who said it; the rest is kept.

Linked premises stay linked, a conflict with an inference becomes an undercut, and no other kind of node is taken for
support. What argmap has no word for goes into the extras, and out again when the map is written as AIF.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from argmap.errors import FormatError
from argmap.formats.aif.graph import AifGraph, graph_of
from argmap.formats.carried import CARRIED, Ids, from_around, highest_of, number_of, unpacked
from argmap.formats.drafting import Draft
from argmap.formats.graphs.bearing import Bearing
from argmap.formats.graphs.graph import id_of
from argmap.formats.graphs.telling import tell
from argmap.formats.json_foreign import load
from argmap.formats.report import Place
from argmap.model import ClaimId, Polarity
from argmap.model.limits import NOTE_LENGTH

if TYPE_CHECKING:
    from argmap.formats.drafting import Said
    from argmap.formats.graphs.graph import Edge, Node
    from argmap.formats.report import Imported, Tally

FOREIGN = "aif"
"""The key of `extras` under which what only AIF has a word for stands."""

OWN_FRAME = "own_frame"
"""Marks an xAIF file whose text and layout argmap has made itself, so that they are not kept as somebody's."""

POLARITIES = {"RA": Polarity.SUPPORTS, "CA": Polarity.OPPOSES}
_DEFAULT_NAMES = {"", "RA", "CA", "Default Inference", "Default Conflict"}
_NOT_EXTRA = {"nodeID", "id", "text", "type", CARRIED}
_NAMES = {"nodeID", "text", "scheme"}
_LONGEST_SPEAKER = 60


def read(text: str, name: str, tally: Tally) -> Imported:
    """Read an AIF graph in JSON."""
    return _Reading(graph_of(_object(text, name, tally), tally), tally).imported(name)


def read_ova(text: str, name: str, tally: Tally) -> Imported:
    """Read what OVA saves."""
    outermost = _object(text, name, tally)
    graph = graph_of(outermost, tally)
    analysis = outermost.get("analysis")
    words = analysis.get("txt") if isinstance(analysis, dict) else None
    graph.text = words if isinstance(words, str) else ""
    if isinstance(analysis, dict):
        graph.rest["ova"] = {key: value for key, value in analysis.items() if key != "txt" or value != graph.text}
        del graph.rest["analysis"]
    return _Reading(graph, tally).imported(name)


def read_xaif(text: str, name: str, tally: Tally) -> Imported:
    """Read an AIF graph with its text and layout around it."""
    outermost = _object(text, name, tally)
    inner = outermost.get("AIF")
    graph = graph_of(inner if isinstance(inner, dict) else {}, tally)
    words = outermost.get("text")
    words = words.get("txt") if isinstance(words, dict) else words
    graph.text = words if isinstance(words, str) else ""
    carried = graph.rest[CARRIED] = outermost.get(CARRIED)
    if not (isinstance(carried, dict) and carried.get(OWN_FRAME)):
        graph.rest["xaif"] = {key: value for key, value in outermost.items() if key not in {"AIF", CARRIED}}
    return _Reading(graph, tally).imported(name)


def _object(text: str, name: str, tally: Tally) -> dict[str, Any]:
    outermost = load(text, name, tally)
    if isinstance(outermost, dict):
        return outermost
    message = "An AIF graph is one object with “nodes” and “edges” in it. Nothing was imported."
    raise FormatError(message, name=name)


class _Reading:
    """Turns a graph into a draft."""

    def __init__(self, graph: AifGraph, tally: Tally) -> None:
        self._graph = graph
        self._tally = tally
        self._draft = Draft(tally)
        self._ids = Ids()
        self._claims: dict[str, Said] = {}

    def imported(self, name: str) -> Imported:
        """Return the map."""
        for node in self._graph.nodes.values():
            if node.kind == "I":
                self._say(node)
        bearing = Bearing(
            self._graph,
            self._draft,
            self._ids,
            self._claims,
            polarity=lambda node: POLARITIES.get(node.kind),
            fields=self._fields,
        )
        bearing.take(self._tally)
        carried = unpacked(self._graph.rest.get(CARRIED))
        if carried:
            self._draft.others = list(from_around(carried.get("around"), Place(1), self._tally))
            self._draft.highest = highest_of(carried.get("highest"))
        else:
            self._cite(name)
            self._draft.make_roots_positions()
        self._draft.about = self._about(carried, bearing)
        return self._draft.imported()

    def _say(self, node: Node) -> None:
        own = unpacked(node.plain.get(CARRIED))
        said = self._draft.say(node.text, node.place, **_fields(own, _extra(node)))
        said.id = self._ids.take(ClaimId, own.get("id"))
        said.number = number_of(own.get("number"))
        self._claims[node.id] = said

    def _fields(self, node: Node, edges: list[Edge]) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return what is said of an inference but its ends, and what argmap itself has put into its node."""
        del edges
        own = unpacked(node.plain.get(CARRIED))
        fields = _fields(own, _extra(node))
        named = node.plain.get("scheme")
        if not own or (named is not None and named not in (own.get("scheme"), *_DEFAULT_NAMES)):
            fields["scheme"] = _scheme(node)
        return fields, own

    def _cite(self, name: str) -> None:
        """Read who says what: from a locution over an illocution to a claim."""
        people = {id_of(each.get("nodeID")): id_of(each.get("personID")) for each in self._graph.locutions}
        names = {id_of(each.get("participantID")): _name(each) for each in self._graph.participants}
        found: list[tuple[Node, Said]] = []
        for node in self._graph.nodes.values():
            if node.kind == "L":
                acts = [edge.target for edge in self._graph.out_of[node.id] if edge.target.kind == "YA"]
                said = [self._claims.get(edge.target.id) for act in acts for edge in self._graph.out_of[act.id]]
                found += [(node, each) for each in dict.fromkeys(said) if each is not None]
        if not found and not self._graph.text.strip():
            return
        source = self._draft.source(f"Text of {name}", Place(1), text=self._graph.text)
        for node, said_here in found:
            speaker, words = _spoken(node.text)
            speaker = names.get(people.get(node.id, ""), "") or speaker
            fields = {"quote": words, "asserted_by": speaker, "extras": {FOREIGN: {"nodeID": node.id}}}
            self._draft.cite(said_here, source, node.place, **fields)
            tell(self._tally, "said", node.place)

    def _about(self, carried: dict[str, Any], bearing: Bearing) -> dict[str, Any]:
        """Return what the map says of itself; its extras keep the nodes and edges that became nothing else."""
        about = unpacked(carried.get("map"))
        nodes = [node for node in self._graph.nodes.values() if not bearing.is_read(node)]
        left = [edge for edge in self._graph.edges if not bearing.is_edge_read(edge)]
        for edge in left:
            if edge.source.kind == edge.target.kind == "I":
                tell(self._tally, "plain-edges", Place(label=f"{edge.source.place.label} to {edge.target.id[:40]}"))
        edges = [{**edge.plain, "fromID": edge.source.id, "toID": edge.target.id} for edge in left]
        for node in nodes:
            if node.kind not in {"I", "L", "YA", "TA", *POLARITIES}:
                tell(self._tally, "other-kinds", node.place)
        rest = {key: value for key, value in self._graph.rest.items() if key != CARRIED}
        kept = {
            "nodes": [{**node.plain, "nodeID": node.id} for node in nodes],
            "edges": edges,
            "locutions": self._graph.locutions,
            "participants": self._graph.participants,
            **rest,
        }
        kept = {key: value for key, value in kept.items() if value}
        if not kept:
            return about
        if len(json.dumps(kept)) > NOTE_LENGTH * 9 // 10:
            tell(self._tally, "too-much", None)
            return about
        extras = about.get("extras")
        extras = extras if isinstance(extras, dict) else {}
        there = extras.get(FOREIGN)
        return {**about, "extras": {**extras, FOREIGN: {**(there if isinstance(there, dict) else {}), **kept}}}


def _fields(own: dict[str, Any], extra: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a claim or an inference that are neither its words nor its ends."""
    fields = {key: value for key, value in own.items() if key not in {"id", "number"}}
    extras = fields.get("extras")
    if own and not extras and extra.keys() <= _NAMES:
        return fields
    extras = extras if isinstance(extras, dict) else {}
    there = extras.get(FOREIGN)
    if own and _but_names(extra) == (_but_names(there) if isinstance(there, dict) else {}):
        return fields
    return {**fields, "extras": {**extras, FOREIGN: extra}}


def _but_names(extra: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in extra.items() if key not in _NAMES}


def _extra(node: Node) -> dict[str, Any]:
    """Return what argmap has no word for in a node, and its id."""
    kept = {key: value for key, value in node.plain.items() if key not in _NOT_EXTRA and value not in (None, "")}
    if node.kind in POLARITIES and node.text:
        kept["text"] = node.text
    return {"nodeID": node.id, **kept}


def _scheme(node: Node) -> str:
    """Return the name of the scheme; where OVA has its number instead, the words of the node are that name."""
    named = node.plain.get("scheme")
    says = isinstance(named, str) and named not in _DEFAULT_NAMES and not named.isdigit()
    name = str(named) if says else node.text
    return "" if name in _DEFAULT_NAMES else name


def _spoken(text: str) -> tuple[str, str]:
    """Return the speaker and the words of a locution written ``Speaker : words``."""
    speaker, colon, words = text.partition(" : ")
    return (speaker.strip(), words.strip()) if colon and len(speaker) <= _LONGEST_SPEAKER else ("", text)


def _name(participant: dict[str, Any]) -> str:
    parts = (participant.get(key) for key in ("firstname", "surname"))
    return " ".join(part.strip() for part in parts if isinstance(part, str) and part.strip())
