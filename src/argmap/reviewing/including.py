"""Including: bringing another map into this one, in one step; what is the same by its id is never there twice."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from argmap.editing import combined
from argmap.model import Claim, ClaimId, Step
from argmap.reviewing.incoming import Incoming, Report
from argmap.reviewing.preflight import Gravity, preflight
from argmap.wording import normal_form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from argmap.model import ArgumentMap

    Progress = Callable[[float], object]


@dataclass(frozen=True, slots=True)
class Inclusion:
    """The one *step* that brings a map in, the claims that it makes, and what there is to tell about it."""

    step: Step
    new: frozenset[ClaimId]
    report: Report


def include(
    map_: ArgumentMap,
    other: ArgumentMap,
    *,
    name: str = "another map",
    join_identical: bool = False,
    progress: Progress | None = None,
) -> Inclusion:
    """Bring the claims of *other*, and all that hangs on them, into *map_*.

    What has the same id is the same, and stays as it is here. Sources are recognised by address, or title and date.
    Claims that answer the same question stay positions. With *join_identical*, claims in the same words are merged
    where nothing speaks against it. *name* is for the step's label; *progress* is told how much is done, 0 to 1.
    """
    including = Incoming(map_, other)
    step = Step(f"Include {name}", tuple(including.changes()))
    new = frozenset(
        ClaimId(change.id) for change in step.changes if change.before is None and type(change.after) is Claim
    )
    if join_identical and new:
        step = _joined(map_, step, new, including.report, progress)
    return Inclusion(step, new, including.report)


def include_all(
    map_: ArgumentMap,
    others: Iterable[ArgumentMap],
    label: str,
    *,
    join_identical: bool = False,
    progress: Progress | None = None,
) -> tuple[Step, list[Inclusion]]:
    """Bring *others* into *map_* one after the other, each as `include` does, in one step called *label*.

    Returns that step, and what each of them brought; its own step is a part of the whole.
    """
    inclusions: list[Inclusion] = []

    def bring_in(now: ArgumentMap, other: ArgumentMap) -> Step:
        inclusions.append(include(now, other, join_identical=join_identical, progress=progress))
        return inclusions[-1].step

    step = combined(map_, [partial(bring_in, other=other) for other in others], lambda _: label).step
    return step, inclusions


def _joined(map_: ArgumentMap, step: Step, new: frozenset[ClaimId], report: Report, progress: Progress | None) -> Step:
    """Return the step that brings a map in and merges the claims with the same words, where none speaks against it."""
    claims = [change.after for change in step.changes if isinstance(change.after, Claim)]
    ours: dict[str, Claim] = {}
    for claim in sorted((*map_.claims.values(), *claims), key=lambda claim: (claim.id in new, claim.number)):
        ours.setdefault(normal_form(claim.text), claim)
    pairs = [(ours[normal_form(claim.text)].id, claim.id) for claim in claims]
    pairs = [(survivor, gone) for survivor, gone in pairs if survivor != gone]

    def bring_in(_: ArgumentMap) -> Step:
        return step

    def join(now: ArgumentMap, done: int, survivor: ClaimId, gone: ClaimId) -> Step:
        if progress is not None:
            progress(done / len(pairs))
        before = preflight(now, survivor, gone)
        if before.step is None or before.gravity is not Gravity.TOLD:
            report.unjoined += 1
            return Step("", ())
        report.joined += 1
        return before.step

    edits: list[Callable[[ArgumentMap], Step]] = [bring_in]
    edits += [partial(join, done=done, survivor=s, gone=g) for done, (s, g) in enumerate(pairs)]
    return combined(map_, edits, lambda _: step.label).step
