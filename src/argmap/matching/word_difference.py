"""Word difference: which words of two wordings are in both, and which in one alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.display import one_line
from argmap.wording import normal_form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Run = tuple[str, bool]
"""Words in a row as they stand, and whether they are in this wording alone."""

# Scripts without spaces between words (kana, Han, Thai, Lao, Khmer, Burmese) are compared sign by sign.
_WORDS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
    "|[^\\s\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)


def word_difference(first: str, second: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Return both wordings, on one line each, in runs of words that they share and words that only one has.

    The runs of a wording, joined, are the wording. Words that differ in case and punctuation alone are shared.
    """
    from rapidfuzz.distance import Indel

    one, other = _Words(first), _Words(second)
    blocks = Indel.opcodes(one.forms, other.forms).as_matching_blocks()
    return (
        one.runs((block.a, block.a + block.size) for block in blocks),
        other.runs((block.b, block.b + block.size) for block in blocks),
    )


def marked(runs: Iterable[Run], mark: Callable[[str], str] = "[{}]".format) -> str:
    """Return *runs* as one text, with a *mark* around what is in this wording alone."""
    return "".join(_around(text, mark) if alone else text for text, alone in runs)


def _around(text: str, mark: Callable[[str], str]) -> str:
    """Mark the words of a run, and leave the spaces at its edges outside."""
    inner = text.strip(" ")
    start = text.index(inner) if inner else 0
    return text[:start] + mark(inner) + text[start + len(inner) :] if inner else text


class _Words:
    """The words of a wording, in the forms in which they are compared, and where each stands."""

    def __init__(self, wording: str) -> None:
        self.line = one_line(wording)
        self.spans = [found.span() for found in _WORDS.finditer(self.line)]
        self.forms = [normal_form(self.line[start:stop]) for start, stop in self.spans]

    def runs(self, shared: Iterable[tuple[int, int]]) -> tuple[Run, ...]:
        """Cut the line where words that are shared begin and end; spaces go with the words before them."""
        return tuple((text, alone) for text, alone in self._cut(shared) if text)

    def _cut(self, shared: Iterable[tuple[int, int]]) -> Iterator[Run]:
        done = 0
        for start, stop in shared:
            yield self._between(done, start), True
            yield self._between(start, stop), False
            done = stop
        yield self._between(done, len(self.spans)), True

    def _between(self, start: int, stop: int) -> str:
        if start >= stop:
            return ""
        begin = self.spans[start][0] if start else 0
        end = self.spans[stop][0] if stop < len(self.spans) else len(self.line)
        return self.line[begin:end]
