"""The shape of a JSON text: the outermost keys and what stands right below them, found without reading the whole."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import lru_cache

_FEW = 400_000
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s"{}\[\],:]+', re.DOTALL)
_DEEPEST = 3


@dataclass(slots=True)
class Shape:
    """What an object holds: its keys, each with the keys (or texts) found up to two levels below, and how they open.

    *opens* says ``{``, ``[``, or ``""`` for what is neither.
    """

    opens: dict[str, str] = field(default_factory=dict)
    below: dict[str, set[str]] = field(default_factory=dict)

    def has(self, key: str, opening: str, *below: str) -> bool:
        """Whether there is *key*, holding an array or an object, with all of *below* somewhere in it."""
        return self.opens.get(key) == opening and self.below[key].issuperset(below)


@lru_cache(maxsize=1)
def shape_of(text: str) -> Shape:
    """Return the shape of *text*, as far as its beginning shows it; of no object, an empty one."""
    shape = Shape()
    if text.lstrip()[:1] != "{":
        return shape
    depth, key, waiting = 0, "", ""
    for match in _TOKEN.finditer(text, 0, _FEW):
        token = match.group()
        if token in "{[":
            if depth == 1 and key:
                shape.opens[key] = token
            depth += 1
        elif token in "}]":
            depth -= 1
        elif token == ":":
            if depth == 1:
                key = _plain(waiting)
                shape.opens.setdefault(key, "")
                shape.below.setdefault(key, set())
        elif token == ",":
            key = "" if depth == 1 else key
        elif token[0] == '"':
            waiting = token
            if 1 < depth <= _DEEPEST and key:
                shape.below[key].add(_plain(token))
    return shape


def _plain(token: str) -> str:
    """Return the text in quotes; a broken one as it is."""
    if "\\" not in token:
        return token[1:-1]
    try:
        return str(json.loads(token, strict=False))
    except ValueError:
        return token
