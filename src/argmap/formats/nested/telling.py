"""What is told of an outline or a mind map: each loss and note in words, for one and for many."""

from __future__ import annotations

from argmap.formats.report import Telling

LOSSES = {
    "no-stance": (
        "1 node does not say how it bears on the one above it; it was read as an unplaced claim",
        "{count} nodes do not say how they bear on the ones above them; they were read as unplaced claims",
    ),
    "unknown-stance": (
        "1 node bears on the one above it in a way that argmap does not know; it was read as an unplaced claim",
        "{count} nodes bear on the ones above them in ways that argmap does not know and were read as unplaced claims",
    ),
    "nothing-above": (
        "1 node says how it bears on another, but stands under none; it was read as an unplaced claim",
        "{count} nodes say how they bear on others, but stand under none; they were read as unplaced claims",
    ),
    "no-step": (
        "1 undercut or backing stands under a claim that is a premise of nothing; it was read as one of that claim",
        "{count} undercuts and backings stand under claims that are premises of nothing and were read as ones of those",
    ),
    "same-as-nothing": (
        "1 node stands for a claim that is not in the file; it was read as a claim of its own",
        "{count} nodes stand for claims that are not in the file; they were read as claims of their own",
    ),
    "other-words": (
        "1 node stands for a claim that is said elsewhere in other words; the words there were kept",
        "{count} nodes stand for claims that are said elsewhere in other words; the words there were kept",
    ),
    "arrow-to-nothing": (
        "1 arrow leads to a node that is not in the file, or is no claim, and was left out",
        "{count} arrows lead to nodes that are not in the file, or are no claims, and were left out",
    ),
    "circles": (
        "1 inference bears only on inferences that bear on it in turn and was left out",
        "{count} inferences bear only on inferences that bear on them in turn and were left out",
    ),
    "styles": (
        "1 thing that only says how a node looks was left out",
        "{count} things that only say how nodes look were left out",
    ),
    "markup": (
        "Formatting inside the words of 1 node was left out",
        "Formatting inside the words of {count} nodes was left out",
    ),
    "pictures": (
        "1 picture inside the words of a node was left out",
        "{count} pictures inside the words of nodes were left out",
    ),
    "inner-links": (
        "1 link inside the words of a node leads to another node, or to a file, and was left out",
        "{count} links inside the words of nodes lead to other nodes, or to files, and were left out",
    ),
    "carried": (
        "What argmap had put into 1 node cannot be read any more",
        "What argmap had put into {count} nodes cannot be read any more",
    ),
}
"""What reading and writing may lose."""

NOTES = {
    "empty": ("1 node without words was left out", "{count} nodes without words were left out"),
    "id-taken": (
        "1 node has the id of another one; what names that id means the first",
        "{count} nodes have the ids of others; what names those ids means the first",
    ),
    "arrows": (
        "1 arrow does not say how its claim bears on the other; it was kept where argmap does not show it",
        "{count} arrows do not say how their claims bear on the others and were kept where argmap does not show them",
    ),
}
"""What reading and writing do that loses nothing."""

tell = Telling(LOSSES, NOTES)
