"""Flows: columns are speeches, rows are arguments; each cell answers the one before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.display import one_line, shorten_between_words
from argmap.outlines.arguments import Argument, arguments
from argmap.outlines.pro_con import comment_told
from argmap.outlines.telling import title_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.model import ArgumentMap, ClaimId
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

    def is_our_turn(self, column: int) -> bool:
        """Whether the speech in *column*, counted from 0, is one of our side: the sides speak by turns."""
        return self.is_ours == (column % 2 == 0)


@dataclass(frozen=True, slots=True)
class Flow:
    """The sheets of a flow, and how many claims have no cell: evidence, and answers after the last speech.

    *language* is a BCP 47 tag.
    """

    title: str
    sheets: tuple[Sheet, ...]
    left_out: int
    language: str = ""

    @property
    def left_out_told(self) -> str:
        """A sentence on the claims that have no cell; nothing where all have one."""
        have = "claim has" if self.left_out == 1 else "claims have"
        told = f"{self.left_out:,} {have} no cell: evidence, and what comes after the last speech."
        return told if self.left_out else ""


def flow(map_: ArgumentMap, chosen: Selected, speeches: tuple[str, ...]) -> Flow:
    """Return the flow of what was *chosen* of a map: a sheet for each main argument of each start."""
    mains = list(_mains(chosen))
    answers = _Elsewhere(mains)
    told = {row.line.claim.id for row in chosen.rows if not row.line.depth}
    sheets = tuple(_sheet(main, speeches if main.is_ours else speeches[1:], told, answers) for main in mains)
    left_out = len({claim.id for claim in chosen.claims} - told) + chosen.left_out
    return Flow(title_of(map_, chosen), sheets, left_out, map_.about.language)


@dataclass(frozen=True, slots=True)
class _Main:
    """A main argument, and the name of its sheet: whose it is and its number."""

    name: str
    argument: Argument
    is_ours: bool


def _mains(chosen: Selected) -> Iterator[_Main]:
    for part in chosen.parts:
        start = arguments(part)
        whose = f"{start.rows[0].line.claim.label} " if len(chosen.parts) > 1 else ""
        for side, found in (("Aff", start.reasons), ("Neg", start.attackers)):
            yield from (_Main(f"{side} {whose}{place}", each, side == "Aff") for place, each in enumerate(found, 1))


class _Elsewhere:
    """Where what is told once and used again has its answers: a row that stops there is not unanswered."""

    def __init__(self, mains: Sequence[_Main]) -> None:
        self._homes: dict[ClaimId, tuple[str, Argument]] = {}
        self._known: dict[ClaimId, bool] = {}
        for main in mains:
            for argument in main.argument.branch():
                for row in argument.rows:
                    if not row.line.repeat:
                        self._homes[row.line.claim.id] = (main.name, argument)

    def of(self, argument: Argument) -> Iterator[str]:
        """Yield the words that lead to the answers to each claim of *argument* and its support that is told elsewhere.

        Where nothing answers a claim there are none.
        """
        repeated = dict.fromkeys(row.line.claim for each in argument.case() for row in each.rows if row.line.repeat)
        for claim in repeated:
            name, home = self._homes.get(claim.id, ("", argument))
            if claim.id not in self._known:
                self._known[claim.id] = home is not argument and home.is_attacked(claim.id)
            if self._known[claim.id]:
                yield f"answers to {claim.label}: see {name}"


def _sheet(main: _Main, speeches: tuple[str, ...], told: set[ClaimId], answered: _Elsewhere) -> Sheet:
    """Return the sheet of an argument: its first answer stands beside it, each further one in a row of its own."""
    rows: list[list[str]] = []
    waiting = [(0, main.argument, False)]
    while waiting:
        column, argument, beside = waiting.pop()
        if column >= len(speeches):
            continue
        if not beside:
            rows.append([""] * len(speeches))
        rows[-1][column] = " → ".join((_cell(argument), *answered.of(argument)))
        told.update(row.line.claim.id for row in argument.rows)
        answers = argument.attacks_on_case()
        waiting.extend((column + 1, answer, not place) for place, answer in reversed(list(enumerate(answers))))
    title = f"{main.name} {_words(main.argument)}"
    return Sheet(title, main.is_ours, speeches, tuple(tuple(row) for row in rows))


def _cell(argument: Argument) -> str:
    way = "Does not follow: " if argument.rows[0].line.kind == "undercut" else ""
    said = way + " AND ".join(f"{one_line(row.line.claim.text)} [{row.line.claim.label}]" for row in argument.rows)
    comments = dict.fromkeys(comment_told(comment) for row in argument.rows for comment in row.comments)
    return " — ".join((said, *comments))


def _words(argument: Argument) -> str:
    return shorten_between_words(argument.rows[0].line.claim.text, _NAME)
