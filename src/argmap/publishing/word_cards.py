"""Index cards as DOCX: a table of two columns whose rows are half a sheet high, with lines to cut along.

Rows and lines are exactly as high as our measure has them, so that Word cannot push a card off its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from argmap.display import printable
from argmap.outlines.paper import Run
from argmap.publishing.card_fitting import faces
from argmap.publishing.card_sheets import (
    GUTTER,
    HEAD,
    HEAD_SIZE,
    INSET,
    answered,
    face_height,
    number_size,
    side_of,
)
from argmap.publishing.strips import Strip
from argmap.publishing.word_package import new_document, packed
from argmap.publishing.word_pages import set_paper
from argmap.publishing.word_strips import GREY, margins, print_size, run, shape, strip, twips
from argmap.publishing.word_styles import set_styles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.outlines.index_cards import Deck
    from argmap.publishing.card_sheets import Face, Paper

_MARGIN = 14.0  # points around the sheet that no printer need reach
_ON_A_SHEET = 4
_SPARE = 1.5  # points that two rows leave for the paragraph which has to follow a table
_CUT = 'w:val="dashed" w:sz="4" w:space="0" w:color="999999"'
_COLOURS = {"for": "1B5F99", "against": "A8460B"}


def write(deck: Deck, paper: Paper) -> bytes:
    """Return *deck* as a DOCX file for *paper*; equal decks give equal bytes."""
    document = new_document(printable(deck.title))
    set_styles(document, pages=False)
    document.sections[0].orientation = WD_ORIENT.LANDSCAPE
    set_paper(document, paper.width, paper.height, _MARGIN)
    body = document.element.body
    end = body[-1]  # the section's properties
    table = parse_xml(_table(paper))
    end.addprevious(table)
    told, title = faces(deck, paper), printable(deck.title)
    for first in range(0, len(told), 2):  # row by row: lxml takes long to move what is large
        upper = not first % _ON_A_SHEET
        table.append(parse_xml(_row(told[first : first + 2], paper, title, cut_under=upper)))
    end.addprevious(parse_xml(f"<w:p {nsdecls('w')}>{shape(1.0, after=0)}</w:p>"))
    return packed(document)


def _table(paper: Paper) -> str:
    """Return the table that the cards stand in, without its rows."""
    width = twips(paper.width / 2 - _MARGIN)
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{2 * width}" w:type="dxa"/>'
        f"<w:tblBorders><w:insideV {_CUT}/></w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/>{margins(INSET - _MARGIN)}</w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{width}"/><w:gridCol w:w="{width}"/></w:tblGrid></w:tbl>'
    )


def _row(cards: Sequence[Face], paper: Paper, title: str, *, cut_under: bool) -> str:
    """Return two cards; lines to cut along are under the upper ones alone, not along the edges of the sheet."""
    height = twips(paper.height / 2 - _MARGIN - _SPARE)
    width = twips(paper.width / 2 - _MARGIN)
    cells = [_card(face, paper, title) for face in cards] + ["<w:p/>"] * (2 - len(cards))
    line = f"<w:tcBorders><w:bottom {_CUT}/></w:tcBorders>" if cut_under else ""
    told = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{line}{_inner_margins(place)}</w:tcPr>{cell}</w:tc>'
        for place, cell in enumerate(cells)
    )
    exact = f'<w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr>'
    return f"<w:tr {nsdecls('w')}>{exact}{told}</w:tr>"


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
    room, foot = paper.room, Strip((Run(f"{face.place}  " if face.place else ""), Run(title[:90])), 7.0)
    white = max(0.0, room[1] - face_height(face, room[0]))  # the least there is: Word's own font is narrower
    return _head(face, paper) + body + strip(foot, before=white, after=0)


def _head(face: Face, paper: Paper) -> str:
    """Return number, sign and what is answered, and at the right for which side the card speaks."""
    card = face.card
    colour = _COLOURS.get("against" if card.sign in {"-", "x"} else "for", GREY)
    small = print_size(HEAD_SIZE)
    runs = [
        run(printable(card.number or card.label), f"<w:b/><w:bCs/>{print_size(number_size(card))}"),
        run(f"  {card.sign} ", f'<w:b/><w:bCs/><w:color w:val="{colour}"/>{print_size(12.0)}'),
        run(card.relation, f'<w:b/><w:bCs/><w:color w:val="{colour}"/>{small}'),
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
