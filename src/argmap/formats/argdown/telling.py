"""What is told of an Argdown file that was read or written: each loss and note in words, for one and for many."""

from __future__ import annotations

from argmap.formats.report import Telling

LOSSES = {
    "around": (
        "1 line of this page stands outside of its blocks of Argdown and was left out",
        "{count} lines of this page stand outside of its blocks of Argdown and were left out",
    ),
    "block-fronts": (
        "1 later block of Argdown in this page has front matter of its own, which was left out: a map has one",
        "{count} later blocks of Argdown in this page have front matter of their own, left out here: a map has one",
    ),
    "comments": ("1 comment was left out", "{count} comments were left out"),
    "conflict-with-argument": (
        "1 contradiction of a whole argument was left out; only statements contradict one another",
        "{count} contradictions of whole arguments were left out; only statements contradict one another",
    ),
    "includes": (
        "1 other file is included here and was not read; import it as well",
        "{count} other files are included here and were not read; import them as well",
    ),
}
"""What reading may lose."""

NOTES = {
    "headings": (
        "1 heading was kept with the claims under it, where argmap does not show it",
        "{count} headings were kept with the claims under them, where argmap does not show them",
    ),
    "wordings": (
        "1 other wording of a statement was kept where argmap does not show it; the last one counts",
        "{count} other wordings of statements were kept where argmap does not show them; the last ones count",
    ),
    "whole-argument": (
        "1 relation to a whole argument was read as one to its step",
        "{count} relations to whole arguments were read as ones to their steps",
    ),
    "undercut-statement": (
        "1 undercut of what is no step was read as an objection",
        "{count} undercuts of what is no step were read as objections",
    ),
    "contrary": (
        "1 pair of contrary claims is kept in the data only: Argdown has no sign for it",
        "{count} pairs of contrary claims are kept in the data only: Argdown has no sign for them",
    ),
    "stand-ins": (
        "1 inference needs a sentence of its own in Argdown to stand for what it amounts to",
        "{count} inferences need a sentence of their own in Argdown to stand for what they amount to",
    ),
}
"""What reading and writing do that loses nothing."""

tell = Telling(LOSSES, NOTES)
