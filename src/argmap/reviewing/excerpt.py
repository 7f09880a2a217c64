"""Excerpts: of two wordings too long to be read, the parts around what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.matching.word_difference import Run

LONG = 800
"""Characters; a longer wording is not read in full to find what differs."""

_AROUND = 80
_MOST_ALONE = 240
_CUT = " … "


def around_differences(runs: tuple[Run, ...], most: int = LONG) -> tuple[Run, ...]:
    """Return a wording without what is far from any difference, at most about *most* characters; short ones whole."""
    if sum(len(words) for words, _ in runs) <= most:
        return runs
    kept: list[Run] = []
    used = 0
    for run in _near(runs):
        kept.append(run)
        used += len(run[0])
        if used > most:
            return (*kept, (_CUT, False)) if len(kept) < len(runs) else tuple(kept)
    return tuple(kept)


def _near(runs: tuple[Run, ...]) -> Iterator[Run]:
    """Yield *runs*, each cut where it is far from those beside it."""
    for place, (words, alone) in enumerate(runs):
        if alone:
            yield (words if len(words) <= _MOST_ALONE else _begin(words, _MOST_ALONE) + _CUT), True
            continue
        before = _begin(words, _AROUND) if place else _begin(words, _AROUND // 2)
        after = _end(words, _AROUND) if place + 1 < len(runs) else ""
        is_cut = len(before) + len(after) < len(words) - len(_CUT)
        yield (before + _CUT + after if is_cut else words), False


def _begin(words: str, most: int) -> str:
    """Return the beginning of *words*, whole words where there are any."""
    begun = words[:most]
    return begun if len(words) <= most or " " not in begun.strip() else begun[: begun.rindex(" ")]


def _end(words: str, most: int) -> str:
    end = words[-most:]
    return end if len(words) <= most or " " not in end.strip() else end[end.index(" ") + 1 :]
