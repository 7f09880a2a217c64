"""Briefs line by line, for formats without columns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.outlines.brief import NOTHING_SAID
from argmap.outlines.paper import Heading, Paper, Paragraph, Point, Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.outlines.brief import Brief, Column, Said
    from argmap.outlines.paper import Block


def brief_paper(briefs: Sequence[Brief]) -> Paper:
    """Return *briefs*, one after another, as a paper."""
    blocks = tuple(block for each in briefs for block in _brief(each))
    return Paper(briefs[0].title, "", blocks, "brief", "none")


def _brief(brief: Brief) -> Iterator[Block]:
    yield Heading(1, brief.position)
    for column in brief.columns:
        yield Heading(2, f"{column.sign} {column.heading}")
        yield from _column(column)
    yield Heading(2, "Weak spots")
    yield from (Paragraph((Run(line),)) for line in brief.weak)
    if brief.left_out:
        yield Paragraph((Run(brief.left_out),), "note")
    if brief.comments:
        yield Paragraph((Run("Comments: ", "strong"), Run(brief.comments)), "note")
    if brief.sources:
        yield Paragraph((Run("Sources: ", "strong"), Run(brief.sources)), "note")


def _column(column: Column) -> Iterator[Block]:
    if not column.mains:
        yield Paragraph((Run(NOTHING_SAID, "italic"),))
    for place, main in enumerate(column.mains, column.first):
        remarks = (main.note,) if main.note else ()
        yield Point(0, f"{place}.", column.sign, "", main.said.text, "", main.said.cited, remarks=remarks)
        yield from (_point(1, "+", "because", reason) for reason in main.reasons)
        for reply in main.replies:
            noted = (reply.note,) if reply.note else ()
            yield replace(_point(1, "-", column.reply, reply.said), remarks=noted)
            yield from (_point(2, "-", column.answer, answer) for answer in reply.answers)


def _point(depth: int, sign: str, relation: str, said: Said) -> Point:
    return Point(depth, "", sign, relation, said.text, "", said.cited)
