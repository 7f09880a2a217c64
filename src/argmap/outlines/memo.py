"""Memos: head, issue, options, what speaks for each, objections and answers, sources; the recommendation is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.display import one_line
from argmap.outlines.arguments import Argument, arguments, said_against
from argmap.outlines.bibliography import Bibliography
from argmap.outlines.blocks import NO_ANSWER
from argmap.outlines.paper import Heading, Paper, Paragraph, Point, Run
from argmap.outlines.pro_con import comment_told, comments_on_the_map, source_list
from argmap.outlines.selection import sources_of
from argmap.outlines.telling import left_out_words, limits_told, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgumentMap, ClaimId
    from argmap.outlines.paper import Block
    from argmap.outlines.selection import Row, Selected, Selection

RECOMMENDATION = "(Yours to write: which option, and which of the reasons above decide.)"
"""What stands where the writer recommends."""

NO_OPTIONS = "No claim here is a position or argued about."
"""What stands for the options where there are none."""

NO_OBJECTIONS = "The map objects to none of this directly; what speaks against a reason stands under it."
"""What stands for the objections to an option that has none of its own, as where its rivals are all that oppose it."""

LEFT_OUT = "The map has objections to this; they are left out here."
"""What stands there where a selection leaves them out."""

_HEAD = (("To", "(who decides)"), ("From", "(you)"), ("Date", "(today)"))
"""Lines of a memo's head that its writer fills in."""


def memo(map_: ArgumentMap, chosen: Selected, selection: Selection) -> Paper:
    """Return the memo of what was *chosen*: each start of the selection is an option."""
    sources = sources_of(map_, chosen.claims)
    teller = _Teller(map_, Bibliography(sources))
    blocks: list[Block] = [*_head(map_, chosen), Heading(1, "Issue"), Paragraph((Run(title_of(map_, chosen)),))]
    if one_line(map_.about.description):
        blocks.append(Paragraph((Run(one_line(map_.about.description)),)))
    blocks.append(Heading(1, "Options"))
    starts = [arguments(part) for part in chosen.parts]
    blocks += [
        teller.point(row, 0, f"{place}." if not joined else "", "and" if joined else "")
        for place, start in enumerate(starts, 1)
        for joined, row in enumerate(start.rows)
    ]
    if not starts:
        blocks.append(Paragraph((Run(NO_OPTIONS, "italic"),)))
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


def _head(map_: ArgumentMap, chosen: Selected) -> Iterator[Block]:
    """Yield who writes to whom, when, and about what: the map's title, where it has one beside its question."""
    for name, blank in _HEAD:
        yield Paragraph((Run(f"{name}: ", "strong"), Run(blank, "italic")), "head")
    yield Paragraph((Run("Subject: ", "strong"), Run(one_line(map_.about.title) or title_of(map_, chosen))), "head")


class _Teller:
    """Tells options with the sources of one memo."""

    def __init__(self, map_: ArgumentMap, listed: Bibliography) -> None:
        self._map = map_
        self.listed = listed
        self._shown: set[ClaimId] = set()

    def option(self, place: int, start: Argument) -> Iterator[Block]:
        """Yield the sections of an option: its reasons, and the objections with the answers to them."""
        if not start.under:
            return
        yield Heading(1, f"Option {place}: {' and '.join(one_line(row.line.claim.text) for row in start.rows)}")
        if start.reasons:
            yield Heading(2, "Reasons")
            for reason in start.reasons:
                yield from self._told(reason)
        yield Heading(2, "Objections and answers")
        if not start.attackers:
            yield Paragraph((Run(self._no_objections(start), "italic"),))
        for attack in start.attackers:
            yield from self._told(attack)

    def _no_objections(self, start: Argument) -> str:
        bearing = [each for row in start.rows for each in self._map.bearing_on(row.line.claim.id)]
        return NO_OBJECTIONS if all(each.supports for each in bearing) else LEFT_OUT

    def _told(self, argument: Argument) -> Iterator[Block]:
        """Yield an argument and all under it, as deep as it goes."""
        waiting = _premises(argument, 0, against=argument.attacks)[::-1]
        while waiting:
            premise = waiting.pop()
            yield self.point(premise.row, premise.depth, "", premise.relation, against=premise.against)
            for below in reversed(premise.under):
                against = premise.against is not below.attacks
                waiting.extend(reversed(_premises(below, premise.depth + 1, against=against)))

    def point(self, row: Row, depth: int, number: str, relation: str, *, against: bool = False) -> Point:
        """Return a claim as a point; *against* says that it speaks against the option it stands under."""
        claim = row.line.claim
        cited = "" if row.line.repeat else self.listed.cited(self._map.citations_of(claim.id))
        home = "" if not row.line.repeat else "above" if claim.id in self._shown else "below"
        if not row.line.repeat:
            self._shown.add(claim.id)
        sign = "" if number else row.line.sign  # an option is told for itself, whatever it does elsewhere
        said = tuple(self._remarks(row, against=against))
        return Point(depth, number, sign, relation, one_line(claim.text), claim.label, cited, home, said)

    def _remarks(self, row: Row, *, against: bool) -> Iterator[str]:
        """Yield what stands under a claim: comments, what is left out, and that an attack on our side has no answer."""
        yield from (comment_told(comment) for comment in row.comments)
        if row.line.hidden:
            yield left_out_words(row.line.hidden)
        inference = row.line.inference
        is_attack = inference is not None and not inference.supports and inference.premises[-1] == row.line.claim.id
        if inference is not None and against and is_attack and not said_against(self._map, inference):
            yield f"{NO_ANSWER}."


@dataclass(frozen=True, slots=True)
class _Premise:
    """A premise of a step, the word before it, the steps that stand *under* it, and whether it is *against* us."""

    row: Row
    depth: int
    relation: str
    under: list[Argument]
    against: bool


def _premises(argument: Argument, depth: int, *, against: bool) -> list[_Premise]:
    under: list[list[Argument]] = [[] for _ in argument.rows]
    for each in argument.under:
        under[each.premise].append(each)
    word = _WORDS[argument.rows[0].line.kind]
    return [
        _Premise(row, depth, "and" if place else word, under[place], against) for place, row in enumerate(argument.rows)
    ]


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
