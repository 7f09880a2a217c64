"""Nodes: what a nested file says, one under another, before it is known what of it are claims."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argmap.formats.report import Place


@dataclass(slots=True, eq=False)
class Node:
    """One node: *stance* is how it bears on its parent, empty if it does not say so, None for an unknown word.

    *id* is what others call it by, *same_as* the id of the node that says this claim in full. *links* are addresses,
    *arrows* other nodes it points to, with the words on them. *own* is what argmap carries in it, *others* what the
    file says beside that.
    """

    text: str
    place: Place
    parent: Node | None = None
    stance: str | None = ""
    id: str = ""
    same_as: str = ""
    note: str = ""
    links: list[str] = field(default_factory=list)
    arrows: list[tuple[str, str]] = field(default_factory=list)
    own: dict[str, Any] = field(default_factory=dict)
    others: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Tree:
    """A whole file: its nodes in their order, its *title*, and what argmap carries for the map.

    *format_name* is the key under which what only this format has a word for is kept.
    """

    format_name: str
    nodes: list[Node] = field(default_factory=list)
    title: str = ""
    own: dict[str, Any] = field(default_factory=dict)
    others: dict[str, Any] = field(default_factory=dict)
