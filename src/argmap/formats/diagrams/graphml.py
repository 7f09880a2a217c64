"""GraphML: nodes and edges with plain data that any program reads, and shapes for yEd beside them.

The format: http://graphml.graphdrawing.org; the shapes are yEd's own extension of it (``y:``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from argmap.formats.diagrams.graph import BLUE, INK, ORANGE, TINT, Graph
from argmap.formats.left_out import tell_left_out
from argmap.formats.report import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.diagrams.graph import Link
    from argmap.formats.report import Tally
    from argmap.model import ArgumentMap, Claim, Inference

_GRAPH_DATA = {"title": "string", "question": "string", "description": "string", "language": "string"}
_NODE_DATA = {
    "kind": "string",
    "label": "string",
    "text": "string",
    "position": "boolean",
    "note": "string",
    "credence": "double",
    "implicit": "boolean",
    "date": "string",
    "tags": "string",
}
_STEP_DATA = {"stance": "string", "warrant": "string", "scheme": "string", "relevance": "double"}
_EDGE_DATA = {"kind": "string", "label": "string", **_STEP_DATA, "note": "string"}
_KEPT = ("notes", "credences", "implicit", "dates", "tags", "warrants", "schemes", "relevances", "conflicts")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">',
)
_SHAPES = (
    '<key id="n_shape" for="node" yfiles.type="nodegraphics"/>',
    '<key id="e_shape" for="edge" yfiles.type="edgegraphics"/>',
)
_SETTINGS = (
    "1 thing the map says of itself has no place in a GraphML file",
    "{count} things the map says of itself have no place in a GraphML file",
)
_CONTROLS = (
    "1 character that XML cannot hold was left out",
    "{count} characters that XML cannot hold were left out",
)
_WIDTH, _LINE, _LETTERS = 260, 18, 34
_POINT = 46


def write(map_: ArgumentMap, tally: Tally) -> bytes:
    """Write *map_* as a graph with data; what a graph has no place for is told to *tally*."""
    writing = _Writing(map_, tally)
    content = "\n".join([*writing.lines(), ""])
    writing.tell_rest()
    return content.encode("utf-8")


class _Writing:
    """Writes element after element."""

    def __init__(self, map_: ArgumentMap, tally: Tally) -> None:
        self._map = map_
        self._tally = tally
        self._graph = Graph(map_)

    def lines(self) -> Iterator[str]:
        """Yield the lines of the file."""
        yield from _HEAD
        for scope, prefix, kinds in (
            ("graph", "g", _GRAPH_DATA),
            ("node", "n", {**_NODE_DATA, **_STEP_DATA}),
            ("edge", "e", _EDGE_DATA),
        ):
            for name, kind in kinds.items():
                yield f'<key id="{prefix}_{name}" for="{scope}" attr.name="{name}" attr.type="{kind}"/>'
        yield from _SHAPES
        yield '<graph id="map" edgedefault="directed">'
        about = self._map.about
        yield from self._data("g", {name: getattr(about, name) for name in _GRAPH_DATA}, "the map")
        for claim in self._graph.claims:
            yield from self._claim(claim)
        for inference in self._graph.points:
            yield from self._point(inference)
        for number, link in enumerate(self._graph.links, 1):
            yield from self._link(number, link)
        yield from ("</graph>", "</graphml>")

    def tell_rest(self) -> None:
        """Tell what has no place in the file."""
        about = self._map.about
        for name in ("numbering", "semantics"):
            if getattr(about, name):
                self._tally.lose("settings", *_SETTINGS, Place(label=name))
        tell_left_out(self._map, self._tally, "a GraphML file", ("settings", *_KEPT))

    def _claim(self, claim: Claim) -> Iterator[str]:
        yield f'<node id="{self._graph.names[claim.id]}">'
        values: dict[str, Any] = {
            "kind": "claim",
            "label": claim.label,
            "text": claim.text,
            "position": claim.is_position or None,
            "note": claim.note,
            "credence": claim.credence,
            "implicit": claim.implicit or None,
            "date": claim.as_of,
            "tags": ", ".join(claim.tags),
        }
        yield from self._data("n", values, claim.label)
        text = f"{claim.label}: {claim.text}"
        height = _LINE * (text.count("\n") + len(text) // _LETTERS + 2)
        line = (
            'type="dashed" width="1.0"'
            if claim.implicit
            else f'type="line" width="{3.0 if claim.is_position else 1.0}"'
        )
        fill = TINT if claim.is_position else "#ffffff"
        yield (
            f'<data key="n_shape"><y:ShapeNode><y:Geometry width="{_WIDTH}" height="{height}"/>'
            f'<y:Fill color="{fill}"/><y:BorderStyle color="{INK}" {line}/>'
            f'<y:NodeLabel autoSizePolicy="node_width" configuration="CroppingLabel">{self._text(text)}</y:NodeLabel>'
            '<y:Shape type="roundrectangle"/></y:ShapeNode></data>'
        )
        yield "</node>"

    def _point(self, inference: Inference) -> Iterator[str]:
        yield f'<node id="{self._graph.names[inference.id]}">'
        yield from self._data("n", {"label": inference.label, **_step(inference)}, inference.label)
        colour = BLUE if inference.supports else ORANGE
        yield (
            f'<data key="n_shape"><y:ShapeNode><y:Geometry width="{_POINT}" height="{_POINT}"/>'
            f'<y:Fill color="#ffffff"/><y:BorderStyle color="{colour}" type="line" width="2.0"/>'
            f'<y:NodeLabel>{inference.label}</y:NodeLabel><y:Shape type="ellipse"/></y:ShapeNode></data>'
        )
        yield "</node>"

    def _link(self, number: int, link: Link) -> Iterator[str]:
        directed = "" if link.conflict is None else ' directed="false"'
        yield f'<edge id="e{number}" source="{link.source}" target="{link.target}"{directed}>'
        label = "" if link.inference is None else link.inference.label
        yield from self._data("e", {"label": label, **self._values(link)}, label)
        arrow = "standard" if link.is_step else "none"
        dashed = "dashed" if link.conflict is not None else "line"
        yield (
            f'<data key="e_shape"><y:PolyLineEdge><y:LineStyle color="{link.colour}" type="{dashed}" width="2.0"/>'
            f'<y:Arrows source="none" target="{arrow}"/><y:EdgeLabel>{link.word}</y:EdgeLabel></y:PolyLineEdge></data>'
        )
        yield "</edge>"

    def _values(self, link: Link) -> dict[str, Any]:
        """Return the data of an edge; those of an inference with a point of its own stand there."""
        if link.conflict is not None:
            return {"kind": "conflict", "stance": link.word, "note": link.conflict.note}
        assert link.inference is not None
        if link.inference.id in self._graph.names:
            stance = link.inference.polarity.value if link.is_step else ""
            return {"kind": "conclusion" if link.is_step else "premise", "stance": stance}
        return _step(link.inference)

    def _data(self, prefix: str, values: dict[str, Any], label: str) -> Iterator[str]:
        for name, value in values.items():
            if value is None or value == "":
                continue
            said = str(value).lower() if isinstance(value, bool) else str(value)
            yield f'<data key="{prefix}_{name}">{self._told(said, label)}</data>'

    def _told(self, text: str, label: str) -> str:
        """Return *text* as XML; characters that XML cannot hold are left out and told."""
        self._tally.lose("controls", *_CONTROLS, Place(label=label), len(_NOT_XML.findall(text)))
        return self._text(text)

    @staticmethod
    def _text(text: str) -> str:
        return escape(_NOT_XML.sub("", text), {"\r": "&#13;"})


def _step(inference: Inference) -> dict[str, Any]:
    return {
        "kind": inference.kind,
        "stance": inference.polarity.value,
        "warrant": inference.warrant,
        "scheme": inference.scheme,
        "relevance": inference.relevance,
    }
