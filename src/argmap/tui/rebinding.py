"""Rebinding: the registry's keys, a preset over them, and the user's own over both."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from argmap.settings.keys_file import ENVIRONMENT
from argmap.tui.action import ANYWHERE
from argmap.tui.actions import ACTIONS, BY_ID, keymap_of
from argmap.tui.key_names import SAME_BYTE, TAKEN, key_name
from argmap.tui.presets import PRESETS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.settings.keys_file import ChosenKeys
    from argmap.tui.keymap import Keymap

_Bindings = dict[str, tuple[str, ...]]


def keymap_from(chosen: ChosenKeys) -> Keymap:
    """Return the keys in use for what a user chose; what cannot be used is left out and told."""
    problems = list(chosen.problems)
    preset = PRESETS.get(chosen.preset or "standard")
    if preset is None:
        where = f"{ENVIRONMENT}: " if chosen.is_from_environment else ""
        problems.append(f"{where}there is no preset “{chosen.preset[:30]}”; there are {' and '.join(PRESETS)}")
    keys = laid_over({action.id: action.keys for action in ACTIONS}, preset or {})
    keys = laid_over(keys, _usable(chosen, problems))
    return keymap_of(keys, problems)


def laid_over(below: Mapping[str, tuple[str, ...]], above: Mapping[str, tuple[str, ...]]) -> _Bindings:
    """Return *below* with the keys *above* instead; an action that is not in *above* loses keys that are taken there.

    A key is taken as well by a sequence that begins with it, and a sequence by a key that it begins with.
    """
    laid: _Bindings = {}
    for id_, keys in below.items():
        rivals = [key for other, taken in above.items() if meet(id_, other) for key in taken]
        free = tuple(key for key in keys if not any(clash(key, rival) for rival in rivals))
        laid[id_] = above.get(id_, free)
    return laid


def meet(one: str, other: str) -> bool:
    """Whether the keys of two actions count in the same pane."""
    panes = {BY_ID[one].where, BY_ID[other].where}
    return len(panes) == 1 or ANYWHERE in panes


def clash(one: str, other: str) -> bool:
    """Whether of two keys, or sequences of keys, one would never be reached."""
    return f"{one} ".startswith(f"{other} ") or f"{other} ".startswith(f"{one} ")


def _usable(chosen: ChosenKeys, problems: list[str]) -> _Bindings:
    """Return those of a user's keys that can be used, and say of the others why not."""
    usable: _Bindings = {}
    for id_, written in chosen.keys.items():
        where = f"line {chosen.lines[id_]}: " if id_ in chosen.lines else ""
        if id_ not in BY_ID:
            problems.append(f"{where}there is no action “{id_[:30]}”{_close(id_)}")
            continue
        kept: list[str] = []
        for each in written:
            name = key_name(each)
            fault = _fault(id_, each, name, {**usable, id_: tuple(kept)})
            if fault:
                problems.append(where + fault)
            elif name is not None:
                kept.append(name)
        if kept or not written:
            usable[id_] = tuple(kept)
    return usable


def _fault(id_: str, written: str, name: str | None, usable: _Bindings) -> str:
    """Say why a key cannot be used for an action; nothing if it can."""
    if name is None:
        return f"there is no key “{written[:30]}”"
    for key in name.split(" "):
        if key in SAME_BYTE:
            return f"a terminal sends “{key}” as {SAME_BYTE[key]}, so it cannot be told apart"
        if key in TAKEN and (id_, key) != ("quit", "ctrl+q"):
            return f"“{key}” {TAKEN[key]}"
    if id_ == "fold-to-level" and name[-1] not in "123456789":
        return "the keys of fold-to-level end with the digit of the level"
    for other, taken in usable.items():
        if meet(id_, other) and any(clash(name, key) for key in taken):
            return f"“{written}” is taken by {other} already"
    return ""


def _close(id_: str) -> str:
    close = get_close_matches(id_, BY_ID, n=1)
    return f"; did you mean {close[0]}?" if close else ""
