"""Contours: how close the branches of a tree can stand side by side, after Reingold and Tilford."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(slots=True)
class _Contour:
    """Where a branch begins and ends at each of its levels, the deepest first; all of it moved by *shift*.

    With the deepest first, a level on top is appended, and two branches are compared from their ends.
    """

    begins: list[float]
    ends: list[float]
    shift: float = 0.0


def tidy(
    parents: Sequence[int], sizes: Sequence[float], beside: Sequence[bool], gap: float, far_gap: float
) -> list[float]:
    """Return where each node of a tree begins, across the direction in which it grows; the first begins at 0 or more.

    Node 0 is the root, and nodes come in pre-order: each names its parent's place among them (the root's is not
    looked at). Siblings are *gap* apart, nodes of different parents *far_gap*. A parent stands in the middle of its
    children, of which those *beside* another are not counted.

    E. M. Reingold and J. S. Tilford, "Tidier Drawings of Trees", IEEE TSE 7(2), 1981. Each comparison of two branches
    takes as many turns as the shallower one has levels, which makes the whole linear.
    """
    children: list[list[int]] = [[] for _ in parents]
    for node in range(1, len(parents)):
        children[parents[node]].append(node)
    offsets = [0.0] * len(parents)
    contours: list[_Contour | None] = [None] * len(parents)
    for node in reversed(range(len(parents))):
        under = children[node]
        contour = _joined(under, contours, offsets, gap, far_gap)
        counted = [child for child in under if not beside[child]] or under
        if counted:
            middle = (offsets[counted[0]] + offsets[counted[-1]] + sizes[counted[-1]]) / 2
            begin = middle - sizes[node] / 2
            contour.shift -= begin
            for child in under:
                offsets[child] -= begin
        contour.begins.append(-contour.shift)
        contour.ends.append(sizes[node] - contour.shift)
        contours[node] = contour
    whole = contours[0]
    assert whole is not None
    starts = [-min(whole.begins) - whole.shift, *offsets[1:]]
    for node in range(1, len(parents)):
        starts[node] += starts[parents[node]]
    return starts


def _joined(
    nodes: Sequence[int], contours: list[_Contour | None], offsets: list[float], gap: float, far_gap: float
) -> _Contour:
    """Set the branches of *nodes* beside one another, note their offsets, and return the contour of them all."""
    joined = _Contour([], [])
    for place, node in enumerate(nodes):
        branch = contours[node]
        contours[node] = None
        assert branch is not None
        if place:
            offsets[node] = _distance(joined, branch, gap, far_gap)
            branch.shift += offsets[node]
        joined = _merged(joined, branch)
    return joined


def _distance(before: _Contour, branch: _Contour, gap: float, far_gap: float) -> float:
    """How far *branch* must move so that it overlaps nothing of what stands before it."""
    common = min(len(before.ends), len(branch.begins))
    moved = before.shift - branch.shift
    needed = before.ends[-1] - branch.begins[-1] + gap
    for level in range(2, common + 1):
        needed = max(needed, before.ends[-level] - branch.begins[-level] + far_gap)
    return needed + moved


def _merged(before: _Contour, branch: _Contour) -> _Contour:
    """Return the contour around both, made of the lists of the deeper one."""
    common = min(len(before.begins), len(branch.begins))
    if len(branch.begins) > len(before.begins):
        moved = before.shift - branch.shift
        for level in range(1, common + 1):
            branch.begins[-level] = before.begins[-level] + moved
        return branch
    moved = branch.shift - before.shift
    for level in range(1, common + 1):
        before.ends[-level] = branch.ends[-level] + moved
    return before
