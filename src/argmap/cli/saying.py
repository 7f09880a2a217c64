"""What commands say: results to stdout, messages to stderr, foreign text always cleaned."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from argmap.display import clean_display, shorten
from argmap.model import Claim, Comment, Source

if TYPE_CHECKING:
    from argmap.document import Document
    from argmap.model import Step
    from argmap.store import Kind


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


def named(entity: Claim | Source | Comment, cells: int = 70) -> str:
    """Return an entity's label and text, on one short line."""
    text = entity.title if isinstance(entity, Source) else entity.text
    return f"{entity.label}: {shorten(text, cells)}"


def take(document: Document, step: Step, kind: Kind | None = None, *, as_json: bool = False) -> Step:
    """Take *step* and say what it did."""
    taken = document.do(step) if kind is None else document.do(step, kind)
    report(taken, as_json=as_json)
    return taken


def report(taken: Step, *, as_json: bool = False) -> None:
    """Say what a step did: its label and the entities it made, changed and removed."""
    for notice in taken.notices:
        remark(notice)
    if as_json:
        say_json({"step": taken.label, **_touched(taken)})
    elif not taken.changes:
        say("Nothing to change: it is so already.")
    else:
        say(f"Done: {taken.label}.")
        for change in taken.changes:
            if isinstance(change.after, Claim | Source | Comment) and change.before is None:
                say(f"  {named(change.after)}")


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
