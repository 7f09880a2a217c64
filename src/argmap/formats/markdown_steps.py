"""The inferences of an outline: what each bullet is a premise of, by its sign and its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.formats.markdown_words import tell
from argmap.model import ClaimId, Inference, InferenceId, Polarity
from argmap.model.order import key_after

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.formats.markdown_claims import Saying
    from argmap.formats.markdown_lines import Block
    from argmap.formats.report import Tally

_POLARITIES = {"+": Polarity.SUPPORTS, "^": Polarity.SUPPORTS, "-": Polarity.OPPOSES, "x": Polarity.OPPOSES}
_ON_STEPS = frozenset({"x", "^"})
_NOTHING_ABOVE = {"": "bare", "+": "no-claim-above", "-": "no-claim-above", "&": "no-mate-above"}


@dataclass(slots=True, eq=False)
class _Step:
    """An inference in the making; without a premise it comes to nothing."""

    polarity: Polarity
    target: Saying | _Step
    premises: dict[ClaimId, Saying] = field(default_factory=dict)
    id: InferenceId = field(default_factory=InferenceId.new)


@dataclass(slots=True)
class _Siblings:
    """What stands so far at one level: the last step, and the last that is not about a step itself."""

    last: _Step | None = None
    on_claim: _Step | None = None
    any_on_claim: bool = False


class Steps:
    """Finds the step of every bullet; *bare* is how bullets without a sign bear on what they are under."""

    def __init__(self, sayings: Mapping[Block, Saying], tally: Tally, bare: Polarity | None) -> None:
        self._sayings = sayings
        self._tally = tally
        self._bare = bare
        self._made: list[_Step] = []
        self._of: dict[Block, _Step] = {}
        self._siblings: dict[Block | None, _Siblings] = {}

    def take(self, block: Block) -> None:
        """Find the step of the next bullet of the file."""
        step = self._step(block, self._siblings.setdefault(block.parent, _Siblings()))
        said = self._sayings.get(block)
        if step is not None:
            self._of[block] = step
            if said is not None and said.id in step.premises:
                tell(self._tally, "premise-twice", block.line)
            elif said is not None:
                step.premises[said.id] = said
        elif said is not None and block.sign != "*":
            declared = block.sign == "" and block.parent is not None and block.parent.is_divider
            if not declared:
                tell(self._tally, _NOTHING_ABOVE.get(block.sign, "no-step-above"), block.line)

    def inferences(self) -> Iterable[Inference]:
        """Yield the inferences in the order of the file, without those that came to nothing."""
        orders: dict[str, str] = {}
        kept: set[str] = set()
        for step in self._made:
            if not step.premises or (isinstance(step.target, _Step) and step.target.id not in kept):
                for said in step.premises.values():
                    tell(self._tally, "empty-step", said.line)
                continue
            kept.add(step.id)
            target = step.target.id
            orders[target] = key_after(orders.get(target))
            yield Inference(
                id=step.id,
                number=len(kept),
                polarity=step.polarity,
                target=target,
                premises=tuple(step.premises),
                order=orders[target],
            )

    def _step(self, block: Block, siblings: _Siblings) -> _Step | None:
        if block.sign == "&":
            return siblings.last
        if block.sign in _ON_STEPS:
            siblings.last = self._new(block.sign, self._step_above(block, siblings))
            return siblings.last
        siblings.last = siblings.on_claim = self._new(block.sign, self._claim_above(block))
        siblings.any_on_claim = True
        return siblings.last

    def _claim_above(self, block: Block) -> Saying | None:
        return None if block.parent is None else self._sayings.get(block.parent)

    def _step_above(self, block: Block, siblings: _Siblings) -> _Step | None:
        """Return the step of the closest bullet above at this level, or else of the bullet this one is under."""
        if siblings.any_on_claim:
            return siblings.on_claim
        return None if block.parent is None else self._of.get(block.parent)

    def _new(self, sign: str, target: Saying | _Step | None) -> _Step | None:
        polarity = _POLARITIES.get(sign) if sign else self._bare
        if polarity is None or target is None:
            return None
        step = _Step(polarity, target)
        self._made.append(step)
        return step
