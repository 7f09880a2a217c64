"""From a map to a mind map: the question in the middle, icons for and against, arrows from a claim's second place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.freeplane.fields import is_field
from argmap.formats.freeplane.looks import written
from argmap.formats.freeplane.reading import STAND_IN
from argmap.formats.freeplane.rich_text import as_read
from argmap.formats.freeplane.words import FORMAT, ICONS, LAYOUT, LOOKS, OURS, SAME, STANCE
from argmap.formats.nested import Entry, Layout, entries_in_order
from argmap.formats.nested.exactness import packed_json, shown
from argmap.formats.xml_text import attribute, element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.report import Tally
    from argmap.model import ArgumentMap


def write(map_: ArgumentMap, tally: Tally) -> bytes:
    """Write all of *map_*; what is lost on the way back is told to *tally*."""
    return "\n".join([*_lines(map_, tally), ""]).encode("ascii", "xmlcharrefreplace")


def _lines(map_: ArgumentMap, tally: Tally) -> Iterator[str]:
    layout = Layout(map_, tally, FORMAT, is_field, lambda note: as_read(note.split("\n")), "ID_", "LINK")
    about = map_.about
    root = Entry(shown(about.question or about.title or STAND_IN), "question" if about.question else OURS, "ID_map")
    root.own, root.others = layout.own(), layout.others()
    root.under = layout.tops
    yield '<map version="freeplane 1.9.8">'
    for _, entry in entries_in_order([root]):
        if entry is None:
            yield "</node>"
        else:
            yield from _node(entry)
    yield "</map>"


def _node(entry: Entry) -> Iterator[str]:
    """Yield the lines of a node, up to what stands under it."""
    values = {"TEXT": entry.text}
    if entry.link:
        values["LINK"] = entry.link
    if not entry.is_repeat:
        values["ID"] = entry.label
    named = {**{name: value for name, value in entry.others.items() if name not in LAYOUT}, **values}
    yield f"<node{''.join(attribute(name, value) for name, value in named.items() if value)}>"
    yield from (f"<icon{attribute('BUILTIN', icon)}/>" for icon in (*_icon(entry), *entry.others.get("icons", ())))
    for name, value in ([STANCE, entry.stance], *entry.others.get("attributes", ())):
        yield f"<attribute{attribute('NAME', name)}{attribute('VALUE', value)}/>"
    for label, words in (*entry.arrows, *([(entry.label, SAME)] if entry.is_repeat else ())):
        yield f"<arrowlink{attribute('DESTINATION', label)}{attribute('MIDDLE_LABEL', words)}/>"
    yield from map(written, entry.others.get(LOOKS, ()))
    if entry.note:
        paragraphs = "".join(element("p", line) for line in entry.note.split("\n"))
        yield f'<richcontent TYPE="NOTE"><html><head/><body>{paragraphs}</body></html></richcontent>'
    if entry.own:
        yield f"<hook{attribute('NAME', OURS)}{attribute('DATA', packed_json(entry.own))}/>"
    if not entry.under:
        yield "</node>"


def _icon(entry: Entry) -> list[str]:
    return [ICONS[entry.stance]] if entry.stance in ICONS else []
