"""Refusals: what is said of a file that no format recognises, and of one whose name promises another format."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from argmap.display import one_line
from argmap.errors import FormatError
from argmap.formats.argdown.recognising import is_extended
from argmap.formats.foreign import PLAIN_TEXT, looks_like

if TYPE_CHECKING:
    from argmap.formats.report import Tally


def refusal(raw: bytes, text: str, name: str, called: str) -> FormatError:
    """Return what to say of the file *raw*; *called* is the format that the end of its *name* promises, if any does."""
    words, advice = looks_like(raw, text)
    if is_extended(text):
        words = "Argdown Extended, another language than Argdown"
        advice = "--from argdown reads its claims, but none of its arrows."
    elif called and words == PLAIN_TEXT:
        advice = f"Its name ends in {_end(name)}: --from {called} reads it as that."
    advice = f" {advice}" if advice else ""
    return FormatError(f"This looks like {words}, which argmap cannot import.{advice} Nothing was imported.", name=name)


def tell_called(tally: Tally, name: str, called: str) -> None:
    """Tell that a file was read as what is in it, though the end of its *name* promises the format *called*."""
    words = (
        f"Its name ends in {_end(name)}, but nothing in it is only {called}'s: it was read as {tally.format_name}; "
        f"--from {called} reads it as that"
    )
    tally.note("called", words, words)


def _end(name: str) -> str:
    return one_line(PurePath(name).suffix)
