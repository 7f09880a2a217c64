"""What bears on what in the end: relations of reconstructed arguments and of strict mode, each kept once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.argdown.document import (
    ATTACK,
    CONTRADICTORY,
    CONTRARY,
    ENTAILS,
    PREMISE,
    SUPPORT,
    UNDERCUT,
    Argument,
    Relation,
    Statement,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.formats.argdown.document import Document

_SYMMETRIC = {CONTRADICTORY, CONTRARY}


def transform(document: Document) -> None:
    """Give the relations of *document* the form in which they count, as Argdown's own model does."""
    relations = _once(document.relations)
    relations = _once(_of_conclusions(relations))
    if document.is_strict:
        relations = _once(_strict(relations))
    document.relations = list(_without_sketches(list(relations)))


def _once(relations: Iterable[Relation]) -> Iterator[Relation]:
    """Yield each relation once; symmetric ones count in both directions."""
    seen: set[tuple[str, int, int]] = set()
    for each in relations:
        key = (each.kind, id(each.source), id(each.target))
        back = (each.kind, id(each.target), id(each.source))
        if key in seen or (each.kind in _SYMMETRIC and back in seen):
            continue
        seen.add(key)
        yield each


def _of_conclusions(relations: Iterable[Relation]) -> Iterator[Relation]:
    """Let what a reconstructed argument does be done by its conclusion, and undercut its last inference."""
    for each in relations:
        line = each.source.concluded if isinstance(each.source, Argument) else None
        if line is not None:
            each.source = line.statement
        if each.kind == UNDERCUT and isinstance(each.target, Argument) and each.target.inference is not None:
            each.target = each.target.inference
        if line is None or each.source is not each.target:  # an argument does not bear on its own conclusion twice
            yield each


def _strict(relations: Iterable[Relation]) -> Iterator[Relation]:
    """Between statements, support is entailment and attack is contrariety."""
    strict = {SUPPORT: ENTAILS, ATTACK: CONTRARY}
    for each in relations:
        if isinstance(each.source, Statement) and isinstance(each.target, Statement):
            each.kind = strict.get(each.kind, each.kind)
        yield each


def _without_sketches(relations: list[Relation]) -> Iterator[Relation]:
    """Leave out attacks on a reconstructed argument by what attacks one of its premises anyhow."""
    attacked: dict[int, set[int]] = {}
    for each in relations:
        if isinstance(each.source, Statement) and isinstance(each.target, Statement):
            if each.kind in {ATTACK, *_SYMMETRIC}:
                attacked.setdefault(id(each.source), set()).add(id(each.target))
            if each.kind in _SYMMETRIC:
                attacked.setdefault(id(each.target), set()).add(id(each.source))
    for each in relations:
        target = each.target
        if each.kind == ATTACK and isinstance(each.source, Statement) and isinstance(target, Argument):
            premises = {id(line.statement) for line in target.pcs if line.role == PREMISE}
            if premises & attacked.get(id(each.source), set()):
                continue
        yield each
