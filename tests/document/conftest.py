"""A folder on the fastest disk, and a small document in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.document import Document
from argmap.editing import new_map
from tests.store.raw import quick_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session", autouse=True)
def state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What argmap remembers of its user is the tests' own."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("ARGMAP_STATE_DIR", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture(autouse=True)
def somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every step carry one name."""
    monkeypatch.setenv("ARGMAP_AUTHOR", "Tester")


@pytest.fixture
def folder() -> Iterator[Path]:
    """An empty folder."""
    with quick_folder() as made:
        yield made


@pytest.fixture
def document(folder: Path) -> Document:
    """A map of a question with the positions C1 and C2."""
    entities = new_map(title="Tax", question="Should we tax carbon?", positions=["Yes", "No"])
    return Document.create(folder / "tax.argmap", entities)
