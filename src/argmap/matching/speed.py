"""Speed: whether numpy does the counting. It is an extra, ``argmap[fast]``; what is found never depends on it."""

from __future__ import annotations

from importlib.util import find_spec

FINE = 1e-9
"""Rounding errors may let a pair through to be looked at in full, and never keep one out."""

_WORTH_IT = 1_000
"""Below so many texts, loading numpy takes longer than it saves."""


def has_numpy(texts: int) -> bool:
    """Whether numpy (2 or later) is installed, and worth loading for so many *texts*."""
    if texts < _WORTH_IT or find_spec("numpy") is None:
        return False
    import numpy as np

    return hasattr(np, "bitwise_count")
