"""The first minute: the start page, help, the version, a new map, the samples, the screen."""

from __future__ import annotations

import json
import shlex
import shutil
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click
import pytest

import argmap as package
from argmap.cli.main import argmap as tree
from argmap.cli.table import COMMANDS, SECTIONS
from argmap.document import Document
from argmap.settings.samples import sample_files, samples
from tests.store.raw import digest, snapshot

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Argmap

# -- what it says of itself ------------------------------------------------------------------------------------------


def test_bare_argmap_says_what_it_is_and_how_to_start(argmap: Argmap) -> None:
    answer = argmap()
    assert (answer.status, answer.err) == (0, "")
    assert answer.lines[0] == "argmap - map claims and the reasons for and against them"
    for command in ("argmap sample --open", "argmap new FILE.argmap", "argmap open FILE.argmap", "argmap --help"):
        assert command in answer.out
    assert "Opened last" not in answer.out


def test_bare_argmap_lists_the_maps_opened_last(argmap: Argmap, here: Path, opened: list[object]) -> None:
    assert argmap("new", "one.argmap").status == 0
    assert argmap("new", "my own.argmap").status == 0
    assert argmap("one.argmap", terminal=True).status == 0
    assert argmap().lines[-5:-1] == ["Opened last:", "  argmap open one.argmap", "  argmap open 'my own.argmap'", ""]
    (here / "one.argmap").unlink()
    assert "one.argmap" not in argmap().out
    assert len(opened) == 1


def test_the_version_is_the_packages(argmap: Argmap) -> None:
    answer = argmap("--version")
    assert (answer.status, answer.out, answer.err) == (0, f"argmap {package.__version__}\n", "")


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_lists_every_command_with_its_line(argmap: Argmap, option: str) -> None:
    answer = argmap(option)
    assert (answer.status, answer.err) == (0, "")
    for section, commands in SECTIONS.items():
        assert f"\n{section}:\n" in answer.out
        for name, words in commands.items():
            assert any(line.split(maxsplit=1) == [name, words] for line in answer.lines), name


def test_help_fits_a_terminal_of_80_columns(argmap: Argmap, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for arguments in ((), *((name,) for name in COMMANDS)):
        assert [line for line in argmap(*arguments, "--help").lines if len(line) > 100] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_with_examples(argmap: Argmap, name: str) -> None:
    answer = argmap(name, "--help")
    assert (answer.status, answer.err) == (0, "")
    assert answer.lines[0].startswith(f"Usage: argmap {name} ")
    assert "Example" in answer.out
    assert [line for line in answer.lines if line.strip().startswith(f"argmap {name}")] != []


def _examples() -> list[str]:
    """Every line of an example in the help of a command."""
    found: list[str] = []
    for name in COMMANDS:
        command: click.Command = import_module(f"argmap.cli.commands.{name}_").command
        lines = (line.strip() for line in (command.help or "").splitlines())
        found += [line for line in lines if line.startswith("argmap ")]
    return found


@pytest.mark.parametrize("example", _examples())
def test_every_example_is_understood(example: str) -> None:
    """Its command and options are there, in this form; nothing is run."""
    line = example.partition("         ")[0].partition(" > ")[0].partition(" | ")[0]
    _, name, *arguments = shlex.split(line)
    if name not in COMMANDS:
        assert name.endswith(".argmap")
        return
    context = click.Context(tree)
    command = tree.get_command(context, name)
    assert command is not None
    command.make_context(name, arguments, parent=context)


def test_every_command_has_a_module_and_every_module_a_command() -> None:
    for name in COMMANDS:
        command: Any = import_module(f"argmap.cli.commands.{name}_").command
        assert isinstance(command, click.Command)
        assert command.name == name


@pytest.mark.parametrize("name", COMMANDS)
def test_help_says_limits_in_words(argmap: Argmap, name: str) -> None:
    answer = argmap(name, "--help")
    assert answer.status == 0
    assert "<=" not in answer.out
    assert ">=" not in answer.out


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("0", "0 is too small: 1 at least."),
        ("100001", "100001 is too large: 100000 at most."),
        ("x", "no whole number"),
    ],
)
def test_a_number_out_of_its_limits_is_refused_in_words(argmap: Argmap, typed: str, said: str) -> None:
    answer = argmap("undo", "tax.argmap", "--times", typed)
    assert answer.status == 2
    assert said in answer.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completion_script_of_a_shell(argmap: Argmap, shell: str) -> None:
    answer = argmap("completion", shell)
    assert (answer.status, answer.err) == (0, "")
    assert "_ARGMAP_COMPLETE" in answer.out
    assert argmap("completion", "tcsh").status == 2


# -- a new map -------------------------------------------------------------------------------------------------------


def test_a_map_is_made_with_its_question_and_positions(argmap: Argmap, here: Path) -> None:
    answer = argmap("new", "tax.argmap", "-q", "Should we?", "-p", "Yes", "-p", "No", "-t", "Tax")
    assert answer.status == 0
    assert answer.lines == ["Made tax.argmap: 1 question, 2 positions.", "  C1: Yes", "  C2: No"]
    assert answer.err.startswith("Next: argmap open tax.argmap")
    map_ = Document.open(here / "tax.argmap").map
    assert (map_.about.title, map_.about.question) == ("Tax", "Should we?")
    assert [claim.text for claim in map_.positions()] == ["Yes", "No"]


def test_what_to_type_next_can_be_typed(argmap: Argmap) -> None:
    """Also where a name has blanks, and signs that a shell would act on."""
    name = "my $own; 'map'.argmap"
    said = {
        "new": argmap("new", name, "-p", "Yes"),
        "dedupe": argmap("dedupe", name, "--plan", "my plan.txt"),
        "restore": argmap("restore", name, "--backup", "9"),
        "show": argmap("show", f"no {name}"),
        "open": argmap("open", name),
        "bare": argmap(),
    }
    for command, answer in said.items():
        line = next(line for line in (answer.err + answer.out).splitlines() if "my $own" in line and "argmap " in line)
        hint = line[line.rindex("argmap", 0, line.rindex("my $own")) :].partition("    or: ")[0]
        assert any(word.endswith(name) for word in shlex.split(hint)), command


def test_a_map_is_made_of_nothing(argmap: Argmap) -> None:
    answer = argmap("new", "tax.argmap")
    assert (answer.status, answer.lines) == (0, ["Made tax.argmap: no question yet, 0 positions."])
    assert "--position" in answer.err


def test_a_new_map_as_json(argmap: Argmap, here: Path) -> None:
    answer = argmap("new", "tax.argmap", "-p", "Yes", "--json")
    assert json.loads(answer.out) == {
        "file": "tax.argmap",
        "map": str(Document.open(here / "tax.argmap").map.about.id),
        "claims": ["C1"],
    }


def test_what_is_suggested_next_works(argmap: Argmap) -> None:
    """Both suggestions after a new map, typed as they stand."""
    for options in (("-p", "Yes"), ()):
        name = f"tax{len(options)}.argmap"
        suggestion = argmap("new", name, *options).err.partition("or: ")[2]
        _, *arguments = shlex.split(suggestion)
        assert argmap(*arguments).status == 0


def test_a_new_map_is_never_made_over_a_file(argmap: Argmap, here: Path, m: str) -> None:
    before = snapshot(here)
    answer = argmap("new", m, "-p", "Yes")
    assert (answer.status, answer.out) == (3, "")
    assert answer.err == "argmap: m.argmap exists already and was left as it is. Choose another name.\n"
    assert before == snapshot(here)


@pytest.mark.parametrize("text", ["", "  ", "a\0b", "w" * 10_001])
def test_a_new_map_with_a_position_that_cannot_be_is_not_made(argmap: Argmap, here: Path, text: str) -> None:
    assert argmap("new", "tax.argmap", "-p", text).status == 2
    assert list(here.iterdir()) == []


# -- the screen ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "at", "ascii_only"),
    [
        (("open", "m.argmap"), None, None),
        (("m.argmap",), None, None),
        (("open", "m.argmap", "--at", "C5"), "C5", None),
        (("m.argmap", "--at", "5", "--ascii"), "C5", True),
        (("open", "--at", "C9", "m.argmap"), "C3", None),
        (("--ascii", "m.argmap"), None, True),
        (("--no-input", "--at", "C5", "--ascii", "m.argmap"), "C5", True),
    ],
)
def test_a_map_is_opened_on_screen(
    argmap: Argmap, m: str, opened: list[tuple[object, ...]], arguments: tuple[str, ...], at: str, *, ascii_only: bool
) -> None:
    answer = argmap(*arguments, terminal=True)
    assert (answer.status, answer.out, answer.err) == (0, "", "")
    assert opened == [(m, at, ascii_only)]


def test_without_a_terminal_nothing_is_opened(argmap: Argmap, m: str, opened: list[object]) -> None:
    answer = argmap("open", m)
    assert (answer.status, answer.out) == (4, "")
    assert answer.err == f"argmap: There is no terminal to open {m} on. To print it: argmap show {m}\n"
    assert opened == []


# -- the samples -----------------------------------------------------------------------------------------------------


def test_the_usual_sample_is_copied_here(argmap: Argmap, here: Path) -> None:
    answer = argmap("sample")
    assert answer.status == 0
    assert answer.lines == ["Copied iraq-troops.argmap."]
    assert answer.err == "Next: argmap open iraq-troops.argmap\n"
    ((place, source),) = sample_files("iraq-troops").items()
    assert digest(source) == digest(here / place)


def test_a_set_of_samples_is_copied_into_a_folder(argmap: Argmap, here: Path) -> None:
    assert argmap("sample", "iraq").status == 0
    assert sorted(path.name for path in (here / "iraq").iterdir()) == sorted(
        place.name for place in sample_files("iraq")
    )


def test_all_samples_are_copied_and_can_be_shown(argmap: Argmap, here: Path) -> None:
    assert argmap("sample", "--all").status == 0
    copied = sorted(here.rglob("*.argmap"))
    assert len(copied) == sum(len(sample_files(name)) for name in samples())
    for path in copied:
        assert argmap("show", str(path), "--depth", "0").status == 0


def test_the_samples_are_listed(argmap: Argmap, here: Path) -> None:
    answer = argmap("sample", "--list")
    assert [line.split()[0] for line in answer.lines] == list(samples())
    assert list(here.iterdir()) == []


def test_a_copy_that_is_there_is_kept_as_it_is(argmap: Argmap, here: Path) -> None:
    assert argmap("sample", "voting-age").status == 0
    assert argmap("add", "voting-age.argmap", "My own").status == 0
    before = snapshot(here)
    answer = argmap("sample", "voting-age")
    assert (answer.status, answer.out) == (0, "")
    assert answer.err.splitlines()[0] == "voting-age.argmap is here already and was kept as it is."
    assert before == snapshot(here)


def test_the_sample_is_opened_on_screen(argmap: Argmap, here: Path, opened: list[object]) -> None:
    assert argmap("sample", "--open", terminal=True).status == 0
    shutil.copyfile(here / "iraq-troops.argmap", here / "other")
    assert argmap("add", "iraq-troops.argmap", "My own").status == 0
    before = snapshot(here)
    assert argmap("sample", "--open", terminal=True).status == 0
    assert before == snapshot(here)
    assert opened == [("iraq-troops.argmap", None, None)] * 2
    assert "iraq-troops.argmap" in argmap().out


def test_without_a_terminal_the_sample_is_not_opened(argmap: Argmap, here: Path, opened: list[object]) -> None:
    answer = argmap("sample", "--open")
    assert (answer.status, opened) == (4, [])
    assert "To print it: argmap show iraq-troops.argmap" in answer.err
    assert (here / "iraq-troops.argmap").exists()


@pytest.mark.parametrize("name", ["nothing", "", "../iraq-troops", "iraq-troops.argmap"])
def test_a_sample_there_is_not_is_refused_with_those_there_are(argmap: Argmap, here: Path, name: str) -> None:
    answer = argmap("sample", name)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == f"argmap: There is no sample “{name}”. There are {', '.join(samples())}.\n"
    assert list(here.iterdir()) == []
