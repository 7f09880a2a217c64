"""Badges: the short marks at the right of a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.roles import is_unsourced, objections_to, reasons_for
from argmap.tui.places import QUESTION

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model import ArgumentMap, Claim, EntityId
    from argmap.tui.places import Places, Row
    from argmap.tui.signs import Signs

Badge = tuple[str, str]
"""The style of a badge and its text."""

MEANINGS: tuple[tuple[str, str, str], ...] = (
    ("q2", "2 citations", "two citations tie it to sources"),
    ("!", "nothing cited", "nothing is cited for it"),
    ("~1", "may say the same as 1 other", "one other claim may say the same"),
    ("@2", "used in 2 places", "it is used in two places"),
    ("(3)", "3 folded away", "three reasons or objections are folded away"),
    ("5+ 4-", "reasons and objections", "a position's reasons and objections"),
    ("c1", "1 comment", "one open comment"),
    ("▮▮▮▯▯", "credence", "how likely you find it, from 1 to 5"),
    ("'", "bookmark", "at the left edge: your bookmark (not part of the map)"),
    ("*", "selected", "at the left edge: the next action is for this row, too"),
    ("implied", "", "nobody states it: who made the map supplied it"),
)
"""The badges, what they mean in few words (nothing for one that is a word itself), and in full."""

EDGE_MARKS = frozenset("'*")
"""Those that stand at the left edge: for who hears the rows, they are no words either."""

_STEPS = 5


def badges_of(places: Places, row: Row, signs: Signs, *, closed: bool) -> list[Badge]:
    """Return the badges of a row; *closed* says that what is under it is hidden."""
    map_ = places.map
    if not row.is_claim:
        return _remarks(map_, map_.about.id) if row.place == QUESTION else []
    claim = map_.claims[row.claim]
    found = _about_sources(map_, claim) if not row.repeat else []
    if claim.implicit and not row.repeat:
        found.insert(0, ("implicit", "implied"))
    if claim.credence is not None and not row.repeat:
        filled = min(_STEPS, int(claim.credence * _STEPS) + 1)
        found.insert(0, ("credence", signs.full * filled + signs.empty * (_STEPS - filled)))
    alike = len(places.alike.get(claim.id, ())) if not row.repeat else 0
    if alike:
        found.append(("alike", f"~{alike}"))
    count = len(map_.uses_of(claim.id)) + claim.is_position
    if count > 1:
        found.append(("places", f"@{count}"))
    if closed:
        found.append(("hidden", f"({places.count_under(row)})"))
    return found


def in_words(badges: list[Badge]) -> list[Badge]:
    """Return *badges* as words, for who hears them."""
    return [(style, f"[{_WORDS.get(style, str)(text)}]") for style, text in badges]


def _counted(word: str) -> Callable[[str], str]:
    def say(text: str) -> str:
        count = "".join(filter(str.isdigit, text))
        return f"{count} {word}{'' if count == '1' else 's'}"

    return say


_WORDS: dict[str, Callable[[str], str]] = {
    "credence": lambda text: f"credence {len(text.rstrip('▯.'))} of {_STEPS}",
    "places": _counted("place"),
    "hidden": lambda text: f"{text.strip('()')} folded away",
    "for": lambda text: f"{text[:-1]} for",
    "against": lambda text: f"{text[:-1]} against",
    "implicit": lambda _: "implied",
    "sources": _counted("citation"),
    "unsourced": lambda _: "nothing cited",
    "comments": _counted("comment"),
    "alike": _counted("possible duplicate"),
}
"""Words for the badges of each style."""


def _about_sources(map_: ArgumentMap, claim: Claim) -> list[Badge]:
    found: list[Badge] = []
    if claim.is_position and map_.is_targeted(claim.id):
        found.append(("for", f"{len(reasons_for(map_, claim.id))}+"))
        found.append(("against", f"{len(objections_to(map_, claim.id))}-"))
    cited = len(map_.citations_of(claim.id))
    if cited:
        found.append(("sources", f"q{cited}"))
    elif is_unsourced(map_, claim):
        found.append(("unsourced", "!"))
    return found + _remarks(map_, claim.id)


def _remarks(map_: ArgumentMap, about: EntityId) -> list[Badge]:
    remarks = sum(not comment.resolved for comment in map_.comments_on(about))
    return [("comments", f"c{remarks}")] if remarks else []
