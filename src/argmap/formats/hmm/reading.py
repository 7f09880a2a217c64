"""From an h-m-m file to a map: the lines right under the first are positions, signs say what the others do there.

The lines become the headings and bullets of a Markdown outline, and are read as such.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.formats.hmm.texts import QUESTION, TITLE, parted, unescape
from argmap.formats.markdown_imported import bare_polarity, imported
from argmap.formats.markdown_lines import UNPLACED, Block, Outline
from argmap.formats.markdown_text import escape
from argmap.formats.report import Place

if TYPE_CHECKING:
    from argmap.formats.report import Imported, Tally

_MARK = re.compile(r"(?:^|\s)(\[(?:see )?C\d{1,9}\])$")
_TAB = 4
_MARKS = (
    "1 line has a mark of h-m-m (hidden, ✓, ✗, stars), which was left out",
    "{count} lines have marks of h-m-m (hidden, ✓, ✗, stars), which were left out",
)


def read(text: str, name: str, tally: Tally, bare: str | None = None) -> Imported:
    """Read a file; *bare* says how lines without a sign bear on what they are under, if they do."""
    del name  # a file of lines always says something
    polarity = bare_polarity(bare, "line")
    return imported(_outline(text, tally), tally, polarity)


def _outline(text: str, tally: Tally) -> Outline:
    """Return the lines of *text* as headings and bullets, each under the line above that is indented less."""
    found = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    indents = [len(line[: len(line) - len(line.lstrip())].expandtabs(_TAB)) for _, line in found]
    outline = Outline()
    top = 0
    if found and sum(indent <= indents[0] for indent in indents) == 1:
        top = _headers(outline, [line.strip() for _, line in found])
        level = indents[1] if len(indents) > 1 else 0
    else:
        level = min(indents, default=0)
    chain: list[Block] = []
    for (number, line), indent in list(zip(found, indents, strict=True))[top:]:
        while chain and chain[-1].indent >= indent:
            chain.pop()
        block = _block(number, line.strip(), tally, is_top=indent <= level or not chain)
        block.indent = indent
        block.parent = chain[-1] if chain else None
        chain.append(block)
        outline.blocks.append(block)
    return outline


def _headers(outline: Outline, lines: list[str]) -> int:
    """Take in what the first line says, and the question behind it; return how many lines that were."""
    if not lines[0].startswith(TITLE):
        which = "question" if lines[0].endswith("?") else "title"
        outline.headers[which] = [escape(unescape(lines[0]))]
        return 1
    outline.headers["title"] = [_header(lines[0], TITLE)]
    if len(lines) > 1 and lines[1].startswith(QUESTION):
        outline.headers["question"] = [_header(lines[1], QUESTION)]
        return 2
    return 1


def _header(line: str, head: str) -> str:
    return escape(unescape(line.removeprefix(head).strip()))


def _block(number: int, line: str, tally: Tally, *, is_top: bool) -> Block:
    sign, words, is_marked = parted(line)
    if is_marked:
        tally.lose("marks", *_MARKS, Place(number))
    if is_top and not sign:
        level = 2 if words == UNPLACED else 1
        return Block(number, [words if level > 1 else _written(words)], level=level)
    return Block(number, [_written(words)], sign=sign)


def _written(words: str) -> str:
    """Return the words of a line as a Markdown outline has them."""
    mark = _MARK.search(words)
    if mark is None:
        return escape(unescape(words))
    return f"{escape(unescape(words[: mark.start()]))} {mark[1]}"
