"""Memos: the issue, the options, what speaks for each, objections and answers, sources; the recommendation is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.display import one_line
from argmap.outlines.arguments import Argument, arguments
from argmap.outlines.bibliography import Bibliography
from argmap.outlines.paper import Heading, Paper, Paragraph, Point, Run
from argmap.outlines.pro_con import comment_told, comments_on_the_map, source_list
from argmap.outlines.selection import sources_of
from argmap.outlines.telling import limits_told, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgumentMap
    from argmap.outlines.paper import Block
    from argmap.outlines.selection import Row, Selected, Selection

RECOMMENDATION = "(Yours to write: which option, and which of the reasons above decide.)"
"""What stands where the writer recommends."""


def memo(map_: ArgumentMap, chosen: Selected, selection: Selection) -> Paper:
    """Return the memo of what was *chosen*: each start of the selection is an option."""
    sources = sources_of(map_, chosen.claims)
    teller = _Teller(map_, Bibliography(sources))
    blocks: list[Block] = [Heading(1, "Issue"), Paragraph((Run(title_of(map_, chosen)),))]
    if one_line(map_.about.description):
        blocks.append(Paragraph((Run(one_line(map_.about.description)),)))
    blocks.append(Heading(1, "Options"))
    starts = [arguments(part) for part in chosen.parts]
    blocks += [
        teller.point(row, 0, f"{place}." if not joined else "", "and" if joined else "")
        for place, start in enumerate(starts, 1)
        for joined, row in enumerate(start.rows)
    ]
    for place, start in enumerate(starts, 1):
        blocks.extend(teller.option(place, start))
    if chosen.unplaced:
        blocks.append(Heading(1, f"Unplaced ({len(chosen.unplaced)})"))
        for claim in chosen.unplaced:
            cited = teller.listed.cited(map_.citations_of(claim.id))
            blocks.append(Point(0, "", "*", "", one_line(claim.text), claim.label, cited))
    if selection.comments:
        blocks.extend(comments_on_the_map(map_, chosen, selection))
    blocks += [Heading(1, "Recommendation"), Paragraph((Run(RECOMMENDATION, "italic"),))]
    blocks.extend(source_list(sources, teller.listed))
    return Paper("Memo", limits_told(selection, chosen), tuple(blocks), "memo", "none", map_.about.language)


class _Teller:
    """Tells options with the sources of one memo."""

    def __init__(self, map_: ArgumentMap, listed: Bibliography) -> None:
        self._map = map_
        self.listed = listed

    def option(self, place: int, start: Argument) -> Iterator[Block]:
        """Yield the sections of an option: its reasons, and the objections with the answers to them."""
        if not start.under:
            return
        yield Heading(1, f"Option {place}: {' and '.join(one_line(row.line.claim.text) for row in start.rows)}")
        if start.reasons:
            yield Heading(2, "Reasons")
            for reason in start.reasons:
                yield from self._told(reason)
        if start.attackers:
            yield Heading(2, "Objections and answers")
            for attack in start.attackers:
                yield from self._told(attack)

    def _told(self, argument: Argument) -> Iterator[Block]:
        """Yield an argument and all under it, as deep as it goes."""
        waiting = _premises(argument, 0)[::-1]
        while waiting:
            depth, relation, row, under = waiting.pop()
            yield self.point(row, depth, "", relation)
            waiting.extend(premise for below in reversed(under) for premise in reversed(_premises(below, depth + 1)))

    def point(self, row: Row, depth: int, number: str, relation: str) -> Point:
        """Return a claim as a point."""
        claim = row.line.claim
        cited = "" if row.line.repeat else self.listed.cited(self._map.citations_of(claim.id))
        home = claim.label if row.line.repeat else ""
        said = tuple(comment_told(comment) for comment in row.comments)
        return Point(depth, number, row.line.sign, relation, one_line(claim.text), claim.label, cited, home, said)


def _premises(argument: Argument, depth: int) -> list[tuple[int, str, Row, list[Argument]]]:
    """Return the premises of a step, each with its depth, its word, and the steps that stand under it."""
    under: list[list[Argument]] = [[] for _ in argument.rows]
    for each in argument.under:
        under[each.premise].append(each)
    word = _WORDS[argument.rows[0].line.kind]
    return [(depth, "and" if place else word, row, under[place]) for place, row in enumerate(argument.rows)]


_WORDS = {
    "reason": "because",
    "objection": "but",
    "undercut": "but that does not follow",
    "backing": "that follows",
    "position": "",
    "root": "",
    "together": "and",
}
"""The words before a claim in running argument."""
