"""What else a mind map may say of a node, kept among the extras of its claim: whether it can be written again."""

from __future__ import annotations

import re

from argmap.formats.freeplane.looks import is_look
from argmap.formats.freeplane.words import LAYOUT, LOOKS, SHOWN, STANCE, is_text

_NAME = re.compile(r"[A-Z][A-Z0-9_]{0,63}")


def is_field(name: str, value: object) -> bool:
    """Whether *name* and *value* can stand with a node: an attribute, icons, a table, or how it looks."""
    if name in LAYOUT:
        return isinstance(value, list) and all(_is_entry(name, each) for each in value)
    fits = name == "LINK" or (_NAME.fullmatch(name) is not None and name not in SHOWN)
    return fits and is_text(value) and bool(value)


def _is_entry(name: str, value: object) -> bool:
    if name == "icons":
        return is_text(value)
    if name == LOOKS:
        return is_look(value)
    match value:
        case [str(called), str(said)]:
            return called != STANCE and is_text(called) and is_text(said)
    return False
