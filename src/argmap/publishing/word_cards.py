"""Index cards as DOCX: a table of two columns whose rows are half a sheet high, with lines to cut along.

Rows and lines are exactly as high as our measure has them, so that Word cannot push a card off its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from argmap.display import printable
from argmap.outlines.paper import Run
from argmap.publishing.card_fitting import faces
from argmap.publishing.card_sheets import (
    GUTTER,
    HEAD,
    HEAD_SIZE,
    INSET,
    answered,
    number_size,
    side_of,
)
from argmap.publishing.strips import Strip
from argmap.publishing.word_package import new_document, packed
from argmap.publishing.word_strips import GREY, half_points, margins, run, shape, strip, twips
from argmap.publishing.word_styles import set_styles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.outlines.index_cards import Deck
    from argmap.publishing.card_sheets import Face, Paper

_MARGIN = 14.0  # points around the sheet that no printer need reach
_SPARE = 1.5  # points that two rows leave for the paragraph which has to follow a table
_COLOURS = {"for": "1B5F99", "against": "A8460B"}


def write(deck: Deck, paper: Paper) -> bytes:
    """Return *deck* as a DOCX file for *paper*; equal decks give equal bytes."""
    document = new_document(printable(deck.title))
    set_styles(document, pages=False)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Pt(paper.width), Pt(paper.height)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Pt(_MARGIN)
    section.header_distance = section.footer_distance = Pt(0)
    body = document.element.body
    end = body[-1]  # the section's properties
    end.addprevious(parse_xml(_table(faces(deck, paper), paper, printable(deck.title))))
    end.addprevious(parse_xml(f"<w:p {nsdecls('w')}>{shape(1.0, after=0)}</w:p>"))
    return packed(document)


def _table(cards: Sequence[Face], paper: Paper, title: str) -> str:
    width = twips(paper.width / 2 - _MARGIN)
    rows = "".join(_row(cards[first : first + 2], paper, title) for first in range(0, len(cards), 2))
    line = '<w:{} w:val="dashed" w:sz="4" w:space="0" w:color="999999"/>'
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{2 * width}" w:type="dxa"/>'
        f"<w:tblBorders>{line.format('insideH')}{line.format('insideV')}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/>{margins(INSET - _MARGIN)}</w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{width}"/><w:gridCol w:w="{width}"/></w:tblGrid>{rows}</w:tbl>'
    )


def _row(cards: Sequence[Face], paper: Paper, title: str) -> str:
    height = twips(paper.height / 2 - _MARGIN - _SPARE)
    width = twips(paper.width / 2 - _MARGIN)
    cells = [_card(face, paper, title) for face in cards] + ["<w:p/>"] * (2 - len(cards))
    told = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{_inner_margins(place)}</w:tcPr>{cell}</w:tc>'
        for place, cell in enumerate(cells)
    )
    exact = f'<w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr>'
    return f"<w:tr>{exact}{told}</w:tr>"


def _inner_margins(place: int) -> str:
    """Return the margins of a cell: towards the cut a whole one, as the sheet's own is there on the other side."""
    inner = "right" if not place else "left"
    return f'<w:tcMar><w:{inner} w:w="{twips(INSET)}" w:type="dxa"/></w:tcMar>'


def _card(face: Face, paper: Paper, title: str) -> str:
    body = "".join(strip(each) for each in face.wide)
    if face.left and face.right:
        body += _columns(face, paper.room[0])
    else:
        body += "".join(strip(each) for each in (*face.left, *face.right))
    foot = strip(Strip((Run(f"{face.place}  " if face.place else ""), Run(title[:90])), 7.0), after=0)
    return _head(face, paper) + body + foot


def _head(face: Face, paper: Paper) -> str:
    """Return number, sign and what is answered, and at the right for which side the card speaks."""
    card = face.card
    colour = _COLOURS.get("against" if card.sign in {"-", "x"} else "for", GREY)
    small = f'<w:sz w:val="{half_points(HEAD_SIZE)}"/>'
    runs = [
        run(printable(card.number or card.label), f'<w:b/><w:sz w:val="{half_points(number_size(card))}"/>'),
        run(f"  {card.sign} ", f'<w:b/><w:color w:val="{colour}"/><w:sz w:val="24"/>'),
        run(card.relation, f'<w:b/><w:color w:val="{colour}"/>{small}'),
        run(f" {answered(card, paper)}", f'<w:color w:val="{GREY}"/>{small}'),
        "<w:r><w:tab/></w:r>",
        run(" ".join(part for part in (card.stands, f"[{card.label}]" if card.label else "") if part), small),
    ]
    side = side_of(card)
    style = "double" if side == "against" else "single"
    border = f'<w:pBdr><w:bottom w:val="{style}" w:sz="6" w:space="1" w:color="{_COLOURS.get(side, GREY)}"/></w:pBdr>'
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{twips(paper.room[0])}"/></w:tabs>'
    space = f'<w:spacing w:before="0" w:after="80" w:line="{twips(HEAD - 8)}" w:lineRule="exact"/>'
    return f"<w:p><w:pPr>{border}{tab}{space}</w:pPr>{''.join(runs)}</w:p>"


def _columns(face: Face, width: float) -> str:
    left = twips((width - GUTTER) * face.share + GUTTER / 2)
    right = twips(width) - left
    none = '<w:{} w:val="nil"/>'
    borders = "".join(none.format(side) for side in ("insideH", "insideV"))
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/><w:tcMar><w:{inner} w:w="{twips(GUTTER / 2)}" '
        f'w:type="dxa"/></w:tcMar></w:tcPr>{"".join(strip(each) for each in strips)}</w:tc>'
        for wide, inner, strips in ((left, "right", face.left), (right, "left", face.right))
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{left + right}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/>{margins(0)}</w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{left}"/><w:gridCol w:w="{right}"/></w:tblGrid><w:tr>{cells}</w:tr></w:tbl>'
    )
