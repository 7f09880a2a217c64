"""Pasted text: bullets, lines or paragraphs as claims that bear on the claim they are pasted at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.formats.markdown_claims import Sayings
from argmap.formats.markdown_lines import Block, is_bullet, outline_of
from argmap.formats.markdown_steps import Steps
from argmap.formats.report import Tally
from argmap.model import Claim, Polarity

if TYPE_CHECKING:
    from argmap.model import ClaimId, Inference

_STAND_IN = "# the claim it is pasted at"
_BARE = re.compile(r"^( *)([+-]) +(?!\([-+&xX*]{1,2}\))")
"""A ``+`` or ``-`` before words, without a sign in brackets behind it."""

_SIGNS = {Polarity.SUPPORTS: "+", Polarity.OPPOSES: "-"}


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a pasted text says: *claims*, and how they bear on one another and on *stand_in*, which is none of them.

    *has_bullets* tells whether somebody wrote it as a list. *report* says what reading it lost or did.
    """

    stand_in: ClaimId
    claims: tuple[Claim, ...]
    inferences: tuple[Inference, ...]
    has_bullets: bool
    report: tuple[str, ...] = ()


def read_pasted(text: str, polarity: Polarity) -> Pasted:
    """Read *text*: what stands at the left bears on the stand-in, by *polarity* unless signed; what is deeper supports.

    Without bullets, each line is a claim, or where blank lines stand between, each paragraph.
    """
    lines = [line.rstrip().expandtabs(4) for line in text.splitlines()]
    has_bullets = any(map(is_bullet, lines))
    listed = _with_bullets(_with_signs(lines)) if has_bullets else _as_bullets(lines)
    tally = Tally("markdown")
    outline = outline_of("\n".join([_STAND_IN, "", *listed]), tally)
    top = outline.blocks[0]
    for block in outline.blocks[1:]:
        _hang(block, top, _SIGNS[polarity])
    if outline.blocks[1:] and outline.blocks[1].sign == "&":
        outline.blocks[1].sign = _SIGNS[polarity]  # the first has nothing to go with
    sayings = Sayings(outline, tally)
    steps = Steps(sayings.of, tally, Polarity.SUPPORTS)
    for block in outline.blocks[1:]:
        steps.take(block)
    stand_in = sayings.of[top].id
    claims = tuple(claim for claim in sayings.claims() if claim.id != stand_in)
    return Pasted(stand_in, claims, tuple(steps.inferences()), has_bullets, tuple(_words(tally)))


def _with_signs(lines: list[str]) -> list[str]:
    """Write the signs of bullets by which somebody told for from against: ``+`` and ``-`` side by side."""
    beside: dict[int, list[int]] = {}
    found = list(lines)
    for number, line in enumerate([*lines, "# end"]):
        indent = len(line) - len(line.lstrip())
        if line.startswith("#") or is_bullet(line):
            for deeper in [each for each in beside if each > indent or line.startswith("#")]:
                _sign(found, beside.pop(deeper))
        if is_bullet(line):
            beside.setdefault(indent, []).append(number)
    return found


def _sign(lines: list[str], beside: list[int]) -> None:
    """Write the signs of bullets that stand side by side, if both signs occur among them."""
    if {"+", "-"} <= {lines[number].lstrip()[0] for number in beside}:
        for number in beside:
            lines[number] = _BARE.sub(r"\1- (\2) ", lines[number])


def _with_bullets(lines: list[str]) -> list[str]:
    """Make a bullet of every paragraph or line between bullets that is not indented as part of the one above it."""
    found: list[str] = []
    above: int | None = -1
    is_first = True  # whether a line that is no bullet would begin something, wherever it stands
    is_listed = False  # whether the line above belongs to a bullet, which goes on in deeper lines alone
    for line in lines:
        indent = len(line) - len(line.lstrip())
        if is_bullet(line):
            above, is_listed = indent, True
        elif line.startswith("#"):
            above, is_listed = None, False  # what follows a heading is a note on it
        elif line and (is_first or is_listed) and above is not None and (above < 0 or indent <= above):
            found.append(f"{line[:indent]}- {line[indent:]}")
            above, is_first, is_listed = indent, False, False
            continue
        is_first = not line
        found.append(line)
    return found


def _as_bullets(lines: list[str]) -> list[str]:
    """Make a bullet of every line, or of every paragraph where there are several."""
    while lines and not lines[-1]:
        lines = lines[:-1]
    while lines and not lines[0]:
        lines = lines[1:]
    if "" not in lines:
        left = min((len(line) - len(line.lstrip()) for line in lines), default=0)
        return [f"{line[left:][: len(line[left:]) - len(line.lstrip())]}- {line.strip()}" for line in lines]
    paragraphs = "\n".join(lines).split("\n\n")
    return [f"- {' '.join(paragraph.split())}" for paragraph in paragraphs if paragraph.strip()]


def _hang(block: Block, top: Block, sign: str) -> None:
    """Put a heading, or a bullet under nothing, under the stand-in; one that can join nothing there joins it too."""
    if block.is_heading:
        block.level, block.parent = 0, top
    if block.parent is None or block.parent is top:
        block.parent = top
        block.sign = block.sign.replace("*", "") or sign


def _words(tally: Tally) -> list[str]:
    """Say what happened, without places: nobody sees the lines of what was pasted."""
    report = tally.report()
    return [f"{finding.words}." for finding in report.losses if finding.code != "controls"]
