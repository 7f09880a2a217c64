"""From an arguebuf graph to a map: atoms are claims, schemes that support or attack are inferences.

Rephrasings, preferences and schemes of no kind are kept and told, never taken for support. References become
citations, resources sources, participants those who say it. What argmap has no word for goes into the extras, and out
again when the map is written as arguebuf.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.errors import FormatError
from argmap.formats.arguebuf.schemes import POLARITIES, scheme_of, value_of
from argmap.formats.arguebuf.sourcing import FOREIGN, Sourcing
from argmap.formats.carried import Ids, from_around, highest_of, number_of, unpacked
from argmap.formats.drafting import Draft
from argmap.formats.graphs.bearing import Bearing
from argmap.formats.graphs.graph import Graph, named_entries
from argmap.formats.graphs.kept import fields_of, fitting, others_of, own_of, with_foreign
from argmap.formats.graphs.telling import tell
from argmap.formats.json_foreign import load
from argmap.formats.report import Place
from argmap.model import ClaimId

if TYPE_CHECKING:
    from argmap.formats.drafting import Said
    from argmap.formats.graphs.graph import Edge, Node
    from argmap.formats.report import Imported, Tally
    from argmap.model import Polarity

Plain = dict[str, Any]

STAMPS = ("metadata", "schemaVersion", "libraryVersion")
"""What arguebuf writes of its own account; in a file of argmap's it says nothing."""

_OLDER = {
    "major_claim": "majorClaim",
    "schema_version": "schemaVersion",
    "library_version": "libraryVersion",
}


def read(text: str, name: str, tally: Tally) -> Imported:
    """Read an arguebuf graph in JSON."""
    outermost = load(text, name, tally)
    if not isinstance(outermost, dict):
        message = "An arguebuf graph is one object with “nodes” and “edges” in it. Nothing was imported."
        raise FormatError(message, name=name)
    plain: Plain = {_OLDER.get(str(key), str(key)): value for key, value in outermost.items()}
    return _Reading(plain, tally).imported(name)


class _Reading:
    """Turns a graph into a draft."""

    def __init__(self, plain: Plain, tally: Tally) -> None:
        self._plain = plain
        self._tally = tally
        self._graph = Graph()
        for id_, each in named_entries(plain, "nodes", tally):
            self._graph.add_node(id_, _kind(each), _atom(each).get("text"), each, tally)
        for id_, each in named_entries(plain, "edges", tally):
            self._graph.add_edge((each.get("source"), each.get("target")), {**each, "id": id_}, tally)
        self._own = own_of(plain.get("userdata"))
        self._draft = Draft(tally)
        self._ids = Ids()
        self._claims: dict[str, Said] = {}

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
            polarity=_polarity,
            fields=self._fields,
        )
        bearing.take(self._tally)
        self._draft.others = list(from_around(self._own.get("around"), Place(1), self._tally))
        self._draft.highest = highest_of(self._own.get("highest"))
        self._cite(name)
        self._place()
        self._draft.about = self._about(bearing)
        return self._draft.imported()

    def _say(self, node: Node) -> None:
        own = own_of(node.plain.get("userdata"))
        read = {"text", "reference", "participant"}
        atom = {key: value for key, value in _atom(node.plain).items() if key not in read}
        said = self._draft.say(node.text, node.place, **_with_extra(own, node, {"atom": atom}))
        said.id = self._ids.take(ClaimId, own.get("id"))
        said.number = number_of(own.get("number"))
        self._claims[node.id] = said

    def _fields(self, node: Node, edges: list[Edge]) -> tuple[Plain, Plain]:
        """Return what is said of an inference but its ends, and what argmap itself has put into its node."""
        own = own_of(node.plain.get("userdata"))
        scheme = node.plain["scheme"]
        shown = scheme_of(node.kind, scheme[node.kind])
        rest = {key: value for key, value in scheme.items() if key != node.kind}
        extra = {"scheme": rest, "edges": {} if own else {edge.plain["id"]: _ends(edge) for edge in edges}}
        fields = _with_extra(own, node, extra)
        carried = fields.get("scheme")
        wanted = value_of(carried if isinstance(carried, str) else "", POLARITIES[node.kind])
        if not own or scheme_of(*wanted) != shown:
            fields["scheme"] = shown
        return fields, own

    def _cite(self, name: str) -> None:
        sourcing = Sourcing(self._plain, self._draft, self._tally, name)
        for id_, said in self._claims.items():
            node = self._graph.nodes[id_]
            sourcing.cite(said, _atom(node.plain), node.place)

    def _place(self) -> None:
        """Make the major claim a position; where nothing is said of positions, what others bear on."""
        major = self._plain.get("majorClaim")
        said = self._claims.get(major) if isinstance(major, str) else None
        if said is not None and not said.fields.get("position"):
            said.is_position = True
        if not self._own:
            self._draft.make_roots_positions()

    def _about(self, bearing: Bearing) -> Plain:
        """Return what the map says of itself; its extras keep what became nothing else."""
        about = unpacked(self._own.get("map"))
        userdata = others_of(self._plain.get("userdata"))
        if isinstance(userdata.get("title"), str):
            about["title"] = userdata.pop("title")
        nodes = {node.id: node.plain for node in self._graph.nodes.values() if not bearing.is_read(node)}
        edges = {edge.plain["id"]: _ends(edge) for edge in self._graph.edges if not bearing.is_edge_read(edge)}
        self._tell_kept(bearing)
        read = {"nodes", "edges", "resources", "participants", "majorClaim", "userdata", *(STAMPS if self._own else ())}
        kept = {
            **{key: value for key, value in self._plain.items() if key not in read},
            "nodes": nodes,
            "edges": edges,
            "participants": _not_ours(self._plain.get("participants")),
            "userdata": userdata,
        }
        return with_foreign(about, FOREIGN, fitting({key: value for key, value in kept.items() if value}, self._tally))

    def _tell_kept(self, bearing: Bearing) -> None:
        for node in self._graph.nodes.values():
            if node.kind != "atom" and _polarity(node) is None:
                tell(self._tally, "other-kinds", node.place)
        for edge in self._graph.edges:
            if not bearing.is_edge_read(edge) and edge.source.kind == edge.target.kind == "atom":
                tell(self._tally, "plain-edges", Place(label=f"{edge.source.place.label} to {edge.target.id[:40]}"))


def _kind(plain: Plain) -> str:
    """Return ``atom``, the kind of a scheme, or nothing."""
    if isinstance(plain.get("atom"), dict):
        return "atom"
    scheme = plain.get("scheme")
    if not isinstance(scheme, dict):
        return ""
    return next((kind for kind in ("support", "attack", "rephrase", "preference") if scheme.get(kind) is not None), "")


def _polarity(node: Node) -> Polarity | None:
    return POLARITIES.get(node.kind)


def _atom(plain: Plain) -> Plain:
    atom = plain.get("atom")
    return atom if isinstance(atom, dict) else {}


def _with_extra(own: Plain, node: Node, extra: Plain) -> Plain:
    """Return the fields of a claim or an inference but its words and its ends."""
    userdata = others_of(node.plain.get("userdata"))
    if own:
        return with_foreign(fields_of(own), FOREIGN, {"userdata": userdata})
    rest = {key: value for key, value in node.plain.items() if key not in {"atom", "scheme", "userdata"}}
    return with_foreign({}, FOREIGN, {"id": node.id, **rest, **extra, "userdata": userdata})


def _ends(edge: Edge) -> Plain:
    """Return what the file says of an edge, with the ends as its nodes are called here."""
    plain = {key: value for key, value in edge.plain.items() if key != "id"}
    return {**plain, "source": edge.source.id, "target": edge.target.id}


def _not_ours(participants: object) -> Plain:
    """Return the participants that argmap has not made of who says what."""
    if not isinstance(participants, dict):
        return {}
    ours = {id_ for id_, each in participants.items() if isinstance(each, dict) and own_of(each.get("userdata"))}
    return {id_: each for id_, each in participants.items() if id_ not in ours}
