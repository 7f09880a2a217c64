"""From a map to an h-m-m file: one line a claim, in the order and with the signs of every outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.hmm.texts import QUESTION, TITLE, escape
from argmap.formats.markdown_left_out import tell_left_out
from argmap.formats.markdown_lines import UNPLACED
from argmap.formats.markdown_text import mark
from argmap.formats.report import Place
from argmap.model.limits import without_controls
from argmap.model.roles import unplaced_claims
from argmap.outlines import MOST_INDENTED, deep_starts, roots, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.report import Tally
    from argmap.model import ArgumentMap, InferenceId

_DEEP = (
    f"1 step more than {MOST_INDENTED:,} levels down was left out",
    f"{{count}} steps more than {MOST_INDENTED:,} levels down were left out",
)
_CONTROLS = ("1 control character was left out", "{count} control characters were left out")


def write(map_: ArgumentMap, tally: Tally) -> bytes:
    """Write the claims, positions and inferences of *map_*; what has no place there is told to *tally*."""
    return "\n".join([*_lines(map_, tally), ""]).encode("utf-8", "replace")


def _lines(map_: ArgumentMap, tally: Tally) -> Iterator[str]:
    about = map_.about
    yield f"{TITLE} {_text(about.title, 'title', tally)}".rstrip(" ")
    yield f"\t{QUESTION} {_text(about.question, 'question', tally)}".rstrip(" ")
    start = roots(map_)
    tops = (*start.positions, *start.others)
    shown: dict[InferenceId, None] = {}
    under = 0
    for line in walk(map_, (*tops, *deep_starts(map_, tops), *unplaced_claims(map_))):
        if line.inference is not None:
            shown[line.inference.id] = None
            if line.depth > MOST_INDENTED:
                tally.lose("deep", *_DEEP, Place(label=line.inference.label))
                continue
        if line.depth == 0 and not line.claim.is_position and not under:
            under = 1
            yield f"\t{UNPLACED}"
        sign = "" if line.kind == "position" else f"({line.sign}) "
        words = f"{_text(line.claim.text, line.claim.label, tally)} {mark(line.claim.number, see=line.repeat)}"
        yield "\t" * (line.depth + 1 + under) + sign + words
    tell_left_out(map_, tuple(shown), tally)


def _text(text: str, label: str, tally: Tally) -> str:
    cleaned, removed = without_controls(text)
    tally.lose("controls", *_CONTROLS, Place(label=label), removed)
    return escape(cleaned)
