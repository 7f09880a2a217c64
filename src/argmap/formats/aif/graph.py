"""AIF graphs: nodes and edges as a file has them, whichever of the family it is; what is broken is told."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.formats.aif.telling import tell
from argmap.formats.report import Place

if TYPE_CHECKING:
    from argmap.formats.report import Tally

Plain = dict[str, Any]
_LONGEST_LABEL = 40


@dataclass(slots=True, eq=False)
class Node:
    """A node: *plain* is all that the file says of it."""

    id: str
    kind: str
    text: str
    plain: Plain

    @property
    def place(self) -> Place:
        """What a report calls it."""
        return Place(label=f"node {self.id[:_LONGEST_LABEL]}")


@dataclass(slots=True, eq=False)
class Edge:
    """An edge between two nodes."""

    source: Node
    target: Node
    plain: Plain


@dataclass(slots=True)
class Graph:
    """A whole graph; *into* and *out_of* name the neighbours of a node by its id."""

    nodes: dict[str, Node] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    locutions: list[Plain] = field(default_factory=list)
    participants: list[Plain] = field(default_factory=list)
    text: str = ""
    rest: Plain = field(default_factory=dict)
    into: defaultdict[str, list[Edge]] = field(default_factory=lambda: defaultdict(list))
    out_of: defaultdict[str, list[Edge]] = field(default_factory=lambda: defaultdict(list))


def graph_of(plain: Plain, tally: Tally) -> Graph:
    """Return the graph in an AIF object."""
    graph = Graph(locutions=_objects(plain, "locutions"), participants=_objects(plain, "participants"))
    known = {"nodes", "edges", "locutions", "participants"}
    graph.rest = {key: value for key, value in plain.items() if key not in known}
    for each in _entries(plain, "nodes", tally):
        _add_node(graph, each, each.get("nodeID", each.get("id")), tally)
    for each in _entries(plain, "edges", tally):
        ends = each.get("fromID", each.get("from")), each.get("toID", each.get("to"))
        _add_edge(graph, each, ends, tally)
    return graph


def id_of(value: object) -> str:
    """Return an id as text: files have them as texts, as numbers, or inside an object; empty if there is none."""
    if isinstance(value, dict):
        value = value.get("nodeID", value.get("id"))
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _add_node(graph: Graph, plain: Plain, given: object, tally: Tally) -> None:
    id_ = id_of(given)
    place = Place(label=f"node {id_[:_LONGEST_LABEL] or len(graph.nodes) + 1}")
    if not id_ or id_ in graph.nodes:
        tell(tally, "node-id", place)
        number = len(graph.nodes) + 1
        while f"{id_}+{number}" in graph.nodes:
            number += 1
        id_ = f"{id_}+{number}"
    text = plain.get("text")
    kind = plain.get("type")
    words = text if isinstance(text, str) else "" if text is None else str(text)
    graph.nodes[id_] = Node(id_, kind if isinstance(kind, str) else "", words, plain)


def _add_edge(graph: Graph, plain: Plain, ends: tuple[object, object], tally: Tally) -> None:
    source, target = (graph.nodes.get(id_of(end)) for end in ends)
    if source is None or target is None:
        named = f"{id_of(ends[0])[:_LONGEST_LABEL] or '?'} to {id_of(ends[1])[:_LONGEST_LABEL] or '?'}"
        tell(tally, "dangling", Place(label=f"edge from {named}"))
        return
    edge = Edge(source, target, plain)
    graph.edges.append(edge)
    graph.out_of[source.id].append(edge)
    graph.into[target.id].append(edge)


def _objects(plain: Plain, key: str) -> list[Plain]:
    found = plain.get(key)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _entries(plain: Plain, key: str, tally: Tally) -> list[Plain]:
    """Return the objects in a list of the file; what is no object, or no list, is told."""
    found = plain.get(key)
    objects = _objects(plain, key)
    wrong = len(found) - len(objects) if isinstance(found, list) else int(found is not None)
    if wrong:
        tell(tally, "no-object", Place(label=f"“{key}”"), wrong)
    return objects
