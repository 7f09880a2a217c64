"""What argmap writes is read by the programs whose formats these are: arguebuf and SADFace, where they are installed.

Set ``ARGMAP_PEER_PYTHON`` to a Python that has both (``pip install arguebuf sadface`` in an environment of its own).
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import warnings
from pathlib import Path

import pytest

from argmap import formats
from argmap.document import Document

PEER = Path(__file__).with_name("peer.py")
SAMPLE = Path(__file__).parents[3] / "argmaps" / "iraq-troops.argmap"
_NOT_TESTED = (
    "NO PEERS: that arguebuf and SADFace read what argmap writes was NOT TESTED. "
    "Set ARGMAP_PEER_PYTHON to a Python that has both."
)


@pytest.fixture(scope="module")
def python() -> str:
    """The Python that has the other programs; without it, a warning that cannot be overlooked."""
    found = os.environ.get("ARGMAP_PEER_PYTHON", "")
    if not found:
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            warnings.warn(_NOT_TESTED, stacklevel=1)
        pytest.skip(_NOT_TESTED)
    assert shutil.which(found), f"ARGMAP_PEER_PYTHON is {found}, which cannot be run"
    return found


def run(python: str, *arguments: str) -> list[object]:
    """Run the other program; return what it prints, line by line."""
    done = subprocess.run([python, str(PEER), *arguments], capture_output=True, text=True, timeout=60, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_map_that_arguebuf_loads_and_dumps_comes_back_equal(python: str, tmp_path: Path) -> None:
    map_ = Document.open(Path(shutil.copy(SAMPLE, tmp_path / "m.argmap"))).map
    (tmp_path / "out.json").write_bytes(formats.write(map_, "arguebuf").content)
    (counts,) = run(python, "arguebuf", str(tmp_path / "out.json"), str(tmp_path / "back.json"))
    supporting = sum(each.supports for each in map_.inferences.values())
    assert isinstance(counts, dict)
    assert counts["atoms"] == len(map_.claims)
    assert sum(count for kind, count in counts["schemes"].items() if "Support" in kind) == supporting
    assert sum(counts["schemes"].values()) == len(map_.inferences)
    assert formats.read((tmp_path / "back.json").read_bytes(), "back.json").map() == map_


def test_sadface_finds_nothing_wrong_but_what_its_own_example_has_too(python: str, tmp_path: Path) -> None:
    map_ = Document.open(Path(shutil.copy(SAMPLE, tmp_path / "m.argmap"))).map
    (tmp_path / "out.json").write_bytes(formats.write(map_, "sadface").content)
    problems, counts = run(python, "sadface", str(tmp_path / "out.json"))
    names = ("claim", "description", "notes", "title")
    assert problems == [f"Metadata contains the invalid key: {name}" for name in names]
    assert isinstance(counts, dict)
    assert (counts["atoms"], sum(counts["schemes"].values())) == (
        len(map_.claims),
        len(map_.inferences) + len(map_.conflicts),
    )
