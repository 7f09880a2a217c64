"""Writing an outline: one line a claim, in the order in which every outline shows a map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.markdown_left_out import tell_left_out
from argmap.formats.markdown_lines import UNPLACED
from argmap.formats.markdown_text import escape, mark
from argmap.formats.report import Place
from argmap.model.limits import without_controls
from argmap.model.roles import unplaced_claims
from argmap.outlines import MOST_INDENTED, deep_starts, roots, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.report import Tally
    from argmap.model import ArgumentMap, InferenceId
    from argmap.outlines import Line

_INDENT = "  "
_DEEP = (
    f"1 step more than {MOST_INDENTED:,} levels down was left out",
    f"{{count}} steps more than {MOST_INDENTED:,} levels down were left out",
)
_CONTROLS = ("1 control character was left out", "{count} control characters were left out")


def outline_lines(map_: ArgumentMap, tally: Tally) -> Iterator[str]:
    """Yield the lines of the outline of *map_*; everything it leaves out is told to *tally*."""
    yield from _headers(map_, tally)
    start = roots(map_)
    shown: dict[InferenceId, None] = {}
    after_bullet = divided = False
    under = 0
    tops = (*start.positions, *start.others)
    for line in walk(map_, (*tops, *deep_starts(map_, tops), *unplaced_claims(map_))):
        if line.inference is not None:
            shown[line.inference.id] = None
            if line.depth > MOST_INDENTED:
                tally.lose("deep", *_DEEP, Place(label=line.inference.label))
                continue
        if line.depth == 0:
            heads = line.claim.is_position
            under = 0 if heads else 1
            if after_bullet and (heads or not divided):
                yield ""
            if not heads and not divided:
                divided = True
                yield from (f"## {UNPLACED}", "")
        after_bullet = not (line.depth == 0 and line.claim.is_position)
        yield _written(line, _INDENT * (line.depth + under - 1), tally)
        if not after_bullet:
            yield ""
    tell_left_out(map_, tuple(shown), tally)


def _headers(map_: ArgumentMap, tally: Tally) -> Iterator[str]:
    about = map_.about
    if about.title or not (about.question or map_.claims):
        yield from (f"Title: {escape(_clean(about.title, 'title', tally))}".rstrip(" "), "")
    if about.question:
        yield from (f"Question: {escape(_clean(about.question, 'question', tally))}", "")


def _written(line: Line, indent: str, tally: Tally) -> str:
    claim = line.claim
    text = f"{escape(_clean(claim.text, claim.label, tally))} {mark(claim.number, see=line.repeat)}"
    return f"# {text}" if line.kind == "position" else f"{indent}- ({line.sign}) {text}"


def _clean(text: str, label: str, tally: Tally) -> str:
    cleaned, removed = without_controls(text)
    tally.lose("controls", *_CONTROLS, Place(label=label), removed)
    return cleaned
