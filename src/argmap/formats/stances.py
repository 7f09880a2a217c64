"""The words people write on an arrow or a line: which of them say for, which against. All others say neither."""

from __future__ import annotations

import re

from argmap.model import Polarity

_FOR = """
    + ✓ ✔ supports support supported supporting supportive pro pros for because since reason reasons evidence therefore
    so thus hence implies proves shows backs backing agree agrees yes
"""
_AGAINST = """
    - − – ✗ ✘ opposes oppose opposed opposing con cons contra against but however although objection objections attacks
    attack attacking refutes rebuts rebuttal rebuttals undercuts undercut contradicts disagrees disagree disproves
    undermines weakens no
"""
_STANCES = {
    **dict.fromkeys(_FOR.split(), Polarity.SUPPORTS),
    **dict.fromkeys(_AGAINST.split(), Polarity.OPPOSES),
}
_PUNCTUATION = re.compile(r"[\s.,:;!?…“”\"'()\[\]*_]+")


def stance_of(label: object) -> Polarity | None:
    """Return the polarity that *label* says in one word, or in words that agree; None for anything else."""
    if not isinstance(label, str):
        return None
    words = [word for word in _PUNCTUATION.split(label.casefold()) if word]
    if len(words) == 1:
        return _STANCES.get(words[0])
    return None
