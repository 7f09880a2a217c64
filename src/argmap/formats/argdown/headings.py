"""Headings of an Argdown file: which there are, what stands under which, and how they are written again.

The map keeps them in their order; each claim and step keeps the way to its own: the titles from the outermost to it.
"""

from __future__ import annotations

import operator
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.formats.argdown.escaping import as_data, escaped
from argmap.formats.argdown.foreign import foreign_of
from argmap.model.limits import without_controls

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from argmap.formats.argdown.document import Section
    from argmap.model import ArgumentMap, Claim, Inference

HEADINGS = "headings"
"""The key under which a map keeps its headings."""

SECTION = "section"
"""The key under which a claim or a step keeps the titles that lead to its heading."""

AGAIN = "section_again"
"""Beside it: which of several headings with the same titles above them is meant, from 2 on."""

_TAG = re.compile(r"#\([^)\n]+\)|#[\w-]+")
_DEEPEST = 100

Plain = dict[str, Any]


class Home(NamedTuple):
    """Where something stands: the titles that lead there, and which of several such headings it is."""

    path: tuple[str, ...]
    again: int = 1


class Ways:
    """Knows the way to each heading of a document that is read; *headings* are those, as a map keeps them."""

    def __init__(self, sections: list[Section]) -> None:
        self.headings: list[Plain] = []
        self._homes: dict[int, Home] = {}
        homes = _Homes()
        home = None
        for each in sections:
            heading = _heading(each.words, each.level, each.tags, each.data)
            if heading is not None:  # what stands under a heading without words stands under the one before
                self.headings.append(heading)
                home = homes.next(heading)
            if home is not None:
                self._homes[id(each)] = home

    @property
    def are_plain(self) -> bool:
        """Whether the claims under the headings say all there is to say of them."""
        plain = ({"title": home.path[-1], "level": len(home.path)} for home in self._homes.values())
        return all(map(operator.eq, self.headings, plain))

    def to(self, section: Section | None) -> Plain:
        """Return what a claim or a step that stands under *section* keeps of it."""
        home = None if section is None else self._homes.get(id(section))
        if home is None:
            return {}
        return {SECTION: list(home.path), **({AGAIN: home.again} if home.again > 1 else {})}


class Headings:
    """Knows the headings a map came with, in their order, each with the line that says it."""

    def __init__(self, map_: ArgumentMap) -> None:
        kept = foreign_of(map_.about.extras).get(HEADINGS)
        self.lines: dict[Home, str] = dict(_laid_out(kept if isinstance(kept, list) else []))
        homes = [home_of(each) for each in sorted(map_.claims.values(), key=lambda claim: claim.number)]
        homes += [home_of(each) for each in sorted(map_.inferences.values(), key=lambda step: step.number)]
        for home in homes:  # those of a map that was brought in stand here alone
            if home is not None and home not in self.lines:
                self.lines.update(_led_to(home, self.lines))


def home_of(entity: Claim | Inference) -> Home | None:
    """Return where *entity* stood, if it stood under a heading."""
    foreign = foreign_of(entity.extras) if entity.extras else {}
    path, again = foreign.get(SECTION), foreign.get(AGAIN)
    if not isinstance(path, list) or not 0 < len(path) <= _DEEPEST or not all(map(_is_title, path)):
        return None
    return Home(tuple(path), again if type(again) is int and again > 1 else 1)


class _Homes:
    """Says, heading after heading, which way leads there."""

    def __init__(self) -> None:
        self._above: list[Plain] = []
        self._seen: dict[tuple[str, ...], int] = {}

    def next(self, heading: Plain) -> Home:
        while self._above and self._above[-1]["level"] >= heading["level"]:
            self._above.pop()
        self._above.append(heading)
        path = tuple(each["title"] for each in self._above)
        self._seen[path] = self._seen.get(path, 0) + 1
        return Home(path, self._seen[path])


def _heading(title: object, level: object, tags: object, data: object) -> Plain | None:
    """Return a heading as a map keeps it; None for what no line can say."""
    words = " ".join(without_controls(title)[0].replace("\0", "").split()) if isinstance(title, str) else ""
    if not words:
        return None
    fit = type(level) is int and 0 < level <= _DEEPEST
    named = [each for each in tags if isinstance(each, str)] if isinstance(tags, list) else []
    saying = {"tags": named, "data": data if isinstance(data, dict) else None}
    return {"title": words, "level": level if fit else 1, **{key: value for key, value in saying.items() if value}}


def _laid_out(kept: list[Any]) -> Iterator[tuple[Home, str]]:
    """Yield the headings that a map keeps with the lines that say them."""
    homes = _Homes()
    for each in kept:
        known = each if isinstance(each, dict) else {}
        heading = _heading(known.get("title"), known.get("level"), known.get("tags"), known.get("data"))
        if heading is not None:
            yield homes.next(heading), _line(heading)


def _led_to(home: Home, there: Collection[Home]) -> Iterator[tuple[Home, str]]:
    """Yield the headings that lead to *home* and are not *there*, and it."""
    for depth, title in enumerate(home.path, 1):
        above = Home(home.path[:depth]) if depth < len(home.path) else home
        if above not in there:
            yield above, _line({"title": title, "level": depth})


def _line(heading: Plain) -> str:
    title, tags, data = heading["title"], heading.get("tags", []), heading.get("data")
    shown = {_named(image) for image in _TAG.findall(title)}
    ending = "".join(f" #({tag})" for tag in tags if tag not in shown and _TAG.fullmatch(f"#({tag})"))
    return f"{'#' * heading['level']} {_words(title, tags)}{ending}{f' {as_data(data)}' if data else ''}"


def _words(title: str, tags: Collection[str]) -> str:
    """Return *title* as Argdown that says just that; those of its words that are *tags* stay tags."""
    parts: list[str] = []
    end = 0
    for found in _TAG.finditer(title):
        if _named(found.group()) in tags:
            parts += [escaped(title[end : found.start()]), found.group()]
            end = found.end()
    return "".join([*parts, escaped(title[end:])])


def _named(image: str) -> str:
    return image[2:-1] if image.startswith("#(") else image[1:]


def _is_title(title: object) -> bool:
    heading = _heading(title, 1, None, None)
    return heading is not None and heading["title"] == title
