"""Search: the matches of the words in the find bar, going through them, and showing nothing else."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from argmap.display import one_line
from argmap.errors import ArgmapError
from argmap.model import Claim, Inference
from argmap.tui.folds import Folds
from argmap.tui.places import QUESTION
from argmap.tui.rows import FIRST_LEVEL, OPEN_UP_TO
from argmap.tui.turns import in_order

if TYPE_CHECKING:
    from collections.abc import Sized

    from argmap.matching import Concordance, Hits
    from argmap.model import ArgumentMap, ClaimId, Step
    from argmap.outlines.walk import Place
    from argmap.tui.stage import Stage

_ENOUGH = 3
_LOOKED_AT = 500
"""How many matches are gone through for one that says the words itself, so that a letter takes no longer than that."""


class Search:
    """One search on one screen; its matches stay for n and N after the bar is closed."""

    def __init__(self, screen: Stage) -> None:
        """Begin with nothing found."""
        self._screen = screen
        self._close: Sized = ()
        self._known_there: tuple[ArgumentMap, int, Hits] | None = None
        self._start: tuple[Place, Folds] | None = None
        self._query = ""
        self._words: tuple[str, ...] = ()
        self._is_filtering = False
        self._is_unread = False

    def begin(self, *, filtering: bool = False) -> None:
        """Open the find bar and remember where the eye was; *filtering* shows the matches alone."""
        screen = self._screen
        if self._start is not None:
            screen.find_bar.query_input.focus()
            self._filter(on=filtering or self._is_filtering)
            return
        tree = screen.tree_view
        self._start = (tree.row.place, tree.whole_folds or tree.rows.folds.copy())
        screen.prepare_wordings()
        if self.filters:  # to go on with its words
            screen.find_bar.open(self._query)
        else:
            self._query, self._words, self._is_filtering, self._is_unread = "", (), filtering, False
            self._match(self._concordance.nothing)
            screen.find_bar.open()
        self._tell()
        screen.call_after_refresh(self._prepare)

    def type(self, query: str) -> None:
        """Find *query* and go to the first match from where the search began."""
        if self._start is None:
            return
        screen = self._screen
        self._query = query
        fitting = close = self._concordance.nothing
        try:
            fitting, close = self._find(query)
        except ArgmapError as error:  # what was found before is no answer to this
            screen.say(str(error))
            self._is_unread = True
        else:
            screen.say("")
            self._is_unread = False
            self._words = self._words_of(query)
        self._close = close
        self._match(fitting.beside(close))
        screen.tree_view.mark(self._matches)
        best = fitting or self._matches
        self._show(self._first(best, self._start[0][1]) if best else None)

    def find_again(self) -> None:
        """Find anew what is being looked for, where more duplicates are known now."""
        if self._start is not None and self._asks_for_duplicates:
            self.type(self._query)

    def toggle_filter(self) -> None:
        """Show the matches and what they stand under and nothing else, or everything again."""
        self._filter(on=not self._is_filtering)

    def follow(self, step: Step) -> None:
        """Let what *step* brings in be seen, also while only matches are."""
        kept = self._screen.tree_view.rows.places.kept
        if kept is None:
            return
        for change in step.changes:
            if isinstance(change.after, Claim):
                kept.claims.add(change.after.id)
            elif isinstance(change.after, Inference):
                kept.claims.update(change.after.premises)

    @property
    def filters(self) -> bool:
        """Whether nothing is shown but what was found and what it stands under."""
        return self._screen.tree_view.rows.places.kept is not None

    @property
    def sign(self) -> str:
        """What the title says while the filter is on and no bar says so, lest anybody takes a part for the whole."""
        if not self.filters or self._start is not None:
            return ""
        return f'only "{one_line(self._query)}", {self._screen.key("select-none")} shows all'

    def end_filter(self) -> bool:
        """Show everything again, with the cursor where it is; tell whether anything was left out."""
        if not self.filters:
            return False
        here = self._screen.tree_view.row.place
        self._unfilter(self._screen.tree_view.whole_folds)
        self._stand_at(here)
        self._screen.show_title()
        return True

    def end(self, *, kept: bool) -> None:
        """Close the bar; unless the match is *kept*, show everything and put folds and cursor back."""
        screen = self._screen
        tree = screen.tree_view
        screen.find_bar.close()
        screen.footer.typing()
        tree.focus()
        if self._start is None:
            return
        place, folds = self._start
        if not kept:
            self._match(self._concordance.nothing)
            tree.mark(())
            self._unfilter(folds)
            self._stand_at(place)
            if self._is_unread:
                screen.say("")
        if kept and self._matches:
            tree.trail.leave(place)
            only = f"only these are shown, {screen.key('select-none')} shows all · " if self.filters else ""
            screen.say(f"{len(self._matches)} found · {only}{self._ways}")
        self._start = None
        screen.show_title()

    def go(self, direction: int) -> None:
        """Go to the next match (1) or the one before (-1), round the ends."""
        screen = self._screen
        there = self._there()
        if not there:
            find = f"Nothing to go to. Press {screen.key('find')} to find something."
            screen.say(find if self._start is None else "")
            return
        match = there.next(screen.tree_view.row.claim, direction)
        screen.go_to_claim(match)
        if self._start is None:
            where = self._where(match)
            screen.say(f"{there.number(match) + 1} of {len(there)} found{where and f', {where}'} · {self._ways}")
        else:
            self._tell(match)

    @cached_property
    def _concordance(self) -> Concordance:
        from argmap.matching import Concordance

        return Concordance()

    @cached_property
    def _matches(self) -> Hits:
        return self._concordance.nothing

    def _find(self, query: str) -> tuple[Hits, Hits]:
        """Return the claims that fit, and where these are few, those that would but for a slip in a word."""
        screen, nothing = self._screen, self._concordance.nothing
        if not query.strip():
            return nothing, nothing
        self._prepare()
        known = screen.tree_view.rows.places.alike
        fitting = self._concordance.search(query, known)
        if len(fitting) >= _ENOUGH:
            return fitting, nothing
        return fitting, self._concordance.search_nearly(query, screen.wordings, known)

    def _prepare(self) -> None:
        """Take in what is said in the map, so that nothing but the query is new when its first letter comes."""
        if self._start is not None:
            places = self._screen.tree_view.rows.places
            self._concordance.follow(places.map, in_order(places))

    def _first(self, hits: Hits, start: ClaimId) -> ClaimId:
        """Return the first of *hits* from *start* on that says the words itself; if none near it does, the first."""
        claims = self._screen.document.map.claims
        first = match = hits.next(start, itself=True)
        for _ in range(min(len(hits), _LOOKED_AT)):
            text = claims[match].text.casefold() if match in claims else ""
            if all(word in text for word in self._words):
                return match
            match = hits.next(match)
        return first

    def _where(self, match: ClaimId) -> str:
        """Say where the words were found, if that is not in the claim on view."""
        from argmap.matching import where_said

        map_ = self._screen.document.map
        claim = map_.claims.get(match)
        where = where_said(map_, claim, self._words) if claim is not None else ""
        return f"in {where}" if where else ""

    @staticmethod
    def _words_of(query: str) -> tuple[str, ...]:
        from argmap.matching import read_query

        return read_query(query, known=()).words

    def _match(self, matches: Hits) -> None:
        self._matches = matches
        self._known_there = None

    def _there(self) -> Hits:
        """Return the matches that the map still has, in the order in which they stand now."""
        map_, known = self._screen.document.map, self._known_there
        if known is None or known[0] is not map_ or known[1] != map_.revision:
            order = in_order(self._screen.tree_view.rows.places)
            known = self._known_there = (map_, map_.revision, self._matches.moved(order))
        return known[2]

    def _filter(self, *, on: bool) -> None:
        self._is_filtering = on
        self._match(self._there())
        here = self._screen.tree_view.row.claim
        self._show(here if here in self._matches else next(iter(self._matches), None))

    def _show(self, match: ClaimId | None) -> None:
        """Show *match* among everything, or among what is found."""
        screen = self._screen
        rows = screen.tree_view.rows
        folded = len(self._matches) - self._matches.among(rows.claims())
        if self._is_filtering and self._matches:
            kept = rows.places.keep(self._matches)
            if self._start is not None:
                screen.tree_view.whole_folds = self._start[1]
            rows.folds = Folds(None if len(kept.places) <= OPEN_UP_TO else FIRST_LEVEL)
            rows.rebuild()
            self._stand_at(QUESTION)
        elif rows.places.kept is not None:
            self._show_all()
        if match is not None:
            screen.go_to_claim(match)
        self._tell(match, folded)

    def _show_all(self) -> None:
        """End the filter, with the folds and, for now, the cursor of the beginning."""
        assert self._start is not None
        place, folds = self._start
        self._unfilter(folds.copy())
        self._stand_at(place)

    def _unfilter(self, folds: Folds | None) -> None:
        """Let everything count again, under *folds*."""
        tree = self._screen.tree_view
        tree.rows.places.kept = None
        tree.rows.folds = folds or tree.rows.folds
        tree.whole_folds = None
        tree.rows.rebuild()

    def _stand_at(self, place: Place) -> None:
        """Put the cursor on *place*, or where that is gone, on the row that is there now."""
        tree = self._screen.tree_view
        if not tree.reveal(place):
            tree.jump(min(tree.cursor, len(tree.rows) - 1))

    def _tell(self, match: ClaimId | None = None, folded: int = 0) -> None:
        """Say in the bar what was found, and in the footer what the keys do."""
        screen = self._screen
        screen.find_bar.tell(self._found(match, folded))
        screen.show_title()
        tab = "show everything" if self._is_filtering else "show matches only"
        screen.footer.typing(("Enter", "stay here"), ("Esc", "go back"), ("Tab", tab), ("Up Down", "go through"))

    def _found(self, match: ClaimId | None, folded: int) -> str:
        if self._is_unread:
            return "cannot be read"
        looking = ["still looking"] if self._asks_for_duplicates and self._screen.alike_search.is_looking else []
        if match is None:
            only = "matches only" if self._is_filtering else ""
            return (looking or ["nothing found"])[0] if self._query.strip() else only
        words = [f"{self._matches.number(match) + 1} of {len(self._matches)}", *filter(None, [self._where(match)])]
        if self._close:
            words.append(f"{len(self._close)} close" if len(self._close) < len(self._matches) else "none exact")
        if self._is_filtering:
            words.append("only these")
        elif folded:
            words.append(f"{folded} folded")
        return ", ".join(words + looking)

    @property
    def _asks_for_duplicates(self) -> bool:
        from argmap.matching.query import DUPLICATE

        return f"is:{DUPLICATE}" in self._query.casefold()

    @property
    def _ways(self) -> str:
        return f"{self._screen.key('find-next')} next, {self._screen.key('find-previous')} previous"
