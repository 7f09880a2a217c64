"""What was copied is kept whole, small enough, and for this user alone."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from argmap.errors import UnfitError, UnwritableFileError
from argmap.settings import copied, keep_copied, kept_copy, state_folder

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ARGMAP_STATE_DIR", str(tmp_path / "state"))
    return state_folder()


def test_what_is_kept_comes_back(folder: Path) -> None:
    keep_copied(b"one")
    keep_copied("zwei – ü".encode())
    assert kept_copy() == "zwei – ü".encode()
    assert [path.name for path in folder.iterdir()] == ["copied.json"]
    if os.name == "posix":
        assert (folder / "copied.json").stat().st_mode & 0o077 == 0


def test_nothing_copied_yet_is_said() -> None:
    with pytest.raises(UnfitError, match="Nothing was copied yet"):
        kept_copy()


def test_a_folder_in_its_place_is_nothing_copied(folder: Path) -> None:
    (folder / "copied.json").mkdir(parents=True)
    with pytest.raises(UnfitError, match="Nothing was copied yet"):
        kept_copy()
    with pytest.raises(UnwritableFileError, match="Not saved"):
        keep_copied(b"x")


def test_what_is_too_large_is_neither_kept_nor_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_copied(b"12345")
    monkeypatch.setattr(copied, "MOST_BYTES", 4)
    with pytest.raises(UnfitError, match="too large"):
        keep_copied(b"67890")
    assert (folder / "copied.json").read_bytes() == b"12345"
    with pytest.raises(UnfitError, match="too large"):
        kept_copy()
