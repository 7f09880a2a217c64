"""CSV as spreadsheets write it: separators found out, quotes that never close survived, formulas kept as text."""

from __future__ import annotations

import csv
import io
import re
from contextlib import contextmanager
from itertools import count, islice
from typing import TYPE_CHECKING, NamedTuple

from argmap.errors import FormatError
from argmap.formats.report import Place
from argmap.formats.tables.columns import columns_of
from argmap.formats.tables.rows import Row, take_own
from argmap.formats.tables.telling import tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.formats.report import Tally

_SEPARATORS = ",;\t"
_SAID = re.compile(r"\n*sep=([^\w\n\"' ])[ \t]*\n", re.IGNORECASE)
_SAMPLE, _SAMPLE_LINES = 64_000, 40
_ALONE = {"claim", "claims", "statement", "statements", "claim text"}
_LONGEST_HEADER = 40
_SURE = 3
_MOST_MENDED = 10
_BIGGEST_CELL = 2**31 - 1
# A program for tables takes a cell that begins so for a formula; an apostrophe before it says that it is text.
_FORMULA = re.compile("'*[=+\\-@\t\n\uff0b\uff0d\uff1d\uff20]")


class _Record(NamedTuple):
    """A row as it stands in the file: its cells, and the lines it begins and ends on, counted from 1."""

    cells: list[str]
    first: int
    last: int

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not any(cell.strip() for cell in self.cells)


def recognises(text: str) -> bool:
    """Whether *text* begins with names of columns, one of them the claim's, and goes on as a table."""
    separator, body = _separated(text[:_SAMPLE])
    records = [each.cells for each in _sample(body, separator) if not each.is_blank]
    headers, rows = (records[0], records[1:]) if records else ([], [])
    meant = columns_of(headers)
    known = sum(map(bool, meant))
    if "claim" not in meant or not all(_is_name(cell) for cell in headers[: 1 if known > _SURE else None]):
        return False  # the first must be a name always: a title of another format may hold a whole table
    if len(headers) == 1:
        return headers[0].strip().casefold() in _ALONE and bool(rows)
    even = sum(len(row) == len(headers) for row in rows) * 10 >= 8 * len(rows)
    return known > 1 or (even and len(rows) > 1 and all(cell == cell.strip() for cell in headers))


def rows_of(text: str, name: str, tally: Tally) -> list[Row]:
    """Return the rows of a table; what is odd about them is told with the number that a spreadsheet shows."""
    separator, body = _separated(text)
    records = enumerate(_records(body, separator, tally), 0 if _SAID.match(text) else 1)
    numbered = [(number, each) for number, each in records if not each.is_blank]
    headers = _headers(numbered[0][1].cells, [each.cells for _, each in numbered], tally) if numbered else None
    if headers is None or (headers.are_written and len(numbered) == 1):
        message = "There is no row in this table that says anything. Nothing was imported."
        raise FormatError(message, name=name)
    if headers.are_written:
        del numbered[0]
    return [headers.row(number, each, separator, tally) for number, each in numbered]


def written(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table as bytes; the mark at its start lets Excel see that it is UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([_marked(each) for each in headers])
    writer.writerows([_marked(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def _marked(cell: str) -> str:
    """Return *cell* such that no spreadsheet takes it for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _unmarked(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell) else cell


def _is_name(header: str) -> bool:
    """Whether a column may be called so; an empty one has no name, which is fine."""
    bare = header.strip()
    return not bare or (bare[0].isalnum() and len(bare) <= _LONGEST_HEADER and ":" not in bare)


def _separated(text: str) -> tuple[str, str]:
    """Return what parts the cells, as the file says or as gives the most known columns, and the text of the table."""
    said = _SAID.match(text)
    if said:
        # An empty line stays in its place, so that the lines are counted as they are.
        return said[1], "\n" * said[0].count("\n") + text[said.end() :]

    def fit(separator: str) -> tuple[int, int]:
        records = [each.cells for each in _sample(text, separator) if not each.is_blank]
        headers = records[0] if records else []
        return sum(map(bool, columns_of(headers))), sum(len(row) == len(headers) > 1 for row in records)

    return max(_SEPARATORS, key=fit), text


def _sample(text: str, separator: str) -> list[_Record]:
    lines = text[:_SAMPLE].lstrip("\n").split("\n", _SAMPLE_LINES)[:_SAMPLE_LINES]
    with _roomy():
        return list(_parsed([f"{line}\n" for line in lines], 0, separator))


def _records(text: str, separator: str, tally: Tally) -> Iterator[_Record]:
    """Yield the rows of the file; one whose quotes would swallow all that follows is read without them."""
    lines = list(io.StringIO(text, newline="\n"))
    begin = mended = 0
    with _roomy():
        while begin < len(lines):
            for record in _parsed(lines, begin, separator):
                if mended == _MOST_MENDED or not _swallows(lines, record):
                    yield record
                    continue
                tell(tally, "unclosed", Place(record.first))
                mended += 1
                begin = record.first
                yield _Record(lines[begin - 1].rstrip("\n").replace('"', "").split(separator), begin, begin)
                break
            else:
                return


def _parsed(lines: list[str], begin: int, separator: str) -> Iterator[_Record]:
    reader = csv.reader(islice(lines, begin, None), delimiter=separator)
    first = begin
    for cells in reader:
        last = begin + reader.line_num
        yield _Record(cells, first + 1, last)
        first = last


def _swallows(lines: list[str], record: _Record) -> bool:
    """Whether a quote in a row is never closed, so that the row goes on to the end of the file."""
    if record.last < len(lines) or record.last == record.first:
        return False
    return sum(line.count('"') for line in lines[record.first - 1 : record.last]) % 2 == 1


@contextmanager
def _roomy() -> Iterator[None]:
    """Let cells be as long as a file may be: the limit is one for all of Python, and is put back."""
    usual = csv.field_size_limit(_BIGGEST_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(usual)


class _Headers:
    """What each column is called, and what it means."""

    def __init__(self, names: list[str], meant: list[str], *, are_written: bool) -> None:
        self.are_written = are_written
        self._names = _distinct(names)
        self._meant = meant
        self._called = {column: name for column, name in zip(meant, names, strict=True) if column and name}

    def row(self, number: int, record: _Record, separator: str, tally: Tally) -> Row:
        """Return a row by its columns; cells beyond the last one are joined to it, or kept by a name of theirs."""
        row = Row(number, Place(record.first, label=f"row {number}"), headers=self._called)
        cells, most = record.cells, len(self._names)
        if any(cell.strip() for cell in cells[most:]):
            tell(tally, "beyond", row.place)
            if self._meant[-1] == "claim":
                cells = [*cells[: most - 1], separator.join(cells[most - 1 :])]
        for place, cell in enumerate(cells):
            column = self._meant[place] if place < most else ""
            if column:
                row.cells[column] = _unmarked(cell)
            elif cell.strip():
                row.others[self._names[place] if place < most else f"column {place + 1}"] = _unmarked(cell)
        take_own(row, tally)
        return row


def _headers(first: list[str], records: list[list[str]], tally: Tally) -> _Headers:
    """Return the headers in the *first* row, or make some up; a table always has a column of claims."""
    names = [_unmarked(cell).strip() for cell in first]
    meant = columns_of(names)
    are_written = any(meant)
    if "claim" not in meant:
        widths = [sum(len(row[place]) for row in records if place < len(row)) for place in range(len(names))]
        free = [place for place, column in enumerate(meant) if not column] or [0]
        chosen = max(free, key=widths.__getitem__)
        meant[chosen] = "claim"
        tell(tally, "no-claim-column", Place(label=f"column {chosen + 1}"))
    return _Headers(names if are_written else [""] * len(names), meant, are_written=are_written)


def _distinct(names: list[str]) -> list[str]:
    """Return *names* with a number behind those that come again, and for those that are empty."""
    found: dict[str, None] = {}
    for place, name in enumerate(names, 1):
        wanted = name or f"column {place}"
        again = count(2)
        unlike = wanted
        while unlike in found:
            unlike = f"{wanted} {next(again)}"
        found[unlike] = None
    return list(found)
