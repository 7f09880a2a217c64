"""How each map was looked at: kept by its path, ignored when broken, given up where it cannot be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.settings import read_view, state_folder, write_view

if TYPE_CHECKING:
    from pathlib import Path


def _kept(path: Path) -> Path:
    """Return the file in which the view of *path* is kept."""
    write_view(path, {"cursor": 1})
    (file,) = (state_folder() / "views").iterdir()
    return file


def test_each_map_has_a_view_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = tmp_path / "one.argmap", tmp_path / "two.argmap"
    assert read_view(one) == {}
    write_view(one, {"level": 1})
    write_view(two, {"level": 2})
    write_view(one, {"level": 3})
    assert (read_view(one), read_view(two)) == ({"level": 3}, {"level": 2})
    monkeypatch.chdir(tmp_path)
    assert read_view(one.relative_to(tmp_path)) == {"level": 3}
    assert len(list((state_folder() / "views").iterdir())) == 2


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[1]", b"3", b"\xff\xfe{}", b"[" * 100_000, b'{"a": "' + b"x" * 400_000 + b'"}']
)
def test_a_broken_file_is_no_view(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "one.argmap"
    _kept(path).write_bytes(content)
    assert read_view(path) == {}
    write_view(path, {"level": 1})
    assert read_view(path) == {"level": 1}


def test_a_view_too_large_to_read_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "one.argmap"
    write_view(path, {"level": 1})
    write_view(path, {"folds": ["x" * 400_000]})
    assert read_view(path) == {"level": 1}


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path, state: Path) -> None:
    state.parent.mkdir(parents=True, exist_ok=True)
    state.write_text("a file, where the folder should be", encoding="utf-8")
    write_view(tmp_path / "one.argmap", {"level": 1})
    assert read_view(tmp_path / "one.argmap") == {}


def test_nothing_unfinished_is_left(tmp_path: Path) -> None:
    file = _kept(tmp_path / "one.argmap")
    file.unlink()
    file.mkdir()  # nothing can be put in its place
    write_view(tmp_path / "one.argmap", {"level": 1})
    assert list((state_folder() / "views").iterdir()) == [file]
