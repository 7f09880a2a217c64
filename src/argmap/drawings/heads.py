"""Heads: what stands over a picture, its title and the comments on the whole map."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.drawings.measuring import Weight
from argmap.drawings.proportions import FILL, MARGIN, NOTE_LINE, NOTE_TEXT, TITLE_LINE, TITLE_TEXT, UNDER_TITLE
from argmap.drawings.scene import Words
from argmap.drawings.wrapping import fit, is_from_right, wrap_text

_MOST_TITLE_LINES = 3


@dataclass(frozen=True, slots=True)
class Head:
    """The *title* of a picture, the *remarks* under it, and the *language* of it all."""

    title: str = ""
    language: str = ""
    remarks: tuple[str, ...] = ()


def words_of(head: Head, width: float) -> tuple[list[Words], float]:
    """Return the lines over a picture that is *width* pixels wide between its margins, and how high they are."""
    words = _title_words(head.title, width)
    height = len(words) * TITLE_LINE
    for remark in head.remarks:
        for line in wrap_text(remark, NOTE_TEXT, width * FILL):
            height += NOTE_LINE
            words.append(Words(MARGIN, MARGIN + height, line, NOTE_TEXT))
    return words, height + UNDER_TITLE if words else 0.0


def _title_words(title: str, width: float) -> list[Words]:
    if not title.strip():
        return []
    from_right = is_from_right(title)
    lines = wrap_text(title, TITLE_TEXT, width, Weight.SEMIBOLD)
    if len(lines) > _MOST_TITLE_LINES:
        last = fit(f"{lines[_MOST_TITLE_LINES - 1]} …", TITLE_TEXT, width, Weight.SEMIBOLD)
        lines = [*lines[: _MOST_TITLE_LINES - 1], last]
    return [
        Words(
            MARGIN + (width if from_right else 0),
            MARGIN + TITLE_TEXT * 0.8 + place * TITLE_LINE,
            line,
            TITLE_TEXT,
            bold=True,
            anchor="end" if from_right else "start",
            from_right=from_right,
        )
        for place, line in enumerate(lines)
    ]
