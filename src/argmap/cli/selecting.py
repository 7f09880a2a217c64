"""Selecting: the options that choose a part of a map, the same for all that is printed and drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from argmap.cli.parameters import Number

if TYPE_CHECKING:
    from collections.abc import Callable

_Command = TypeVar("_Command", bound="Callable[..., Any]")

_OPTIONS = (
    click.option("--at", metavar="NUMBER", help="Only what is under this claim (C17) or step (R12)."),
    click.option("--side", metavar="NUMBER", help="Only this position and what bears on it."),
    click.option("--depth", type=Number(0), metavar="NUMBER", help="How many levels under the start."),
    click.option("--unanswered", is_flag=True, help="Only attacks that nobody has answered, and the way to them."),
    click.option(
        "--top",
        type=Number(1),
        metavar="NUMBER",
        help="Only so many of the strongest reasons, and objections, each.",
    ),
    click.option("--words", type=Number(1), metavar="NUMBER", help="Only what fits into so many words of claims."),
    click.option("--max-claims", type=Number(1), metavar="NUMBER", help="Only so many claims, upper levels first."),
)


def selection_options(command: _Command) -> _Command:
    """Give a command the options of a selection; it takes them as `Asked` does."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
