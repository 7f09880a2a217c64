"""Reviewing: the screen on which claims that look alike are compared, pair by pair, one key a decision."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from argmap.display import one_line
from argmap.matching import Duplicates, Lane, Pair, compare, terms_of
from argmap.reviewing import Gravity, preflight
from argmap.reviewing.applying import identical_step
from argmap.reviewing.decisions import Decision
from argmap.reviewing.meanwhile import happened_to
from argmap.reviewing.review import Review
from argmap.tui.alike import found_in
from argmap.tui.alike_reading import snapshot
from argmap.tui.closing import Closes
from argmap.tui.dialogs import KeyLine, attempt
from argmap.tui.review_asking import ask_sure, ask_wording
from argmap.tui.review_fitting import BESIDE, fitted_texts
from argmap.tui.review_looks import LOOKS, REVIEW_KEYS, SHORT_KEYS
from argmap.tui.review_text import head_line, lines_of, strength_line, ways_text
from argmap.tui.signs import PLAIN, plain
from argmap.tui.sizing import Sized
from argmap.tui.status import Bar, StatusLine
from argmap.tui.watching import Watching

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from argmap.model import ArgumentMap, ClaimId
    from argmap.tui.stage import Stage

_GAP = 4
_AROUND_PAIR = 5  # lines: the frame, where the review stands, what was said, the keys of the screen
_SHOWN_EVERY = 0.1

_NONE = (
    "No two claims of this map look alike.\n\n"
    "When maps of several people or sources come together, the same claim often comes in several wordings, and is "
    "counted twice. Such pairs are offered here: as one claim, as an objection, as a conflict, or as not the same."
)
_ALL_DONE = "Every pair is decided.\n\nEsc goes back to the map; u takes the last decision back."
_SKIPPED = "Nothing is left but what you skipped: {}. That comes again in the next review."
_BROKEN_OFF = "You broke off the search: this is what was found until then. Esc again leaves."


def asked_for(map_: ArgumentMap, first: ClaimId, second: ClaimId) -> Review:
    """Return the review of two claims that a person chose, however alike they are."""
    one, other = map_.claims[first].text, map_.claims[second].text
    likeness = compare(one, other, terms=terms_of(map_))
    lane = Lane.OPPOSITE if likeness.is_flagged else Lane.NEAR
    return Review(map_, Duplicates((Pair(first, second, likeness, lane),), (), at_least=0.0), asked=True)


class DuplicatesReview(ModalScreen[None], Closes[None], Sized[None], Watching[None]):
    """Pairs of claims side by side, one decision each."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(keys, action, words, priority=True)  # in the order of typing, also where keys come in a burst
        for keys, action, words in REVIEW_KEYS
    ]
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-stacked"), (BESIDE, "-beside")]  # noqa: RUF012  # Textual declares it per instance

    DEFAULT_CSS = LOOKS

    def __init__(
        self,
        stage: Stage,
        review: Review | None = None,
        *,
        at: ClaimId | None = None,
        then: Callable[[], None] = lambda: None,
    ) -> None:
        """Go through *review*, and do *then* when its pair was decided.

        Without a review, look for pairs first, and begin with those of the claim *at*.
        """
        super().__init__()
        self.stage = stage
        self.signs = stage.signs
        self.review = review
        self._at = at
        self._is_asked = review is not None  # for one pair, and nothing else
        self._then = then
        self._overtaken = ""
        self._is_broken_off = False
        self._explains = False
        self._asked: Decision | None = None
        self._shown_at = 0.0
        self._map = stage.document.map
        self.watch_map(stage.document)
        self.set_class(self.signs is PLAIN, "-ascii")

    def compose(self) -> ComposeResult:
        """Put A beside B, what is said of both under them, and the keys."""
        with Vertical(id="review") as box:
            box.border_title = "Merge two claims" if self._is_asked else "Review duplicates"
            yield Bar(self.signs, "where")
            with VerticalScroll(id="pair", can_focus=False):
                with Horizontal(id="sides", classes="-alone"):
                    yield Static(id="a", markup=False)
                    yield Static(id="b", markup=False)
                yield Static(id="between", markup=False)
            yield Static(id="ways", markup=False)
            yield StatusLine(self.signs, "said")
            yield KeyLine(self.signs, *SHORT_KEYS)

    def on_mount(self) -> None:
        """Show the first pair, or look for pairs."""
        self.set_class(self.app.size.width < BESIDE, "-stacked")  # before the first frame
        self.watch(self.query_one("#pair"), "scroll_y", self._hint, init=False)
        if self.review is None:
            self._tell_progress(0.0)
            self.run_worker(self._search, thread=True, exit_on_error=False)
        self.show()

    def on_unmount(self) -> None:
        """Let a search that is still going on end."""
        self._is_broken_off = True

    def on_resize(self) -> None:
        """Wrap anew."""
        self.call_after_refresh(self.show)

    # -- looking for pairs ---------------------------------------------------------------------------------------

    def _search(self) -> None:
        """Look for pairs, in a thread of its own."""
        found = found_in(snapshot(self._map), self._go_on)
        if self.is_running:
            self.app.call_from_thread(self._begin, found)

    def _go_on(self, done: float) -> bool:
        if not self._is_broken_off and monotonic() - self._shown_at > _SHOWN_EVERY and self.is_running:
            self._shown_at = monotonic()
            self.app.call_from_thread(self._tell_progress, done)
        return not self._is_broken_off

    def _tell_progress(self, done: float) -> None:
        if self.review is None:
            self.query_one("#a", Static).update(
                Text(f"Looking for claims that look alike: {done:.0%}\n\nEsc ends the search and keeps what was found.")
            )

    def _begin(self, found: Duplicates) -> None:
        self._map = self.stage.document.map
        self.review = Review(self._map, found, at=self._at)
        self.show()
        self.say("" if found.complete else _BROKEN_OFF)

    # -- what is shown -------------------------------------------------------------------------------------------

    def say(self, sentence: str, *, error: bool = False) -> None:
        """Show a sentence under the pair."""
        self.query_one(StatusLine).say(sentence, error=error)

    def catch_up(self) -> None:
        """Show what another program made of the pair; while pairs are still looked for, there is none."""
        if self.review is None:
            return
        before, pair = self._map, self.review.current
        self._map = self.stage.document.map
        self.review.follow(self._map)
        said = "" if pair is None else happened_to(pair, before, self.review, self._last_author(pair.second))
        if said:
            self._overtaken = said if self.review.current is not None else ""
            self._turn_page(said)
        else:
            self.show()

    def _last_author(self, claim: ClaimId) -> str:
        steps = self.stage.document.steps_on(claim)
        return one_line(steps[-1].author) if steps else ""

    def show(self) -> None:
        """Show the current pair, or that none is left."""
        review = self.review
        if review is None:
            return
        a, b, between, ways = (self.query_one(f"#{name}", Static) for name in ("a", "b", "between", "ways"))
        self.query_one("#where", Bar).show([("head", head_line(review))], strength_line(review, self.app.size.width))
        pair = review.current
        self.query_one("#sides").set_class(pair is None, "-alone")
        if pair is None:
            a.update(Text(self._told_none(review)))
            between.update("")
            ways.update("")
            self.call_after_refresh(self._hint)
            return
        width = max(self.app.size.width - _GAP, 20)
        keys = ways_text(review, pair, width, self.signs)
        ways.update(keys)
        size = width, self.app.size.height - _AROUND_PAIR - lines_of(keys, width)
        is_stacked = self.app.size.width < BESIDE
        texts = fitted_texts(review, pair, size, self.signs, is_stacked=is_stacked, explains=self._explains)
        for pane, text in zip((a, b, between), texts, strict=True):
            pane.update(text)
        self.call_after_refresh(self._hint)

    def _hint(self) -> None:
        """Say at the edge whether there is more below than is seen."""
        if self.is_mounted:
            pair = self.query_one("#pair", VerticalScroll)
            more = "" if pair.scroll_offset.y >= pair.max_scroll_y or self.review is None else "more below: ↓"
            self.query_one("#review").border_subtitle = plain(more) if self.signs is PLAIN else more

    @staticmethod
    def _told_none(review: Review) -> str:
        if review.skipped:
            return _SKIPPED.format(f"{review.skipped:,} pair{'' if review.skipped == 1 else 's'}")
        return _ALL_DONE if review.done else _NONE

    # -- keys ----------------------------------------------------------------------------------------------------

    def action_decide(self, decision: str) -> None:
        """Decide the current pair."""
        self._attempt(lambda: self._decide(Decision(decision)))

    def _decide(self, decision: Decision) -> None:
        self.stage.poll()
        self.look()
        if self._overtaken:  # the key was meant for another pair than is shown now
            self.say(f"{self._overtaken} Your next key decides this one.")
            self._overtaken = ""
            return
        review = self.review
        if review is None or review.current is None:
            self.say("There is no pair to decide. Esc leaves.")
        elif decision is Decision.SKIP:
            review.skip()
            self._turn_page("Skipped: the pair comes again in the next review.")
        elif decision is Decision.REWRITE:
            begun = review.map.claims[review.current.first].text
            self._ask_wording(decision, begun)
        else:
            self._settle(decision)

    def _ask_wording(self, decision: Decision, begun: str) -> None:
        labels = self._labels()

        def then(text: str) -> None:
            self._on_same(labels, lambda: self._settle(decision, text))

        ask_wording(self.app, self.signs, labels, begun, then)

    def _on_same(self, labels: str, deed: Callable[[], None]) -> None:
        """Do what was asked about the pair with these *labels*, if it is the pair still when the answer comes."""
        if self.review is None or self.review.current is None or self._labels() != labels:
            self.say("Nothing was changed: another program changed the map meanwhile.", error=True)
        else:
            self._attempt(deed)

    def _settle(self, decision: Decision, text: str = "") -> None:
        """Take the step of a decision; a merge that must be confirmed is confirmed first."""
        review = self.review
        assert review is not None
        if decision.merges:
            before = preflight(review.map, *review.sides(decision))
            if before.refusal:
                self.say(before.refusal, error=True)
                return
            if before.gravity is Gravity.TYPED:
                labels = self._labels()
                deed = partial(self._on_same, labels, partial(self._take, decision, text))
                ask_sure(self.app, self.signs, labels, deed)
                return
            if before.gravity is Gravity.ASKED and decision not in {self._asked, Decision.REWRITE}:
                self._asked = decision
                self.say(f"{before.concerns[0].sentence} The same key again merges them.", error=True)
                return
        self._attempt(lambda: self._take(decision, text))

    def _take(self, decision: Decision, text: str) -> None:
        review = self.review
        assert review is not None
        step = review.step(decision, text)
        if not step.changes:
            self.say("Nothing to change: it is judged so already.")
            return
        self.stage.take(step)
        review.took(self.stage.document.map)
        if self._is_asked:
            self._then()
            self.dismiss()
        else:
            self._turn_page(f"{step.label} · u undo")

    def _labels(self) -> str:
        assert self.review is not None
        pair = self.review.current
        assert pair is not None
        one, other = (self.review.map.claims[claim].label for claim in (pair.first, pair.second))
        return f"{one} and {other}"

    def _turn_page(self, said: str) -> None:
        """Show the next pair from its top, and say what was done."""
        self._explains = False
        self._asked = None
        self.show()
        self.query_one("#pair", VerticalScroll).scroll_home(animate=False)
        self.say(said)

    def action_take_identical(self) -> None:
        """Merge all claims with the same words, in one step."""
        self._attempt(self._take_identical)

    def _take_identical(self) -> None:
        self.stage.poll()
        self.look()
        review = self.review
        same = () if review is None else review.identical
        if review is None or review.current not in same:
            self.say("A makes one claim of each identical pair; this pair is none. a takes A's wording.")
            return
        applied = identical_step(review.map, same)
        if not applied.step.changes:
            self.say(" ".join(map(str, applied.refused)), error=True)
            return
        self.stage.take(applied.step)
        review.took(self.stage.document.map, len(same) - len(applied.refused))
        left = f" {len(applied.refused):,} must be decided one by one." if applied.refused else ""
        self._turn_page(f"{applied.step.label} · u undo{left}")

    def action_turn(self) -> None:
        """Turn round which claim opposes, supports or says more."""
        if self.review is not None and self.review.current is not None:
            self.review.turned = not self.review.turned
            self.show()
            self.say("Turned round.")

    def action_undo(self) -> None:
        """Take the last decision of this review back."""
        self._attempt(self._undo)

    def _undo(self) -> None:
        review = self.review
        took_back = None if review is None else review.take_back()
        if review is None or took_back is None:
            self.say("Nothing was decided in this review yet. In the tree, u takes earlier steps back.")
        elif not took_back:
            self._turn_page("The pair you skipped last is back.")
        else:
            step = self.stage.document.undo()
            self.stage.follow(step)
            review.undone(self.stage.document.map)
            self._turn_page(step.label)

    def action_why(self) -> None:
        """Say why the pair is offered and what each key does, or what a merge would change."""
        if self.review is not None and self.review.current is not None:
            self._explains = not self._explains
            self.show()
            self.query_one("#pair", VerticalScroll).scroll_end(animate=False)

    def action_next_lane(self) -> None:
        """Go to the pairs of the next lane."""
        if self.review is not None and self.review.current is not None:
            lane = self.review.current.lane
            self.review.skip_lane()
            same = self.review.current.lane is lane
            self._turn_page("All pairs that are left are of this kind." if same else "")

    def action_scroll(self, lines: int) -> None:
        """Scroll the pair."""
        self.query_one("#pair", VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_which(self) -> None:
        """Say that the keys above decide: nothing is chosen that Enter could take."""
        if self.review is not None and self.review.current is not None:
            self.say("A key decides: a, b or e makes one claim of them, n leaves both; ? says more.")

    def action_nothing(self) -> None:
        """Stay where the keys are."""

    def action_leave(self) -> None:
        """End the search, or leave the review."""
        if self.review is None and not self._is_broken_off:
            self._is_broken_off = True
            return
        if self._explains:
            self._explains = False
            self._turn_page("")
            return
        self.dismiss()

    def _attempt(self, deed: Callable[[], None]) -> None:
        attempt(deed, self.query_one(StatusLine))
