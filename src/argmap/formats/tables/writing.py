"""From a map to a table: a row for each claim at each of its places, and what no column shows in one column of data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from argmap.formats.carried import CARRIED, about_map, around, packed
from argmap.formats.report import Place
from argmap.formats.tables import csv_text, jsonl_text
from argmap.formats.tables.citing import SHOWN
from argmap.formats.tables.columns import ALWAYS, NAMES, columns_of
from argmap.formats.tables.fields import COLUMNS, FOREIGN, foreign_of, number_in, tags_in, tags_shown
from argmap.formats.tables.names import key
from argmap.formats.tables.telling import tell
from argmap.model import ConflictKind
from argmap.model.roles import unplaced_claims
from argmap.outlines import roots, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.report import Tally
    from argmap.model import ArgumentMap, Citation, Claim, ClaimId, Conflict, EntityId, Inference, InferenceId

_Cells = dict[str, Any]
_LONGEST_CELL = 32_767  # of Excel
_LONGEST_NAME = 64
_RELATIONS = {"reason": "supports", "objection": "opposes", "undercut": "undercuts", "backing": "backs"}
_CONFLICTS = {ConflictKind.CONTRARY: "conflicts", ConflictKind.CONTRADICTORY: "contradicts"}
_ENDS = ("polarity", "premises", "target")


def write_csv(map_: ArgumentMap, tally: Tally) -> bytes:
    """Write all of *map_* in CSV; nothing is lost that is read back by argmap."""
    rows = list(_Writing(map_, tally).rows())
    headers = _headers(rows)
    cells = [[_cell(row.get(header, "")) for header in headers] for row in rows]
    for number, row in enumerate(cells, 2):
        tell_long = sum(len(cell) > _LONGEST_CELL for cell in row)
        if tell_long:
            tell(tally, "long-cells", Place(label=f"row {number}"), tell_long)
    return csv_text.written(headers, cells)


def write_jsonl(map_: ArgumentMap, tally: Tally) -> bytes:
    """Write all of *map_* in JSON Lines, with the same names as the columns in CSV."""
    return jsonl_text.written(_Writing(map_, tally).rows())


def _headers(rows: list[_Cells]) -> list[str]:
    """Return the columns: those that are always there, those where something stands, and others' behind them."""
    used = dict.fromkeys(name for row in rows for name in row)
    others = [name for name in used if name not in NAMES]
    needed = {*ALWAYS, *used}
    return [*(name for name in NAMES if name in needed and name != CARRIED), *others, CARRIED]


def _cell(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


class _Writing:
    """Makes row after row, in the order in which an outline tells the map."""

    def __init__(self, map_: ArgumentMap, tally: Tally) -> None:
        self._map = map_
        self._tally = tally
        self._names = _names(map_)
        self._said: set[ClaimId] = set()
        self._shown: set[InferenceId] = set()

    def rows(self) -> Iterator[_Cells]:
        """Yield the rows."""
        own = about_map(self._map)
        about = self._map.about
        own["map"] = {key: value for key, value in own["map"].items() if key not in {"title", "question"}}
        yield _row(claim=about.title, relation="map", **{CARRIED: own})
        if about.question:
            yield _row(claim=about.question, relation="question")
        start = roots(self._map)
        for line in walk(self._map, (*start.positions, *start.others, *unplaced_claims(self._map))):
            if line.inference is None:
                yield self._claim(line.claim, relation="position" if line.claim.is_position else "")
            else:
                yield self._premise(line.claim, line.inference)
        for inference in sorted(self._map.inferences.values(), key=lambda each: each.number):
            if inference.id not in self._shown:
                tell(self._tally, "circles", Place(label=inference.label))
                yield from (self._premise(self._map.claims[each], inference) for each in inference.premises)
        yield from self._around()

    def _claim(self, claim: Claim, **cells: str) -> _Cells:
        """Return a row that says a claim; the first of them says everything about it."""
        row = _row(id=self._names[claim.id], claim=claim.text, **cells)
        if claim.id in self._said:
            return row
        self._said.add(claim.id)
        extras, others = _others(claim.extras)
        own = packed(claim, ("number", "text", "note", "tags", "credence", "implicit", "as_of", "extras"))
        if extras:
            own["extras"] = extras
        if self._names[claim.id] != claim.label:
            own["number"] = claim.number
        shown = {"note": claim.note, "tags": tags_shown(claim.tags), "date": claim.as_of}
        if tags_in(shown["tags"]) != list(claim.tags):
            own["tags"] = list(claim.tags)
        if claim.credence is not None:
            shown["credence"] = repr(claim.credence)
        if claim.implicit:
            shown["implicit"] = "yes"
        citations = self._citations(claim)
        if citations:
            own["citations"] = citations
            shown["source"] = "\n".join(each[SHOWN] for each in citations)
        row.update({name: cell for name, cell in shown.items() if cell} | others)
        row[CARRIED] = {"claim": own}
        return row

    def _premise(self, claim: Claim, inference: Inference) -> _Cells:
        """Return a row that says how a claim bears on its target; the first premise says all about the step."""
        named = self._names[inference.target], self._names[inference.id]
        row = self._claim(claim, relation=_RELATIONS[inference.kind], parent=named[0], inference=named[1])
        if inference.id not in self._shown:
            self._shown.add(inference.id)
            own = packed(inference, ("number", "warrant", "scheme", "relevance", *_ENDS))
            row[CARRIED] = {**row.get(CARRIED, {}), "step": {"order": inference.order, **own}}
            shown = {"warrant": inference.warrant, "scheme": inference.scheme}
            if inference.relevance is not None:
                shown["relevance"] = repr(inference.relevance)
            row.update({name: cell for name, cell in shown.items() if cell})
        return row

    def _citations(self, claim: Claim) -> list[dict[str, Any]]:
        return [{SHOWN: self._line(each), **packed(each, ("claim",))} for each in self._map.citations_of(claim.id)]

    def _line(self, citation: Citation) -> str:
        title = self._map.sources[citation.source].title
        return " ".join(f"{title}, {citation.locator}".split()).rstrip(", ") or "?"

    def _around(self) -> Iterator[_Cells]:
        """Yield the rows for what is neither claim nor inference; citations stand with their claims."""
        for conflict in self._map.conflicts.values():
            yield self._conflict(conflict)
        for kind, entries in around(self._map).items():
            for plain in entries if kind not in {"citation", "conflict"} else ():
                shown = {"source": "title", "comment": "text", "alias": "text"}.get(kind)
                text = plain.pop(shown) if shown else ""
                yield _row(claim=text, relation=kind, **{CARRIED: {"is": kind, **plain}})

    def _conflict(self, conflict: Conflict) -> _Cells:
        first, second = conflict.claims
        own = packed(conflict, ("claims", "kind"))
        return _row(
            id=self._names[first],
            claim=self._map.claims[first].text,
            relation=_CONFLICTS[conflict.kind],
            parent=self._names[second],
            **{CARRIED: {"is": "conflict", **own}},
        )


def _row(**cells: Any) -> _Cells:  # noqa: ANN401  # cells hold texts, the last one data
    return {name: cell for name, cell in cells.items() if cell}


def _names(map_: ArgumentMap) -> dict[EntityId, str]:
    """Return what each claim and step is called in the table: a claim by the id it came with, where no other has it."""
    entities: list[Claim | Inference] = [*map_.claims.values(), *map_.inferences.values()]
    labels = {each.label.casefold() for each in entities}
    taken: set[str] = set()
    names: dict[EntityId, str] = {}
    for each in entities:
        wanted = foreign_of(each.extras).get("id")
        name = wanted if isinstance(wanted, str) and _fits(wanted) and key(wanted) not in labels else each.label
        while key(name) in taken:
            name += "+"
        taken.add(key(name))
        names[each.id] = name
    return names


def _fits(name: str) -> bool:
    """Whether a cell that says *name* can name a claim."""
    return 0 < len(name) <= _LONGEST_NAME and name.isprintable() and name.strip() == name and not number_in(name, "C")


def _others(extras: str) -> tuple[str, dict[str, str]]:
    """Return what stands in columns of others, and *extras* without it."""
    found = foreign_of(extras).get(COLUMNS)
    found = found if isinstance(found, dict) else {}
    shown = {name: cell for name, cell in found.items() if _is_cell(name, cell)}
    if not shown:
        return extras, {}
    whole = json.loads(extras)
    rest = {name: cell for name, cell in found.items() if name not in shown}
    whole[FOREIGN] = {name: value for name, value in whole[FOREIGN].items() if name != COLUMNS}
    if rest:
        whole[FOREIGN][COLUMNS] = rest
    if not whole[FOREIGN]:
        del whole[FOREIGN]
    return (json.dumps(whole, ensure_ascii=False) if whole else ""), shown


def _is_cell(name: str, cell: object) -> bool:
    """Whether what is kept as a cell of the column *name* comes back as the same from such a column."""
    fits = name.isprintable() and name.strip() == name and columns_of([name]) == [""]
    return (
        bool(name) and fits and isinstance(cell, str) and bool(cell.strip()) and "\r" not in cell and "\0" not in cell
    )
