"""What bears on what in Argdown's JSON; a relation of another kind than Argdown's is never taken for one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.argdown.document import (
    ATTACK,
    CONTRADICTORY,
    CONTRARY,
    ENTAILS,
    SUPPORT,
    UNDERCUT,
    Relation,
)
from argmap.formats.graphs.graph import entries
from argmap.formats.graphs.telling import tell
from argmap.formats.report import Place

if TYPE_CHECKING:
    from argmap.formats.argdown.document import Document, End
    from argmap.formats.report import Tally

Plain = dict[str, Any]

TYPES = {"equivalence-class": "statement", "statement": "statement", "argument": "argument", "inference": "inference"}
_KINDS = {SUPPORT, ATTACK, UNDERCUT, CONTRADICTORY, CONTRARY, ENTAILS}
_SYMMETRIC = {CONTRADICTORY, CONTRARY}


def related(model: Plain, document: Document, tally: Tally) -> tuple[list[Relation], list[Plain]]:
    """Return the relations of *document*, each once, and those of unknown kinds."""
    seen: set[tuple[str, int, int]] = set()
    others: list[Plain] = []
    relations: list[Relation] = []
    for each in entries(model, "relations", tally):
        kind = each.get("relationType")
        place = Place(label=f"{str(each.get('from'))[:40]} to {str(each.get('to'))[:40]}")
        if not isinstance(kind, str) or kind not in _KINDS:
            tell(tally, "other-relations", place)
            others.append(each)
            continue
        source, target = _end(each, "from", document), _end(each, "to", document)
        if source is None or target is None:
            tell(tally, "dangling", place)
            continue
        ends = (kind, id(source), id(target))
        if ends not in seen and not (kind in _SYMMETRIC and (kind, id(target), id(source)) in seen):
            seen.add(ends)
            line = each.get("startLine")
            relations.append(Relation(kind, source, target, line if type(line) is int else 0))
    return relations, others


def _end(plain: Plain, key: str, document: Document) -> End | None:
    """Return what one end of a relation names: by the type it says, else whatever has the title."""
    title, kind = plain.get(key), TYPES.get(str(plain.get(f"{key}Type")), "")
    if not isinstance(title, str):
        return None
    argument = document.arguments.get(title)
    if kind == "inference":
        index = plain.get("conclusionIndex")
        pcs = argument.pcs if argument is not None else []
        if type(index) is int and 0 <= index < len(pcs):
            return pcs[index].inference
        return argument.inference if argument is not None else None
    if kind == "argument":
        return argument
    return document.statements.get(title) or (argument if not kind else None)
