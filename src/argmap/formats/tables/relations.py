"""How a row says what its claim does: the words for reasons and objections that people put into a column."""

from __future__ import annotations

from argmap.formats.tables.columns import plain_name

_WORDS = {
    "supports": (
        "support", "supporting", "for", "pro", "pros", "+", "reason", "because", "backs up", "agree", "agrees", "favor",
        "favour", "in favor", "in favour", "proves", "confirms", "reason for", "argument for", "yes",
    ),
    "opposes": (
        "oppose", "opposing", "against", "con", "cons", "contra", "-", "−", "–", "—", "objection", "objects", "object",
        "attack", "attacks", "rebuts", "rebuttal", "refutes", "disagree", "disagrees", "disputes", "counter",
        "counterargument", "counter argument", "but", "however", "objection to", "argument against", "no",
    ),
    "undercuts": ("undercut", "undercutter", "x"),
    "backs": ("backing", "back", "^"),
    "and": ("&", "co premise", "together with", "with", "also needed"),
    "position": (
        "positions", "thesis", "answer", "answers", "motion", "main", "main claim", "root", "conclusion", "=", "top",
        "standpoint", "proposal",
    ),
    "question": ("issue", "topic", "the question", "?"),
    "conflicts": ("conflict", "contrary", "inconsistent", "conflicts with"),
    "contradicts": ("contradictory", "contradiction", "><"),
    "map": (),
}  # fmt: skip
_KNOWN = {word: name for name, words in _WORDS.items() for word in (name, *words)}

BEARING = frozenset({"supports", "opposes", "undercuts", "backs"})
"""The relations that make an inference."""

ON_STEPS = frozenset({"undercuts", "backs"})
"""Those of them that bear on the step from a claim to another, not on a claim."""


def relation_of(word: str) -> str | None:
    """Return the relation that *word* stands for, empty for none at all, None for one that argmap does not know."""
    bare = word.strip()
    if not bare:
        return ""
    return _KNOWN.get(bare) or _KNOWN.get(plain_name(bare))
