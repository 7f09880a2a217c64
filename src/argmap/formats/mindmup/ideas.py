"""The ideas of a MindMup file, whichever version it is: a forest, each idea's children by their rank.

The format is that of mapjs (github.com/mindmup/mapjs, MIT): up to version 2 the file is one idea, since version 3 it
holds several. Ranks are keys: children on the right have positive ones, those on the left negative ones.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.formats.mindmup.telling import tell
from argmap.formats.report import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.report import Tally

Plain = dict[str, Any]

OF_FILE = ("theme", "themeOverrides", "measurements-config", "storyboards", "progress-statuses")
"""Attributes that belong to the file, and stand with its one idea in files before version 3."""

HIGHEST_RANK = 1e9
"""Ranks are below; between greater ones there may be no room for another."""

_VERSION = re.compile(r'"formatVersion"\s*:\s*"?[0-9]')
_IDEAS = re.compile(r'"ideas"\s*:\s*\{')
_RANKED = re.compile(r'"ideas"\s*:\s*\{\s*"-?[0-9]+(?:\.[0-9]+)?"\s*:\s*\{')
_SEVERAL = 3
_LONGEST_LABEL = 40


@dataclass(slots=True, eq=False)
class Idea:
    """An idea: *attr* and *more* are what else the file says of it, *rank* is 0 where its key is no number.

    One that *is_renamed* has no id in the file, or that of another.
    """

    id: str
    title: str
    attr: Plain
    more: Plain
    rank: float = 0.0
    parent: Idea | None = None
    kids: list[Idea] = field(default_factory=list)
    is_renamed: bool = False

    @property
    def group(self) -> object:
        """What kind of group it is, if it is one."""
        return self.attr.get("group")

    @property
    def place(self) -> Place:
        """What a report calls it."""
        return Place(label=f"idea {self.id[:_LONGEST_LABEL]}")


@dataclass(slots=True)
class Forest:
    """All ideas of a file, parents before children, and *more*: what belongs to the file."""

    ideas: list[Idea] = field(default_factory=list)
    more: Plain = field(default_factory=dict)
    attr: Plain = field(default_factory=dict)


def recognises(text: str) -> bool:
    """Whether *text* is an object with a version and ideas, or without one, as scripts write it, with ranked ideas."""
    if text.lstrip()[:1] != "{":
        return False
    if _VERSION.search(text) is not None and _IDEAS.search(text) is not None:
        return True
    return _RANKED.search(text) is not None and '"title"' in text


def forest_of(plain: Plain, tally: Tally) -> Forest:
    """Return the ideas in *plain*, a whole file."""
    version = plain.get("formatVersion")
    attr = _object(plain.get("attr"))
    if isinstance(version, int) and version >= _SEVERAL:
        more = {key: value for key, value in plain.items() if key not in {"id", "formatVersion", "ideas", "attr"}}
        forest = Forest(more=more, attr=attr)
        _grow(forest, [(None, 0.0, each) for each in [plain]], tally, is_root=True)
        return forest
    own = {key: value for key, value in attr.items() if key not in OF_FILE}
    forest = Forest(attr={key: value for key, value in attr.items() if key in OF_FILE})
    forest.more = {"links": plain["links"]} if "links" in plain else {}
    idea = {key: value for key, value in plain.items() if key not in {"formatVersion", "links", "attr"}}
    _grow(forest, [(None, 1.0, {**idea, "attr": own})], tally, is_root=False)
    return forest


def _grow(forest: Forest, found: list[tuple[Idea | None, float, Any]], tally: Tally, *, is_root: bool) -> None:
    """Take in what was *found*, and all under it; the one that *is_root* only holds the others."""
    taken: set[str] = set()
    waiting = found
    while waiting:
        parent, rank, plain = waiting.pop()
        if not isinstance(plain, dict):
            tell(tally, "no-object", parent.place if parent else None)
            continue
        idea = None
        if not is_root:
            idea = _idea(plain, rank, parent, taken, tally)
            forest.ideas.append(idea)
        is_root = False
        waiting += reversed([(idea, place, each) for place, each in _sorted(plain.get("ideas"))])


def _idea(plain: Plain, rank: float, parent: Idea | None, taken: set[str], tally: Tally) -> Idea:
    title = plain.get("title")
    words = title if isinstance(title, str) else "" if title is None else str(title)
    more = {key: value for key, value in plain.items() if key not in {"id", "title", "attr", "ideas"}}
    id_, is_new = _id(plain.get("id"), taken)
    idea = Idea(id_, words, _object(plain.get("attr")), more, rank, parent)
    if is_new:
        idea.is_renamed = True
        tell(tally, "idea-id", idea.place)
    if parent is not None:
        parent.kids.append(idea)
    return idea


def _id(given: object, taken: set[str]) -> tuple[str, bool]:
    """Return an id as text, and whether it had to be made up."""
    id_ = str(given) if isinstance(given, str | int | float) and not isinstance(given, bool) else ""
    is_new = not id_ or id_ in taken
    number = len(taken) + 1
    while not id_ or id_ in taken:
        id_ = f"new{number}"
        number += 1
    taken.add(id_)
    return id_, is_new


def _sorted(ideas: object) -> Iterator[tuple[float, Any]]:
    """Yield children with their ranks in the order in which MindMup shows them: the right side, then the left."""
    if isinstance(ideas, dict):
        ranked = [(_rank(key), each) for key, each in ideas.items()]
        yield from sorted(ranked, key=lambda pair: (pair[0] < 0, abs(pair[0]) or math.inf))


def _rank(key: str) -> float:
    try:
        rank = float(key)
    except ValueError:
        return 0.0
    return rank if abs(rank) < HIGHEST_RANK else 0.0  # also where it is no number


def _object(value: object) -> Plain:
    return dict(value) if isinstance(value, dict) else {}
