"""Papers as one HTML page to read and print: no script, nothing loaded, every foreign sign escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from argmap.outlines.paper import Heading, Point
from argmap.publishing.directions import direction
from argmap.publishing.still_page import still_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.outlines.paper import Block, Paper, Run

_DEEPEST = 12
"""How far points are indented; what is deeper stands beside it, by its number."""

_STYLE = """
body { font: 16px/1.45 "Source Sans 3", "Source Sans Pro", system-ui, sans-serif; max-width: 50em; margin: 2em auto;
  padding: 0 1em; color: #1c1c1c; background: #fff; overflow-wrap: anywhere; }
h1 { font-size: 1.6em; line-height: 1.2; } h2 { font-size: 1.25em; margin: 1.6em 0 .4em; }
h3 { font-size: 1.1em; } h4, h5 { font-size: 1em; margin: 1em 0 .2em; }
.faint, .label, .cited, .remark { color: #595959; } .label, .cited, .remark { font-size: .9em; }
.point { margin: .35em 0; padding-left: 2.2em; text-indent: -2.2em; } .point > * { text-indent: 0; }
.number { font-variant-numeric: tabular-nums; color: #595959; } .sign { font-weight: 700; }
.relation { font-weight: 600; font-size: .92em; } .remark { display: block; }
.for .sign, .for .relation { color: #1b5f99; } .against .sign, .against .relation { color: #a8460b; }
.top { margin-top: 1.4em; } .start { font-weight: 600; }
.start .label, .start .cited, .start .remark { font-weight: 400; } .reference { padding-left: 2em; text-indent: -2em; }
span.cite { font-weight: 700; } p.cite, p.card, p.head { margin: 0 0 .2em; } .underline { text-decoration: underline; }
.emphasis { font-weight: 700; text-decoration: underline; } .strong { font-weight: 700; }
.italic { font-style: italic; }
@media (prefers-color-scheme: dark) { body { color: #e4e4e4; background: #16181b; } a { color: #8ab8e6; }
  .faint, .label, .cited, .remark, .number { color: #a8a8a8; }
  .for .sign, .for .relation { color: #7db7ea; } .against .sign, .against .relation { color: #f0a36b; } }
@media print { body { max-width: none; margin: 0; font-size: 11pt; } .point, .reference { break-inside: avoid; }
  h2, h3, h4, h5, .top { break-after: avoid; } .page { break-before: page; } a { color: inherit; } }
""" + "\n".join(f".d{depth} {{ margin-left: {1.4 * depth:g}em; }}" for depth in range(1, _DEEPEST + 1))

_CLASSES = {"+": "for", "^": "for", "-": "against", "x": "against"}


def write(paper: Paper) -> str:
    """Return *paper* as an HTML page that needs nothing beside it."""
    head = f'<h1 dir="auto">{escape(paper.title)}</h1>\n<p class="faint">{escape(paper.subtitle)}</p>\n'
    body = "\n".join(line for block in paper.blocks for line in _block(block))
    return still_page(paper.title, paper.language, _STYLE, head + body)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f'<h{block.level + 1} dir="auto">{escape(block.text)}</h{block.level + 1}>'
        case Point():
            yield _point(block)
        case _:
            way = direction(block.runs, block.manner)
            yield f'<p dir="{way}" class="{block.manner or "plain"}">{"".join(map(_run, block.runs))}</p>'


def _point(point: Point) -> str:
    classes = ["point", f"d{min(point.depth, _DEEPEST)}", _CLASSES.get(point.sign, "")]
    classes += ["top", "start" if point.number else ""] if not point.depth else []
    classes += ["page"] if point.new_page else []
    anchor = "" if point.home or not point.label else f' id="{escape(point.label)}"'
    parts = [
        f'<span class="number">{escape(point.number)}</span>' if point.number else "",
        f'<span class="sign">{escape(point.sign)}</span>' if point.sign else "",
        f'<span class="relation">{escape(point.relation)}:</span>' if point.relation else "",
        f"<bdi>{escape(point.text)}</bdi>",
        f'<span class="label">[{escape(point.label)}]</span>' if point.label else "",
        f'<span class="cited">{escape(point.cited)}</span>' if point.cited else "",
        f'<a href="#{escape(point.label)}">see {escape(point.home)}</a>' if point.home else "",
        *(f'<span class="remark">{escape(remark)}</span>' for remark in point.remarks),
    ]
    return f'<p class="{" ".join(filter(None, classes))}"{anchor}>{" ".join(filter(None, parts))}</p>'


def _run(run: Run) -> str:
    if run.link:
        return f'<a href="{escape(run.link)}">{escape(run.text)}</a>'
    return f'<span class="{run.manner}">{escape(run.text)}</span>' if run.manner else escape(run.text)
