"""What is told of a file of Carneades that was read or written: each loss and note in words, for one and for many."""

from __future__ import annotations

from argmap.formats.report import Telling

LOSSES = {
    "doubled": (
        "1 key stands twice in one place; the last one counts",
        "{count} keys stand twice in one place; the last ones count",
    ),
    "no-object": ("1 entry is not what it should be and was left out", "{count} entries are not what they should be"),
    "too-much": (
        "What argmap has no word for is too large to be kept and was left out",
        "What argmap has no word for is too large to be kept and was left out",
    ),
}
"""What reading may lose."""

NOTES = {
    "undeclared": (
        "1 statement is used and not declared; its words are its name",
        "{count} statements are used and not declared; their words are their names",
    ),
    "no-premise": (
        "1 argument has no premise or no conclusion; it was kept where argmap does not show it",
        "{count} arguments have no premise or no conclusion; they were kept where argmap does not show them",
    ),
    "convergent": (
        "1 argument needs only one of its premises and was read as one inference for each",
        "{count} arguments need only one of their premises and were read as one inference for each",
    ),
    "weighed": (
        "1 argument is weighed in a way that argmap does not have; that was kept where argmap does not show it",
        "{count} arguments are weighed in ways that argmap does not have; that was kept where argmap does not show it",
    ),
    "generating": (
        "1 scheme makes arguments or issues of its own; it was kept and not applied",
        "{count} schemes make arguments or issues of their own; they were kept and not applied",
    ),
    "assumed": (
        "1 statement is assumed; that was kept where argmap does not show it",
        "{count} statements are assumed; that was kept where argmap does not show it",
    ),
    "rivals": (
        "1 issue has more positions than can conflict two by two; it was kept out of sight",
        "{count} issues have more positions than can conflict two by two; they were kept out of sight",
    ),
    "backings": (
        "1 inference backs another, or bears on one that does, and is kept in the data only; Carneades has none",
        "{count} inferences back others, or bear on such, and are kept in the data only; Carneades has none",
    ),
    "one-issue": (
        "1 issue unites several conflicts: in Carneades a statement belongs to one issue",
        "{count} issues unite several conflicts: in Carneades a statement belongs to one issue",
    ),
}
"""What reading and writing do that loses nothing."""

tell = Telling(LOSSES, NOTES)
