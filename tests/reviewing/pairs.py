"""Maps in which claims look alike, and reviews of them, for the tests of reviewing."""

from __future__ import annotations

from hypothesis import strategies as st

from argmap.matching import duplicates
from argmap.model import About, ArgumentMap, MapId, Step
from argmap.reviewing.decisions import WAYS, Decision
from argmap.reviewing.review import Review
from tests.conftest import a_claim, an_inference

WORDINGS = (
    "The coalition's presence breeds instability in Iraq.",
    "The presence of the coalition breeds instability in Iraq.",
    "the coalition’s presence breeds instability in Iraq",
    "The coalition's presence breeds no instability in Iraq.",
    "The coalition's presence breeds much instability in Iraq and in Syria.",
    "The budget of the ministry grew by 40 percent in 2019.",
    "The budget of the ministry grew by 14 percent in 2019.",
    "The ministry's budget grew by 40 percent in 2019.",
    "Oil prices fell.",
    "Ölpreise fielen [/b] \x1b[31m",
)
"""Wordings of a few claims, some of them traps."""

DECISIONS = tuple(way.decision for way in WAYS)


@st.composite
def alike_maps(draw: st.DrawFn) -> ArgumentMap:
    """A map of two positions and up to seven claims, many of them alike, that support and oppose one another."""
    texts = draw(st.lists(st.sampled_from(WORDINGS), min_size=2, max_size=7))
    claims = [a_claim(1, "Stay.", "a0"), a_claim(2, "Leave.", "a1")]
    claims += [a_claim(number, text) for number, text in enumerate(texts, 3)]
    links = []
    for number in range(3, len(claims) + 1):
        target = draw(st.sampled_from([each.number for each in claims if each.number != number]))
        opposes = draw(st.booleans())
        links.append(an_inference(number, f"c{target}", number, opposes=opposes, order=f"a{number}"))
    return ArgumentMap([About(id=MapId("m"), question="What now?"), *claims, *links])


def review_of(map_: ArgumentMap) -> Review:
    """A review of all pairs of a map."""
    return Review(map_, duplicates(map_))


class Reviewer:
    """A person with a map in memory: takes steps, and takes them back."""

    def __init__(self, map_: ArgumentMap) -> None:
        self.map = map_
        self.review = review_of(map_)
        self.taken: list[Step] = []

    def decide(self, decision: Decision, text: str = "Another wording.") -> None:
        """Decide the current pair; an `EditError` leaves everything as it was."""
        if decision is Decision.SKIP:
            self.review.skip()
            return
        step = self.review.step(decision, text)
        self.map.apply(step)
        self.taken.append(step)
        self.review.took(self.map)

    def undo(self) -> bool:
        """Take the last decision back; tell whether there was one."""
        took_back = self.review.take_back()
        if took_back:
            self.map.apply(self.taken.pop().reversed())
            self.review.undone(self.map)
        return took_back is not None
