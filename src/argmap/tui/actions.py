"""Actions: the one registry that keys, footer, help, palette and the key reference are made from."""

from __future__ import annotations

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
    reviewing,
    rewording,
    selecting,
    sourcing,
)
from argmap.tui.action import ANYWHERE, Action
from argmap.tui.keymap import Bound, Keymap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.tui.keys import Keys

ACTIONS: tuple[Action, ...] = (
    *arguing.ACTIONS,
    *rewording.ACTIONS,
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


def in_pane(pane: str) -> Iterator[Action]:
    """The actions whose keys count while *pane* has the keyboard."""
    return (action for action in ACTIONS if action.where in {pane, ANYWHERE})


def keymap_of(keys: Mapping[str, tuple[str, ...]], problem: str = "") -> Keymap:
    """Return the keymap in which every action has the *keys* of its id, or else those of the registry."""
    bound = (Bound(each.id, each.words, each.where, keys.get(each.id, each.keys)) for each in ACTIONS)
    return Keymap(bound, problem)


STANDARD = keymap_of({})
"""The keys as the registry has them."""


def keys_for(pane: str) -> Keys:
    """Return the registry's keys that count in *pane*."""
    return STANDARD.in_pane(pane)


def footer() -> list[Action]:
    """The actions of the footer, the most needed first."""
    return [BY_ID[id_] for id_ in (*_FOOTER, *_FOOTER_REST)]


def named(words: str, actions: Iterable[Action] = ACTIONS, keymap: Keymap = STANDARD) -> list[Action]:
    """Return the actions whose words, help, group or keys hold every word of *words*; better matches first."""
    wanted = words.lower().split()
    found: list[tuple[int, Action]] = []
    for action in actions:
        title = action.words.lower()
        everything = f"{title} {action.help} {action.group} {action.id}".lower()
        if all(word in everything or word in keymap.names(action.id) for word in wanted):
            found.append((-sum(word in title for word in wanted), action))
    return [action for _, action in sorted(found, key=lambda pair: pair[0])]
