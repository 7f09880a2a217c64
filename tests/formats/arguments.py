"""Arguments of any shape, texts that look like markup, and what an outline promises to keep of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from hypothesis import reject
from hypothesis import strategies as st

from argmap.errors import EditError
from argmap.model import About, ArgumentMap, Claim, ClaimId, EntityId, Inference, InferenceId, MapId, Polarity
from argmap.model.limits import without_controls
from argmap.model.order import keys

if TYPE_CHECKING:
    from collections.abc import Collection

    from argmap.model import Entity

TRAPS = (
    "(+) signs first", "# heading", "[C3]", "ends in [C3]", "ends in [see C3]", r"C:\temp\new", "\\", "a\\", "ends \\ ",
    "two\nlines", "\nfirst", "last\n", "a\n\nb", "a\n- (+) b", "a\n# b", "a\n```\nb", " outer ", "two  spaces",
    "tab\tin",
    "&amp; &#10; &nbsp;", "*bold* _it_ `code` <b> [a](b) ~~no~~", "- (x) [C1]", "x #", "= ==", "---", "```", "~~~",
    "Title: no", "Question: no", "“smart” – quotes", "\u00a0edges\u00a0", "a\u2028b", "עברית", "👩‍👩‍👧", "1. one",
    "(&)",
    "\\[C1\\]", "Unplaced", "a\u0301", "[see C1]", "\\n", "\\&#10;", "|", "&#xZZ;", "&AMP;", "a \n b", "<!-- x -->",
)  # fmt: skip
"""Claims that look like something else in a Markdown outline."""

_CHARACTERS = st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t")
WORDS = st.one_of(st.sampled_from(TRAPS), st.text(_CHARACTERS, max_size=20).map(lambda text: f"{text}W{text[::-1]}"))
PROSE = st.one_of(st.just(""), WORDS)


@st.composite
def arguments(draw: st.DrawFn, most: int = 9) -> ArgumentMap:
    """Claims and inferences of any shape: shared, circular, joint, bearing on one another, unplaced."""
    count = draw(st.integers(0, most))
    orders = keys(40)
    numbers = draw(_numbers(count))
    claims = [
        Claim(
            id=ClaimId(f"{number * 7919 % 10007}c"),  # ids that sort unlike the numbers
            number=number,
            text=draw(WORDS),
            position=draw(st.sampled_from([None, None, orders[place]])),
        )
        for place, number in enumerate(numbers)
    ]
    steps: list[Inference] = []
    for place, number in enumerate(draw(_numbers(draw(st.integers(0, 2 * count))))):
        targets: list[ClaimId | InferenceId] = [*(each.id for each in claims), *(each.id for each in steps)]
        premises = draw(st.lists(st.sampled_from([each.id for each in claims]), min_size=1, max_size=3, unique=True))
        step = Inference(
            id=InferenceId(f"{number * 7919 % 10007}r"),
            number=number,
            polarity=draw(st.sampled_from(Polarity)),
            target=draw(st.sampled_from(targets)),
            premises=tuple(premises),
            order=draw(st.sampled_from(["a0", orders[place]])),
        )
        steps.append(step)
    return ArgumentMap([About(id=MapId("m"), title=draw(PROSE), question=draw(PROSE)), *claims, *steps])


def _numbers(count: int) -> st.SearchStrategy[list[int]]:
    return st.lists(st.integers(1, 400), min_size=count, max_size=count, unique=True)


def shape(map_: ArgumentMap, without: Collection[str] = ()) -> tuple[Any, ...]:
    """Return what an outline keeps, free of ids, inference numbers and order keys; leave inferences *without* out."""

    def name(target: EntityId) -> object:
        path: list[object] = []
        while isinstance(target, InferenceId):
            step = map_.inferences[target]
            place = map_.bearing_on(step.target).index(step)
            path.append((place, step.polarity, tuple(map_.claims[premise].number for premise in step.premises)))
            target = step.target
        return (map_.claims[ClaimId(target)].number, *path)

    return (
        map_.about.title,
        map_.about.question,
        {claim.number: claim.text for claim in map_.claims.values()},
        [claim.number for claim in map_.positions()],
        Counter(name(each.id) for each in map_.inferences.values() if each.label not in without),
    )


def cleaned(map_: ArgumentMap) -> ArgumentMap:
    """Return *map_* without control characters in what people see."""
    try:
        return ArgumentMap(_cleaned(entity) for entity in map_.entities())
    except EditError:  # a claim of nothing but control characters
        reject()


def _cleaned(entity: Entity) -> Entity:
    changed: dict[str, Any] = {}
    for field in fields(entity):
        value = getattr(entity, field.name)
        if type(value) is str and field.name not in {"extras", "moved"}:
            changed[field.name] = without_controls(value)[0]
        elif isinstance(value, tuple) and all(type(each) is str for each in value):
            changed[field.name] = tuple(without_controls(each)[0] for each in value)
    return replace(entity, **changed)
