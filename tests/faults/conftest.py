"""A folder on the fastest disk, and nothing of this user's own touched."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

import pytest

from tests.store.raw import quick_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def somebody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let every step carry one name, and what is remembered of a user lie elsewhere."""
    monkeypatch.setenv("ARGMAP_AUTHOR", "Tester")
    monkeypatch.setenv("ARGMAP_STATE_DIR", str(tmp_path / "state"))


@pytest.fixture(autouse=True)
def temporary_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Nothing stays in the folder for temporary files."""
    place = tmp_path / "temporary"
    place.mkdir()
    with monkeypatch.context() as patched:
        patched.setattr(tempfile, "tempdir", str(place))
        yield
    assert list(place.iterdir()) == []


@pytest.fixture
def folder() -> Iterator[Path]:
    """An empty folder."""
    with quick_folder() as made:
        yield made
