"""About: what a map says of itself."""

from __future__ import annotations

from dataclasses import field

from argmap.model.entity import entity
from argmap.model.ids import MapId
from argmap.model.limits import NOTE_LENGTH, check_extras, check_text

NUMBERINGS = ("outline", "decimal", "none")
"""How outlines of a map are numbered: I.A.1.a, 1.1.1, or by claim numbers alone."""


@entity(frozen=True, slots=True, kw_only=True)
class About:
    """The map's title, the question it is about, and the settings that travel with it.

    *language* is a BCP 47 tag such as ``en``. *semantics* names the way the map is weighed; empty means the default.
    """

    id: MapId = field(default_factory=MapId.new)
    title: str = ""
    question: str = ""
    description: str = ""
    language: str = ""
    numbering: str = ""
    semantics: str = ""
    extras: str = ""

    def __post_init__(self) -> None:
        """Refuse text that no file can hold."""
        check_text("The title", self.title)
        check_text("The question", self.question)
        check_text("The description", self.description, NOTE_LENGTH)
        check_text("The language", self.language)
        check_text("The numbering", self.numbering)
        check_text("The semantics", self.semantics)
        check_extras(self)
