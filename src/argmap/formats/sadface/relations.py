"""What the schemes of SADFace do, in the words of each of its generations."""

from __future__ import annotations

from argmap.model import Polarity

FOREIGN = "sadface"
"""The key of `extras` under which what only SADFace has a word for stands."""

ATTACK = "attack"
SUPPORT = "support"
DISAGREE = "disagree"

_SUPPORTING = {"support", "default support", "inference", "default inference"}
_OPPOSING = {"attack", "default attack", "conflict", "default conflict", "disagreement", "disagree", "defeat"}


def polarity_of(kind: str, name: str) -> Polarity | None:
    """Return what a node of *kind* called *name* does; None where the file does not say.

    The first generations have one kind, ``scheme``, whose name says it; later there are ``inference``, named after its
    scheme, and ``conflict``.
    """
    if kind == "inference":
        return Polarity.SUPPORTS
    if kind == "conflict":
        return Polarity.OPPOSES
    called = plainly(name)
    if kind != "scheme" or called not in _SUPPORTING | _OPPOSING:
        return None
    return Polarity.SUPPORTS if called in _SUPPORTING else Polarity.OPPOSES


def scheme_of(name: str) -> str:
    """Return the scheme that *name* names beyond saying what it does; a disagreement or a defeat is more than that."""
    called = plainly(name)
    return "" if called in _SUPPORTING | {"attack", "default attack", "conflict", "default conflict"} else name.strip()


def plainly(name: str) -> str:
    """Return *name* in small letters on one line."""
    return " ".join(name.lower().split())
