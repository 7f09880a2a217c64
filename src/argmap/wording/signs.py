"""Signs: arrows, emoji and other symbols that no word stands for, which a wording may turn on."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from argmap.wording.flags import Flag, FlagKind
from argmap.wording.normal_form import is_symbol

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNLIKE = re.compile("!=|=/=")
_PLUS = re.compile(r"\+(?![\d$€£¥])")
_READ_AS_WORDS = frozenset("+<>=≤≥≮≯¬±")  # the plain form keeps these, but for a plus before no number
_MOST = 5


def signs(first: str, second: str, *, is_close: bool) -> Iterator[Flag]:
    """Yield a flag if the two wordings, as they are written, have other signs; hard if their words *are close*."""
    one, other = _signs_of(first), _signs_of(second)
    mine, theirs = _said(one - other), _said(other - one)
    if mine and theirs:
        yield Flag(FlagKind.SIGN, hard=is_close, sentence=f"One has {mine}, the other {theirs}.")
    elif mine or theirs:
        yield Flag(FlagKind.SIGN, hard=is_close, sentence=f"Only one of them has {mine or theirs}.")


def _signs_of(text: str) -> Counter[str]:
    text = _UNLIKE.sub("≠", text)
    found = Counter("+" * len(_PLUS.findall(text)))
    if not text.isascii():
        normal = unicodedata.normalize("NFKC", text)
        found.update(each for each in normal if is_symbol(each) and each not in _READ_AS_WORDS)
    return found


def _said(signs_: Counter[str]) -> str:
    named = sorted(signs_)
    return " ".join(named[:_MOST]) + (" …" if len(named) > _MOST else "")
