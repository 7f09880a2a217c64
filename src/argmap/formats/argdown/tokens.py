"""The tokens of Argdown, and what each sign of a relation says of parent and child."""

from __future__ import annotations

from enum import IntEnum, auto
from typing import NamedTuple


class Kind(IntEnum):
    """The kinds of tokens, as Argdown's own lexer tells them apart."""

    TEXT = auto()
    ESCAPED = auto()
    SPECIAL = auto()
    EMPHASIS_START = auto()
    EMPHASIS_END = auto()
    LINK = auto()
    TAG = auto()
    MENTION = auto()
    NEWLINE = auto()
    EMPTY_LINE = auto()
    INDENT = auto()
    DEDENT = auto()
    HEADING = auto()
    FRONT_MATTER = auto()
    DATA = auto()
    STATEMENT_DEFINITION = auto()
    STATEMENT_REFERENCE = auto()
    ARGUMENT_DEFINITION = auto()
    ARGUMENT_REFERENCE = auto()
    NUMBER = auto()
    INFERENCE_START = auto()
    INFERENCE_END = auto()
    COMMA = auto()
    LIST_ITEM = auto()
    RELATION = auto()


class Token(NamedTuple):
    """A token: its kind, the characters it is made of, and where they begin in the text."""

    kind: Kind
    image: str
    start: int


CONTENT = frozenset(
    {
        Kind.TEXT,
        Kind.ESCAPED,
        Kind.SPECIAL,
        Kind.EMPHASIS_START,
        Kind.EMPHASIS_END,
        Kind.LINK,
        Kind.TAG,
        Kind.MENTION,
        Kind.NEWLINE,
        Kind.COMMA,
    }
)
"""What the words of a statement are made of."""

SHORTCODES = {
    "A": "∀", "E": "∃", "O": "𝗢", "P": "𝗣", "->": "→", "<->": "↔", "~": "¬", "^": "∧", "v": "∨", "v_": "⊻",
    "<>": "◇", "[]": "◻", "happy": "😀", "smile": "☺", "smiley": "☺", "laugh": "😆", "lol": "😆", "rofl": "🤣",
    "joy": "😂", "heart": "❤", "?": "❓", "question": "❓", "love": "😍", "wink": "😉", "shush": "🤫", "meh": "😐",
    "eye-roll": "🙄", "sad": "😢", "disappointed": "😞", "scream": "😱", "+1": "👍", "up": "👍", "-1": "👎",
    "down": "👎", "think": "🤔", "star": "⭐", "y": "✔", "agree": "✔", "n": "❌", "disagree": "❌",
}  # fmt: skip
"""Signs that are written between points or between colons, as in ``.->.``"""
