"""Alike search: looks for possible duplicates while nobody waits, and keeps the badges right through every step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from textual.worker import get_current_worker

from argmap.model import Alias, ArgumentMap, Claim, Distinct, Term
from argmap.tui.alike_reading import entities_read, reworded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import App
    from textual.timer import Timer
    from textual.worker import Worker

    from argmap.document import Document
    from argmap.matching import Wordings
    from argmap.model import ClaimId, Entity, Step
    from argmap.tui.alike import Alike
    from argmap.tui.detail import Detail
    from argmap.tui.tree import ArgumentTree

BEGIN_SECONDS: float | None = 1.0
"""How long after opening the first search begins; None: never."""

_IDLE_SECONDS = 3.0
_SETTLE_SECONDS = 0.5
_APART = 500  # claims; what is smaller takes no longer than a process takes to begin
_AT_ONCE = 5
_PATIENCE = 0.01
_MOST_FOLLOWED = 100
_KINDS = (Claim, Alias, Distinct, Term)


class Screen(Protocol):
    """What the search asks of the screen it shows its badges on."""

    document: Document
    tree_view: ArgumentTree
    detail: Detail

    @property
    def wordings(self) -> Wordings:
        """The words of the map, to compare with what is typed."""

    @property
    def idle_seconds(self) -> float:
        """How long no key was pressed."""

    @property
    def app(self) -> App[object]:
        """The program."""

    def run_worker(self, work: Callable[[], None], *, thread: bool, exit_on_error: bool, group: str) -> Worker[None]:
        """Do something in a thread."""

    def show_alike(self) -> None:
        """Show how many pairs there are now, and find them where they are asked for."""

    def set_timer(self, delay: float, callback: Callable[[], None]) -> Timer:
        """Do something later."""


class AlikeSearch:
    """The possible duplicates of the map on a screen."""

    def __init__(self, screen: Screen) -> None:
        """Begin with nothing found."""
        self._screen = screen
        self._map = screen.document.map
        self._alike: Alike | None = None
        self._worker: Worker[None] | None = None
        self._timer: Timer | None = None
        self._waiting: dict[ClaimId, None] = {}
        self._count: tuple[Mapping[ClaimId, tuple[ClaimId, ...]], int] = {}, 0

    @property
    def is_settled(self) -> bool:
        """Whether the badges show what is alike now, as far as a search has found it."""
        return self._timer is None and not self._waiting

    @property
    def count(self) -> int:
        """How many pairs of claims may be one, as far as a search has found them."""
        partners = self._screen.tree_view.rows.places.alike
        if self._count[0] is not partners:  # the title asks at every letter of a search
            self._count = partners, sum(map(len, partners.values())) // 2
        return self._count[1]

    @property
    def told(self) -> str:
        """What the title says: how many pairs there are, or that somebody is looking; nothing where there are none."""
        if self._worker is None:
            return ""
        return f"{self.count:,} dup?" if self._alike is not None and self.count else "dup? …" if self.is_looking else ""

    @property
    def is_looking(self) -> bool:
        """Whether there may be more than was found until now: a search is under way, or has not begun."""
        return self._alike is None or not self.is_settled

    def begin_soon(self) -> None:
        """Look for pairs once the screen stands and the first keys are answered; in a large map, once nobody types."""
        if BEGIN_SECONDS is not None:
            self._screen.set_timer(BEGIN_SECONDS, self._begin_at_rest)

    def _begin_at_rest(self) -> None:
        is_large = len(self._screen.document.map.claims) > _APART
        if is_large and self._screen.idle_seconds < _IDLE_SECONDS:
            self.begin_soon()
        else:
            self.begin()

    def begin(self) -> None:
        """Look for pairs in the map as it is now, in a thread; an older search ends."""
        if self._worker is not None:
            self._worker.cancel()
        self._alike = None
        self._waiting.clear()
        map_, wordings = self._screen.document.map, self._screen.wordings  # made here: two threads would make two
        read = entities_read(map_)
        self._worker = self._screen.run_worker(
            lambda: self._search(map_, read, wordings), thread=True, exit_on_error=False, group="alike"
        )
        self._screen.show_alike()

    def follow(self, step: Step) -> None:
        """Keep the badges right after *step*, once the person pauses."""
        if self._worker is None or not any(isinstance(change.entity, _KINDS) for change in step.changes):
            return
        self._waiting.update(dict.fromkeys(reworded(step)))
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._screen.set_timer(_SETTLE_SECONDS, self.settle)

    def settle(self) -> None:
        """Compare the claims that are new or reworded, a few at a time, and show what is alike now.

        While another thread makes the wordings ready, the claims wait.
        """
        self._timer = None
        if self._alike is None:
            return  # a search is under way, and what it finds is followed when it comes
        if len(self._waiting) > _MOST_FOLLOWED or self._screen.document.map is not self._map:
            self.begin()
            return
        if self._waiting and self._screen.wordings.follow(self._map, patience=_PATIENCE):
            for claim in list(self._waiting)[:_AT_ONCE]:
                del self._waiting[claim]
                self._alike.take_in(self._map, claim, self._screen.wordings)
        self.show()
        if self._waiting:
            self._timer = self._screen.set_timer(_SETTLE_SECONDS, self.settle)

    def show(self) -> None:
        """Put the badges on the claims that have other partners than before."""
        if self._alike is None:
            return
        tree = self._screen.tree_view
        before, now = tree.rows.places.alike, self._alike.partners(self._screen.document.map)
        differ = {claim for claim in before.keys() | now.keys() if before.get(claim) != now.get(claim)}
        tree.rows.places.alike = now
        if differ:
            held = tree.held()
            tree.rows.remeasure_claims(differ & self._screen.document.map.claims.keys(), tree.cursor)
            tree.settle()
            tree.hold(held)
            self._screen.detail.show(tree.rows.places, tree.row)
        self._screen.show_alike()

    def _search(self, map_: ArgumentMap, entities: list[Entity], wordings: Wordings) -> None:
        from argmap.tui.alike import Alike, found_in
        from argmap.tui.alike_apart import found_apart

        worker, read = get_current_worker(), ArgumentMap(entities)
        found = found_apart(read, lambda: worker.is_cancelled) if len(read.claims) > _APART else None
        if found is None and not worker.is_cancelled:  # it is small, or no process can be had
            found = found_in(read, lambda _: not worker.is_cancelled)
        if found is not None and not worker.is_cancelled:
            wordings.follow(map_)
            self._screen.app.call_from_thread(self._found, map_, Alike(read, found))

    def _found(self, map_: ArgumentMap, alike: Alike) -> None:
        if map_ is not self._screen.document.map:
            self.begin()
            return
        self._map = map_
        self._alike = alike
        self.settle()
