"""Argdown's map alone: its nodes are statements and arguments, its edges the relations between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.argdown_json.tags import ranges_of
from argmap.formats.graphs.graph import objects
from argmap.formats.graphs.telling import tell
from argmap.formats.report import Place

if TYPE_CHECKING:
    from argmap.formats.report import Tally

Plain = dict[str, Any]

_KEYS = {"statement-map-node": "statements", "argument-map-node": "arguments"}
_TYPES = {"statements": "equivalence-class", "arguments": "argument"}


def model_of_map(plain: Plain, tally: Tally) -> Plain:
    """Return statements, arguments and relations as a whole file would have them."""
    found = plain.get("map")
    drawn = found if isinstance(found, dict) else {}
    model: Plain = {"statements": {}, "arguments": {}, "relations": [], "sections": plain.get("sections")}
    named: dict[str, tuple[str, str]] = {}
    waiting = objects(drawn, "nodes")[::-1]
    while waiting:
        node = waiting.pop()
        waiting.extend(objects(node, "children")[::-1])
        key = _KEYS.get(str(node.get("type")))
        if key is None:
            continue
        title = str(node.get("title") or node.get("id"))
        named[str(node.get("id"))] = (key, title)
        text = str(node.get("labelText") or node.get("labelTitle") or title)
        found = node.get("tags")
        tags = [each for each in found if isinstance(each, str)] if isinstance(found, list) else []
        model[key][title] = {"members": [{"text": text, "ranges": ranges_of(text, tags)}], "tags": tags}
    for edge in objects(drawn, "edges"):
        source, target = named.get(str(edge.get("from"))), named.get(str(edge.get("to")))
        if source is None or target is None:
            tell(tally, "dangling", Place(label=f"edge {str(edge.get('id'))[:40]}"))
            continue
        ends = {"from": source[1], "fromType": _TYPES[source[0]], "to": target[1], "toType": _TYPES[target[0]]}
        model["relations"].append({"relationType": edge.get("relationType"), **ends})
    return model
