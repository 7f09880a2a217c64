"""Flows: columns are speeches, rows are arguments; each cell answers the one before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.display import one_line, shorten_between_words
from argmap.outlines.arguments import Argument, arguments
from argmap.outlines.pro_con import comment_told

if TYPE_CHECKING:
    from argmap.outlines.selection import Selected

PRESETS: dict[str, tuple[str, ...]] = {
    "policy": ("1AC", "1NC", "2AC", "Block", "1AR", "2NR", "2AR"),
    "ld": ("AC", "NC", "1AR", "NR", "2AR"),
    "pf": ("AC", "NC", "AR", "NR", "AS", "NS", "AF", "NF"),
    "worlds": ("Prop 1", "Opp 1", "Prop 2", "Opp 2", "Prop 3", "Opp 3", "Opp Reply", "Prop Reply"),
    "bp": ("PM", "LO", "DPM", "DLO", "MG", "MO", "GW", "OW"),
}
"""The speeches of each kind of debate, in their order."""

USUAL_PRESET = "policy"
"""The speeches where nothing is said."""

_NAME = 50  # characters of a claim in the title of a sheet


@dataclass(frozen=True, slots=True)
class Sheet:
    """One argument in the flow: its *title*, the speeches, and rows of as many cells; the title may be shortened.

    *is_ours* says that our side begins. What the others bring up first has no cell in our first speech, so that
    their sheets have one column less.
    """

    title: str
    is_ours: bool
    speeches: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """The sheets of a flow, and how many claims have no cell: evidence, and answers after the last speech."""

    sheets: tuple[Sheet, ...]
    left_out: int


def flow(chosen: Selected, speeches: tuple[str, ...]) -> Flow:
    """Return the flow of what was *chosen*: a sheet for each main argument of each start."""
    sheets: list[Sheet] = []
    told: set[str] = set()
    for part in chosen.parts:
        start = arguments(part)
        whose = f"{start.rows[0].line.claim.label} " if len(chosen.parts) > 1 else ""
        for place, main in enumerate(start.reasons, 1):
            sheets.append(_sheet(f"Aff {whose}{place} {_words(main)}", main, speeches, told, is_ours=True))
        for place, main in enumerate(start.attackers, 1):
            sheets.append(_sheet(f"Neg {whose}{place} {_words(main)}", main, speeches[1:], told, is_ours=False))
        told.update(row.line.claim.id for row in start.rows)
    return Flow(tuple(sheets), len({claim.id for claim in chosen.claims} - told) + chosen.left_out)


def _sheet(title: str, main: Argument, speeches: tuple[str, ...], told: set[str], *, is_ours: bool) -> Sheet:
    """Return the sheet of an argument: its first answer stands beside it, each further one in a row of its own."""
    rows: list[list[str]] = []
    waiting = [(0, main, False)]
    while waiting:
        column, argument, beside = waiting.pop()
        if column >= len(speeches):
            continue
        if not beside:
            rows.append([""] * len(speeches))
        rows[-1][column] = _cell(argument)
        told.update(row.line.claim.id for row in argument.rows)
        answers = argument.attacks_on_case()
        waiting.extend((column + 1, answer, not place) for place, answer in reversed(list(enumerate(answers))))
    return Sheet(title, is_ours, speeches, tuple(tuple(row) for row in rows))


def _cell(argument: Argument) -> str:
    way = "Does not follow: " if argument.rows[0].line.kind == "undercut" else ""
    said = way + " AND ".join(f"{one_line(row.line.claim.text)} [{row.line.claim.label}]" for row in argument.rows)
    comments = dict.fromkeys(comment_told(comment) for row in argument.rows for comment in row.comments)
    return " — ".join((said, *comments))


def _words(argument: Argument) -> str:
    return shorten_between_words(argument.rows[0].line.claim.text, _NAME)
