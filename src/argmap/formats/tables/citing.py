"""The sources in a table: a cell names one on each of its lines, and what argmap carries beside it says the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.carried import from_around, unpacked
from argmap.model import Source

if TYPE_CHECKING:
    from argmap.formats.drafting import Draft, Said
    from argmap.formats.report import Tally
    from argmap.formats.tables.rows import Row
    from argmap.model import SourceId

SHOWN = "shown"
"""The key under which a carried citation says how its line in the cell reads."""

_COLUMNS = {"said by": "asserted_by", "quote": "quote", "page": "page", "paragraph": "paragraph"}


class Citing:
    """Makes citations of what the rows say of their sources; *name* is the file's."""

    def __init__(self, draft: Draft, tally: Tally, name: str) -> None:
        self._draft = draft
        self._tally = tally
        self._name = name
        self._known: dict[str, SourceId] = {}
        for each in draft.others:
            if isinstance(each, Source):
                self._known.setdefault(each.title.strip(), each.id)
                draft.source_count = max(draft.source_count, each.number)

    def take(self, row: Row, said: Said) -> None:
        """Take in the citations of a row; a line that is gone from the cell is a citation that is gone."""
        waiting = _carried(row)
        for line in (each.strip() for each in row.cells.get("source", "").split("\n")):
            carried = next((each for each in waiting if each.get(SHOWN) == line), None) if line else None
            if carried is not None:
                waiting.remove(carried)
                self._restore(carried, row, said)
            elif line:
                self._cite(line, row, said)
        if not row.cell("source") and any(row.cell(column) for column in _COLUMNS):
            self._cite(f"Text of {self._name}" if self._name else "(not named)", row, said)

    def _cite(self, line: str, row: Row, said: Said) -> None:
        source = self._known.get(line)
        if source is None:
            address = {"url": line} if line.startswith(("http://", "https://")) else {}
            source = self._known[line] = self._draft.source(line, row.place, **address)
        fields = {name: row.cell(column) for column, name in _COLUMNS.items() if row.cell(column)}
        self._draft.cite(said, source, row.place, **fields)

    def _restore(self, carried: dict[str, Any], row: Row, said: Said) -> None:
        plain = {key: value for key, value in carried.items() if key != SHOWN}
        plain["claim"] = said.id
        self._draft.others += from_around({"citation": [plain]}, row.place, self._tally)


def _carried(row: Row) -> list[dict[str, Any]]:
    found = unpacked(row.own.get("claim")).get("citations")
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
