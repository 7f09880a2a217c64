"""The guard: what speaks against taking two wordings that look alike for one claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.wording.amounts import amounts
from argmap.wording.difference import difference, read
from argmap.wording.key_word import key_word
from argmap.wording.modality import modality
from argmap.wording.names import names
from argmap.wording.polarity import polarity
from argmap.wording.quantity import only, quantity
from argmap.wording.roles import roles
from argmap.wording.signs import signs
from argmap.wording.terms import Terms

if TYPE_CHECKING:
    from argmap.wording.flags import Flag

_KINDS = (polarity, amounts, names, quantity, only, roles, modality)


def guard(first: str, second: str, *, terms: Terms | None = None) -> tuple[Flag, ...]:
    """Return what speaks against *first* and *second*, two wordings as they are written, meaning the same.

    Which of them comes first makes no difference. *terms* are the general ones if none are given.
    """
    terms = terms or Terms.general()
    texts = sorted((first, second))
    one, other = (read(text, terms) for text in texts)
    if [word.text for word in one.words] == [word.text for word in other.words]:
        return tuple(signs(*texts, is_close=True))
    between = difference(one, other, terms)
    marks = signs(*texts, is_close=between.is_close())
    return (*(flag for kind in _KINDS for flag in kind(between)), *marks) or tuple(key_word(between))
