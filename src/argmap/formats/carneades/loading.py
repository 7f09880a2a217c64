"""The YAML of a whole file: its value, the lines of its entries, and what is wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.errors import FormatError
from argmap.formats.argdown.data import plain_of, yaml_loader
from argmap.formats.carneades.telling import tell
from argmap.formats.report import Place

if TYPE_CHECKING:
    from argmap.formats.report import Tally

Plain = dict[str, Any]

_MOST_CHARACTERS = 64_000_000
_MOST_LEVELS = 60
_WATCHED_LEVELS = 3
_MOST_TRIES = 8
_ENTRY = re.compile(r" {0,4}[^\s#-]")


@dataclass(slots=True)
class _Level:
    """A collection that is open: in a mapping, the keys so far and whether the next node is one."""

    path: tuple[str, ...]
    keys: set[str] | None
    key: str = ""
    awaits_key: bool = True


@dataclass(slots=True)
class Loaded:
    """What a file says; *lines* are those of its entries, by section and name."""

    plain: Plain
    lines: dict[tuple[str, ...], int] = field(default_factory=dict)

    def place(self, section: str, name: str) -> Place:
        """Return the line of an entry."""
        line = self.lines.get((section, name), 0)
        return Place(line) if line else Place(label=f"“{name[:40]}”")


class _BrokenYamlError(FormatError):
    """A text is no YAML from a line on, counted from 1."""

    def __init__(self, fault: str, name: str, line: int) -> None:
        super().__init__(f"This is not valid YAML: {fault}. Nothing was imported.", name=name, line=line)
        self.fault = fault
        self.line = line


def load(text: str, name: str, tally: Tally) -> Loaded:
    """Return what *text* says, up to where it breaks; refuse with `FormatError` what is no YAML, deeper, or a bomb."""
    try:
        return _loaded(text, name, tally)
    except _BrokenYamlError as error:
        lines = text.split("\n")
        for end in _ends_before(lines, error.line):
            try:
                loaded = _loaded("\n".join(lines[:end]), name, tally)
            except FormatError:
                continue
            if not isinstance(loaded.plain.get("statements"), dict):
                break
            words = f"The YAML breaks off or is broken here ({error.fault}); what stands before line {end + 1} was read"
            tally.fault(words, Place(error.line))
            return loaded
        raise


def _ends_before(lines: list[str], broken: int) -> list[int]:
    """Return the last places, down to the line *broken*, at which an entry or a section begins; the last one first."""
    starts = [n for n, line in enumerate(lines[:broken]) if _ENTRY.match(line)]
    return starts[: -_MOST_TRIES - 1 : -1]


def _loaded(text: str, name: str, tally: Tally) -> Loaded:
    import yaml

    if len(text) > _MOST_CHARACTERS:
        message = f"The YAML is longer than {_MOST_CHARACTERS:,} characters. Nothing was imported."
        raise FormatError(message, name=name)
    try:
        lines = _Watch(name, tally).lines(yaml.parse(text, Loader=yaml_loader()))
        value = plain_of(yaml.load(text, Loader=yaml_loader()))  # noqa: S506  # made of a safe loader
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise _BrokenYamlError(error.problem or error.context or "it ends too soon", name, line) from None
    except (yaml.YAMLError, ValueError, TypeError, OverflowError, RecursionError) as error:
        message = f"This is not valid YAML: {str(error).splitlines()[0][:100]}. Nothing was imported."
        raise FormatError(message, name=name) from None
    if not isinstance(value, dict):
        message = "An argument graph of Carneades has “statements” and “arguments” in it. Nothing was imported."
        raise FormatError(message, name=name)
    return Loaded(value, lines)


class _Watch:
    """Goes through the events of a file before anything is made of them, however deep they are nested."""

    def __init__(self, name: str, tally: Tally) -> None:
        self._name = name
        self._tally = tally
        self._levels: list[_Level] = []
        self._lines: dict[tuple[str, ...], int] = {}

    def lines(self, events: Any) -> dict[tuple[str, ...], int]:  # noqa: ANN401  # of the YAML library
        """Return the lines of the entries; refuse aliases and too much nesting, and tell keys that stand twice."""
        import yaml

        for event in events:
            line = event.start_mark.line + 1
            if isinstance(event, yaml.AliasEvent):
                message = "The YAML uses aliases (*name), which argmap does not follow. Nothing was imported."
                raise FormatError(message, name=self._name, line=line)
            if isinstance(event, yaml.CollectionEndEvent):
                self._levels.pop()
            elif isinstance(event, yaml.NodeEvent):
                self._node(event.value if isinstance(event, yaml.ScalarEvent) else "", line)
                if isinstance(event, yaml.CollectionStartEvent):
                    self._open(line, is_mapping=isinstance(event, yaml.MappingStartEvent))
        return self._lines

    def _open(self, line: int, *, is_mapping: bool) -> None:
        if len(self._levels) >= _MOST_LEVELS:
            message = f"The YAML is nested deeper than {_MOST_LEVELS} levels. Nothing was imported."
            raise FormatError(message, name=self._name, line=line)
        above = self._levels[-1] if self._levels else None
        path = () if above is None else (*above.path, above.key)
        self._levels.append(_Level(path, set() if is_mapping else None))

    def _node(self, value: str, line: int) -> None:
        """Take in a key or a value."""
        level = self._levels[-1] if self._levels else None
        if level is None or level.keys is None:
            return
        if level.awaits_key:
            level.key = value
            if len(level.path) < _WATCHED_LEVELS:
                self._lines[*level.path, value] = line
                if value in level.keys:
                    tell(self._tally, "doubled", Place(line))
                level.keys.add(value)
        level.awaits_key = not level.awaits_key
