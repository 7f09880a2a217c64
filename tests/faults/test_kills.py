"""A program that is killed in the middle of its edits loses no step that it had said was saved.

``ARGMAP_FAULTS=1000`` kills a hundred times.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.faults.counts import KILLS
from tests.faults.kills import kill_often

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(sys.platform == "win32", reason="the worker forks, which Windows cannot")
def test_a_killed_program_loses_no_step_that_it_had_said_was_saved(folder: Path) -> None:
    """Also: what it left is sound, reading it writes nothing, and the next edit leaves nothing beside the file."""
    tally = kill_often(folder, KILLS)
    assert tally.kills == KILLS
    assert tally.saved > KILLS
    assert tally.journals > 0, "some die with a save half done, or this tests little"
    assert tally.lost == 0, tally
    assert not tally.refused, tally
