"""From the options of a command to the bytes of a file: what is asked for, made, and put in place."""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli.saying import is_terminal, say
from argmap.errors import UnfitError
from argmap.model import Claim, Inference
from argmap.model.labels import find, find_claim
from argmap.outlines import Selection, selected
from argmap.publishing import CSV, FORMATS, SHEETS, format_of, publish, publish_flow

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.outlines import Selected
    from argmap.outlines.paper import Paper
    from argmap.publishing import Published
    from argmap.publishing.formats import Format

_FEWEST_SPEECHES, _MOST_SPEECHES = 2, 20
_TAKEN = re.compile(r"speech|flow", re.IGNORECASE)
"""What Verbatim looks for in the names of files: it would take such a file for the speech or the flow."""


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
    from argmap.model.memory import without_collecting

    with without_collecting():
        return _published(map_, layout, asked, format_, width)


def _published(map_: ArgumentMap, layout: str, asked: Asked, format_: Format, width: int | None) -> Published:
    selection = selection_of(map_, asked)
    chosen = selected(map_, selection)
    if chosen.is_empty:
        raise UnfitError(why_empty(map_, selection))
    if layout == "flow":
        return _flow(chosen, asked, format_)
    width = width or _usual_width()
    if layout == "brief":
        return _briefs(map_, chosen, format_, width, steelman=asked.steelman is not None)
    if layout == "cards":
        from argmap.outlines.index_cards import index_cards
        from argmap.publishing.decks import USUAL_PAPER, publish_deck

        return publish_deck(index_cards(map_, chosen, selection), format_, width=width, paper=asked.page or USUAL_PAPER)
    return publish(_paper(map_, layout, chosen, selection), format_, width=width)


def format_for(layout: str, name: str | None, output: Path | None) -> Format:
    """Return the format of a *layout* that was named, else the one of the file's ending, else its plainest."""
    among = {"flow": SHEETS, "outline": (*FORMATS, CSV), "cards": (*FORMATS, CSV)}.get(layout, FORMATS)
    if name:
        return format_of(name, among=among)
    if output is None or str(output) == "-":
        return among[0]
    return format_of(suffix=output.suffix, among=among)


def usual_name(file: Path, layout: str, format_: Format) -> Path:
    """Return a name for what is no text and was given none: after the map, in this folder."""
    stem = _TAKEN.sub("map", file.stem) or "map"
    name = "table" if layout == "flow" else layout
    return Path(f"{stem.lstrip('.') or 'map'}-{name}{format_.suffixes[0]}")


def put(file: Path, output: Path, content: bytes, *, force: bool) -> None:
    """Put a whole new file in place, never half of one, and never in the place of a map."""
    from argmap.store.copying import write_whole

    if output.suffix == ".argmap" or _is_same(output, file):
        message = f"{output} would be no map but something to print. Choose another ending."
        raise UnfitError(message)
    write_whole(output, content, force=force)


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


def _is_same(output: Path, file: Path) -> bool:
    with suppress(OSError, ValueError):  # what cannot be looked at is refused when it is written
        return output.samefile(file)
    return False


def _paper(map_: ArgumentMap, layout: str, chosen: Selected, selection: Selection) -> Paper:
    if layout == "blocks":
        from argmap.outlines.blocks import blocks

        return blocks(map_, chosen, selection)
    if layout == "memo":
        from argmap.outlines.memo import memo

        return memo(map_, chosen, selection)
    from argmap.outlines.pro_con import outline

    return outline(map_, chosen, selection)


def _briefs(map_: ArgumentMap, chosen: Selected, format_: Format, width: int, *, steelman: bool) -> Published:
    """Return one brief a position; claims argued about under none come where there is no position."""
    from functools import partial

    from argmap.outlines.brief import brief
    from argmap.publishing.briefs import publish_briefs

    parts = [part for part in chosen.parts if part[0].line.kind != "root"] or list(chosen.parts)
    if not parts:
        message = "There is nothing to make a brief of: no claim here is a position or argued about."
        raise UnfitError(message)
    makers = [partial(brief, map_, part, steelman=steelman) for part in parts]
    return publish_briefs(makers, format_, width=width)


def _flow(chosen: Selected, asked: Asked, format_: Format) -> Published:
    from argmap.outlines.flow import PRESETS, USUAL_PRESET, flow

    speeches = PRESETS[asked.preset or USUAL_PRESET]
    if asked.speeches is not None:
        speeches = tuple(each.strip() for each in asked.speeches.split(",") if each.strip())
    if not _FEWEST_SPEECHES <= len(speeches) <= _MOST_SPEECHES:
        message = f"A flow has {_FEWEST_SPEECHES} to {_MOST_SPEECHES} speeches: --speeches “Prop 1, Opp 1, Prop 2”."
        raise UnfitError(message)
    made = flow(chosen, speeches)
    if not made.sheets:
        message = "There is nothing to flow: no argument here bears on a position."
        raise UnfitError(message)
    return publish_flow(made, format_)


def why_empty(map_: ArgumentMap, selection: Selection) -> str:
    """Say why nothing is left to print."""
    if not map_.claims:
        return "There is nothing to print: this map has no claims yet. To add one: argmap add FILE"
    if selection.unanswered:
        return "There is nothing to print: every attack here has an answer."
    return "There is nothing to print: not even the first claim fits. Allow more with --words or --max-claims."


def _usual_width() -> int:
    """Return the terminal's width, or the usual one where the output is none."""
    from shutil import get_terminal_size

    from argmap.publishing.formats import USUAL_WIDTH

    return max(20, get_terminal_size().columns) if is_terminal() else USUAL_WIDTH
