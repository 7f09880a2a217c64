"""SVG: a scene as plain shapes and plain text, which browsers, office programs and Inkscape show alike."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from argmap.display import printable
from argmap.drawings.measuring import Weight, text_width
from argmap.publishing.palettes import PALETTES, USUAL, Palette

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.drawings import Box, Card, Edge, Frame, LegendEntry, Scene, Words
    from argmap.drawings.scene import Point

FONTS = "'Source Sans 3','Source Sans Pro','Helvetica Neue',Arial,'Liberation Sans','Noto Sans',sans-serif"
_ROUND = 7
_CAPITAL = re.compile(r"[A-Z\u00c0-\u00de\u0391-\u03a9\u0400-\u042fmw]")  # and the widest small ones
_CAPITALS = re.compile(rf"{_CAPITAL.pattern}{{6}}")


def write_svg(scene: Scene, palette: Palette = PALETTES[USUAL]) -> str:
    """Return *scene* as one SVG element: absolute size, no script, no style sheet, nothing loaded from elsewhere."""
    width, height = _number(scene.width), _number(scene.height)
    claims = sum(not card.stub for card in scene.cards)
    language = f' xml:lang="{text_of(scene.language)}"' if scene.language else ""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" aria-labelledby="picture-title picture-words"{language} '
        f'direction="ltr" font-family="{FONTS}" fill="{palette.ink}">'
    )
    pieces = (
        head,
        f'<title id="picture-title">{text_of(scene.title)}</title>',
        f'<desc id="picture-words">An argument map of {claims:,} claim{"" if claims == 1 else "s"}.</desc>',
        f'<rect width="{width}" height="{height}" fill="{palette.paper}"/>',
        *(_words(words, palette) for words in scene.words),
        *(_frame(frame, palette) for frame in scene.frames),
        *(_edge(edge, palette) for edge in scene.edges),
        *(_card(card, palette) for card in scene.cards),
        *(_badge(badge.x, badge.y, badge.shape, palette.strong(badge.tone), palette) for badge in scene.badges),
        *_legend(scene, palette),
        "</svg>\n",
    )
    return "\n".join(pieces)


def text_of(text: str) -> str:
    """Return *text* without what no page can show, escaped for XML and HTML, for content and for attributes."""
    return escape(printable(text), quote=True)


def _number(value: float) -> str:
    text = f"{value:.1f}"
    return text.removesuffix(".0") if text != "-0.0" else "0"


def _at(point: Point) -> str:
    return f"{_number(point[0])} {_number(point[1])}"


def _rect(box: Box, **attributes: object) -> str:
    """Return a rectangle; an underscore in an attribute's name stands for a hyphen."""
    rest = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in attributes.items() if value is not None)
    x, y, width, height = (_number(each) for each in (box.x, box.y, box.width, box.height))
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}"{rest}/>'


def _words(words: Words, palette: Palette) -> str:
    return _lines((words,), palette)


def _lines(lines: Sequence[Words], palette: Palette) -> str:
    """Return lines of one text, a space between them for who copies it."""
    first = lines[0]
    weight = ' font-weight="600"' if first.bold else ""
    colour = getattr(palette, first.colour)
    fill = "" if colour == palette.ink else f' fill="{colour}"'
    anchor = "" if first.anchor == "start" or first.from_right else f' text-anchor="{first.anchor}"'
    direction = ' direction="rtl"' if first.from_right else ""
    open_ = f'<text font-size="{first.size:g}"{weight}{fill}{anchor}{direction}'
    if len(lines) == 1:
        at = f'x="{_number(first.x)}" y="{_number(first.y)}"{_length(first)}'
        return f"{open_} {at}>{text_of(first.text)}</text>"
    between = "" if first.from_right else " "
    spans = between.join(
        f'<tspan x="{_number(line.x)}" y="{_number(line.y)}"{_length(line)}>{text_of(line.text)}</tspan>'
        for line in lines
    )
    return f"{open_}>{spans}</text>"


def _length(line: Words) -> str:
    """Return how long a line of capitals may become: those of other fonts are much wider, and would leave the card."""
    if not _CAPITALS.search(line.text) or 2 * len(_CAPITAL.findall(line.text)) < len(line.text):
        return ""
    width = text_width(line.text, line.size, Weight.SEMIBOLD if line.bold else Weight.REGULAR)
    return f' textLength="{_number(width)}" lengthAdjust="spacingAndGlyphs"'


def _edge(edge: Edge, palette: Palette) -> str:
    colour = palette.strong(edge.tone)
    dash = ' stroke-dasharray="5 3.5"' if edge.dashed else ""
    path = f"M{_at(edge.start)}" + "".join(
        f"L{_at(piece[0])}" if len(piece) == 1 else f"C{' '.join(map(_at, piece))}" for piece in edge.path
    )
    head = "L".join(map(_at, edge.arrow))
    return (
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{edge.width:g}"{dash}/>'
        f'<path d="M{head}z" fill="{colour}"/>'
    )


def _frame(frame: Frame, palette: Palette) -> str:
    rect = _rect(frame.box, rx=11, fill=palette.tint(frame.tone), stroke=palette.strong(frame.tone), stroke_width=1.4)
    return rect + "".join(_words(words, palette) for words in frame.words)


def _card(card: Card, palette: Palette) -> str:
    return "".join(_card_pieces(card, palette))


def _card_pieces(card: Card, palette: Palette) -> Iterator[str]:
    colour = palette.strong(card.tone)
    yield f'<g data-claim="{text_of(card.label)}"><title>{text_of(card.text)}</title>'
    yield _rect(
        card.box,
        rx=_ROUND,
        fill=palette.paper if card.framed or card.stub else palette.tint(card.tone),
        stroke=colour,
        stroke_width=2.2 if card.stripe is None else 1.2,
        stroke_dasharray="5 3" if card.stub else None,
    )
    if card.stripe is not None:
        dots = ' stroke-dasharray="0.1 6"' if card.tone == "oppose" else ""
        top, bottom = card.stripe
        path = f"M{_at(top)}L{_at(bottom)}"
        yield f'<path d="{path}" stroke="{colour}" stroke-width="3.2" stroke-linecap="round"{dots}/>'
    yield _lines(card.words, palette)
    note = _words(card.note, palette)
    yield f'<a href="{text_of(card.url)}">{note}</a>' if card.url else note
    if card.remarks:
        yield _lines(card.remarks, palette)
    if card.bar is not None:
        yield f"<g><title>likely: {card.bar.share:.0%}</title>{_bar(card.bar.box, card.bar.share, palette)}</g>"
    yield "</g>"


def _bar(box: Box, share: float, palette: Palette) -> str:
    filled = type(box)(box.x, box.y, max(box.width * share, 1.0), box.height)
    return _rect(box, rx=3, fill=palette.track) + _rect(filled, rx=3, fill=palette.muted)


def _badge(x: float, y: float, shape: str, colour: str, palette: Palette) -> str:
    sign = f'fill="none" stroke="{palette.paper}" stroke-width="2.3" stroke-linecap="round"'
    at = _at((x, y))
    if shape == "circle":
        circle = f'<circle cx="{_number(x)}" cy="{_number(y)}" r="9" fill="{colour}"/>'
        return f'{circle}<path d="M{at}m-5 0h10m-5 -5v10" {sign}/>'
    if shape == "square":
        return f'<path d="M{at}m-8.5 -8.5h17v17h-17z" fill="{colour}"/><path d="M{at}m-5 0h10" {sign}/>'
    return (
        f'<path d="M{at}m-11.5 0l11.5 -11.5l11.5 11.5l-11.5 11.5z" fill="{colour}"/>'
        f'<path d="M{at}m-3.6 -3.6l7.2 7.2m0 -7.2l-7.2 7.2" {sign}/>'
    )


def _legend(scene: Scene, palette: Palette) -> Iterator[str]:
    if scene.rule is not None:
        yield f'<path d="M{_at(scene.rule[0])}L{_at(scene.rule[1])}" stroke="{palette.track}"/>'
    for entry in scene.legend:
        yield f"<g>{_sign(entry, palette)}{_words(entry.words, palette)}</g>"


def _sign(entry: LegendEntry, palette: Palette) -> str:
    box = entry.box
    if entry.shape == "frame":
        return _rect(box, rx=4, fill=palette.tint("root"), stroke=palette.muted)
    if entry.shape == "stub":
        return _rect(box, rx=4, fill=palette.paper, stroke=palette.muted, stroke_dasharray="4 2.5")
    if entry.shape == "bar":
        return _bar(type(box)(box.x, box.y + 6, box.width, 6), 0.6, palette)
    if entry.shape == "weight":
        lines = (("6", "1.2"), ("12", "2.4"))  # how far down, and how thick
        return "".join(
            f'<path d="M{_at((box.x, box.y))}m0 {down}h18" stroke="{palette.muted}" stroke-width="{thick}"/>'
            for down, thick in lines
        )
    tone = palette.support if entry.shape == "circle" else palette.oppose
    return _badge(*box.middle, entry.shape, tone, palette)
