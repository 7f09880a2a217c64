"""From a mind map to a map: its nodes are claims, icons or an attribute say which are for and which against."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.errors import FormatError
from argmap.formats.freeplane.looks import Look, Looking, is_look, is_of_the_map
from argmap.formats.freeplane.rich_text import RichText
from argmap.formats.freeplane.words import FORMAT, LOOKS, OURS, SAME, SHOWN, STANCE
from argmap.formats.nested import Node, Tree, read_tree
from argmap.formats.nested.exactness import shown, unpacked_json
from argmap.formats.nested.stances import split_stance, stance_of
from argmap.formats.nested.telling import tell
from argmap.formats.report import Place
from argmap.formats.xml_text import parse

if TYPE_CHECKING:
    from argmap.formats.report import Imported, Tally

_BELONGING = {"icon", "attribute", "arrowlink"}
_NOTHING = {"map", "icon", "attribute", "arrowlink"}  # the map itself, and what belongs to no node
_TURNED = {"supports": "opposes", "opposes": "supports", "backs": "undercuts", "undercuts": "backs"}
STAND_IN = "Argument map"
"""What the root of a map shows that has neither question nor title."""

_ICON_STANCES = {"button_ok": "supports", "button_cancel": "opposes"}


def read(text: str, name: str, tally: Tally, bare: str | None = None) -> Imported:
    """Read a mind map; *bare* says how a node bears on the one above it that does not say so, if it does."""
    target = _Nodes(tally)
    parse(text, name, tally, target)
    if not target.tree.nodes:
        message = "There is no node in this mind map. Nothing was imported."
        raise FormatError(message, name=name)
    target.settle_root()
    return read_tree(target.tree, tally, bare)


@dataclass(slots=True)
class _Open:
    """A node whose elements are being read."""

    node: Node
    localized: str = ""
    icons: list[str] = field(default_factory=list)
    attributes: list[list[str]] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)


class _Nodes:
    """Takes in the elements of a file."""

    def __init__(self, tally: Tally) -> None:
        self.tree = Tree(FORMAT)
        self._tally = tally
        self._open: list[_Open] = []
        self._looking: Looking | None = None
        self._rich: RichText | None = None
        self._roots: list[_Open] = []

    def start(self, tag: str, attributes: dict[str, str], line: int) -> None:
        """Take in a node, or something that belongs to the one that is open; styles are none of ours."""
        if self._rich is not None:
            self._rich.start(tag, attributes)
        elif self._looking is not None:
            self._looking.start(tag, attributes)
        elif tag == "hook" and attributes.get("NAME") == OURS:
            self._carried(attributes.get("DATA", ""), Place(line))
        elif tag == "node":
            self._begin(attributes, Place(line))
        elif tag == "richcontent":
            self._rich = RichText(attributes.get("TYPE", "NODE").upper())
        elif tag in _BELONGING and self._open:
            self._belonging(tag, attributes)
        elif tag not in _NOTHING:
            self._looking = Looking(tag, attributes)

    def data(self, text: str) -> None:
        """Take in text, which says something in rich content only."""
        if self._rich is not None:
            self._rich.data(text)
        elif self._looking is not None:
            self._looking.data(text)

    def end(self, tag: str) -> None:
        """Take in that an element ends."""
        if self._rich is not None and not self._rich.end(tag):
            if self._open:
                self._take_rich(self._open[-1].node, self._rich)
            self._rich = None
        elif self._rich is None and self._looking is not None:
            if not self._looking.end():
                self._take_look(self._looking)
                self._looking = None
        elif self._rich is None and tag == "node" and self._open:
            self._finish(self._open.pop())

    def settle_root(self) -> None:
        """Let the root be what it is: the map itself, its question, or a claim like the others."""
        while self._open:  # the file breaks off
            self._finish(self._open.pop())
        root = self._roots[0]
        node = root.node
        about = node.own.get("map")
        carried = about.get("title", "") if isinstance(about, dict) else None
        is_map = _said(root.attributes) == OURS
        if carried is None:
            self.tree.title = " ".join(node.text.split())
        elif is_map:
            self.tree.title = "" if node.text == STAND_IN and not carried else node.text
        else:
            self.tree.title = shown(str(carried))
        self.tree.own = node.own if carried is not None else {}
        if is_map or root.localized:
            self.tree.nodes.remove(node)
            for each in self.tree.nodes:
                each.parent = None if each.parent is node else each.parent
        self._settle_looks(root, is_map=is_map)

    def _settle_looks(self, root: _Open, *, is_map: bool) -> None:
        """Keep what else the root says with the map if it is that, else only how the whole map looks."""
        node = root.node
        if is_map:
            self.tree.others = node.others
            return
        of_map = [each for each in root.looks if is_of_the_map(each)]
        own = [each for each in root.looks if not is_of_the_map(each)]
        self.tree.others = {LOOKS: of_map} if of_map else {}
        node.others = {key: value for key, value in {**node.others, LOOKS: own}.items() if value}
        if root.localized and own:
            tell(self._tally, "styles", node.place, len(own))

    def _begin(self, attributes: dict[str, str], place: Place) -> None:
        node = Node(attributes.get("TEXT", ""), place, parent=self._open[-1].node if self._open else None)
        node.id = attributes.get("ID", "")
        node.links = [attributes["LINK"]] if "LINK" in attributes else []
        node.others = {key: value for key, value in attributes.items() if key not in SHOWN}
        self.tree.nodes.append(node)
        self._open.append(_Open(node, localized=attributes.get("LOCALIZED_TEXT", "")))
        if len(self._open) == 1:
            self._roots.append(self._open[0])

    def _belonging(self, tag: str, attributes: dict[str, str]) -> None:
        """Take in an icon, an attribute or an arrow of the node that is open."""
        here = self._open[-1]
        if tag == "icon":
            here.icons.append(attributes.get("BUILTIN", ""))
        elif tag == "attribute":
            here.attributes.append([attributes.get("NAME", ""), attributes.get("VALUE", "")])
        else:
            label = " ".join(attributes.get(each, "") for each in ("SOURCE_LABEL", "MIDDLE_LABEL", "TARGET_LABEL"))
            if label.strip() == SAME:
                here.node.same_as = attributes.get("DESTINATION", "")
            else:
                here.node.arrows.append((attributes.get("DESTINATION", ""), label.strip()))

    def _take_look(self, looking: Looking) -> None:
        """Keep how a node looks; what is no node's, or too large, is told."""
        if self._open and looking.is_whole and is_look(looking.look):
            self._open[-1].looks.append(looking.look)
        else:
            tell(self._tally, "styles", self._open[-1].node.place if self._open else None)

    def _carried(self, text: str, place: Place) -> None:
        own = unpacked_json(text)
        if own is None:
            tell(self._tally, "carried", place)
        elif self._open:
            self._open[-1].node.own = own

    def _take_rich(self, node: Node, rich: RichText) -> None:
        """Let rich text be a node's words, or its note; what is more than one note is put together."""
        node.links += rich.links
        for code, count in rich.left_out.items():
            tell(self._tally, code, node.place, count)
        if rich.kind == "NODE":
            node.text = rich.text()
        else:
            node.note = "\n\n".join(part for part in (node.note, rich.text()) if part)

    def _finish(self, here: _Open) -> None:
        """Find the stance of a node, and what its link is, once all its elements are read."""
        node = here.node
        said = _said(here.attributes)
        icon = next((_ICON_STANCES[each] for each in here.icons if each in _ICON_STANCES), "")
        node.stance = _with_icon(stance_of(said), icon) if said else icon
        if not (node.own or said or icon):
            node.stance, node.text = split_stance(node.text)
        icons = [each for each in here.icons if each not in _ICON_STANCES]
        others = [pair for pair in here.attributes if pair[0].casefold() != STANCE or not _is_known(pair[1])]
        node.others.update(
            {key: value for key, value in (("icons", icons), ("attributes", others), (LOOKS, here.looks)) if value}
        )
        if node.links and "://" not in node.links[0] and node.links[0] not in _known_links(node):
            node.others["LINK"] = node.links.pop(0)  # it leads to another node, or to a file beside this one


def _known_links(node: Node) -> list[object]:
    """Return the addresses that a node of argmap's own stands with: whatever they look like, they are sources'."""
    claim = node.own.get("claim")
    links = claim.get("links") if isinstance(claim, dict) else None
    return links if isinstance(links, list) else []


def _is_known(word: str) -> bool:
    return word == OURS or stance_of(word) is not None


def _said(attributes: list[list[str]]) -> str:
    """Return what the attribute for the stance says, as it is written."""
    return next((value for name, value in attributes if name.casefold() == STANCE), "")


def _with_icon(stance: str | None, icon: str) -> str | None:
    """Return *stance*, turned round where the icon is the opposite one: an icon is what people see and change."""
    shown_as = {"backs": "supports", "undercuts": "opposes"}.get(stance or "", stance)
    if not icon or shown_as == icon or stance not in _TURNED:
        return stance
    return _TURNED[stance]
