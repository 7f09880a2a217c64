"""Code fences: the lines between them are text, whatever they look like."""

from __future__ import annotations

import re

_FENCE = re.compile(r"[ \t]*(?:[-*+][ \t]+(?:\([^)]\)[ \t]*)?)?(`{3,}|~{3,})([^`]*)\Z")


def fence_ends(lines: list[str]) -> dict[int, int]:
    """Return, for each line that opens a fence, the line that closes it; a fence that nothing closes is no fence."""
    fences = [(number, match) for number, line in enumerate(lines) if (match := _FENCE.match(line))]
    closing = _longest_behind(fences)
    ends: dict[int, int] = {}
    opener: tuple[int, str] | None = None
    for place, (number, match) in enumerate(fences):
        signs = match[1]
        if opener is None:
            if closing[place].get(signs[0], 0) >= len(signs):
                opener = (number, signs)
        elif signs[0] == opener[1][0] and len(signs) >= len(opener[1]) and not match[2].strip():
            ends[opener[0]] = number
            opener = None
    return ends


def _longest_behind(fences: list[tuple[int, re.Match[str]]]) -> list[dict[str, int]]:
    """Return, for each fence line, how long the longest closing fence of each kind is behind it."""
    behind: list[dict[str, int]] = []
    longest: dict[str, int] = {}
    for _, match in reversed(fences):
        behind.append(dict(longest))
        if not match[2].strip():
            sign = match[1][0]
            longest[sign] = max(longest.get(sign, 0), len(match[1]))
    return behind[::-1]
