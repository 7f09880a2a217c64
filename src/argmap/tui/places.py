"""Places: what stands where in the tree, and the rows that show it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.model import ClaimId
from argmap.outlines import bearing_here, roots_and_homes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.model import ArgumentMap, Inference, InferenceId
    from argmap.outlines.walk import Place

QUESTION: Place = (None, ClaimId(" question"))
"""The place of the map's question, the first row."""

LOOSE: Place = (None, ClaimId(" under no position"))
"""The place of the heading over roots that hang under no position."""

UNPLACED: Place = (None, ClaimId(" unplaced"))
"""The place of the heading over claims without any link."""

FOCUS: Place = (None, ClaimId(" focus"))
"""The place of the heading over the one claim that is shown while the rest is hidden."""

HEADINGS = {LOOSE: "Under no position", UNPLACED: "Unplaced"}

ALWAYS_OPEN = {QUESTION, FOCUS}
"""The first rows: they cannot be folded."""


@dataclass(slots=True, eq=False)
class Row:
    """One place as it is shown: what it stands under (*above*), and how it is tied to its neighbours.

    *depth* counts from 0 for positions; the question and the headings have -1. *mate* is the claim's place among the
    *mates* premises of its inference. *last* says that nothing stands below it under the same row; *repeat* that the
    claim is shown in full elsewhere; *on_step* that it bears on the step above and not on the claim.
    """

    place: Place
    above: Row | None = None
    depth: int = -1
    mate: int = 0
    mates: int = 1
    last: bool = False
    repeat: bool = False
    on_step: bool = False

    @property
    def claim(self) -> ClaimId:
        """The id of the claim that stands here."""
        return self.place[1]

    @property
    def inference(self) -> InferenceId | None:
        """The id of the inference it is a premise of here, None at the top."""
        return self.place[0]

    @property
    def is_claim(self) -> bool:
        """Whether a claim stands here, and not the question or a heading."""
        return self.place not in HEADINGS and self.place not in ALWAYS_OPEN


@dataclass(slots=True)
class Kept:
    """What a filter leaves on view: *claims* wherever they stand, and the *places* on the way to them."""

    claims: set[ClaimId]
    places: set[Place] = field(default_factory=set)

    def holds(self, place: Place) -> bool:
        """Whether *place* is left on view."""
        return place[1] in self.claims or place in self.places


class Places:
    """Answers what stands under what, for one state of a map's links; `look` again after they change.

    ``homes`` are the places where claims are shown in full, in the order of the tree but for those that came *late*,
    since the last look; ``order`` is kept by `turns.in_order`.
    """

    def __init__(self, map_: ArgumentMap) -> None:
        """Look at *map_*."""
        self.map = map_
        self.kept: Kept | None = None
        self.focus: ClaimId | None = None
        self.alike: Mapping[ClaimId, tuple[ClaimId, ...]] = {}
        self.look()

    def look(self) -> None:
        """Find the roots, where each claim is shown in full, and the claims without a place."""
        found, self.homes = roots_and_homes(self.map)
        self.positions = [claim.id for claim in found.positions]
        self.loose = [claim.id for claim in found.others]
        self.unplaced = self._without_home()
        self._loose = set(self.loose)
        self.late: set[ClaimId] = set()
        self.order: list[ClaimId] | None = None

    def tops(self) -> list[Row]:
        """Return the rows that stand under nothing: the question and the headings that have something under them.

        With a *focus* that is the one row which says so.
        """
        if self.focus is not None:
            return [Row(FOCUS)]
        return [Row(QUESTION), *(Row(place) for place in HEADINGS if self._section(place))]

    def under(self, row: Row) -> list[Row]:
        """Return the rows under *row*, in their order."""
        if row.place == FOCUS:
            return self._focused(row)
        if not row.is_claim:
            return [self._top(claim, row) for claim in self._section(row.place)]
        bearing = self._bearing(row)
        rows: list[Row] = []
        for inference in bearing:
            rows.extend(self._premises(inference, row, last=inference is bearing[-1]))
        return rows

    def places_under(self, place: Place) -> list[Place]:
        """Return the places under that of a claim, in their order, whatever is folded or left out."""
        inference = None if place[0] is None else self.map.inferences[place[0]]
        full = self.homes.get(place[1]) == place
        bearing = bearing_here(self.map, inference, self.map.claims[place[1]], full=full)
        return [(each.id, premise) for each in bearing for premise in each.premises]

    def has_under(self, row: Row) -> bool:
        """Whether anything that can be folded stands under *row*."""
        if not row.is_claim:
            return row.place not in ALWAYS_OPEN
        if self.kept is not None:
            return bool(self._bearing(row))
        if not row.repeat and self.map.is_targeted(row.claim):
            return True
        return row.inference is not None and row.mate == row.mates - 1 and self.map.is_targeted(row.inference)

    def count_under(self, row: Row) -> int:
        """Return how many inferences (under a heading: claims) stand directly under *row*."""
        if row.place == FOCUS:
            return 1
        return len(self._bearing(row)) if row.is_claim else len(self._section(row.place))

    def come_and_go(self, come: Mapping[ClaimId, Place], gone: Iterable[ClaimId]) -> None:
        """Put right where claims are shown in full: what has *come* has its one place, and the *gone* have none."""
        for claim in gone:
            self.homes.pop(claim, None)
            self.late.discard(claim)
        self.homes.update(come)
        self.late.update(come)
        self.order = None

    def home(self, claim: ClaimId) -> Place | None:
        """Return the place where *claim* is shown in full; None if the map does not hold it."""
        if claim not in self.map.claims:
            return None
        return self.homes.get(claim, (None, claim))

    def above(self, place: Place) -> Place | None:
        """Return the place that *place* stands under, None for the tops."""
        inference_id, claim = place
        if inference_id is None:
            if place in HEADINGS or place in ALWAYS_OPEN:
                return None
            if claim in self._loose:
                return LOOSE
            return QUESTION if self.map.claims[claim].is_position else UNPLACED
        target = self.map.inferences[inference_id].target
        if isinstance(target, ClaimId):
            return self.home(target)
        return target, self.map.inferences[target].premises[-1]

    def way_to(self, place: Place) -> list[Place]:
        """Return the places from the top down to *place*, itself included; empty if it is not in the map."""
        inference, claim = place
        if claim not in self.map.claims or (inference is not None and not self._holds(inference, claim)):
            return [place] if place in HEADINGS or place in ALWAYS_OPEN else []
        way = [place]
        seen = {place}
        above = self.above(place)
        while above is not None and above not in seen:
            way.append(above)
            seen.add(above)
            above = self.above(above)
        return way[::-1]

    def keep(self, claims: Iterable[ClaimId]) -> Kept:
        """Let only *claims* count, and what is on the way from the top to where each is shown in full; return that."""
        kept = self.kept = Kept(set(claims))
        for claim in kept.claims:
            place = self.home(claim)
            while place is not None and place not in kept.places:
                kept.places.add(place)
                place = self.above(place)
        return kept

    def places_of(self, claim: ClaimId) -> list[Place]:
        """Return every place where *claim* stands, where it is shown in full first."""
        found: dict[Place, None] = {}
        home = self.home(claim)
        if home is not None:
            found[home] = None
        if claim in self.map.claims and self.map.claims[claim].is_position:
            found[None, claim] = None
        found.update(((use.id, claim), None) for use in self.map.uses_of(claim))
        return list(found)

    def _holds(self, inference: InferenceId, claim: ClaimId) -> bool:
        found = self.map.inferences.get(inference)
        return found is not None and claim in found.premises

    def _without_home(self) -> list[ClaimId]:
        """Return the claims without a link that are no position, by number: all that no root leads to."""
        if len(self.homes) == len(self.map.claims):
            return []
        found = [claim for id_, claim in self.map.claims.items() if id_ not in self.homes]
        return [claim.id for claim in sorted(found, key=lambda claim: claim.number)]

    def _section(self, place: Place) -> list[ClaimId]:
        claims = {QUESTION: self.positions, LOOSE: self.loose, UNPLACED: self.unplaced}[place]
        return claims if self.kept is None else [claim for claim in claims if self.kept.holds((None, claim))]

    def _bearing(self, row: Row) -> list[Inference]:
        inference = None if row.inference is None else self.map.inferences[row.inference]
        bearing = bearing_here(self.map, inference, self.map.claims[row.claim], full=not row.repeat)
        return [each for each in bearing if self._is_kept(each)]

    def _top(self, claim: ClaimId, section: Row) -> Row:
        place = (None, claim)
        return Row(place, section, 0, repeat=self.homes.get(claim, place) != place)

    def _focused(self, heading: Row) -> list[Row]:
        """Return the row of the claim in focus, where it is shown in full, as if nothing stood beside it."""
        home = self.home(self.focus) if self.focus is not None else None
        if home is None:
            return []
        inference = None if home[0] is None else self.map.inferences[home[0]]
        if inference is None:
            return [Row(home, heading, 0)]
        mate = inference.premises.index(home[1])
        mates = len(inference.premises)
        return [Row(home, heading, 0, mate, mates, last=True, on_step=inference.bears_on_inference)]

    def _premises(self, inference: Inference, above: Row, *, last: bool) -> Iterable[Row]:
        mates = len(inference.premises)
        for mate, claim in enumerate(inference.premises):
            place = (inference.id, claim)
            repeat = self.homes.get(claim) != place
            yield Row(place, above, above.depth + 1, mate, mates, last, repeat, inference.bears_on_inference)

    def _is_kept(self, inference: Inference) -> bool:
        kept = self.kept
        return kept is None or any(kept.holds((inference.id, premise)) for premise in inference.premises)
