"""What is told of a canvas that was read: each loss and note in words, for one and for many."""

from __future__ import annotations

from argmap.formats.report import Telling

LOSSES = {
    "dangling": (
        "1 edge leads from or to a node that is not there and was left out",
        "{count} edges lead from or to nodes that are not there and were left out",
    ),
    "conflict-lines": (
        "How 1 edge between claims in conflict is drawn was left out",
        "How {count} edges between claims in conflict are drawn was left out",
    ),
    "no-object": ("1 entry is no object and was left out", "{count} entries are no objects and were left out"),
}
"""What reading may lose."""

NOTES = {
    "node-id": (
        "1 node has no id, or that of another, and was given a new one; no edge leads to it",
        "{count} nodes have no id, or that of others, and were given new ones; no edges lead to them",
    ),
    "other-nodes": (
        "1 node holds no text of its own (a file, a link, a group); kept where argmap does not show it",
        "{count} nodes hold no text of their own (files, links, groups); kept where argmap does not show them",
    ),
    "conjunctions": (
        "1 edge says “because”, “but” or the like; what it comes from was read as bearing on what it points to",
        "{count} edges say “because”, “but” or the like; what they come from was read as bearing on what they point to",
    ),
    "directions": (
        "1 edge points both ways or neither; what it begins at was read as bearing on what it ends at",
        "{count} edges point both ways or neither; what they begin at was read as bearing on what they end at",
    ),
    "edges-beside": (
        "1 edge leads from or to a node that is no claim; it was kept where argmap does not show it",
        "{count} edges lead from or to nodes that are no claims; they were kept where argmap does not show them",
    ),
    "other-edges": (
        "1 edge says neither for nor against; it was kept where argmap does not show it",
        "{count} edges say neither for nor against; they were kept where argmap does not show them",
    ),
}
"""What reading does that loses nothing."""

tell = Telling(LOSSES, NOTES)
