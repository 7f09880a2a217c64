"""What no font can show: said by script, with how many characters, which, and in which claims they stand first."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from argmap.outlines.paper import Heading, Paragraph, Point

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.outlines.paper import Paper

    Place = tuple[str, str]
    """The label of a claim, and words of it."""

_CHARACTERS, _SCRIPTS, _CLAIMS = 8, 12, 5  # so many are named; the others are counted
_LABELLED = re.compile(r"\[(C\d+)\]")


def notices_of(lacking: Sequence[str], places: Iterable[Place] = ()) -> Iterator[str]:
    """Yield one sentence on the characters in *lacking*, if there are any; *places* say where claims have them."""
    if not lacking:
        return
    scripts: dict[str, list[str]] = {}
    for character in lacking:
        scripts.setdefault(script_of(character), []).append(character)
    claims = _claims(set(lacking), places)
    told = [_told(script, found, claims) for script, found in list(scripts.items())[:_SCRIPTS]]
    if len(scripts) > _SCRIPTS:
        told.append(f"and {len(scripts) - _SCRIPTS} more scripts")
    what = "a character" if len(lacking) == 1 else f"{len(lacking):,} characters"
    yield f"No font on this machine can show {what}: {'; '.join(told)}. Boxes stand there; a font with them would help."


def script_of(character: str) -> str:
    """Return the script of a character by its name in Unicode: Tamil, CJK, Egyptian; or symbols."""
    if unicodedata.category(character)[0] in "SP":
        return "symbols"
    return {"": "unnamed", "CJK": "CJK"}.get(first := unicodedata.name(character, "").partition(" ")[0], first.title())


def places_of(paper: Paper) -> Iterator[Place]:
    """Yield where the claims of *paper* stand: at points by their label, else by the label in the text."""
    label = ""
    for block in paper.blocks:
        match block:
            case Point():
                text = f"{block.text}{block.cited}{''.join(block.remarks)}"
                found = [(block.label, text)] if block.label else list(_labelled(text, label))
            case Heading():
                found = list(_labelled(block.text, ""))
            case Paragraph():
                found = list(_labelled(block.text, label))
        yield from found
        label = found[-1][0]


def _labelled(text: str, before: str) -> Iterator[Place]:
    """Yield the pieces of *text* with the label that ends each; what none ends belongs to the last, or to *before*."""
    start, label = 0, before
    for match in _LABELLED.finditer(text):
        label = match[1]
        yield label, text[start : match.start()]
        start = match.end()
    yield label, text[start:]


def _claims(lacking: set[str], places: Iterable[Place]) -> dict[str, list[str]]:
    """Return for each script the labels of the claims that have a character of it, in order, each once."""
    found: dict[str, dict[str, None]] = {}
    for label, text in places:
        for script in {script_of(character) for character in lacking.intersection(text)}:
            if label:
                found.setdefault(script, {})[label] = None
    return {script: list(labels) for script, labels in found.items()}


def _told(script: str, characters: Sequence[str], claims: dict[str, list[str]]) -> str:
    named = ", ".join(f"{character} (U+{ord(character):04X})" for character in characters[:_CHARACTERS])
    more = f" and {len(characters) - _CHARACTERS:,} more" if len(characters) > _CHARACTERS else ""
    labels = claims.get(script, [])
    where = f", in {', '.join(labels[:_CLAIMS])}" if labels else ""
    where += f" and {len(labels) - _CLAIMS:,} more claims" if len(labels) > _CLAIMS else ""
    return f"{script} {named}{more}{where}"
