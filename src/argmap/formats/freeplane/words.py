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

LOOKS = "looks"
"""The field for the elements that say how a node looks."""

LAYOUT = frozenset({"icons", "attributes", LOOKS})
"""Fields that are kept under names of their own, beside attributes of the node."""

_SAFE = re.compile("[^\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]*")


def is_text(value: object) -> bool:
    """Whether *value* is a text that XML can hold."""
    return isinstance(value, str) and _SAFE.fullmatch(value) is not None
