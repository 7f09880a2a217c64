"""Lemmas: the forms of one word brought together by rule, so that "raises", "raised" and "raising" are one."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from argmap.wording.lexicon import groups

_VOWEL = re.compile("[aeiouy]")
_DOUBLED = re.compile(r"([bdfgmnprt])\1$")
_SHORTEST = 3


@lru_cache(maxsize=100_000)
def lemma(word: str) -> str:
    """Return what the forms of *word* share; not always a word itself. Names of peoples give their country."""
    irregular = _table("irregular").get(word, word)
    bare = irregular if irregular.isascii() and irregular.isalpha() else ""
    named = _table("names")
    if bare in named or word in named:
        return named.get(word) or named[bare]
    return _bare(bare) if len(bare) > _SHORTEST else irregular


@cache
def _table(name: str) -> dict[str, str]:
    return {form: group[0] for group in groups(name) for form in group}


def _bare(word: str) -> str:
    """Take the endings off *word*, and what writing puts between them."""
    word = _without_plural(word)
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST and _VOWEL.search(stem) and not word.endswith("eed"):
            word = _DOUBLED.sub(r"\1", stem)
            break
    stem = word.removesuffix("ly")
    word = stem if len(stem) > _SHORTEST else word
    if word.endswith("y") and len(word) > _SHORTEST:
        return word[:-1] + "i"
    return word[:-1] if word.endswith("e") and len(word) > _SHORTEST else word


def _without_plural(word: str) -> str:
    if word.endswith(("ies", "ied")):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
