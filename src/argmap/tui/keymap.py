"""Keymap: the keys in use for each action, and the sentences that name them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from argmap.settings.keys_file import ENVIRONMENT
from argmap.tui.keys import Keys, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

EVERYWHERE = "anywhere"
"""The pane of actions whose keys count in every pane."""

_ROW = 6
_NAMED = re.compile(r"\[([a-z0-9-]+)\]")


class Bound(NamedTuple):
    """An action's *id*, the *words* that name it, the pane *where* its *keys* count, and those."""

    id: str
    words: str
    where: str
    keys: tuple[str, ...]


class Keymap:
    """The keys in use; *problems* say what of the user's own could not be used."""

    def __init__(self, bound: Iterable[Bound], problems: Sequence[str] = ()) -> None:
        """Take the keys of every action."""
        self._bound = {each.id: each for each in bound}
        self.problems = tuple(problems)

    @property
    def problem(self) -> str:
        """A sentence with the first of the problems, and where the others are told; nothing if there is none."""
        if not self.problems:
            return ""
        more = (
            f" (and {len(self.problems) - 1} more: {self.shown('help')} lists them)" if len(self.problems) > 1 else ""
        )
        if self.problems[0].startswith(ENVIRONMENT):
            return f"{self.problems[0]}{more}."
        return f"Your keys.toml: {self.problems[0]}{more}. The rest of it counts."

    def of(self, id_: str) -> tuple[str, ...]:
        """Return the keys of an action, the first to be shown; none if it is in the palette alone."""
        return self._bound[id_].keys

    def shown(self, id_: str) -> str:
        """Return the key of an action as people read it; without one, the words by which the palette has it."""
        bound = self._bound[id_]
        return _compact(bound.keys[0]) if bound.keys else f"“{bound.words}”"

    def offer(self, id_: str, word: str) -> str:
        """Return the key of an action and a *word* for what it does; without a key, where the action is."""
        return f"{self.shown(id_)} {word}" if self.of(id_) else f"{self.shown(id_)} in the palette"

    def all_shown(self, id_: str, room: int) -> str:
        """Return the keys of an action as people read them, the first and as many more as *room* letters hold.

        A long row of them is named by its ends.
        """
        keys = [_compact(each) for each in self.of(id_)]
        return f"{keys[0]}-{keys[-1]}" if len(keys) > _ROW else fitting(keys, room)

    def names(self, id_: str) -> set[str]:
        """Return every name by which somebody may look for the keys of an action, in small letters."""
        return {name.lower() for keys in self.of(id_) for name in (keys, shown(keys), _compact(keys))}

    def filled(self, sentence: str) -> str:
        """Return a sentence of ours with the keys for the ids it names in brackets."""
        return _NAMED.sub(lambda found: self.shown(found[1]) if found[1] in self._bound else found[0], sentence)

    def in_pane(self, pane: str) -> Keys:
        """Return the keys that count in *pane*."""
        here = (each for each in self._bound.values() if each.where in {pane, EVERYWHERE})
        return Keys((keys, each.id) for each in here for keys in each.keys)


def fitting(keys: Sequence[str], room: int) -> str:
    """Return the first of *keys* and as many more as *room* letters hold."""
    rows = (" ".join(keys[:count]) for count in range(len(keys), 1, -1))
    return next((row for row in rows if len(row) <= room), keys[0] if keys else "")


def _compact(keys: str) -> str:
    """Return a sequence of letters without spaces: ``dd``; other keys as they are read elsewhere."""
    parts = keys.split(" ")
    return "".join(parts) if all(len(part) == 1 for part in parts) else shown(keys)
