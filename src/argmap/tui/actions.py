"""Actions: the one registry that keys, footer, help, palette and the key reference are made from."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from argmap.tui.acting import (
    arguing,
    arranging,
    carrying,
    describing,
    filing,
    finding,
    folding,
    looking,
    moving,
    rating,
    remembering,
    reordering,
    reviewing,
    rewording,
    selecting,
    sourcing,
)
from argmap.tui.action import ANYWHERE, Action
from argmap.tui.keymap import Bound, Keymap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argmap.tui.keys import Keys

ACTIONS: tuple[Action, ...] = (
    *arguing.ACTIONS,
    *rewording.ACTIONS,
    *reordering.ACTIONS,
    *carrying.ACTIONS,
    *arranging.ACTIONS,
    *selecting.ACTIONS,
    *reviewing.ACTIONS,
    *describing.ACTIONS,
    *rating.ACTIONS,
    *sourcing.ACTIONS,
    *moving.ACTIONS,
    *folding.ACTIONS,
    *looking.ACTIONS,
    *remembering.ACTIONS,
    *finding.ACTIONS,
    *filing.ACTIONS,
)
"""Everything that can be done on the screen."""

BY_ID: dict[str, Action] = {action.id: action for action in ACTIONS}

_FOOTER = ("help", "add-reason", "add-objection", "add-co-premise", "edit", "undo", "find", "remove", "palette")
_FOOTER_REST = ("toggle", "quit")

_SHORTEST_WITH_SLIP = 4
"""Letters of the shortest word in which a slip is forgiven: a shorter one with a slip is like too many others."""

_CLOSE = 0.8
"""How alike a word with one slip is, by `difflib`: two slips in a word of ordinary length are less."""

_IN_NAME, _IN_HELP = 6, 7
"""The ranks of a word with a slip: behind all that have it without."""


def in_pane(pane: str) -> Iterator[Action]:
    """The actions whose keys count while *pane* has the keyboard."""
    return (action for action in ACTIONS if action.where in {pane, ANYWHERE})


def keymap_of(keys: Mapping[str, tuple[str, ...]], problems: Sequence[str] = ()) -> Keymap:
    """Return the keymap in which every action has the *keys* of its id, or else those of the registry."""
    bound = (Bound(each.id, each.words, each.where, keys.get(each.id, each.keys)) for each in ACTIONS)
    return Keymap(bound, problems)


STANDARD = keymap_of({})
"""The keys as the registry has them."""


def keys_for(pane: str) -> Keys:
    """Return the registry's keys that count in *pane*."""
    return STANDARD.in_pane(pane)


def footer() -> list[Action]:
    """The actions of the footer, the most needed first."""
    return [BY_ID[id_] for id_ in (*_FOOTER, *_FOOTER_REST)]


def named(words: str, actions: Iterable[Action] = ACTIONS, keymap: Keymap = STANDARD) -> list[Action]:
    """Return the actions that hold every word of *words*, the best first; if none does, those that nearly do.

    A key comes before the name, the name before the help, and the beginning of a word before its inside. Of equals,
    those that ask first what is meant come before those that act at once.
    """
    wanted = words.lower().split()
    them = list(actions)
    for rank_of in (_rank, _rank_with_a_slip):
        ranked = [([rank_of(word, action, keymap) for word in wanted], action) for action in them]
        found = [
            (sum(filter(None, ranks)), "…" not in action.words, action) for ranks, action in ranked if None not in ranks
        ]
        if found:
            return [action for *_, action in sorted(found, key=lambda each: each[:2])]
    return []


def _rank(word: str, action: Action, keymap: Keymap) -> int | None:
    """Tell how well a word fits an action, 0 for the best; None if it does not."""
    if word in keymap.names(action.id):
        return 0
    title, rest = action.words.lower(), f"{action.help} {action.group} {action.id}".lower()
    starts_a_word = re.compile(rf"(?<![^\W_]){re.escape(word)}")
    tests = (
        title.startswith(word),
        starts_a_word.search(title),
        word in title,
        starts_a_word.search(rest),
        word in rest,
    )
    return next((rank for rank, fits in enumerate(tests, 1) if fits), None)


def _rank_with_a_slip(word: str, action: Action, keymap: Keymap) -> int | None:
    """Tell how well a word fits where one letter of it may be wrong."""
    rank = _rank(word, action, keymap)
    if rank is not None or len(word) < _SHORTEST_WITH_SLIP:
        return rank
    for slip, text in ((_IN_NAME, action.words), (_IN_HELP, action.help)):
        if get_close_matches(word, re.findall(r"\w+", text.lower()), n=1, cutoff=_CLOSE):
            return slip
    return None
