"""DOT, the language of Graphviz: claims are boxes, an inference with several premises or an undercut has its own point.

The language: https://graphviz.org/doc/info/lang.html; escapes in labels: https://graphviz.org/docs/attr-types/escString/.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.display import clean_display, wrap
from argmap.formats.diagrams.graph import BLUE, INK, ORANGE, TINT, Graph, heading_of
from argmap.formats.left_out import tell_left_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.diagrams.graph import Link
    from argmap.formats.report import Tally
    from argmap.model import ArgumentMap, Claim, Inference

_KEPT = ("notes", "implicit", "warrants", "schemes", "conflicts")
_LETTERS = 36
_HEAD = (
    "digraph argument {",
    '  graph [rankdir=BT, charset="UTF-8", fontname="Helvetica", labelloc=t, fontsize=18, ranksep=0.6];',
    f'  node [shape=box, style="rounded,filled", fillcolor=white, color="{INK}", fontname="Helvetica", fontsize=12];',
    '  edge [fontname="Helvetica", fontsize=11];',
)


def write(map_: ArgumentMap, tally: Tally) -> bytes:
    """Write *map_* as a graph to be drawn; what such a picture has no place for is told to *tally*."""
    tell_left_out(map_, tally, "a DOT file", _KEPT)
    return "\n".join([*_lines(map_), ""]).encode("utf-8", "replace")


def _lines(map_: ArgumentMap) -> Iterator[str]:
    graph = Graph(map_)
    yield from _HEAD
    heading = heading_of(map_)
    if heading:
        yield f"  label={_label(heading, 2 * _LETTERS)};"
    for claim in graph.claims:
        yield f"  {graph.names[claim.id]} [{_claim(claim)}];"
    for inference in graph.points:
        yield f"  {graph.names[inference.id]} [{_point(inference)}];"
    for link in graph.links:
        yield f"  {link.source} -> {link.target} [{_link(link, graph)}];"
    yield "}"


def _claim(claim: Claim) -> str:
    parts = [f"label={_label(f'{claim.label}: {claim.text}', _LETTERS)}"]
    if claim.note:
        parts.append(f"tooltip={_quoted(claim.note)}")
    if claim.is_position:
        parts.append(f'peripheries=2, fillcolor="{TINT}"')
    if claim.implicit:
        parts.append('style="rounded,filled,dashed"')
    return ", ".join([*parts, 'class="claim"'])


def _point(inference: Inference) -> str:
    parts = [f'label="{inference.label}", shape=circle, margin=0.02, fontsize=10, color="{_colour(inference)}"']
    return ", ".join([*parts, *_told(inference, "tooltip"), f'class="{inference.kind}"'])


def _link(link: Link, graph: Graph) -> str:
    parts = [f'color="{link.colour}"']
    if link.word:
        parts.append(f'label=" {link.word} ", fontcolor="{link.colour}", class="{link.word}"')
    if link.conflict is not None:
        parts.append("dir=none, style=dashed, constraint=false")
        if link.conflict.note:
            parts.append(f"edgetooltip={_quoted(link.conflict.note)}")
    elif not link.is_step:
        parts.append("dir=none")
    elif link.inference is not None and link.inference.id not in graph.names:
        parts += _told(link.inference, "edgetooltip")
    return ", ".join(parts)


def _told(inference: Inference, where: str) -> list[str]:
    """Return the scheme and the warrant as what is shown under the mouse."""
    words = ": ".join(part for part in (inference.scheme, inference.warrant) if part)
    return [f"{where}={_quoted(words)}"] if words else []


def _colour(inference: Inference) -> str:
    return BLUE if inference.supports else ORANGE


def _label(text: str, letters: int) -> str:
    """Return *text* as a label, in lines of so many *letters*: Graphviz breaks none itself."""
    lines = [piece for line in text.split("\n") for piece in wrap(line, letters)]
    return _quoted("\n".join(lines))


def _quoted(text: str) -> str:
    """Return *text* as a quoted string in which no backslash, quote or entity means anything."""
    cleaned = clean_display(text).replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
    return '"' + cleaned.replace("\n", "\\n").replace("\t", " ") + '"'
