"""keys.toml: what can be read counts, what cannot is named, and nothing in it ends the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.settings.keys_file import chosen_keys, read_keys

if TYPE_CHECKING:
    from pathlib import Path

FILE = """preset = "vim"

[keys]
"add-reason" = ["r", "ctrl+r"]
undo = "U"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ARGMAP_CONFIG_DIR", str(tmp_path))
    monkeypatch.delenv("ARGMAP_KEYS", raising=False)
    return tmp_path


def test_preset_keys_and_their_lines_are_read() -> None:
    found = read_keys(FILE)
    assert found.preset == "vim"
    assert found.keys == {"add-reason": ("r", "ctrl+r"), "undo": ("U",)}
    assert found.lines == {"add-reason": 4, "undo": 5}
    assert not found.problems


def test_a_line_that_is_no_toml_is_left_out_and_named() -> None:
    found = read_keys(FILE.replace('["r", "ctrl+r"]', "[r"))
    assert found.keys == {"undo": ("U",)}
    assert found.preset == "vim"
    assert found.problems == ("line 4 cannot be read and is left out",)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("preset = 3", "preset takes a name in quotes"),
        ('keys = "x"', "keys is a table"),
        ("[keys]\nundo = 3", "line 2: undo takes keys in quotes"),
        ("[keys]\nundo = [3]", "line 2: undo takes keys in quotes"),
        ("colour = 1", "“colour” means nothing here"),
    ],
)
def test_what_is_no_key_is_told(text: str, problem: str) -> None:
    found = read_keys(text)
    assert found.problems[0].startswith(problem)
    assert not found.keys


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    assert read_keys(text).problems is not None


def test_without_a_file_there_is_nothing_to_say(folder: Path) -> None:
    assert not folder.joinpath("keys.toml").exists()
    found = chosen_keys()
    assert (found.preset, dict(found.keys), found.problems) == ("", {}, ())


def test_the_environment_names_the_preset(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.joinpath("keys.toml").write_text('preset = "standard"\n[keys]\nundo = "U"', encoding="utf-8")
    monkeypatch.setenv("ARGMAP_KEYS", "vim")
    assert chosen_keys().preset == "vim"
    assert chosen_keys().keys == {"undo": ("U",)}


@pytest.mark.parametrize(
    ("content", "why"), [(b"\xff\xfe\xff", "it is not UTF-8 text"), (b"#" * 100_001, "it is too long")]
)
def test_a_file_that_is_no_settings_is_not_used(folder: Path, content: bytes, why: str) -> None:
    folder.joinpath("keys.toml").write_bytes(content)
    assert chosen_keys().problems == (f"it is not used: {why}",)


def test_a_folder_in_its_place_is_told(folder: Path) -> None:
    folder.joinpath("keys.toml").mkdir()
    assert chosen_keys().problems[0].startswith("it is not used: ")
