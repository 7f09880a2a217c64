"""Paper: what is printed, as headings, points and paragraphs in order, before any file format."""

from __future__ import annotations

from dataclasses import dataclass

TAG_LEVEL = 4
"""The level of a card's heading, the lowest there is."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one *manner*: plain (empty), strong, faint, italic, cite, underline or emphasis; *link* is a URL."""

    text: str
    manner: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of *level* 1 to 4."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Point:
    """A claim in an outline: its number, what it does (sign and words), its text, its label, and what is said of it.

    *depth* counts from 0. The sign is empty where it says nothing, the label where the text names it. *home* says where
    a repeated claim is told in full: a number, or above or below. *cited* names its sources, *remarks* are lines under
    it. *new_page* asks for a new page where there are pages.
    """

    depth: int
    number: str
    sign: str
    relation: str
    text: str
    label: str
    cited: str = ""
    home: str = ""
    remarks: tuple[str, ...] = ()
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; *manner* is plain (empty), cite, card, reference, note, or head: a line of a memo's head."""

    runs: tuple[Run, ...]
    manner: str = ""

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)


Block = Heading | Point | Paragraph


@dataclass(frozen=True, slots=True)
class Paper:
    """A text to print: *kind* is ``outline`` or ``blocks``, *numbering* that of its points, *language* a BCP 47 tag."""

    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    kind: str = "outline"
    numbering: str = "outline"
    language: str = ""
