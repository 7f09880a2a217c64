"""Claims: the statements a map is made of."""

from __future__ import annotations

from dataclasses import field

from argmap.model.entity import entity
from argmap.model.ids import ClaimId
from argmap.model.limits import (
    HIGHEST_NUMBER,
    NOTE_LENGTH,
    check_each,
    check_extras,
    check_number,
    check_order,
    check_rating,
    check_text,
    check_words,
)


@entity(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement that may be true or false, in the words of this map; shown as ``C17``.

    *credence* is how far the map's user believes it, 0 to 1, None for no view. *implicit* says that the mapper
    supplied it. *position* is the order key of a claim that answers the map's question, None for all others. *as_of*
    is the date its figures hold for, as far as known (``2024-07``). *extras* is a JSON object in text form: what a
    foreign format held and argmap has no word for.
    """

    id: ClaimId = field(default_factory=ClaimId.new)
    number: int
    text: str
    note: str = ""
    credence: float | None = None
    implicit: bool = False
    position: str | None = None
    as_of: str = ""
    tags: tuple[str, ...] = ()
    extras: str = ""

    def __post_init__(self) -> None:
        """Refuse what no claim can be: without words, too long, or with a credence outside 0 to 1."""
        check_words("A claim", self.text)
        if not 0 <= self.number <= HIGHEST_NUMBER:
            check_number("A claim", self.number)
        if self.position is not None:
            check_order(self.position)
        if self.note:
            check_text("The note", self.note, NOTE_LENGTH)
        if self.credence is not None:
            check_rating("A credence", self.credence)
        if self.tags:
            check_each("A tag", self.tags)
            object.__setattr__(self, "tags", tuple(dict.fromkeys(self.tags)))  # a tag is there or not
        if self.as_of or self.extras:
            check_text("The date", self.as_of)
            check_extras(self)

    @property
    def label(self) -> str:
        """The claim's name on screens and paper, such as ``C17``."""
        return f"C{self.number}"

    @property
    def is_position(self) -> bool:
        """Whether the claim answers the map's question."""
        return self.position is not None
