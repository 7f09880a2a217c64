"""Random maps with everything a merge can touch, and random histories of merging, unmerging and editing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap import editing
from argmap.errors import EditError
from argmap.model import (
    Alias,
    ArgumentMap,
    Citation,
    CitationId,
    Claim,
    ClaimId,
    Comment,
    CommentId,
    Conflict,
    ConflictId,
    Inference,
    InferenceId,
    Polarity,
    Source,
    SourceId,
)

if TYPE_CHECKING:
    from random import Random

    from argmap.model import AliasId, Entity, Step


def tangled_map(random: Random) -> ArgumentMap:
    """A small map with co-premises, undercuts of undercuts, shared claims, cycles, conflicts and the rest."""
    count = random.randint(3, 8)
    claims = [_claim(random, number) for number in range(1, count + 1)]
    inferences: list[Inference] = []
    for number in range(1, 2 * count + 1):
        deep = inferences and random.random() < 0.25
        target = random.choice(inferences).id if deep else random.choice(claims).id
        premises = [each.id for each in random.sample(claims, random.choice([1, 1, 1, 2, 3])) if each.id != target]
        if premises:
            polarity = random.choice(list(Polarity)) if random.random() < 0.3 else Polarity.SUPPORTS
            warrant = random.choice(["", f"Why {number}"])
            inferences.append(
                Inference(
                    id=InferenceId(f"r{number}"),
                    number=number,
                    polarity=polarity,
                    target=target,
                    premises=tuple(premises),
                    warrant=warrant,
                )
            )
    sources = [Source(id=SourceId(f"s{number}"), number=number, title=f"Text {number}") for number in (1, 2)]
    citations = [
        Citation(
            id=CitationId(f"q{number}"),
            claim=random.choice(claims).id,
            source=random.choice(sources).id,
            paragraph=random.choice("12"),
        )
        for number in range(count)
    ]
    pairs = {frozenset(each.id for each in random.sample(claims, 2)) for _ in range(count // 3)}
    conflicts = [
        Conflict(id=ConflictId(f"k{number}"), claims=(min(pair), max(pair)))
        for number, pair in enumerate(sorted(pairs, key=sorted))
    ]
    commented: list[Claim | Inference] = [*claims, *inferences]
    comments = [
        Comment(id=CommentId(f"n{number}"), number=number, about=random.choice(commented).id, text="Really?")
        for number in range(1, count)
    ]
    return ArgumentMap([*claims, *inferences, *sources, *citations, *conflicts, *comments])


def _claim(random: Random, number: int) -> Claim:
    return Claim(
        id=ClaimId(f"c{number}"),
        number=number,
        text=f"Claim {number}",
        position=f"a{number}" if random.random() < 0.2 else None,
        note=random.choice(["", f"Note {number}"]),
        tags=tuple(random.sample("xyz", random.randint(0, 2))),
        credence=random.choice([None, 0.5, 0.75]),
        implicit=random.random() < 0.2,
    )


def merge_some(map_: ArgumentMap, random: Random, times: int) -> list[Step]:
    """Merge random pairs, some with a new wording; return the steps that were taken."""
    steps: list[Step] = []
    for _ in range(times):
        if len(map_.claims) < 2:
            break
        survivor, gone = random.sample(sorted(map_.claims), 2)
        text = random.choice([None, None, f"Wording {random.random():.6f}"])
        try:
            step = editing.merge(map_, survivor, gone, text=text)
        except EditError:
            continue  # one speaks against the other
        map_.apply(step)
        steps.append(step)
    return steps


def some_order(map_: ArgumentMap, random: Random) -> list[AliasId]:
    """The merged-away claims in some order."""
    order = sorted(map_.aliases)
    random.shuffle(order)
    return order


def held(map_: ArgumentMap, *, all_of_aliases: bool = True) -> dict[tuple[type, str], Entity | tuple[object, ...]]:
    """What a map holds; of aliases perhaps only what people see of them."""
    found: dict[tuple[type, str], Entity | tuple[object, ...]] = {}
    for entity in map_.entities():
        seen = isinstance(entity, Alias) and not all_of_aliases
        assert isinstance(entity, Alias) or not seen
        found[type(entity), str(entity.id)] = (
            (entity.survivor, entity.number, entity.text) if seen and isinstance(entity, Alias) else entity
        )
    return found
