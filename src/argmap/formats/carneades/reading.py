"""From an argument graph of Carneades to a map: statements are claims, arguments inferences, issues conflicts.

An argument for ``¬p`` is an objection to ``p``, unless ``¬p`` is a statement in its own right: then the two contradict
each other. What makes an argument inapplicable undercuts it. What argmap has no word for goes into the extras, and out
again when the map is written as Carneades.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

from argmap.formats.carneades.atoms import NEGATION, atom_of, negated
from argmap.formats.carneades.loading import load
from argmap.formats.carneades.standing import Standing
from argmap.formats.carneades.system import system_of
from argmap.formats.carneades.telling import tell
from argmap.formats.carried import CARRIED, Ids, from_around, highest_of, number_of, unpacked
from argmap.formats.drafting import Draft
from argmap.formats.graphs.kept import fields_of, fitting, own_of, with_foreign
from argmap.formats.report import Place
from argmap.model import ClaimId, Conflict, ConflictKind, InferenceId, Polarity

if TYPE_CHECKING:
    from argmap.formats.carneades.loading import Loaded
    from argmap.formats.carneades.system import Argument, Statement
    from argmap.formats.drafting import Said, Step
    from argmap.formats.report import Imported, Tally

Plain = dict[str, Any]

FOREIGN = "carneades"
"""The key of `extras` under which what only Carneades has a word for stands."""

CONVERGENT = "convergent"
WEIGHING = ("linked", CONVERGENT, "cumulative", "factorized", "preference")
"""The ways of weighing premises that Carneades knows by name; the first is how argmap takes them all."""

MOST_POSITIONS = 20
"""Most positions of an issue that conflict two by two."""

_READ = {"statements", "arguments", "issues", "assumptions", CARRIED}


def read(text: str, name: str, tally: Tally) -> Imported:
    """Read an argument graph of Carneades."""
    return _Reading(load(text, name, tally), tally).imported()


class _Reading:
    """Turns a file into a draft."""

    def __init__(self, loaded: Loaded, tally: Tally) -> None:
        self._loaded = loaded
        self._tally = tally
        self._system = system_of(loaded, tally)
        self._own = own_of(loaded.plain)
        self._standing = Standing(self._system, set(_texts(self._own.get("stand_ins"))))
        self._draft = Draft(tally)
        self._ids = Ids()
        self._claims: dict[str, Said] = {}
        self._steps: dict[str, list[Step]] = {}

    def imported(self) -> Imported:
        """Return the map."""
        for statement in self._system.statements.values():
            if self._standing.is_claim(statement.atom):
                self._say(statement)
        for argument in self._system.arguments:
            self._argue(argument)
        for argument in self._system.arguments:
            self._undercut(argument)
        self._unsaid()
        self._draft.others = list(from_around(self._own.get("around"), Place(1), self._tally))
        self._draft.highest = highest_of(self._own.get("highest"))
        self._conflict()
        if not self._own:
            self._draft.make_roots_positions()
        self._draft.about = self._about()
        self._tell()
        return self._draft.imported()

    # -- claims ----------------------------------------------------------------------------------------------------

    def _say(self, statement: Statement) -> None:
        own = self._own_of("claims", statement.atom)
        foreign = {**statement.rest} if own else {**statement.rest, "atom": statement.atom}
        words = statement.text if own else statement.text.strip()
        said = self._draft.say(words, statement.place, **with_foreign(fields_of(own), FOREIGN, foreign))
        said.id = self._ids.take(ClaimId, own.get("id"))
        said.number = number_of(own.get("number"))
        self._claims[statement.atom] = said
        if not statement.is_declared:
            tell(self._tally, "undeclared", statement.place)

    def _own_of(self, section: str, name: str) -> Plain:
        """Return what argmap itself has carried for an entry."""
        found = self._own.get(section)
        return unpacked(found.get(name)) if isinstance(found, dict) else {}

    # -- inferences ------------------------------------------------------------------------------------------------

    def _argue(self, argument: Argument) -> None:
        """Take in what an argument infers; what it undercuts, if anything, comes later."""
        premises = [self._claims[atom] for atom in argument.premises if atom in self._claims]
        target = self._claims.get(argument.conclusion)
        polarity = Polarity.SUPPORTS
        if argument.conclusion in self._standing.opposites:
            target, polarity = self._claims.get(negated(argument.conclusion)), Polarity.OPPOSES
        elif argument.conclusion in self._standing.cuts:
            polarity = Polarity.OPPOSES
        elif target is None:
            premises = []
        if not premises:
            tell(self._tally, "no-premise", argument.place)
            return
        own = self._own_of("arguments", argument.id)
        fields = self._fields(argument, own)
        split = argument.scheme == CONVERGENT and len(premises) > 1
        groups = [[each] for each in premises] if split else [premises]
        steps = [self._draft.infer(polarity, group, target, argument.place, **fields) for group in groups]
        others = own.get("others")
        carried = [own, *(unpacked(each) for each in (others if isinstance(others, list) else ()))]
        for step, each in zip(steps, carried, strict=False):
            step.id = self._ids.take(InferenceId, each.get("id"))
            step.number = number_of(each.get("number"))
            if each is not own:
                step.fields = fields_of(each)
        self._steps[argument.id] = steps
        if split:
            tell(self._tally, "convergent", argument.place)

    def _fields(self, argument: Argument, own: Plain) -> Plain:
        """Return what is said of an inference but its ends."""
        if own and own.get("as") == argument.scheme and not argument.rest and argument.weight is None:
            return _fields_of_step(own)
        named = "" if argument.scheme in WEIGHING else argument.scheme
        weight = argument.weight if argument.weight is not None else self._system.constants.get(named)
        if argument.scheme in WEIGHING[2:]:
            tell(self._tally, "weighed", argument.place)
        foreign = {**argument.rest, "scheme": argument.scheme, "roles": argument.roles}
        fields = {**_fields_of_step(own), "scheme": named, "relevance": weight}
        return with_foreign(fields, FOREIGN, foreign if own else {**foreign, "id": argument.id})

    def _undercut(self, argument: Argument) -> None:
        """Let an argument for what makes others inapplicable undercut these; let a claim that does so undercut them."""
        own_steps = self._steps.get(argument.id, [])
        cut = self._standing.cuts.get(argument.conclusion, [])
        targets = [step for each in cut for step in self._steps.get(each.id, [])]
        for step in own_steps if cut else ():
            step.target = targets[0] if targets else None
            for target in targets[1:]:
                self._draft.infer(step.polarity, step.premises, target, step.place, **step.fields)
        said = self._claims.get(argument.undercutter)
        for step in own_steps if said is not None else ():
            assert said is not None
            own = self._own_of("arguments", f"{argument.id} undercutter")
            fields = with_foreign(fields_of(own), FOREIGN, {} if own else {"undercutter": True})
            made = self._draft.infer(Polarity.OPPOSES, [said], step, argument.place, **fields)
            made.id = self._ids.take(InferenceId, own.get("id"))
            made.number = number_of(own.get("number"))

    def _unsaid(self) -> None:
        """Take in the inferences that Carneades has no argument for, and that were carried whole."""
        found = self._own.get("unsaid")
        entries = [unpacked(each) for each in found] if isinstance(found, list) else []
        claims = {said.id: said for said in self._claims.values()}
        steps = {step.id: step for several in self._steps.values() for step in several[:1]}
        made: list[tuple[Step, object]] = []
        for own in entries:
            premises = [claims[ClaimId(each)] for each in _texts(own.get("premises")) if each in claims]
            polarity = Polarity.SUPPORTS if own.get("polarity") == Polarity.SUPPORTS else Polarity.OPPOSES
            rest = {key: value for key, value in fields_of(own).items() if key not in {"polarity", "target"}}
            step = self._draft.infer(polarity, premises, None, Place(1), **rest)
            step.id = self._ids.take(InferenceId, own.get("id"))
            step.number = number_of(own.get("number"))
            steps.setdefault(step.id, step)
            made.append((step, own.get("target")))
        for step, aim in made:
            wanted = aim.get("inference") if isinstance(aim, dict) else None
            step.target = steps.get(InferenceId(wanted)) if isinstance(wanted, str) else None

    # -- conflicts -------------------------------------------------------------------------------------------------

    def _conflict(self) -> None:
        """Let the positions of an issue conflict, and every statement with its opposite."""
        written = self._own.get("issues")
        ours = written if isinstance(written, dict) else {}
        carried = {frozenset(each.claims) for each in self._draft.others if isinstance(each, Conflict)}
        shown: set[frozenset[ClaimId]] = set()
        for name, positions in self._system.issues.items():
            claims = [atom for atom in positions if atom in self._claims]
            place = self._loaded.place("issues", name)
            if len(claims) > MOST_POSITIONS:
                tell(self._tally, "rivals", place)
                continue
            for pair in combinations(claims, 2):
                ends = frozenset(self._claims[atom].id for atom in pair)
                shown.add(ends)
                if ours.get(name) != positions and ends not in carried:
                    self._oppose(*pair, place)
        for atom in self._claims if not self._own else ():
            if atom.startswith(NEGATION) and negated(atom) in self._claims:
                self._oppose(atom, negated(atom), self._loaded.place("statements", atom))
        if ours:
            self._draft.others = [
                each
                for each in self._draft.others
                if not isinstance(each, Conflict) or frozenset(each.claims) in shown or self._is_apart(each)
            ]

    def _is_apart(self, conflict: Conflict) -> bool:
        """Whether a conflict could never be shown: its issue would have too many positions."""
        return conflict.id in _texts(self._own.get("apart"))

    def _oppose(self, one: str, other: str, place: Place) -> None:
        kind = ConflictKind.CONTRADICTORY if negated(one) == other else ConflictKind.CONTRARY
        self._draft.oppose_each_other(self._claims[one], self._claims[other], kind, place)

    # -- the whole -------------------------------------------------------------------------------------------------

    def _about(self) -> Plain:
        """Return what the map says of itself; its extras keep what became nothing else."""
        about = unpacked(self._own.get("map"))
        found = self._loaded.plain.get("meta")
        meta = dict(found) if isinstance(found, dict) else {}
        for key in ("title", "description"):
            if isinstance(meta.get(key), str):
                about[key] = meta.pop(key).strip() if not self._own else meta.pop(key)
        read = {id_ for id_, steps in self._steps.items() if steps}
        arguments = self._loaded.plain.get("arguments")
        issues = self._loaded.plain.get("issues")
        kept = {
            **{key: value for key, value in self._loaded.plain.items() if key not in _READ},
            "meta": meta,
            **({"argument_schemes": self._schemes("argument_schemes")} if self._own else {}),
            "arguments": {id_: each for id_, each in _items(arguments) if id_ not in read},
            "issues": {} if self._own else dict(_items(issues)),
            "assumptions": self._assumptions(),
        }
        return with_foreign(about, FOREIGN, fitting({key: value for key, value in kept.items() if value}, self._tally))

    def _assumptions(self) -> list[str]:
        """Return what the file assumes, but what argmap itself has written down as believed."""
        listed = self._loaded.plain.get("assumptions")
        believed = set(_texts(self._own.get("believed")))
        return [each for each in _texts(listed) if atom_of(each) and each not in believed]

    def _schemes(self, key: str) -> list[Any]:
        """Return schemes of the file, but those that argmap has made for what its inferences are called."""
        found = self._loaded.plain.get(key)
        ours = set(_texts(self._own.get("schemes")))
        entries = list(found) if isinstance(found, list | dict) else []
        return [each for each in entries if _id_of(each) not in ours]

    def _tell(self) -> None:
        for key in ("argument_schemes", "issue_schemes"):
            found = self._loaded.plain.get(key)
            entries = found if isinstance(found, list | dict) else ()
            making = [
                each for each in entries if not (isinstance(each, dict) and set(each) <= {"id", "weight", "meta"})
            ]
            tell(self._tally, "generating", Place(label=f"“{key}”"), len(making))
        for atom in self._system.assumed:
            if atom not in set(_texts(self._own.get("believed"))):
                tell(self._tally, "assumed", self._loaded.place("statements", atom))


def _fields_of_step(own: Plain) -> Plain:
    return {key: value for key, value in fields_of(own).items() if key not in {"as", "others"}}


def _items(value: object) -> list[tuple[str, Any]]:
    """Return the entries of a section by their names."""
    if isinstance(value, dict):
        return list(value.items())
    found = value if isinstance(value, list) else []
    return [(str(each.get("id") or f"a{at}"), each) for at, each in enumerate(found, 1) if isinstance(each, dict)]


def _id_of(entry: object) -> str | None:
    """Return what an entry is called; None where that is no text."""
    called = entry.get("id") if isinstance(entry, dict) else None
    return called if isinstance(called, str) else None


def _texts(value: object) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []
