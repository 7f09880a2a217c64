"""A state folder of the test's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where argmap remembers things in this test; not made yet."""
    folder = tmp_path / "state" / "argmap"
    monkeypatch.setenv("ARGMAP_STATE_DIR", str(folder))
    return folder
