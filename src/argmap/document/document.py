"""Document: a map and its file, kept the same; the one road every edit takes."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from argmap import settings
from argmap.document.past import Past
from argmap.document.rebasing import has_its_number, numbers_returning, rebased
from argmap.errors import FileError, NothingToUndoError, StaleError, StandsOnItError, UnknownNumberError
from argmap.model import About, ArgumentMap, Step, added
from argmap.model.ids import new_id
from argmap.model.references import references
from argmap.store import Kind, MapFile, Record, backup_time, refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from argmap.model import Change, Entity, EntityId

_TRIES = 20


class Document:
    """An open map. Every edit goes through `do`: on disk first, then in memory."""

    def __init__(self, file: MapFile, author: str | None = None) -> None:
        """Read and check the map in *file*; *author* is whose name new steps carry."""
        self.file = file
        self.session = new_id()
        self._author = author
        self._past: Past | None = None
        self._backed_up = False
        self._load()

    @classmethod
    def open(cls, path: Path, author: str | None = None) -> Document:
        """Open the map at *path*; raises `UnreadableFileError` if it is none."""
        return cls(MapFile(path), author)

    @classmethod
    def create(
        cls,
        path: Path,
        entities: Iterable[Entity],
        *,
        label: str = "Make the map",
        author: str | None = None,
        highest: Sequence[int] = (0, 0, 0, 0),
    ) -> Document:
        """Make a new file holding *entities* as its first step; raises `FileExistsAlreadyError` if one is there.

        *highest* are the numbers of claims, inferences, sources and comments that are not to be given again.
        """
        name = settings.author() if author is None else author
        changes = [added(entity) for entity in with_about(entities)]
        record = Record(label=label, kind=Kind.NEW, author=name, at=_now(), session=new_id())
        document = cls(MapFile.create(path, record, changes, highest=highest), name)
        document.file.remember(document._head)  # its own
        return document

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.file.path

    @property
    def author(self) -> str:
        """Whose name new steps carry."""
        if self._author is None:
            self._author = settings.author()
        return self._author

    @property
    def is_read_only(self) -> bool:
        """Whether steps cannot be saved here: the file, or the folder that holds it while it is written, is locked."""
        return not all(os.access(place, os.W_OK) for place in (self.path, self.path.absolute().parent))

    def do(self, step: Step, kind: Kind = Kind.EDIT) -> Step:
        """Take *step*: save it, then make it true of the map. Returns the step as it was taken.

        If somebody else saved first, their changes are read and the step is taken on top of them. If saving fails,
        nothing has happened. A step that changes nothing is not saved.
        """
        if not step.changes:
            return step
        back = numbers_returning(step)
        if not all(self._is_current(each) and has_its_number(each, self.map, back) for each in step.changes):
            step = rebased(step, self.map)  # it was made for a map that has changed since
        for _ in range(_TRIES):
            try:
                self._save(step, kind)
            except StaleError:
                self.reload()
                step = rebased(step, self.map)
            else:
                return step
        raise StaleError(self.path.name)

    def undo(self) -> Step:
        """Take the newest step back, as a step of its own; returns it."""
        return self._go(Kind.UNDO)

    def redo(self) -> Step:
        """Take the step that was undone last once more; returns it."""
        return self._go(Kind.REDO)

    @property
    def head(self) -> str:
        """The id of the last step that this document knows of."""
        return self._head or ""

    def log(self) -> tuple[Record, ...]:
        """Return every step of the map, the oldest first."""
        return self.file.history()

    def steps_on(self, id_: EntityId) -> tuple[Record, ...]:
        """Return the steps that changed the entity named *id_*, or anything that refers to it."""
        return tuple(record for record, changes in self.file.steps() if any(touches(change, id_) for change in changes))

    def claims_touched_since(self, seq: int) -> list[tuple[Record, set[str]]]:
        """Return the steps after number *seq* (0: all of them), the oldest first, with the claims that each touched.

        A step touches what it changes and what that refers to; claims that were merged away are named too.
        """
        return self.file.claims_touched_since(seq)

    def step(self, seq: int) -> tuple[Record, tuple[Change, ...]]:
        """Return step number *seq* with its changes."""
        for record in self.log():
            if record.seq == seq:
                return record, self.file.changes_of(record.id)
        raise UnknownNumberError(str(seq), "step")

    def restore_step(self, seq: int) -> Step:
        """Bring the map back as it was after step *seq*, as one new step; returns it."""
        from argmap.editing import restore

        record, _ = self.step(seq)
        then = ArgumentMap(self.file.entities_at(seq))
        return self.do(restore(self.map, then, f"Restore the map as of step {record.seq}"), Kind.RESTORE)

    def restore_backup(self, backup: Path) -> Step:
        """Bring the map back as a backup holds it, as one new step; returns it."""
        from argmap.editing import restore

        then = MapFile(backup).read().map
        made = backup_time(backup).astimezone().strftime("%Y-%m-%d %H:%M")
        return self.do(restore(self.map, then, f"Restore the backup of {made}"), Kind.RESTORE)

    def share(self, place: Path) -> Document:
        """Write a copy of the map to a new file at *place*, without its history: what was removed is not in it."""
        entities = sorted(self.map.entities(), key=lambda entity: entity.id)
        return Document.create(
            place,
            entities,
            label="Share a copy without history",
            author=self.author,
            highest=self.map.highest_numbers(),
        )

    def changed_outside(self) -> bool:
        """Tell whether anybody else wrote the file since it was last read or written here."""
        return self.file.fingerprint() != self._fingerprint

    def reload(self) -> None:
        """Read the file again; the map is a new object afterwards."""
        self._past = None
        with still_there(self.path):
            self._load()

    def _load(self) -> None:
        fingerprint = self.file.fingerprint()
        opened = self.file.read()
        self._fingerprint = fingerprint
        self.map: ArgumentMap = opened.map
        self.notice = opened.notice
        self._head = opened.head

    def _history(self) -> Past:
        if self._past is None:
            self._past = Past(self.file.history())
        return self._past

    def _go(self, kind: Kind) -> Step:
        """Take the newest step back, or the step that was undone last once more."""
        if self.changed_outside():
            self.reload()
        past = self._history()
        steps = past.done if kind is Kind.UNDO else past.undone
        if not steps:
            raise NothingToUndoError(kind.value)
        record = steps[-1]
        step = Step(record.label, self.file.changes_of(record.id))
        if kind is Kind.UNDO:
            step = step.reversed()
        if not all(self._is_current(change) for change in step.changes):
            raise StandsOnItError(record.label)
        taken = Step(f"{kind.value.capitalize()}: {record.label}", step.changes)
        self._save(taken, kind, refers=record.id)
        return taken

    def _is_current(self, change: Change) -> bool:
        if change.before is None:
            return self.map.current(change.entity) is None
        return self.map.current(change.before) == change.before

    def _save(self, step: Step, kind: Kind, refers: str = "") -> None:
        record = Record(label=step.label, kind=kind, author=self.author, at=_now(), session=self.session, refers=refers)
        with still_there(self.path):
            if not self._backed_up:
                self.file.keep_daily()
                self._backed_up = True
            saved = self.file.write(record, step.changes, self._head)
        self._head = saved.id
        self._fingerprint = self.file.fingerprint()
        self.file.remember(saved.id)
        self.map.apply(step)
        if self._past is not None:
            self._past.follow(saved)


@contextmanager
def still_there(path: Path) -> Iterator[None]:
    """Refuse a map that is open, and whose file is gone, with other words than one that never was there."""
    try:
        yield
    except (FileError, FileNotFoundError):
        if path.exists():
            raise
        raise refusal("E-VANISHED", path) from None


def touches(change: Change, id_: EntityId) -> bool:
    """Whether *change* is to the entity named *id_*, or to one that refers to it."""
    return change.id == id_ or any(
        side is not None and id_ in references(side) for side in (change.before, change.after)
    )


def with_about(entities: Iterable[Entity]) -> list[Entity]:
    """Return *entities* with exactly one `About`, made if there is none."""
    there = list(entities)
    return there if any(isinstance(entity, About) for entity in there) else [About(), *there]


def _now() -> int:
    return time.time_ns() // 1_000_000
