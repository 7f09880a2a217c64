"""AIF graphs as a file has them, whichever of the family it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.formats.graphs.graph import Graph, Plain, entries, objects

if TYPE_CHECKING:
    from argmap.formats.report import Tally


@dataclass(slots=True)
class AifGraph(Graph):
    """A graph with who said what in it, the *text* it comes from, and whatever else stood beside the nodes."""

    locutions: list[Plain] = field(default_factory=list)
    participants: list[Plain] = field(default_factory=list)
    text: str = ""
    rest: Plain = field(default_factory=dict)


def graph_of(plain: Plain, tally: Tally) -> AifGraph:
    """Return the graph in an AIF object."""
    graph = AifGraph(locutions=objects(plain, "locutions"), participants=objects(plain, "participants"))
    known = {"nodes", "edges", "locutions", "participants"}
    graph.rest = {key: value for key, value in plain.items() if key not in known}
    for each in entries(plain, "nodes", tally):
        graph.add_node(each.get("nodeID", each.get("id")), each.get("type"), each.get("text"), each, tally)
    for each in entries(plain, "edges", tally):
        ends = each.get("fromID", each.get("from")), each.get("toID", each.get("to"))
        graph.add_edge(ends, each, tally)
    return graph
