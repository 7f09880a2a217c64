"""A user's own opposites are read once, and again as soon as their file has changed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from argmap.matching import terms_of
from argmap.model import ArgumentMap
from argmap.settings.own_words import NAME, own_opposites

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ARGMAP_CONFIG_DIR", str(tmp_path))
    return tmp_path


def test_without_a_file_there_are_none(folder: Path) -> None:
    assert own_opposites() == ()
    (folder / NAME).mkdir()
    assert own_opposites() == ()


def test_it_is_read_once_as_long_as_it_stays_as_it_is(folder: Path) -> None:
    (folder / NAME).write_text("glorp | frumious\n", encoding="utf-8")
    assert own_opposites() == ("glorp | frumious",)
    assert own_opposites() is own_opposites()
    assert terms_of(ArgumentMap()) is terms_of(ArgumentMap())


def test_a_change_counts_at_once(folder: Path) -> None:
    """Also in a file that is put in its place and is as old."""
    place = folder / NAME
    place.write_text("glorp | frumious\n", encoding="utf-8")
    assert terms_of(ArgumentMap()).opposites.are("glorp", "frumious")
    place.write_text("glorp | bandersnatch\n", encoding="utf-8")
    assert terms_of(ArgumentMap()).opposites.are("glorp", "bandersnatch")
    assert not terms_of(ArgumentMap()).opposites.are("glorp", "frumious")
    (folder / "new").write_text("mimsy | glorp\n", encoding="utf-8")
    os.utime(folder / "new", ns=(place.stat().st_atime_ns, place.stat().st_mtime_ns))
    (folder / "new").replace(place)
    assert own_opposites() == ("mimsy | glorp",)
    place.unlink()
    assert own_opposites() == ()


def test_what_is_no_text_is_passed_over(folder: Path) -> None:
    (folder / NAME).write_bytes(b"\xff\xfe\x00")
    assert own_opposites() == ()
