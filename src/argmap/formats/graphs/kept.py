"""What argmap put into a foreign file beside a node, and what that file says that argmap has no word for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from argmap.formats.carried import CARRIED, unpacked
from argmap.formats.graphs.telling import tell
from argmap.model.limits import NOTE_LENGTH

if TYPE_CHECKING:
    from argmap.formats.report import Tally

Plain = dict[str, Any]

_NOT_FIELDS = {"id", "number", "text", "premises"}


def own_of(beside: object) -> Plain:
    """Return what argmap itself has put into the object *beside* a node; it may be JSON in a text."""
    carried = beside.get(CARRIED) if isinstance(beside, dict) else None
    if isinstance(carried, str):
        try:
            carried = json.loads(carried)
        except (ValueError, RecursionError):
            return {}
    return unpacked(carried)


def others_of(beside: object) -> Plain:
    """Return what others have put into the object *beside* a node."""
    return {key: value for key, value in beside.items() if key != CARRIED} if isinstance(beside, dict) else {}


def fields_of(own: Plain) -> Plain:
    """Return the fields of a claim or an inference that were carried, but its words and its ends."""
    return {key: value for key, value in own.items() if key not in _NOT_FIELDS}


def with_foreign(fields: Plain, key: str, foreign: Plain) -> Plain:
    """Return *fields* with the *foreign* things that say anything among their extras, under *key*."""
    saying = {name: value for name, value in foreign.items() if value not in (None, "", [], {})}
    if not saying:
        return fields
    extras = fields.get("extras")
    extras = dict(extras) if isinstance(extras, dict) else {}
    there = extras.get(key)
    extras[key] = {**(there if isinstance(there, dict) else {}), **saying}
    return {**fields, "extras": extras}


def without_foreign(extras: str, key: str) -> Plain:
    """Return what *extras* hold for other formats than the one called *key*."""
    found = json.loads(extras) if extras else {}
    return {name: value for name, value in found.items() if name != key}


def foreign_in(extras: str, key: str) -> Plain:
    """Return what *extras* hold for the format called *key*."""
    found = json.loads(extras).get(key) if extras else None
    return found if isinstance(found, dict) else {}


def fitting(kept: Plain, tally: Tally) -> Plain:
    """Return *kept*, or nothing, with a word to the tally, where it is more than a map can hold."""
    try:
        size = len(json.dumps(kept))
    except (ValueError, RecursionError):  # a number or a nesting that no JSON can have
        size = NOTE_LENGTH
    if size <= NOTE_LENGTH * 9 // 10:
        return kept
    tell(tally, "too-much", None)
    return {}
