"""What the cells of a table name: claims by id, by row or by their words, steps by the group that their rows form."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.formats.tables.telling import tell

if TYPE_CHECKING:
    from argmap.formats.drafting import Said, Step
    from argmap.formats.report import Tally
    from argmap.formats.tables.rows import Row

_WHOLE = re.compile(r"([0-9]{1,9})\.0+")
_ROW = re.compile(r"(?:row |line |#)?([0-9]{1,9})", re.IGNORECASE)
_PARTS = re.compile(r"\s*[;,\n]\s*")
_ENDING = " .!?"


def key(name: str) -> str:
    """Return *name* as ids are compared: case does not count, and some programs write 7 as 7.0."""
    folded = name.strip().casefold()
    whole = _WHOLE.fullmatch(folded)
    return whole[1] if whole else folded


@dataclass(slots=True)
class Names:
    """Everything that a cell can name."""

    tally: Tally
    ids: dict[str, Said] = field(default_factory=dict)
    rows: dict[int, Said] = field(default_factory=dict)
    texts: dict[str, Said] = field(default_factory=dict)
    steps: dict[str, Step] = field(default_factory=dict)
    uses: dict[int, list[Step]] = field(default_factory=dict)
    questions: set[str] = field(default_factory=set)

    def add(self, row: Row, said: Said) -> None:
        """Let *row* name *said*; of two claims with one id or the same words, the first is meant."""
        self.rows[row.number] = said
        self.texts.setdefault(_words(said.text), said)
        if row.cell("id"):
            self.ids.setdefault(row.cell("id"), said)
            self.ids.setdefault(key(row.cell("id")), said)

    def add_question(self, row: Row) -> None:
        """Let *row* name the map's question."""
        self.questions.update(key(name) for name in (row.cell("id"), row.cell("claim")) if name)

    def same(self, id_: str, text: str) -> tuple[Said | None, bool]:
        """Return the claim that a row with this id and text says again, and whether its id is another claim's."""
        there = self.ids.get(id_) or self.ids.get(key(id_)) if id_ else None
        if there is not None:
            return (there, False) if not text.strip() or text == there.text else (None, True)
        same = self.texts.get(_words(text)) if not id_ and not self.ids else None
        return (same if same is not None and same.text == text else None), False

    def asks(self, cell: str) -> bool:
        """Whether *cell* names the question."""
        return key(cell) in self.questions

    def claims(self, cell: str, row: Row) -> list[Said]:
        """Return the claim that the *cell* of a row names, or the several it lists; nothing if any is not there."""
        whole = self._claim(cell, row)
        if whole is not None:
            return [whole]
        parts = [self._claim(part, row) for part in _PARTS.split(cell)]
        found = [said for said in parts if said is not None]
        return found if len(found) == len(parts) else []

    def step(self, cell: str) -> Step | None:
        """Return the step that *cell* names by the group of its rows."""
        return self.steps.get(key(cell))

    def step_from(self, said: Said, but: Step) -> Step | None:
        """Return the first step that takes *said* as a premise, other than the step *but*."""
        return next((step for step in self.uses.get(id(said), ()) if step is not but), None)

    def _claim(self, cell: str, row: Row) -> Said | None:
        there = self.ids.get(cell) or self.ids.get(key(cell))
        if there is None and not self.ids:
            number = _ROW.fullmatch(key(cell))
            there = self.rows.get(int(number[1])) if number else None
            if there is not None:
                tell(self.tally, "number-column", row.place)
        return there if there is not None else self.texts.get(_words(cell))


def _words(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(_ENDING)
