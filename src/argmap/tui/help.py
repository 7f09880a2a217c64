"""Help: everything that can be done, with its key; typing narrows the list, Enter does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.display import one_line
from argmap.outlines.line import SIGNS
from argmap.tui.action import GROUPS
from argmap.tui.actions import ACTIONS, named
from argmap.tui.badges import EDGE_MARKS, MEANINGS
from argmap.tui.browsing import BROWSER_KEYS
from argmap.tui.keymap import fitting
from argmap.tui.keys import shown
from argmap.tui.picker import Listed, Picker
from argmap.tui.signs import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.tui.action import Action
    from argmap.tui.keymap import Keymap
    from argmap.tui.signs import Signs

_KEYS_ROOM = 13
_LEGEND = "signs and badges"
_BEGUN = 3  # letters from which on a word of the legend's is known
_INSIDE = {
    "sources": ("Inside the sources", [(keys, words) for keys, _, words in BROWSER_KEYS]),
    "quotes": (
        "Inside the quotes of a claim",
        [("enter,e", "Edit the quote"), ("d", "Remove the quote"), ("o", "Open its source there")],
    ),
    "resolve-comment": (
        "Inside the comments of a claim",
        [("enter,space", "Resolve or reopen the comment"), ("e", "Edit the comment"), ("d", "Remove the comment")],
    ),
}
"""What the keys do in dialogs that actions open, with a heading each."""

_ARROWS = str.maketrans({"↓": "Down", "↑": "Up", "←": "Left", "→": "Right", "↺": "see"})


class Help(Picker[str]):
    """A list of actions to read, search and run; its result is the id of the action chosen."""

    def __init__(self, signs: Signs, keymap: Keymap, *, with_legend: bool, spoken: bool = False) -> None:
        """Show all actions; *with_legend* tells above them what the badges mean that are no words (*spoken*) now."""
        title = "Help" if with_legend else "Commands"
        keys = "type to search, Enter does it, Esc closes"
        super().__init__(signs, title, asks="what do you want to do?", keys=keys)
        self.keymap = keymap
        self.with_legend = with_legend
        self._meanings = [each for each in MEANINGS if not spoken or each[0] in EDGE_MARKS]

    def listed(self, typed: str) -> Iterator[Listed[str]]:
        """Return what there is for what was typed; before that, all actions in their groups."""
        if typed.strip():
            yield from self._found(typed)
            return
        if self.keymap.problems:
            yield Listed("NOT USED OF YOUR keys.toml", is_heading=True)
            yield from (Listed(self.spoken(f"  {one_line(each)}")) for each in self.keymap.problems)
        if self.with_legend:
            yield Listed(self.spoken("MARKS ON THE ROWS (type “signs” for more)"), is_heading=True)
            yield Listed(self.spoken(self._badges()))
        for group in GROUPS:
            yield Listed(group.upper(), is_heading=True)
            yield from (self._line(action) for action in ACTIONS if action.group == group)
        yield Listed("INSIDE DIALOGS", is_heading=True)
        yield from self._inside()

    def _found(self, typed: str) -> Iterator[Listed[str]]:
        """Return the actions for what was typed, then what can be done inside dialogs, then signs and badges.

        Whoever asks for the signs gets nothing that Enter would do.
        """
        words = typed.lower().split()
        legend = list(self._legend()) if self.with_legend else []
        if legend and _asks_for_legend(words):
            yield Listed(_LEGEND.upper(), is_heading=True)
            yield from legend
            return
        found = [
            *map(self._line, named(typed, keymap=self.keymap)),
            *(line for line in self._inside() if all(word in line.words.lower() for word in words)),
            *(line for line in legend if all(word in f"{_LEGEND} {line.words}".lower() for word in words)),
        ]
        yield from found or [Listed("  Nothing here is called that.")]

    def spoken(self, words: str) -> str:
        """Return *words* of ours with the signs that the terminal has; arrows are the names of keys here."""
        return super().spoken(words.translate(_ARROWS) if self.signs is PLAIN else words)

    def _line(self, action: Action) -> Listed[str]:
        keys = self.spoken(self.keymap.all_shown(action.id, _KEYS_ROOM))
        where = " (in the detail pane)" if action.where == "detail" else ""
        said = self.spoken(f"{action.words}{where} — {action.help}")
        return Listed(said, action.id, leads=_led(keys), is_whole=True)

    def _inside(self) -> Iterator[Listed[str]]:
        """List what can be done inside dialogs; choosing it opens the dialog."""
        for id_, (where, keys_there) in _INSIDE.items():
            for keys, words in keys_there:
                shown_keys = fitting([self.spoken(shown(key)) for key in keys.split(",")], _KEYS_ROOM)
                yield Listed(self.spoken(f"{words} — {where.lower()}"), id_, leads=_led(shown_keys), is_whole=True)

    def _legend(self) -> Iterator[Listed[str]]:
        relations = ", ".join(f"{sign} {word}" for sign, word in SIGNS.values())
        yield Listed(self.spoken(f"  {relations}"))
        for badge, _, meaning in self._meanings:
            yield Listed(self.spoken(f"  {self._drawn(badge):<8}{meaning}"))
        if self.signs.repeat:
            yield Listed(self.spoken("  ↺       shown in full at the row it names"))

    def _badges(self) -> str:
        """Say in few words what each badge means."""
        repeat = [f"{self.signs.repeat} in full elsewhere"] if self.signs.repeat else []
        told = [f"{self._drawn(badge)} {short}" for badge, short, _ in self._meanings if short]
        return "  " + ", ".join(told + repeat)

    def _drawn(self, badge: str) -> str:
        return badge.replace("▮", self.signs.full).replace("▯", self.signs.empty)


def _asks_for_legend(words: list[str]) -> bool:
    """Whether *words* are those of the legend's name, the first of them perhaps begun only."""
    named = {*_LEGEND.split(), "legend"}
    begun = len(words[0]) >= _BEGUN and any(name.startswith(words[0]) for name in named - {"and"})
    return begun and named.issuperset(words[1:])


def _led(keys: str) -> str:
    """Return what stands before an action: its keys, and always a space between them and its name."""
    return f"  {keys:<{_KEYS_ROOM}} "
