"""From a map to OPML: an outline that people can read, and attributes by which nothing is lost on the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.nested import Entry, Layout, entries_in_order
from argmap.formats.nested.exactness import packed_json, shown
from argmap.formats.nested.stances import PREFIXES
from argmap.formats.opml.words import FORMAT, ID, LINK, MAP, NAMESPACE, NOTE, OWN, REF, STANCE, TEXT, is_attribute
from argmap.formats.xml_text import attribute, element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.report import Tally
    from argmap.model import ArgumentMap

_MOST_INDENTED = 40


def write(map_: ArgumentMap, tally: Tally) -> bytes:
    """Write all of *map_*; what is lost on the way back is told to *tally*."""
    return "\n".join([*_lines(map_, tally), ""]).encode("utf-8", "replace")


def _lines(map_: ArgumentMap, tally: Tally) -> Iterator[str]:
    layout = Layout(map_, tally, FORMAT, is_attribute)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<opml version="2.0" xmlns:argmap="{NAMESPACE}">'
    yield "  <head>"
    yield f"    {element('title', shown(map_.about.title))}"
    yield from (f"    {element(name, text)}" for name, text in layout.others().items() if name != "title")
    yield f"    {element(f'argmap:{MAP}', packed_json(layout.own()))}"
    yield from ("  </head>", "  <body>")
    for level, entry in entries_in_order(_tops(map_, layout)):
        indent = "  " * min(level + 2, _MOST_INDENTED)
        yield f"{indent}</outline>" if entry is None else f"{indent}<outline{_attributes(entry)}"
    yield from ("  </body>", "</opml>")


def _tops(map_: ArgumentMap, layout: Layout) -> list[Entry]:
    """Return the outermost outlines: the question with its positions under it, and what stands under none."""
    if not map_.about.question:
        return layout.tops
    positions = [each for each in layout.tops if each.stance == "position"]
    question = Entry(shown(map_.about.question), "question", "", under=positions)
    return [question, *(each for each in layout.tops if each.stance != "position")]


def _attributes(entry: Entry) -> str:
    values = {
        TEXT: PREFIXES.get(entry.stance, "") + entry.text,
        STANCE: entry.stance,
        REF if entry.is_repeat else ID: entry.label,
        LINK: entry.link,
        NOTE: entry.note,
        OWN: packed_json(entry.own) if entry.own else "",
    }
    named = "".join(attribute(name, value) for name, value in values.items() if value)
    others = "".join(attribute(name, value) for name, value in entry.others.items())
    return f"{named}{others}{'' if entry.under else '/'}>"
