"""``argmap doctor``: what is right and wrong with a file, in words, and what can be rescued of it."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from argmap.display import clean_display
from argmap.store import MapFile
from tests.store.raw import forge, patch, run, snapshot
from tests.store.spoiling import SPOILED

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Argmap

_SALVAGE = ("--salvage", "-o", "new.argmap")
_HOPELESS = {
    *("E-MISSING", "E-FOLDER", "E-NOT-A-FILE", "E-NO-ACCESS", "E-EMPTY", "E-TOO-BIG", "E-NOT-A-MAP"),
    *("E-ENCODING", "E-NEWER-FORMAT"),
}


def test_a_sound_map_is_called_sound(argmap: Argmap, here: Path, m: str) -> None:
    before = snapshot(here)
    answer = argmap("doctor", m)
    assert (answer.status, answer.err) == (0, "")
    assert [line.split()[:2] for line in answer.lines[:-1]] == [
        ["ok", name] for name in ("file", "kind", "tables", "pages", "links", "sum", "content", "history")
    ]
    assert answer.lines[-1] == "m.argmap is sound."
    assert before == snapshot(here)


@pytest.mark.parametrize("way", SPOILED)
def test_every_spoiled_file_is_answered_in_words(argmap: Argmap, here: Path, m: str, way: str) -> None:
    """Status 3 with the usual sentence where there is no map, else 1 with what is wrong and what to do next."""
    spoil, code = SPOILED[way]
    spoil(here / m)
    answer = argmap("doctor", m)
    rescued = argmap("doctor", m, *_SALVAGE)
    if code in _HOPELESS or way in {"another application", "half a header"}:
        assert (answer.status, rescued.status, answer.out) == (3, 3, "")
        assert not (here / "new.argmap").exists()
        return
    assert answer.status == 1
    assert any(line.startswith("wrong") for line in answer.lines)
    assert answer.err.startswith("argmap: m.argmap is damaged")
    assert "\nNext: " in answer.err
    assert (here / "new.argmap").exists() == (rescued.status != 3)
    assert clean_display(answer.all) == answer.all


def test_what_is_wrong_with_the_tables_is_named(argmap: Argmap, here: Path, m: str) -> None:
    run(
        here / m,
        "CREATE TABLE extra (x)",
        "CREATE TRIGGER sly AFTER INSERT ON claim BEGIN DELETE FROM claim; END",
        "DROP INDEX step_seq",
        "ALTER TABLE claim ADD COLUMN x TEXT",
    )
    answer = argmap("doctor", m)
    assert answer.status == 1
    for words in (
        "a map has no table extra",
        "no trigger sly",
        "the index step_seq is missing",
        "the table claim is another",
    ):
        assert words in answer.out


def test_faults_of_pages_links_and_sum_are_counted(argmap: Argmap, here: Path, m: str) -> None:
    run(here / m, "DELETE FROM claim WHERE number = 3")
    answer = argmap("doctor", m)
    assert "parts refer to what is not there." in answer.out
    assert "of premise to claim" in answer.out
    assert "The sum over its rows is not the one its last save left" in answer.out
    assert "Can be rescued: 8 claims" in answer.out


def test_salvage_makes_a_new_map_and_says_so(argmap: Argmap, here: Path, m: str) -> None:
    known = MapFile(here / m).read().map
    patch(here / m, 4096, bytes(4096))
    content = (here / m).read_bytes()
    answer = argmap("doctor", m, *_SALVAGE)
    assert answer.status == 0
    assert answer.lines[0].startswith("Made new.argmap: 8 claims, 5 inferences")
    assert "the map is as the history gives it" in answer.lines[1]
    assert answer.err == "Nothing is lost. Next: argmap open new.argmap\n"
    assert known == MapFile(here / "new.argmap").read().map
    assert content == (here / m).read_bytes()
    assert argmap("doctor", "new.argmap").status == 0
    assert "Tester  Salvage from m.argmap" in argmap("log", "new.argmap").out


def test_what_is_lost_is_listed_by_kind_and_label(argmap: Argmap, here: Path, m: str) -> None:
    run(here / m, "UPDATE step SET payload = x''", "DELETE FROM claim WHERE number = 3")
    answer = argmap("doctor", m, *_SALVAGE)
    assert answer.status == 1
    assert "Lost: 1 claim, 1 inference, 1 conflict, 1 citation, 1 merged-away claim." in answer.lines
    assert "  R5: it lost 1 claim" in answer.lines
    assert "  R1 “What costs more is bought less”: it lost its co-premise 1 claim; read it over" in answer.lines
    assert answer.err.startswith("argmap: something is lost or was changed; it is listed. m.argmap is as it was.")


def test_many_losses_are_listed_in_part(argmap: Argmap, here: Path, m: str) -> None:
    for number in range(30):
        argmap("cite", m, "C8", "S1", "--paragraph", str(number))
    run(here / m, "UPDATE step SET payload = x''", "DELETE FROM source WHERE number = 1")
    answer = argmap("doctor", m, *_SALVAGE)
    assert "  … and 11 more; --json lists them all" in answer.lines
    value = json.loads(argmap("doctor", m, "--salvage", "-o", "other.argmap", "--json").out)
    assert sum(note["kind"] == "citation" for note in value["lost"]) == 31


def test_json_says_the_same(argmap: Argmap, here: Path, m: str) -> None:
    value = json.loads(argmap("doctor", m, "--json").out)
    assert (value["sound"], value["can_be_rescued"]) == (True, None)
    os.truncate(here / m, (here / m).stat().st_size // 2)
    answer = argmap("doctor", m, "--json")
    value = json.loads(answer.out)
    assert (answer.status, value["sound"]) == (1, False)
    assert value["checks"][0]["state"] == "wrong"
    assert value["checks"][1]["state"] == "not checked"
    made = argmap("doctor", m, *_SALVAGE, "--json")
    assert made.status == 1
    said = json.loads(made.out)
    assert (said.pop("file"), said.pop("made")) == ("m.argmap", "new.argmap")
    assert said == value["can_be_rescued"]


@pytest.mark.parametrize("arguments", [("--salvage",), ("-o", "new.argmap")])
def test_salvage_needs_a_place_and_a_place_needs_salvage(argmap: Argmap, m: str, arguments: tuple[str, ...]) -> None:
    answer = argmap("doctor", m, *arguments)
    assert answer.status == 2
    assert "--salvage -o NEW.argmap" in answer.err


@pytest.mark.parametrize("name", ["m.argmap", "./m.argmap", "link.argmap", "mine.txt"])
def test_nothing_that_is_there_is_written_over(argmap: Argmap, here: Path, m: str, name: str) -> None:
    (here / "mine.txt").write_text("mine")
    (here / "link.argmap").symlink_to(m)
    before = snapshot(here)
    answer = argmap("doctor", m, "--salvage", "-o", name)
    assert answer.status == 3
    assert "exists already and was left as it is" in answer.err
    assert before == snapshot(here)


def test_a_hostile_text_cannot_steer_the_terminal(argmap: Argmap, here: Path, m: str) -> None:
    run(here / m, "UPDATE step SET payload = x''", "UPDATE claim SET text = char(27) || '[2J', credence = NULL")
    run(here / m, "PRAGMA ignore_check_constraints = ON", "UPDATE claim SET credence = 4")
    run(here / m, 'CREATE TABLE "a\x1b[31m\nb" (x)')
    for answer in (argmap("doctor", m), argmap("doctor", m, *_SALVAGE)):
        assert answer.status == 1
        assert "\x1b" not in answer.all


def test_two_things_of_one_number_are_told(argmap: Argmap, here: Path, m: str) -> None:
    forge(here / m, "UPDATE claim SET number = 1 WHERE number = 2")
    answer = argmap("doctor", m)
    assert answer.status == 1
    assert "wrong  content  Two things in it are both numbered C1." in answer.out
    assert argmap("doctor", m, "--salvage", "-o", "rescued.argmap").status == 1
    assert len(set(argmap("find", "rescued.argmap", "").lines)) == len(argmap("find", "rescued.argmap", "").lines)
    assert argmap("doctor", "rescued.argmap").status == 0
