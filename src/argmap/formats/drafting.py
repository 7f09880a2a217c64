"""Drafts: a map in the making from a foreign file, in which whatever a map cannot hold is mended and reported."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.errors import ArgmapError
from argmap.formats.carried import belonging
from argmap.formats.drafted_texts import Texts
from argmap.formats.mending import told
from argmap.formats.report import Imported, Place
from argmap.model import (
    About,
    Citation,
    CitationId,
    Claim,
    ClaimId,
    Conflict,
    ConflictKind,
    EntityId,
    Inference,
    InferenceId,
    MapId,
    Polarity,
    Source,
    SourceId,
)
from argmap.model.limits import CLAIM_LENGTH, HIGHEST_NUMBER
from argmap.model.order import FIRST, key_after, keys
from argmap.model.plain import from_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.formats.report import Tally
    from argmap.model import Entity

Plain = dict[str, Any]


@dataclass(slots=True, eq=False)
class Said:
    """A claim in the making: its words, and its other fields as plain JSON values by name."""

    text: str
    place: Place
    fields: Plain = field(default_factory=dict)
    number: int = 0
    is_position: bool = False
    _id: ClaimId | None = None

    @property
    def id(self) -> ClaimId:
        """The id it was given; else a new one, made when it is first asked for."""
        if self._id is None:
            self._id = ClaimId.new()
        return self._id

    @id.setter  # noqa: A003  # the property above is meant
    def id(self, given: ClaimId) -> None:
        self._id = given


@dataclass(slots=True, eq=False)
class Step:
    """An inference in the making; without premises, or without a target, it comes to nothing."""

    polarity: Polarity
    premises: list[Said]
    target: Said | Step | None
    place: Place
    fields: Plain = field(default_factory=dict)
    number: int = 0
    _id: InferenceId | None = None

    @property
    def id(self) -> InferenceId:
        """The id it was given; else a new one, made when it is first asked for."""
        if self._id is None:
            self._id = InferenceId.new()
        return self._id

    @id.setter  # noqa: A003  # the property above is meant
    def id(self, given: InferenceId) -> None:
        self._id = given


class Draft:
    """Collects what a file says; `imported` makes the map of it."""

    def __init__(self, tally: Tally) -> None:
        self.claims: list[Said] = []
        self.steps: list[Step] = []
        self.others: list[Entity] = []
        self.about: Plain = {}
        self.highest = (0, 0, 0, 0)
        self.source_count = 0  # the highest number of a source so far: those that a file carries count, too
        self._sourcing: list[tuple[type[Entity], Plain, Place]] = []
        self._cited: dict[int, str] = {}
        self._conflicts: dict[tuple[ClaimId, ClaimId], Conflict] = {}
        self._tally = tally
        self._texts = Texts(tally)

    def say(self, text: str, place: Place, /, **fields: Any) -> Said:  # noqa: ANN401  # fields of a claim, as plain values
        """Take in a claim."""
        said = Said(text, place, fields)
        self.claims.append(said)
        return said

    def infer(
        self,
        polarity: Polarity,
        premises: Iterable[Said],
        target: Said | Step | None,
        place: Place,
        /,
        **fields: Any,  # noqa: ANN401  # fields of an inference, as plain values
    ) -> Step:
        """Take in an inference."""
        step = Step(polarity, list(premises), target, place, fields)
        self.steps.append(step)
        return step

    def source(self, title: str, place: Place, **fields: Any) -> SourceId:  # noqa: ANN401  # fields of a source, plain
        """Take in a source, numbered behind those among the *others*; returns its id."""
        id_ = SourceId.new()
        if not self.source_count:
            self.source_count = max((each.number for each in self.others if isinstance(each, Source)), default=0)
        self.source_count += 1
        fields["text"] = self._texts.cleaned(fields.get("text", ""), place)
        self._sourcing.append((Source, {**fields, "id": id_, "number": self.source_count, "title": title}, place))
        return id_

    def cite(self, said: Said, source: SourceId, place: Place, **fields: Any) -> None:  # noqa: ANN401  # plain values
        """Take in a citation of a claim."""
        order = self._cited[id(said)] = key_after(self._cited.get(id(said)))
        ends = {"id": CitationId.new(), "claim": said.id, "source": source, "order": order}
        self._sourcing.append((Citation, {**fields, **ends}, place))

    def oppose_each_other(self, one: Said, other: Said, kind: ConflictKind, place: Place) -> None:
        """Take in a conflict; one that is there already is taken once."""
        if one is other:
            told(self._tally, "own-conflict", place)
            return
        conflict = Conflict(claims=(one.id, other.id), kind=kind)
        self._conflicts.setdefault(conflict.claims, conflict)

    def replace_conflicts(self, pairs: Iterable[frozenset[ClaimId]]) -> None:
        """Leave out conflicts between *pairs*, which are known more exactly."""
        known = set(pairs)
        self._conflicts = {pair: each for pair, each in self._conflicts.items() if frozenset(pair) not in known}

    def make_roots_positions(self) -> None:
        """Where no claim is a position, make those positions that others bear on and that bear on nothing."""
        if any(said.is_position or said.fields.get("position") for said in self.claims):
            return
        used = {id(premise) for step in self.steps for premise in step.premises}
        aimed = {id(step.target) for step in self.steps if isinstance(step.target, Said)}
        for said in self.claims:
            if id(said) in aimed and id(said) not in used:
                said.is_position = True
                told(self._tally, "roots", said.place)

    def imported(self) -> Imported:
        """Return the map the draft has become, and the report of making it."""
        about = self._about()
        claims = list(self._made_claims())
        steps = list(self._made_inferences())
        there = {about.id, *(each.id for each in claims), *(each.id for each in steps)}
        sourcing = (self._made(kind, self._texts.fields(plain, place), place) for kind, plain, place in self._sourcing)
        made = [each for each in sourcing if each is not None]
        others = belonging([*self.others, *made], there, self._tally)
        entities: list[Entity] = [about, *claims, *steps, *self._conflicts.values(), *others]
        return Imported(tuple(entities), self._tally.report(), self.highest)

    def _about(self) -> About:
        self.about.setdefault("id", MapId.new())
        made = self._made(About, self._texts.fields(self.about, Place(1)), Place(1))
        return made if isinstance(made, About) else About()

    def _made_claims(self) -> Iterator[Claim]:
        _give_numbers(self.claims)
        places = iter(keys(sum(said.is_position for said in self.claims)))
        for said in self.claims:
            yield self._claim(said, next(places) if said.is_position else None)

    def _claim(self, said: Said, position: str | None) -> Claim:
        text, rest = self._texts.claim(said.text, said.place)
        if not rest and said.fields.keys() <= {"extras"}:  # as most: nothing that could not be held
            extras = self._texts.extras(said.fields, said.place)
            return Claim(id=said.id, number=said.number, text=text, position=position, extras=extras)
        plain = {**said.fields, "id": said.id, "number": said.number, "text": text}
        if position is not None:
            plain["position"] = position
        if rest:
            note = plain.get("note", "")
            if not isinstance(note, str):
                told(self._tally, "unfit", said.place)
                note = ""
            plain["note"] = f"{rest}\n\n{note}" if note else rest
        fit = self._texts.fields(plain, said.place)
        made = self._made(Claim, fit, said.place)
        if isinstance(made, Claim):
            return made
        kept = {name: fit[name] for name in (("note", "extras") if rest else ("extras",)) if name in fit}
        return Claim(id=said.id, number=said.number, text=text, position=position, **kept)

    def _made_inferences(self) -> Iterator[Inference]:
        self.steps = self._whole_steps()
        _give_numbers(self.steps)
        last: dict[EntityId, str] = {}
        for step in self.steps:
            target = step.target
            assert target is not None
            given = step.fields.pop("order", None)
            order = given if isinstance(given, str) and given.strip() else key_after(last.get(target.id))
            last[target.id] = max(last.get(target.id, order), order)
            premises = list(dict.fromkeys([premise.id for premise in step.premises]))
            if len(premises) < len(step.premises):
                told(self._tally, "premise-twice", step.place, len(step.premises) - len(premises))
            yield self._inference(step, premises, order)

    def _inference(self, step: Step, premises: list[ClaimId], order: str) -> Inference:
        target = step.target
        assert target is not None
        if _is_order(order) and _is_simple(step.fields):  # as most: nothing that could not be held
            return _bare_inference(step, premises, order, **self._texts.fields(step.fields, step.place))
        aim = {"claim" if isinstance(target, Said) else "inference": target.id}
        plain = {"polarity": step.polarity, "premises": premises, "target": aim, "order": order}
        whole = {**step.fields, **plain, "id": step.id, "number": step.number}
        fit = self._texts.fields(whole, step.place)
        made = self._made(Inference, fit, step.place)
        if isinstance(made, Inference):
            return made
        return _bare_inference(step, premises, order, **{name: fit[name] for name in ("extras",) if name in fit})

    def _made(self, kind: type[Entity], fit: Plain, place: Place) -> Entity | None:
        """Make an entity of fields whose texts are *fit*; None, with a word to the tally, if others cannot be held."""
        try:
            return from_plain(kind, fit)
        except ArgmapError:
            told(self._tally, "unfit", place)
            return None

    def _whole_steps(self) -> list[Step]:
        """Return the steps that have premises and lead, by however many steps, to a claim of the map."""
        there = {id(said) for said in self.claims}
        waiting: dict[int, list[Step]] = {}
        kept: set[int] = set()
        ready: list[Step] = []
        for step in self.steps:
            step.premises = [premise for premise in step.premises if id(premise) in there]
            if not step.premises:
                continue
            if isinstance(step.target, Step):
                waiting.setdefault(id(step.target), []).append(step)
            elif id(step.target) in there:
                ready.append(step)
        while ready:
            step = ready.pop()
            kept.add(id(step))
            ready.extend(waiting.pop(id(step), ()))
        whole = [step for step in self.steps if id(step) in kept]
        for step in self.steps if len(whole) < len(self.steps) else ():
            told(self._tally, "no-step", step.place, int(id(step) not in kept))
        return whole


def _is_simple(fields: Plain) -> bool:
    """Whether *fields* of an inference hold no more than most strangers' do."""
    return fields.keys() <= {"extras", "scheme"} and isinstance(fields.get("scheme", ""), str)


def _bare_inference(step: Step, premises: list[ClaimId], order: str, **kept: Any) -> Inference:  # noqa: ANN401  # texts
    """Return what a step is of itself, with what else was *kept* of it: its scheme and its extras."""
    assert step.target is not None
    return Inference(
        id=step.id,
        number=step.number,
        polarity=step.polarity,
        target=step.target.id,
        premises=tuple(premises),
        order=order if _is_order(order) else FIRST,
        **kept,
    )


def _is_order(order: str) -> bool:
    return order.isprintable() and len(order) < CLAIM_LENGTH


def _give_numbers(entries: list[Said] | list[Step]) -> None:
    """Number what has no number, or one that is taken, behind the highest number there is."""
    taken: set[int] = set()
    for each in entries:
        if each.number in taken or not 0 < each.number <= HIGHEST_NUMBER:
            each.number = 0
        taken.add(each.number)
    following = max(taken, default=0)
    if following + len(entries) > HIGHEST_NUMBER:
        following = 0
    for each in entries:
        if not each.number:
            following += 1
            while following in taken:
                following += 1
            each.number = following
