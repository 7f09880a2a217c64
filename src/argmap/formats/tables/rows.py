"""Rows: what a table of claims says line by line, however it was written down."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.formats.carried import CARRIED
from argmap.formats.tables.telling import tell

if TYPE_CHECKING:
    from argmap.formats.report import Place, Tally


@dataclass(slots=True, eq=False)
class Row:
    """One row: its *cells* by the columns that argmap knows, *others* by their headers, *own* what argmap carries."""

    number: int
    place: Place
    cells: dict[str, str] = field(default_factory=dict)
    others: dict[str, Any] = field(default_factory=dict)
    own: dict[str, Any] = field(default_factory=dict)

    def cell(self, column: str) -> str:
        """Return what stands in *column*, without white space around it."""
        return self.cells.get(column, "").strip()


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
