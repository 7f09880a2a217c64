"""What only one foreign format has a word for: taken out of an entity's extras to be written, and put in when read."""

from __future__ import annotations

import json
from typing import Any


def kept_for(extras: str, format_name: str) -> dict[str, Any]:
    """Return what *extras*, a JSON object in text form, keep for the format; empty if nothing."""
    found = json.loads(extras).get(format_name) if extras else None
    return found if isinstance(found, dict) else {}


def keeping(own: dict[str, Any], format_name: str, extra: dict[str, Any]) -> dict[str, Any]:
    """Return *own*, the carried fields of an entity, with what the file shows beyond them kept for the format.

    What is there already, in the same words, is left as it is; ids and numbers are no fields.
    """
    fields = {key: value for key, value in own.items() if key not in {"id", "number"}}
    extras = fields.get("extras")
    extras = dict(extras) if isinstance(extras, dict) else {}
    there = extras.get(format_name)
    if extra == (there if isinstance(there, dict) else {}):
        return fields
    extras[format_name] = extra
    if not extra:
        del extras[format_name]
    return {**fields, "extras": extras} if extras else {k: v for k, v in fields.items() if k != "extras"}
