"""A map in which claims look alike, for the screens that show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.document import Document
from argmap.model import About, Citation, Claim, Entity, Inference, Polarity, Source

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = (
    "Troops should leave.",
    "The coalition's presence breeds instability in Iraq.",
    "The presence of the coalition breeds instability in Iraq.",
    "Oil prices fell in the north.",
    "oil prices fell in the north",
    "The insurgents are defeated in the country.",
    "The insurgents are not defeated in the country.",
    "Parliament voted against a longer stay.",
)
"""C1 is the position; C2 and C3 are close, C4 and C5 identical, C6 and C7 opposite, C8 is like nothing else."""


def alike_document(folder: Path, texts: tuple[str, ...] = TEXTS) -> Document:
    """A document in which each of *texts* is a reason for the first, and C2 cites a source."""
    claims = [Claim(number=n, text=text, position="a0" if n == 1 else None) for n, text in enumerate(texts, 1)]
    links = [
        Inference(number=n, polarity=Polarity.SUPPORTS, target=claims[0].id, premises=(claim.id,), order=f"a{n}")
        for n, claim in enumerate(claims[1:], 1)
    ]
    source = Source(number=1, title="The paper")
    cited = Citation(claim=claims[1].id, source=source.id, paragraph="12", quote="a magnet")
    entities: list[Entity] = [
        About(title="Troops", question="Should the troops leave?"),
        *claims,
        *links,
        source,
        cited,
    ]
    return Document.create(folder / "alike.argmap", entities, author="tester")
