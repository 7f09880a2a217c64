"""Resting: what is read about the row on which the cursor rests, where nobody waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.tui.past import Past

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from argmap.store import Record
    from argmap.tui.places import Row
    from argmap.tui.stage import Stage

REST_SECONDS = 0.5
"""After so long on one row, its past is read."""


class Resting:
    """Looks now and then whether the cursor stands where it stood, and reads the past of the claims then."""

    def __init__(self, stage: Stage) -> None:
        """Read for the detail pane of *stage*, and tell it what was read."""
        self._stage = stage
        self._past = Past(stage.document)
        self._rested_on: Row | None = None
        stage.detail.past = self._past.of

    def begin(self) -> None:
        """Look from now on."""
        self._stage.set_interval(REST_SECONDS, self.look)

    def look(self) -> None:
        """Read the past of the row on which the cursor has rested since the last time."""
        row, rested_on = self._stage.tree_view.row, self._rested_on
        self._rested_on = row
        if rested_on is row and row.is_claim and self._stage.is_current and self._past.is_behind:
            self._past.begin()
            self._stage.app.run_worker(self._read, thread=True, exit_on_error=False)

    def _read(self) -> None:
        new = self._past.read()
        if new:
            self._stage.app.call_from_thread(self._show, new)

    def _show(self, new: Sequence[tuple[Record, Collection[str]]]) -> None:
        self._past.take(new)
        self._stage.detail.show_past()
