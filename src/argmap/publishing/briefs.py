"""Briefs as pages: made terser until each fits on one, and written in any format."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from argmap.display import printable
from argmap.outlines.brief import RICHNESS, UNPAGED
from argmap.outlines.brief_lines import brief_paper
from argmap.publishing.formats import Published, publish
from argmap.publishing.lacking import places_of
from argmap.publishing.typesetting import breakable, page_count, typeset

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from argmap.outlines.brief import Brief, Richness
    from argmap.publishing.formats import Format

    Make = Callable[[Richness], Brief]
    """Makes one brief as rich as asked for."""

_TEMPLATE = "brief"


def publish_briefs(makers: Sequence[Make], format_: Format, *, width: int) -> Published:
    """Write one brief a page; *makers* make them as rich as asked for."""
    if format_.is_text:
        return publish(brief_paper([make(UNPAGED) for make in makers]), format_, width=width)
    if format_.name == "docx":
        from argmap.publishing.word_briefs import fits, write

        return Published(write([fitted(make, fits) for make in makers]))
    fitting = [fitted(make) for make in makers]
    return Published(*typeset(_TEMPLATE, [_as_data(each) for each in fitting], places=places_of(brief_paper(fitting))))


def fitted(make: Make, fits: Callable[[Brief], bool] | None = None) -> Brief:
    """Return the richest brief that *fits* on one page, of a PDF where nothing is said; the tersest where none does."""
    fits = fits or (lambda made: page_count(_TEMPLATE, [_as_data(made)]) == 1)
    rich, terse = 0, len(RICHNESS) - 1
    while rich < terse:  # halving: what is terser is shorter
        middle = (rich + terse) // 2
        if fits(make(RICHNESS[middle])):
            terse = middle
        else:
            rich = middle + 1
    return make(RICHNESS[rich])


def _as_data(brief: Brief) -> list[Any] | dict[str, Any]:
    value: dict[str, Any] = _each_text(asdict(brief), lambda text: breakable(printable(text)))
    return value


def _each_text(value: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401  # JSON values
    """Return *value* with *change* made to every text; briefs are five levels deep and no more."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {key: _each_text(each, change) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_each_text(each, change) for each in value]
    return value
