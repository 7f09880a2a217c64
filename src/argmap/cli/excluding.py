"""Options that exclude or need one another: refused before anything is done, for one of them would be passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Mapping


def refuse_several(given: Mapping[str, object]) -> None:
    """Refuse more than one of the options in *given*, by their names with what was said for them: each does its own."""
    names = _said(given)
    if len(names) > 1:
        message = f"{names[0]} and {names[1]} do different things. Choose one."
        raise click.UsageError(message)


def refuse_without(partner: str, partner_given: object, given: Mapping[str, object]) -> None:
    """Refuse the options in *given* where the one that they go with, *partner*, was not given."""
    names = _said(given)
    if names and not _said({partner: partner_given}):
        message = f"{names[0]} goes with {partner}."
        raise click.UsageError(message)


def _said(given: Mapping[str, object]) -> list[str]:
    """Return the names of what was said; an empty text says something: that a text is to be taken away."""
    return [name for name, value in given.items() if value is not None and value is not False and value != ()]
