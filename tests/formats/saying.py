"""What a map says, in words that a test can compare: its inferences, and what a report tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.formats import Report
    from argmap.model import ArgumentMap, Inference


def steps(map_: ArgumentMap) -> list[str]:
    """Say every inference: premises, what they do, and to what."""

    def words(inference: Inference) -> str:
        premises = " & ".join(map_.claims[premise].text for premise in inference.premises)
        if inference.target in map_.inferences:
            target = f"({words(map_.inferences[inference.target])})"  # type: ignore[index]
        else:
            target = map_.claims[inference.target].text  # type: ignore[index]
        return f"{premises} {inference.kind} {target}"

    return sorted(words(each) for each in map_.inferences.values())


def texts(map_: ArgumentMap) -> list[str]:
    """The words of every claim, by number."""
    return [claim.text for claim in sorted(map_.claims.values(), key=lambda claim: claim.number)]


def told(report: Report) -> dict[str, int]:
    """Every loss and note by its code, with its count."""
    return {finding.code: finding.count for finding in (*report.losses, *report.notes)}


def lost(report: Report) -> dict[str, int]:
    """Every loss by its code, with its count."""
    return {finding.code: finding.count for finding in report.losses}
