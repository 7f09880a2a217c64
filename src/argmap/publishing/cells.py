"""Outlines and index cards as CSV (RFC 4180): a row a claim, and no cell that a spreadsheet would calculate."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from argmap.display import printable
from argmap.outlines.paper import Heading, Paragraph, Point

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.outlines.index_cards import Attack, Deck, IndexCard, Mention
    from argmap.outlines.paper import Paper

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")  # some spreadsheets take wide signs too

OUTLINE_HEAD = ("number", "depth", "sign", "relation", "claim", "label", "sources", "see", "remarks")
CARDS_HEAD = (
    *("number", "label", "sign", "relation", "bears on", "stands", "claim", "with", "warrant", "quotation", "cite"),
    *("also", "also at", "reasons", "said against it", "comments"),
)


def write_outline(paper: Paper) -> str:
    """Return the outline *paper* as CSV: a row a claim, then what is no claim (comments, sources)."""
    rows: list[Sequence[str]] = [OUTLINE_HEAD]
    for block in paper.blocks:
        match block:
            case Point():
                rows.append(_point(block))
            case Paragraph():
                what = "source" if block.manner == "reference" else "comment"
                rows.append(("", "", "", what, block.text, "", "", "", ""))
            case Heading():
                pass
    return written(rows)


def write_cards(deck: Deck) -> str:
    """Return *deck* as CSV, a row a card; where a cell names several claims, each has a line in it."""
    return written([CARDS_HEAD, *(_card(card) for card in deck.cards)])


def written(rows: Iterable[Sequence[str]]) -> str:
    """Return *rows* as CSV."""
    done = io.StringIO()
    csv.writer(done, lineterminator="\n").writerows([safe(cell) for cell in row] for row in rows)
    return done.getvalue()


def safe(cell: str) -> str:
    """Return *cell* without what cannot be shown, with a quote before what a spreadsheet would take for a formula.

    A sign alone is none.
    """
    cell = "\n".join(map(printable, cell.split("\n"))) if "\n" in cell else printable(cell)
    return f"'{cell}" if len(cell) > 1 and cell.startswith(_FORMULA) else cell


def _point(point: Point) -> Sequence[str]:
    return (
        point.number,
        str(point.depth),
        point.sign,
        point.relation,
        point.text,
        point.label,
        point.cited.removeprefix("(").removesuffix(")"),
        point.home,
        "\n".join(point.remarks),
    )


def _card(card: IndexCard) -> Sequence[str]:
    return (
        *(card.number, card.label, card.sign, card.relation),
        _named(card.target) if card.target is not None else "",
        *(card.stands, card.text),
        "\n".join(map(_named, card.mates)),
        card.warrant,
        "\n".join(passage.quote for passage in card.passages if passage.quote),
        "\n".join("".join(run.text for run in passage.cite) for passage in card.passages),
        *(card.also, ", ".join(card.again)),
        "\n".join(map(_named, card.reasons)),
        "\n".join(map(_attack, card.attacks)),
        "\n".join(card.comments),
    )


def _attack(attack: Attack) -> str:
    answers = [*map(_named, attack.answers), *([f"{attack.more} more"] if attack.more else [])]
    return f"{_named(attack.said)} → {'; '.join(answers) or attack.unmet}"


def _named(mention: Mention) -> str:
    way = f"{mention.way}: " if mention.way else ""
    return f"{mention.number} {way}{mention.text}"
