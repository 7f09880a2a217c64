"""Rescuing in tests: a damaged file rescued beside its own, and what became of it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from argmap.errors import UnreadableFileError
from argmap.model import ArgumentMap
from argmap.store.reading import read_file
from argmap.store.salvage import salvage, survey
from tests.store.raw import patch, snapshot

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from argmap.store.salvage import Rescue
    from argmap.store.salvage_report import Note

PAGE = 4096
CLAIM_3 = "(SELECT id FROM claim WHERE number = 3)"
WITHOUT_HISTORY = "UPDATE step SET payload = x''"
WITHOUT_SUM = "UPDATE file SET state_sum = ''"


def salvaged(path: Path) -> tuple[ArgumentMap, Rescue]:
    """Rescue a file into a folder beside its own; the file and its folder stay as they are."""
    before = snapshot(path.parent)
    place = path.parent.with_name(f"{path.parent.name}-new") / "new.argmap"
    place.parent.mkdir()
    try:
        rescue = salvage(path, place)
        assert [place] == list(place.parent.iterdir())
        return read_file(place).map, rescue
    finally:
        assert before == snapshot(path.parent)
        shutil.rmtree(place.parent)


def readable(path: Path) -> tuple[ArgumentMap, Rescue]:
    """What could be rescued of a file, without making another."""
    rescue = survey(path)
    return ArgumentMap(rescue.entities), rescue


def claim_ids(map_: ArgumentMap) -> set[str]:
    return {str(claim) for claim in map_.claims}


def ids_in(notes: Iterable[Note], kind: str = "claim") -> set[str]:
    return {note.id for note in notes if note.kind == kind and note.id}


def labels_in(notes: Iterable[Note]) -> dict[str, str]:
    return {note.label or note.kind: note.what for note in notes}


def zero(path: Path, *pages: int) -> None:
    for page in pages:
        patch(path, (page - 1) * PAGE, bytes(PAGE))


def refusal_of(path: Path) -> str:
    """The code with which a file is refused to be rescued; nothing is made then."""
    with pytest.raises(UnreadableFileError) as refusal:
        salvage(path, path.with_name("new.argmap"))
    assert not path.with_name("new.argmap").exists()
    return refusal.value.code
