"""Selection: which part of a map is told, and how much of it; the one choice behind every output."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.model import Claim, ClaimId, Inference, InferenceId
from argmap.model.roles import unanswered_attacks, unplaced_claims
from argmap.outlines.budget import Budget, within
from argmap.outlines.line import Line
from argmap.outlines.numbering import numbers
from argmap.outlines.strength import strongest
from argmap.outlines.upwards import upwards
from argmap.outlines.walk import roots, walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.model import ArgumentMap, Comment, Source
    from argmap.outlines.walk import Choose, Start


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What to tell of a map: all of it, where nothing is said.

    *at* starts at a claim or a step; *side* at a position (what supports and what attacks it). *depth* is how many
    levels go under the start. *unanswered* keeps the attacks nobody has answered and the ways to them. *top* keeps so
    many of the strongest reasons, and of the strongest objections, of each start. *words* and *max_claims* keep what
    fits, upper levels first. *comments* tells the comments too.
    """

    at: Claim | Inference | None = None
    depth: int | None = None
    side: Claim | None = None
    unanswered: bool = False
    top: int | None = None
    words: int | None = None
    max_claims: int | None = None
    comments: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether the whole map is told, with its unplaced claims, to whatever depth."""
        narrowed = (self.at, self.side, self.top, self.words, self.max_claims)
        return not self.unanswered and all(each is None for each in narrowed)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the selection with its *number*; *home* is the number of where a repeated claim is told in full."""

    line: Line
    number: str
    home: str = ""
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True)
class Selected:
    """What was selected: one part a start, the unplaced claims, and how many claims of how many are left out.

    *loose* are the rows of the unplaced claims; *on_map* the comments on the map itself, told with all of it.
    """

    parts: tuple[tuple[Row, ...], ...]
    unplaced: tuple[Claim, ...]
    left_out: int
    of: int
    loose: tuple[Row, ...] = ()
    on_map: tuple[Comment, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, part after part."""
        return tuple(row for part in self.parts for row in part)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim told, once, in the order of telling."""
        told = {row.line.claim.id: row.line.claim for row in self.rows}
        return (*told.values(), *(claim for claim in self.unplaced if claim.id not in told))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left to tell."""
        return not self.parts and not self.unplaced


def selected(map_: ArgumentMap, selection: Selection) -> Selected:
    """Return the rows of *selection*: numbered, repeats as stubs, and what was left out counted."""
    starts = starts_of(map_, selection)
    lines = list(walk(map_, starts, selection.depth, _choice(map_, selection)))
    lines = within(lines, Budget(selection.max_claims, selection.words))
    unplaced = unplaced_claims(map_) if selection.is_whole else ()
    everything = {line.claim.id for line in walk(map_, _all_starts(map_, selection))}
    if selection.at is None and selection.side is None:
        everything.update(claim.id for claim in unplaced_claims(map_))
    told = {line.claim.id for line in lines} | {claim.id for claim in unplaced}
    rows = _rows(map_, lines, selection)
    left_out = len(everything - told)
    on_map = tuple(map_.comments_on(map_.about.id)) if selection.comments and selection.is_whole else ()
    loose = tuple(_rows(map_, [Line(0, claim) for claim in unplaced], selection))
    return Selected(tuple(_parts(rows)), unplaced, left_out, len(everything), loose, on_map)


def starts_of(map_: ArgumentMap, selection: Selection) -> list[Start]:
    """Return where the telling starts; with *unanswered* only where something is unanswered."""
    starts = _all_starts(map_, selection)
    if not selection.unanswered:
        return starts
    claims, inferences = _ways_to_the_unanswered(map_)

    def leads(start: Start) -> bool:
        if isinstance(start, Claim):
            return start.id in claims
        return (start[0] if isinstance(start, tuple) else start).id in inferences

    return [start for start in starts if leads(start)]


def start_at(map_: ArgumentMap, at: Claim | Inference) -> Start:
    """Return where to start for *at*: a claim used once, and no position, stands at its place in that step."""
    uses = map_.uses_of(at.id)
    return (uses[0], at) if isinstance(at, Claim) and len(uses) == 1 and not at.is_position else at


def sources_of(map_: ArgumentMap, claims: Sequence[Claim]) -> tuple[Source, ...]:
    """Return the sources that *claims* cite, each once, by number."""
    found = {citation.source for claim in claims for citation in map_.citations_of(claim.id)}
    return tuple(sorted((map_.sources[source] for source in found), key=lambda source: source.number))


def _all_starts(map_: ArgumentMap, selection: Selection) -> list[Start]:
    if selection.side is not None:
        return [selection.side]
    if selection.at is not None:
        return [start_at(map_, selection.at)]
    found = roots(map_)
    return [*found.positions, *found.others]


def _choice(map_: ArgumentMap, selection: Selection) -> Choose | None:
    """Return what decides which inferences are told under a claim, and in which order."""
    if not selection.unanswered and selection.top is None:
        return None
    ways = _ways_to_the_unanswered(map_)[1] if selection.unanswered else None
    top = selection.top

    def choose(level: int, under: list[Inference]) -> list[Inference]:
        if ways is not None:
            under = [inference for inference in under if inference.id in ways]
        return under if top is None or level else strongest(map_, under, top)

    return choose


def _ways_to_the_unanswered(map_: ArgumentMap) -> tuple[set[ClaimId], set[InferenceId]]:
    """Return the claims and inferences that are, or lead down to, an attack nobody has answered."""
    return upwards(map_, unanswered_attacks(map_))


def _rows(map_: ArgumentMap, lines: Sequence[Line], selection: Selection) -> list[Row]:
    labels = list(numbers(lines, map_.about.numbering or "outline"))
    homes = {line.claim.id: place for place, line in enumerate(lines) if not line.repeat}
    return [
        Row(
            replace(line, below=homes[line.claim.id] > place) if line.repeat else line,
            labels[place],
            (labels[homes[line.claim.id]] or line.claim.label) if line.repeat else "",
            _comments(map_, line) if selection.comments else (),
        )
        for place, line in enumerate(lines)
    ]


def _comments(map_: ArgumentMap, line: Line) -> tuple[Comment, ...]:
    """Return the comments to tell with a line: on its claim where that is told in full, and on its step, once."""
    on_claim = () if line.repeat else map_.comments_on(line.claim.id)
    on_step = map_.comments_on(line.inference.id) if line.inference is not None and not line.mate else ()
    return (*on_claim, *on_step)


def _parts(rows: Sequence[Row]) -> Iterator[tuple[Row, ...]]:
    """Cut rows where a start begins; co-premises at the top are one start."""
    first = 0
    for place, row in enumerate(rows):
        if place and not row.line.depth and not row.line.mate:
            yield tuple(rows[first:place])
            first = place
    if rows:
        yield tuple(rows[first:])
