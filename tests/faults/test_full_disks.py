"""A file that may not grow, and a disk that is really full: the refusal is a sentence, and small edits still work."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from argmap import editing
from argmap.document import Document
from argmap.errors import UnwritableFileError
from argmap.model import ArgumentMap
from tests.document.handles import check_file, check_history
from tests.faults.scenes import NAME, contents, put_whole
from tests.faults.working import workers
from tests.store.raw import snapshot
from tests.store.whole import make_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LAST = "The file is as it was before; try again."


@pytest.mark.skipif(sys.platform == "win32", reason="the limit on a file's size is POSIX's")
@pytest.mark.parametrize("room", [20_000, 50_000, 123_456])
def test_a_file_that_may_not_grow_any_more_keeps_its_last_state_and_takes_small_edits(folder: Path, room: int) -> None:
    path = put_whole(folder)
    with workers() as (worker,):
        worker.start("fill", path, room)
        worker.go()
        said = worker.hear_all()
    assert said == [
        "going",
        f"refused Not saved to {path}: the disk reported an error, or is full. {_LAST}",
        "file True",
        "memory True",
        "small True",
        "end 0",
    ]
    assert list(contents(folder)) == [NAME]
    document = Document.open(path)
    check_file(path, document.map)
    check_history(path, document.map)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    if mount is None:
        pytest.skip("there is no mount here")
    done = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip(f"mounting is not allowed here: {done.stderr.strip()}")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_keeps_the_last_state_and_takes_small_edits(small_disk: Path) -> None:
    document = make_whole(small_disk / NAME)
    claim = next(iter(document.map.claims))
    choose = random.Random(0)
    for _ in range(200):
        before, known = snapshot(small_disk), ArgumentMap(document.map.entities())
        try:
            note = "".join(chr(choose.randrange(0x4E00, 0x9FFF)) for _ in range(9_000))
            document.do(editing.set_note(document.map, claim, note))
        except UnwritableFileError as error:
            refusal = str(error)
            break
    assert refusal == f"Not saved to {document.path}: the disk is full. {_LAST}"
    assert before == snapshot(small_disk)
    assert known == document.map
    document.do(editing.set_title(document.map, "Short"))
    check_file(document.path, document.map)
    check_history(document.path, document.map)


def test_a_new_map_on_a_full_disk_is_refused_and_leaves_nothing(small_disk: Path) -> None:
    (small_disk / "filler").write_bytes(bytes((1 << 20) - 40_960))
    with pytest.raises(UnwritableFileError) as refusal:
        make_whole(small_disk / NAME)
    nothing = "Nothing was written; choose another place, or try again."
    assert str(refusal.value) == f"Not saved to {small_disk / NAME}: the disk is full. {nothing}"
    assert list(snapshot(small_disk)) == ["filler"]
