"""History: the steps on one claim or on the whole map, the newest first; Enter shows what a step changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.display import one_line
from argmap.document import touches
from argmap.errors import ArgmapError
from argmap.outlines.changes import Teller, time_of
from argmap.tui.past import said_of
from argmap.tui.picker import Listed, Picker
from argmap.tui.watching import Watching

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.document import Document
    from argmap.model import Change, ClaimId
    from argmap.store import Record
    from argmap.tui.signs import Signs

_MOST = 1_000
"""So many steps are listed, the newest that fit; the command ``argmap log`` prints them all."""

_MOST_CHANGES = 200


class History(Picker[int], Watching[int]):
    """A list of steps to look through; it changes nothing."""

    def __init__(self, document: Document, claim: ClaimId | None, signs: Signs) -> None:
        """Show the steps on *claim* in *document*; without one, all steps."""
        self.document = document
        self.claim = claim
        of = "this map" if claim is None else document.map.claims[claim].label
        title = f"History of {of}, the newest first"
        keys = "Enter shows what a step changed, Esc closes"
        super().__init__(signs, title, asks="words of a step, or who took it", keys=keys)
        self._records: Sequence[Record] | None = None
        self._failed = ""
        self.watch_map(document)

    def on_mount(self) -> None:
        """Begin to read: a long history takes a moment, which nobody has to wait for."""
        self.run_worker(self._read, thread=True, exit_on_error=False)

    def catch_up(self) -> None:
        """Read again."""
        self.run_worker(self._read, thread=True, exit_on_error=False)

    def listed(self, typed: str) -> Iterator[Listed[int]]:
        """Return the steps in which all that was typed stands."""
        if self._records is None:
            yield Listed(self.spoken(self._failed or f"Reading the history{self.signs.ellipsis}"))
            return
        words = typed.casefold().split()
        width = max((len(str(record.seq)) for record in self._records), default=1)
        shown = 0
        for record in reversed(self._records):
            said = said_of(record)
            if shown < _MOST and all(word in said.casefold() for word in words):
                yield Listed(self.spoken(said), record.seq, leads=f"{record.seq:>{width}}  ")
                shown += 1
        if not shown:
            yield Listed("No step says that." if self._records else "Nobody has changed it yet.")

    def choose(self, answer: int) -> None:
        """Show what the step changed; this list stays under it."""
        record = next(record for record in self._records or () if record.seq == answer)
        try:
            _, changes = self.document.step(record.seq)
            lines = list(self._told(changes))
        except (ArgmapError, OSError) as error:
            lines = [str(error)]
        self.app.push_screen(Changed(self.signs, record, lines or ["It changed nothing."]))

    def _told(self, changes: tuple[Change, ...]) -> Iterator[str]:
        """Tell what a step changed, what has to do with the claim first."""
        claim = self.claim
        first = changes if claim is None else tuple(change for change in changes if touches(change, claim))
        teller = Teller(self.document.map, changes)
        for change in first[:_MOST_CHANGES]:
            yield from teller.told(change)
        others = len(changes) - len(first[:_MOST_CHANGES])
        if others:
            yield ""
            yield f"It changed {others:,} other thing{'' if others == 1 else 's'} too."

    def _read(self) -> None:
        """Read the steps, in a thread of its own."""
        try:
            records = self.document.log() if self.claim is None else self.document.steps_on(self.claim)
        except (ArgmapError, OSError) as error:
            self.app.call_from_thread(self._show, None, str(error))
        else:
            self.app.call_from_thread(self._show, records)

    def _show(self, records: Sequence[Record] | None, failed: str = "") -> None:
        self._records, self._failed = records, failed
        if self.is_mounted:  # it may have been closed while it read
            self.fill_again()


class Changed(Picker[int]):
    """What one step changed, to read; typing shows the lines that hold the words."""

    def __init__(self, signs: Signs, record: Record, lines: Sequence[str]) -> None:
        """Show *lines* about what *record* records."""
        keys = "Esc goes back to the list"
        super().__init__(signs, f"Step {record.seq}", asks="words to look for", keys=keys)
        by = f", {one_line(record.author)}" if record.author else ""
        self._head = f"Step {record.seq}, {time_of(record.at)}{by}: {one_line(record.label)}"
        self._told = lines

    def listed(self, typed: str) -> Iterator[Listed[int]]:
        """Return the lines in which all that was typed stands."""
        words = typed.casefold().split()
        found = [line for line in self._told if all(word in line.casefold() for word in words)]
        for line in (self._head, "", *(found or ["No line says that."])):
            yield Listed(self.spoken(line))
