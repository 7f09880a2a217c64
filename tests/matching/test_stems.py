"""Stems are the same whoever else is stemming: the screen and the search for duplicates do so at once."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from argmap.matching.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = [f"{start}{ending}" for start in ("withdraw", "organ", "nation", "relat") for ending in (
    "ing", "ization", "ational", "ements", "edly", "ies", "iveness", "fulness", "ousli", "ably")]  # fmt: skip


@pytest.fixture
def _hurried() -> Iterator[None]:
    """Let threads take turns as often as they can."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("_hurried")
def test_threads_do_not_disturb_one_another() -> None:
    alone = {word: stem.__wrapped__(word) for word in WORDS}
    with ThreadPoolExecutor(4) as threads:
        stems = list(threads.map(stem.__wrapped__, WORDS * 60))
    assert stems == [alone[word] for word in WORDS * 60]


@pytest.mark.parametrize("word", ["10000", "naïve", "сирия", "f16", ""])
def test_what_is_no_english_word_stays(word: str) -> None:
    assert stem(word) == word
