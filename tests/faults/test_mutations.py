"""Files of ours that were spoiled at random are refused, or say exactly what they said before; never anything else.

``ARGMAP_FAULTS=1000`` spoils two thousand files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap import editing
from argmap.document import Document
from argmap.errors import UnreadableFileError
from tests.faults.counts import MUTATIONS
from tests.faults.mutations import spoil_often
from tests.faults.scenes import State, claim, put_whole
from tests.store.raw import run

if TYPE_CHECKING:
    from pathlib import Path


def test_no_spoiled_file_is_read_as_another_map_or_with_another_history(folder: Path) -> None:
    """Where what was spoiled means nothing, the map is the same, to the last step of its history."""
    noticed = spoil_often(folder, MUTATIONS)
    assert not noticed.undetected, noticed
    assert not noticed.history_only, noticed
    assert sum(noticed.refused.values()) > MUTATIONS // 2, "most of them do harm, or this tests little"
    assert noticed.equal > 0


def test_a_file_that_forgot_a_number_it_had_given_is_found_out(folder: Path) -> None:
    """The highest claim was removed; its number must not be given to another, whatever became of the file's own row."""
    document = Document.open(put_whole(folder))
    document.do(editing.add_claim(document.map, "Soon gone"))
    highest = document.map.highest_numbers()
    document.do(editing.remove_claim(document.map, claim(document, f"C{highest[0]}")))
    run(document.path, "UPDATE file SET last_claim = 1")
    code = ""
    try:
        found = State.of(document.path).highest
    except UnreadableFileError as error:
        found, code = highest, error.code
    assert (found, code) in {(highest, ""), (highest, "E-HISTORY")}
