"""From a map to Argdown: what Argdown can say stands in its own words, all else in data that argmap reads back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.formats.argdown.entries import Entries
from argmap.formats.argdown.headings import Headings, home_of
from argmap.formats.argdown.telling import tell
from argmap.formats.report import Place
from argmap.model import ClaimId, ConflictKind, Inference, InferenceId

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.formats.argdown.headings import Home
    from argmap.formats.report import Tally
    from argmap.model import ArgumentMap, Claim, EntityId

_MOST_LEVELS = 6
"""Deeper branches begin a block of their own: Argdown's own parser ends at some 250 levels, and readers earlier."""


class _Branch(NamedTuple):
    """A claim that is to be written: how deep, and behind which sign."""

    claim: ClaimId
    level: int
    sign: str


def write(map_: ArgumentMap, tally: Tally) -> bytes:
    """Write all of *map_*; nothing is lost that is read back by argmap."""
    writing = _Writing(map_, tally)
    return writing.text().encode("utf-8", "replace")


class _Writing:
    """Writes block after block; every claim is defined once, every inference stands in one place."""

    def __init__(self, map_: ArgumentMap, tally: Tally) -> None:
        self._map = map_
        self._tally = tally
        self._entries = Entries(map_)
        self._headings = Headings(map_).lines
        self._homes = self._found_homes()
        self._here: Home | None = None
        self._lines: list[str] = []
        self._defined: set[ClaimId] = set()
        self._spread: set[ClaimId] = set()  # what bears on these is written
        self._written: set[InferenceId] = set()
        self._claims_waiting: list[ClaimId] = []
        self._steps_waiting: list[Inference] = []

    def text(self) -> str:
        """Return the whole file."""
        self._lines += [*self._entries.front_matter(), ""]
        for conflict in self._map.conflicts.values():
            if conflict.kind is ConflictKind.CONTRARY:
                first, second = (self._map.claims[claim].label for claim in conflict.claims)
                tell(self._tally, "contrary", Place(label=f"{first} and {second}"))
        if self._headings:
            self._all([each for each in self._map.claims if each not in self._homes and not self._map.uses_of(each)])
        under = self._grouped()
        for home, line in self._headings.items():
            self._here = home
            self._lines += [line, ""]
            self._all(*under.get(home, ((), ())))
        self._here = None
        self._homes.clear()
        self._all(self._map.claims, self._map.inferences)
        return "\n".join(self._lines)

    def _found_homes(self) -> dict[EntityId, Home]:
        """Return what came from under a heading; all else is written where it comes up."""
        if not self._headings:
            return {}
        apart = [each for each in self._map.inferences.values() if self._entries.is_apart(each)]
        there: list[Claim | Inference] = [*self._map.claims.values(), *apart]
        homes = {each.id: home_of(each) for each in there}
        return {id_: home for id_, home in homes.items() if home is not None}

    def _grouped(self) -> dict[Home, tuple[list[ClaimId], list[InferenceId]]]:
        """Return the claims and the inferences under each heading."""
        under: dict[Home, tuple[list[ClaimId], list[InferenceId]]] = {}
        for id_, home in self._homes.items():
            claims, inferences = under.setdefault(home, ([], []))
            if isinstance(id_, ClaimId):
                claims.append(id_)
            else:
                inferences.append(InferenceId(id_))
        return under

    def _all(self, claims: Iterable[ClaimId], inferences: Iterable[InferenceId] = ()) -> None:
        """Write blocks for *claims*, positions first, and for those *inferences* that did not come up there."""
        for claim in sorted((self._map.claims[each] for each in claims), key=_positions_first):
            self._block(claim.id)
        for inference in sorted((self._map.inferences[each] for each in inferences), key=lambda each: each.number):
            if inference.id not in self._written:  # of a whole map, those that bear on one another in a circle
                self._steps_waiting.append(inference)
                self._rest()

    def _is_elsewhere(self, id_: EntityId) -> bool:
        """Whether something stands under another heading than what is being written."""
        return self._homes.get(id_, self._here) != self._here

    def _block(self, claim: ClaimId) -> None:
        """Write a claim with all that hangs on it, if that is not written yet."""
        if claim not in self._spread and (claim not in self._defined or self._hangs_on(claim)):
            self._tree([_Branch(claim, 0, "")])
            self._lines.append("")
        self._rest()

    def _rest(self) -> None:
        """Write the steps and the claims that came up on the way."""
        while self._steps_waiting or self._claims_waiting:
            if self._steps_waiting:
                self._reconstruct(self._steps_waiting.pop(0))
                continue
            claim = self._claims_waiting.pop(0)
            if claim not in self._spread and self._hangs_on(claim) and not self._is_elsewhere(claim):
                self._tree([_Branch(claim, 0, "")])
                self._lines.append("")

    def _tree(self, branches: list[_Branch]) -> None:
        waiting = branches[::-1]
        while waiting:
            claim, level, sign = waiting.pop()
            is_new = claim not in self._defined
            self._lines.append(f"{'  ' * level}{sign}{' ' if sign else ''}{self._said(claim)}")
            if level and (not is_new or self._is_elsewhere(claim)):
                continue
            if level == _MOST_LEVELS:
                self._claims_waiting.append(claim)
            else:
                waiting += reversed(self._under(claim, level + 1))

    def _hangs_on(self, claim: ClaimId) -> bool:
        return self._map.is_targeted(claim) or any(self._entries.contradicts(claim))

    def _under(self, claim: ClaimId, level: int) -> list[_Branch]:
        """Return what is written right under a claim; what needs a structure of its own is put aside."""
        self._spread.add(claim)
        branches = self._bearing(self._map.bearing_on(claim), level, {True: "+", False: "-"})
        return [*branches, *(_Branch(other, level, "><") for other in self._entries.contradicts(claim))]

    def _bearing(self, inferences: tuple[Inference, ...], level: int, signs: dict[bool, str]) -> list[_Branch]:
        branches: list[_Branch] = []
        for inference in inferences:
            if self._entries.is_apart(inference):
                self._steps_waiting.append(inference)
            else:
                self._written.add(inference.id)
                branches.append(_Branch(inference.premises[0], level, signs[inference.supports]))
        return branches

    def _said(self, claim: ClaimId) -> str:
        """Return a claim in full where it comes for the first time, else its title."""
        if claim in self._defined or self._is_elsewhere(claim):
            return self._entries.reference(claim)
        self._defined.add(claim)
        return self._entries.definition(claim)

    def _reconstruct(self, inference: Inference) -> None:
        """Write an inference as an argument with its premises and its conclusion."""
        if inference.id in self._written or self._is_elsewhere(inference.id):
            return
        self._written.add(inference.id)
        self._lines.append(self._entries.head(inference))
        self._tree(self._bearing(self._map.bearing_on(inference.id), 1, {True: "+", False: "_"}))
        self._lines.append("")
        for place, premise in enumerate(inference.premises, 1):
            self._lines.append(f"({place}) {self._said(premise)}")
            self._claims_waiting.append(premise)
        self._lines += self._entries.step(inference)
        number = f"({len(inference.premises) + 1})"
        stand_in = self._entries.stand_in(inference)
        if stand_in:
            tell(self._tally, "stand-ins", Place(label=inference.label))
            self._lines += [f"{number} {stand_in[0]}", *stand_in[1:]]
        else:
            target = inference.target
            assert target in self._map.claims
            self._lines.append(f"{number} {self._said(target)}")  # type: ignore[arg-type]  # a claim, as was asked
        self._lines.append("")


def _positions_first(claim: Claim) -> tuple[bool, str, int]:
    return (claim.position is None, claim.position or "", claim.number)
