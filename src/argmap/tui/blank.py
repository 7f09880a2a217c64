"""Blank: one thing that a form asks for, and what there is to choose from. No terminal here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LINE = "line"
"""One paragraph; Enter saves the form."""

PROSE = "prose"
"""Several paragraphs; Enter begins the next."""

FLAG = "flag"
"""Yes or no."""

PICK = "pick"
"""One of several known things, or something new by its name."""

Answer = str | bool
"""What is filled in: words, or whether it is so."""

Answers = dict[str, Answer]
"""What is filled in, by the names of the blanks."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: the answer it gives, the words it is shown with, and what the field shows afterwards."""

    answer: str
    words: str
    shown: str
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """One thing to fill in: the *name* of its answer, its *label*, its *kind* and the *value* it begins with.

    *hint* says what to fill in, *heading* stands above it. One of the kind `PICK` asks *choices* what there is to
    choose for the words typed so far; *is_sure* says that one of them stands there always.
    """

    name: str
    label: str
    kind: str = LINE
    value: Answer = ""
    hint: str = ""
    heading: str = ""
    choices: Callable[[str], list[Choice]] | None = None
    is_sure: bool = False
