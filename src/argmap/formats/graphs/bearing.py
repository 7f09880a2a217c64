"""From schemes to inferences: what leads into a scheme are its premises, what it leads to is what it bears on.

Linked premises stay linked, and a scheme that leads into another becomes an undercut or a backing of it. What cannot
be an inference is told; whoever reads the graph keeps it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.carried import number_of
from argmap.formats.graphs.telling import tell
from argmap.model import InferenceId, Polarity

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.formats.carried import Ids
    from argmap.formats.drafting import Draft, Said, Step
    from argmap.formats.graphs.graph import Edge, Graph, Node
    from argmap.formats.report import Tally

Plain = dict[str, Any]


class Bearing:
    """Takes the schemes of a graph into a draft.

    *claims* are the claims by the ids of their nodes; *polarity* says what a node does to what it leads to, None for
    what is no inference; *fields* returns what else is said of one, and what argmap itself has put into its node.
    """

    def __init__(
        self,
        graph: Graph,
        draft: Draft,
        ids: Ids,
        claims: dict[str, Said],
        *,
        polarity: Callable[[Node], Polarity | None],
        fields: Callable[[Node, list[Edge]], tuple[Plain, Plain]],
    ) -> None:
        self._graph = graph
        self._draft = draft
        self._ids = ids
        self._claims = claims
        self._fields = fields
        self._polarities = {node.id: found for node in graph.nodes.values() if (found := polarity(node)) is not None}
        self._whole = self._leading_to_claims()
        self._steps: dict[str, Step] = {}
        self._aims: dict[str, list[Edge]] = {}
        self._read: set[int] = set()

    def take(self, tally: Tally) -> None:
        """Take in every scheme that has premises and leads to something."""
        schemes = [self._graph.nodes[id_] for id_ in self._polarities]
        for node in schemes:
            self._step(node)
        for node in schemes:
            self._aim(node, tally)

    def is_read(self, node: Node) -> bool:
        """Whether *node* became a claim or an inference."""
        step = self._steps.get(node.id)
        return node.id in self._claims or (step is not None and step.target is not None)

    def is_edge_read(self, edge: Edge) -> bool:
        """Whether *edge* is an end of an inference."""
        return id(edge) in self._read

    def _leading_to_claims(self) -> set[str]:
        """Return the schemes that have premises and lead, by however many other such schemes, to a claim."""
        fed = {edge.target.id for edge in self._graph.edges if edge.source.id in self._claims}
        fed.intersection_update(self._polarities)
        found: set[str] = set()
        waiting = list(self._claims)
        while waiting:
            for edge in self._graph.into.get(waiting.pop(), ()):
                id_ = edge.source.id
                if id_ in fed and id_ not in found:
                    found.add(id_)
                    waiting.append(id_)
        return found

    def _premises(self, node: Node) -> list[Edge]:
        claims = self._claims
        return [edge for edge in self._graph.into[node.id] if edge.source.id in claims]

    def _step(self, node: Node) -> None:
        """Take in the inference that a scheme is, with its premises; its target comes later."""
        if node.id not in self._whole:
            return
        into, targets = self._premises(node), self._targets(node)
        fields, own = self._fields(node, [*into, *targets])
        ranks = own.get("premises")
        if isinstance(ranks, list) and into[1:]:  # other programs may have shuffled the edges
            known = {id_: rank for rank, id_ in enumerate(ranks) if isinstance(id_, str)}
            into.sort(key=lambda edge: known.get(edge.source.id, len(known)))
        premises = [self._claims[edge.source.id] for edge in into]
        step = self._draft.infer(self._polarities[node.id], premises, None, node.place, **fields)
        step.id = self._ids.take(InferenceId, own.get("id"))
        step.number = number_of(own.get("number"))
        self._steps[node.id] = step
        self._aims[node.id] = targets
        self._read.update(map(id, into))

    def _targets(self, node: Node) -> list[Edge]:
        claims, whole = self._claims, self._whole
        return [edge for edge in self._graph.out_of[node.id] if (id_ := edge.target.id) in claims or id_ in whole]

    def _aim(self, node: Node, tally: Tally) -> None:
        """Let an inference bear on what its scheme leads to: claims, or inferences."""
        step = self._steps.get(node.id)
        if step is None:
            tell(tally, "no-conclusion" if self._premises(node) else "no-premise", node.place)
            return
        edges = self._aims[node.id]
        step.target = self._end(edges[0].target)
        for edge in edges[1:]:
            self._draft.infer(step.polarity, step.premises, self._end(edge.target), node.place, **step.fields)
        if edges[1:]:
            tell(tally, "several-conclusions", node.place)
        self._read.update(map(id, edges))

    def _end(self, node: Node) -> Said | Step | None:
        return self._claims.get(node.id) or self._steps.get(node.id)
