"""Comments: what a reader says about a claim, an inference or the whole map."""

from __future__ import annotations

from dataclasses import field

from argmap.model.entity import entity
from argmap.model.ids import ClaimId, CommentId, InferenceId, MapId
from argmap.model.limits import NOTE_LENGTH, check_extras, check_number, check_text, check_words


@entity(frozen=True, slots=True, kw_only=True)
class Comment:
    """A remark with its author and time; shown as ``N3``. *at* is in milliseconds since 1970, UTC."""

    id: CommentId = field(default_factory=CommentId.new)
    number: int
    about: ClaimId | InferenceId | MapId
    text: str
    author: str = ""
    at: int = 0
    resolved: bool = False
    extras: str = ""

    def __post_init__(self) -> None:
        """Refuse a comment without words."""
        check_words("A comment", self.text, NOTE_LENGTH)
        check_number("A comment", self.number)
        check_text("The author", self.author)
        check_extras(self)

    @property
    def label(self) -> str:
        """The comment's name on screens and paper, such as ``N3``."""
        return f"N{self.number}"
