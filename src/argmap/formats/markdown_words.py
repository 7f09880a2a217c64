"""What is told of an outline that was read or written: each loss and note in words, for one and for many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.report import Place
from argmap.model.limits import CLAIM_LENGTH

if TYPE_CHECKING:
    from argmap.formats.report import Tally

_LIMIT = f"{CLAIM_LENGTH:,}"

READING_LOSSES = {
    "outside": (
        "1 paragraph is neither heading nor bullet and was left out",
        "{count} paragraphs are neither headings nor bullets and were left out",
    ),
    "controls": ("1 control character was removed", "{count} control characters were removed"),
    "bare": (
        "1 bullet has no sign, so it has no relation yet and was read as an unplaced claim",
        "{count} bullets have no sign, so they have no relation yet and were read as unplaced claims",
    ),
    "no-claim-above": (
        "1 bullet has no claim above it to bear on and was read as an unplaced claim",
        "{count} bullets have no claim above them to bear on and were read as unplaced claims",
    ),
    "no-step-above": (
        "1 (x) or (^) bullet has no step above it to bear on and was read as an unplaced claim",
        "{count} (x) or (^) bullets have no step above them to bear on and were read as unplaced claims",
    ),
    "no-mate-above": (
        "1 (&) bullet has no bullet above it to go with and was read as an unplaced claim",
        "{count} (&) bullets have no bullet above them to go with and were read as unplaced claims",
    ),
    "empty-step": (
        "1 bullet bears on a step without words and was read as an unplaced claim",
        "{count} bullets bear on steps without words and were read as unplaced claims",
    ),
    "premise-twice": (
        "1 bullet repeats a claim its own step has already and was skipped",
        "{count} bullets repeat a claim their own step has already and were skipped",
    ),
    "too-long": (
        f"1 text is longer than {_LIMIT} characters and was cut; a claim's note keeps all of it",
        f"{{count}} texts are longer than {_LIMIT} characters and were cut; a claim's note keeps all of it",
    ),
    "see-words": (
        "1 bullet words the claim it refers to otherwise; the claim's own words were kept",
        "{count} bullets word the claims they refer to otherwise; the claims' own words were kept",
    ),
    "see-nothing": (
        "1 bullet refers to a claim that the file does not hold and was skipped",
        "{count} bullets refer to claims that the file does not hold and were skipped",
    ),
    "note-too-long": ("1 note is too long for a map and was cut", "{count} notes are too long for a map and were cut"),
}
"""What reading may lose."""

READING_NOTES = {
    "empty-heading": ("1 heading has no words and was skipped", "{count} headings have no words and were skipped"),
    "empty-bullet": ("1 bullet has no words and was skipped", "{count} bullets have no words and were skipped"),
    "level": (
        "1 heading below the first level was read as a position",
        "{count} headings below the first level were read as positions",
    ),
    "one-space": (
        "1 bullet is indented by one space only and was read as being under the one above",
        "{count} bullets are indented by one space only and were read as being under the ones above",
    ),
    "paragraphs": (
        "1 claim has further paragraphs, which were read as its note",
        "{count} claims have further paragraphs, which were read as their notes",
    ),
    "repeated": (
        "1 claim has the number and the words of another and was read as that claim",
        "{count} claims have the number and the words of others and were read as those claims",
    ),
    "number-taken": (
        "1 claim has the number of another and was given a new one",
        "{count} claims have the numbers of others and were given new ones",
    ),
    "see-itself": (
        "1 bullet refers to a claim that the file does not hold and was read as that claim",
        "{count} bullets refer to claims that the file does not hold and were read as those claims",
    ),
    "equal-words": (
        "1 claim says the same as another and stays a claim of its own",
        "{count} claims say the same as others and stay claims of their own",
    ),
}
"""What reading does on its own account."""


def tell(tally: Tally, code: str, line: int, count: int = 1) -> None:
    """Tell *tally* what happened at *line*."""
    if code in READING_LOSSES:
        tally.lose(code, *READING_LOSSES[code], Place(line), count)
    else:
        tally.note(code, *READING_NOTES[code], Place(line), count)
