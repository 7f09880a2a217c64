"""A small map with everything the screen can show, and programs that show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.document import Document
from argmap.model import (
    About,
    ArgumentMap,
    Citation,
    Claim,
    Comment,
    Conflict,
    Entity,
    Inference,
    Polarity,
    Source,
)
from argmap.tui.app import ArgmapApp

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.model import EntityId

CLAIMS = {
    1: "Troops should leave.",
    2: "Troops should stay.",
    3: "Parliament has asked them to go.",
    4: "A foreign army needs consent.",
    5: "Kurdish members boycotted the vote.",
    6: "The resolution was not binding.",
    7: "Withdrawal enables a return of the insurgents, who are waiting in the desert for their time to come back.",
    8: "Attacks doubled.",
    9: "The coalition is a magnet for instability.",
    10: "Militias attack the bases.",
    11: "The budget is strained.",
    12: "Oil prices fell.",
    13: "NATO trains too.",
}


def sample_entities() -> list[Entity]:
    """Return a map with co-premises, an undercut, a shared claim, a cycle, a loose root and an unplaced claim."""
    claims = {
        number: Claim(number=number, text=text, position={1: "a0", 2: "a1"}.get(number), tags=("isis",) * (number == 8))
        for number, text in CLAIMS.items()
    }
    inferences: list[Inference] = []

    def bears(target: EntityId, polarity: Polarity, *numbers: int) -> Inference:
        premises = tuple(claims[number].id for number in numbers)
        count = len(inferences) + 1
        made = Inference(number=count, polarity=polarity, target=target, premises=premises, order=f"a{count}")  # type: ignore[arg-type]
        inferences.append(made)
        return made

    for_, against = Polarity.SUPPORTS, Polarity.OPPOSES
    joint = bears(claims[1].id, for_, 3, 4)
    bears(claims[3].id, against, 5)
    bears(joint.id, against, 6)
    bears(claims[1].id, against, 7)
    bears(claims[7].id, for_, 8)
    bears(claims[2].id, for_, 7)
    bears(claims[7].id, against, 9)
    bears(claims[9].id, for_, 10)
    bears(claims[10].id, for_, 9)  # the same point again: a circle
    inferences[-1] = Inference(
        id=inferences[-1].id, number=9, polarity=for_, target=claims[10].id, premises=(claims[9].id,), warrant="Heat."
    )
    bears(claims[11].id, for_, 12)
    source = Source(number=1, title="The paper", author="A. Author")
    return [
        About(title="Troops", question="Should the troops leave?"),
        *claims.values(),
        *inferences,
        source,
        Citation(claim=claims[8].id, source=source.id, paragraph="4", quote="twice as many", asserted_by="CENTCOM"),
        Conflict(claims=(claims[1].id, claims[2].id)),
        Comment(number=1, about=claims[7].id, text="One claim or two?", author="ak"),
    ]


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what is copied, and what argmap remembers, out of the user's own folder."""
    monkeypatch.setenv("ARGMAP_STATE_DIR", str(tmp_path / "state"))


@pytest.fixture(autouse=True)
def _nothing_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing appear by itself while a test looks: badges of duplicates, and the history beside a claim."""
    monkeypatch.setattr("argmap.tui.alike_search.BEGIN_SECONDS", None)
    monkeypatch.setattr("argmap.tui.resting.REST_SECONDS", 3600.0)


@pytest.fixture
def sample_map() -> ArgumentMap:
    return ArgumentMap(sample_entities())


@pytest.fixture
def document(tmp_path: Path) -> Document:
    return Document.create(tmp_path / "troops.argmap", sample_entities(), author="tester")


@pytest.fixture
def app(document: Document) -> ArgmapApp:
    return ArgmapApp(document)
