"""Maps of any size to measure with, the same at every run."""

from __future__ import annotations

import random

from argmap.model import Claim, ClaimId, Entity, Inference, InferenceId, Polarity
from argmap.model.order import keys

_WORDS = "tax carbon price city school vote market health water rule budget worker border court energy voter".split()  # noqa: SIM905  # words


def entities(claims: int, seed: int = 0) -> list[Entity]:
    """Return a map of *claims* claims: 3 positions, a tree of reasons and objections, one step in ten joint.

    One claim in thirty is used twice, and one step in thirty is undercut.
    """
    choose = random.Random(seed)
    places = keys(3)
    made = [
        Claim(
            id=ClaimId(f"c{seed:07x}{number:024x}"),  # drawn by chance, some would change places from run to run
            number=number,
            text=" ".join(choose.choices(_WORDS, k=choose.randint(6, 20))).capitalize() + f" {number}.",
            position=places[number - 1] if number <= 3 else None,
        )
        for number in range(1, claims + 1)
    ]
    steps: list[Inference] = []
    waiting = made[3:]
    while waiting:
        premises = [waiting.pop()]
        if waiting and choose.random() < 0.1:
            premises.append(waiting.pop())
        if choose.random() < 0.03:
            premises.append(choose.choice(made[: len(waiting) + 3]))
        undercuts = steps and choose.random() < 0.03
        target = (
            choose.choice(steps).id
            if undercuts
            else made[choose.randrange(max(0, len(waiting) - 200), len(waiting) + 3)].id
        )
        if target in {claim.id for claim in premises}:
            target = made[0].id
        if len({claim.id for claim in premises}) < len(premises) or target in {claim.id for claim in premises}:
            premises = premises[:1]
        steps.append(
            Inference(
                id=InferenceId(f"f{seed:07x}{len(steps) + 1:024x}"),
                number=len(steps) + 1,
                polarity=Polarity.OPPOSES if undercuts or choose.random() < 0.35 else Polarity.SUPPORTS,
                target=target,
                premises=tuple(claim.id for claim in premises),
            )
        )
    return [*made, *steps]
