"""Whether a text is OPML, by its outermost element."""

from __future__ import annotations

from argmap.formats.xml_text import root_of


def recognises(text: str) -> bool:
    """Whether the outermost element of *text* is ``opml``."""
    return root_of(text) == "opml"
