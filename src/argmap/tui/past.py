"""Past: the last steps on each claim, for the detail pane; read in the background, once and then step by step."""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING

from argmap.display import one_line
from argmap.errors import ArgmapError
from argmap.model.references import references
from argmap.outlines.changes import time_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from argmap.document import Document
    from argmap.model import Change, ClaimId, EntityId
    from argmap.store import Record

_MOST = 3
"""So many steps on a claim are told, the newest; the list of its history has them all."""


def said_of(record: Record) -> str:
    """Say in one line when a step was taken, by whom, and what it did."""
    by = f" {one_line(record.author)}:" if record.author else ""
    return f"{time_of(record.at)}{by} {one_line(record.label)}"


class Past:
    """Which steps changed a claim, or anything that refers to it."""

    def __init__(self, document: Document) -> None:
        """Know nothing yet of the steps of *document*."""
        self._document = document
        self._steps: dict[EntityId, deque[str]] = defaultdict(lambda: deque(maxlen=_MOST))
        self._read_up_to = 0
        self._read_at = ""

    @property
    def is_behind(self) -> bool:
        """Whether a step was taken since the steps were read."""
        return self._read_at != self._document.head

    def of(self, claim: ClaimId) -> list[str]:
        """Return the last steps on *claim* that were read so far, the newest first. Reads no file."""
        return list(reversed(self._steps[claim])) if claim in self._steps else []

    def begin(self) -> None:
        """Note which steps are read now, so that no second reading of them begins."""
        self._read_at = self._document.head

    def read(self) -> Sequence[tuple[Record, Collection[EntityId]]]:
        """Return the steps taken since the last time, and what each touched; not on the thread of the screen."""
        try:
            new = self._document.steps_since(self._read_up_to)
        except (ArgmapError, OSError):
            return ()  # whoever asks for the whole history is told why
        return [(record, _touched(changes)) for record, changes in new]

    def take(self, new: Iterable[tuple[Record, Collection[EntityId]]]) -> None:
        """Know what was read."""
        for record, touched in new:
            if record.seq <= self._read_up_to:
                continue  # two readings met
            self._read_up_to = record.seq
            for id_ in touched:
                self._steps[id_].append(said_of(record))


def _touched(changes: Iterable[Change]) -> set[EntityId]:
    """Return what is changed, and what that refers to."""
    found: set[EntityId] = set()
    for change in changes:
        found.add(change.id)
        for side in (change.before, change.after):
            found.update(() if side is None else references(side))
    return found
