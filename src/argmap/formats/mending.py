"""What was mended while a foreign file became a map: each loss and note in words, for one and for many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.limits import CLAIM_LENGTH

if TYPE_CHECKING:
    from argmap.formats.report import Place, Tally

_LIMIT = f"{CLAIM_LENGTH:,}"

LOSSES = {
    "controls": (
        "1 character that no map can hold was removed",
        "{count} characters that no map can hold were removed",
    ),
    "cut": ("1 text is too long for a map and was cut", "{count} texts are too long for a map and were cut"),
    "extras": (
        "1 thing that argmap has no word for is too large or no JSON and was left out",
        "{count} things that argmap has no word for are too large or no JSON and were left out",
    ),
    "numbers": (
        "1 number is none that a map can hold and was left out",
        "{count} numbers are none that a map can hold and were left out",
    ),
    "doubled": (
        "1 key stands twice in one object; the last one counts",
        "{count} keys stand twice in one object; the last ones count",
    ),
    "unfit": (
        "1 entry has fields that a map cannot hold; they were left out",
        "{count} entries have fields that a map cannot hold; they were left out",
    ),
    "no-step": (
        "1 inference has no premise or no target and was left out",
        "{count} inferences have no premise or no target and were left out",
    ),
    "unattached": (
        "1 source, citation, comment or the like belongs to nothing in the file and was left out",
        "{count} sources, citations, comments and the like belong to nothing in the file and were left out",
    ),
    "own-conflict": (
        "1 statement is said to conflict with itself; that was left out",
        "{count} statements are said to conflict with themselves; that was left out",
    ),
}
"""What a foreign file may lose on its way into a map."""

NOTES = {
    "wordless": (
        "1 claim has no words and stands as “(no words)”",
        "{count} claims have no words and stand as “(no words)”",
    ),
    "too-long": (
        f"1 text is longer than {_LIMIT} characters and was cut; the claim's note keeps all of it",
        f"{{count}} texts are longer than {_LIMIT} characters and were cut; the claims' notes keep all of them",
    ),
    "premise-twice": (
        "1 inference names a premise twice; it was taken once",
        "{count} times an inference names a premise twice; it was taken once",
    ),
    "roots": (
        "1 claim that others bear on, and that bears on none, was made a position",
        "{count} claims that others bear on, and that bear on none, were made positions",
    ),
}
"""What is done on the way that loses nothing."""


def told(tally: Tally, code: str, place: Place | None, count: int = 1) -> None:
    """Tell *tally* what happened at *place*, if it happened at all."""
    if not count:
        return
    if code in LOSSES:
        tally.lose(code, *LOSSES[code], place, count)
    else:
        tally.note(code, *NOTES[code], place, count)
