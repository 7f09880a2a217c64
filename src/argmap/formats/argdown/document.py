"""What an Argdown file says: statements and arguments by title, how they bear on one another, headings, errors."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

PREMISE = "premise"
INTERMEDIARY = "intermediary-conclusion"
MAIN = "main-conclusion"

SUPPORT = "support"
ATTACK = "attack"
UNDERCUT = "undercut"
CONTRADICTORY = "contradictory"
CONTRARY = "contrary"
ENTAILS = "entails"

SIGNS = {
    "+": (SUPPORT, False),
    "<+": (SUPPORT, False),
    "+>": (SUPPORT, True),
    "-": (ATTACK, False),
    "<-": (ATTACK, False),
    "->": (ATTACK, True),
    "><": (CONTRADICTORY, True),
    "_": (UNDERCUT, False),
    "<_": (UNDERCUT, False),
    "_>": (UNDERCUT, True),
}
"""What each sign says, and whether the parent does it to the child (else the child to the parent)."""


@dataclass(slots=True)
class Member:
    """One place where a statement or an argument stands, *start* in the text.

    *text* is all that it says there as Argdown counts it, *words* the same without the tags that end it.
    """

    start: int
    text: str = ""
    words: str = ""
    is_reference: bool = False
    tags: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    data: Any = None
    section: Section | None = None


@dataclass(slots=True, eq=False)
class Titled:
    """All that stands under one title: a statement (an equivalence class), or an argument."""

    title: str
    members: list[Member] = field(default_factory=list)
    tags: dict[str, None] = field(default_factory=dict)
    data: dict[str, Any] | None = None
    is_titled: bool = True

    @property
    def text(self) -> str | None:
        """The words that count, tags and all; None where the title stands alone."""
        said = self.said
        return None if said is None else said.text

    @property
    def said(self) -> Member | None:
        """The place whose words count: the last that is marked ``isCanonical``, else the last that has any."""
        said = [member for member in self.members if not member.is_reference]
        chosen = [member for member in said if isinstance(member.data, dict) and member.data.get("isCanonical")]
        return (chosen or said)[-1] if said else None

    @property
    def start(self) -> int:
        """Where it first stands."""
        return self.members[0].start if self.members else 0

    @property
    def section(self) -> Section | None:
        """The heading it stands under: that of its first words, else of its first place."""
        return next((each.section for each in self.members if not each.is_reference), None) or (
            self.members[0].section if self.members else None
        )


@dataclass(slots=True, eq=False)
class Statement(Titled):
    """A statement: texts that say the same."""


@dataclass(slots=True, eq=False)
class Numbered:
    """A line of a premise-conclusion structure; a conclusion knows the inference that leads to it."""

    statement: Statement
    role: str
    inference: Inference | None = None


@dataclass(slots=True, eq=False)
class Argument(Titled):
    """An argument: a sketch in words, or reconstructed as a premise-conclusion structure."""

    pcs: list[Numbered] = field(default_factory=list)

    @property
    def concluded(self) -> Numbered | None:
        """The last line that an inference leads to; None for a sketch, and for premises that lead to nothing."""
        return next((line for line in reversed(self.pcs) if line.inference is not None), None)

    @property
    def inference(self) -> Inference | None:
        """The last step of a reconstructed argument."""
        last = self.concluded
        return None if last is None else last.inference


@dataclass(slots=True, eq=False)
class Inference:
    """A step inside an argument: the rules it follows, and its data."""

    argument: Argument
    start: int
    rules: list[str] = field(default_factory=list)
    data: Any = None


End = Statement | Argument | Inference
"""What a relation may lead from and to."""


@dataclass(slots=True, eq=False)
class Relation:
    """How one thing bears on another; *start* is the place of its sign."""

    kind: str
    source: End
    target: End
    start: int


@dataclass(slots=True, eq=False)
class Section:
    """A heading, and the heading it stands under; *words* are its title without the tags that end it."""

    title: str
    level: int
    start: int
    parent: Section | None = None
    tags: list[str] = field(default_factory=list)
    data: Any = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is no Argdown: where it stands, and what is wrong with it."""

    start: int
    message: str


@dataclass(slots=True)
class Document:
    """A whole file."""

    statements: dict[str, Statement] = field(default_factory=dict)
    arguments: dict[str, Argument] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    front_matter: Any = None
    faults: list[Fault] = field(default_factory=list)
    comments: list[int] = field(default_factory=list)
    is_strict: bool = False
