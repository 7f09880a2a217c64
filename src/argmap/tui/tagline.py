"""Tag line: the tags of a claim as one line to type, such as ``fuel 2024 "foreign policy"``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_TAG = re.compile(r'"((?:[^"]|"")*)"?|([^\s,"][^\s,]*)')
_QUOTED = re.compile(r'[\s,]|^"|^$')


def tag_line(tags: Iterable[str]) -> str:
    """Return *tags* as one line; those with spaces or commas stand in quotes."""
    return " ".join('"' + tag.replace('"', '""') + '"' if _QUOTED.search(tag) else tag for tag in tags)


def tags_in(line: str) -> list[str]:
    """Return the tags of a line, with spaces or commas between them."""
    return [
        quoted.replace('""', '"') if whole.startswith('"') else bare
        for whole, quoted, bare in ((found[0], found[1] or "", found[2]) for found in _TAG.finditer(line))
    ]
