"""Printouts: what a map can be printed as, and the one way from what is selected to the content of a file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from argmap.display import printable
from argmap.errors import UnfitError
from argmap.model.memory import without_collecting
from argmap.publishing.formats import CSV, FORMATS, SHEETS, USUAL_PAGE, USUAL_WIDTH, Format, publish, publish_flow

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model import ArgumentMap
    from argmap.outlines import Selected, Selection
    from argmap.publishing.formats import Published

_FEWEST_SPEECHES, _MOST_SPEECHES = 2, 20
_LONGEST_STEM = 60  # letters; four bytes each still leave room for the rest of a file's name
_TAKEN = re.compile(r"speech|flow", re.IGNORECASE)
"""What Verbatim looks for in the names of files: it would take such a file for the speech or the flow."""
_NOT_IN_NAMES = re.compile(r'[/\\:*?"<>|]')
"""What some system takes for more than a letter of a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How something is to be printed.

    *width* is the cells a line of plain text may have; *steelman* tells the case of one side alone (briefs); *preset*
    names the debate whose speeches a flow has, unless it has *speeches* of its own, parted by commas; *page* is the
    paper that pages are printed on, or cards cut from. None is what most people want.
    """

    width: int = USUAL_WIDTH
    steelman: bool = False
    preset: str | None = None
    speeches: str | None = None
    page: str | None = None


@dataclass(frozen=True, slots=True)
class Printout:
    """Something to print of a map: its *name*, what it is in a few *words*, and how to *make* it.

    *formats* are those it can be written in, the plainest first; *usual* is the one that most people want in a file.
    *named* is what its files are named, where that is not its own name.
    """

    name: str
    words: str
    make: Callable[[ArgumentMap, Selected, Selection, Format, Wishes], Published]
    formats: tuple[Format, ...] = FORMATS
    usual: str = "docx"
    named: str = ""


def usual_name(stem: str, word: str, suffix: str) -> str:
    """Return a name for a file made of the map whose file is called *stem*; safe in any folder, also for Verbatim."""
    safe = _NOT_IN_NAMES.sub("-", _TAKEN.sub("map", printable(stem))).strip(". -")
    return f"{safe[:_LONGEST_STEM].rstrip() or 'map'}-{word}{suffix}"


def _outline(map_: ArgumentMap, chosen: Selected, selection: Selection, format_: Format, wishes: Wishes) -> Published:
    from argmap.outlines.pro_con import outline

    return publish(outline(map_, chosen, selection), format_, width=wishes.width, page=wishes.page or USUAL_PAGE)


def _blocks(map_: ArgumentMap, chosen: Selected, selection: Selection, format_: Format, wishes: Wishes) -> Published:
    from argmap.outlines.blocks import blocks

    return publish(blocks(map_, chosen, selection), format_, width=wishes.width, page=wishes.page or USUAL_PAGE)


def _memo(map_: ArgumentMap, chosen: Selected, selection: Selection, format_: Format, wishes: Wishes) -> Published:
    from argmap.outlines.memo import memo

    return publish(memo(map_, chosen, selection), format_, width=wishes.width, page=wishes.page or USUAL_PAGE)


def _briefs(map_: ArgumentMap, chosen: Selected, selection: Selection, format_: Format, wishes: Wishes) -> Published:
    """Return one brief a position; claims argued about under none come where there is no position."""
    from argmap.outlines.brief import brief
    from argmap.publishing.briefs import publish_briefs

    parts = [part for part in chosen.parts if part[0].line.kind != "root"] or list(chosen.parts)
    if not parts:
        message = "There is nothing to make a brief of: no claim here is a position or argued about."
        raise UnfitError(message)
    makers = [partial(brief, map_, part, steelman=wishes.steelman, top=selection.top) for part in parts]
    return publish_briefs(makers, format_, width=wishes.width, page=wishes.page or USUAL_PAGE)


def _flow(map_: ArgumentMap, chosen: Selected, _: Selection, format_: Format, wishes: Wishes) -> Published:
    from argmap.outlines.flow import PRESETS, USUAL_PRESET, flow

    speeches = PRESETS[wishes.preset or USUAL_PRESET]
    if wishes.speeches is not None:
        speeches = tuple(each.strip() for each in wishes.speeches.split(",") if each.strip())
    if not _FEWEST_SPEECHES <= len(speeches) <= _MOST_SPEECHES:
        message = f"A flow has {_FEWEST_SPEECHES} to {_MOST_SPEECHES} speeches: --speeches “Prop 1, Opp 1, Prop 2”."
        raise UnfitError(message)
    made = flow(map_, chosen, speeches)
    if not made.sheets:
        message = "There is nothing to flow: no argument here bears on a position."
        raise UnfitError(message)
    return publish_flow(made, format_, wishes.page or USUAL_PAGE)


def _cards(map_: ArgumentMap, chosen: Selected, selection: Selection, format_: Format, wishes: Wishes) -> Published:
    from argmap.outlines.index_cards import index_cards
    from argmap.publishing.decks import publish_deck

    deck = index_cards(map_, chosen, selection)
    return publish_deck(deck, format_, width=wishes.width, page=wishes.page or USUAL_PAGE)


PRINTOUTS: dict[str, Printout] = {
    each.name: each
    for each in (
        Printout("outline", "numbered, with its sources", _outline, formats=(*FORMATS, CSV)),
        Printout("blocks", "a debate file: the case, and answers", _blocks),
        Printout("brief", "one page for and against", _briefs, usual="pdf"),
        Printout("memo", "issue, options, reasons, answers", _memo),
        Printout("flow", "a table of speeches", _flow, formats=SHEETS, usual="xlsx", named="table"),
        Printout("cards", "index cards to cut", _cards, formats=(*FORMATS, CSV), usual="pdf"),
    )
}
"""All that a map can be printed as, by the names used on the command line."""


def printed(map_: ArgumentMap, name: str, selection: Selection, format_: Format, wishes: Wishes) -> Published:
    """Return *selection* of *map_* as the printout called *name*; refuse with `UnfitError` what would be empty."""
    from argmap.publishing.chosen import chosen

    with without_collecting():
        return PRINTOUTS[name].make(map_, chosen(map_, selection), selection, format_, wishes)
