"""Rows: what a table of claims says line by line, however it was written down."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.display import one_line
from argmap.formats.carried import CARRIED
from argmap.formats.report import Place
from argmap.formats.tables.telling import tell

if TYPE_CHECKING:
    from argmap.formats.report import Tally

_LONGEST = 40
"""Most characters of a header or a cell that a place shows."""


@dataclass(slots=True, eq=False)
class Row:
    """One row: its *cells* by the columns that argmap knows, *others* by their headers, *own* what argmap carries.

    *headers* says what the columns that argmap knows are called in this table.
    """

    number: int
    place: Place
    cells: dict[str, str] = field(default_factory=dict)
    others: dict[str, Any] = field(default_factory=dict)
    own: dict[str, Any] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)

    def cell(self, column: str) -> str:
        """Return what stands in *column*, without white space around it."""
        return self.cells.get(column, "").strip()

    def at(self, column: str) -> Place:
        """Return the place of the cell in *column*, for people: the row, and what the column is called here."""
        header, cell = (one_line(each)[:_LONGEST] for each in (self.headers.get(column, column), self.cell(column)))
        return Place(self.place.line, label=f"{self.place}, {header}", quote=cell)


def take_own(row: Row, tally: Tally) -> None:
    """Take out of the cells of *row* what argmap carries in it; what cannot be read is told."""
    carried = row.cells.pop(CARRIED, "")
    if not carried.strip():
        return
    try:
        own = json.loads(carried)
    except (ValueError, RecursionError):
        own = None
    if isinstance(own, dict):
        row.own = own
    else:
        tell(tally, "carried", row.place)
