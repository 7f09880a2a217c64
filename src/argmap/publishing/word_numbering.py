"""Real Word numbering for outlines: I.A.1.a.i.1, counted by Word as argmap counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from argmap.outlines.numbering import MOST_NUMBERED

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

_WORD_LEVELS = 9
_OUTLINE = ("upperRoman", "upperLetter", "decimal", "lowerLetter", "lowerRoman", "decimal")
_INDENT = 360  # twentieths of a point
_ID = 900  # above what the template of python-docx numbers


def add_numbering(document: Document, manner: str) -> int | None:
    """Add the numbering called *manner* (outline, decimal; none has none) and return its id in the document."""
    if manner == "none":
        return None
    part = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), str(_ID))
    abstract.append(_valued("w:multiLevelType", "multilevel"))
    abstract.extend(_level(level, manner) for level in range(_WORD_LEVELS))
    part.insert(0, abstract)  # the schema wants abstract numberings first
    numbering = OxmlElement("w:num")
    numbering.set(qn("w:numId"), str(_ID))
    numbering.append(_valued("w:abstractNumId", str(_ID)))
    part.append(numbering)
    return _ID


def _level(level: int, manner: str) -> BaseOxmlElement:
    """Return a level of the numbering; its text names the levels above it, as in ``%1.%2.%3``."""
    element = OxmlElement("w:lvl")
    element.set(qn("w:ilvl"), str(level))
    sign = _OUTLINE[level] if manner == "outline" and level < len(_OUTLINE) else "decimal"
    path = ".".join(f"%{above + 1}" for above in range(min(level, MOST_NUMBERED - 1) + 1))
    element.extend([_valued("w:start", "1"), _valued("w:numFmt", sign), _valued("w:suff", "space")])
    element.extend([_valued("w:lvlText", path), _valued("w:lvlJc", "left")])
    properties, indentation = OxmlElement("w:pPr"), OxmlElement("w:ind")
    indentation.set(qn("w:left"), str(_INDENT * (level + 1)))
    indentation.set(qn("w:hanging"), str(_INDENT))
    properties.append(indentation)
    element.append(properties)
    return element


def _valued(name: str, value: str) -> BaseOxmlElement:
    element = OxmlElement(name)
    element.set(qn("w:val"), value)
    return element
