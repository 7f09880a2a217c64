"""Plain form: a wording in the words by which likeness is judged, deeper than its normal form."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from argmap.wording.dates import MONTH_WORDS, dated
from argmap.wording.normal_form import normal_form
from argmap.wording.numerals import NUMBER_WORDS, in_digits
from argmap.wording.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Sequence

_TYPOGRAPHY = str.maketrans(
    dict.fromkeys("’‘ʼ`´", "'") | dict.fromkeys("‐‑‒–—―−﹘﹣－", "-") | dict.fromkeys("\u00ad\u200b\u2060\ufeff", "")
)
_SPACED_THOUSANDS = re.compile("(?<=\\d)[\u00a0\u2009\u202f](?=\\d{3}(?!\\d))")
_GLUED = frozenset({"non", "anti"})


def plain_form(text: str, terms: Terms | None = None) -> str:
    """Return *text* in plain words: one spelling, long forms, digits for numbers, terms folded.

    *terms* are the general ones if none are given. Two texts with the same plain form say the same. A text without
    any word keeps its normal form.
    """
    return " ".join(plain_words_of(text, terms or Terms.general())) or normal_form(text)


def plain_words_of(text: str, terms: Terms) -> Sequence[str]:
    """Return the words of the plain form; none if *text* has no word."""
    words = " ".join(map(terms.memory.__getitem__, unified(text).split())).split()
    if not _GLUED.isdisjoint(words):
        words = _glued(words)
    if not NUMBER_WORDS.isdisjoint(words):
        words = in_digits(words)
    if not MONTH_WORDS.isdisjoint(words):
        words = dated(words)
    return words if terms.starts.isdisjoint(words) else terms.folded(words)


def unified(text: str) -> str:
    """Return *text* with one kind of each quote, dash and space, and without capitals where all are."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", _SPACED_THOUSANDS.sub("", text)).translate(_TYPOGRAPHY)
    if text.isupper():
        text = _in_small_letters(text)
    return text


def _in_small_letters(text: str) -> str:
    """Return a text all in capitals in small ones; US is the country there, which claims name more than themselves."""
    return re.sub(r"\bus\b", "US", text.lower())


def _glued(words: Sequence[str]) -> list[str]:
    """Join "non binding" as "non-binding" is joined."""
    said: list[str] = []
    for word in words:
        if said and said[-1] in _GLUED and word.isalpha():
            said[-1] += word
        else:
            said.append(word)
    return said
