"""Drawing: a row as lines of styled pieces of text: guides, sign, words, wrapped claim, badges. No terminal here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from argmap.display import one_line, shorten, wrap
from argmap.outlines import Line
from argmap.tui.badges import badges_of, in_words
from argmap.tui.places import ALWAYS_OPEN, FOCUS, HEADINGS, QUESTION
from argmap.tui.signs import PLAIN, PRETTY

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.tui.badges import Badge
    from argmap.tui.places import Places, Row
    from argmap.tui.rows import Rows
    from argmap.tui.signs import Signs

Piece = tuple[str, str]
"""The style of a piece of text, and the text, cleaned for the terminal."""

MOST_LINES = 8
"""A claim takes at most this many lines of the tree; the detail pane has it in full."""

NO_QUESTION = "No question yet. Press [edit] to write the question this map is about."
"""What stands for a question that is not there; the screen puts in the key."""

FOCUS_LINE = "Focus on {} and what is under it. [zoom-out] zooms out."
"""What the first row says of a label while only its branch is shown."""

_LEAST_TEXT = 16
_HANG = 4  # sign, space, fold mark, space

_STYLES = {
    "position": "position",
    "reason": "for",
    "objection": "against",
    "undercut": "attack",
    "backing": "for",
    "together": "together",
    "root": "label",
}


class Drawing:
    """Draws rows into *width* cells; `height` and `lines` agree."""

    def __init__(self, *, ascii_only: bool = False, spoken: bool = False) -> None:
        """Choose the signs, or words for them (*spoken*); the width is set when it is known."""
        self.spoken = spoken
        self.signs: Signs = PLAIN if ascii_only else PRETTY
        self.width = 80
        self.wrapping = True
        self.filled: Callable[[str], str] = str

    def height(self, places: Places, row: Row) -> int:
        """Return how many lines *row* takes."""
        return len(self._text(places, row)) if self.wrapping and not row.repeat else 1

    def lines(self, rows: Rows, row: Row) -> list[list[Piece]]:
        """Return the lines of *row*, without the cursor's column."""
        places = rows.places
        is_closed = places.has_under(row) and not rows.is_open(row)
        is_opened = places.has_under(row) and not is_closed
        text = self._text(places, row)
        if not self.wrapping:
            text = [shorten(" ".join(text), self._room(places, row), cell_len, self.signs.ellipsis)]
        badges = self._badges(places, row, closed=is_closed)
        first = [("guide", self._guides(row, own=True)), *self._head(places, row, is_closed, is_opened)]
        first += self._body(places, row, text[0])
        lines = [self._with_badges(first, badges)]
        below = self.signs.down if is_opened and row.depth >= 0 else " "
        indent = self._guides(row, own=False) + below.ljust(_HANG)[: self._hang(row)]
        lines += [[("guide", indent), (self._text_style(row), line)] for line in text[1:]]
        return lines

    def indent(self, row: Row) -> int:
        """Return the column at which the text of *row* begins."""
        return self._guide_width(row) + self._hang(row)

    # -- text ----------------------------------------------------------------------------------------------------

    def label(self, places: Places, row: Row) -> str:
        """Return the words before a claim: what it does here, and its number."""
        line = self._line(places, row)
        if line.kind in {"undercut", "backing"}:
            joint = f", {line.need}" if line.need else ""
            return f"{line.word} the step{joint}: {line.claim.label}"
        joint = f" ({line.need})" if line.need else ""
        return f"{line.word}{joint} {line.claim.label}"

    def _text(self, places: Places, row: Row) -> list[str]:
        room = self._room(places, row)
        if row.place == QUESTION:
            question = places.map.about.question or self.filled(NO_QUESTION)
            return self._wrapped(f"Question: {question}{self._heard(places, row)}" if self.spoken else question, room)
        if row.place == FOCUS and places.focus is not None:
            return self._wrapped(self.filled(FOCUS_LINE.format(places.map.claims[places.focus].label)), room)
        if row.place in HEADINGS:
            return [f"{HEADINGS[row.place]} ({places.count_under(row)})"]
        claim = places.map.claims[row.claim]
        if row.repeat:
            word = self._line(places, row).word
            see = f" see {claim.label}"
            left = max(room - len(word) - len(see) - 3, 1)
            text = shorten(claim.text[: 4 * left + 8], left, cell_len, self.signs.ellipsis)
            return [f"{word} {self.signs.repeat}{text}{see}"]
        return self._wrapped(f"{self.label(places, row)} {claim.text}{self._heard(places, row)}", room)

    def _wrapped(self, text: str, room: int) -> list[str]:
        lines = wrap(text[: (MOST_LINES + 1) * room], room, cell_len)
        if len(lines) <= MOST_LINES and len(text) <= (MOST_LINES + 1) * room:
            return lines
        lines = lines[:MOST_LINES]
        lines[-1] = shorten(lines[-1], room - len(self.signs.ellipsis), cell_len, "") + self.signs.ellipsis
        return lines

    def _room(self, places: Places, row: Row) -> int:
        """Return the cells for text; the hidden count has its room always, so that folding changes no heights."""
        badges = self._badges(places, row, closed=places.has_under(row))
        taken = self._guide_width(row) + self._hang(row) + _width(badges) + bool(badges)
        return max(self.width - taken, _LEAST_TEXT)

    def _body(self, places: Places, row: Row, text: str) -> list[Piece]:
        """Split the first line into the words before the claim and the claim."""
        if not row.is_claim:
            return [(self._text_style(row), text)]
        line = self._line(places, row)
        label = line.word if row.repeat else one_line(self.label(places, row))
        label = label[: len(text)]
        return [(_STYLES[line.kind], label), (self._text_style(row), text[len(label) :])]

    @staticmethod
    def _text_style(row: Row) -> str:
        if row.place == QUESTION:
            return "question"
        if not row.is_claim:
            return "heading"
        return "repeat" if row.repeat else "position" if row.depth == 0 and row.above and not row.mate else "text"

    # -- marks ---------------------------------------------------------------------------------------------------

    def _head(self, places: Places, row: Row, is_closed: bool, is_opened: bool) -> list[Piece]:
        if self.spoken:
            return []
        mark = self.signs.closed if is_closed else self.signs.opened if is_opened else " "
        if row.place in ALWAYS_OPEN:
            return [("question", "? " if row.place == QUESTION else f"{self.signs.bullet} ")]
        if row.place in HEADINGS:
            return [("fold", f"{mark} ")]
        line = self._line(places, row)
        return [(_STYLES[line.kind], f"{line.sign} "), ("fold", f"{mark} ")]

    def _with_badges(self, pieces: list[Piece], badges: list[Badge]) -> list[Piece]:
        if not badges:
            return pieces
        used = sum(cell_len(text) for _, text in pieces)
        gap = max(self.width - used - _width(badges), 1)
        pieces = [*pieces, ("text", " " * gap)]
        for number, badge in enumerate(badges):
            pieces += [("text", " "), badge] if number else [badge]
        return pieces

    def _badges(self, places: Places, row: Row, *, closed: bool) -> list[Badge]:
        """Return the badges at the right; what is heard has them in the text, but for what folding changes."""
        badges = badges_of(places, row, self.signs, closed=closed)
        return in_words([each for each in badges if each[0] == "hidden"]) if self.spoken else badges

    def _heard(self, places: Places, row: Row) -> str:
        """Return the words that go after a claim for who hears it."""
        badges = badges_of(places, row, self.signs, closed=False) if self.spoken else []
        return "".join(f" {text}" for _, text in in_words(badges))

    def _hang(self, row: Row) -> int:
        """Return the cells between the guides of *row* and its text."""
        return 0 if self.spoken else _HANG if row.is_claim else 2

    # -- guides --------------------------------------------------------------------------------------------------

    def _guide_width(self, row: Row) -> int:
        return 2 * min(max(row.depth, 0), self._levels)

    @property
    def _levels(self) -> int:
        """How many levels of guides fit; deeper rows drop the outer ones and say how many they are, up to nine."""
        return max(self.width // 8, 3)

    def _guides(self, row: Row, *, own: bool) -> str:
        """Return the guides before a row's sign (*own*), or before its further lines."""
        if self.spoken:
            return " " * self._guide_width(row)
        found: list[str] = []
        each: Row | None = row
        while each is not None and each.depth > 0 and len(found) < self._levels:
            found.append(self._tie(each) if own and each is row else self._line_past(each))
            each = each.above
        if each is not None and each.depth > 0:
            hidden = each.depth
            found[-1] = f"{self.signs.deeper}{hidden}" if hidden < 10 else self.signs.deeper * 2  # noqa: PLR2004  # two cells
        return "".join(reversed(found))

    def _tie(self, row: Row) -> str:
        signs = self.signs
        if row.mate:
            return self._outer(row) + (signs.corner if row.mate == row.mates - 1 else signs.tee)
        dash = signs.split if row.mates > 1 else signs.dots if row.on_step else signs.dash
        return (signs.corner if row.last else signs.tee) + dash

    def _line_past(self, row: Row) -> str:
        """Return the guides past a row: solid to its siblings, dotted to the claims that are needed with it."""
        return self._outer(row) + (self.signs.tied if row.mate < row.mates - 1 else " ")

    def _outer(self, row: Row) -> str:
        return " " if row.last else self.signs.down

    @staticmethod
    def _line(places: Places, row: Row) -> Line:
        inference = None if row.inference is None else places.map.inferences[row.inference]
        return Line(row.depth, places.map.claims[row.claim], inference, row.mate, row.repeat)


def _width(badges: list[Badge]) -> int:
    return sum(len(text) for _, text in badges) + max(len(badges) - 1, 0)
