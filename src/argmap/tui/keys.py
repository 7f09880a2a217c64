"""Keys: sequences of key presses and the actions they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHOWN = {
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "space": "Space",
    "enter": "Enter",
    "tab": "Tab",
    "escape": "Esc",
    "home": "Home",
    "end": "End",
    "delete": "Del",
    "backspace": "Backspace",
    "f1": "F1",
    "f2": "F2",
}


class Keys:
    """Turns key presses into action ids; a sequence such as ``g g`` waits for its next key."""

    def __init__(self, meanings: Iterable[tuple[str, str]]) -> None:
        """Take keys and the ids of the actions they mean."""
        self._meanings = {tuple(keys.split(" ")): id_ for keys, id_ in meanings}
        self._prefixes = {keys[:size] for keys in self._meanings for size in range(1, len(keys))}
        self._pressed: tuple[str, ...] = ()

    @property
    def pending(self) -> str:
        """The keys pressed so far of a sequence that is not complete."""
        return " ".join(self._pressed)

    def press(self, key: str) -> tuple[str, str] | None:
        """Take one key; return the action it completes and the key, or None."""
        pressed = (*self._pressed, key)
        self._pressed = ()
        action = self._meanings.get(pressed)
        if action is not None:
            return action, key
        if pressed in self._prefixes:
            self._pressed = pressed
        return None

    def knows(self, key: str) -> bool:
        """Whether *key* continues or begins anything now."""
        pressed = (*self._pressed, key)
        return bool(self._pressed) or pressed in self._meanings or pressed in self._prefixes


def shown(keys: str) -> str:
    """Return *keys* as people read them: ``ctrl+z`` as ``Ctrl+Z``, ``g g`` as ``g g``."""
    return " ".join(_shown(key) for key in keys.split(" "))


def _shown(key: str) -> str:
    modifier, plus, plain = key.rpartition("+")
    if not plus or not modifier:
        return _SHOWN.get(key, key)
    name = _SHOWN.get(plain, plain.upper() if len(plain) == 1 else plain)
    return f"{modifier.capitalize()}+{name}"
