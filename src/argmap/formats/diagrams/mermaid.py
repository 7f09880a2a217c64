"""Mermaid: a flowchart for Markdown pages that draw it, as on code hosts and in notebooks.

The language: https://mermaid.js.org/syntax/flowchart.html. Entities are written ``#35;``; whatever Mermaid, or the
Markdown inside its labels, could read as anything but a letter is written as one.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from argmap.display import clean_display, one_line
from argmap.formats.diagrams.graph import BLUE, INK, ORANGE, TINT, Graph, heading_of
from argmap.formats.left_out import tell_left_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.report import Tally
    from argmap.model import ArgumentMap, Claim

MOST_EDGES = 500
MOST_TEXT = 50_000
"""What Mermaid draws unless it is configured for more: ``maxEdges`` and ``maxTextSize``."""

_KEPT = ("implicit", "conflicts")
_NAMED = {'"': "#quot;", "&": "#amp;", "<": "#lt;", ">": "#gt;"}
# A colon before a letter would begin an icon (fa:fa-ban), a style or a link; a sign or "1." before a line a list.
_ENCODED = re.compile(r'["&<>#%$\\`*_~@\[\]{}|^]|:(?=\S)|(?<=www)\.|^[-+=]')
_LISTED = re.compile(r"^(\d{1,9})([.)])")
_TOO_LARGE = (
    f"The diagram is larger than Mermaid draws by default ({MOST_EDGES} edges, {MOST_TEXT:,} characters): raise its "
    "maxEdges and maxTextSize, or write one branch with --at C17"
)


def write(map_: ArgumentMap, tally: Tally) -> bytes:
    """Write *map_* as a flowchart; what it has no place for is told to *tally*."""
    graph = Graph(map_)
    text = "\n".join([*_lines(map_, graph), ""])
    tell_left_out(map_, tally, "a Mermaid diagram", _KEPT)
    if len(graph.links) > MOST_EDGES or len(text) > MOST_TEXT:
        tally.note("too-large", _TOO_LARGE, _TOO_LARGE)
    return text.encode("utf-8", "replace")


def _lines(map_: ArgumentMap, graph: Graph) -> Iterator[str]:
    heading = one_line(heading_of(map_))
    if heading:
        yield from ("---", f"title: {json.dumps(heading, ensure_ascii=False)}", "---")
    yield "flowchart BT"
    for claim in graph.claims:
        name = graph.names[claim.id].lower()
        yield f'  {name}["{_encoded(f"{claim.label}: {claim.text}")}"]{_class(claim)}'
    for inference in graph.points:
        yield f'  {graph.names[inference.id].lower()}(("{inference.label}"))'
    for link in graph.links:
        source, target = link.source.lower(), link.target.lower()
        line = "-.-" if link.conflict is not None else "-->" if link.is_step else "---"
        yield f"  {source} {line}|{link.word}| {target}" if link.word else f"  {source} {line} {target}"
    yield from _styles(graph)


def _styles(graph: Graph) -> Iterator[str]:
    if any(claim.is_position for claim in graph.claims):
        yield f"  classDef position fill:{TINT},stroke:{INK},stroke-width:3px"
    if any(claim.implicit for claim in graph.claims):
        yield "  classDef implicit stroke-dasharray:5 4"
    for colour in (BLUE, ORANGE):
        places = [str(place) for place, link in enumerate(graph.links) if link.colour == colour]
        if places:
            yield f"  linkStyle {','.join(places)} stroke:{colour}"


def _class(claim: Claim) -> str:
    names = [name for name, has in (("position", claim.is_position), ("implicit", claim.implicit)) if has]
    return "".join(f":::{name}" for name in names)


def _encoded(text: str) -> str:
    """Return *text* as what stands between the quotes of a label."""
    lines = (one_line(line) for line in clean_display(text).split("\n"))
    return "<br>".join(_LISTED.sub(_numbered, _ENCODED.sub(_entity, line)) for line in lines if line)


def _entity(found: re.Match[str]) -> str:
    sign = found.group()
    return _NAMED.get(sign, f"#{ord(sign)};")


def _numbered(found: re.Match[str]) -> str:
    return f"{found[1]}#{ord(found[2])};"
