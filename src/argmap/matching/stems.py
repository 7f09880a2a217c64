"""Stems: the words of a plain form that tell something, without their endings."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from argmap.wording.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Callable


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return the stem of an English *word*; what holds digits or other letters stays as it is."""
    return _stemmer()(word) if word.isascii() and word.isalpha() else word


def stems_of(form: str) -> frozenset[str]:
    """Return the stems of a plain *form* but for its small words; all of them if it has no others."""
    said = form.split()
    telling = [stem(word) for word in said if word not in small_words()]
    return frozenset(telling or map(stem, said))


@cache
def small_words() -> frozenset[str]:
    """Return the small words of the language, which tell nothing."""
    return words("stopwords")


@cache
def _stemmer() -> Callable[[str], str]:
    from snowballstemmer import stemmer

    made: Callable[[str], str] = stemmer("english").stemWord
    return made
