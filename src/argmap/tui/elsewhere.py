"""Elsewhere: a claim and its note in the person's own editor, in one file with a line between. No screen here."""

from __future__ import annotations

import os
import shlex
import subprocess
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from argmap.errors import UnfitError

if TYPE_CHECKING:
    from collections.abc import Mapping

_LINE = "---- above: {above} ---- below: {below} ---- leave this line as it is ----"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Two texts as one file: the words *above* a line and those *below* it, each called by its name."""

    above: str
    below: str
    names: tuple[str, str] = ("claim", "note")

    @property
    def line(self) -> str:
        """The line between, which neither text holds."""
        above, below = self.names
        line = _LINE.format(above=above, below=below)
        while line in self.above or line in self.below:
            line += "-"
        return line

    def written(self) -> str:
        """Return the sheet as a file's text."""
        return f"{self.above}\n\n{self.line}\n\n{self.below}\n"

    def read(self, text: str) -> tuple[str, str] | None:
        """Return the two texts that an edited file holds, without blank edges; None if the line between is gone."""
        lines = text.splitlines()
        place = next((number for number, each in enumerate(lines) if each.strip() == self.line), None)
        if place is None:
            return None
        return "\n".join(lines[:place]).strip(), "\n".join(lines[place + 1 :]).strip()


def editor_command(environment: Mapping[str, str]) -> list[str]:
    """Return the words of the command that starts the person's editor; say what to set if there is none."""
    named = environment.get("VISUAL", "").strip() or environment.get("EDITOR", "").strip()
    if not named:
        message = "No editor is set. Set VISUAL or EDITOR, such as EDITOR=nano, and open the map again."
        raise UnfitError(message)
    try:
        return shlex.split(named, posix=os.name == "posix")
    except ValueError:
        message = "VISUAL or EDITOR has a quote that is not closed. Set it anew, such as EDITOR=nano."
        raise UnfitError(message) from None


def edited(command: list[str], text: str, name: str) -> str:
    """Return *text* as it is after *command* edited it, in a private file called *name* that is gone afterwards."""
    with TemporaryDirectory(prefix="argmap-") as folder:
        path = Path(folder) / f"{name}.txt"
        path.write_bytes(text.encode())
        try:
            ended = subprocess.run([*command, str(path)], check=False).returncode  # noqa: S603  # the person's own editor
        except OSError as error:
            message = f"The editor {command[0]} cannot be started: {error.strerror}. Set VISUAL or EDITOR to another."
            raise UnfitError(message) from None
        if ended:
            message = f"The editor ended with the error {ended}. Nothing was changed."
            raise UnfitError(message)
        return _read(path)


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        message = "The editor took the file away. Nothing was changed."
    except UnicodeDecodeError:
        message = "The editor saved something that is no UTF-8 text. Nothing was changed."
    raise UnfitError(message)
