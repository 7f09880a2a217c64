"""Search: the matches of the words in the find bar, and going through them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.errors import ArgmapError
from argmap.matching import search

if TYPE_CHECKING:
    from argmap.model import ClaimId
    from argmap.outlines.walk import Place
    from argmap.tui.folds import Folds
    from argmap.tui.stage import Stage


class Search:
    """One search on one screen; its matches stay for n and N after the bar is closed."""

    def __init__(self, screen: Stage) -> None:
        """Begin with nothing found."""
        self._screen = screen
        self._ranks: dict[ClaimId, int] = {}
        self._matches: list[ClaimId] = []
        self._start: tuple[Place, Folds] | None = None

    def begin(self) -> None:
        """Open the find bar and remember where the eye was."""
        screen = self._screen
        rows = screen.tree_view.rows
        if rows.places.is_patched:
            rows.places.look()  # for the order of the matches
        self._start = (screen.tree_view.row.place, rows.folds.copy())
        self._ranks = {claim: rank for rank, claim in enumerate((*rows.places.homes, *rows.places.unplaced))}
        screen.find_bar.open()
        then = f"then {screen.key('find-next')} {screen.key('find-previous')}"
        screen.footer.typing(("Enter", "stay here"), ("Esc", "go back"), (then, "next, previous"))

    def type(self, query: str) -> None:
        """Find *query* and go to the first match from where the search began."""
        if self._start is None:
            return
        screen = self._screen
        try:
            found = [claim.id for claim in search(screen.document.map, query)] if query.strip() else []
        except ArgmapError as error:
            screen.say(str(error))
            return
        screen.say("")
        self._matches = sorted(found, key=self._rank)
        screen.tree_view.found = frozenset(found)
        folded = len(set(found) - {row.claim for row in screen.tree_view.rows.visible}) if found else 0
        if not found:
            screen.tree_view.settle()
            screen.find_bar.tell("nothing found" if query.strip() else "")
            return
        begun = self._rank(self._start[0][1])
        first = next((n for n, claim in enumerate(self._matches) if self._rank(claim) >= begun), 0)
        screen.go_to_claim(self._matches[first])
        screen.tree_view.settle()
        hidden = f", {folded} in folds" if folded else ""
        screen.find_bar.tell(f"{first + 1} of {len(found)}{hidden}")

    def end(self, *, kept: bool) -> None:
        """Close the bar; unless the match is *kept*, put folds and cursor back."""
        screen = self._screen
        tree = screen.tree_view
        screen.find_bar.close()
        screen.footer.typing()
        tree.focus()
        if not kept and self._start is not None:
            place, folds = self._start
            self._matches = []
            tree.found = ()
            tree.rows.folds = folds
            tree.rows.rebuild()
            tree.settle()
            tree.reveal(place)
        elif self._matches:
            screen.say(f"{len(self._matches)} found · {self._ways}")
        self._start = None

    def go(self, direction: int) -> None:
        """Go to the next match (1) or the one before (-1), round the ends."""
        screen = self._screen
        there = [claim for claim in self._matches if claim in screen.document.map.claims]
        if not there:
            screen.say(f"Nothing to go to. Press {screen.key('find')} to find something.")
            return
        here = self._rank(screen.tree_view.row.claim)
        if direction > 0:
            number = next((n for n, claim in enumerate(there) if self._rank(claim) > here), 0)
        else:
            before = [n for n, claim in enumerate(there) if self._rank(claim) < here]
            number = before[-1] if before else len(there) - 1
        screen.go_to_claim(there[number])
        screen.say(f"{number + 1} of {len(there)} found · {self._ways}")

    @property
    def _ways(self) -> str:
        return f"{self._screen.key('find-next')} next, {self._screen.key('find-previous')} previous"

    def _rank(self, claim: ClaimId) -> int:
        return self._ranks.get(claim, len(self._ranks) if claim in self._screen.document.map.claims else -1)
