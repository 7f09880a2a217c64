"""Saying what the map is: its title, question, description and settings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.editing.entry import Entry
from argmap.errors import UnfitError
from argmap.model import About, changed
from argmap.model.about import NUMBERINGS

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, Step


def set_title(map_: ArgumentMap, title: str) -> Step:
    """Give the map a title; empty takes it away."""
    entry = Entry()
    return _set(map_, entry, "Set the title", replace(map_.about, title=entry.line(title)))


def set_question(map_: ArgumentMap, question: str) -> Step:
    """Say which question the map is about; empty takes it away."""
    entry = Entry()
    return _set(map_, entry, "Set the question", replace(map_.about, question=entry.line(question)))


def set_description(map_: ArgumentMap, description: str) -> Step:
    """Describe the map in a few words; empty takes the description away."""
    entry = Entry()
    return _set(map_, entry, "Set the description", replace(map_.about, description=entry.prose(description)))


def set_language(map_: ArgumentMap, language: str) -> Step:
    """Say which language the map is in, as a tag such as ``en``; empty takes it away."""
    entry = Entry()
    return _set(map_, entry, "Set the language", replace(map_.about, language=entry.line(language)))


def set_numbering(map_: ArgumentMap, numbering: str) -> Step:
    """Choose how outlines of this map are numbered: one of `NUMBERINGS`, or empty for the usual way."""
    if numbering and numbering not in NUMBERINGS:
        message = f"“{numbering[:40]}” is no numbering. Choose {', '.join(NUMBERINGS)}."
        raise UnfitError(message)
    return _set(map_, Entry(), "Set the numbering", replace(map_.about, numbering=numbering))


def _set(map_: ArgumentMap, entry: Entry, label: str, about: About) -> Step:
    return entry.step(label, changed(map_, about))
