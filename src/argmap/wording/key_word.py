"""The key word: two wordings that are the same but for one word each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.wording.difference import is_small
from argmap.wording.flags import Flag, FlagKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.wording.difference import Difference


def key_word(between: Difference) -> Iterator[Flag]:
    """Yield a note if one word that tells something stands for another: it may be a synonym, or another claim."""
    left, right = ([word.text for word in side if not is_small(word.text)] for _, side in between.sides)
    if len(left) == 1 and len(right) == 1:
        yield Flag(
            FlagKind.WORD,
            hard=False,
            sentence=f"One says {between.quoted(left)} where the other says {between.quoted(right)}.",
        )
