"""Any session of edits, undo, redo, reopening and other people's edits keeps file and memory the same."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from argmap import editing
from argmap.document import Document
from argmap.errors import EditError, NothingToUndoError
from argmap.model import ArgumentMap
from tests.document.handles import check_file, check_history
from tests.store.raw import quick_folder
from tests.store.storing import storable_maps
from tests.strategies import edits

if TYPE_CHECKING:
    from pathlib import Path


class Session(RuleBasedStateMachine):
    """A document in use; *past* and *future* are the maps that undo and redo should give back."""

    path: Path
    document: Document

    def __init__(self) -> None:
        super().__init__()
        self._stack = ExitStack()
        self.past: list[ArgumentMap] = []
        self.future: list[ArgumentMap] = []

    @initialize(map_=storable_maps(4))
    def make(self, map_: ArgumentMap) -> None:
        self.path = self._stack.enter_context(quick_folder()) / "any.argmap"
        self.document = Document.create(self.path, map_.entities(), author="Jane")

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        """Any edit that fits."""
        before = _copied(self.document.map)
        try:
            step = data.draw(edits(self.document.map)).step(self.document.map)
        except EditError:
            return
        taken = self.document.do(step)
        assert step == taken
        if step.changes:
            self.past.append(before)
            self.future.clear()

    @rule()
    def undo(self) -> None:
        """The last step is taken back, or there is none."""
        now = _copied(self.document.map)
        if not self.past:
            with pytest.raises(NothingToUndoError):
                self.document.undo()
            return
        self.document.undo()
        assert self.past.pop() == self.document.map
        self.future.append(now)

    @rule()
    def redo(self) -> None:
        """The step that was undone last is taken again, or there is none."""
        now = _copied(self.document.map)
        if not self.future:
            with pytest.raises(NothingToUndoError):
                self.document.redo()
            return
        self.document.redo()
        assert self.future.pop() == self.document.map
        self.past.append(now)

    @rule()
    def reopen(self) -> None:
        """The map is closed, and opened another day."""
        self.document = Document.open(self.path, author="Joe")

    @rule()
    def another_edits_first(self) -> None:
        """Somebody else saves first; our own step is taken on top of theirs."""
        before = _copied(self.document.map)
        step = editing.add_claim(self.document.map, "Ours")
        other = Document.open(self.path, author="Other")
        other.do(editing.add_claim(other.map, "Theirs"))
        between = _copied(other.map)
        assert self.document.changed_outside()
        self.document.do(step)
        self.past += [before, between]
        self.future.clear()

    @precondition(lambda self: len(self.past) > 1)
    @rule()
    def undo_everything_and_take_it_again(self) -> None:
        """All the way back and all the way forth again, each in a session of its own."""
        now, first = _copied(self.document.map), self.past[0]
        back = Document.open(self.path)
        for _ in self.past:
            back.undo()
        assert first == back.map
        forth = Document.open(self.path)
        for _ in self.past:
            forth.redo()
        assert now == forth.map
        self.document.reload()

    @invariant()
    def file_and_memory_are_the_same(self) -> None:
        if hasattr(self, "document"):
            assert not self.document.changed_outside()
            check_file(self.path, self.document.map)

    def teardown(self) -> None:
        if hasattr(self, "document"):
            check_history(self.path, self.document.map)
        self._stack.close()


def _copied(map_: ArgumentMap) -> ArgumentMap:
    return ArgumentMap(map_.entities())


TestAnySession = Session.TestCase
TestAnySession.settings = settings(
    max_examples=8,
    stateful_step_count=15,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking takes minutes of saving and reading
)
