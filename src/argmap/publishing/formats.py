"""The formats a paper is written in, found by name or by a file's suffix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.errors import UnfitError
from argmap.publishing.cleaning import cleaned

if TYPE_CHECKING:
    from argmap.outlines.flow import Flow
    from argmap.outlines.paper import Paper

USUAL_WIDTH = 80
"""Cells a line of plain text has in a file."""

USUAL_PAGE = "a4"
"""The paper where nothing is said."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its name on the command line, its usual suffixes, and whether it is text for a terminal."""

    name: str
    suffixes: tuple[str, ...]
    is_text: bool = False


HTML = Format("html", (".html", ".htm"), is_text=True)

FORMATS = (
    Format("text", (".txt", ".text"), is_text=True),
    Format("markdown", (".md", ".markdown"), is_text=True),
    Format("docx", (".docx",)),
    Format("pdf", (".pdf",)),
    HTML,
)
"""Every format, plain text first."""


CSV = Format("csv", (".csv",), is_text=True)
"""A table: of a flow, and of what is told claim by claim."""

SHEETS = (CSV, Format("xlsx", (".xlsx",)), HTML)
"""The formats of a flow, which is a table and no paper."""


@dataclass(frozen=True, slots=True)
class Published:
    """A file's content, and sentences on what could not be shown as it is."""

    content: bytes
    notices: tuple[str, ...] = ()


def format_of(name: str = "", suffix: str = "", among: tuple[Format, ...] = FORMATS) -> Format:
    """Return the format called *name*, or failing a name the one that a file's *suffix* stands for, *among* those.

    Refuses with `UnfitError` what is neither.
    """
    names = ", ".join(each.name for each in among)
    if name:
        found = next((each for each in among if name.lower() in {each.name, *(s[1:] for s in each.suffixes)}), None)
        if found is None:
            message = f"There is no format “{name[:40]}” for this. There are {names}."
            raise UnfitError(message)
        return found
    found = next((each for each in among if suffix.lower() in each.suffixes), None)
    if found is None:
        message = f"The ending “{suffix[:40]}” names no format for this. Say which with --to: {names}."
        raise UnfitError(message)
    return found


def publish_flow(flow: Flow, format_: Format, page: str = USUAL_PAGE) -> Published:
    """Write *flow* as CSV, as an Excel workbook or as a page for browsers, to print on that *page* of paper."""
    notices = (flow.left_out_told,) if flow.left_out else ()
    if format_ == HTML:
        from argmap.publishing import flow_page

        return Published(flow_page.write(flow, page).encode(), notices)
    from argmap.publishing import sheets

    return Published(sheets.write_csv(flow) if format_ == CSV else sheets.write_xlsx(flow, page), notices)


def publish(paper: Paper, format_: Format, *, width: int = USUAL_WIDTH, page: str = USUAL_PAGE) -> Published:
    """Write *paper* in a format; *width* is the cells a line of plain text may have, *page* the paper of pages."""
    paper = cleaned(paper)
    match format_.name:
        case "text":
            from argmap.publishing import text

            return Published(text.write(paper, width).encode())
        case "markdown":
            from argmap.publishing import markdown

            return Published(markdown.write(paper).encode())
        case "csv":
            from argmap.publishing import cells

            return Published(cells.write_outline(paper).encode())
        case "html":
            from argmap.publishing import webpage

            return Published(webpage.write(paper).encode())
        case "docx":
            from argmap.publishing import word

            return Published(word.write(paper, page))
        case _:
            from argmap.publishing import printed

            return Published(*printed.write(paper, page))
