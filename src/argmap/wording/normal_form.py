"""Normal form: what is left of a wording when case, typography and punctuation no longer count."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

_TYPOGRAPHY = str.maketrans(dict.fromkeys("’‘ʼ`´", "'") | dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"))
# What Unicode lets a screen leave out: soft hyphens, joiners, marks of direction, variation selectors, tags.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_SYMBOLS = frozenset({"So", "Sm"})
_TRADE_MARKS = frozenset("©®™℠")
_SIGNS = re.compile("[<>=≤≥≠≮≯±¬]")
_NOT_WORD = re.compile(r"[^\w%$€£¥'+<>=≤≥≠≮≯±¬-]+")
_EDGES = re.compile(r"(?<!\w)(?:'|-(?![$€£¥]?\d))+|['-]+(?![\w$€£¥])")


def normal_form(text: str) -> str:
    """Return *text* in the form in which equal wordings are equal texts.

    Compatibility characters, curly quotes and dashes are unified (NFKC), case is folded, invisible characters and
    punctuation between words go; digits, minus, comparison, the signs of amounts and symbols stay, and so do the vowel
    signs and accents of any script. Text without any word keeps its characters.
    """
    if text.isascii():
        return _words(text.lower()) or text
    unified = unicodedata.normalize("NFKC", _folded(_INVISIBLE.sub("", text))).translate(_TYPOGRAPHY)
    return _words(unified) or text


def is_symbol(character: str) -> bool:
    """Whether *character* is a symbol that a claim may turn on, such as an arrow or an emoji; a trade mark is none.

    Those of ASCII are no such symbols: they part words, but for plus and the signs that compare.
    """
    if character.isascii() or character in _TRADE_MARKS:
        return False
    return unicodedata.category(character) in _SYMBOLS


def _folded(text: str) -> str:
    """Fold case as Unicode defines it for comparing: decomposed, so that no accent hides a letter from the folding."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFD", text).casefold()).casefold()


def _words(unified: str) -> str:
    """Return the words and signs of *unified*, with single spaces between; where there are none, all of it."""
    spaced = _NOT_WORD.sub(_between, _SIGNS.sub(r" \g<0> ", unified))
    return " ".join(_EDGES.sub(" ", spaced).split()) or " ".join(unified.split())


def _between(found: re.Match[str]) -> str:
    """Replace what stands between words by a space, but for marks on the letters around it, and symbols."""
    between = found.group()
    if between.isascii():
        return " "
    return "".join(
        f" {''.join(run)} " if are_symbols else "".join(map(_mark, run))
        for are_symbols, run in groupby(between, is_symbol)
    )


def _mark(character: str) -> str:
    """Return a mark on the letter before it, and a space for anything else."""
    return character if unicodedata.category(character)[0] == "M" else " "
