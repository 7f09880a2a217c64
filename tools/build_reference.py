"""Write the generated parts of docs/reference/ from the program: ``python tools/build_reference.py``.

A generated part stands between ``<!-- generated: NAME … -->`` and ``<!-- end -->``; everything else in a page is
written by hand and kept. With ``--check`` nothing is written: stale pages are named, and the exit status is 1.
"""

from __future__ import annotations

import re
import sys
from inspect import cleandoc, getdoc
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from argmap import errors
from argmap.cli.main import argmap
from argmap.cli.table import SECTIONS
from argmap.formats import FORMATS
from argmap.matching.query import FACETS, FIELDS
from argmap.reviewing.decisions import WAYS
from argmap.store import header
from argmap.store.migrations import FORMAT
from argmap.store.refusals import REFUSALS
from argmap.store.rows import COLUMNS
from argmap.store.tables import TABLES, Row
from argmap.tui import action as action_words
from argmap.tui import actions
from argmap.tui.keys import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Column, Table

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs" / "reference"

_PART = re.compile(r"(?P<begin><!-- generated: (?P<name>[a-z-]+)[^>]*-->\n).*?(?P<end><!-- end -->)", re.DOTALL)
_FILLED_IN = re.compile(r"{(\w+)[^}]*}")


def commands() -> Iterator[str]:
    """Describe every command: its line, usage, what it does, its options and examples."""
    context = click.Context(argmap, info_name="argmap")
    for section, names in SECTIONS.items():
        yield from (f"## {section}", "")
        for name, words in names.items():
            command = argmap.get_command(context, name)
            assert command is not None
            yield from (f"### argmap {name}", "", f"*{words}*", "")
            yield from _command(command, click.Context(command, info_name=name, parent=context))


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    yield from ("```text", usage, "```", "")
    yield from _help(cleandoc(command.help or ""))
    rows = [_option(each) for each in command.params if isinstance(each, click.Option) and not each.hidden]
    if rows:
        yield from ("| option | meaning |", "|---|---|", *rows, "")
    if isinstance(command, click.Group):
        for name, sub in command.commands.items():
            yield from (f"#### argmap {context.info_name} FILE {name}", "")
            yield from _command(sub, click.Context(sub, info_name=name, parent=context))


def _help(text: str) -> Iterator[str]:
    """Return a command's help as Markdown: blocks whose lines are to be kept become code."""
    for paragraph in text.split("\n\n"):
        if paragraph.startswith("\b\n"):
            _, *lines = paragraph.splitlines()
            if lines[0].startswith("Example"):
                yield from (lines.pop(0), "")
            yield from ("```sh" if lines[0].startswith("  argmap ") else "```text",)
            yield from (line.removeprefix("  ") for line in lines)
            yield from ("```", "")
        else:
            yield from (paragraph, "")


def _option(option: click.Option) -> str:
    names = ", ".join(f"`{name}`" for name in sorted(option.opts, key=len))
    names += "".join(f", `{name}`" for name in option.secondary_opts)
    value = "" if option.is_flag else f" {_value(option)}"
    repeated = " May be given several times." if option.multiple else ""
    return f"| {names}{value} | {_cell(option.help or '')}{repeated} |"


def _value(option: click.Option) -> str:
    if option.metavar:
        return option.metavar
    if isinstance(option.type, click.Choice):
        return " *or* ".join(option.type.choices)
    return "FILE" if option.type.name == "file" else "N" if "integer" in option.type.name else "TEXT"


def keys() -> Iterator[str]:
    """List every action of the screen with its keys, group by group."""
    for group in action_words.GROUPS:
        yield from (f"## {group}", "", "| key | action | what it does | name |", "|---|---|---|---|")
        for action in actions.ACTIONS:
            if action.group == group:
                where = " *(in the detail pane)*" if action.where == action_words.DETAIL else ""
                pressed = _keys(action.keys) or "*(in the palette)*"
                yield f"| {pressed} | {_cell(action.words)}{where} | {_cell(action.help)} | `{action.id}` |"
        yield ""


def _keys(pressed: tuple[str, ...]) -> str:
    first, *others = pressed or ("",)
    if len(others) > 4 and all(each[:-1] == first[:-1] for each in others):  # noqa: PLR2004  # a row of digits
        return f"`{shown(first)}` … `{shown(others[-1])}`"
    return ", ".join(f"`{_cell(shown(each))}`" for each in pressed)


def decisions() -> Iterator[str]:
    """List what can be decided about two claims that look alike, with the keys of the screen and the command line."""
    yield from ("| key | decision | what becomes of the two |", "|---|---|---|")
    yield from (f"| `{way.key}` | {_cell(way.words)} | {_cell(way.help)} |" for way in WAYS)


def error_classes() -> Iterator[str]:
    """List every error with its code, exit status and meaning."""
    yield from ("| code | exit status | class | meaning |", "|---|---|---|---|")
    for name, kind in vars(errors).items():
        if isinstance(kind, type) and issubclass(kind, errors.ArgmapError):
            meaning = (getdoc(kind) or "").splitlines()[0]
            yield f"| `{kind.code}` | {kind.exit_status} | `{name}` | {_cell(meaning)} |"


def refusals() -> Iterator[str]:
    """List every way a file is refused, with its sentence."""
    yield from ("| code | sentence |", "|---|---|")
    for code, sentence in REFUSALS.items():
        yield f"| `{code}` | {_cell(_FILLED_IN.sub(_in_italics, sentence))} |"


def _in_italics(found: re.Match[str]) -> str:
    return f"*{found[1].replace('typed', 'name')}*"


def facets() -> Iterator[str]:
    """List what ``is:`` can ask."""
    yield from ("| query | finds a claim that |", "|---|---|")
    yield from (f"| `is:{name}` | {_cell(words)} |" for name, (words, _) in FACETS.items())


def fields() -> Iterator[str]:
    """List what may stand before a colon."""
    yield from ("| field | looks in |", "|---|---|")
    yield from (f"| `{name}:` | {_cell(words)} |" for name, words in FIELDS.items())


def identity() -> Iterator[str]:
    """State the numbers by which a file says what it is."""
    yield from ("| what | where | value |", "|---|---|---|")
    letters = header.APPLICATION_ID.to_bytes(4).decode()
    yield f"| application id | bytes 68 to 71 | `{header.APPLICATION_ID:#010x}` (`{letters}`) |"
    yield f"| format (`user_version`) | bytes 60 to 63 | `{FORMAT}` |"
    yield "| text encoding | bytes 56 to 59 | `1` (UTF-8) |"
    yield f"| largest file that is opened | | {header.MOST_BYTES:,} bytes |"


def tables() -> Iterator[str]:
    """Describe every table: what it holds, its columns, keys, checks and indexes."""
    documented = {str(kind.__tablename__): getdoc(kind) or "" for kind in Row.__subclasses__()}
    for name in (*COLUMNS, "step", "file"):
        yield from (f"### {name}", "", documented[name], "", "| column | type | is |", "|---|---|---|")
        yield from (f"| `{column.name}` | {column.type} | {_is(column)} |" for column in TABLES[name].columns)
        yield from ("", *_rules(TABLES[name]))


def _is(column: Column[Any]) -> str:
    links = (each.target_fullname for each in column.foreign_keys if column.name != "map_no")
    said = ["key"] if column.primary_key else []
    said += [f"a `{link}`" for link in links]
    return ", ".join([*said, "may be NULL"] if column.nullable else said)


def _rules(table: Table) -> Iterator[str]:
    checks = sorted(str(each.sqltext) for each in table.constraints if hasattr(each, "sqltext"))
    yield from (f"- check: `{check}`" for check in checks)
    for index in sorted(table.indexes, key=lambda each: str(each.name)):
        yield f"- index: `{index.name}` on {', '.join(f'`{column.name}`' for column in index.columns)}"
    if checks or table.indexes:
        yield ""


def _cell(text: str) -> str:
    """Return *text* fit for a cell of a Markdown table."""
    return text.replace("|", "\\|")


def formats() -> Iterator[str]:
    """List every format: whether it is read and written, and what does not survive."""
    yield "| format | what it is | read | what reading loses | written | what writing loses |"
    yield "|---|---|---|---|---|---|"
    for each in FORMATS:
        read, written = ("yes" if way is not None else "no" for way in (each.read, each.write))
        cells = (f"`{each.name}`", each.words, read, each.lost_in, written, each.lost_out)
        yield f"| {' | '.join(_cell(cell) for cell in cells)} |"


PARTS: dict[str, Callable[[], Iterator[str]]] = {
    "commands": commands,
    "keys": keys,
    "decisions": decisions,
    "error-classes": error_classes,
    "refusals": refusals,
    "facets": facets,
    "fields": fields,
    "formats": formats,
    "identity": identity,
    "tables": tables,
}
"""Every generated part by its name."""


def rebuilt(text: str) -> str:
    """Return a page's *text* with its generated parts as they should be."""

    def part(found: re.Match[str]) -> str:
        lines = "\n".join(PARTS[found["name"]]()).strip("\n")
        return f"{found['begin']}\n{lines}\n\n{found['end']}"

    return _PART.sub(part, text)


def main(arguments: list[str]) -> int:
    """Rebuild the pages, or say which are stale."""
    stale = []
    for page in sorted(REFERENCE.glob("*.md")):
        text = page.read_text(encoding="utf-8")
        if rebuilt(text) != text:
            stale.append(page)
    for page in stale:
        if "--check" not in arguments:
            page.write_text(rebuilt(page.read_text(encoding="utf-8")), encoding="utf-8")
        verb = "is stale: run python tools/build_reference.py" if "--check" in arguments else "was rebuilt"
        print(f"{page.relative_to(ROOT)} {verb}")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
