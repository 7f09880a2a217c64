"""The elements and attributes by which a mind map says what argmap reads and writes in it."""

from __future__ import annotations

import re

FORMAT = "freeplane"
"""The key of `extras` under which what only a mind map has a word for stands."""

OURS = "argmap"
"""The name of the hook that holds what no node shows; Freeplane keeps hooks that it does not know."""

STANCE = "stance"
"""The name of the attribute that says how a node bears on its parent."""

ICONS = {"supports": "button_ok", "backs": "button_ok", "opposes": "button_cancel", "undercuts": "button_cancel"}
SAME = "same claim"
"""What stands on an arrow from a claim's second place to its first."""

SHOWN = frozenset({"TEXT", "ID", "LINK", "LOCALIZED_TEXT"})
"""The attributes of a node that become something else than fields kept for later."""

LAYOUT = frozenset({"icons", "attributes"})
"""Fields that are kept under names of their own, beside attributes of the node."""

_NAME = re.compile(r"[A-Z][A-Z0-9_]{0,63}")
_SAFE = re.compile("[^\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]*")


def is_field(name: str, value: object) -> bool:
    """Whether *name* and *value* can stand with a node: as its attribute, its icons, or its table of attributes."""
    if name in LAYOUT:
        return isinstance(value, list) and all(_is_entry(name, each) for each in value)
    fits = name == "LINK" or (_NAME.fullmatch(name) is not None and name not in SHOWN)
    return fits and _is_text(value) and bool(value)


def _is_entry(name: str, value: object) -> bool:
    if name == "icons":
        return _is_text(value)
    return isinstance(value, list) and len(value) == 2 and all(_is_text(each) for each in value) and value[0] != STANCE  # noqa: PLR2004  # name and value


def _is_text(value: object) -> bool:
    return isinstance(value, str) and _SAFE.fullmatch(value) is not None
