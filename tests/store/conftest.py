"""A folder on the fastest disk for each test, and a state folder of the tests' own."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from argmap.settings.samples import sample_files
from tests.store.raw import quick_folder
from tests.store.whole import make_whole

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


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file in which every table has rows, made once."""
    return make_whole(tmp_path_factory.mktemp("whole") / "whole.argmap").path


@pytest.fixture
def path(folder: Path, made: Path) -> Path:
    """A copy of a file in which every table has rows."""
    return folder.joinpath(shutil.copyfile(made, folder / "m.argmap"))


@pytest.fixture
def sample(folder: Path) -> Path:
    """A copy of the large sample."""
    (source,) = sample_files("iraq-troops").values()
    return folder.joinpath(shutil.copyfile(source, folder / "m.argmap"))
