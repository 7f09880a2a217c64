"""Briefs: one page on a position, both sides of it: what we say, what they say, what we answer, and the weak spots."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from argmap.display import shorten_between_words
from argmap.model.roles import is_unsourced, reasons_for
from argmap.outlines.arguments import Argument, arguments, attacks_on, said_against
from argmap.outlines.bibliography import Bibliography
from argmap.outlines.pro_con import comment_told
from argmap.outlines.selection import sources_of
from argmap.outlines.strength import strength, strongest
from argmap.outlines.telling import counted, title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.model import ArgumentMap, Claim, ClaimId, Inference
    from argmap.outlines.paper import Run
    from argmap.outlines.selection import Row


@dataclass(frozen=True, slots=True)
class Richness:
    """How much a brief tells: main arguments a side, reasons and replies a main argument, answers a reply.

    *letters* is how many characters of a claim are told, *size* the size of print in points. Where there are no pages
    (*is_paged*), all sources are listed.
    """

    mains: int
    reasons: int
    replies: int
    answers: int
    letters: int
    size: float
    is_paged: bool = True


RICHNESS = (
    Richness(16, 3, 3, 2, 400, 12.0),
    Richness(16, 3, 3, 2, 400, 10.6),
    Richness(16, 3, 3, 2, 400, 9.4),
    Richness(16, 3, 3, 2, 300, 9.0),
    Richness(16, 3, 3, 1, 300, 8.8),
    Richness(16, 2, 3, 1, 240, 8.6),
    Richness(16, 2, 2, 1, 240, 8.2),
    Richness(16, 2, 2, 1, 200, 8.0),
    Richness(16, 2, 2, 1, 160, 7.6),
    Richness(16, 1, 2, 1, 160, 7.6),
    Richness(16, 1, 2, 1, 140, 7.4),
    Richness(16, 1, 1, 1, 140, 7.4),
    Richness(14, 1, 1, 1, 120, 7.4),
    Richness(12, 1, 1, 1, 110, 7.4),
    Richness(10, 1, 1, 1, 110, 7.4),
    Richness(8, 1, 1, 1, 110, 7.4),
    Richness(7, 1, 1, 1, 100, 7.4),
    Richness(5, 1, 1, 1, 100, 7.4),
    Richness(4, 1, 1, 0, 90, 7.4),
    Richness(3, 0, 1, 0, 70, 7.4),
    Richness(2, 0, 0, 0, 60, 7.4),
)
"""From rich to terse: a brief is as rich as fits on its page, and main arguments go last.

Print is never smaller than 7.4 points, and larger than books have it where there is little to tell.
"""

UNPAGED = Richness(16, 3, 3, 2, 300, 9.0, is_paged=False)
"""How much a brief tells where there are no pages, as in text."""

NOTHING_SAID = "Nothing in the map yet."
"""What stands in a column without arguments."""

_TITLE = 140
_MOST_NAMED = 24  # labels in a list of weak spots
_SOURCES, _A_LETTER = 700, 4  # characters of sources: always, or for each that a claim may have


@dataclass(frozen=True, slots=True)
class Said:
    """What one step says: its premises' words and labels, and their sources."""

    text: str
    cited: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What is said against a main argument, and what is said back; *note* says so where we have nothing to say."""

    said: Said
    answers: tuple[Said, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Main:
    """A main argument: what it says, its reasons, the replies; *note* says so where there is none, or not all."""

    said: Said
    reasons: tuple[Said, ...]
    replies: tuple[Reply, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Column:
    """One side of a brief: *heading*, *sign*, the words before replies and before what is said back, its arguments.

    *first* is the number of the first of these.
    """

    heading: str
    sign: str
    reply: str
    answer: str
    mains: tuple[Main, ...]
    first: int = 1


@dataclass(frozen=True, slots=True)
class Brief:
    """One page: its lines and columns, *size* the size of print in points, *comments* those that were asked for."""

    title: str
    position: str
    columns: tuple[Column, ...]
    weak: tuple[str, ...]
    sources: str
    left_out: str
    size: float
    comments: str = ""


def brief(
    map_: ArgumentMap, part: Sequence[Row], richness: Richness, *, steelman: bool = False, top: int | None = None
) -> Brief:
    """Return the brief of a *part* of a selection; *steelman* tells the case of its position alone.

    With *top*, only so many of the strongest reasons for each rival are told, as of those for the position.
    """
    start = arguments(part)
    listed = Bibliography(map_.sources.values())
    teller = _Teller(map_, richness, listed)
    ours = _strongest_first(map_, [_Point(each) for main in start.reasons for each in main.inferences])
    theirs = [] if steelman else _against_the_position(map_, start, top)
    if steelman:
        half = (min(len(ours), richness.mains * 2) + 1) // 2
        rest = teller.column("The case, continued", "+", ("They may say", "Answer"), ours[half : 2 * half], _HOLDS)
        columns = [
            teller.column("The case", "+", ("They may say", "Answer"), ours[:half], _HOLDS),
            replace(rest, first=half + 1),
        ]
        columns = [column for column in columns if column.mains] or columns[:1]
    else:
        columns = [
            teller.column("For", "+", ("They say", "We answer"), ours, _HOLDS),
            teller.column("Against", "-", ("We answer", "They say"), theirs, _UNMET),
        ]
    claims = {row.line.claim.id: row.line.claim for row in part}
    cited = sources_of(map_, [map_.claims[claim] for claim in teller.told])
    missing = len(set(claims) - teller.told - {row.line.claim.id for row in start.rows})
    return Brief(
        shorten_between_words(title_of(map_), _TITLE),
        shorten_between_words(
            " ".join(f"{row.line.claim.text} [{row.line.claim.label}]" for row in start.rows), _TITLE + 60
        ),
        tuple(columns),
        tuple(_weak_spots(map_, claims.values(), start, theirs)),
        _sources(listed.entries(cited), richness),
        f"{counted(missing, 'claim')} of {len(claims):,} left out." if missing else "",
        richness.size,
        shorten_between_words(" ".join(_comments(part, teller.told)), richness.letters * 4),
    )


def _sources(entries: Sequence[Sequence[Run]], richness: Richness) -> str:
    """Return the list of sources as one text: on a page as many whole ones as have room, and the number of others."""
    told = ["".join(run.text for run in entry) for entry in entries]
    room = max(_SOURCES, richness.letters * _A_LETTER)
    if richness.is_paged and told:
        fit = max(1, sum(1 for length in accumulate(map(len, told)) if length <= room))
        more = [f"And {counted(len(told) - fit, 'more source')}."] if len(told) > fit else []
        told = [shorten_between_words(told[0], room), *told[1:fit], *more]
    return " · ".join(told)


def _comments(part: Sequence[Row], told: set[ClaimId]) -> Iterator[str]:
    """Yield the comments that were asked for, on the claims told: each with its claim."""
    for row in part:
        if row.line.claim.id in told:
            yield from (f"[{row.line.claim.label}] {comment_told(comment)}" for comment in row.comments)


_HOLDS = "Nothing said against it in the map yet."
_UNMET = "NO ANSWER in the map yet."


@dataclass(frozen=True, slots=True)
class _Point:
    """A step to tell, and the words before it."""

    inference: Inference
    lead: str = ""


class _Teller:
    """Tells arguments at one richness and remembers the claims it has told."""

    def __init__(self, map_: ArgumentMap, richness: Richness, listed: Bibliography) -> None:
        self._map, self._richness, self._listed = map_, richness, listed
        self.told: set[ClaimId] = set()

    def column(self, heading: str, sign: str, words: tuple[str, str], mains: Sequence[_Point], unmet: str) -> Column:
        told = tuple(self._main(main, unmet) for main in mains[: self._richness.mains])
        more = len(mains) - len(told)
        heading = f"{heading} ({len(told)} of {len(mains)})" if more else heading
        return Column(heading, sign, *words, told)

    def _main(self, point: _Point, unmet: str) -> Main:
        inference, richness = point.inference, self._richness
        reasons = [_Point(each) for premise in inference.premises for each in reasons_for(self._map, premise)]
        replies = _strongest_first(self._map, [_Point(each) for each in said_against(self._map, inference)])
        return Main(
            self._said(inference, point.lead),
            tuple(self._said(each.inference) for each in _strongest_first(self._map, reasons)[: richness.reasons]),
            tuple(self._reply(each.inference, unmet) for each in replies[: richness.replies]),
            unmet if not replies else _more_against(len(replies) - richness.replies),
        )

    def _reply(self, attack: Inference, unmet: str) -> Reply:
        back = said_against(self._map, attack)
        told = tuple(self._said(each) for each in back[: self._richness.answers])
        return Reply(self._said(attack), told, _UNMET if unmet == _HOLDS and not back else "")

    def _said(self, inference: Inference, lead: str = "") -> Said:
        claims = [self._map.claims[premise] for premise in inference.premises]
        self.told.update(claim.id for claim in claims)
        letters = max(20, self._richness.letters // len(claims))
        lead = "That does not follow: " if inference.kind == "undercut" else lead
        words = " and: ".join(f"{shorten_between_words(claim.text, letters)} [{claim.label}]" for claim in claims[:4])
        more = f" and {len(claims) - 4} more" if len(claims) > 4 else ""  # noqa: PLR2004  # as many as were told
        cited = self._listed.cited([each for claim in claims for each in self._map.citations_of(claim.id)][:2])
        return Said(lead + words + more, shorten_between_words(cited, _TITLE))


def _against_the_position(map_: ArgumentMap, start: Argument, top: int | None) -> list[_Point]:
    """Return the objections to a position, and then the *top* reasons for its rivals: they too are what others say.

    The same premises are told once, whatever they bear on.
    """
    objections = [_Point(each) for main in start.attackers for each in main.inferences]
    here = {row.line.claim.id for row in start.rows}
    rivals = [position for position in map_.positions() if position.id not in here]
    rivals = rivals if any(row.line.kind == "position" for row in start.rows) else []
    told = {point.inference.premises for point in objections}
    others: dict[tuple[ClaimId, ...], tuple[Inference, list[str]]] = {}
    for position in rivals:
        for reason in strongest(map_, reasons_for(map_, position.id), top):
            if reason.premises not in told:
                others.setdefault(reason.premises, (reason, []))[1].append(position.label)
    rest = [_Point(reason, lead=f"For {_listed(labels)}: ") for reason, labels in others.values()]
    return [*_strongest_first(map_, objections), *_strongest_first(map_, rest)]


def _listed(labels: Sequence[str]) -> str:
    """Return labels as in ``C2``, ``C2 and C3``, ``C2, C3 and C4``; one that stands twice is told once."""
    *most, last = dict.fromkeys(labels)
    return f"{', '.join(most)} and {last}" if most else last


def _more_against(count: int) -> str:
    return f"{count} more against it left out." if count > 0 else ""


def _strongest_first(map_: ArgumentMap, found: Sequence[_Point]) -> list[_Point]:
    return sorted(found, key=lambda point: -strength(map_, point.inference))


def _weak_spots(map_: ArgumentMap, claims: Iterable[Claim], start: Argument, theirs: Iterable[_Point]) -> list[str]:
    """Say which claims have no source, and which of *theirs* and of the attacks on our case have no answer."""
    unsourced = [claim.label for claim in sorted(claims, key=lambda claim: claim.number) if is_unsourced(map_, claim)]
    attacks = [*(each.inference for each in theirs), *attacks_on(map_, [row.line.claim.id for row in start.rows])]
    unmet = [map_.claims[attack.premises[0]].label for attack in attacks if not said_against(map_, attack)]
    return [
        f"Claims without a source: {_named(unsourced)}.",
        f"Attacks without an answer: {_named(unmet)}.",
    ]


def _named(labels: Sequence[str]) -> str:
    labels = list(dict.fromkeys(labels))
    more = f" and {len(labels) - _MOST_NAMED} more" if len(labels) > _MOST_NAMED else ""
    return ", ".join(labels[:_MOST_NAMED]) + more if labels else "none"
