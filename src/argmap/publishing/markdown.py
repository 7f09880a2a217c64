"""Papers as Markdown (CommonMark): headings, nested lists, every foreign sign escaped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.outlines.paper import Heading, Point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.outlines.paper import Block, Paper, Run

_MARKUP = re.compile(r"[\\`*_\[\]<>#|~$&]")
_AT_START = re.compile(r"(\d{1,9})([.)])(?=\s|$)|([-+=>:])")
_DEEPEST = 12
"""How deep lists are nested; what is deeper stands beside it, by its number. Some readers stop at 20 or so."""

_MARKS = {"strong": "**", "cite": "**", "italic": "*", "emphasis": "***", "underline": "*"}


def write(paper: Paper) -> str:
    """Return *paper* as Markdown."""
    parts = [f"# {escape(paper.title)}\n"]
    if paper.subtitle:
        parts.append(f"\n{escape_line(paper.subtitle)}\n")
    before: Block | None = None
    for block in paper.blocks:
        if not (isinstance(block, Point) and isinstance(before, Point)):
            parts.append("\n")
        parts.extend(f"{line}\n" for line in _block(block))
        before = block
    return "".join(parts)


def escape(text: str) -> str:
    """Return *text* so that no sign in it is markup inside a line."""
    return _MARKUP.sub(lambda found: f"\\{found[0]}", text)


def escape_line(text: str) -> str:
    """Return *text* so that it is plain also at the start of a line."""
    match = _AT_START.match(text)
    if match is None:
        return escape(text)
    if match[3]:
        return f"\\{escape(text)}" if match[3] != ">" else escape(text)
    return f"{match[1]}\\{match[2]}{escape(text[match.end() :])}"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * (block.level + 1)} {escape(block.text)}"
        case Point():
            yield from _point(block)
        case _:
            first, *rest = block.runs or (None,)
            if first is not None:
                start = _run(first) if first.manner or first.link else escape_line(first.text)
                yield start + "".join(_run(run) for run in rest if run is not None)


def _point(point: Point) -> Iterator[str]:
    indent = "  " * min(point.depth, _DEEPEST)
    number = f"**{escape(point.number)}** " if point.number else ""
    sign = point.sign if point.sign.isalpha() or not point.sign else f"\\{point.sign}"
    relation = "".join(f"{part} " for part in (sign, f"*{escape(point.relation)}:*" if point.relation else "") if part)
    after = [
        f"\\[{point.label}\\]" if point.label else "",
        escape(point.cited),
        f"(see {escape(point.home)})" if point.home else "",
    ]
    first = f"{indent}- {number}{relation}{escape(point.text)} {' '.join(part for part in after if part)}"
    lines = [first, *(f"{indent}  {escape_line(remark)}" for remark in point.remarks)]
    yield "\\\n".join(lines)  # a backslash at the end of a line breaks it


def _run(run: Run) -> str:
    text = escape(run.text)
    if run.link:
        return f"<{run.link}>" if run.link == run.text and "\\" not in run.link else text
    mark = _MARKS.get(run.manner, "")
    core = text.strip()
    if not mark or not core:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{mark}{core}{mark}{after}"
