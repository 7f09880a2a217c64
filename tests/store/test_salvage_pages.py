"""Damaged pages: rows are read without SQLite where pages are lost, and no damage makes the rescue fail."""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING

import pytest

from argmap.errors import UnreadableFileError
from argmap.store.reading import read_file
from argmap.store.rows import COLUMNS
from argmap.store.salvage_checks import examine
from argmap.store.salvage_pages import Pages
from argmap.store.salvage_tables import find_rows
from tests.store.raw import fetch, patch, run
from tests.store.rescuing import (
    PAGE,
    WITHOUT_HISTORY,
    claim_ids,
    ids_in,
    readable,
    refusal_of,
    salvaged,
    zero,
)

if TYPE_CHECKING:
    from pathlib import Path


# -- reading pages without SQLite ------------------------------------------------------------------------------------


@pytest.mark.parametrize("page_size", [512, 1024, PAGE, 65_536])
def test_rows_are_read_from_pages_as_sqlite_reads_them(path: Path, page_size: int) -> None:
    """Long rows, that go on over other pages, as well as short ones, on pages of any size."""
    run(
        path,
        "UPDATE claim SET note = note || hex(zeroblob(3000)) WHERE number < 5",
        f"UPDATE source SET text = '{'ß' * 70_000}'",
    )
    run(path, f"PRAGMA page_size = {page_size}", "VACUUM")
    found = find_rows(Pages(path.read_bytes()))
    assert not found.torn
    assert not found.torn_keys
    for table, columns in COLUMNS.items():
        rows = [tuple(row.values[column] for column in columns) for row in found.rows[table]]
        assert rows == fetch(path, f"SELECT {', '.join(columns)} FROM {table} ORDER BY rowid"), table
        assert not any(row.damaged for row in found.rows[table])
        assert set(found.keys[table]) == {rowid for (rowid,) in fetch(path, f"SELECT rowid FROM {table}")}


@pytest.mark.parametrize("page_size", [512, 1024, PAGE, 8192])
def test_the_size_of_pages_is_found_out_where_no_header_says_it(sample: Path, page_size: int) -> None:
    run(sample, f"PRAGMA page_size = {page_size}", "VACUUM")
    patch(sample, 0, bytes(100))
    assert Pages(sample.read_bytes()).size == page_size


# -- one page of many ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("first", range(1, 11))
def test_one_lost_page_loses_nothing_while_the_history_holds(sample: Path, first: int) -> None:
    """Whichever page it is: what the tables lose the history has, and the other way round."""
    content = sample.read_bytes()
    known = read_file(sample).map
    for page in range(first, len(content) // PAGE + 1, 10):
        sample.write_bytes(content)
        zero(sample, page)
        map_, rescue = readable(sample)
        assert known == map_, f"page {page}"
        assert not rescue.report.lost


@pytest.mark.parametrize("first", range(1, 11))
def test_one_lost_page_loses_what_stood_on_it_and_that_is_listed(sample: Path, first: int) -> None:
    """Without a history, every claim that does not come back is named."""
    run(sample, WITHOUT_HISTORY)
    content = sample.read_bytes()
    known = {str(id_) for (id_,) in fetch(sample, "SELECT id FROM claim")}
    for page in range(first, len(content) // PAGE + 1, 10):
        sample.write_bytes(content)
        zero(sample, page)
        map_, rescue = readable(sample)
        assert known - claim_ids(map_) == ids_in(rescue.report.lost), f"page {page}"
        assert len(map_.claims) >= 0.75 * len(known), f"page {page}"


@pytest.mark.parametrize("seed", range(12))
def test_many_lost_pages_lose_nothing_unsaid(sample: Path, seed: int) -> None:
    """Only what was there is listed; where more may be lost than is listed, that is said."""
    known = read_file(sample).map
    zero(sample, *random.Random(seed).sample(range(1, 102), 15))
    map_, rescue = salvaged(sample)
    missing = claim_ids(known) - claim_ids(map_)
    assert ids_in(rescue.report.lost) <= missing
    if not any("claims" in told for told in rescue.report.told):
        assert ids_in(rescue.report.lost) == missing
    for claim in map_.claims.values():
        assert known.claims[claim.id] == claim or claim.id in ids_in(rescue.report.repaired)


@pytest.mark.parametrize("share", [value / 20 for value in range(1, 20)])
def test_of_a_file_that_is_cut_off_the_rest_comes_back(sample: Path, share: float) -> None:
    known = read_file(sample).map
    os.truncate(sample, int(sample.stat().st_size * share))
    if share < 0.1:
        assert refusal_of(sample) == "E-NOTHING-LEFT"
        return
    map_, rescue = salvaged(sample)
    assert claim_ids(map_) <= claim_ids(known)
    assert ids_in(rescue.report.lost) <= claim_ids(known) - claim_ids(map_)
    assert rescue.report.lost or rescue.report.told or known == map_
    if share > 0.55:
        assert claim_ids(map_) == claim_ids(known)


# -- any damage at all -----------------------------------------------------------------------------------------------


def _mutated(content: bytes, chance: random.Random) -> bytes:
    """A file after one to five accidents: flipped bits, runs of garbage or zeros, swapped pages, a lost end."""
    spoiled = bytearray(content)
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(spoiled))
        match chance.randrange(6):
            case 0:
                spoiled[at] ^= 1 << chance.randrange(8)
            case 1:
                spoiled[at : at + 40] = chance.randbytes(len(spoiled[at : at + 40]))
            case 2:
                spoiled[at : at + PAGE] = bytes(len(spoiled[at : at + PAGE]))
            case 3:
                first, second = (chance.randrange(len(content) // PAGE) * PAGE for _ in range(2))
                spoiled[first : first + PAGE], spoiled[second : second + PAGE] = (
                    spoiled[second : second + PAGE],
                    spoiled[first : first + PAGE],
                )
            case 4:
                page = at - at % PAGE
                place = min(page + chance.randrange(16), len(spoiled) - 1)  # what a page says of itself
                spoiled[place] = chance.randrange(256)
            case _:
                del spoiled[max(at, 200) :]
    return bytes(spoiled)


@pytest.mark.parametrize("part", range(6))
def test_whatever_happens_to_a_file_it_is_examined_and_rescued_or_refused(path: Path, part: int) -> None:
    """Three hundred accidents: nothing but sentences, and every file that is made opens."""
    content = path.read_bytes()
    rescued = 0
    for seed in range(50 * part, 50 * part + 50):
        path.write_bytes(_mutated(content, random.Random(seed)))
        try:
            examination = examine(path)
        except UnreadableFileError:
            assert refusal_of(path).startswith("E-")
            continue
        try:
            read_file(path)
        except UnreadableFileError:
            assert not examination.is_sound, f"seed {seed}"
        else:
            assert examination.is_sound, f"seed {seed}"
        if examination.rescue is not None or examination.is_sound:
            salvaged(path)
            rescued += 1
    assert rescued > 25
