"""The registry: every action has a key or a palette entry, words, and something it does."""

from __future__ import annotations

import pytest

from argmap.tui.action import DETAIL, GROUPS, TREE
from argmap.tui.actions import ACTIONS, BY_ID, footer, in_pane, keys_for, named
from argmap.tui.keys import shown


def test_ids_are_unique() -> None:
    assert len(BY_ID) == len(ACTIONS)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_each_says_what_it_does(action: object) -> None:
    found = BY_ID[getattr(action, "id", "")]
    assert found.words
    assert found.words[0].isupper()
    assert found.help.endswith(".")
    assert found.group in GROUPS
    assert found in named(found.words)


@pytest.mark.parametrize("pane", [TREE, DETAIL])
def test_no_key_means_two_things(pane: str) -> None:
    keys = [key for action in in_pane(pane) for key in action.keys]
    assert len(keys) == len(set(keys))
    starts = {key.split(" ")[0] for key in keys if " " in key}
    assert not starts & set(keys)


def test_sequences_wait_for_their_next_key() -> None:
    keys = keys_for(TREE)
    assert keys.press("g") is None
    assert keys.pending == "g"
    assert keys.press("g") == ("top", "g")
    assert keys.press("z") is None
    assert keys.press("3") == ("fold-to-level", "3")
    assert keys.press("z") is None
    assert keys.press("q") is None
    assert not keys.pending
    assert keys.press("q") == ("quit", "q")


def test_keys_are_shown_as_people_read_them() -> None:
    assert [shown(key) for key in ("ctrl+z", "pagedown", "+", "g g", "alt+down")] == [
        "Ctrl+Z",
        "PgDn",
        "+",
        "g g",
        "Alt+↓",
    ]


def test_the_footer_names_known_actions() -> None:
    assert all(action.footer for action in footer())


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("them", "theme"),
        ("ligt", "theme"),
        ("theem", "theme"),
        ("move", "move-to"),
        ("undo", "undo"),
        ("u", "undo"),
        ("dark light", "theme"),
    ],
)
def test_the_action_meant_is_listed_first(typed: str, first: str) -> None:
    assert named(typed)[0].id == first


def test_what_nothing_is_called_finds_nothing() -> None:
    assert named("xyzzy") == []
    assert named("xyz") == []
