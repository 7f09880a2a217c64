"""Stances: how a node says, in a word before its text or in a field, what it does to the one it stands under."""

from __future__ import annotations

import re

PREFIXES = {
    "supports": "PRO: ",
    "opposes": "CON: ",
    "undercuts": "UNDERCUT: ",
    "backs": "BACKING: ",
    "and": "AND: ",
}
"""What stands before the words of a claim, for people."""

_WORDS = {
    "supports": ("support", "pro", "pros", "for", "reason", "+", "because", "button_ok", "yes"),
    "opposes": (
        "oppose", "con", "contra", "cons", "against", "objection", "attacks", "attack", "-", "button_cancel", "no",
    ),
    "undercuts": ("undercut", "x"),
    "backs": ("backing", "^"),
    "and": ("&", "co-premise"),
    "position": ("thesis", "answer", "="),
    "question": ("issue", "?"),
    "claim": ("unplaced", "*"),
}  # fmt: skip
_KNOWN = {word: name for name, words in _WORDS.items() for word in (name, *words)}
_BEFORE = re.compile(
    r"\s*(?:\[([a-z]{2,9})\]|\(([-+x^&−–]|pro|con)\)|([a-z]{3,9}):(?=\s)|([-+−–])(?=\s))\s*",
    re.IGNORECASE,
)
_IN_TEXT = frozenset(
    [
        "pro",
        "con",
        "for",
        "against",
        "reason",
        "objection",
        "undercut",
        "backing",
        "and",
        "because",
        "+",
        "-",
        "x",
        "^",
        "&",
    ]
)
_MINUS = str.maketrans("−–", "--")


def stance_of(word: str) -> str | None:
    """Return the stance that *word* stands for, empty for none, None for one that argmap does not know."""
    bare = word.strip().casefold().translate(_MINUS)
    return _KNOWN.get(bare) if bare else ""


def split_stance(text: str) -> tuple[str, str]:
    """Return the stance that *text* begins with, empty if it begins with none, and the words behind it."""
    found = _BEFORE.match(text)
    if found is None:
        return "", text
    word = next(each for each in found.groups() if each).casefold().translate(_MINUS)
    rest = text[found.end() :]
    return (_KNOWN[word], rest) if word in _IN_TEXT and rest else ("", text)
