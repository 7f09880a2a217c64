"""Flows as XLSX, a sheet for each argument, and as CSV; no cell is ever a formula."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import xlsxwriter

from argmap.display import printable
from argmap.drawings.wrapping import wrap_text
from argmap.publishing.cells import safe
from argmap.publishing.strips import SURE

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from argmap.outlines.flow import Flow, Sheet

_NEVER = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # XlsxWriter wants no zone
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME, _LONGEST_CELL = 31, 32_767  # Excel's limits
_WIDTH, _NARROWEST = 36, 18
"""Characters of a column: as Verbatim's flows have them, and the fewest."""
_ALL_WIDE = 220  # characters side by side that are still of 7 points on a page of paper
_POINTS = 5.25  # of a character's width in Calibri 11, the font of workbooks
_TEXT, _LINE, _HIGHEST = 11.0, 15.0, 409.0  # points; the last is Excel's limit
_MARGIN = 0.25  # inches
_PAPERS = {"a4": 9, "letter": 1}
"""The numbers that Excel has for papers."""
_BLUE, _RED = "#0B4F8A", "#A3261A"


def write_xlsx(flow: Flow, page: str) -> bytes:
    """Return *flow* as an Excel workbook, to print on that *page* of paper; equal flows give equal bytes."""
    done = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(done, options) as book:
        book.set_properties({"title": "Flow", "author": "argmap", "created": _NEVER})
        looks = [book.add_format({"text_wrap": True, "valign": "top", "font_color": each}) for each in (_BLUE, _RED)]
        heads = [book.add_format({"bold": True, "font_color": each}) for each in (_BLUE, _RED)]
        names: set[str] = set()
        for sheet in flow.sheets:
            table = book.add_worksheet(_sheet_name(sheet.title, names))
            _set_up(table, sheet, page)
            for column, speech in enumerate(sheet.speeches):
                turn = 0 if sheet.is_our_turn(column) else 1
                table.write_string(0, column, printable(speech)[:_LONGEST_CELL], heads[turn])
                for row, cells in enumerate(sheet.rows, 1):
                    if cells[column]:
                        table.write_string(row, column, printable(cells[column])[:_LONGEST_CELL], looks[turn])
    return done.getvalue()


def _set_up(table: Worksheet, sheet: Sheet, page: str) -> None:
    """Set how wide columns and how high rows are, as not all programs reckon that, and how the sheet is printed."""
    width = max(_NARROWEST, min(_WIDTH, _ALL_WIDE // max(1, len(sheet.speeches))))
    table.freeze_panes(1, 0)
    table.set_column(0, max(0, len(sheet.speeches) - 1), width)
    for row, cells in enumerate(sheet.rows, 1):
        lines = max((len(wrap_text(cell, _TEXT, width * _POINTS * SURE)) for cell in cells if cell), default=1)
        table.set_row(row, min(_HIGHEST, lines * _LINE))
    table.set_landscape()
    table.set_paper(_PAPERS[page])
    table.set_margins(_MARGIN, _MARGIN, _MARGIN, 2 * _MARGIN)
    table.fit_to_pages(1, 0)
    table.repeat_rows(0)
    table.set_footer("&L&A&R&P / &N", {"margin": _MARGIN})


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
