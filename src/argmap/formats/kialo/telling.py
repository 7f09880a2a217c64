"""What is told of a Kialo file that was read or written: each loss and note in words, for one and for many."""

from __future__ import annotations

from argmap.formats.report import Telling

LOSSES = {
    "cut": (
        "The file breaks off here, within the head of a claim; what stands before it was read",
        "The file breaks off here, within the head of a claim; what stands before it was read",
    ),
    "outside": (
        "1 line stands before the first claim and was left out",
        "{count} lines stand before the first claim and were left out",
    ),
    "see-nothing": (
        "1 entry refers to a claim that the file does not hold and was left out",
        "{count} entries refer to claims that the file does not hold and were left out",
    ),
    "no-stance": (
        "1 entry is neither pro nor con; it has no relation and was read as an unplaced claim",
        "{count} entries are neither pro nor con; they have no relation and were read as unplaced claims",
    ),
    "nothing-above": (
        "1 entry stands under one that is not there; it was read as an unplaced claim",
        "{count} entries stand under ones that are not there; they were read as unplaced claims",
    ),
    "joint": (
        "1 inference has several premises together; each became a claim of its own",
        "{count} inferences have several premises together; each became a claim of its own",
    ),
    "on-steps": (
        "1 undercut or backing has no place in a Kialo file",
        "{count} undercuts and backings have no place in a Kialo file",
    ),
    "circles": (
        "1 inference closes a circle and was left out",
        "{count} inferences close circles and were left out",
    ),
    "unplaced": (
        "1 claim stands under no position, or under an undercut or backing alone, and was left out",
        "{count} claims stand under no position, or under undercuts and backings alone, and were left out",
    ),
    "deep": (
        "What stands under 1 claim is more than 1,000 levels deep and was left out",
        "What stands under {count} claims is more than 1,000 levels deep and was left out",
    ),
    "question": ("A question without a position has no place in this layout",) * 2,
    "line-ends": (
        "1 claim was put on one line: a line of it would read as another claim",
        "{count} claims were put on one line: a line of them would read as another claim",
    ),
}
"""What reading and writing may lose."""

NOTES = {
    "adrift": (
        "1 entry has the number of another, or one under a number that the file does not have",
        "{count} entries have the numbers of others, or ones under numbers that the file does not have",
    ),
    "theses": (
        "1 claim stands as a thesis, since none is a position",
        "{count} claims stand as theses, since none is a position",
    ),
}
"""What writing does that loses nothing."""

tell = Telling(LOSSES, NOTES)
