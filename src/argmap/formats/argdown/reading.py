"""From what an Argdown file says to a map: statements become claims, steps and relations become inferences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from argmap.formats.argdown.document import (
    ATTACK,
    CONTRADICTORY,
    CONTRARY,
    ENTAILS,
    SUPPORT,
    UNDERCUT,
    Argument,
    Inference,
    Statement,
)
from argmap.formats.argdown.kept import Kept, flat
from argmap.formats.argdown.parsing import parsed
from argmap.formats.argdown.preparing import prepared
from argmap.formats.argdown.telling import tell
from argmap.formats.carried import from_around, highest_of
from argmap.formats.drafting import Draft, Step
from argmap.formats.lines import Lines
from argmap.model import Conflict, ConflictKind, Polarity

if TYPE_CHECKING:
    from argmap.formats.argdown.document import Document, End, Numbered, Relation
    from argmap.formats.drafting import Said
    from argmap.formats.report import Imported, Place, Tally

_CONFLICTS = {CONTRADICTORY: ConflictKind.CONTRADICTORY, CONTRARY: ConflictKind.CONTRARY}
_POLARITIES = {
    SUPPORT: Polarity.SUPPORTS,
    ENTAILS: Polarity.SUPPORTS,
    ATTACK: Polarity.OPPOSES,
    UNDERCUT: Polarity.OPPOSES,
}


def read(text: str, name: str, tally: Tally) -> Imported:
    """Read the map that the Argdown *text* describes; what is no Argdown in it is told and left out."""
    del name  # the tally tells every fault with its line
    document = parsed(prepared(text, tally))
    lines = Lines(text)
    for fault in sorted(document.faults, key=lambda each: each.start):
        tally.fault(fault.message, lines.place(fault.start))
    for comment in document.comments:
        tell(tally, "comments", lines.line(comment))
    return imported_from(document, lines, tally)


def imported_from(document: Document, lines: Places, tally: Tally) -> Imported:
    """Return the map of what *document* says; *lines* knows where in the file that stands."""
    return _Reading(document, lines, tally).imported()


class Places(Protocol):
    """Says to people where something stands."""

    def line(self, start: int, /) -> Place:
        """Return the place called *start* in a document."""


class _Reading:
    """Turns a document into a draft: first what is said, then what bears on what."""

    def __init__(self, document: Document, lines: Places, tally: Tally) -> None:
        self._document = document
        self._lines = lines
        self._tally = tally
        self._draft = Draft(tally)
        self._kept = Kept(document, tally)
        self._claims: dict[int, Said] = {}
        self._steps: dict[int, Step] = {}
        self._standing_in: dict[int, list[Step]] = {}

    def imported(self) -> Imported:
        """Return the map."""
        self._about()
        sketches = [each for each in self._document.arguments.values() if each.inference is None]
        there: list[Statement | Argument] = [*self._document.statements.values(), *sketches]
        for said in sorted(there, key=lambda each: each.start):
            if isinstance(said, Argument) or not self._kept.stands_in(said):
                self._say(said)
        for argument in self._document.arguments.values():
            self._argue(argument)
        relations = self._document.relations
        for relation in relations:
            if not self._undercuts_sketch(relation):
                self._relate(relation)
        self._undercut_sketches([each for each in relations if self._undercuts_sketch(each)])
        self._around(relations)
        return self._draft.imported()

    def _about(self) -> None:
        front = self._kept.front
        self._draft.about = self._kept.about()
        self._draft.highest = highest_of(front.get("highest"))
        headings = self._document.sections
        if headings and not self._kept.is_ours:
            if not self._draft.about.get("title"):
                self._draft.about["title"] = headings[0].title
            tell(self._tally, "headings", self._lines.line(headings[0].start), len(headings))

    def _around(self, relations: list[Relation]) -> None:
        front = self._kept.front
        others = list(from_around(front.get("around"), self._lines.line(0), self._tally))
        shown = {
            frozenset((self._claims[id(each.source)].id, self._claims[id(each.target)].id))
            for each in relations
            if each.kind == CONTRADICTORY and id(each.source) in self._claims and id(each.target) in self._claims
        }
        carried = {frozenset(each.claims): each for each in others if isinstance(each, Conflict)}
        gone = {  # whoever edited the file has taken them out
            conflict.id
            for pair, conflict in carried.items()
            if conflict.kind is ConflictKind.CONTRADICTORY and pair not in shown
        }
        self._draft.replace_conflicts(carried.keys())
        self._draft.others = [each for each in others if not (isinstance(each, Conflict) and each.id in gone)]
        if not self._kept.is_ours:
            self._draft.make_roots_positions()

    # -- claims ----------------------------------------------------------------------------------------------------

    def _say(self, titled: Statement | Argument) -> None:
        member = titled.said
        words = (flat(member.words) if member is not None else "") or (titled.title if titled.is_titled else "")
        place = self._lines.line(titled.start)
        said = self._draft.say(words, place, **self._kept.fields_of(titled, words))
        self._kept.name(said, titled)
        self._claims[id(titled)] = said
        further = {flat(each.words) for each in titled.members if not each.is_reference} - {words, ""}
        if further:
            tell(self._tally, "wordings", place, len(further))

    # -- reconstructed arguments -----------------------------------------------------------------------------------

    def _argue(self, argument: Argument) -> None:
        """Take in the steps of an argument: each goes on from the conclusion before it."""
        waiting: list[Numbered] = []
        for line in argument.pcs:
            if line.inference is not None:
                premises = self._used(argument, line) or waiting
                self._step(argument, line, premises)
                waiting = [line]
            else:
                waiting.append(line)

    def _used(self, argument: Argument, conclusion: Numbered) -> list[Numbered]:
        """Return the lines that an inference says it uses, if all of them stand above it."""
        data = conclusion.inference.data if conclusion.inference is not None else None
        uses = data.get("uses") if isinstance(data, dict) else None
        above = argument.pcs.index(conclusion)
        if not isinstance(uses, list) or not all(type(each) is int and 0 < each <= above for each in uses):
            return []
        return [argument.pcs[each - 1] for each in uses]

    def _step(self, argument: Argument, line: Numbered, premises: list[Numbered]) -> None:
        inference = line.inference
        assert inference is not None
        said = [self._claims[id(each.statement)] for each in premises if id(each.statement) in self._claims]
        place = self._lines.line(inference.start)
        fields = self._kept.fields_of_step(argument, inference)
        target = self._claims.get(id(line.statement))
        step = self._draft.infer(Polarity.SUPPORTS, said, target, place, **fields)
        self._kept.name_step(step, argument, inference)
        self._steps[id(inference)] = step
        if target is None:
            self._standing_in.setdefault(id(line.statement), []).append(step)

    # -- relations -------------------------------------------------------------------------------------------------

    def _relate(self, relation: Relation) -> None:
        target = self._end(relation.target)
        place = self._lines.line(relation.start)
        for step in self._standing_in.get(id(relation.source), ()):
            step.polarity, step.target = _POLARITIES.get(relation.kind, Polarity.SUPPORTS), target
        source = self._claims.get(id(relation.source))
        if source is None or target is None:
            return
        if relation.kind in _CONFLICTS:
            if isinstance(target, Step):
                tell(self._tally, "conflict-with-argument", place)
            else:
                self._draft.oppose_each_other(source, target, _CONFLICTS[relation.kind], place)
            return
        on_whole = isinstance(relation.target, Argument) and isinstance(target, Step)
        if on_whole and not self._kept.is_ours:
            tell(self._tally, "whole-argument", place)
        if relation.kind == UNDERCUT and not isinstance(target, Step):
            tell(self._tally, "undercut-statement", place)
        self._bear(relation, source, target)

    def _bear(self, relation: Relation, source: Said, target: Said | Step) -> Step:
        polarity = _POLARITIES[relation.kind]
        step = self._draft.infer(polarity, [source], target, self._lines.line(relation.start))
        self._kept.fill_relation(step, relation)
        return step

    def _end(self, end: End) -> Said | Step | None:
        """Return what stands in the draft for one end of a relation."""
        if isinstance(end, Inference):
            return self._steps.get(id(end))
        if isinstance(end, Argument) and end.inference is not None:
            return self._steps.get(id(end.inference))
        return self._claims.get(id(end))

    def _undercuts_sketch(self, relation: Relation) -> bool:
        return relation.kind == UNDERCUT and isinstance(relation.target, Argument) and relation.target.inference is None

    def _undercut_sketches(self, relations: list[Relation]) -> None:
        """Let an undercut of an argument without premises attack the step from the argument to what it bears on."""
        steps: dict[int, Step] = {}
        for step in self._draft.steps if relations else ():
            if len(step.premises) == 1:
                steps.setdefault(id(step.premises[0]), step)
        for relation in relations:
            sketch = self._claims.get(id(relation.target))
            source = self._claims.get(id(relation.source))
            if source is None or sketch is None:
                continue
            if id(sketch) not in steps:
                tell(self._tally, "undercut-statement", self._lines.line(relation.start))
            step = self._bear(relation, source, steps.get(id(sketch), sketch))
            steps.setdefault(id(source), step)
