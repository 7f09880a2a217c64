"""The reference says what the program does: generated parts are fresh, and what is written by hand can be run."""

from __future__ import annotations

import re
import shlex
from importlib import util
from typing import TYPE_CHECKING, Any

import click
import pytest

from argmap.cli.main import argmap
from argmap.cli.table import COMMANDS
from argmap.document import Document
from argmap.editing import add_reason, add_source, add_undercut, cite, new_map, set_credence
from argmap.model.labels import find_claim, find_source
from tests.docs.pages import DOCS, ROOT

if TYPE_CHECKING:
    from pathlib import Path

REFERENCE = DOCS / "reference"


def _builder() -> Any:
    spec = util.spec_from_file_location("build_reference", ROOT / "tools" / "build_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_parts_are_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    """What the reference says of commands, keys, tables, errors and queries is what the program has."""
    status = _builder().main(["--check"])
    assert (status, capsys.readouterr().out) == (0, "")


def test_every_generated_part_has_a_page() -> None:
    """No part that the tool can write is forgotten."""
    named = set(re.findall(r"<!-- generated: ([a-z-]+)", "".join(page.read_text() for page in REFERENCE.glob("*.md"))))
    assert named == set(_builder().PARTS)


def _section(command: str) -> str:
    text = (REFERENCE / "commands.md").read_text(encoding="utf-8")
    _, found, section = text.partition(f"\n### argmap {command}\n")
    assert found, f"commands.md does not describe {command}"
    return re.split(r"\n##?#? ", section)[0]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_page_and_an_example(command: str) -> None:
    """Whoever looks a command up finds it used."""
    assert re.search(rf"```sh\nargmap {command}\b", _section(command))


@pytest.mark.parametrize("command", ["sources", "terms"])
def test_every_subcommand_has_an_example(command: str) -> None:
    group = argmap.get_command(click.Context(argmap), command)
    assert isinstance(group, click.Group)
    for name in group.commands:
        assert re.search(rf"```sh\nargmap {command} \S+ {name}\b", _section(command)), name


@pytest.mark.parametrize("command", COMMANDS)
def test_examples_can_be_parsed(command: str) -> None:
    """The examples of a command name options and arguments that it has."""
    for block in re.findall(r"```sh\n(.*?)```", _section(command), re.DOTALL):
        for line in block.splitlines():
            typed = re.split(r" \| | > |   +", line)[0]
            _parse(shlex.split(typed)[1:])


def _parse(arguments: list[str]) -> None:
    """Let click read *arguments* without running the command."""
    context = click.Context(argmap, info_name="argmap")
    name, command, rest = argmap.resolve_command(context, arguments)
    assert command is not None
    parsed = command.make_context(name, rest, parent=context)
    if isinstance(command, click.Group) and parsed._protected_args:
        sub, subcommand, rest = command.resolve_command(parsed, [*parsed._protected_args, *parsed.args])
        assert subcommand is not None
        subcommand.make_context(sub, rest, parent=parsed)


def _verifier() -> Any:
    page = (REFERENCE / "file-format.md").read_text(encoding="utf-8")
    (program,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    names: dict[str, Any] = {}
    exec(program, names)
    return names["verify"]


def _argue(path: Path) -> None:
    """Make a map of seven steps at *path*, with all that a row and a step can hold."""
    document = Document.create(path, new_map(question="Wohin?", positions=["Ja – “so”", "No"]), author="Ädä")
    map_ = document.map
    document.do(add_reason(map_, find_claim(map_, "C1").id, "One\nline", "Two"))
    document.do(add_undercut(map_, map_.bearing_on(find_claim(map_, "C1").id)[0].id, "So?"))
    document.do(add_source(map_, "A source", author="Doe, Jane"))
    document.do(cite(map_, find_claim(map_, "C3").id, find_source(map_, "S1").id, paragraph="4"))
    document.do(set_credence(map_, find_claim(map_, "C3").id, 1))
    document.undo()


def test_a_stranger_can_verify_a_file(tmp_path: Path) -> None:
    """The program in the file format's page accepts what argmap writes, and the maps that come with it."""
    verify = _verifier()
    _argue(tmp_path / "a.argmap")
    for path in (tmp_path / "a.argmap", *sorted((ROOT / "argmaps").rglob("*.argmap"))):
        verify(str(path))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ("UPDATE claim SET text = 'Other words' WHERE number = 3", "two states"),
        ("UPDATE step SET author = 'Nobody' WHERE seq = 2", "not what it was"),
        ("DELETE FROM step WHERE seq = 2", "does not follow"),
        ("DELETE FROM step WHERE seq = 7", "newest step"),
    ],
)
def test_a_stranger_finds_what_was_changed(tmp_path: Path, change: str, sentence: str) -> None:
    """The program in the file format's page finds changes made behind argmap's back."""
    import sqlite3
    from contextlib import closing

    _argue(tmp_path / "a.argmap")
    with closing(sqlite3.connect(tmp_path / "a.argmap")) as connection:
        connection.execute(change)
        connection.commit()
    with pytest.raises(AssertionError, match=sentence):
        _verifier()(str(tmp_path / "a.argmap"))
