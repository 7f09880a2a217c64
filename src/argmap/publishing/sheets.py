"""Flows as XLSX, a sheet for each argument, and as CSV; no cell is ever a formula."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import xlsxwriter

from argmap.display import printable
from argmap.publishing.cells import safe

if TYPE_CHECKING:
    from argmap.outlines.flow import Flow, Sheet

_NEVER = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # XlsxWriter wants no zone
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME, _LONGEST_CELL = 31, 32_767  # Excel's limits
_WIDTH = 36
_BLUE, _RED = "#0B4F8A", "#A3261A"


def write_xlsx(flow: Flow) -> bytes:
    """Return *flow* as an Excel workbook; equal flows give equal bytes."""
    done = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(done, options) as book:
        book.set_properties({"title": "Flow", "author": "argmap", "created": _NEVER})
        looks = [book.add_format({"text_wrap": True, "valign": "top", "font_color": each}) for each in (_BLUE, _RED)]
        heads = [book.add_format({"bold": True, "font_color": each}) for each in (_BLUE, _RED)]
        names: set[str] = set()
        for sheet in flow.sheets:
            page = book.add_worksheet(_sheet_name(sheet.title, names))
            page.freeze_panes(1, 0)
            page.set_column(0, max(0, len(sheet.speeches) - 1), _WIDTH)
            for column, speech in enumerate(sheet.speeches):
                turn = (column + (not sheet.is_ours)) % 2
                page.write_string(0, column, printable(speech)[:_LONGEST_CELL], heads[turn])
                for row, cells in enumerate(sheet.rows, 1):
                    if cells[column]:
                        page.write_string(row, column, printable(cells[column])[:_LONGEST_CELL], looks[turn])
    return done.getvalue()


def write_csv(flow: Flow) -> bytes:
    """Return *flow* as CSV, its sheets one under another; what a spreadsheet would calculate is quoted."""
    done = io.StringIO()
    writer = csv.writer(done, lineterminator="\n")
    for place, sheet in enumerate(flow.sheets):
        if place:
            writer.writerow([])
        writer.writerows([[safe(cell) for cell in row] for row in _table(sheet)])
    return done.getvalue().encode()


def _table(sheet: Sheet) -> list[tuple[str, ...]]:
    return [(sheet.title,), sheet.speeches, *sheet.rows]


def _sheet_name(title: str, taken: set[str]) -> str:
    """Return a name that Excel takes, different from all that are *taken* in whatever case."""
    name = _FORBIDDEN.sub(" ", printable(title))[:_LONGEST_NAME].strip(" '") or "Sheet"  # quotes within are allowed
    found, count = name, 1
    while found.casefold() in taken:
        count += 1
        found = f"{name[: _LONGEST_NAME - len(str(count)) - 1]} {count}"
    taken.add(found.casefold())
    return found
