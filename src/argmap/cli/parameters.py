"""Parameters that many commands share: the map's file, JSON output, and text that may come from standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from argmap.cli.saying import remark
from argmap.errors import FormatError, UnfitError

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.document import Document

Command = TypeVar("Command", bound="Callable[..., Any]")

WRITTEN = (
    "json, arguebuf, sadface, argdown-json, csv, jsonl, opml, freeplane, kialo2, kialo, carneades, hmm, "
    "argdown, xaif, aif, jsoncanvas, mindmup, markdown, graphml, dot, mermaid"
)
"""The names of the formats that are written; help is shown without loading them."""

READ = (
    "json, arguebuf, sadface, argdown-json, csv, jsonl, opml, freeplane, kialo2, kialo, carneades, hmm, "
    "argdown, xaif, ova, aif, jsoncanvas, mindmup, markdown"
)
"""The names of the formats that are read."""


class FilePath(click.ParamType[Path]):
    """A path, taken as it is, if it has a name at all: what is there is looked at when it is opened."""

    name = "file"

    def convert(self, value: str | Path, parameter: click.Parameter | None, context: click.Context | None) -> Path:
        """Return the path; a name without letters would stand for this folder."""
        if not str(value):
            self.fail("A file needs a name.", parameter, context)
        return Path(value)


class Number(click.ParamType[int]):
    """A whole number, *least* or more, and *most* at most where there is such a limit; its help shows no formula."""

    name = "number"

    def __init__(self, least: int, most: int | None = None) -> None:
        """Take numbers from *least* on."""
        self._least = least
        self._most = most

    def convert(self, value: str | int, parameter: click.Parameter | None, context: click.Context | None) -> int:
        """Return the number."""
        try:
            number = int(value)
        except ValueError:
            self.fail(f"“{str(value)[:40]}” is no whole number.", parameter, context)
        if number < self._least:
            self.fail(f"{number} is too small: {self._least} at least.", parameter, context)
        if self._most is not None and number > self._most:
            self.fail(f"{number} is too large: {self._most} at most.", parameter, context)
        return number


class FileGroup(click.Group):
    """A command that takes the map first and then what to do with it; its own options may stand behind the map."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the options that stand behind the map as if they stood before it."""
        behind = next((place for place, each in enumerate(args[1:], 1) if not each.startswith("-")), len(args))
        return super().parse_args(ctx, [*args[1:behind], *args[:1], *args[behind:]])


def map_file(command: Command) -> Command:
    """Give a command the FILE argument, the map it works on."""
    return click.argument("file", type=FilePath())(command)


def json_output(command: Command) -> Command:
    """Give a command ``--json``."""
    return click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")(command)


def open_map(file: Path) -> Document:
    """Open the map a command works on."""
    from argmap.cli.waiting import Waiting
    from argmap.document import Document

    with Waiting().on(f"Opening {file.name}"):
        document = Document.open(file)
    if document.notice:
        remark(document.notice)
    return document


def text_of(file: Path) -> str:
    """Return the text of *file*, or all of standard input where it is ``-``; refuse what is no text."""
    if str(file) == "-":
        return text_or_input("-")
    from argmap.cli.content import content_of

    try:
        return content_of(file).decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"This is not UTF-8 text (byte {error.start + 1})."
        raise FormatError(message, name=file.name) from error


def text_or_input(text: str) -> str:
    """Return *text*, or all of standard input where it is ``-``."""
    if text != "-":
        return text
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"What came in is not UTF-8 text (byte {error.start + 1}). Nothing was changed."
        raise UnfitError(message) from error
