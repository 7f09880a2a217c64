"""Where tags stand in the texts of Argdown's JSON, and the texts without those that end them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

Plain = dict[str, Any]


def ranges_of(text: str, tags: Iterable[str], start: int = 0) -> list[Plain]:
    """Return where *tags* stand in *text* at or behind *start*, one behind the other."""
    ranges: list[Plain] = []
    for tag in tags:
        images = (f"#({tag})", f"#{tag}")
        found = [(place, image) for image in images if (place := text.find(image, start)) >= 0]
        if found:
            place, image = min(found)
            start = place + len(image)
            ranges.append({"type": "tag", "start": place, "stop": start - 1, "tag": tag})
    return ranges


def without_tags(text: str, ranges: list[Plain]) -> str:
    """Return *text* without the tags that end it: they are no part of a sentence."""
    end = len(text.rstrip())
    for each in reversed(ranges):
        start, stop = each.get("start"), each.get("stop")
        if each.get("type") == "tag" and type(start) is int and type(stop) is int and 0 <= start < end <= stop + 1:
            end = len(text[:start].rstrip())
    return text[:end]
