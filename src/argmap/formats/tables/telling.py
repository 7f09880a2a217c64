"""What is told of a table that was read or written: each loss and note in words, for one and for many."""

from __future__ import annotations

from argmap.formats.report import Telling

LOSSES = {
    "no-object": ("1 line is no JSON object and was left out", "{count} lines are no JSON objects and were left out"),
    "carried": (
        "What argmap had put into the last column of 1 row cannot be read any more",
        "What argmap had put into the last column of {count} rows cannot be read any more",
    ),
    "unknown-relation": (
        "1 row says a relation that argmap does not know; its claim was read as unplaced",
        "{count} rows say relations that argmap does not know; their claims were read as unplaced",
    ),
    "no-relation": (
        "1 row names a parent but no relation; its claim was read as unplaced",
        "{count} rows name a parent but no relation; their claims were read as unplaced",
    ),
    "no-parent": (
        "1 row says how its claim bears on another, but not on which; the claim was read as unplaced",
        "{count} rows say how their claims bear on others, but not on which; the claims were read as unplaced",
    ),
    "dangling": (
        "1 row names a parent that is not in the table; its claim was read as unplaced",
        "{count} rows name parents that are not in the table; their claims were read as unplaced",
    ),
    "no-step": (
        "1 undercut or backing names a claim that is a premise of nothing; it was read as one of that claim",
        "{count} undercuts and backings name claims that are premises of nothing and were read as ones of those claims",
    ),
    "again": (
        "1 row says other things of a claim than a row before it; the first counts",
        "{count} rows say other things of claims than rows before them; the first count",
    ),
    "again-step": (
        "1 row says other things of an inference than a row before it; the first counts",
        "{count} rows say other things of inferences than rows before them; the first count",
    ),
    "unread-cell": (
        "1 cell says something that argmap cannot read; it was kept where argmap does not show it",
        "{count} cells say things that argmap cannot read; they were kept where argmap does not show them",
    ),
    "questions": (
        "1 row says another question than the first one; a map has one",
        "{count} rows say other questions than the first one; a map has one",
    ),
    "circles": (
        "1 inference bears only on inferences that bear on it in turn and cannot be read back",
        "{count} inferences bear only on inferences that bear on them in turn and cannot be read back",
    ),
}
"""What reading and writing may lose."""

NOTES = {
    "unclosed": (
        "1 row has a quotation mark that is never closed; it was read without it",
        "{count} rows have quotation marks that are never closed; they were read without them",
    ),
    "beyond": (
        "1 row has more cells than there are columns; they were kept",
        "{count} rows have more cells than there are columns; they were kept",
    ),
    "no-claim-column": (
        "No column is called claim; the one with the longest texts was read as that",
        "No column is called claim; the one with the longest texts was read as that",
    ),
    "no-inference": (
        "1 row says something of an inference and makes none; that was kept with its claim",
        "{count} rows say something of inferences and make none; that was kept with their claims",
    ),
    "id-taken": (
        "1 row has the id of another claim, but other words; it was read as a claim of its own",
        "{count} rows have ids of other claims, but other words; they were read as claims of their own",
    ),
    "number-column": (
        "1 parent was given by number and read as a row of the table, as a spreadsheet counts them",
        "{count} parents were given by number and read as rows of the table, as a spreadsheet counts them",
    ),
    "only-position": (
        "1 row names no parent; the one position was taken for it",
        "{count} rows name no parent; the one position was taken for them",
    ),
    "long-cells": (
        "1 cell is longer than the 32,767 characters that Excel keeps",
        "{count} cells are longer than the 32,767 characters that Excel keeps",
    ),
}
"""What reading and writing do that loses nothing."""

tell = Telling(LOSSES, NOTES)
