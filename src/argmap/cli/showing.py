"""A map on paper or a terminal: plain lines, a drawn tree, or JSON, all from the one linear view."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from argmap.cli.saying import say
from argmap.display import clean_display, one_line, wrap
from argmap.model import Claim, Inference
from argmap.model.roles import unplaced_claims
from argmap.outlines import MOST_INDENTED, Line, deep_starts, roots, start_at, walk
from argmap.outlines.line import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.segment import Segment

    from argmap.model import ArgumentMap, Numbered
    from argmap.outlines.walk import Start

_NARROWEST = 24
"""Cells a claim gets at least, however deep it stands, where the terminal has as many."""

_AT_ONCE = 200
"""Lines that are sent to the terminal together: few enough to be seen at once, enough to cost little each."""


@dataclass(frozen=True, slots=True)
class View:
    """What is shown: the heading, the lines, and the unplaced claims where the whole map is shown."""

    heading: str
    lines: tuple[Line, ...]
    unplaced: tuple[Claim, ...]
    is_whole: bool


def view_of(map_: ArgumentMap, start: Numbered | None, depth: int | None, *, is_indented: bool = True) -> View:
    """Choose what to show: everything, or what is under *start*, at most *depth* levels.

    Where lines are indented by their depth and no depth is asked for, what is deeper than anybody reads starts anew.
    """
    cuts = is_indented and depth is None
    if isinstance(start, Claim | Inference):
        return View("", _lines(map_, [start_at(map_, start)], depth, cuts=cuts), (), is_whole=False)
    found = roots(map_)
    lines = _lines(map_, [*found.positions, *found.others], depth, cuts=cuts)
    return View(map_.about.question or map_.about.title, lines, unplaced_claims(map_), is_whole=True)


def _lines(map_: ArgumentMap, starts: Sequence[Start], depth: int | None, *, cuts: bool) -> tuple[Line, ...]:
    return tuple(walk(map_, (*starts, *(deep_starts(map_, starts) if cuts else ())), depth))


def print_plain(view: View, *, steps: bool) -> None:
    """Print one unwrapped line a claim: indentation, sign and word, number, text."""
    if view.heading:
        say(f"? question {one_line(view.heading)}")
    for line in view.lines:
        say("  " * min(line.depth, MOST_INDENTED) + plain_line(line, steps=steps))
    if view.unplaced:
        say(f"Unplaced ({len(view.unplaced)})")
        for claim in view.unplaced:
            say(f"  * unplaced {claim.label} {one_line(claim.text)}")


def plain_line(line: Line, *, steps: bool = False) -> str:
    """Return a line's sign and word, number and text, with what is shown elsewhere or left out."""
    need = f" ({line.need})" if line.need else ""
    after = f" ({line.elsewhere})" if line.repeat else ""
    after += f" ({line.inference.label})" if steps and line.inference is not None else ""
    more = f" ({line.hidden} more below)" if line.hidden else ""
    return f"{line.sign} {line.word}{need} {line.claim.label} {one_line(line.claim.text)}{after}{more}"


def as_value(map_: ArgumentMap, view: View) -> dict[str, Any]:
    """Return a view as JSON values: flat lines with their depth, so that no depth is too deep to read back."""
    about = map_.about
    value: dict[str, Any] = {
        "title": about.title,
        "question": about.question,
        "claims": len(map_.claims),
        "inferences": len(map_.inferences),
        "sources": len(map_.sources),
        "lines": [_line_value(line) for line in view.lines],
    }
    if view.is_whole:
        value["unplaced"] = [{"claim": c.label, "number": c.number, "text": c.text} for c in view.unplaced]
    return value


def _line_value(line: Line) -> dict[str, Any]:
    return {
        "depth": line.depth,
        "sign": line.sign,
        "relation": line.word if line.kind != "together" else _relation(line),
        "claim": line.claim.label,
        "number": line.claim.number,
        "text": line.claim.text,
        "inference": line.inference.label if line.inference else None,
        "together": line.inference is not None and line.inference.is_joint,
        "seen_above": line.repeat,
        "hidden": line.hidden,
    }


def _relation(line: Line) -> str:
    assert line.inference is not None
    return SIGNS[line.inference.kind][1]


@dataclass(frozen=True, slots=True)
class Manner:
    """How the tree is drawn: with ASCII characters alone, and with the numbers of the steps."""

    ascii_only: bool = False
    steps: bool = False


def print_tree(map_: ArgumentMap, view: View, manner: Manner) -> None:
    """Draw the tree for a terminal: guides, signs with words, wrapped claims, numbers and sources."""
    from rich.cells import cell_len
    from rich.console import Console
    from rich.segment import Segments
    from rich.text import Text

    console = Console(highlight=False, markup=False, emoji=False)
    width = console.width
    if view.heading:
        for part in wrap(view.heading, width, cell_len):
            console.print(Text(clean_display(part), style="bold"))
    lines = zip(view.lines, _guides(view.lines, width // 2, ascii_only=manner.ascii_only), strict=True)
    while some := list(islice(lines, _AT_ONCE)):
        parts = [part for line, guides in some for part in _drawn(map_, line, *guides, width, manner)]
        console.print(Segments(parts), soft_wrap=True, end="")
    if view.unplaced:
        console.print(Text(f"Unplaced ({len(view.unplaced)})", style="bold"))
        for claim in view.unplaced:
            console.print(Segments(_drawn(map_, Line(1, claim), "  ", "  ", width, manner)), soft_wrap=True, end="")
    console.print()
    for part in wrap(f"Signs: {_legend(view.lines)}", width, cell_len):
        console.print(Text(part, style="dim"), soft_wrap=True)


def _legend(lines: tuple[Line, ...]) -> str:
    """Name the signs that stand before *lines*, for who meets them for the first time."""
    used = dict.fromkeys(line.kind for line in lines)
    return ", ".join(" ".join(SIGNS[kind]) for kind in SIGNS if kind in used).replace("& and", "& together with it")


def _guides(lines: tuple[Line, ...], levels: int, *, ascii_only: bool) -> list[tuple[str, str]]:
    """Return the guides before the first and the other rows of each line, of the last *levels* above it at least.

    Works from the last line up.
    """
    bend, branch, bar = ("`-", "|-", "| ") if ascii_only else ("└─", "├─", "│ ")
    guides: list[tuple[str, str]] = []
    open_levels: set[int] = set()  # levels at which a sibling follows below
    following = 0
    for line in reversed(lines):
        before = "".join(
            bar if level in open_levels else "  " for level in range(max(1, line.depth - levels), line.depth)
        )
        follows = line.depth in open_levels
        first = before + (branch if follows else bend) if line.depth else ""
        rest = before + (bar if follows else "  ") if line.depth else ""
        guides.append((first, rest + (bar if following > line.depth else "  ")))
        open_levels = {level for level in open_levels if level < line.depth} | {line.depth}
        following = line.depth
    return guides[::-1]


_STYLES = {
    "+": "bold blue",
    "-": "bold yellow",
    "x": "bold yellow",
    "^": "bold blue",
    "=": "bold",
    "&": "bold",
    "*": "",
}


def _drawn(map_: ArgumentMap, line: Line, first: str, rest: str, width: int, manner: Manner) -> Iterator[Segment]:
    """Draw one line: guide, sign, number and words, wrapped under themselves.

    As the parts that a terminal is sent, cleaned and styled: a large map has tens of thousands of rows.
    """
    from rich.cells import cell_len
    from rich.segment import Segment
    from rich.style import Style

    dim, sign = Style.parse("dim"), Style.parse(_STYLES[line.sign])
    words = dim if line.repeat else None
    first, rest = _kept(first, width), _kept(rest, width)
    label = f" {line.claim.label} "
    head = cell_len(label) + 1
    under = rest.ljust(len(first)) + " " * (head - max(0, len(rest) - len(first)))
    yield Segment(first, dim)
    yield Segment(line.sign, sign)
    yield Segment(label, words)
    for place, row in enumerate(wrap(_worded(map_, line, manner), width - cell_len(first) - head, cell_len)):
        if place:
            yield Segment("\n")
            yield Segment(under, dim)
        yield Segment(clean_display(row), words)
    yield Segment("\n")


def _worded(map_: ArgumentMap, line: Line, manner: Manner) -> str:
    """Return a claim's words with what stands before and after them: needs, steps, repeats, sources."""
    inference = line.inference
    said = [line.need] if line.need else []
    if line.kind in {"undercut", "backing"} and inference is not None:
        said.append(f"{line.word} {map_.require(inference.target).label}")  # type: ignore[union-attr]  # has one
    lead = f"{', '.join(said)}: " if said else ""
    after = (
        f"{'->' if manner.ascii_only else '↺'} {line.elsewhere}" if line.repeat else "",
        f"({inference.label})" if manner.steps and inference is not None else "",
        f"({line.hidden} more below)" if line.hidden else "",
        "" if line.repeat else _cited(map_, line.claim),
    )
    worded = " ".join((lead + line.claim.text, *(part for part in after if part)))
    return worded.replace("¶", "par. ") if manner.ascii_only else worded


def _kept(guide: str, width: int) -> str:
    """Return the end of a guide that leaves room for the claim, where a line stands very deep."""
    most = max(0, width - _NARROWEST - 10) // 2 * 2
    return guide if len(guide) <= most else "…" + guide[len(guide) - most + 1 :]


def _cited(map_: ArgumentMap, claim: Claim) -> str:
    """Return the sources of a claim as in ``[S2 ¶4, S5 ¶31]``."""
    places = dict.fromkeys(
        f"{map_.sources[citation.source].label} {citation.locator}".strip() for citation in map_.citations_of(claim.id)
    )
    return f"[{', '.join(places)}]" if places else ""
