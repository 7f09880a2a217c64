"""The graphs MonkeyPuzzle draws with Cytoscape: the same atoms and schemes, wrapped for a picture."""

from __future__ import annotations

from typing import Any

Plain = dict[str, Any]

_KINDS = ("atom", "scheme", "inference", "conflict")  # no set: anything may stand where one of them is looked for


def unwrapped(document: Plain) -> Plain:
    """Return *document* with its nodes and edges as SADFace has them; one that is not wrapped stays as it is."""
    nodes, edges = document.get("nodes"), document.get("edges")
    if not (isinstance(nodes, list) and any(_is_wrapped(each) for each in nodes)):
        return document
    plain_edges = [_edge(each) for each in edges] if isinstance(edges, list) else edges
    return {**document, "nodes": [_node(each) for each in nodes], "edges": plain_edges}


def _is_wrapped(node: object) -> bool:
    inner = node.get("data") if isinstance(node, dict) else None
    return isinstance(inner, dict) and inner.get("type") in _KINDS


def _node(wrapped: Any) -> Any:  # noqa: ANN401  # what is no object is told where it is read
    if not _is_wrapped(wrapped):
        return wrapped
    inner = dict(wrapped["data"])
    words = inner.pop("content", "")
    key = "text" if inner["type"] == "atom" else "name"
    return {**{name: value for name, value in wrapped.items() if name != "data"}, **inner, key: words}


def _edge(wrapped: Any) -> Any:  # noqa: ANN401  # as above
    inner = wrapped.get("data") if isinstance(wrapped, dict) else None
    if not isinstance(inner, dict):
        return wrapped
    rest = {name: value for name, value in inner.items() if name not in {"source", "target"}}
    return {**rest, "source_id": inner.get("source"), "target_id": inner.get("target")}
