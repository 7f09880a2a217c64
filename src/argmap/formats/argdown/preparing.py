"""Argdown that stands in a Markdown page, and other files it includes: what is done before a text is parsed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.formats.argdown.telling import tell
from argmap.formats.markdown_fences import fence_ends
from argmap.formats.report import Place

if TYPE_CHECKING:
    from argmap.formats.report import Tally

INCLUDE = re.compile(r"@include\(([^)\n]+)\)")
_OPENER = re.compile(r"[ \t]*(?:`{3,}|~{3,})[ \t]*argdown", re.IGNORECASE)
_FENCE = re.compile(r"={3,}[ \t]*")
_LONGEST_NAME = 60


def prepared(text: str, tally: Tally) -> str:
    """Return what is Argdown in *text*, every character at its place; the rest is told and blank."""
    if blocks := argdown_blocks(text):
        text = _only(text, blocks, tally)
    if "@include(" not in text:
        return text
    for match in INCLUDE.finditer(text):
        name = match[1].strip()[:_LONGEST_NAME]
        tell(tally, "includes", Place(text.count("\n", 0, match.start()) + 1, label=name))
    return INCLUDE.sub(lambda match: " " * len(match[0]), text)


def argdown_blocks(text: str) -> list[range]:
    """Return the lines, counted from 0, of each block of code in *text* that says it is Argdown."""
    if not re.search(rf"^{_OPENER.pattern}", text, re.MULTILINE | re.IGNORECASE):
        return []
    lines = text.split("\n")
    return [range(start + 1, end) for start, end in fence_ends(lines).items() if _OPENER.match(lines[start])]


def without_code(text: str) -> str:
    """Return *text* without the blocks of code in it, which may show anything."""
    if "```" not in text and "~~~" not in text:
        return text
    lines = text.split("\n")
    for start, end in fence_ends(lines).items():
        lines[start : end + 1] = [""] * (end + 1 - start)
    return "\n".join(lines)


def _front_matter(lines: list[str], block: range) -> range:
    """Return the lines of *block* that are front matter; none if it has no such thing."""
    fences = [number for number in block if _FENCE.fullmatch(lines[number])]
    begin = next((number for number in block if lines[number].strip()), -1)
    return range(begin, fences[1] + 1) if len(fences) > 1 and fences[0] == begin else range(0)


def _only(text: str, blocks: list[range], tally: Tally) -> str:
    """Return *text* with nothing but the lines of *blocks* in it."""
    lines = text.split("\n")
    kept = {number for block in blocks for number in block}
    for block in blocks[1:]:  # the map is one, and what it is called stands in the first
        front = _front_matter(lines, block)
        if front:
            tell(tally, "block-fronts", Place(front.start + 1))
            kept.difference_update(front)
    told = {edge for block in blocks for edge in (block.start - 1, *block, block.stop)}
    for number, line in enumerate(lines):
        if number not in kept:
            if line.strip() and number not in told:
                tell(tally, "around", Place(number + 1))
            lines[number] = " " * len(line)
    return "\n".join(lines)
