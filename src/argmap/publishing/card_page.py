"""Index cards as one HTML page to look at and to print, four to a sheet: no script, nothing loaded."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from argmap.display import printable
from argmap.publishing.card_fitting import faces
from argmap.publishing.card_sheets import INSET, Paper, answered, side_of
from argmap.publishing.directions import direction
from argmap.publishing.still_page import still_page
from argmap.publishing.strips import GAP, LINE

if TYPE_CHECKING:
    from argmap.outlines.index_cards import Deck
    from argmap.outlines.paper import Run
    from argmap.publishing.card_sheets import Face
    from argmap.publishing.strips import Strip

_STYLE = """
* { box-sizing: border-box; }
body { margin: 0; font-family: "Source Sans 3", "Source Sans Pro", "Calibri", "Carlito", sans-serif; color: #1c1c1c;
  background: #fff; overflow-wrap: anywhere; }
main { display: grid; grid-template-columns: repeat(auto-fill, %(width)spt); }
.card { width: %(width)spt; min-height: %(height)spt; padding: %(inset)spt; border: .5pt dashed #999;
  display: flex; flex-direction: column; break-inside: avoid; }
header { display: flex; gap: 6pt; align-items: baseline; border-bottom: 1.5pt solid #595959; margin-bottom: 4pt;
  padding-bottom: 3pt; font-size: 8.5pt; }
.for header { border-bottom: 2pt solid #1b5f99; } .against header { border-bottom: 3pt double #a8460b; }
.number { font-size: 16pt; font-weight: 700; white-space: nowrap; } .sign { font-size: 13pt; font-weight: 700; }
.target { flex: 1; color: #595959; } .stands { font-weight: 700; white-space: nowrap; }
.plus { color: #1b5f99; } .minus { color: #a8460b; } .relation { font-weight: 600; }
p { margin: 0 0 %(gap)spt; line-height: %(line)s; } .in { padding-left: 9pt; }
.columns { display: grid; column-gap: 12pt; } .c50 { grid-template-columns: 1fr 1fr; }
.c62 { grid-template-columns: 62fr 38fr; } .c38 { grid-template-columns: 38fr 62fr; }
.strong { font-weight: 600; } .cite { font-weight: 700; } .italic { font-style: italic; }
.faint, footer { color: #595959; } footer { margin-top: auto; font-size: 7pt; display: flex; gap: 1em;
  justify-content: space-between; }
@page { size: %(paper_width)spt %(paper_height)spt; margin: 0; }
@media screen and (max-width: %(width)spt) { main { grid-template-columns: 1fr; }
  .card { width: auto; min-height: 0; padding: 12pt; } header { flex-wrap: wrap; } }
@media print { main { grid-template-columns: %(width)spt %(width)spt; } }
"""
_CAUTION = 0.92  # of a card is filled by our measure, as nobody knows whose font the page will be shown in
_HEAD_LINES = 1.3
_SPARE = 1.0  # points that two rows of cards leave of a page, for browsers round up
_MINUS = {"-": "−", "x": "×"}


def write(deck: Deck, paper: Paper) -> str:
    """Return *deck* as an HTML page for *paper* that needs nothing beside it."""
    told = faces(deck, Paper(paper.width * _CAUTION, paper.height * _CAUTION))
    title = escape(printable(deck.title))
    body = "\n".join(_card(face, paper, title) for face in told)
    return still_page(deck.title, deck.language, _style(told, paper), body)


def _style(told: list[Face], paper: Paper) -> str:
    """Return the style of a page, with a class for each size of print on it."""
    lengths = {
        "width": f"{paper.width / 2:g}",
        "height": f"{paper.height / 2 - _SPARE:g}",
        "paper_width": f"{paper.width:g}",
        "paper_height": f"{paper.height:g}",
        "inset": f"{INSET:g}",
        "gap": f"{GAP:g}",
        "line": f"{LINE:g}",
    }
    sizes = sorted({strip.size for face in told for strip in (*face.wide, *face.left, *face.right)})
    return _STYLE % lengths + "\n".join(f".{_size(size)} {{ font-size: {size:g}pt; }}" for size in sizes)


def _card(face: Face, paper: Paper, title: str) -> str:
    card = face.card
    tone = "minus" if card.sign in _MINUS else "plus"
    label = f"[{card.label}]" if card.label else ""
    body = "".join(_strip(each) for each in face.wide)
    sides = [f"<div>{''.join(_strip(each) for each in side)}</div>" for side in (face.left, face.right) if side]
    columns = f' class="columns c{round(100 * face.share)}"' if len(sides) > 1 else ""
    return (
        f'<article class="card {side_of(card)}"><header>'
        f'<span class="number">{_text(card.number or card.label)}</span>'
        f'<span class="sign {tone}">{escape(_MINUS.get(card.sign, card.sign))}</span>'
        f'<span class="target" dir="auto"><span class="relation {tone}">{escape(card.relation)}</span> '
        f"{escape(answered(card, paper, _HEAD_LINES))}</span>"
        f'<span class="stands">{escape(card.stands)} {escape(label)}</span>'
        f"</header>{body}<div{columns}>{''.join(sides)}</div>"
        f"<footer><span>{title}</span><span>{escape(face.place)}</span></footer></article>"
    )


def _strip(strip: Strip) -> str:
    kind = f"{_size(strip.size)}{' in' if strip.indent else ''}"
    return f'<p dir="{direction(strip.runs, strip.manner)}" class="{kind}">{"".join(map(_run, strip.runs))}</p>'


def _run(run: Run) -> str:
    return f'<span class="{run.manner}">{_text(run.text)}</span>' if run.manner else _text(run.text)


def _size(size: float) -> str:
    return f"s{round(10 * size)}"


def _text(text: str) -> str:
    return escape(printable(text))
