"""How nodes look, and the map as a whole: elements that say nothing of an argument, kept as they are for the way back.

An element is a list of its name, its attributes and what stands in it: elements, and texts.
"""

from __future__ import annotations

import re
from typing import Any

from argmap.formats.freeplane.words import OURS, is_text
from argmap.formats.xml_text import attribute, text_of

Look = list[Any]

_OF_THE_MAP = {"MapStyle", "AutomaticEdgeColor"}
_READ = {"node", "icon", "attribute", "arrowlink", "richcontent"}
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,63}")
_DEEPEST = 20
_LONGEST = 100_000


class Looking:
    """Takes in the elements of one look; *is_whole* says whether it is one that can be kept."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.look: Look = [tag, dict(attributes), []]
        self.is_whole = True
        self._open: list[Look] = [self.look]
        self._size = _size(tag, attributes)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take in that an element begins inside."""
        inner: Look = [tag, dict(attributes), []]
        self._size += _size(tag, attributes)
        self.is_whole = self.is_whole and len(self._open) < _DEEPEST and self._size < _LONGEST
        if self.is_whole:
            self._open[-1][2].append(inner)
        self._open.append(inner)

    def data(self, text: str) -> None:
        """Take in text; blanks between elements are none."""
        self._size += len(text)
        if text.strip():
            self._open[-1][2].append(text)

    def end(self) -> bool:
        """Take in that an element ends; False where that is the look itself."""
        self._open.pop()
        self.is_whole = self.is_whole and self._size < _LONGEST
        return bool(self._open)


def is_of_the_map(look: Look) -> bool:
    """Whether *look*, which stands in the root, is that of the whole map."""
    return look[0] == "hook" and look[1].get("NAME") in _OF_THE_MAP


def is_look(value: object, depth: int = 0) -> bool:
    """Whether *value* is an element that may be written: nothing that would be read as something else."""
    match value:
        case [str(tag), dict(named), list(inner)] if depth < _DEEPEST and _NAME.fullmatch(tag):
            if depth == 0 and (tag in _READ or named.get("NAME") == OURS):
                return False
            fits = all(isinstance(name, str) and _NAME.fullmatch(name) and is_text(it) for name, it in named.items())
            return fits and all(is_text(each) or is_look(each, depth + 1) for each in inner)
    return False


def written(look: Look) -> str:
    """Return the element that *look* is."""
    tag, named, inner = look
    attributes = "".join(attribute(name, value) for name, value in named.items())
    inside = "".join(text_of(each) if isinstance(each, str) else written(each) for each in inner)
    return f"<{tag}{attributes}>{inside}</{tag}>" if inside else f"<{tag}{attributes}/>"


def _size(tag: str, attributes: dict[str, str]) -> int:
    return len(tag) + sum(len(name) + len(value) for name, value in attributes.items())
