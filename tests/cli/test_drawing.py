"""``argmap draw``: files of every kind, never half of one, never in the place of another, a sentence for all else."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argmap.document import Document
from argmap.editing import add_comment
from argmap.model import About, ClaimId, MapId

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    from argmap.model import ArgumentMap

    Run = Callable[..., Result]


@pytest.fixture
def drawn(small_map: ArgumentMap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The small map as a file in the folder we are in."""
    monkeypatch.chdir(tmp_path)
    Document.create(tmp_path / "troops.argmap", list(small_map.entities()), author="A")
    return "troops.argmap"


def _run(*arguments: str) -> Result:
    from click.testing import CliRunner

    from argmap.cli.main import argmap

    return CliRunner().invoke(argmap, ["draw", *arguments])


@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.svg", b"<svg "), ("a.PNG", b"\x89PNG"), ("a.pdf", b"%PDF"), ("a.html", b"<!DOCTYPE"), ("a.htm", b"<!DOCTYPE")],
)
def test_the_ending_says_what_is_written(drawn: str, name: str, begins: bytes) -> None:
    done = _run(drawn, "-o", name)
    assert (done.exit_code, done.stdout) == (0, f"Wrote {name}.\n")
    assert Path(name).read_bytes().startswith(begins)


def test_without_a_name_it_is_called_after_the_map(drawn: str) -> None:
    assert _run(drawn, "--to", "svg").stdout == "Wrote troops.svg.\n"
    assert _run(drawn, "--page", "a4").stdout == "Wrote troops.pdf.\n"


def test_a_poster_says_what_it_is_made_of(drawn: str) -> None:
    done = _run(drawn, "--tiles")
    assert done.stdout == "Wrote troops.pdf.\n"
    assert "A poster of 1 sheet of A4" in done.stderr


def test_comments_are_drawn_where_they_are_asked_for(drawn: str) -> None:
    document = Document.open(Path(drawn), author="A")
    document.do(add_comment(document.map, ClaimId("c5"), "Says who?"))
    assert _run(drawn, "--comments", "-o", "a.svg").exit_code == 0
    assert _run(drawn, "-o", "b.svg").exit_code == 0
    assert "Says who?" in Path("a.svg").read_text()
    assert "Says who?" not in Path("b.svg").read_text()


def test_a_picture_can_go_to_another_program(drawn: str) -> None:
    done = _run(drawn, "--to", "svg", "-o", "-")
    assert done.stdout_bytes.startswith(b"<svg ")
    assert done.stderr == ""


def test_what_is_there_is_kept_unless_forced(drawn: str) -> None:
    Path("a.svg").write_text("mine")
    done = _run(drawn, "-o", "a.svg")
    assert done.exit_code != 0
    assert Path("a.svg").read_text() == "mine"
    assert _run(drawn, "-o", "a.svg", "--force").exit_code == 0
    assert Path("a.svg").read_text().startswith("<svg ")


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_a_pipe_or_a_device_is_never_replaced_by_a_file(drawn: str, force: tuple[str, ...]) -> None:
    """Nor is it waited for; a link to one is no file either."""
    os.mkfifo("pipe.svg")
    Path("link.svg").symlink_to("pipe.svg")
    Path("null.svg").symlink_to(os.devnull)
    before = sorted(Path().iterdir())
    for name in ("pipe.svg", "link.svg", "null.svg"):
        done = _run(drawn, "-o", name, *force)
        said = str(done.exception or "") + done.stderr
        assert done.exit_code != 0
        assert f"{name} is a pipe or a device, not a file, and was left as it is." in said
        assert "-o -" in said
    assert Path("pipe.svg").is_fifo()
    assert Path("null.svg").is_symlink()
    assert sorted(Path().iterdir()) == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "Say which: --to svg, --to png"),
        (("-o", "a.doc"), "The ending “.doc” names no picture"),
        (("-o", "troops.argmap", "--to", "svg", "--force"), "Choose another ending"),
        (("-o", "nowhere/a.svg"), "there is no folder"),
        (("--at", "C99", "-o", "a.svg"), "There is no claim C99"),
        (("--page", "a4", "-o", "a.svg"), "Only a PDF has pages of paper"),
        (("--tiles", "-o", "a.png"), "leave out --tiles"),
        (("--side", "C3", "-o", "a.svg"), "C3 is no position"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_a_sentence(drawn: str, arguments: tuple[str, ...], words: str) -> None:
    before = sorted(Path().iterdir())
    done = _run(drawn, *arguments)
    assert done.exit_code != 0
    assert words in str(done.exception or "") + done.stderr
    assert sorted(Path().iterdir()) == before


def test_an_empty_map_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "empty.argmap"
    Document.create(path, [About(id=MapId("m"), title="Empty")], author="A")
    done = _run(str(path), "-o", str(tmp_path / "a.svg"))
    assert "this map has no claims yet" in str(done.exception or "") + done.stderr
    assert not (tmp_path / "a.svg").exists()


def test_what_a_selection_leaves_out_is_said(drawn: str) -> None:
    done = _run(drawn, "--depth", "0", "-o", "a.svg")
    assert done.stderr.startswith("Left out: ")
    assert "Claim 5" not in Path("a.svg").read_text()


@pytest.mark.parametrize("layout", ["butterfly", "left-to-right", "top-down"])
def test_layouts_and_palettes_can_be_chosen(drawn: str, layout: str) -> None:
    assert _run(drawn, "--layout", layout, "--palette", "okabe", "-o", "a.svg").exit_code == 0
    assert "#006aa6" in Path("a.svg").read_text()


def test_a_layout_can_be_called_as_it_was_before(drawn: str) -> None:
    for name, layout in (("a.svg", "left-right"), ("b.svg", "left-to-right")):
        assert _run(drawn, "--layout", layout, "-o", name).exit_code == 0
    assert Path("a.svg").read_bytes() == Path("b.svg").read_bytes()
    assert _run(drawn, "--layout", "sideways", "-o", "c.svg").exit_code == 2
