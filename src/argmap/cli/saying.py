"""What commands say: results to stdout, messages to stderr, foreign text always cleaned."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from shlex import quote
from typing import TYPE_CHECKING, Any

import click

from argmap.display import clean_display, one_line, shorten
from argmap.errors import NeedsPersonError, NothingToUndoError
from argmap.model import Claim, Comment, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from argmap.document import Document
    from argmap.model import Step
    from argmap.store import Kind

_LETTERS = 20  # of a file's name: even in wide letters they leave room on the line


def say(text: str = "") -> None:
    """Print a result."""
    click.echo(clean_display(text))


def remark(text: str) -> None:
    """Print a message beside the results."""
    click.echo(clean_display(text), err=True)


def say_json(value: Any) -> None:  # noqa: ANN401  # anything JSON can hold
    """Print a result as JSON. Control characters are escaped, and so is what could steer a terminal."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    click.echo("".join(_escaped(character) for character in text) if clean_display(text) != text else text)


def is_terminal() -> bool:
    """Whether results go to a terminal."""
    return sys.stdout.isatty()


def require_terminal(file: Path) -> None:
    """Refuse to open *file* on a screen where there is none."""
    if not (sys.stdin.isatty() and is_terminal()):
        message = f"There is no terminal to open {file} on. To print it: argmap show {typed(file)}"
        raise NeedsPersonError(message)


@contextmanager
def opening(file: Path, *, ascii_only: bool = False) -> Iterator[None]:
    """Say on the terminal, at once, that *file* is being opened; the line goes when that is done or has failed.

    It is written where the screen is drawn next, and is no part of what the command says.
    """
    terminal = sys.__stderr__
    if terminal is None or not (terminal.isatty() and is_terminal()):
        yield
        return
    name = shorten(file.name, _LETTERS, ellipsis="..." if ascii_only else "…")
    terminal.write(f"Opening {name} {'...' if ascii_only else '…'}")
    terminal.flush()
    try:
        yield
    finally:
        terminal.write(f"\r{' ' * (2 * len(name) + len('Opening  ...'))}\r")
        terminal.flush()


def shown(file: Path) -> str:
    """Return the name of *file* as it stands in a sentence: on one line, whatever signs it has."""
    return one_line(str(file))


def typed(file: Path) -> str:
    """Return the name of *file* as a person types it into a command: in quotes where it has blanks or other signs."""
    return quote(shown(file))


def named(entity: Claim | Source | Comment, cells: int = 70) -> str:
    """Return an entity's label and text, on one short line."""
    text = entity.title if isinstance(entity, Source) else entity.text
    return f"{entity.label}: {shorten(text, cells)}"


def take(document: Document, step: Step, kind: Kind | None = None, *, as_json: bool = False) -> Step:
    """Take *step* and say what it did."""
    taken = document.do(step) if kind is None else document.do(step, kind)
    report(taken, as_json=as_json)
    return taken


def repeated(go: Callable[[], Step], times: int) -> Iterator[Step]:
    """Undo or redo up to *times* steps; having run out after the first is no error."""
    yield go()
    for _ in range(times - 1):
        try:
            yield go()
        except NothingToUndoError as error:
            remark(str(error).replace("nothing to", "nothing more to"))
            return


def report_all(steps: Iterable[Step], *, as_json: bool) -> None:
    """Say what each of *steps* did, as it is taken; as JSON an array, of what was done until one was refused."""
    if not as_json:
        for taken in steps:
            report(taken)
        return
    done: list[dict[str, Any]] = []
    try:
        done.extend(map(_as_value, steps))
    finally:
        say_json(done)


def report(taken: Step, *, as_json: bool = False) -> None:
    """Say what a step did: its label and the entities it made, changed and removed."""
    for notice in taken.notices:
        remark(notice)
    if as_json:
        say_json(_as_value(taken))
    elif not taken.changes:
        say("Nothing to change: it is so already.")
    else:
        say(f"{_done(one_line(taken.label))}.")
        for change in taken.changes:
            if isinstance(change.after, Claim | Source | Comment) and change.before is None:
                say(f"  {named(change.after)}")


def counted(count: int, word: str) -> str:
    """Return a count with its word, as in ``1 claim`` or ``2 claims``."""
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def _done(label: str) -> str:
    verb, _, rest = label.partition(": ")
    past = {"Undo": "Undone", "Redo": "Redone"}.get(verb)
    return f"{past}: {rest}" if past else f"Done: {label}"


def _as_value(step: Step) -> dict[str, Any]:
    return {"step": step.label, **_touched(step)}


def _touched(step: Step) -> dict[str, list[str]]:
    touched: dict[str, list[str]] = {"added": [], "changed": [], "removed": []}
    for change in step.changes:
        key = "added" if change.before is None else "removed" if change.after is None else "changed"
        touched[key].append(getattr(change.entity, "label", "") or type(change.entity).__name__.lower())
    return touched


def _escaped(character: str) -> str:
    if character == "\n" or clean_display(character) == character:
        return character
    return json.dumps(character)[1:-1]
