"""The formats a picture is written in, and the one way from what was selected to each of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.drawings import Layout, draw
from argmap.errors import UnfitError
from argmap.publishing.chosen import chosen
from argmap.publishing.formats import USUAL_PAGE, Published
from argmap.publishing.palettes import PALETTES, USUAL

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.outlines import Selected, Selection

KINDS: dict[str, tuple[str, ...]] = {
    "svg": (".svg",),
    "png": (".png",),
    "pdf": (".pdf",),
    "html": (".html", ".htm"),
}
"""The formats of pictures and their suffixes."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a map is drawn: its *layout* (None for the one that fits), its *palette*, and the *paper* it is for.

    With *tiles* it is a poster of many sheets.
    """

    layout: Layout | None = None
    palette: str = USUAL
    paper: str | None = None
    tiles: bool = False


def kind_of(name: str | None, suffix: str) -> str:
    """Return the format called *name*, or else the one of a file's *suffix*; refuse what is neither."""
    found = name or next((kind for kind, suffixes in KINDS.items() if suffix.lower() in suffixes), "")
    if found not in KINDS:
        given = f"The ending “{suffix[:40]}” names no picture. " if suffix else ""
        message = f"{given}Say which: --to {', --to '.join(KINDS)}."
        raise UnfitError(message)
    return found


def pictured(map_: ArgumentMap, selection: Selection, kind: str, manner: Manner) -> Published:
    """Return a picture of *selection* in the format *kind*, and say first what was left out of it."""
    what = chosen(map_, selection, "draw")
    made = publish_picture(map_, what, kind, manner)
    left = f"Left out: {what.left_out:,} of {what.of:,} claims."
    return Published(made.content, (left, *made.notices)) if what.left_out else made


def publish_picture(map_: ArgumentMap, selected: Selected, kind: str, manner: Manner) -> Published:
    """Return a picture of what was *selected*, in the format *kind*; only a PDF is cut to paper."""
    palette = PALETTES[manner.palette]
    if (manner.paper is not None or manner.tiles) and kind != "pdf":
        left_out = "--tiles" if manner.tiles else "--page"
        message = f"Only a PDF has pages of paper. For {kind}, leave out {left_out}; for paper, write to a .pdf."
        raise UnfitError(message)
    if kind == "svg":
        from argmap.publishing.svg import write_svg

        return Published(write_svg(draw(map_, selected, manner.layout), palette).encode())
    if kind == "html":
        from argmap.publishing.page import write_page

        return Published(write_page(map_, selected, manner.layout, palette).encode())
    if manner.tiles:
        from argmap.publishing.posters import as_poster

        return as_poster(map_, selected, manner.paper or USUAL_PAGE, manner.layout, palette)
    if manner.paper is not None:
        from argmap.publishing.paging import on_paper

        return on_paper(map_, selected, manner.paper, manner.layout, palette)
    from argmap.publishing.pictures import one_sheet, write_pdf, write_png

    scene = draw(map_, selected, manner.layout)
    return write_png(scene, palette) if kind == "png" else write_pdf([one_sheet(scene)], palette)
