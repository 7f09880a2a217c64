"""Short words for what tests say of documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap import editing
from argmap.model import ArgumentMap, Claim, Inference, Source
from argmap.model.labels import find
from tests.store.raw import fetch, right_sum, snapshot, steps_in, stored_sum

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.document import Document
    from argmap.model import ClaimId, InferenceId, SourceId, Step
    from argmap.model.argument_map import Numbered


def claim(map_: ArgumentMap, label: str) -> ClaimId:
    """The id of a claim by its label."""
    found = _found(map_, label)
    assert isinstance(found, Claim)
    return found.id


def inference(map_: ArgumentMap, label: str) -> InferenceId:
    """The id of an inference by its label."""
    found = _found(map_, label)
    assert isinstance(found, Inference)
    return found.id


def source(map_: ArgumentMap, label: str) -> SourceId:
    """The id of a source by its label."""
    found = _found(map_, label)
    assert isinstance(found, Source)
    return found.id


def _found(map_: ArgumentMap, label: str) -> Numbered:
    return find(map_, label)


def reason(document: Document, target: str, *words: str) -> Step:
    """Take the step that gives a reason."""
    return document.do(editing.add_reason(document.map, claim(document.map, target), *words))


def objection(document: Document, target: str, *words: str) -> Step:
    """Take the step that makes an objection."""
    return document.do(editing.add_objection(document.map, claim(document.map, target), *words))


def labels(map_: ArgumentMap) -> list[str]:
    """The labels of all claims, by number."""
    return [each.label for each in sorted(map_.claims.values(), key=lambda each: each.number)]


def words(map_: ArgumentMap) -> dict[str, str]:
    """The claims' words by their labels."""
    return {each.label: each.text for each in map_.claims.values()}


def check_file(path: Path, map_: ArgumentMap) -> None:
    """The file holds *map_*, is sound in every way SQLite can tell, and stands alone in its folder."""
    from argmap.document import Document as Opening

    again = Opening.open(path).map
    assert map_ == again
    assert map_.highest_numbers() == again.highest_numbers()
    assert right_sum(path) == stored_sum(path)
    assert fetch(path, "PRAGMA foreign_key_check") == []
    assert fetch(path, "PRAGMA integrity_check") == [("ok",)]
    assert [path.name] == list(snapshot(path.parent))


def check_history(path: Path, map_: ArgumentMap) -> None:
    """The steps are chained by their hashes, the last is the head, and taken from nothing they give *map_*."""
    from argmap.model import Step as Taken
    from argmap.store.history import unpack

    steps = steps_in(path)
    assert [step.right_id for step in steps] == [step.id for step in steps]
    assert ["", *(step.id for step in steps[:-1])] == [step.parent for step in steps]
    assert list(range(1, len(steps) + 1)) == [step.seq for step in steps]
    assert fetch(path, "SELECT head, seq FROM file") == [(steps[-1].id, len(steps))]
    replayed = ArgumentMap()
    for step in steps:
        replayed.apply(Taken(step.label, unpack(step.payload)))
    assert map_ == replayed
