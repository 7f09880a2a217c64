"""A folder on the fastest disk for each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.store.raw import quick_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def folder() -> Iterator[Path]:
    """An empty folder."""
    with quick_folder() as made:
        yield made
