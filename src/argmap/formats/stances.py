"""The words people write on an arrow or a line: which of them say for, which against. All others say neither."""

from __future__ import annotations

import re

from argmap.model import Polarity

_FOR = """
    + ✓ ✔ supports support supported supporting supportive pro pros for because since reason reasons evidence therefore
    so thus hence implies proves shows backs backing agree agrees
    unterstützt stützt begründet belegt beweist dafür soutient appuie prouve apoya sostiene prueba
"""
_AGAINST = """
    - − – ✗ ✘ opposes oppose opposed opposing con cons contra against but however although objection objections attacks
    attack attacking refutes rebuts rebuttal rebuttals undercuts undercut contradicts disagrees disagree disproves
    undermines weakens
    widerspricht widerlegt entkräftet bestreitet dagegen kontra einwand réfute contredit contre refuta contradice
"""
_STANCES = {
    **dict.fromkeys(_FOR.split(), Polarity.SUPPORTS),
    **dict.fromkeys(_AGAINST.split(), Polarity.OPPOSES),
}
_PUNCTUATION = re.compile(r"[\s.,:;!?…“”\"'()\[\]*_]+")


CONJUNCTIONS = frozenset({"because", "since", "but", "however", "although"})
"""Words that stand with the reason itself: read along an arrow, they may be meant the other way round."""


def stance_of(label: object) -> Polarity | None:
    """Return the polarity that *label* says in one word; None for anything else."""
    return _STANCES.get(word_of(label))


def word_of(label: object) -> str:
    """Return the one word that *label* says, small and without signs around it; nothing if it says none or several."""
    words = [word for word in _PUNCTUATION.split(label.casefold()) if word] if isinstance(label, str) else []
    return words[0] if len(words) == 1 else ""
