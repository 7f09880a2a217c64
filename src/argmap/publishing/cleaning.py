"""Papers on their way to a file: what no page can show, or what would reorder it, is taken out of every text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.display import printable
from argmap.outlines.paper import Heading, Paragraph, Point, Run

if TYPE_CHECKING:
    from argmap.outlines.paper import Block, Paper

NOTHING = "(no printable text)"
"""What stands for a text that holds nothing a page can show."""


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
