"""The names of statements in Carneades: ground atomic formulas, negated with ``¬``, and what they say in words."""

from __future__ import annotations

import re
from typing import Any
from zlib import crc32

NEGATION = "¬"
_APPLICABLE = re.compile(r"¬app\(.*\)")
_FORMULA = re.compile(r"(¬?)([^()\s]+)\((.*)\)")
_PLACE = re.compile(r"%[a-z]")
_LONGEST = 1_000
_LONGEST_NAME = 240


def atom_of(value: object) -> str:
    """Return the name *value* gives, as Carneades reads it: without blanks, or signs that nobody can see."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    name = "".join(str(value).split())
    name = name if name.isprintable() else "".join(sign for sign in name if sign.isprintable())
    # YAML takes no key of more than 1,024 characters; what is cut keeps a name of its own.
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 9]}~{crc32(name.encode()):08x}"


def negated(atom: str) -> str:
    """Return the name of the opposite."""
    return atom[len(NEGATION) :] if atom.startswith(NEGATION) else NEGATION + atom


def says_only_inapplicable(atom: str, words: str) -> bool:
    """Whether a statement only says that an argument does not apply, in no words of its own."""
    flat = "".join(words.split())
    return bool(_APPLICABLE.fullmatch(flat)) or (flat == atom and bool(_APPLICABLE.fullmatch(atom)))


def verbalised(atom: str, language: dict[str, Any]) -> str:
    """Return *atom* in words, by the sentence *language* has for its predicate; else as it is."""
    match = _FORMULA.fullmatch(atom) if len(atom) <= _LONGEST else None
    if match is None:
        return atom
    sign, predicate, inside = match.groups()
    terms = _terms(inside)
    sentence = language.get(f"{predicate}/{len(terms)}")
    if not isinstance(sentence, str):
        return atom
    # The sentence is a format string of somebody else's: only its places for terms are filled in, nothing is formatted.
    waiting = iter(terms)
    words = _PLACE.sub(lambda found: next(waiting, found.group()), sentence).strip()
    return f"It is not so that: {words}" if sign else words


def _terms(inside: str) -> list[str]:
    """Return the terms between the outermost brackets of a formula."""
    terms, depth, start = [], 0, 0
    for place, sign in enumerate(inside):
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and depth == 0:
            terms.append(inside[start:place])
            start = place + 1
    return [*terms, inside[start:]]
