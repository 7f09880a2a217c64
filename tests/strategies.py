"""Strategies: texts, whole maps with everything a map may hold, and edits that fit a map."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from hypothesis import strategies as st

from argmap import editing
from argmap.editing import copied
from argmap.model import (
    About,
    Alias,
    AliasId,
    ArgumentMap,
    Citation,
    CitationId,
    Claim,
    ClaimId,
    Comment,
    CommentId,
    Conflict,
    ConflictId,
    ConflictKind,
    Dependence,
    DependenceId,
    Distinct,
    DistinctId,
    Inference,
    InferenceId,
    MapId,
    Passage,
    Polarity,
    Source,
    SourceId,
    Term,
    TermId,
    Verdict,
)
from argmap.model.about import NUMBERINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from argmap.model import Entity, Step

SAMPLES = (
    "Withdrawal enables an ISIS return",
    "“Curly” – dashes — and an ellipsis…",
    "الانسحاب يمكّن داعش من العودة",
    "撤军将使伊斯兰国卷土重来",
    "Ça coûte 2 500 €, soit 5 %",
    "🇮🇶 👩‍👩‍👧 e\u0301 ❤\ufe0f",
    "[red]not markup[/red] {0} %s $HOME `code`",
    "=1+1",
    "-- DROP TABLE claim; --",
    "line one\nline two\n\n\tindented",
    "z̃͗alg̈o",
)
HOSTILE = ("\x1b[31mred", "a\x07b", "\u202egnp.exe", "\u2066hidden\u2069", "\x9b2J", "a\rb", "\ufeffbom", "DEL\x7f")


@cache
def texts(*, hostile: bool = True) -> st.SearchStrategy[str]:
    """Texts a claim can hold; *hostile* ones carry control characters, as files of others may."""
    alphabet = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
    made = st.text(alphabet if hostile else st.characters(exclude_categories=["Cs", "Cc", "Cf"]), max_size=30)
    known = st.sampled_from((*SAMPLES, *HOSTILE) if hostile else SAMPLES)
    return st.one_of(known, made.map(lambda text: f"W{text}"))


@cache
def optional(strategy: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Nothing, or a text."""
    return st.one_of(st.just(""), strategy)


@cache
def ratings() -> st.SearchStrategy[float | None]:
    """No rating, or a number from 0 to 1."""
    return st.one_of(st.none(), st.floats(0, 1), st.sampled_from((0.0, 0.05, 0.5, 1.0)))


@cache
def extras() -> st.SearchStrategy[str]:
    """Nothing, or a JSON object in text form, in any writing."""
    value = st.one_of(st.integers(), st.booleans(), st.text(st.characters(exclude_categories=["Cs"]), max_size=8))
    values = st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=3), value, max_size=3)
    return st.one_of(st.just(""), st.builds(json.dumps, values, indent=st.sampled_from((None, 1))))


@cache
def order_keys() -> st.SearchStrategy[str]:
    """Order keys, equal ones and foreign ones among them."""
    return st.sampled_from(("a0", "a0", "a1", "a1V", "a2", "Zz", "b00", "10", "zzz"))


# Strategies are made once: making them costs more than drawing from them.
_TEXT = texts()
_MAYBE_TEXT = optional(_TEXT)
_FLAG = st.booleans()
_UP_TO = [st.integers(0, count) for count in range(100)]
_POLARITY = st.sampled_from(Polarity)
_VERDICT = st.sampled_from(Verdict)
_CONFLICT = st.sampled_from(ConflictKind)
_POSITION = st.one_of(st.none(), st.none(), order_keys())
_CLAIM: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "note": _MAYBE_TEXT,
        "credence": ratings(),
        "implicit": _FLAG,
        "as_of": st.sampled_from(("", "2024-07")),
        "tags": st.lists(_TEXT, max_size=2).map(tuple),
        "extras": extras(),
    },
)
_INFERENCE: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "warrant": _MAYBE_TEXT,
        "scheme": st.sampled_from(("", "expert opinion")),
        "relevance": ratings(),
        "extras": extras(),
    },
)
_SOURCE: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {}, optional={"author": _MAYBE_TEXT, "note": _MAYBE_TEXT, "extras": extras()}
)
_CITATION: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "paragraph": st.sampled_from(("", "4", "26-27")),
        "quote": _MAYBE_TEXT,
        "start": st.one_of(st.none(), st.integers(0, 10**6)),
        "asserted_by": _MAYBE_TEXT,
        "inferred": _FLAG,
        "extras": extras(),
    },
)
_ABOUT = st.builds(
    About,
    id=st.just(MapId("m")),
    title=_MAYBE_TEXT,
    question=_MAYBE_TEXT,
    description=_MAYBE_TEXT,
    language=st.sampled_from(("", "en")),
    numbering=st.sampled_from(("", *NUMBERINGS)),
    extras=extras(),
)
_Thing = TypeVar("_Thing")


def claims(number: int = 1, id_: str = "c1") -> st.SearchStrategy[Claim]:
    """A claim with any of the fields a claim may have."""
    return st.builds(
        lambda text, position, rest: Claim(id=ClaimId(id_), number=number, text=text, position=position, **rest),
        _TEXT,
        _POSITION,
        _CLAIM,
    )


@st.composite
def maps(draw: st.DrawFn, max_claims: int = 7, *, cyclic: bool = True) -> ArgumentMap:
    """Whole maps: shared claims, co-premises, undercuts of undercuts, cycles, and everything around them.

    Without *cyclic*, a premise comes after the claim it bears on, so that nothing goes round in a circle.
    """
    numbers = list(range(1, draw(_UP_TO[max_claims - 1]) + 2))
    if draw(_FLAG):
        numbers.reverse()
    made: list[Claim] = []
    for place, number in enumerate(numbers):
        text, position = draw(_TEXT), draw(_POSITION)
        made.append(Claim(id=ClaimId(f"c{place}"), number=number, text=text, position=position, **draw(_CLAIM)))
    ids = [claim.id for claim in made]
    inferences = _argument(draw, ids, cyclic=cyclic)
    around = _around(draw, ids, [inference.id for inference in inferences])
    return ArgumentMap([draw(_ABOUT), *made, *inferences, *_sourcing(draw, ids), *around])


def _pick(draw: st.DrawFn, things: Sequence[_Thing]) -> _Thing:
    return things[draw(_UP_TO[len(things) - 1])]


def _some(draw: st.DrawFn, things: Sequence[_Thing], most: int) -> list[_Thing]:
    """From one to *most* of *things*, all different."""
    return list(dict.fromkeys(_pick(draw, things) for _ in range(draw(_UP_TO[most - 1]) + 1)))


def _argument(draw: st.DrawFn, ids: Sequence[ClaimId], *, cyclic: bool) -> list[Inference]:
    made: list[Inference] = []
    rank = {id_: place for place, id_ in enumerate(ids)}
    lowest: dict[InferenceId, int] = {}
    for number in range(1, draw(_UP_TO[len(ids) * 2]) + 1):
        targets: list[ClaimId | InferenceId] = [*ids, *(inference.id for inference in made)]
        target = _pick(draw, targets)
        level = lowest[target] if isinstance(target, InferenceId) else rank[target]
        fit = [id_ for id_ in ids if id_ != target and (cyclic or rank[id_] > level)]
        if not fit:
            continue
        inference = Inference(
            id=InferenceId(f"r{number}"),
            number=number,
            polarity=draw(_POLARITY),
            target=target,
            premises=tuple(_some(draw, fit, 3)),
            order=draw(order_keys()),
            **draw(_INFERENCE),
        )
        lowest[inference.id] = level
        made.append(inference)
    return made


def _around(draw: st.DrawFn, claims_: Sequence[ClaimId], inferences: Sequence[InferenceId]) -> list[Entity]:
    """Conflicts, comments, aliases, verdicts and terms."""
    places: list[ClaimId | InferenceId | MapId] = [*claims_, *inferences, MapId("m")]
    held: list[Entity] = []
    pairs = {frozenset(_some(draw, claims_, 2)): None for _ in range(draw(_UP_TO[2]))}
    for place, pair in enumerate(pair for pair in pairs if len(pair) == 2):
        first, second = sorted(pair)
        held.append(Conflict(id=ConflictId(f"x{place}"), claims=(first, second), kind=draw(_CONFLICT)))
    for number in range(1, draw(_UP_TO[3]) + 1):
        text, about = draw(_TEXT), _pick(draw, places)
        held.append(Comment(id=CommentId(f"n{number}"), number=number, about=about, text=text, resolved=draw(_FLAG)))
    for number in range(50, 50 + draw(_UP_TO[2])):
        survivor = _pick(draw, claims_)
        held.append(Alias(id=AliasId(f"gone{number}"), survivor=survivor, number=number, text=draw(_TEXT)))
    if draw(_FLAG):
        held.append(Distinct(id=DistinctId("d1"), wordings=("one wording", "another"), verdict=draw(_VERDICT)))
    if draw(_FLAG):
        held.append(Term(id=TermId("t1"), words=("ISIS", "Daesh")))
    return held


def _sourcing(draw: st.DrawFn, claims_: Sequence[ClaimId]) -> list[Entity]:
    """Sources, citations and dependences."""
    sources = [SourceId(f"s{number}") for number in range(1, draw(_UP_TO[2]) + 1)]
    held: list[Entity] = [
        Source(id=source, number=number, title=draw(_TEXT), **draw(_SOURCE)) for number, source in enumerate(sources, 1)
    ]
    if not sources:
        return held
    for place in range(draw(_UP_TO[3])):
        claim, source = _pick(draw, claims_), _pick(draw, sources)
        id_ = CitationId(f"q{place}")
        held.append(Citation(id=id_, claim=claim, source=source, order=draw(order_keys()), **draw(_CITATION)))
    passages = (Passage(sources[0], "1"), Passage(sources[-1], "2"))
    if draw(_FLAG):
        held.append(Dependence(id=DependenceId("v1"), passages=passages, note=draw(_MAYBE_TEXT)))
    return held


@dataclass(frozen=True)
class Edit:
    """A call of an editing function, to be made on a map."""

    name: str
    arguments: tuple[Any, ...]
    options: dict[str, Any]

    def step(self, map_: ArgumentMap) -> Step:
        """The step this edit takes on *map_*; raises what the edit refuses."""
        step: Step = getattr(editing, self.name)(map_, *self.arguments, **self.options)
        return step


@st.composite
def edits(draw: st.DrawFn, map_: ArgumentMap) -> Edit:
    """Any edit whose arguments are things of *map_*; a few of them make no sense, and are refused."""
    names = sorted(EDITS)
    start = draw(_UP_TO[len(names) - 1])
    fitting = ((name, EDITS[name](map_)) for name in (*names[start:], *names[:start]))
    name, fit = next((name, fit) for name, fit in fitting if fit is not None)
    arguments, options = draw(fit)
    return Edit(name, tuple(arguments), dict(options))


_Arguments = st.SearchStrategy[tuple[Any, Any]]
_Part = st.SearchStrategy[Any]


def _call(*parts: _Part | None, **options: _Part | None) -> _Arguments | None:
    """The arguments of a call, or None where the map has nothing for one of them."""
    given = [part for part in parts if part is not None]
    named = {name: part for name, part in options.items() if part is not None}
    if len(given) < len(parts) or len(named) < len(options):
        return None
    return st.tuples(st.tuples(*given), st.fixed_dictionaries(named))


def _one(things: Sequence[Any]) -> _Part | None:
    return st.sampled_from(things) if things else None


def _claim(map_: ArgumentMap) -> _Part | None:
    return _one(list(map_.claims))


def _inference(map_: ArgumentMap) -> _Part | None:
    return _one(list(map_.inferences))


def _target(map_: ArgumentMap) -> _Part | None:
    return _one([*map_.claims, *map_.inferences])


def _premise(map_: ArgumentMap) -> _Part:
    claim = _claim(map_)
    return _TEXT if claim is None else st.one_of(_TEXT, claim)


def _position(map_: ArgumentMap) -> _Part | None:
    return _one([claim.id for claim in map_.positions()])


def _maybe(part: _Part | None) -> _Part:
    return st.none() if part is None else st.one_of(st.none(), part)


def _premises_there(map_: ArgumentMap, *, joint: bool = False) -> _Arguments | None:
    """An inference and one of its premises."""
    uses = [use for use in map_.inferences.values() if use.is_joint or not joint]
    part = _one([(use.id, premise) for use in uses for premise in use.premises])
    return None if part is None else st.tuples(part, st.just({}))


def _sibling(map_: ArgumentMap) -> _Arguments | None:
    """An inference, and another on the same target to move it before, or None."""
    pairs: list[tuple[Any, Any]] = []
    for inference in map_.inferences.values():
        pairs += [(inference.id, other.id) for other in map_.bearing_on(inference.target) if other is not inference]
        pairs.append((inference.id, None))
    part = _one(pairs)
    return None if part is None else st.tuples(part, st.just({}))


def _joinable(map_: ArgumentMap) -> _Arguments | None:
    part = _one(
        [
            (one.id, other.id)
            for one in map_.inferences.values()
            for other in map_.bearing_on(one.target)
            if other is not one and other.polarity is one.polarity
        ]
    )
    return None if part is None else st.tuples(part, st.just({}))


def _arguing(map_: ArgumentMap, targets: _Part | None) -> _Arguments | None:
    if targets is None:
        return None
    premises = st.lists(_premise(map_), min_size=1, max_size=2)
    given = st.tuples(targets, premises).map(lambda parts: (parts[0], *parts[1]))
    return st.tuples(given, st.just({}))


def _co_premise(map_: ArgumentMap) -> _Arguments | None:
    return _call(_inference(map_), _premise(map_))


def _moved_premise(map_: ArgumentMap) -> _Arguments | None:
    there, target = _premises_there(map_), _target(map_)
    if there is None or target is None:
        return None
    parts = st.tuples(there, target, st.one_of(st.none(), st.sampled_from(Polarity)))
    return parts.map(lambda drawn: ((*drawn[0][0], *drawn[1:]), {}))


def _reordered_premise(map_: ArgumentMap) -> _Arguments | None:
    joint = [use for use in map_.inferences.values() if use.is_joint]
    places = [(use.id, one, other) for use in joint for one in use.premises for other in (*use.premises, None)]
    part = _one([place for place in places if place[1] != place[2]])
    return None if part is None else st.tuples(part, st.just({}))


def _branch(map_: ArgumentMap) -> _Arguments | None:
    there = _premises_there(map_)
    whole = _call(_claim(map_))
    if there is None:
        return whole
    here: _Arguments = there.map(lambda call: ((call[0][1], call[0][0]), {}))
    return here if whole is None else st.one_of(here, whole)


def _pasted(map_: ArgumentMap) -> _Arguments | None:
    """A branch of the map, and somewhere in it to paste it."""
    places: list[tuple[InferenceId | None, ClaimId]] = [(None, claim) for claim in map_.claims]
    places += [(use.id, premise) for use in map_.inferences.values() for premise in use.premises]
    if not places:
        return None
    branches = st.lists(st.sampled_from(places), min_size=1, max_size=3).map(lambda found: copied(map_, found))
    return _call(branches, st.sampled_from([*map_.claims, *map_.inferences, None]), link=_FLAG, back=_FLAG)


def _passages(map_: ArgumentMap) -> _Arguments | None:
    source = _one(list(map_.sources))
    if source is None:
        return None
    passage = st.builds(Passage, source, st.sampled_from(("", "1", "2", " 3")))
    return st.tuples(st.tuples(passage, passage, _MAYBE_TEXT), st.just({}))


def _pair_in_conflict(map_: ArgumentMap) -> _Arguments | None:
    part = _one([conflict.claims for conflict in map_.conflicts.values()])
    return None if part is None else st.tuples(part, st.just({}))


_WORDS = st.lists(texts(), min_size=2, max_size=3)

# Every editing function but the one that starts a map, with what draws its arguments; None where nothing fits.
EDITS: dict[str, Callable[[ArgumentMap], _Arguments | None]] = {
    "set_title": lambda _: _call(_MAYBE_TEXT),
    "set_question": lambda _: _call(_MAYBE_TEXT),
    "set_description": lambda _: _call(_MAYBE_TEXT),
    "set_language": lambda _: _call(st.sampled_from(("", "en", "ar"))),
    "set_numbering": lambda _: _call(st.sampled_from(("", "decimal"))),
    "add_claim": lambda _: _call(_TEXT, note=_MAYBE_TEXT, implicit=st.booleans()),
    "add_position": lambda _: _call(_TEXT),
    "make_position": lambda map_: _call(_claim(map_)),
    "unmake_position": lambda map_: _call(_position(map_)),
    "reorder_position": lambda map_: _call(_position(map_), _maybe(_position(map_))),
    "reword": lambda map_: _call(_claim(map_), _TEXT),
    "set_note": lambda map_: _call(_claim(map_), _MAYBE_TEXT),
    "set_tags": lambda map_: _call(_claim(map_), st.lists(texts(hostile=False), max_size=2)),
    "set_credence": lambda map_: _call(_claim(map_), ratings()),
    "set_implicit": lambda map_: _call(_claim(map_), implicit=st.booleans()),
    "set_as_of": lambda map_: _call(_claim(map_), _MAYBE_TEXT),
    "argue": lambda map_: _call(_target(map_), _POLARITY, _premise(map_)),
    "add_reason": lambda map_: _arguing(map_, _claim(map_)),
    "add_objection": lambda map_: _arguing(map_, _claim(map_)),
    "add_undercut": lambda map_: _arguing(map_, _inference(map_)),
    "add_backing": lambda map_: _arguing(map_, _inference(map_)),
    "add_co_premise": _co_premise,
    "split_premise": lambda map_: _premises_there(map_, joint=True),
    "join_inferences": _joinable,
    "flip": lambda map_: _call(_inference(map_)),
    "set_warrant": lambda map_: _call(_inference(map_), _MAYBE_TEXT),
    "set_scheme": lambda map_: _call(_inference(map_), _MAYBE_TEXT),
    "set_relevance": lambda map_: _call(_inference(map_), ratings()),
    "merge": lambda map_: _call(_claim(map_), _claim(map_), text=_maybe(_TEXT)),
    "move_inference": lambda map_: _call(_inference(map_), _target(map_)),
    "move_premise": _moved_premise,
    "reorder_inference": _sibling,
    "reorder_premise": _reordered_premise,
    "paste": _pasted,
    "remove_premise": _premises_there,
    "remove_inference": lambda map_: _call(_inference(map_)),
    "remove_claim_here": _premises_there,
    "remove_claim": lambda map_: _call(_claim(map_)),
    "remove_branch": _branch,
    "unmerge": lambda map_: _call(_one(list(map_.aliases))),
    "record_conflict": lambda map_: _call(_claim(map_), _claim(map_), st.sampled_from(ConflictKind), _MAYBE_TEXT),
    "remove_conflict": _pair_in_conflict,
    "add_source": lambda _: _call(_TEXT, author=_MAYBE_TEXT, note=_MAYBE_TEXT),
    "edit_source": lambda map_: _call(_one(list(map_.sources)), title=_TEXT, url=_MAYBE_TEXT),
    "remove_source": lambda map_: _call(_one(list(map_.sources))),
    "cite": lambda map_: _call(_claim(map_), _one(list(map_.sources)), quote=_MAYBE_TEXT, inferred=st.booleans()),
    "edit_citation": lambda map_: _call(_one(list(map_.citations)), paragraph=_MAYBE_TEXT),
    "uncite": lambda map_: _call(_one(list(map_.citations))),
    "record_dependence": _passages,
    "remove_dependence": lambda map_: _call(_one(list(map_.dependences))),
    "add_term": lambda _: _call(_WORDS),
    "edit_term": lambda map_: _call(_one(list(map_.terms)), _WORDS),
    "remove_term": lambda map_: _call(_one(list(map_.terms))),
    "judge_pair": lambda map_: _call(_claim(map_), _claim(map_), st.sampled_from(Verdict)),
    "forget_verdict": lambda map_: _call(_claim(map_), _claim(map_)),
    "add_comment": lambda map_: _call(_one([*map_.claims, *map_.inferences, map_.about.id]), _TEXT),
    "edit_comment": lambda map_: _call(_one(list(map_.comments)), _TEXT),
    "resolve_comment": lambda map_: _call(_one(list(map_.comments)), resolved=st.booleans()),
    "remove_comment": lambda map_: _call(_one(list(map_.comments))),
}
