"""The attributes by which an outline in OPML says what argmap reads and writes in it."""

from __future__ import annotations

import re

FORMAT = "opml"
"""The key of `extras` under which what only OPML has a word for stands."""

MAP = "map"
"""The element in the head, in a namespace of argmap's own as OPML 2.0 asks, that holds what no outline shows."""

NAMESPACE = "urn:argmap"

TEXT, NOTE, STANCE, ID, REF, LINK, OWN = "text", "_note", "_stance", "_id", "_ref", "_link", "_argmap"
OURS = frozenset({TEXT, NOTE, STANCE, ID, REF, LINK, OWN})
LINKS = (LINK, "url", "htmlUrl", "xmlUrl")
"""The attributes that hold an address."""

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,63}")
_SAFE = re.compile("[^\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]*")


def is_attribute(name: str, value: object) -> bool:
    """Whether *name* and *value* can stand as an attribute of an outline, or as an element of the head."""
    named = _NAME.fullmatch(name) is not None and name not in OURS and not name.lower().startswith("xml")
    return named and isinstance(value, str) and _SAFE.fullmatch(value) is not None
