"""Pictures on paper: scenes as PDF, page by page, or as PNG, typeset from our template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from argmap.display import printable
from argmap.errors import UnfitError
from argmap.publishing.formats import Published
from argmap.publishing.palettes import PALETTES, USUAL, Palette
from argmap.publishing.typesetting import FONT, typeset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.drawings import Box, Card, Edge, Scene, Words
    from argmap.drawings.scene import Point

POINTS = 0.75
"""Points to a pixel."""

MOST_POINTS = 14_400
"""How long a side of a page may be; viewers refuse more (ISO 32000-1, Annex C)."""

MOST_PIXELS_A_SIDE = 16_384
MOST_PIXELS = 100_000_000
_MOST_SHARP = 60_000_000
"""How many pixels a picture may have to be drawn sharper than it need be: viewers and slides choke on more."""

_SPARE_FONTS = ("Noto Sans", "Segoe UI", "Arial", "Noto Sans Arabic", "Noto Sans CJK SC", "Noto Sans Hebrew")
_DOTS_PER_INCH = 96
"""With one dot a pixel."""
ADVICE = "Take less of the map (--depth, --at, --max-claims), or pages of paper (--page a4 -o FILE.pdf)."


@dataclass(frozen=True, slots=True)
class Mark:
    """Words on a page with their middle at *x*, *y* points; *upright* ones run from the bottom to the top."""

    x: float
    y: float
    text: str
    upright: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page, *width* by *height* points, with a scene that begins at *x*, *y*; *scale* is points a pixel.

    With a *window*, that part of the scene alone is shown. *marks* are words around it, *ticks* lines from point to
    point, both in points on the page.
    """

    scene: Scene
    width: float
    height: float
    x: float = 0.0
    y: float = 0.0
    scale: float = POINTS
    foot: str = ""
    window: Box | None = None
    marks: tuple[Mark, ...] = ()
    ticks: tuple[tuple[Point, Point], ...] = ()


def one_sheet(scene: Scene) -> Sheet:
    """Return a page as large as the scene."""
    return Sheet(scene, scene.width * POINTS, scene.height * POINTS)


def write_pdf(sheets: Sequence[Sheet], palette: Palette = PALETTES[USUAL]) -> Published:
    """Return *sheets* as a PDF; refuse pages that no viewer would show."""
    for sheet in sheets:
        if max(sheet.width, sheet.height) > MOST_POINTS:
            long = max(sheet.width, sheet.height) / 72 * 2.54 / 100
            message = f"This picture would be {long:,.1f} m long, and PDF viewers show at most 5 m. {ADVICE}"
            raise UnfitError(message)
    return _typeset(sheets, palette, "pdf")


def write_png(scene: Scene, palette: Palette = PALETTES[USUAL]) -> Published:
    """Return *scene* as a PNG, two dots a pixel or, where that would be large, one and a half or one.

    Refuses with `UnfitError` what is too large even so.
    """
    for dots, most in ((2, _MOST_SHARP), (1.5, _MOST_SHARP), (1, MOST_PIXELS)):
        sides = scene.width * dots, scene.height * dots
        if max(sides) <= MOST_PIXELS_A_SIDE and sides[0] * sides[1] <= most:
            return _typeset([one_sheet(scene)], palette, "png", ppi=round(_DOTS_PER_INCH * dots))
    message = f"This picture would be {scene.width:,.0f} by {scene.height:,.0f} pixels, which is too large. {ADVICE}"
    raise UnfitError(message)


def _typeset(
    sheets: Sequence[Sheet], palette: Palette, output: Literal["pdf", "png"], ppi: int = _DOTS_PER_INCH
) -> Published:
    first = sheets[0].scene
    language = first.language.split("-")[0]
    given = {
        "title": printable(first.title) or "Argument map",
        "language": language if len(language) in {2, 3} and language.isalpha() else "en",
        "fonts": [FONT, *_SPARE_FONTS],
        "colours": _colours(palette),
        "pages": [_page(sheet) for sheet in sheets],
    }
    places = ((card.label, printable(card.text)) for sheet in sheets for card in sheet.scene.cards)
    return Published(*typeset("scene", given, output=output, ppi=ppi, places=places))


def _colours(palette: Palette) -> dict[str, str]:
    return {
        **{name: palette.strong(name) for name in ("root", "support", "oppose")},
        **{f"{name}-tint": palette.tint(name) for name in ("root", "support", "oppose")},
        "ink": palette.ink,
        "muted": palette.muted,
        "paper": palette.paper,
        "track": palette.track,
    }


def _page(sheet: Sheet) -> dict[str, Any]:
    scene = sheet.scene
    return {
        "width": sheet.width,
        "height": sheet.height,
        "x": sheet.x,
        "y": sheet.y,
        "scale": sheet.scale,
        "foot": printable(sheet.foot),
        "window": None if sheet.window is None else _box(sheet.window),
        "marks": [{"x": each.x, "y": each.y, "text": each.text, "upright": each.upright} for each in sheet.marks],
        "ticks": sheet.ticks,
        "scene": {
            "frames": [
                {"box": _box(frame.box), "tone": frame.tone, "words": [_words(words) for words in frame.words]}
                for frame in scene.frames
            ],
            "edges": [_edge(edge) for edge in scene.edges],
            "cards": [_card(card) for card in scene.cards],
            "badges": [{"x": each.x, "y": each.y, "shape": each.shape, "tone": each.tone} for each in scene.badges],
            "legend": [
                {"box": _box(entry.box), "shape": entry.shape, "words": _words(entry.words)} for entry in scene.legend
            ],
            "rule": scene.rule,
            "chips": [
                {"box": _box(chip.box), "words": _words(chip.words), "page": chip.page, "filled": chip.filled}
                for chip in scene.chips
            ],
            "words": [_words(words) for words in scene.words],
        },
    }


def _card(card: Card) -> dict[str, Any]:
    return {
        "box": _box(card.box),
        "tone": card.tone,
        "plain": card.stub or card.framed,
        "stub": card.stub,
        "stripe": card.stripe,
        "words": [_words(words) for words in card.words],
        "note": _words(card.note, card.url),
        "remarks": [_words(words) for words in card.remarks],
        "bar": None if card.bar is None else {"box": _box(card.bar.box), "share": card.bar.share},
    }


def _edge(edge: Edge) -> dict[str, Any]:
    return {
        "start": edge.start,
        "path": edge.path,
        "arrow": edge.arrow,
        "tone": edge.tone,
        "width": edge.width,
        "dashed": edge.dashed,
    }


def _words(words: Words, url: str = "") -> dict[str, Any]:
    return {
        "x": round(words.x, 2),
        "y": round(words.y, 2),
        "text": printable(words.text),
        "size": words.size,
        "bold": words.bold,
        "anchor": words.anchor,
        "colour": words.colour,
        "rtl": words.from_right,
        "url": url,
    }


def _box(box: Box) -> list[float]:
    return [round(each, 2) for each in (box.x, box.y, box.width, box.height)]
