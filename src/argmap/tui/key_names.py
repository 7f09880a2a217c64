"""Key names: what people write for a key (``Ctrl+R``, ``dd``, ``PgDn``) as the terminal's own name for it."""

from __future__ import annotations

_NAMED = {
    **{
        name: name
        for name in (
            *("escape", "enter", "tab", "space", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown"),
            *("up", "down", "left", "right", *(f"f{number}" for number in range(1, 25))),
        )
    },
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "plus": "+",
    "minus": "-",
}
_ORDER = ("alt", "ctrl", "shift")

SAME_BYTE = {"ctrl+h": "backspace", "ctrl+i": "tab", "ctrl+m": "enter", "ctrl+[": "escape"}
"""Keys that a terminal sends as another key."""

TAKEN = {"ctrl+q": "always quits", "ctrl+c": "always says how to leave"}
"""Keys that no keymap changes."""


def key_name(written: str) -> str | None:
    """Return *written*, a key or a sequence of keys, as the screen knows it; None if there is no such key."""
    parts = written.split() if written.strip() else ["space"] if written else []
    if len(parts) == 1 and len(parts[0]) == 2 and parts[0].lower() not in _NAMED:  # noqa: PLR2004  # dd, zz, gj
        parts = list(parts[0])
    names = [_one(part) for part in parts]
    if not names or None in names:
        return None
    return " ".join(name for name in names if name)


def _one(written: str) -> str | None:
    if len(written) == 1:
        return written if written.isprintable() else None
    *modifiers, key = written.split("+") if not written.endswith("++") else [*written[:-2].split("+"), "+"]
    if not modifiers:
        return _NAMED.get(key.lower())
    held = {modifier.lower() for modifier in modifiers}
    name = key if len(key) == 1 and key.isprintable() else _NAMED.get(key.lower())
    if name is None or not held <= set(_ORDER) or len(held) != len(modifiers):
        return None
    if len(name) == 1:
        if held == {"shift"}:
            return name.upper() if name.isalpha() else None
        name = name.lower()
    return "+".join([*(modifier for modifier in _ORDER if modifier in held), name])
