"""Files that are no maps, or no longer: every command refuses with one sentence and status 3, and touches nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from argmap.cli.table import COMMANDS
from tests.cli.calls import EDITING, OPENING, READING, WITHOUT_A_MAP, call
from tests.store.raw import digest
from tests.store.spoiling import SPOILED

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Answer, Argmap

CALLS = READING | EDITING | OPENING


def test_every_command_that_works_on_a_map_is_called_here() -> None:
    assert {arguments[0] for arguments in (READING | EDITING).values()} | {"open"} == set(COMMANDS) - WITHOUT_A_MAP


def _listed(folder: Path) -> dict[str, object]:
    """What lies in a folder, without reading pipes, devices and five gigabytes."""
    found: dict[str, object] = {}
    for each in sorted(folder.rglob("*")):
        status = each.lstat()
        small = each.is_file() and not each.is_symlink() and status.st_size < 1 << 24
        found[each.name] = digest(each) if small else (status.st_mode, status.st_size, status.st_mtime_ns)
    return found


def _faults(answer: Answer, codes: str, before: dict[str, object], after: dict[str, object]) -> list[str]:
    """What is wrong with a refusal that should be for one of *codes*."""
    first, *rest = answer.err.splitlines() or [""]
    return [
        fault
        for fault, holds in (
            (f"status {answer.status}", answer.status != 3),
            (f"said {answer.out!r}", answer.out != ""),
            (f"no sentence of argmap's: {first!r}", not re.match(rf"argmap \[({codes})\]: ", first)),
            (f"no end to the sentence: {first!r}", first[-1] not in ".tp'"),  # of a name in quotes
            (f"more than a sentence: {rest}", rest != []),
            ("changed something", before != after),
        )
        if holds
    ]


@pytest.mark.parametrize("way", SPOILED)
def test_every_command_refuses_a_spoiled_file(
    argmap: Argmap, here: Path, m: str, opened: list[object], way: str
) -> None:
    spoil, code = SPOILED[way]
    spoil(here / m)
    before = _listed(here)
    faults = {}
    for name, arguments in CALLS.items():
        answer = argmap(*call(arguments, m), terminal=name in OPENING)
        if found := _faults(answer, code, before, _listed(here)):
            faults[name] = found
    assert faults == {}
    assert opened == []


ODD_NAMES = {
    "question mark": "a?b.argmap",
    "hash": "a#b.argmap",
    "percent": "a%20b%zz.argmap",
    "newline": "a\nb.argmap",
    "quotes": "a'b\"c.argmap",
    "spaces": "  a  b  .argmap",
    "escape": "a\x1b[2Jb.argmap",
    "bidi": "a\u202eb.argmap",
    "not UTF-8": "a\udcff\udcfeb.argmap",
    "uri": "file:a?mode=memory.argmap",
    "memory": ":memory:.argmap",
    "braces": "{name}{0}%s.argmap",
    "markup": "[red]a[b].argmap",
    "240 bytes": "n" * 233 + ".argmap",
}


@pytest.mark.parametrize("name", [*ODD_NAMES.values(), "n" * 300 + ".argmap", "a\0b.argmap"], ids=repr)
def test_every_command_refuses_a_missing_file_of_an_odd_name(
    argmap: Argmap, here: Path, opened: list[object], name: str
) -> None:
    faults = {}
    for called, arguments in CALLS.items():
        answer = argmap(*call(arguments, name), terminal=called in OPENING)
        if found := _faults(answer, "E-MISSING|E-NO-ACCESS", {}, _listed(here)):
            faults[called] = found
    assert faults == {}
    assert opened == []


@pytest.mark.parametrize("name", ODD_NAMES.values(), ids=ODD_NAMES)
def test_a_map_of_an_odd_name_works_like_any_other(
    argmap: Argmap, here: Path, opened: list[tuple[object, ...]], name: str
) -> None:
    assert argmap("new", name, "--question", "Why?", "--position", "So").status == 0
    assert argmap("add", name, "Since", "--supports", "C1").status == 0
    answer = argmap("show", name)
    assert answer.lines == ["? question Why?", "= position C1 So", "  + supports C2 Since"]
    assert argmap("export", name, "--to", "json", "-o", f"{name}.json").status == 0
    assert argmap(name, terminal=True).status == 0
    assert opened == [(name, None, None)]
    assert set(_listed(here)) == {name, f"{name}.json"}
    for said in (argmap("new", name), argmap("export", name, "--to", "json", "-o", f"{name}.json")):
        assert said.status == 3
        assert "exists already and was left as it is" in said.err
        assert not {"\x1b", "\u202e", "\udcff"} & set(said.err)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("missing/new.argmap", "argmap: Not saved to missing/new.argmap: there is no folder missing."),
        ("n" * 300, "File name too long"),
        ("a\0b.argmap", "argmap: Not saved to a␀b.argmap: no file can have this name."),
        (".", "argmap: . exists already and was left as it is."),
        ("/dev/null", "argmap: /dev/null exists already and was left as it is."),
    ],
)
def test_a_new_map_is_made_only_where_one_can_be(argmap: Argmap, here: Path, name: str, sentence: str) -> None:
    answer = argmap("new", name, "--position", "Yes")
    assert (answer.status, answer.out) == (3, "")
    assert sentence in answer.err
    assert list(here.iterdir()) == []
