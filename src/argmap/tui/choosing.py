"""Choosing: a list of claims to choose one from, by words, number or query; the nearest in the argument first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from rich.text import Text
from textual.widgets import Static

from argmap.display import one_line
from argmap.errors import QueryError
from argmap.matching import search
from argmap.model import ArgumentMap, ClaimId
from argmap.tui.nearness import fitting
from argmap.tui.picker import Listed, Picker
from argmap.tui.watching import Watching

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual import events

    from argmap.tui.stage import Stage

MOST = 200
"""Most claims listed at once; typing finds the others."""

Remarks = Callable[[ArgumentMap], Mapping[ClaimId, str]]
"""What is said of some claims of a map, as it is now."""


def no_remarks(_: ArgumentMap) -> Mapping[ClaimId, str]:
    """Say nothing."""
    return {}


class ClaimPicker(Picker[ClaimId], Watching[ClaimId]):
    """A choice of one claim."""

    def __init__(
        self,
        stage: Stage,
        title: str,
        *,
        near: Iterable[ClaimId],
        first: Remarks = no_remarks,
        last: Remarks = no_remarks,
    ) -> None:
        """Choose a claim of the map on *stage*, those *near* to some before others, but none of these.

        What is *first* comes before all others and what is *last* behind them, each with a remark.
        """
        super().__init__(stage.signs, title, asks="words of a claim, or its number")
        self.stage = stage
        self.near = tuple(near)
        self._remarks = first, last
        self._take_in()
        self.watch_map(stage.document)

    def catch_up(self) -> None:
        """List anew what there is to choose."""
        self._take_in()
        self.fill_again()

    def _take_in(self) -> None:
        """Take the map as it is now, and what is said of its claims."""
        self.map = self.stage.document.map
        self.alike = self.stage.tree_view.rows.places.alike
        self.first, self.last = (remarks(self.map) for remarks in self._remarks)

    def listed(self, typed: str) -> Iterator[Listed[ClaimId]]:
        """Return the claims that fit what was typed."""
        fit = fitting(self.map, typed, self.near[0], without=frozenset(self.near), alike=self.alike)
        named = {typed.strip().upper(), f"C{typed.strip()}"}  # whoever types a number means that claim

        def place(claim: ClaimId) -> tuple[bool, bool, bool]:
            return self.map.claims[claim].label not in named, claim not in self.first, claim in self.last

        found = iter(sorted(fit, key=place))
        shown = 0
        for id_ in islice(found, MOST):
            claim = self.map.claims[id_]
            remark = self.first.get(id_) or self.last.get(id_, "")
            yield Listed(f"{claim.label} {one_line(claim.text)}", id_, remark=remark)
            shown += 1
        if next(found, None) is not None:
            yield Listed("There are more: type to find them.")
        if not shown:
            yield Listed(self.spoken(self._nothing(typed)))

    def _nothing(self, typed: str) -> str:
        """Say why no claim is listed."""
        if not typed.strip():
            return "There is no other claim yet."
        try:
            search(self.map, typed, self.alike)
        except QueryError as error:
            return str(error)
        return "No claim says that. Type fewer words."


class PremisePicker(ClaimPicker):
    """A choice of one claim and of what it does."""

    DEFAULT_CSS = """
    PremisePicker #relation { height: 1; padding: 0 1; }
    """

    def __init__(self, stage: Stage, title: str, *, near: ClaimId, relations: Sequence[tuple[str, str]]) -> None:
        """Choose a claim for the one it is *near*, and one of *relations*: a key each, and words."""
        super().__init__(stage, title, near=(near,))
        self.relations = tuple(relations)
        self.relation = self.relations[0][0]

    def between(self) -> Iterator[Static]:
        """Show the relations under the line to type in."""
        yield Static(self._relations(), id="relation", markup=False)

    def takes_letter(self, letter: str) -> bool:
        """Choose the relation whose key it is."""
        if letter not in dict(self.relations):
            return False
        self.relation = letter
        self.query_one("#relation", Static).update(self._relations())
        return True

    def action_tab(self) -> None:
        """Choose the next relation."""
        keys = [key for key, _ in self.relations]
        self.takes_letter(keys[(keys.index(self.relation) + 1) % len(keys)])

    def on_click(self, event: events.Click) -> None:
        """Choose the next relation at a click on them."""
        if event.widget is not None and event.widget.id == "relation":
            self.action_tab()

    def _relations(self) -> Text:
        chosen = (f"{'(*)' if key == self.relation else '( )'} {key} {words}" for key, words in self.relations)
        return Text("  ".join(chosen))
