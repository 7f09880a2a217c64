"""Stems: the words of a plain form that tell something, without their endings."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from threading import local
from typing import TYPE_CHECKING

from argmap.wording.lexicon import read_groups, words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_AS_WRITTEN: Mapping[str, str] = {}


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return the stem of an English *word*; what holds digits or other letters stays as it is."""
    return _stemmers().stem(word) if word.isascii() and word.isalpha() else word


def stems_of(form: str, meant: Mapping[str, str] = _AS_WRITTEN) -> frozenset[str]:
    """Return the stems of a plain *form* but for its small words, all of them if it has no others; one for synonyms.

    *meant* gives the word that a misspelt one stands for.
    """
    said = [meant.get(word, word) for word in form.split()] if meant else form.split()
    small = small_words()
    return frozenset(map(sense, [word for word in said if word not in small] or said))


@lru_cache(maxsize=200_000)
def sense(word: str) -> str:
    """Return the stem that *word* counts as: its own, or that of the synonyms it belongs to."""
    found = stem(word)
    return _synonyms().get(found, found)


@cache
def _synonyms() -> dict[str, str]:
    """Return the stem that stands for each stem of the table; a word in two groups counts in the first."""
    meant: dict[str, str] = {}
    lines = files("argmap.matching").joinpath("synonyms.txt").read_text(encoding="utf-8").splitlines()
    for group in read_groups(lines):
        for word in group:
            meant.setdefault(stem(word), stem(group[0]))
    return meant


@cache
def small_words() -> frozenset[str]:
    """Return the small words of the language, which tell nothing."""
    return words("stopwords")


class _Stemmers(local):
    """A stemmer for each thread: one keeps its place in a word between its calls, and would lose it to another word."""

    def __init__(self) -> None:
        from snowballstemmer import stemmer

        self.stem: Callable[[str], str] = stemmer("english").stemWord


@cache
def _stemmers() -> _Stemmers:
    return _Stemmers()
