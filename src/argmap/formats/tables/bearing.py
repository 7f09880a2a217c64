"""How the claims of a table bear on one another: rows of a group form one step, parents may be claims or steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.formats.carried import Ids, number_of, unpacked
from argmap.formats.drafting import Step
from argmap.formats.tables.fields import COLUMNS, fields_of_step, fill, left_over, number_in, with_foreign
from argmap.formats.tables.names import key
from argmap.formats.tables.relations import BEARING, ON_STEPS, relation_of
from argmap.formats.tables.telling import tell
from argmap.model import InferenceId, Polarity

if TYPE_CHECKING:
    from argmap.formats.drafting import Draft, Said
    from argmap.formats.report import Tally
    from argmap.formats.tables.names import Names
    from argmap.formats.tables.rows import Row

_POLARITIES = {
    "supports": Polarity.SUPPORTS,
    "backs": Polarity.SUPPORTS,
    "opposes": Polarity.OPPOSES,
    "undercuts": Polarity.OPPOSES,
}


@dataclass(slots=True)
class _Bearing:
    """A step on its way to its target: the row that began it, and what that says."""

    step: Step
    row: Row
    said: Said
    relation: str


class Bearings:
    """Collects the steps, row by row; `aim` finds their targets, which may stand further down."""

    only_position: Said | None = None

    def __init__(self, draft: Draft, names: Names, tally: Tally, bare: Polarity | None) -> None:
        self._draft = draft
        self._names = names
        self._tally = tally
        self._bare = bare
        self._ids = Ids()
        self._found: list[_Bearing] = []
        self._groups: dict[tuple[str, ...], Step] = {}

    def take(self, row: Row, said: Said, *, is_ours: bool) -> bool:
        """Take in how the claim of a row bears on another; returns whether it answers the question instead."""
        relation = relation_of(row.cell("relation"))
        parent = row.cell("parent")
        if relation == "and":
            return self._join(row, said)
        if parent and relation in {"", "supports", "position"} and self._names.asks(parent):
            self._keep(row, said)
            return True
        if relation == "" and parent and self._bare is not None:
            relation = self._bare.value
        if relation in BEARING:
            self._begin(row, said, relation, is_ours=is_ours)
        elif relation is None or (relation == "" and parent):
            self._leave(row, said, "unknown-relation" if relation is None else "no-relation")
        else:
            self._keep(row, said)
        return False

    def aim(self) -> None:
        """Let every step bear on what its parent names."""
        for bearing in self._found:
            targets = self._targets(bearing)
            if not targets:
                self._leave(bearing.row, bearing.said, "dangling" if bearing.row.cell("parent") else "no-parent")
                continue
            step = bearing.step
            step.target = targets[0]
            self._draft.steps.append(step)
            for target in targets[1:]:
                self._draft.infer(step.polarity, step.premises, target, step.place, **step.fields)

    def _begin(self, row: Row, said: Said, relation: str, *, is_ours: bool) -> None:
        """Begin a step, or let the claim be one more premise of the group that its row names."""
        group, parent = key(row.cell("inference")), key(row.cell("parent"))
        polarity = _POLARITIES[relation]
        there = self._groups.get((group, polarity, parent)) if group else None
        if there is not None:
            self._go_on(there, row, said)
            return
        own = unpacked(row.own.get("step"))
        step = Step(polarity, [], None, row.place, fields_of_step(row, own, is_ours=is_ours))
        step.id = self._ids.take(InferenceId, own.get("id"))
        step.number = number_of(own.get("number")) or number_in(row.cell("inference"), "R")
        self._premise(step, said)
        self._found.append(_Bearing(step, row, said, relation))
        if group:
            # A row that goes on with a group need not say its parent again.
            self._groups[group, polarity, parent] = self._groups[group, polarity, ""] = step
            self._names.steps.setdefault(group, step)

    def _join(self, row: Row, said: Said) -> bool:
        if self._found:
            self._go_on(self._found[-1].step, row, said)
        else:
            self._leave(row, said, "no-parent")
        return False

    def _go_on(self, step: Step, row: Row, said: Said) -> None:
        """Take in one more premise of a step, and what its row says of the step that no other has said."""
        self._premise(step, said)
        if not fill(step.fields, fields_of_step(row, {}, is_ours=False)):
            tell(self._tally, "again-step", row.place)

    def _premise(self, step: Step, said: Said) -> None:
        step.premises.append(said)
        self._names.uses.setdefault(id(said), []).append(step)

    def _targets(self, bearing: _Bearing) -> list[Said] | list[Step]:
        """Return what a step bears on; an undercut of a claim is one of the step that the claim is a premise of."""
        parent = bearing.row.cell("parent")
        if not parent:
            only = self.only_position
            if only is None or only in bearing.step.premises:
                return []
            tell(self._tally, "only-position", bearing.row.place)
            return [only]
        named = self._names.step(parent)
        claims = self._names.claims(parent, bearing.row)
        if bearing.relation not in ON_STEPS:
            return claims or _but(named, bearing.step)
        if named is not None and named is not bearing.step:
            return [named]
        step = self._names.step_from(claims[0], bearing.step) if claims else None
        if step is None and claims:
            tell(self._tally, "no-step", bearing.row.place)
        return claims if step is None else [step]

    def _leave(self, row: Row, said: Said, code: str) -> None:
        """Tell that a row bears on nothing, and keep with its claim what it says."""
        tell(self._tally, code, row.place)
        shown: dict[str, Any] = {name: row.cell(name) for name in ("relation", "parent") if row.cell(name)}
        left = left_over(row)
        said.fields = with_foreign(said.fields, {**shown, COLUMNS: left} if left else shown)

    def _keep(self, row: Row, said: Said) -> None:
        """Keep with the claim of a row what that says of an inference, if the row is none."""
        left = left_over(row)
        if left:
            tell(self._tally, "no-inference", row.place)
            said.fields = with_foreign(said.fields, {COLUMNS: left})


def _but(named: Step | None, step: Step) -> list[Step]:
    return [] if named is None or named is step else [named]
