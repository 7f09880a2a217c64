"""Fused words: those between which a space is missing ("troopsfrom"), as copying from web pages makes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.matching.stems import small_words

if TYPE_CHECKING:
    from collections.abc import Mapping

_RARE = 2
_LENGTH = 6
_PART = 3


def fused_words(frequencies: Mapping[str, int]) -> dict[str, str]:
    """Return the rare words that are two known words in one, each with its two words and a space between.

    *frequencies* say in how many claims each word stands. A part is known if it is a word of the map that is not rarer
    than the whole, or a small word; of several ways, the one whose shorter part is longest is taken.
    """
    found: dict[str, str] = {}
    for word, count in frequencies.items():
        if count <= _RARE and len(word) >= _LENGTH and word.isalpha():
            parts = [(word[:cut], word[cut:]) for cut in range(_PART, len(word) - _PART + 1)]
            known = [pair for pair in parts if all(_is_known(part, count, frequencies) for part in pair)]
            if known:
                found[word] = " ".join(max(known, key=lambda pair: min(map(len, pair))))
    return found


def apart(form: str, fused: Mapping[str, str]) -> str:
    """Return a plain *form* with the missing spaces put in."""
    words = form.split()
    return form if fused.keys().isdisjoint(words) else " ".join(fused.get(word, word) for word in words)


def _is_known(part: str, count: int, frequencies: Mapping[str, int]) -> bool:
    return frequencies.get(part, 0) >= count or part in small_words()
