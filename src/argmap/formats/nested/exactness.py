"""What XML can show of a text, and how the exact text comes back if nobody has changed what is shown."""

from __future__ import annotations

import json
import re
from typing import Any

# What no XML file can hold, not even as a reference: XML 1.0, section 2.2.
_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")
_STAND_IN = "\ufffd"


def shown(text: str) -> str:
    """Return *text* as XML can hold it."""
    return text if text.isprintable() and text.isascii() else _UNSHOWN.sub(_STAND_IN, text)


def packed_json(value: object) -> str:
    """Return *value* as JSON that XML can hold."""
    return _UNSHOWN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


def unpacked_json(text: str) -> dict[str, Any] | None:
    """Return the object that *text* says, None if it says none."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def exact(carried: object, there: str) -> str:
    """Return the text that was carried, if it is the one that is shown; else the one that is there."""
    return carried if isinstance(carried, str) and shown(carried) == there else there


def exact_note(carried: object, there: str) -> str:
    """Return the note that was carried, if it has the words of the one that is there; else that one."""
    return carried if isinstance(carried, str) and shown(carried).split() == there.split() else there
