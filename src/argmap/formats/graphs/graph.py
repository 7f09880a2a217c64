"""Nodes and edges as a file has them, whichever the format; what is broken is told."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.formats.graphs.telling import tell
from argmap.formats.report import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.report import Tally

Plain = dict[str, Any]
LONGEST_LABEL = 40


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
        return Place(label=f"node {self.id[:LONGEST_LABEL]}")


@dataclass(slots=True, eq=False)
class Edge:
    """An edge between two nodes."""

    source: Node
    target: Node
    plain: Plain


@dataclass(slots=True)
class Graph:
    """A whole graph; *into* and *out_of* name the edges of a node by its id."""

    nodes: dict[str, Node] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    into: defaultdict[str, list[Edge]] = field(default_factory=lambda: defaultdict(list))
    out_of: defaultdict[str, list[Edge]] = field(default_factory=lambda: defaultdict(list))

    def add_node(self, given: object, kind: object, text: object, plain: Plain, tally: Tally) -> None:
        """Take in a node; one without an id, or with that of another, gets a new one."""
        id_ = id_of(given)
        if not id_ or id_ in self.nodes:
            tell(tally, "node-id", Place(label=f"node {id_[:LONGEST_LABEL] or len(self.nodes) + 1}"))
            number = len(self.nodes) + 1
            while f"{id_}+{number}" in self.nodes:
                number += 1
            id_ = f"{id_}+{number}"
        words = text if isinstance(text, str) else "" if text is None else str(text)
        self.nodes[id_] = Node(id_, kind if isinstance(kind, str) else "", words, plain)

    def add_edge(self, ends: tuple[object, object], plain: Plain, tally: Tally) -> None:
        """Take in an edge between nodes that are there; any other is told."""
        source, target = self.nodes.get(id_of(ends[0])), self.nodes.get(id_of(ends[1]))
        if source is None or target is None:
            named = f"{id_of(ends[0])[:LONGEST_LABEL] or '?'} to {id_of(ends[1])[:LONGEST_LABEL] or '?'}"
            tell(tally, "dangling", Place(label=f"edge from {named}"))
            return
        edge = Edge(source, target, plain)
        self.edges.append(edge)
        self.out_of[source.id].append(edge)
        self.into[target.id].append(edge)


def id_of(value: object) -> str:
    """Return an id as text: files have them as texts, as numbers, or inside an object; empty if there is none."""
    if type(value) is str:
        return value
    if isinstance(value, dict):
        value = value.get("nodeID", value.get("id"))
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def objects(plain: Plain, key: str) -> list[Plain]:
    """Return the objects in a list of the file; anything else is none."""
    found = plain.get(key)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def entries(plain: Plain, key: str, tally: Tally) -> list[Plain]:
    """Return the objects in a list of the file; what is no object, or no list, is told."""
    found = plain.get(key)
    there = objects(plain, key)
    wrong = len(found) - len(there) if isinstance(found, list) else int(found is not None)
    tell(tally, "no-object", Place(label=f"“{key}”"), wrong)
    return there


def named_entries(plain: Plain, key: str, tally: Tally) -> Iterator[tuple[str, Plain]]:
    """Yield the objects in an object of the file with their keys; what is no object is told."""
    found = plain.get(key)
    if found is not None and not isinstance(found, dict):
        tell(tally, "no-object", Place(label=f"“{key}”"))
        return
    for name, each in (found or {}).items():
        if isinstance(each, dict):
            yield name, each
        else:
            tell(tally, "no-object", Place(label=f"“{key}”"))
