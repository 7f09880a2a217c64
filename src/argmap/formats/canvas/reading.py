"""From a canvas to a map: texts are claims, arrows with a word for or against inferences; the rest is kept as it is.

Only words count: an arrow without one, or with one that argmap does not know, is never taken for support, whatever its
colour.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.errors import FormatError
from argmap.formats.canvas.cards import Arrow, Canvas, Card, canvas_of
from argmap.formats.canvas.telling import tell
from argmap.formats.carried import CARRIED, Ids, from_around, highest_of, number_of, unpacked
from argmap.formats.drafted_texts import says_something
from argmap.formats.drafting import Draft, Step
from argmap.formats.json_foreign import load
from argmap.formats.kept_extras import keeping
from argmap.formats.report import Place
from argmap.formats.stances import CONJUNCTIONS, stance_of, word_of
from argmap.model import ClaimId, Conflict, ConflictKind, InferenceId, Polarity

if TYPE_CHECKING:
    from argmap.formats.drafting import Said
    from argmap.formats.report import Imported, Tally

FOREIGN = "jsoncanvas"
"""The key of `extras` under which what only a canvas has a word for stands."""

STEP, PREMISES, SHOWN, CONFLICT = "step", "premises", "shown", "conflict"
"""What argmap writes with a node or an edge: that it is a step, its premises in order, how it was drawn, a conflict."""

_CONFLICTS = {
    "contrary": ConflictKind.CONTRARY,
    "incompatible": ConflictKind.CONTRARY,
    "conflict": ConflictKind.CONTRARY,
    "contradictory": ConflictKind.CONTRADICTORY,
}
_CONFLICT_KEYS = {"id", "fromNode", "toNode", "fromEnd", "toEnd", "label"}
_NOT_FIELDS = {STEP, PREMISES, SHOWN, CONFLICT}
PLACE = {"x", "y", "width", "height"}
NOT_SHOWN = {"id", "type", "text", "fromNode", "toNode", CARRIED}


def read(text: str, name: str, tally: Tally) -> Imported:
    """Read a canvas."""
    outermost = load(text, name, tally)
    if not isinstance(outermost, dict) or (outermost and not {"nodes", "edges"} & outermost.keys()):
        message = "A canvas is one object with “nodes” and “edges” in it. Nothing was imported."
        raise FormatError(message, name=name)
    return _Reading(canvas_of(outermost, tally), tally).imported()


class _Reading:
    """Turns a canvas into a draft."""

    def __init__(self, canvas: Canvas, tally: Tally) -> None:
        self._canvas = canvas
        self._tally = tally
        self._draft = Draft(tally)
        self._ids = Ids()
        self._carried = unpacked(canvas.rest.get(CARRIED))
        self._said: dict[Card, Said] = {}
        self._points: dict[Card, Step] = {}
        self._read: set[Arrow] = set()
        self._conflicts: set[str] = set()

    def imported(self) -> Imported:
        """Return the map."""
        for card in self._canvas.cards.values():
            if STEP in card.own:
                self._points[card] = self._step(Polarity.SUPPORTS, [], card)
            elif says_something(card.text):
                self._say(card)
        for arrow in self._canvas.arrows:
            self._relate(arrow)
        for card, step in self._points.items():
            _sort(step, card.own.get(PREMISES))
        if self._carried:
            others = from_around(self._carried.get("around"), Place(1), self._tally)
            shown = (each for each in others if not isinstance(each, Conflict) or each.id in self._conflicts)
            self._draft.others = list(shown)
            self._draft.highest = highest_of(self._carried.get("highest"))
        else:
            self._draft.make_roots_positions()
        self._draft.about = self._about()
        return self._draft.imported()

    def _say(self, card: Card) -> None:
        said = self._draft.say(card.text, card.place, **_fields({**card.plain, "id": card.id}, card.own))
        said.id = self._ids.take(ClaimId, card.own.get("id"))
        said.number = number_of(card.own.get("number"))
        self._said[card] = said

    def _step(self, polarity: Polarity, premises: list[Said], at: Card | Arrow) -> Step:
        step = self._draft.infer(polarity, premises, None, at.place, **_fields(at.plain, at.own))
        step.id = self._ids.take(InferenceId, at.own.get("id"))
        step.number = number_of(at.own.get("number"))
        return step

    def _relate(self, arrow: Arrow) -> None:
        """Read what an arrow says, if it says anything that a map can hold."""
        source, target = self._said.get(arrow.source), self._end(arrow.target)
        stance = stance_of(arrow.label)
        point = self._points.get(arrow.source)
        if point is not None and target is not None and stance is not None and point.target is None:
            point.target, point.polarity = target, stance
        elif source is not None and stance is not None and target is not None:
            self._step(stance, [source], arrow).target = target
            tell(self._tally, "conjunctions", arrow.place, int(word_of(arrow.label) in CONJUNCTIONS))
            tell(self._tally, "directions", arrow.place, int(not arrow.is_directed))
        elif source is not None and isinstance(target, Step) and arrow.target in self._points and not arrow.label:
            target.premises.append(source)
        elif not self._oppose(arrow):
            return
        self._read.add(arrow)

    def _oppose(self, arrow: Arrow) -> bool:
        """Read an edge that says that two claims are in conflict; return whether it is one."""
        ends = [self._said.get(card) for card in (arrow.source, arrow.target)]
        kind = _CONFLICTS.get(arrow.label.strip().casefold()) if isinstance(arrow.label, str) else None
        if kind is None or ends[0] is None or ends[1] is None or ends[0] is ends[1]:
            return False
        carried = arrow.own.get(CONFLICT)
        if isinstance(carried, str):
            self._conflicts.add(carried)
        else:
            self._draft.oppose_each_other(ends[0], ends[1], kind, arrow.place)
            tell(self._tally, "conflict-lines", arrow.place, int(bool(arrow.plain.keys() - _CONFLICT_KEYS)))
        return True

    def _end(self, card: Card) -> Said | Step | None:
        return self._said.get(card) or self._points.get(card)

    def _about(self) -> dict[str, Any]:
        """Return what the map says of itself; its extras keep the nodes and edges that became nothing else."""
        about = unpacked(self._carried.get("map"))
        canvas = self._canvas
        cards = [card for card in canvas.cards.values() if card not in self._said and card not in self._points]
        standing = {
            *cards,
            *self._said,
            *(card for card, step in self._points.items() if step.premises and step.target),
        }
        arrows = [each for each in canvas.arrows if each not in self._read and {each.source, each.target} <= standing]
        for card in cards:
            tell(self._tally, "other-nodes", card.place)
        for arrow in arrows:
            among_claims = self._end(arrow.source) and self._end(arrow.target)
            tell(self._tally, "other-edges" if among_claims else "edges-beside", arrow.place)
        extra = {key: value for key, value in canvas.rest.items() if key != CARRIED}
        if cards:
            extra["nodes"] = [{**card.plain, "id": card.id} for card in cards]
        if arrows:
            extra["edges"] = [arrow.plain for arrow in arrows]
        fields = keeping(about, FOREIGN, extra)
        return {**fields, "id": about["id"]} if "id" in about else fields


def _fields(plain: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a claim or an inference, with what the file shows of it beyond its words as extras.

    What argmap itself has drawn, and nobody changed since, adds nothing to them.
    """
    seen = {key: value for key, value in plain.items() if key not in NOT_SHOWN}
    if not own:
        id_ = plain.get("id")
        return keeping({}, FOREIGN, {**seen, **({"id": id_} if isinstance(id_, str) else {})})
    fields = {key: value for key, value in own.items() if key not in _NOT_FIELDS}
    shown = own.get(SHOWN)
    shown = shown if isinstance(shown, dict) else {}
    changed = {key: value for key, value in seen.items() if key not in shown or shown[key] != value}
    if PLACE & changed.keys():
        changed |= {key: seen[key] for key in PLACE & seen.keys()}
    extras = own.get("extras")
    there = extras.get(FOREIGN) if isinstance(extras, dict) else None
    there = there if isinstance(there, dict) else {}
    stay = {key: value for key, value in there.items() if key in seen or key not in shown}
    return keeping(fields, FOREIGN, {**stay, **changed})


def _sort(step: Step, order: object) -> None:
    """Put the premises of a step into the order that argmap had written, new ones behind."""
    if isinstance(order, list):
        places = {id_: place for place, id_ in enumerate(order) if isinstance(id_, str)}
        step.premises.sort(key=lambda said: places.get(said.id, len(places)))
