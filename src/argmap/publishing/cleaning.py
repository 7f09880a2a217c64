"""Foreign text on its way to paper: what no page can show, or what would reorder it, is taken out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.outlines.paper import Heading, Paragraph, Point, Run

if TYPE_CHECKING:
    from argmap.outlines.paper import Block, Paper

# Controls, bidi embeddings, overrides and isolates, the byte order mark, interlinear and tag characters, lone
# surrogates and noncharacters: none has a shape, some hide or reorder text, and XML refuses most of them. They reach
# here as they were, or as the picture or the sign (U+FFFD) that cleaning for a terminal put in their place.
_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ufffd-\uffff\u2400-\u2421"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
NOTHING = "(no printable text)"
"""What stands for a text that holds nothing a page can show."""


def printable(text: str) -> str:
    """Return *text* on one line without what no page can show."""
    return text if text.isascii() and text.isprintable() else _UNPRINTABLE.sub("", text)


def cleaned(paper: Paper) -> Paper:
    """Return *paper* with every text in it printable."""
    blocks = tuple(_cleaned_block(block) for block in paper.blocks)
    return replace(
        paper,
        title=_said(paper.title),
        subtitle=printable(paper.subtitle),
        blocks=blocks,
        language=paper.language if paper.language.replace("-", "").isalnum() else "",
    )


def _cleaned_block(block: Block) -> Block:
    match block:
        case Heading():
            return replace(block, text=_said(block.text))
        case Point():
            return replace(
                block,
                text=_said(block.text),
                cited=printable(block.cited),
                remarks=tuple(printable(remark) for remark in block.remarks),
            )
        case Paragraph():
            return replace(block, runs=tuple(Run(printable(run.text), run.manner, run.link) for run in block.runs))


def _said(text: str) -> str:
    return printable(text).strip() or NOTHING
