"""From OPML to a map, whichever outliner wrote it: argmap, Workflowy, OmniOutliner, or somebody by hand."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from argmap.errors import FormatError
from argmap.formats.nested import Node, Tree, read_tree
from argmap.formats.nested.exactness import unpacked_json
from argmap.formats.nested.stances import PREFIXES, split_stance, stance_of
from argmap.formats.nested.telling import tell
from argmap.formats.opml.words import FORMAT, ID, LINK, LINKS, MAP, NOTE, OURS, OWN, REF, STANCE, TEXT
from argmap.formats.report import Place
from argmap.formats.xml_text import parse

if TYPE_CHECKING:
    from argmap.formats.report import Imported, Tally

_MARKUP = re.compile(r"</?(?:b|i|u|s|a|em|strong|span|mark|code|time|br)\b[^<>]{0,2000}>", re.IGNORECASE)
_ADDRESS = re.compile(r"<a\b[^<>]{0,2000}?href=[\"']([^\"'<>]{1,2000})[\"']", re.IGNORECASE)


def read(text: str, name: str, tally: Tally, bare: str | None = None) -> Imported:
    """Read an outline; *bare* says how an entry bears on the one above it that does not say so, if it does."""
    target = _Outlines(tally)
    parse(text, name, tally, target)
    if not target.tree.nodes and not target.tree.own:
        message = "There is no outline in this OPML file. Nothing was imported."
        raise FormatError(message, name=name)
    return read_tree(target.tree, tally, bare)


class _Outlines:
    """Takes in the elements of a file."""

    def __init__(self, tally: Tally) -> None:
        self.tree = Tree(FORMAT)
        self._tally = tally
        self._open: list[Node | None] = []
        self._path: list[str] = []
        self._text: list[str] = []

    def start(self, tag: str, attributes: dict[str, str], line: int) -> None:
        """Take in an outline; in the head, the text of an element is waited for."""
        self._path.append(tag)
        self._text.clear()
        if tag == "outline":
            node = self._node(attributes, Place(line))
            self.tree.nodes.append(node)
            self._open.append(node)

    def data(self, text: str) -> None:
        """Take in text, which says something in the head only."""
        if "head" in self._path[:2]:
            self._text.append(text)

    def end(self, tag: str) -> None:
        """Take in what an element of the head has said."""
        self._path.pop()
        if tag == "outline":
            self._open.pop()
        elif self._path[1:] == ["head"]:
            self._head(tag, "".join(self._text))

    def _head(self, tag: str, text: str) -> None:
        if tag == "title":
            self.tree.title = text
        elif tag == MAP:
            self.tree.own = self._carried(text, Place(1))
        elif text.strip():
            self.tree.others[tag] = text

    def _node(self, attributes: dict[str, str], place: Place) -> Node:
        own = self._carried(attributes[OWN], place) if OWN in attributes else {}
        text = attributes.get(TEXT, "")
        text = text if text.strip() else attributes.get("title", text)
        said = attributes.get(STANCE, "")
        where = (LINK,) if own else LINKS
        links = [attributes[each] for each in where if attributes.get(each, "").strip()]
        if said or own:
            stance, text = _from_prefix(text, said)
        else:
            text = self._plain(text, links, place)
            stance, text = split_stance(text)
        return Node(
            text,
            place,
            parent=self._open[-1] if self._open else None,
            stance=stance,
            id=attributes.get(ID, ""),
            same_as=attributes.get(REF, ""),
            note=attributes.get(NOTE, ""),
            links=links,
            own=own,
            others={
                key: value for key, value in attributes.items() if key not in OURS or (stance is None and key == STANCE)
            },
        )

    def _carried(self, text: str, place: Place) -> dict[str, Any]:
        own = unpacked_json(text)
        if own is None:
            tell(self._tally, "carried", place)
        return own or {}

    def _plain(self, text: str, links: list[str], place: Place) -> str:
        """Return *text* without the formatting that Workflowy puts into it, and its links among the others."""
        if "<" not in text or not _MARKUP.search(text):
            return text
        tell(self._tally, "markup", place)
        links += _ADDRESS.findall(text)
        return html.unescape(_MARKUP.sub("", text))


def _from_prefix(text: str, said: str) -> tuple[str | None, str]:
    """Return the stance that an outline shows before its words, else the one that it says, and the words alone."""
    stance = stance_of(said)
    if stance not in PREFIXES:
        return stance, text
    for shown, prefix in PREFIXES.items():
        if text.startswith(prefix):
            return shown, text[len(prefix) :]
    return stance, text
