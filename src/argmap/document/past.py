"""What can be undone and redone, derived from the steps a file remembers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.store import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.store import Record


class Past:
    """The steps that are done and those that were undone, the newest last."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        """Follow *records*, the oldest first."""
        self.done: list[Record] = []
        self.undone: list[Record] = []
        for record in records:
            self.follow(record)

    def follow(self, record: Record) -> None:
        """Take one more step into account. Making the map cannot be undone; a new step ends what was to be redone."""
        match record.kind:
            case Kind.NEW:
                pass
            case Kind.UNDO:
                _move(record.refers, self.done, self.undone)
            case Kind.REDO:
                _move(record.refers, self.undone, self.done)
            case _:
                self.done.append(record)
                self.undone.clear()


def _move(step: str, here: list[Record], there: list[Record]) -> None:
    if here and here[-1].id == step:
        there.append(here.pop())
