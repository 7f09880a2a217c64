"""Flows as one HTML page to read and to print, a table for each argument."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from argmap.display import printable
from argmap.publishing.still_page import still_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.outlines.flow import Flow, Sheet

_STYLE = """
body { font: 15px/1.35 "Source Sans 3", "Source Sans Pro", system-ui, sans-serif; margin: 1.5em; color: #1c1c1c;
  background: #fff; overflow-wrap: anywhere; }
h1 { font-size: 1.5em; line-height: 1.2; } h2 { font-size: 1.1em; margin: 1.6em 0 .4em; }
.sheet { overflow-x: auto; } .faint { color: #595959; }
table { border-collapse: collapse; table-layout: fixed; width: 100%%; } th { width: 11em; }
th, td { border: 1px solid #8c8c8c; padding: .25em .4em; text-align: start; vertical-align: top; }
th { border-bottom-width: 2px; }
.ours { color: #0b4f8a; } .theirs { color: #a3261a; }
@media (prefers-color-scheme: dark) { body { color: #e4e4e4; background: #16181b; } .faint { color: #a8a8a8; }
  .ours { color: #7db7ea; } .theirs { color: #f0a36b; } }
@media print { @page { size: %s landscape; margin: 10mm; } body { margin: 0; font-size: 9pt; }
  th { width: auto; } h2 { break-after: avoid; } tr { break-inside: avoid; } .sheet { overflow: visible; } }
"""


def write(flow: Flow, page: str) -> str:
    """Return *flow* as an HTML page that needs nothing beside it, to print on its side on that *page* of paper."""
    lines = [f'<h1 dir="auto">{_text(flow.title)}</h1>']
    if flow.left_out:
        lines.append(f'<p class="faint">{escape(flow.left_out_told)}</p>')
    lines += (line for sheet in flow.sheets for line in _sheet(sheet))
    return still_page(flow.title, flow.language, _STYLE % page, "\n".join(lines))


def _sheet(sheet: Sheet) -> Iterator[str]:
    turns = ["ours" if sheet.is_our_turn(column) else "theirs" for column in range(len(sheet.speeches))]
    yield f'<h2 dir="auto">{_text(sheet.title)}</h2>\n<div class="sheet" tabindex="0"><table><thead><tr>'
    for turn, speech in zip(turns, sheet.speeches, strict=True):
        yield f'<th scope="col" class="{turn}" dir="auto">{_text(speech)}</th>'
    yield "</tr></thead><tbody>"
    for row in sheet.rows:
        cells = (
            f'<td class="{turn}" dir="auto">{_text(cell)}</td>' if cell else "<td></td>"
            for turn, cell in zip(turns, row, strict=True)
        )
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody></table></div>"


def _text(text: str) -> str:
    return escape(printable(text))
