"""What is told of a MindMup file that was read: each loss and note in words, for one and for many."""

from __future__ import annotations

from argmap.formats.report import Telling

LOSSES = {
    "no-object": ("1 idea is no object and was left out", "{count} ideas are no objects and were left out"),
}
"""What reading may lose."""

NOTES = {
    "idea-id": (
        "1 idea has no id, or that of another, and was given a new one; no link leads to it",
        "{count} ideas have no id, or that of others, and were given new ones; no links lead to them",
    ),
    "no-stance": (
        "1 idea neither supports nor opposes what it is under: read as an unplaced claim, its place kept",
        "{count} ideas neither support nor oppose what they are under: read as unplaced claims, their places kept",
    ),
    "other-group": (
        "1 group is neither supporting nor opposing; it was kept where argmap does not show it",
        "{count} groups are neither supporting nor opposing; they were kept where argmap does not show them",
    ),
    "links": (
        "1 link between ideas was kept where argmap does not show it",
        "{count} links between ideas were kept where argmap does not show them",
    ),
}
"""What reading does that loses nothing."""

tell = Telling(LOSSES, NOTES)
