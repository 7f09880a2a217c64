"""From the options of a command to the bytes of a file: what is asked for, made, and put in place."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli.saying import is_terminal, say
from argmap.errors import UnfitError
from argmap.model import Claim, Inference
from argmap.model.labels import find, find_claim
from argmap.outlines import Selection
from argmap.publishing import format_of
from argmap.publishing.printouts import PRINTOUTS, Wishes, printed, usual_name

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.publishing import Published
    from argmap.publishing.formats import Format


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The options of a selection as they were typed."""

    at: str | None = None
    side: str | None = None
    depth: int | None = None
    unanswered: bool = False
    top: int | None = None
    words: int | None = None
    max_claims: int | None = None
    comments: bool = False
    steelman: str | None = None
    preset: str | None = None
    speeches: str | None = None
    page: str | None = None


def selection_of(map_: ArgumentMap, asked: Asked) -> Selection:
    """Return what was asked for; refuse a side that is no position, and a side and a branch at once."""
    if sum(each is not None for each in (asked.at, asked.side, asked.steelman)) > 1:
        message = "Say one of --at, --side and --steelman: a side starts at its position."
        raise UnfitError(message)
    at = None if asked.at is None else find(map_, asked.at, "CR")
    wanted = asked.steelman if asked.side is None else asked.side
    side = None if wanted is None else find_claim(map_, wanted)
    if side is not None and not side.is_position:
        positions = ", ".join(claim.label for claim in map_.positions()[:8]) or "none"
        message = f"{side.label} is no position. The positions are: {positions}. For a branch: --at {side.label}"
        raise UnfitError(message)
    assert at is None or isinstance(at, Claim | Inference)
    return Selection(
        at=at,
        side=side,
        depth=asked.depth,
        unanswered=asked.unanswered,
        top=asked.top,
        words=asked.words,
        max_claims=asked.max_claims,
        comments=asked.comments,
    )


def published(map_: ArgumentMap, layout: str, asked: Asked, format_: Format, width: int | None) -> Published:
    """Return the content of the file that was asked for; refuse an empty selection with a sentence."""
    wishes = Wishes(
        width=width or _usual_width(),
        steelman=asked.steelman is not None,
        preset=asked.preset,
        speeches=asked.speeches,
        page=asked.page,
    )
    return printed(map_, layout, selection_of(map_, asked), format_, wishes)


def format_for(layout: str, name: str | None, output: Path | None) -> Format:
    """Return the format of a *layout* that was named, else the one of the file's ending, else its plainest."""
    among = PRINTOUTS[layout].formats
    if name:
        return format_of(name, among=among)
    if output is None or str(output) == "-":
        return among[0]
    return format_of(suffix=output.suffix, among=among)


def place_for(file: Path, layout: str, format_: Format) -> Path:
    """Return a place for what is no text and was given none: named after the map, in this folder."""
    return Path(usual_name(file.stem, PRINTOUTS[layout].named or layout, format_.suffixes[0]))


def print_out(content: bytes, *, is_text: bool) -> None:
    """Write to standard output; what goes to a terminal is cleaned, and what is no text does not go there."""
    if not is_terminal():
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    elif is_text:
        say(content.decode().rstrip("\n"))
    else:
        message = "A terminal can show text alone. Name a file with -o, or send it on with |."
        raise UnfitError(message)


def _usual_width() -> int:
    """Return the terminal's width, or the usual one where the output is none."""
    from shutil import get_terminal_size

    from argmap.publishing.formats import USUAL_WIDTH

    return max(20, get_terminal_size().columns) if is_terminal() else USUAL_WIDTH
