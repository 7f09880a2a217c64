"""Inferences: the steps from premises to what they support or oppose."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from argmap.errors import RepeatedPremiseError, UnfitError
from argmap.model.entity import entity
from argmap.model.ids import ClaimId, InferenceId
from argmap.model.limits import (
    HIGHEST_NUMBER,
    NOTE_LENGTH,
    check_extras,
    check_number,
    check_order,
    check_rating,
    check_text,
)

USUAL_RELEVANCE = 0.8
"""What an unset relevance counts as: strong."""


class Polarity(StrEnum):
    """Whether an inference speaks for its target or against it."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"

    @property
    def flipped(self) -> Polarity:
        """The other polarity."""
        return Polarity.OPPOSES if self is Polarity.SUPPORTS else Polarity.SUPPORTS


@entity(frozen=True, slots=True, kw_only=True)
class Inference:
    """One or more premises, taken together, that bear on one target; shown as ``R41``.

    Supporting a claim it is a reason, opposing a claim an objection, opposing an inference an undercut, supporting an
    inference a backing. *warrant* says in words why the premises bear on the target; *scheme* names the pattern it
    follows; *relevance* is how strongly it bears, 0 to 1, None for not rated; *order* is its key among its target's.
    """

    id: InferenceId = field(default_factory=InferenceId.new)
    number: int
    polarity: Polarity
    target: ClaimId | InferenceId
    premises: tuple[ClaimId, ...]
    warrant: str = ""
    scheme: str = ""
    relevance: float | None = None
    order: str = "a0"
    extras: str = ""

    def __post_init__(self) -> None:
        """Refuse what no inference can be: without premises, with one twice, or bearing on itself.

        A premise that is its own target is refused by the edits, not here: files that hold one still open.
        """
        if not self.premises:
            message = "An inference needs at least one premise."
            raise UnfitError(message)
        if len(self.premises) > 1 and len(set(self.premises)) != len(self.premises):
            raise RepeatedPremiseError
        if self.target == self.id:
            message = "An inference cannot bear on itself."
            raise UnfitError(message)
        if not 0 <= self.number <= HIGHEST_NUMBER:
            check_number("An inference", self.number)
        check_order(self.order)
        if self.relevance is not None:
            check_rating("A relevance", self.relevance)
        if self.warrant or self.scheme or self.extras:
            check_text("The warrant", self.warrant, NOTE_LENGTH)
            check_text("The scheme", self.scheme)
            check_extras(self)

    @property
    def label(self) -> str:
        """The inference's name on screens and paper, such as ``R41``."""
        return f"R{self.number}"

    @property
    def supports(self) -> bool:
        """Whether it speaks for its target."""
        return self.polarity is Polarity.SUPPORTS

    @property
    def is_joint(self) -> bool:
        """Whether it needs several premises together."""
        return len(self.premises) > 1

    @property
    def bears_on_inference(self) -> bool:
        """Whether its target is an inference, which makes it an undercut or a backing."""
        return isinstance(self.target, InferenceId)

    @property
    def kind(self) -> str:
        """The field's word for it: reason, objection, backing or undercut."""
        if self.bears_on_inference:
            return "backing" if self.supports else "undercut"
        return "reason" if self.supports else "objection"
