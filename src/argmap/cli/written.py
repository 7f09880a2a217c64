"""Writing what an export made: to a file or to standard output, with the report beside it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from argmap.cli.saying import is_terminal, remark, say, say_json, shown
from argmap.errors import UnfitError

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.formats import Exported, Report


def format_for(format_name: str | None, output: Path | None) -> str:
    """Return the name of the format to write: the one asked for, or the one that the ending of *output* stands for."""
    from argmap.formats import FORMATS

    writable = [each for each in FORMATS if each.write is not None]
    suffix = "" if output is None else output.suffix.lower()
    wanted = format_name or next((each.name for each in writable if suffix in each.suffixes), "")
    if not wanted:
        message = f"Say which format: --to {', --to '.join(each.name for each in writable)}."
        raise click.UsageError(message)
    return wanted


def refuse_map(output: Path | None, source: Path) -> None:
    """Refuse to write in the place of a map, or of what is read."""
    from argmap.store.copying import is_same_file

    if output is None or str(output) == "-":
        return
    if output.suffix.lower() == ".argmap":
        message = f"{output} would be no map but a {output.suffix} that holds something else. Choose another ending."
        raise UnfitError(message)
    if output == source or is_same_file(output, source):
        message = f"{output} is what is read: it would be written over. Choose another name. Nothing was changed."
        raise UnfitError(message)


def put(exported: Exported, output: Path | None, reports: tuple[Report, ...], *, strict: bool, force: bool) -> bool:
    """Write *exported*; with *strict*, and losses in any of *reports*, nothing is written. Returns whether it was."""
    from argmap.store.copying import write_whole

    if strict and not all(report.is_lossless for report in reports):
        return False
    if output is None or str(output) == "-":
        _print(exported.content)
    else:
        write_whole(output, exported.content, force=force)
    return True


def conclude(output: Path | None, reports: dict[str, Report], *, written: bool, as_json: bool) -> None:
    """Say what was written and what was lost; end with status 1 where nothing was written."""
    if as_json:
        plain = {which: report.to_plain() for which, report in reports.items()}
        say_json({"output": None if output is None else str(output), "written": written, **plain})
    elif written and output is not None and str(output) != "-":
        say(f"Wrote {shown(output)}.")
    for report in reports.values():
        for line in report.sentences:
            remark(line)
    if not written:
        remark("argmap: Something would be lost, so nothing was written. Without --strict it would be.")
        raise click.exceptions.Exit(1)


def _print(content: bytes) -> None:
    """Write to standard output what another program reads; for a terminal, clean it first."""
    if is_terminal():
        say(content.decode("utf-8", "replace"))
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
