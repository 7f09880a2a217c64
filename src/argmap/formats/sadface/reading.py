"""From a SADFace document to a map: atoms are claims, nodes that support or conflict are inferences.

A disagreement that leads to several atoms and from none takes no side: the claims conflict. Schemes that do not say
whether they support or attack are kept and told. What argmap has no word for goes into the extras, and out again when
the map is written as SADFace.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

from argmap.errors import ArgmapError, FormatError
from argmap.formats.carried import Ids, from_around, highest_of, number_of, unpacked
from argmap.formats.drafting import Draft
from argmap.formats.graphs.bearing import Bearing
from argmap.formats.graphs.citing import Citing, is_address, offset_of, words_of
from argmap.formats.graphs.graph import Graph, entries, id_of
from argmap.formats.graphs.kept import fields_of, fitting, others_of, own_of, with_foreign
from argmap.formats.graphs.telling import tell
from argmap.formats.json_foreign import load
from argmap.formats.report import Place
from argmap.formats.sadface.cytoscape import unwrapped
from argmap.formats.sadface.relations import FOREIGN, polarity_of, scheme_of
from argmap.model import ClaimId, Conflict, ConflictId, ConflictKind, Polarity
from argmap.model.plain import from_plain

if TYPE_CHECKING:
    from argmap.formats.drafting import Said
    from argmap.formats.graphs.graph import Edge, Node
    from argmap.formats.report import Imported, Tally

Plain = dict[str, Any]

_FLAT = ("analyst_email", "analyst_name", "created", "edited", "id", "version", "description", "notes", "title")
"""What the first generation says at the top, and the later ones in the core of the metadata."""

_MOST_RIVALS = 20
"""Most atoms of one disagreement; of more, every two would be too many pairs."""


def read(text: str, name: str, tally: Tally) -> Imported:
    """Read a SADFace document of any generation."""
    outermost = load(text, name, tally)
    if not isinstance(outermost, dict):
        message = "A SADFace document is one object with “nodes” and “edges” in it. Nothing was imported."
        raise FormatError(message, name=name)
    return _Reading(unwrapped(outermost), tally).imported(name)


class _Reading:
    """Turns a document into a draft."""

    def __init__(self, plain: Plain, tally: Tally) -> None:
        self._plain = plain
        self._tally = tally
        self._graph = Graph()
        for each in entries(plain, "nodes", tally):
            words = each.get("text") if each.get("type") == "atom" else each.get("name")
            self._graph.add_node(each.get("id"), each.get("type"), words, each, tally)
        for each in entries(plain, "edges", tally):
            self._graph.add_edge((each.get("source_id"), each.get("target_id")), each, tally)
        self._own = own_of(plain.get("metadata"))
        self._draft = Draft(tally)
        self._ids = Ids()
        self._claims: dict[str, Said] = {}
        self._rivalries = {node.id for node in self._graph.nodes.values() if self._is_rivalry(node)}

    def imported(self, name: str) -> Imported:
        """Return the map."""
        for node in self._graph.nodes.values():
            if node.kind == "atom":
                self._say(node)
        bearing = Bearing(
            self._graph,
            self._draft,
            self._ids,
            self._claims,
            polarity=lambda node: None if node.id in self._rivalries else polarity_of(node.kind, node.text),
            fields=self._fields,
        )
        bearing.take(self._tally)
        self._draft.others = list(from_around(self._own.get("around"), Place(1), self._tally))
        self._draft.highest = highest_of(self._own.get("highest"))
        for id_ in self._rivalries:
            self._oppose(self._graph.nodes[id_])
        self._cite(name)
        self._place()
        self._draft.about = self._about(bearing)
        return self._draft.imported()

    def _say(self, node: Node) -> None:
        own = own_of(node.plain.get("metadata"))
        said = self._draft.say(node.text, node.place, **_with_extra(own, node, {}))
        said.id = self._ids.take(ClaimId, own.get("id"))
        said.number = number_of(own.get("number"))
        self._claims[node.id] = said

    def _fields(self, node: Node, edges: list[Edge]) -> tuple[Plain, Plain]:
        """Return what is said of an inference but its ends, and what argmap itself has put into its node."""
        own = own_of(node.plain.get("metadata"))
        if own:
            fields = _with_extra(own, node, {})
            if scheme_of(node.text):  # argmap writes what a node does, never a scheme: somebody named one
                fields["scheme"] = scheme_of(node.text)
            return fields, own
        name = node.text if node.kind == "scheme" else ""
        called = {str(each.plain.get("id")): _ends(each) for each in edges}
        return {**_with_extra(own, node, {"name": name, "edges": called}), "scheme": scheme_of(node.text)}, own

    # -- disagreements ---------------------------------------------------------------------------------------------

    def _is_rivalry(self, node: Node) -> bool:
        """Whether a node says of some atoms that they disagree with one another."""
        leads_to = self._graph.out_of[node.id]
        return (
            polarity_of(node.kind, node.text) is Polarity.OPPOSES
            and not self._graph.into[node.id]
            and 1 < len({edge.target.id for edge in leads_to}) <= _MOST_RIVALS
            and all(edge.target.kind == "atom" for edge in leads_to)
        )

    def _oppose(self, node: Node) -> None:
        """Let the claims that a node leads to conflict, every two of them."""
        own = own_of(node.plain.get("metadata"))
        pairs = list(combinations(dict.fromkeys(edge.target.id for edge in self._graph.out_of[node.id]), 2))
        if own and len(pairs) == 1:
            fields = {**own, "id": self._ids.take(ConflictId, own.get("id"))}
        else:
            fields = with_foreign({}, FOREIGN, {"id": node.id, "name": node.text})
        for pair in pairs:
            claims = [self._claims[id_].id for id_ in pair]
            try:
                self._draft.others.append(from_plain(Conflict, {"id": ConflictId.new(), **fields, "claims": claims}))
            except ArgmapError:
                one, other = (self._claims[id_] for id_ in pair)
                self._draft.oppose_each_other(one, other, ConflictKind.CONTRARY, node.place)

    # -- sources ---------------------------------------------------------------------------------------------------

    def _cite(self, name: str) -> None:
        citing = Citing(self._draft, self._tally, name, FOREIGN)
        for each in entries(self._plain, "resources", self._tally):
            self._add(citing, each)
        for id_, said in self._claims.items():
            node = self._graph.nodes[id_]
            for each in entries(node.plain, "sources", self._tally):
                rest = {key: value for key, value in each.items() if key not in _SOURCE}
                fields = {"quote": words_of(each.get("text")), "start": offset_of(each.get("offset"))}
                fields = with_foreign(fields, FOREIGN, {"source": rest})
                citing.cite(said, id_of(each.get("resource_id")), node.place, **fields)

    def _add(self, citing: Citing, plain: Plain) -> None:
        id_ = id_of(plain.get("id"))
        core = _object(_object(plain.get("metadata")).get("core"))
        found = {**core, **{key: value for key, value in _object(plain.get("metadata")).items() if key in _BOOKISH}}
        fields = {field: words_of(found.get(key)) for key, field in _BOOKISH.items() if words_of(found.get(key))}
        title, origin = fields.pop("title", ""), fields.get("url", "")
        if origin and not is_address(origin):
            fields["container_title"] = fields.pop("url")
        rest = {key: value for key, value in plain.items() if key not in {"id", "content", "metadata"}}
        foreign = {**rest, "id": id_, "untitled": not title, "metadata": others_of(plain.get("metadata"))}
        own_id = own_of(plain.get("metadata")).get("id")
        fields = with_foreign(fields, FOREIGN, foreign)
        citing.add(id_, own_id, (title, origin), words_of(plain.get("content")), **fields)

    # -- the whole -------------------------------------------------------------------------------------------------

    def _core(self) -> Plain:
        core = _object(self._plain.get("metadata")).get("core")
        return core if isinstance(core, dict) else {key: self._plain[key] for key in _FLAT if key in self._plain}

    def _place(self) -> None:
        """Make what the document calls its claim a position; where nothing is said, what others bear on."""
        said = self._claims.get(words_of(self._core().get("claim")))
        if said is not None and not said.fields.get("position"):
            said.is_position = True
        if not self._own:
            self._draft.make_roots_positions()

    def _about(self, bearing: Bearing) -> Plain:
        """Return what the map says of itself; its extras keep what became nothing else."""
        about = unpacked(self._own.get("map"))
        core = self._core()
        shown = {key: words_of(core[key]) for key in ("title", "description") if isinstance(core.get(key), str)}
        about.update({key: value for key, value in shown.items() if value or key in about})
        nodes = [node for node in self._graph.nodes.values() if not bearing.is_read(node)]
        self._tell_kept([node for node in nodes if node.id not in self._rivalries], bearing)
        dropped = {"nodes", "edges", "resources", "metadata", *(_FLAT if "analyst_name" in self._plain else ())}
        kept = {
            **{key: value for key, value in self._plain.items() if key not in dropped},
            "nodes": [{**node.plain, "id": node.id} for node in nodes if node.id not in self._rivalries],
            "edges": [
                _ends(edge)
                for edge in self._graph.edges
                if not bearing.is_edge_read(edge) and edge.source.id not in self._rivalries
            ],
            "core": {} if self._own else {key: value for key, value in core.items() if key not in _READ},
            "metadata": {key: value for key, value in others_of(self._plain.get("metadata")).items() if key != "core"},
        }
        return with_foreign(about, FOREIGN, fitting({key: value for key, value in kept.items() if value}, self._tally))

    def _tell_kept(self, nodes: list[Node], bearing: Bearing) -> None:
        for node in nodes:
            if node.kind != "atom" and polarity_of(node.kind, node.text) is None:
                tell(self._tally, "other-kinds", node.place)
        for edge in self._graph.edges:
            if not bearing.is_edge_read(edge) and edge.source.kind == edge.target.kind == "atom":
                tell(self._tally, "plain-edges", Place(label=f"{edge.source.place.label} to {edge.target.id[:40]}"))


_SOURCE = {"resource_id", "text", "offset", "length"}
_READ = {"title", "description", "claim"}
_BOOKISH = {"title": "title", "author": "author", "url": "url", "publisher": "publisher", "journal": "container_title"}


def _object(value: object) -> Plain:
    return value if isinstance(value, dict) else {}


def _with_extra(own: Plain, node: Node, extra: Plain) -> Plain:
    """Return the fields of a claim or an inference but its words and its ends."""
    others = others_of(node.plain.get("metadata"))
    metadata = {key: value for key, value in others.items() if not (key == "core" and not value)}
    if own:
        return with_foreign(fields_of(own), FOREIGN, {"metadata": metadata})
    rest = {key: value for key, value in node.plain.items() if key not in _NODE}
    return with_foreign({}, FOREIGN, {"id": node.id, **rest, **extra, "metadata": metadata})


_NODE = {"id", "type", "text", "name", "sources", "metadata"}


def _ends(edge: Edge) -> Plain:
    """Return what the file says of an edge, with the ends as its nodes are called here."""
    return {**edge.plain, "source_id": edge.source.id, "target_id": edge.target.id}
