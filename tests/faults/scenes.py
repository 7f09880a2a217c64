"""Saves to cut short: maps before and after, and all that one save asks of the disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from argmap import editing
from argmap.document import Document
from argmap.model import ArgumentMap, Claim, Inference, Polarity, Step, added
from argmap.model.labels import find_claim
from argmap.store import Kind, MapFile
from tests.faults.disk import Recorder, after_kill
from tests.faults.stand_in import writing_through
from tests.store.raw import quick_folder
from tests.store.whole import make_whole

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.model import ClaimId
    from tests.faults.disk import Files, Operation

NAME = "map.argmap"

Save = Callable[[Document], object]
"""A way to take one step."""


def claim(document: Document, label: str) -> ClaimId:
    """The id of a claim by its label."""
    return find_claim(document.map, label).id


def give_a_reason(document: Document) -> object:
    """The smallest thing there is to save."""
    return document.do(editing.add_reason(document.map, claim(document, "C1"), "One more reason"))


def remove_a_branch(document: Document) -> object:
    """Rows go from many tables."""
    return document.do(editing.remove_branch(document.map, claim(document, "C1")))


def take_back(document: Document) -> object:
    """The newest step again, the other way round."""
    return document.undo()


def bring_in_many(document: Document) -> object:
    """An import: the file grows by many pages."""
    return document.do(many_reasons(document, 150), Kind.IMPORT)


def many_reasons(document: Document, count: int) -> Step:
    """The step that gives the first claim *count* reasons."""
    number, inference = document.map.next_number(Claim), document.map.next_number(Inference)
    target = document.map.positions()[0].id
    claims = [Claim(number=number + n, text=f"Reason {n} " + "of many words " * 12) for n in range(count)]
    inferences = [
        Inference(number=inference + n, polarity=Polarity.SUPPORTS, target=target, premises=(each.id,))
        for n, each in enumerate(claims)
    ]
    return Step(f"Import {count} reasons", (*map(added, claims), *map(added, inferences)))


def put_whole(folder: Path) -> Path:
    """Let a folder hold a map with everything in it, and nothing else; returns where the map is."""
    put(folder, _whole())
    return folder / NAME


@cache
def _whole() -> Files:
    with quick_folder() as folder:
        make_whole(folder / NAME)
        return contents(folder)


@dataclass(frozen=True)
class State:
    """What a file says."""

    map: ArgumentMap
    highest: tuple[int, ...]
    head: str

    @classmethod
    def of(cls, path: Path) -> State:
        """Read the file at *path*."""
        opened = MapFile(path).read()
        return cls(opened.map, tuple(opened.map.highest_numbers()), opened.head)


@dataclass(frozen=True)
class Scene:
    """One save: the folder and what the file said before, what it said after, and what was asked of the disk."""

    name: str
    files: Files
    before: State
    after: State
    operations: list[Operation]


def record(name: str, folder: Path, save: Save, *pragmas: str, files: Files | None = None) -> Scene:
    """Take *save* on a map with everything, or on the map in *files*, and note what it asks of the disk."""
    path = folder / NAME
    put(folder, _whole() if files is None else files)
    before, held = State.of(path), contents(folder)
    document = Document.open(path)
    recorder = Recorder()
    with writing_through(recorder, folder, *pragmas):
        save(document)
    assert contents(folder) == after_kill(held, recorder.operations), "the disk does what was asked of it"
    scene = Scene(name, held, before, State.of(path), recorder.operations)
    assert scene.before.head != scene.after.head
    put(folder, {})
    return scene


def all_scenes(folder: Path) -> list[Scene]:
    """The saves that are cut: small and large, there and back, within memory and beyond it."""
    plain: dict[str, Save] = {
        "a reason": give_a_reason,
        "a removal": remove_a_branch,
        "an undo": take_back,
        "an import": bring_in_many,
    }
    scenes = [record(name, folder, save) for name, save in plain.items()]
    return [*scenes, record("an import beyond memory", folder, bring_in_many, "cache_size = 4")]


def contents(folder: Path) -> Files:
    """What a folder holds."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def put(folder: Path, files: Files) -> None:
    """Let a folder hold *files* and nothing else."""
    for path in folder.iterdir():
        path.unlink()
    for name, content in files.items():
        (folder / name).write_bytes(content)
