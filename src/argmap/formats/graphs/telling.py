"""What is told of an argument graph that was read or written: each loss and note in words, for one and for many."""

from __future__ import annotations

from argmap.formats.report import Telling

LOSSES = {
    "dangling": (
        "1 edge leads from or to a node that is not there and was left out",
        "{count} edges lead from or to nodes that are not there and were left out",
    ),
    "no-object": ("1 entry is no object and was left out", "{count} entries are no objects and were left out"),
    "dangling-step": (
        "1 line of an argument names no statement of the file, or no role, and was left out",
        "{count} lines of arguments name no statement of the file, or no role, and were left out",
    ),
    "no-resource": (
        "1 reference names a text that the file does not hold; which one it was is left out",
        "{count} references name texts that the file does not hold; which ones they were is left out",
    ),
    "no-participant": (
        "1 claim is said by somebody of whom the file says nothing else; that is left out",
        "{count} claims are said by people of whom the file says nothing else; that is left out",
    ),
    "colours": (
        "The colour of 1 statement or argument was left out",
        "The colours of {count} statements and arguments were left out",
    ),
    "too-much": (
        "What argmap has no word for is too large to be kept and was left out",
        "What argmap has no word for is too large to be kept and was left out",
    ),
}
"""What reading may lose."""

NOTES = {
    "node-id": (
        "1 node has no id, or that of another, and was given a new one; no edge leads to it",
        "{count} nodes have no id, or that of others, and were given new ones; no edges lead to them",
    ),
    "no-premise": (
        "1 scheme has no premise; it was kept where argmap does not show it",
        "{count} schemes have no premise; they were kept where argmap does not show them",
    ),
    "no-conclusion": (
        "1 scheme leads to nothing; it was kept where argmap does not show it",
        "{count} schemes lead to nothing; they were kept where argmap does not show them",
    ),
    "several-conclusions": (
        "1 scheme leads to several conclusions and was read as one inference for each",
        "{count} schemes lead to several conclusions and were read as one inference for each",
    ),
    "other-kinds": (
        "1 node is neither claim, inference nor conflict; it was kept where argmap does not show it",
        "{count} nodes are neither claims, inferences nor conflicts; they were kept where argmap does not show them",
    ),
    "other-relations": (
        "1 relation is of a kind that Argdown does not have; it was kept where argmap does not show it",
        "{count} relations are of kinds that Argdown does not have; they were kept where argmap does not show them",
    ),
    "plain-edges": (
        "1 edge does not say how one claim bears on the other; it was kept where argmap does not show it",
        "{count} edges do not say how one claim bears on the other; they were kept where argmap does not show them",
    ),
    "said": (
        "1 locution was read as a citation that says whose words they are",
        "{count} locutions were read as citations that say whose words they are",
    ),
    "cited": (
        "1 reference to a text was read as a citation",
        "{count} references to texts were read as citations",
    ),
    "conflicts": (
        "1 conflict of two claims takes no side; it is kept where other programs do not show it",
        "{count} conflicts of two claims take no side; they are kept where other programs do not show them",
    ),
    "further-citations": (
        "1 claim has several citations; other programs see the first",
        "{count} claims have several citations; other programs see the first of each",
    ),
}
"""What reading and writing do that loses nothing."""

tell = Telling(LOSSES, NOTES)
