"""Atlas: a map over many pages, an overview first and then its branches, with references from page to page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from argmap.drawings.arranging import Growth
from argmap.drawings.carding import ends_of
from argmap.drawings.composing import LEGEND_GAP, compose
from argmap.drawings.cutting import Fragment, claims_below, cut, few_of, fragment_of, slips_of, uniform
from argmap.drawings.heads import Head, words_of
from argmap.drawings.measuring import text_width
from argmap.drawings.packing import filled_up, packed
from argmap.drawings.proportions import (
    BAR_WIDTH,
    CHIP_GAP,
    CHIP_HEIGHT,
    CHIP_RISE,
    CHIP_TEXT,
    FILL,
    HEADING_ROOM,
    HEADING_TEXT,
    PADDING,
    SIBLING_GAP,
)
from argmap.drawings.scene import Box, Chip, Words
from argmap.drawings.stacking import Layout, Part, columns_of, set_out
from argmap.drawings.wrapping import fit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.drawings.packing import Page
    from argmap.drawings.panels import Panel, Slip
    from argmap.drawings.scene import Card, Scene
    from argmap.drawings.stacking import Arrangement

    _Shown = dict[Slip, Sequence[Panel]]
    """What is drawn under each slip of a part."""

_LEGEND_ROOM = LEGEND_GAP + 60.0  # two rows
_MOST_LEVELS = 50


@dataclass(frozen=True, slots=True)
class _References:
    """On which page (counted from 0) each branch begins, where it was cut off, and how many claims go on there."""

    begins: dict[Slip, int]
    cut_off: dict[Slip, int]
    going_on: dict[Slip, int]


def atlas(head: Head, parts: Sequence[Part], width: float, height: float) -> list[Scene]:
    """Return the pages of an atlas, none larger than *width* by *height* pixels (margins not counted) where it can.

    On the first every part is opened as many levels as there is room for; every claim that is cut off there or later
    names the page where it goes on, and each branch the page it comes from.
    """
    _, high = words_of(head, width)
    trees = [part for part in parts if not part.grid]
    room = height - high - _LEGEND_ROOM
    pages = _overview(trees, width, room)
    fragments = [
        piece
        for fragment in chain.from_iterable(map(_on, pages))
        for slip in fragment.cuts
        for piece in cut(slip, fragment.above(slip), width, height - HEADING_ROOM, fragment.rest(slip))
    ]
    loose = [piece for part in parts if part.grid for piece in _grids(part, width, height - HEADING_ROOM)]
    there = 0
    if len(pages) == 1:  # that of a chain is a line, and most of its page would stay white
        pages[0], there = filled_up(pages[0], fragments, width, room, most=0.5)
    pages += packed([*fragments[there:], *loose], width, height)
    _without_a_stray(pages, width, room)
    references = _references(pages, trees)
    later = [_page(page, references, Head(language=head.language), width) for page in pages[1:]]
    arranged, chips = _arranged(pages[0], references, width)
    first = compose(head, arranged, chips=chips, explained=later, narrowest=width)
    return list(_with_places([first, *later]))


def _without_a_stray(pages: list[Page], width: float, room: float) -> None:
    """Take unplaced claims that would have the last page to themselves onto the overview, if there is room for them."""
    match pages:
        case [first, *_, [[Fragment(part=Part(grid=True))]]]:
            pages[0], moved = filled_up(first, pages[-1][0], width, room)
            if moved:
                pages.pop()


def _with_places(pages: Sequence[Scene]) -> Iterator[Scene]:
    """Yield the pages such that each stub names the page of its claim, where that is another one."""
    full: dict[str, int] = {}
    for number, page in enumerate(pages):
        for card in page.cards:
            if not card.stub:
                full.setdefault(card.label, number)
    for page in pages:
        here = {card.label for card in page.cards if not card.stub}
        marks = [chip.box for chip in page.chips if chip.filled]
        cards = (
            _noted(card, None if not card.stub or card.label in here else full.get(card.label), marks)
            for card in page.cards
        )
        yield replace(page, cards=tuple(cards))


def _noted(card: Card, page: int | None, marks: Sequence[Box]) -> Card:
    """Return a *card* whose note names the *page*, counted from 0, if one is given, and ends where a mark begins."""
    on_it = next((mark.x for mark in marks if card.box.meets(mark)), None)
    if page is None and on_it is None:
        return card
    at, said = f"at {card.label}", card.note.text
    if page is not None:
        said = said.replace(at, f"{at}, p. {page + 1}", 1)
    room = card.box.width - 2 * PADDING if on_it is None else (on_it - card.note.x) * FILL
    return replace(card, note=card.note._replace(text=fit(said, card.note.size, room)))


def _on(page: Page) -> Iterator[Fragment]:
    return chain.from_iterable(page)


def _references(pages: Sequence[Page], trees: Sequence[Part]) -> _References:
    below = claims_below(root for part in trees for root in part.roots)
    begins: dict[Slip, int] = {}
    cut_off: dict[Slip, int] = {}
    going_on: dict[Slip, int] = {}
    for place, page in enumerate(pages):
        for piece in _on(page):
            if piece.start is not None:
                begins.setdefault(piece.start, place)
            for slip in piece.cuts:
                cut_off[slip] = place
                going_on[slip] = sum(1 + below[each] for each in slips_of(piece.rest(slip)))
    return _References(begins, cut_off, going_on)


def _overview(trees: Sequence[Part], width: float, height: float) -> list[Page]:
    """Open all trees level by level while they fit on one page.

    Then the next level of each is opened for which there is room; and where not even the first level of all is, as many
    of its reasons and objections as there is room for, those of each tree in turn.
    """
    closed: list[_Shown] = [{} for _ in trees]
    if not _fits(trees, closed, width, height):
        return _laid(trees, closed, width, height)
    shown, depth = closed, 0
    for deeper in range(1, _MOST_LEVELS):
        tried = [uniform(part.roots, deeper) for part in trees]
        if tried == shown or not _fits(trees, tried, width, height):
            break
        shown, depth = tried, deeper
    if not depth:
        shown = _few(trees, closed, width, height)
    for place, part in enumerate(trees):
        tried = [*shown[:place], uniform(part.roots, depth + 1), *shown[place + 1 :]]
        if _fits(trees, tried, width, height):
            shown = tried
    return _laid(trees, shown, width, height)


def _few(trees: Sequence[Part], shown: list[_Shown], width: float, height: float) -> list[_Shown]:
    """Open the first level of each tree by one reason or objection after the other, while all fit on one page."""
    growing = list(range(len(trees)))
    count = 0
    while growing:
        count += 1
        for place in list(growing):
            whole = uniform(trees[place].roots, 1)
            few: _Shown = {slip: few_of(kids, count) for slip, kids in whole.items()}
            tried = [*shown[:place], few, *shown[place + 1 :]]
            if few == shown[place] or not _fits(trees, tried, width, height):
                growing.remove(place)
            else:
                shown = tried
    return shown


def _laid(trees: Sequence[Part], shown: Sequence[_Shown], width: float, height: float) -> list[Page]:
    pieces = [fragment_of(Part(part.roots, kids=each)) for part, each in zip(trees, shown, strict=True)]
    return packed(pieces, width, height)


def _fits(trees: Sequence[Part], shown: Sequence[_Shown], width: float, height: float) -> bool:
    pages = _laid(trees, shown, width, height)
    pieces = [piece for page in pages for piece in _on(page)]
    return len(pages) <= 1 and all(piece.width <= width and piece.height <= height for piece in pieces)


def _grids(part: Part, width: float, height: float) -> Iterator[Fragment]:
    """Yield the unplaced claims in as many grids as they need pages."""
    columns, step = columns_of(part, width)
    taken: list[Panel] = []
    used = 0.0
    for first in range(0, len(part.roots), columns):
        row = part.roots[first : first + columns]
        high = max(slip.height for panel in row for slip in panel.slips) + SIBLING_GAP
        if taken and used + high > height:
            yield _loose(part, taken, columns, step, used)
            taken, used = [], 0.0
        taken.extend(row)
        used += high
    if taken:
        yield _loose(part, taken, columns, step, used)


def _loose(part: Part, taken: Sequence[Panel], columns: int, step: float, height: float) -> Fragment:
    """Return a grid of what was *taken*, no wider than its cards: it may stand beside a branch."""
    width = min(columns, len(taken)) * step - 2 * SIBLING_GAP
    return Fragment(Part(tuple(taken), part.heading, grid=True), width, height - SIBLING_GAP, None, (), ())


def _page(page: Page, references: _References, head: Head, width: float) -> Scene:
    arranged, chips = _arranged(page, references, width)
    return compose(head, arranged, legend=False, chips=chips, narrowest=0.0)


def _arranged(page: Page, references: _References, width: float) -> tuple[Arrangement, list[Chip]]:
    """Return what stands on a page at its places, and the marks that lead to other pages."""
    columns = [[_headed(each, references) for each in column] for column in page]
    arrangement = set_out(columns, Layout.LEFT_RIGHT, width)
    back = [each.start for each in _on(page) if each.start is not None or each.part.heading]
    ways, headings = [], []
    for slip, words in zip(back, arrangement.headings, strict=True):
        if slip is None:
            headings.append(words)
        else:
            ways.append(_way_back(words, references.cut_off[slip]))
    chips = [
        _chip(slip, box, references.going_on[slip], references.begins[slip])
        for piece, places in zip(_on(page), arrangement.moved(0, 0), strict=True)
        for place in places
        for slip, box in zip(place.panel.slips, place.cards, strict=True)
        if slip in piece.cuts
    ]
    return replace(arrangement, headings=tuple(headings)), [*ways, *chips]


def _headed(fragment: Fragment, references: _References) -> Part:
    if fragment.start is None:
        return fragment.part
    return replace(fragment.part, heading=_heading(fragment, references))


def _heading(fragment: Fragment, references: _References) -> str:
    assert fragment.start is not None
    way = " › ".join(slip.claim.label for slip in (*fragment.path, fragment.start))
    piece = f" ({fragment.number} of {fragment.count})" if fragment.count > 1 else ""
    return f"↑ p. {references.cut_off[fragment.start] + 1} · {way}{piece}"


def _way_back(words: Words, page: int) -> Chip:
    width = text_width(words.text, words.size) / FILL
    box = Box(words.x, words.y - HEADING_TEXT, width, HEADING_TEXT * 1.4)
    return Chip(box, words, page, filled=False)


def _chip(slip: Slip, card: Box, count: int, page: int) -> Chip:
    """Return the mark at the right of the note of a card whose branch goes on elsewhere."""
    said = f"+{count} → p. {page + 1}"
    width = text_width(said, CHIP_TEXT) / FILL + PADDING
    _, right, foot = ends_of(slip, card, Growth.RIGHT)
    taken = width if slip.claim.credence is None or slip.repeat else width + BAR_WIDTH + CHIP_GAP
    box = Box(right - taken, foot - CHIP_RISE, width, CHIP_HEIGHT)
    x, y = box.middle
    return Chip(box, Words(x, y + 4, said, CHIP_TEXT, bold=True, anchor="middle", colour="paper"), page)
