"""The power goes in the middle of a save: the map is the one before or the one after, and what was saved stays saved.

The store's own code runs on a disk whose operations are noted. After a cut, what was synced is there; of the rest any
part, torn at every 512 bytes. ``ARGMAP_FAULTS=1000`` cuts a thousand times.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.store import connection as connecting
from tests.faults.counts import POWER_CUTS
from tests.faults.power_cuts import GOOD, cut_often, cut_twice, kill_everywhere
from tests.faults.scenes import all_scenes, bring_in_many, give_a_reason, record

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path


def test_a_power_cut_leaves_the_map_before_or_after_and_loses_no_save_that_returned(folder: Path) -> None:
    """Also: reading what is left writes nothing, the next edit works, and then nothing lies beside the file."""
    found = cut_often(all_scenes(folder), folder, POWER_CUTS)
    assert set(found) == GOOD, found


def test_a_program_that_dies_after_any_operation_leaves_the_map_before_or_after(folder: Path) -> None:
    found = kill_everywhere(record("a reason", folder, give_a_reason), folder)
    assert set(found) == GOOD, found


def test_a_second_power_cut_while_the_first_is_being_mended_loses_nothing_either(folder: Path) -> None:
    found = cut_twice(record("an import", folder, bring_in_many), folder, POWER_CUTS // 8)
    assert set(found) == GOOD, found


def _unsafe(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = OFF")


def _almost_safe(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = FULL")


@pytest.mark.parametrize(("pragmas", "harm"), [(_unsafe, "refused with E-DAMAGED"), (_almost_safe, "lost")])
def test_saves_with_weaker_pragmas_would_be_found_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch, pragmas: object, harm: str
) -> None:
    """A test of the tests: without syncs, and even with all but the folder's, these cuts do harm."""
    monkeypatch.setattr(connecting, "set_writing", pragmas)
    scene = record("a reason", folder, give_a_reason)
    assert harm in cut_often([scene], folder, 60)
