"""The map in Argdown's JSON, which some readers need: a node for each statement and argument, edges between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.argdown.document import PREMISE, SUPPORT, Argument, Inference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.argdown.document import Document, End, Titled

Plain = dict[str, Any]


def drawn(document: Document) -> Plain:
    """Return the nodes and edges of *document*."""
    things: list[Titled] = [*document.statements.values(), *document.arguments.values()]
    names = {id(each): f"n{at}" for at, each in enumerate(things)}
    edges = [
        {"id": f"e{at}", "type": "map-edge", "relationType": kind, "from": names[id(source)], "to": names[id(target)]}
        for at, (kind, source, target) in enumerate(_edges(document), 1)
    ]
    return {"nodes": [_node(each, names[id(each)]) for each in things], "edges": edges}


def _node(titled: Titled, name: str) -> Plain:
    kind = "argument-map-node" if isinstance(titled, Argument) else "statement-map-node"
    label = {"labelTitle": titled.title, "labelText": titled.text or titled.title}
    tags = {"tags": list(titled.tags)} if titled.tags else {}
    return {"id": name, "title": titled.title, "type": kind, **label, **tags}


def _edges(document: Document) -> Iterator[tuple[str, Titled, Titled]]:
    """Yield the relations, and that premises support their arguments and these their conclusions."""
    for relation in document.relations:
        yield relation.kind, _whole(relation.source), _whole(relation.target)
    for argument in document.arguments.values():
        for line in argument.pcs:
            if line.role == PREMISE:
                yield SUPPORT, line.statement, argument
        if argument.concluded is not None:
            yield SUPPORT, argument, argument.concluded.statement


def _whole(end: End) -> Titled:
    return end.argument if isinstance(end, Inference) else end
