"""Past: the last steps on each claim, for the detail pane; read in the background, once and then step by step."""

from __future__ import annotations

from collections import defaultdict, deque
from itertools import islice
from typing import TYPE_CHECKING

from argmap.display import one_line
from argmap.errors import ArgmapError
from argmap.model import ClaimId
from argmap.outlines.changes import time_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from argmap.document import Document
    from argmap.store import Record

_MOST = 3
"""So many steps on a claim are told, the newest; the list of its history has them all."""

_MANY = 1_000
"""A step that touched more claims is kept whole: an import must not cost an entry for each of its claims."""


def said_of(record: Record) -> str:
    """Say in one line when a step was taken, by whom, and what it did."""
    by = f" {one_line(record.author)}:" if record.author else ""
    return f"{time_of(record.at)}{by} {one_line(record.label)}"


class Past:
    """Which steps changed a claim, or anything that refers to it."""

    def __init__(self, document: Document) -> None:
        """Know nothing yet of the steps of *document*."""
        self._document = document
        self._steps: dict[str, deque[Record]] = defaultdict(lambda: deque(maxlen=_MOST))
        self._large: list[tuple[Record, Collection[str]]] = []
        self._read_up_to = 0
        self._read_at = ""

    @property
    def is_behind(self) -> bool:
        """Whether a step was taken since the steps were read."""
        return self._read_at != self._document.head

    def of(self, claim: ClaimId) -> list[str]:
        """Return the last steps on *claim* that were read so far, the newest first. Reads no file."""
        large = islice((record for record, touched in reversed(self._large) if claim in touched), _MOST)
        known = sorted([*self._steps.get(claim, ()), *large], key=lambda record: record.seq)
        return [said_of(record) for record in known[: -_MOST - 1 : -1]]

    def begin(self) -> None:
        """Note which steps are read now, so that no second reading of them begins."""
        self._read_at = self._document.head

    def read(self) -> Sequence[tuple[Record, Collection[str]]]:
        """Return the steps taken since the last time, and what each touched; not on the thread of the screen."""
        try:
            new = self._document.claims_touched_since(self._read_up_to)
        except (ArgmapError, OSError):
            return ()  # whoever asks for the whole history is told why
        return [(record, self._shared(touched)) for record, touched in new]

    def take(self, new: Iterable[tuple[Record, Collection[str]]]) -> None:
        """Know what was read."""
        for record, touched in new:
            if record.seq <= self._read_up_to:
                continue  # two readings met
            self._read_up_to = record.seq
            if len(touched) > _MANY:
                self._large.append((record, touched))
                continue
            for id_ in touched:
                self._steps[id_].append(record)

    def _shared(self, touched: Collection[str]) -> Collection[str]:
        """Return *touched* in the texts that the map has for them already: those of a large step fill much memory."""
        known = self._document.map.claims.get
        claims = ((id_, known(ClaimId(id_))) for id_ in touched)
        return {id_ if claim is None else claim.id for id_, claim in claims}
