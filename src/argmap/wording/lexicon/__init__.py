"""The lexicon: what argmap knows of words, in plain text files beside this one that people can read and correct."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Group = tuple[str, ...]


@cache
def groups(name: str) -> tuple[Group, ...]:
    """Return the lines of the table *name* that we ship: words that belong together, the first stands for all."""
    return tuple(read_groups(_lines(name)))


@cache
def sides(name: str) -> tuple[tuple[Group, Group], ...]:
    """Return the lines of the table *name* that we ship: two lists of words, each of one against each of the other."""
    return tuple(read_sides(_lines(name)))


@cache
def words(name: str) -> frozenset[str]:
    """Return all words of the table *name* that we ship."""
    return frozenset(word for line in _lines(name) for word in _content(line).split())


def read_groups(lines: Iterable[str]) -> list[Group]:
    """Read lines of the form ``preferred = other = other``; ``#`` begins a comment. One word alone says nothing."""
    found = (_listed(_content(line), "=") for line in lines)
    return [group for group in found if len(group) > 1]


def read_sides(lines: Iterable[str]) -> list[tuple[Group, Group]]:
    """Read lines of the form ``rise, grow | fall, shrink``; ``#`` begins a comment. Other lines say nothing."""
    parted = (_content(line).split("|") for line in lines)
    both = ((_listed(parts[0], ","), _listed(parts[1], ",")) for parts in parted if len(parts) == 2)  # noqa: PLR2004  # two sides
    return [(one, other) for one, other in both if one and other]


def _lines(name: str) -> list[str]:
    return files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8").splitlines()


def _content(line: str) -> str:
    return line.partition("#")[0].strip()


def _listed(text: str, between: str) -> Group:
    return tuple(word for word in (" ".join(part.split()) for part in text.split(between)) if word)
