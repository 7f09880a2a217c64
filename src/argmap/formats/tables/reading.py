"""From a table to a map: a row says a claim, and how it bears on the parent that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.errors import UnfitError
from argmap.formats.carried import Ids, from_around, highest_of, number_of, unpacked
from argmap.formats.drafting import Draft
from argmap.formats.kept_order import settle_orders
from argmap.formats.tables import csv_text, jsonl_text
from argmap.formats.tables.bearing import Bearings
from argmap.formats.tables.citing import Citing
from argmap.formats.tables.fields import COLUMNS, fields_of, fill, number_in, unread_in, with_foreign
from argmap.formats.tables.names import Names
from argmap.formats.tables.relations import relation_of
from argmap.formats.tables.telling import tell
from argmap.model import ClaimId, ConflictKind, Polarity

if TYPE_CHECKING:
    from argmap.formats.drafting import Said
    from argmap.formats.report import Imported, Tally
    from argmap.formats.tables.rows import Row

_ASKING = {"id", "claim", "relation", "parent"}
_SHOWN = {"source": "title", "comment": "text", "alias": "text"}
"""What the claim's column shows of that which is no claim."""


def read_csv(text: str, name: str, tally: Tally, bare: str | None = None) -> Imported:
    """Read a table in CSV; *bare* says how a claim bears on its parent that does not say so, if it does."""
    return _Reading(csv_text.rows_of(text, name, tally), name, tally, _polarity(bare)).imported()


def read_jsonl(text: str, name: str, tally: Tally, bare: str | None = None) -> Imported:
    """Read a table in JSON Lines; *bare* as in `read_csv`."""
    return _Reading(jsonl_text.rows_of(text, name, tally), name, tally, _polarity(bare)).imported()


def _polarity(bare: str | None) -> Polarity | None:
    if bare not in {None, *Polarity}:
        message = f"A claim without a relation either supports or opposes, not “{bare}”."
        raise UnfitError(message)
    return None if bare is None else Polarity(bare)


class _Reading:
    """Turns rows into a draft."""

    def __init__(self, rows: list[Row], name: str, tally: Tally, bare: Polarity | None) -> None:
        self._rows = rows
        self._tally = tally
        self._draft = Draft(tally)
        self._names = Names(tally)
        self._ids = Ids()
        self._name = name
        self._is_ours = any(isinstance(row.own.get("map"), dict) for row in rows)
        self._bearings = Bearings(self._draft, self._names, tally, bare)
        self._positions: dict[int, Said] = {}

    def imported(self) -> Imported:
        """Return the map."""
        claims = [row for row in self._rows if not self._is_no_claim(row)]
        citing = Citing(self._draft, self._tally, self._name)
        said: list[tuple[Row, Said]] = []
        for row in claims:
            if row.own.get("is") == "conflict":
                continue
            claim = self._say(row)
            citing.take(row, claim)
            for column in unread_in(row):
                tell(self._tally, "unread-cell", row.at(column))
            said.append((row, claim))
        if len(self._positions) == 1:
            self._bearings.only_position = next(iter(self._positions.values()))
        for row, claim in said:
            if self._bearings.take(row, claim, is_ours=self._is_ours):
                self._positions.setdefault(id(claim), claim)
        self._bearings.aim()
        for row in claims:
            self._conflict(row)
        settle_orders(self._draft, self._positions.values())
        if not self._is_ours:
            self._draft.make_roots_positions()
        return self._draft.imported()

    def _is_no_claim(self, row: Row) -> bool:
        """Take in a row that says something else: the map, its question, a source, a comment."""
        text = row.cells.get("claim", "")
        if isinstance(row.own.get("map"), dict):
            self._draft.about.update({**unpacked(row.own["map"]), "title": text})
            self._draft.highest = highest_of(row.own.get("highest"))
            return True
        kind = row.own.get("is")
        if isinstance(kind, str) and kind != "conflict":
            plain = {key: value for key, value in row.own.items() if key != "is"}
            if kind in _SHOWN and text:
                plain[_SHOWN[kind]] = text
            self._draft.others += from_around({kind: [plain]}, row.place, self._tally)
            return True
        if relation_of(row.cell("relation")) == "question":
            self._ask(text, row)
            self._names.add_question(row)
            kept = {name: cell for name, cell in row.cells.items() if cell.strip() and name not in _ASKING}
            if kept or row.others:
                self._draft.about = with_foreign(self._draft.about, {COLUMNS: {**kept, **row.others}})
            return True
        return False

    def _ask(self, question: str, row: Row) -> None:
        text = question if self._is_ours else question.strip()
        if self._draft.about.setdefault("question", text) != text:
            tell(self._tally, "questions", row.place)

    def _say(self, row: Row) -> Said:
        """Return the claim that a row says: a new one, or one that was said before."""
        text = row.cells.get("claim", "") if self._is_ours else row.cell("claim")
        said, is_taken = self._names.same(row.cell("id"), text)
        if is_taken:
            tell(self._tally, "id-taken", row.place)
        if said is None:
            own = unpacked(row.own.get("claim"))
            said = self._draft.say(text, row.place, **fields_of(row, own, is_ours=self._is_ours))
            said.id = self._ids.take(ClaimId, own.get("id"))
            said.number = 0 if is_taken else number_of(own.get("number")) or number_in(row.cell("id"), "C")
        elif not self._is_ours and not fill(said.fields, fields_of(row, {}, is_ours=False)):
            tell(self._tally, "again", row.place)
        self._names.add(row, said)
        if relation_of(row.cell("relation")) == "position":
            self._positions.setdefault(id(said), said)
        if row.cell("question"):
            self._ask(row.cell("question"), row)
        return said

    def _conflict(self, row: Row) -> None:
        """Take in that two claims cannot both be true."""
        relation = relation_of(row.cell("relation"))
        if relation not in {"conflicts", "contradicts"}:
            return
        is_ours = row.own.get("is") == "conflict"
        ones = self._names.claims(row.cell("id"), row) if is_ours else [self._names.rows[row.number]]
        others = self._names.claims(row.cell("parent"), row) if row.cell("parent") else []
        if not ones or not others:
            tell(self._tally, "dangling" if row.cell("parent") else "no-parent", row.place)
            return
        if is_ours and ones[0] is not others[0]:
            plain: dict[str, Any] = {key: value for key, value in row.own.items() if key != "is"}
            plain |= {"claims": [ones[0].id, others[0].id], "kind": _CONFLICTS[relation]}
            self._draft.others += from_around({"conflict": [plain]}, row.place, self._tally)
            return
        for other in others:
            self._draft.oppose_each_other(ones[0], other, _CONFLICTS[relation], row.place)


_CONFLICTS = {"conflicts": ConflictKind.CONTRARY, "contradicts": ConflictKind.CONTRADICTORY}
