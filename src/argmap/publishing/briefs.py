"""Briefs as pages: made terser until each fits on one, and written in any format."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING, Any

from argmap.display import printable
from argmap.outlines.brief import RICHNESS, UNPAGED
from argmap.outlines.brief_lines import brief_paper
from argmap.publishing.formats import USUAL_PAGE, USUAL_WIDTH, Published, publish
from argmap.publishing.lacking import places_of
from argmap.publishing.paper import PAPERS
from argmap.publishing.typesetting import breakable, page_count, typeset

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from argmap.outlines.brief import Brief, Richness
    from argmap.publishing.formats import Format

    Make = Callable[[Richness], Brief]
    """Makes one brief as rich as asked for."""

_TEMPLATE = "brief"


def publish_briefs(
    makers: Sequence[Make], format_: Format, *, width: int = USUAL_WIDTH, page: str = USUAL_PAGE
) -> Published:
    """Write one brief a *page* of paper; *makers* make them as rich as asked for."""
    if format_.is_text:
        return publish(brief_paper([make(UNPAGED) for make in makers]), format_, width=width)
    if format_.name == "docx":
        from argmap.publishing.word_briefs import fits, write

        return Published(write([fitted(make, partial(fits, page=page)) for make in makers], page))
    fitting = [fitted(make, partial(fits_in_print, page=page)) for make in makers]
    return Published(*typeset(_TEMPLATE, as_data(fitting, page), places=places_of(brief_paper(fitting))))


def fits_in_print(brief: Brief, page: str = USUAL_PAGE) -> bool:
    """Whether *brief* stands on one *page* of a PDF."""
    return page_count(_TEMPLATE, as_data([brief], page)) == 1


def fitted(make: Make, fits: Callable[[Brief], bool] = fits_in_print) -> Brief:
    """Return the richest brief that *fits* on one page; the tersest where none does."""
    rich, terse = 0, len(RICHNESS) - 1
    while rich < terse:  # halving: what is terser is shorter
        middle = (rich + terse) // 2
        if fits(make(RICHNESS[middle])):
            terse = middle
        else:
            rich = middle + 1
    return make(RICHNESS[rich])


def as_data(briefs: Sequence[Brief], page: str = USUAL_PAGE) -> dict[str, Any]:
    """Return *briefs* as the JSON values that the template reads; the size of the *page* in points."""
    told = [_each_text(asdict(brief), lambda text: breakable(printable(text))) for brief in briefs]
    return {"page": PAPERS[page], "briefs": told}


def _each_text(value: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401  # JSON values
    """Return *value* with *change* made to every text; briefs are five levels deep and no more."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {key: _each_text(each, change) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_each_text(each, change) for each in value]
    return value
