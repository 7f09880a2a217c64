"""Keys typed before the screen is there do what they would have done a moment later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.terminal.program import argmap, opened

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("keys", "seen"), [("jjj", " C3 Three\n Position"), ("jj+", "A reason for C2")])
def test_no_key_is_lost_while_the_program_starts(tmp_path: Path, keys: str, seen: str) -> None:
    made = argmap(tmp_path, "new", "early.argmap", "Which?", "-p", "One", "-p", "Two", "-p", "Three")
    assert made.returncode == 0, made.stderr
    with opened(tmp_path / "early.argmap") as program:
        program.keys(keys)
        program.wait(lambda: seen in program.screen(), f"{seen!r} on the screen", seconds=15.0)
