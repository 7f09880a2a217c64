"""Making what was rescued fit together again: nothing refers to what is gone, and no number is given twice."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from argmap.model import (
    About,
    Alias,
    Claim,
    ClaimId,
    Comment,
    Inference,
    InferenceId,
    MapId,
    Source,
    SourceId,
)
from argmap.model.limits import HIGHEST_NUMBER
from argmap.model.references import references
from argmap.store.salvage_gathering import LETTERS
from argmap.store.salvage_report import WORDS, Note, note_of, number_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.model import Entity, EntityId
    from argmap.store.salvage_history import Key
    from argmap.store.salvage_joining import There
    from argmap.store.salvage_report import Report

_KIND_OF = {ClaimId: Claim, InferenceId: Inference, SourceId: Source}
_FAR = 1_000_000


class Fitting:
    """Drops what refers to what is gone, and what refers to that, until all fits; every loss goes into the report."""

    def __init__(self, there: There, labels: dict[Key, str], about: About, report: Report) -> None:
        """Fit *there* together; *labels* name what is gone, as far as known."""
        self._there = there
        self._labels = labels
        self._about = about
        self._report = report
        self._listed = {(note.kind, note.id) for note in report.lost}
        self._users: defaultdict[Key, list[Key]] = defaultdict(list)
        for key, entity in there.items():
            for id_ in references(entity):
                self._users[_key(id_)].append(key)

    def fit(self) -> None:
        """Check every entity, and again those that hang on one that went."""
        waiting = deque(self._there)
        while waiting:
            key = waiting.popleft()
            entity = self._there.get(key)
            if entity is None:
                continue
            fitted = self._fitted(entity)
            if fitted is None:
                del self._there[key]
                waiting.extend(self._users[key])
            else:
                self._there[key] = fitted

    def _fitted(self, entity: Entity) -> Entity | None:
        """Return *entity* without what is gone, or None if it cannot be without."""
        if isinstance(entity, Comment) and isinstance(entity.about, MapId):
            return replace(entity, about=self._about.id)
        gone = [id_ for id_ in dict.fromkeys(references(entity)) if _key(id_) not in self._there]
        if not gone:
            return entity
        for id_ in gone:
            self._list_gone(id_)
        named = self._names(gone)
        if isinstance(entity, Comment):
            kept = replace(entity, about=self._about.id)
            self._report.repaired.append(note_of(kept, f"it was on {named}, which is lost; it is on the map now"))
            return kept
        if isinstance(entity, Inference) and entity.target not in gone and set(entity.premises) - set(gone):
            premises = tuple(premise for premise in entity.premises if premise not in gone)
            self._report.repaired.append(note_of(entity, f"it lost its co-premise {named}; read it over"))
            return replace(entity, premises=premises)
        self._report.lost.append(note_of(entity, f"it lost {named}"))
        self._labels[type(entity), str(entity.id)] = getattr(entity, "label", "")
        self._listed.add((WORDS[type(entity)][0], str(entity.id)))
        return None

    def _names(self, gone: list[EntityId]) -> str:
        """Name what is gone by its labels, or by its kind where nothing holds them any more."""
        keys = [_key(id_) for id_ in gone]
        labels = [label for key in keys if (label := self._labels.get(key))]
        nameless = Counter(key[0] for key in keys if not self._labels.get(key))
        return " and ".join([*labels, *(number_of(count, WORDS[kind]) for kind, count in nameless.items())])

    def _list_gone(self, id_: EntityId) -> None:
        """List what is only known because something refers to it."""
        kind, text = _key(id_)
        if (WORDS[kind][0], text) not in self._listed:
            self._listed.add((WORDS[kind][0], text))
            label = self._labels.get((kind, text), "")
            self._report.lost.append(Note(WORDS[kind][0], text, label, "other parts refer to it, but it is gone"))


def renumber(there: There, needing: Iterable[Key], highest: Sequence[int], report: Report) -> list[int]:
    """Give every number once: the first to have it keeps it. Returns the highest numbers ever given."""
    needing = set(needing)
    given = []
    for known, kind in zip(highest, LETTERS, strict=True):
        mine = [(key, entity) for key, entity in there.items() if key[0] is kind]
        taken: set[int] = set()
        without: list[tuple[Key, Entity]] = []
        for key, entity in mine:
            number = _number(entity)
            (without.append((key, entity)) if key in needing or number in taken else taken.add(number))
        aliases = [_number(entity) for key, entity in there.items() if key[0] is Alias and kind is Claim]
        last = max([0, *taken, *aliases])
        last = known if last <= known <= min(last + _FAR, HIGHEST_NUMBER) else last
        for key, entity in without:
            last = _next_free(last, taken)
            there[key] = cast("Entity", replace(cast("Any", entity), number=last))
            report.repaired.append(note_of(there[key], _renumbered(entity, again=key not in needing)))
        given.append(max([last, *taken]))
    return given


def _renumbered(entity: Entity, *, again: bool) -> str:
    if again:
        return f"its number, {getattr(entity, 'label', '')}, was that of another; it has a new one"
    return "its number could not be read or was that of another; it has a new one"


def _next_free(last: int, taken: set[int]) -> int:
    """Return the number after *last*, or, where there is none any more, the lowest that is free."""
    number = last + 1 if last < HIGHEST_NUMBER else next(each for each in range(1, HIGHEST_NUMBER) if each not in taken)
    taken.add(number)
    return number


def _number(entity: Entity) -> int:
    return int(getattr(entity, "number", 0))


def _key(id_: EntityId) -> Key:
    return _KIND_OF[type(id_)], str(id_)
