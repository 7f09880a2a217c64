"""The maps opened last: the newest first, those that are gone left out; losing the list loses nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from argmap.settings import recent_files, remember_file, state_folder


def _made(folder: Path, *names: str) -> list[Path]:
    paths = [folder / name for name in names]
    for path in paths:
        path.touch()
        remember_file(path)
    return paths


def test_the_state_folder_is_the_chosen_one(state: Path) -> None:
    assert state == state_folder()
    assert not state.exists()


def test_the_state_folder_is_the_systems_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGMAP_STATE_DIR", "")
    monkeypatch.setenv("XDG_STATE_HOME", "/somewhere")
    assert state_folder().name == "argmap"


def test_nothing_was_opened_yet() -> None:
    assert recent_files() == ()


def test_the_newest_comes_first_and_each_once(tmp_path: Path) -> None:
    one, two = _made(tmp_path, "one.argmap", "two.argmap")
    assert recent_files() == (two, one)
    remember_file(one)
    assert recent_files() == (one, two)


def test_a_relative_path_is_remembered_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _made(Path(), "here.argmap")
    assert recent_files() == (tmp_path / "here.argmap",)


def test_files_that_are_gone_are_left_out(tmp_path: Path) -> None:
    one, two = _made(tmp_path, "one.argmap", "two.argmap")
    two.unlink()
    assert recent_files() == (one,)


def test_ten_are_remembered(tmp_path: Path) -> None:
    made = _made(tmp_path, *(f"{number}.argmap" for number in range(12)))
    assert recent_files() == tuple(made[:1:-1])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"null",
        b'{"a": 1}',
        b"[1, null, {}]",
        b'["", "a\\u0000b"]',
        b"\xff",
        b"[" * 100_000,
        json.dumps(["n" * 5_000]).encode(),
        json.dumps(["/missing"]).encode(),
    ],
)
def test_a_spoiled_list_is_an_empty_one_and_is_written_anew(state: Path, tmp_path: Path, content: bytes) -> None:
    state.mkdir(parents=True)
    (state / "recent.json").write_bytes(content)
    assert recent_files() == ()
    (one,) = _made(tmp_path, "one.argmap")
    assert recent_files() == (one,)


def test_a_list_that_cannot_be_written_is_no_error(state: Path, tmp_path: Path) -> None:
    state.parent.mkdir()
    state.write_text("a file where the folder should be")
    (one,) = _made(tmp_path, "one.argmap")
    assert one.exists()
    assert recent_files() == ()
    assert state.read_text() == "a file where the folder should be"


def test_a_name_that_is_no_text_is_no_error(tmp_path: Path) -> None:
    (one,) = _made(tmp_path, "one.argmap")
    remember_file(tmp_path / "\udcff.argmap")
    assert recent_files() in {(one,), (tmp_path / "\udcff.argmap", one)}


def test_nothing_unfinished_is_left_in_the_state_folder(state: Path, tmp_path: Path) -> None:
    _made(tmp_path, "one.argmap", "two.argmap")
    assert [path.name for path in state.iterdir()] == ["recent.json"]
