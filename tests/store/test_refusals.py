"""Files that are no maps, or no longer: each is refused with its code and one sentence, and not touched."""

from __future__ import annotations

import os
import shutil
from contextlib import chdir
from typing import TYPE_CHECKING

import pytest

from argmap import editing
from argmap.document import Document
from argmap.errors import UnreadableFileError
from argmap.store import MapFile, reading
from argmap.store.migrations import FORMAT
from argmap.store.refusals import REFUSALS
from argmap.store.rows import COLUMNS
from tests.store.raw import digest, fetch, run, snapshot, steps_in
from tests.store.spoiling import SPOILED, bomb
from tests.store.whole import make_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file in which every table has rows."""
    path = make_whole(tmp_path_factory.mktemp("whole") / "whole.argmap").path
    for (table,) in fetch(path, "SELECT name FROM sqlite_schema WHERE type = 'table'"):
        assert fetch(path, f"SELECT count(*) > 0 FROM {table}") == [(1,)], f"{table} is empty"
    return path


@pytest.fixture
def map_(folder: Path, whole: Path) -> Iterator[Path]:
    """A copy of it, in the working folder."""
    path = folder / "m.argmap"
    shutil.copyfile(whole, path)
    with chdir(folder):
        yield path


def _refused(path: Path) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as refusal:
        MapFile(path).read()
    return refusal.value


@pytest.mark.parametrize("way", SPOILED)
def test_a_spoiled_file_is_refused_with_its_code_and_not_touched(map_: Path, way: str) -> None:
    spoil, code = SPOILED[way]
    spoil(map_)
    before = _listed(map_)
    refusal = _refused(map_)
    assert refusal.code == code
    assert refusal.exit_status == 3
    assert before == _listed(map_)


def test_every_refusal_has_a_file_that_meets_it() -> None:
    """But those of busy, slow and overfull files, spoiled histories and salvage, which have tests of their own."""
    elsewhere = {"E-BUSY", "E-TOO-SLOW", "E-TOO-MUCH", "E-HISTORY", "E-NOTHING-LEFT", "E-VANISHED"}
    assert sorted({code for _, code in SPOILED.values()} | elsewhere) == sorted(REFUSALS)


def test_a_file_of_more_rows_than_memory_takes_is_not_fetched(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_FEW_BYTES", 0)
    rows = sum(count for table in COLUMNS for (count,) in fetch(map_, f"SELECT count(*) FROM {table}"))
    monkeypatch.setattr(reading, "MOST_ROWS", rows)
    MapFile(map_).read()
    monkeypatch.setattr(reading, "MOST_ROWS", rows - 1)
    before = digest(map_)
    refusal = _refused(map_.relative_to(map_.parent))
    assert refusal.code == "E-TOO-MUCH"
    assert str(refusal) == f"m.argmap holds more than any map ({rows} rows). It was not opened."
    assert before == digest(map_)


def test_the_statistics_another_program_left_do_no_harm(map_: Path) -> None:
    """Not even absurd ones; the next save drops them."""
    known = MapFile(map_).read().map
    run(map_, "ANALYZE", "UPDATE sqlite_stat1 SET stat = '-9223372036854775808 x 1e999'")
    run(map_, "INSERT INTO sqlite_stat1 VALUES (NULL, x'ff', 7)")
    document = Document.open(map_)
    assert document.map == known
    document.do(editing.reword(known, known.positions()[0].id, "Other words"))
    assert fetch(map_, "SELECT name FROM sqlite_schema WHERE name LIKE 'sqlite_stat%'") == []
    assert Document.open(map_).map == document.map


def _listed(path: Path) -> dict[str, object]:
    """What lies in the folder; without reading pipes, devices and five gigabytes."""
    found: dict[str, object] = {}
    for each in sorted(path.parent.rglob("*")):
        status = each.lstat()
        small = each.is_file() and not each.is_symlink() and status.st_size < 1 << 24
        found[each.name] = digest(each) if small else (status.st_mode, status.st_size, status.st_mtime_ns)
    return found


_RESCUE = "To rescue what can be read: argmap doctor m.argmap --salvage -o NEW.argmap"
SENTENCES = {
    "missing": "There is no file m.argmap. To start a map: argmap new m.argmap",
    "folder": "m.argmap is a folder. Name a map in it, such as m.argmap/my.argmap.",
    "empty": "m.argmap is empty. It may be an unfinished download; fetch it again or take a backup.",
    "text": "m.argmap is not a map; it looks like text. To read a map from text: argmap import",
    "JSON": "m.argmap is not a map; it looks like JSON. To read a map from text: argmap import",
    "HTML": "m.argmap is not a map; it looks like XML or a web page. To read a map from text: argmap import",
    "PDF": "m.argmap is not a map; it looks like a PDF. Nothing was changed.",
    "ZIP": "m.argmap is not a map; it looks like a ZIP archive or a Word document. Nothing was changed.",
    "zeroes": "m.argmap is not a map. Nothing was changed.",
    "another application": "m.argmap is a database of another application (id 0x0f055112), not a map.",
    "newer format": f"m.argmap was written by a newer argmap (format 99; this one reads up to format {FORMAT}). "
    "Nothing was changed. Install a newer argmap to read it.",
    "half": "m.argmap is cut off: part of it is missing. Fetch it again or take a backup. " + _RESCUE,
    "claim without words": "m.argmap holds something no map can hold: A claim needs at least one word. "
    "Nothing was changed; take a backup. " + _RESCUE,
    "copied during a save": "m.argmap is damaged: it mixes two states, as when it was copied during a save. "
    "Nothing was changed; copy it again or take a backup. " + _RESCUE,
}


@pytest.mark.parametrize("way", SENTENCES)
def test_the_sentence_says_what_happened_and_what_to_do(map_: Path, way: str) -> None:
    SPOILED[way][0](map_)
    assert SENTENCES[way] == str(_refused(map_.relative_to(map_.parent)))


@pytest.mark.parametrize("text", ["[Tax]: a tax is fair\n", "<Why>: it is fair\n"])
def test_argdown_is_text_and_neither_json_nor_xml(map_: Path, text: str) -> None:
    map_.write_text(text, encoding="utf-8")
    assert "it looks like text." in str(_refused(map_))


@pytest.mark.parametrize("share", [value / 20 for value in range(1, 20)])
def test_a_file_cut_anywhere_is_refused(map_: Path, share: float) -> None:
    os.truncate(map_, int(map_.stat().st_size * share))
    assert _refused(map_).code == "E-TRUNCATED"


def test_no_flipped_byte_of_a_file_changes_the_map_unseen(map_: Path) -> None:
    """Wherever a byte of the file is another, the file is refused, or holds the same map still."""
    content = map_.read_bytes()
    known = MapFile(map_).read().map
    accepted = 0
    for place in range(0, len(content), len(content) // 150):
        spoiled = bytearray(content)
        spoiled[place] ^= 0x21
        map_.write_bytes(spoiled)
        try:
            read = MapFile(map_).read().map
        except UnreadableFileError:
            continue
        accepted += 1
        assert known == read, f"byte {place}"
    assert accepted < 150, "some bytes matter"


def test_a_spoiled_history_is_refused_when_it_is_asked_for(map_: Path) -> None:
    run(map_, "UPDATE step SET kind = 'nonsense' WHERE seq = 2")
    with pytest.raises(UnreadableFileError) as refusal:
        MapFile(map_).history()
    assert refusal.value.code == "E-DAMAGED"


@pytest.mark.parametrize("payload", [b"", b"no zlib", bomb()], ids=["empty", "garbage", "bomb"])
def test_a_stranger_s_file_with_a_spoiled_step_is_refused(map_: Path, payload: bytes) -> None:
    step = steps_in(map_)[-1]
    run(map_, f"UPDATE step SET payload = x'{payload.hex()}' WHERE id = '{step.id}'")
    before = digest(map_)
    with pytest.raises(UnreadableFileError) as refusal:
        Document.open(map_)
    assert refusal.value.code == "E-HISTORY"
    assert before == digest(map_)


def test_a_step_there_is_not_changed_nothing(map_: Path) -> None:
    assert MapFile(map_).changes_of("no such step") == ()


def test_a_file_name_is_shown_clean(folder: Path) -> None:
    """A name with control characters cannot steer the terminal that reads the refusal."""
    path = folder / "a\x1b[31m\nb.argmap"
    path.write_bytes(b"")
    before = snapshot(folder)
    assert str(_refused(path)).startswith(f"{folder}/a␛[31m b.argmap is empty.")
    assert before == snapshot(folder)
