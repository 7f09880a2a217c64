"""The keys a user chose: ``keys.toml`` in their own settings folder, and the preset that ``ARGMAP_KEYS`` names."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.settings.places import config_folder

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "keys.toml"
ENVIRONMENT = "ARGMAP_KEYS"
_MOST_BYTES = 100_000
_MOST_REPAIRS = 20
_AT_LINE = re.compile(r"at line (\d+)")


@dataclass(frozen=True, slots=True)
class ChosenKeys:
    """What a user wrote: a *preset*, keys by action id, the line of each, and sentences on what cannot be used.

    *is_from_environment* says that the preset is not the file's.
    """

    preset: str = ""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    is_from_environment: bool = False


def chosen_keys() -> ChosenKeys:
    """Return the keys this user chose; ``ARGMAP_KEYS`` goes before the preset in the file."""
    path = config_folder() / NAME
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
        found = read_keys(content.decode("utf-8-sig")) if len(content) <= _MOST_BYTES else _unused("it is too long")
    except (FileNotFoundError, NotADirectoryError):
        found = ChosenKeys()
    except OSError as error:
        found = _unused(error.strerror or "it cannot be read")
    except ValueError:
        found = _unused("it is not UTF-8 text")
    preset = os.environ.get(ENVIRONMENT, "").strip()
    return ChosenKeys(preset or found.preset, found.keys, found.lines, found.problems, bool(preset))


def read_keys(text: str) -> ChosenKeys:
    """Return what the TOML *text* says; a line that is no TOML is left out, and the other lines still count."""
    problems: list[str] = []
    said = _parsed(text, problems)
    preset = said.pop("preset", "")
    table = said.pop("keys", {})
    problems += [f"“{name}” means nothing here; there are preset and [keys]" for name in said]
    if not isinstance(preset, str):
        problems.append("preset takes a name in quotes")
        preset = ""
    if not isinstance(table, dict):
        problems.append("keys is a table: write [keys], and the keys on the lines under it")
        table = {}
    lines = _lines_of(text, table)
    keys: dict[str, tuple[str, ...]] = {}
    for id_, value in table.items():
        listed = [value] if isinstance(value, str) else value
        if isinstance(listed, list) and all(isinstance(key, str) for key in listed):
            keys[id_] = tuple(listed)
        else:
            problems.append(f'line {lines.get(id_, 0)}: {id_} takes keys in quotes, such as ["r", "ctrl+r"]')
    return ChosenKeys(preset, keys, lines, tuple(problems))


def _parsed(text: str, problems: list[str]) -> dict[str, object]:
    """Read *text* as TOML, without the lines that are none."""
    import tomllib

    lines = text.splitlines()
    for _ in range(_MOST_REPAIRS):
        try:
            return tomllib.loads("\n".join(lines))
        except tomllib.TOMLDecodeError as error:
            found = _AT_LINE.search(str(error))
            wrong = int(found[1]) if found else max((n for n, line in enumerate(lines, 1) if line.strip()), default=1)
        except RecursionError:
            break
        problems.append(f"line {wrong} cannot be read and is left out")
        lines[min(wrong, len(lines)) - 1] = ""
    return {}


def _lines_of(text: str, table: Mapping[str, object]) -> dict[str, int]:
    """Return the line on which each of the *table*'s names stands."""
    found: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        name = line.partition("=")[0].strip().strip("\"'")
        if name in table:
            found[name] = number
    return found


def _unused(why: str) -> ChosenKeys:
    return ChosenKeys(problems=(f"it is not used: {why}",))
