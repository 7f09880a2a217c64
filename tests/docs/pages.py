"""The pages of the documentation, and the commands in them, run as a reader at a terminal would run them.

A fenced ``console`` block holds commands after ``$ `` and, under each, what it prints to the end. They run in one
folder a page, in their order, through the same function as the ``argmap`` command. A line ending in a backslash goes
on after ``> ``. Besides argmap there are ``cp``, ``mv``, ``cat`` and ``ls -1``. ``<!-- file: NAME -->`` before a
fenced block writes that block to a file first. A command whose output has a line beginning with ``argmap: `` is
expected to fail, every other one to succeed. Times and ids are compared as if all were the same (`MASKS`).

``python -m tests.docs.pages docs/how-to/share-a-map.md`` writes what the commands print now into the page.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import sys
import tempfile
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"

MASKS = (
    (re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d"), "<time>"),
    (re.compile(r"\b[0-9a-f]{32}\b"), "<id>"),
)
"""What differs from run to run: times, as ``argmap log`` prints them, and ids."""

_BLOCK = re.compile(
    r"(?:<!-- file: (?P<name>\S+) -->\n+)?^```(?P<kind>[a-z]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)
_READER = {"ARGMAP_AUTHOR": "Ada", "COLUMNS": "80", "LINES": "24", "TERM": "dumb", "NO_COLOR": "1"}


@dataclass(frozen=True, slots=True)
class Example:
    """A command in a page, the line it stands on, and what it prints."""

    line: int
    typed: str
    printed: str

    @property
    def fails(self) -> bool:
        """Whether the page shows that the command is refused."""
        return any(line.startswith(("argmap: ", "argmap [E-")) for line in self.printed.splitlines())


class _Terminal(io.TextIOWrapper):
    """Takes what is printed, and calls itself a terminal."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="\n", write_through=True)

    def isatty(self) -> bool:
        return True

    def text(self) -> str:
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue().decode()


def pages() -> list[Path]:
    """Return every Markdown page of the project that is written by hand or generated."""
    return sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])


def pages_with_commands() -> list[Path]:
    """Return the pages whose commands are run, the first page anybody reads among them."""
    return [page for page in pages() if "```console" in page.read_text(encoding="utf-8")]


def steps_of(text: str) -> Iterator[Example | tuple[str, str]]:
    """Yield a page's commands and the files (name, content) to be written between them, in their order."""
    for block in _BLOCK.finditer(text):
        if block["name"]:
            yield block["name"], block["body"]
        elif block["kind"] == "console":
            yield from _examples(block["body"], text.count("\n", 0, block.start("body")) + 1)


def _examples(body: str, line: int) -> Iterator[Example]:
    typed: list[str] = []
    printed: list[str] = []
    begun = line
    for number, row in enumerate(body.splitlines(), line):
        if row.startswith("$ "):
            if typed:
                yield Example(begun, "\n".join(typed), "".join(printed))
            typed, printed, begun = [row[2:]], [], number
        elif row.startswith("> ") and typed and typed[-1].endswith("\\"):
            typed.append(row[2:])
        else:
            printed.append(f"{row}\n")
    if typed:
        yield Example(begun, "\n".join(typed), "".join(printed))


def run(typed: str) -> tuple[int, str]:
    """Run one command as at a terminal; return its exit status and all it prints."""
    program, *arguments = shlex.split(typed.replace("\\\n", " "))
    if program == "argmap":
        terminal = _Terminal()
        with redirect_stdout(terminal), redirect_stderr(terminal):
            status = main(arguments)
        return status, terminal.text()
    return 0, _TOOLS[program](*arguments)


def masked(text: str) -> str:
    """Return *text* with what differs from run to run blotted out."""
    for pattern, instead in MASKS:
        text = pattern.sub(instead, text)
    return text


def reader(folder: Path) -> dict[str, str]:
    """Return the environment in which the pages' commands run, with argmap's own files under *folder*."""
    return _READER | {"ARGMAP_STATE_DIR": str(folder / "state")}


def _copy(source: str, place: str) -> str:
    shutil.copy(source, place)
    return ""


def _move(source: str, place: str) -> str:
    Path(source).rename(place)
    return ""


def _list(flag: str, folder: str = ".") -> str:
    assert flag == "-1"
    return "".join(f"{path.name}\n" for path in sorted(Path(folder).iterdir()))


_TOOLS: dict[str, Callable[..., str]] = {
    "cat": lambda name: Path(name).read_text(encoding="utf-8"),
    "cp": _copy,
    "ls": _list,
    "mv": _move,
}


def _refresh(page: Path) -> None:
    """Write into *page* what its commands print now."""
    text = page.read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "here"
        folder.mkdir()
        os.environ.update(reader(Path(scratch)))
        with chdir(folder):
            now = [(step, _follow(step)) for step in steps_of(text)]
    for step, printed in reversed(now):
        assert "should not have happened" not in printed, printed
        if isinstance(step, Example) and masked(printed) != masked(step.printed):
            start = step.line + step.typed.count("\n")
            lines[start : start + step.printed.count("\n")] = [printed]
    page.write_text("".join(lines), encoding="utf-8")


def _follow(step: Example | tuple[str, str]) -> str:
    if isinstance(step, Example):
        return run(step.typed)[1]
    name, content = step
    Path(name).write_text(content, encoding="utf-8")
    return ""


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        _refresh(Path(argument).absolute())
