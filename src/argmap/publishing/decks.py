"""Index cards in any format: cut from a sheet where there are pages, one under another where there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.outlines.deck_lines import deck_paper
from argmap.publishing.card_sheets import PAPERS
from argmap.publishing.formats import USUAL_PAGE, Published, publish

if TYPE_CHECKING:
    from argmap.outlines.index_cards import Deck
    from argmap.publishing.formats import Format


def publish_deck(deck: Deck, format_: Format, *, width: int, page: str = USUAL_PAGE) -> Published:
    """Write *deck* in a format; *width* is the cells a line of plain text may have, *page* a key of `PAPERS`."""
    match format_.name:
        case "csv":
            from argmap.publishing import cells

            return Published(cells.write_cards(deck).encode())
        case "pdf":
            from argmap.publishing import printed_cards

            return Published(*printed_cards.write(deck, PAPERS[page]))
        case "docx":
            from argmap.publishing import word_cards

            return Published(word_cards.write(deck, PAPERS[page]))
        case "html":
            from argmap.publishing import card_page

            return Published(card_page.write(deck, PAPERS[page]).encode())
        case _:
            return publish(deck_paper(deck), format_, width=width)
