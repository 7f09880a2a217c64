"""A folder on the fastest disk for each test, and a state folder of the tests' own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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


@pytest.fixture
def folder() -> Iterator[Path]:
    """An empty folder."""
    with quick_folder() as made:
        yield made
