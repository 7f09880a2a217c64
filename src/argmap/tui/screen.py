"""Screen: one open map, with its tree, detail pane and lines; takes every step and follows it."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import events, on
from textual.containers import Container
from textual.widgets import TextArea

from argmap.errors import ArgmapError
from argmap.tui.actions import BY_ID, footer
from argmap.tui.alike_search import AlikeSearch
from argmap.tui.crumbs import WayUp
from argmap.tui.departures import Departures
from argmap.tui.detail import Detail
from argmap.tui.dialogs import attempt, refuse
from argmap.tui.editor import Editor
from argmap.tui.find import FindBar
from argmap.tui.following import claims_gone, home_of_touched, is_structural, places_after, touched_claims
from argmap.tui.frame import LOOKS, WIDE
from argmap.tui.messages import (
    Act,
    Chosen,
    CursorMoved,
    Filtered,
    Left,
    Pasted,
    Pressed,
    Reused,
    Searched,
    SearchEnded,
    Stepped,
    TourWanted,
    Typed,
)
from argmap.tui.others import done_since, read_again
from argmap.tui.preferences import Preferences
from argmap.tui.readying import NotYetReady, make_ready
from argmap.tui.remembering import Remembered
from argmap.tui.resting import Resting
from argmap.tui.search import Search
from argmap.tui.sizing import Sized
from argmap.tui.status import Footer, StatusLine, Title
from argmap.tui.theme import THEMES
from argmap.tui.tree import ArgumentTree
from argmap.tui.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.screen import ModalScreen

    from argmap.document import Document
    from argmap.model import ClaimId, Step
    from argmap.outlines.walk import Place
    from argmap.tui.cut import Cut
    from argmap.tui.keymap import Keymap
    from argmap.tui.meanwhile import Unsaved
    from argmap.tui.signs import Signs
    from argmap.tui.type_ahead import TypeAhead

_POLL_SECONDS = 1.0
_MANY = 1_000
_HOW_TO_PASTE = (
    "Nothing was pasted: press [add-reason] or [add-objection] first, then paste. Several lines can become claims."
)
_Answer = TypeVar("_Answer")


class MapScreen(Sized[None], NotYetReady, inherit_bindings=False):
    """A document, to read and to argue in."""

    BINDINGS: ClassVar[list[BindingType]] = []
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012  # Textual declares it per instance
    DEFAULT_CSS = LOOKS

    last_key = 0.0
    """When a key was pressed last, or the screen opened, by the clock that never goes back."""

    cut: Cut | None = None
    """What was cut out of the map last."""

    type_ahead: TypeAhead | None = None
    """The keys that wait behind the last one, once there was one."""

    def __init__(self, document: Document, at: ClaimId | None = None, *, wishes: Preferences | None = None) -> None:
        """Show *document*, with the cursor on the claim *at* or on the question, as this person *wishes*."""
        super().__init__()
        self.document: Document = document
        self.at = at
        self.wishes = wishes = wishes or Preferences()
        self.keymap: Keymap = wishes.keymap
        keymap = self.keymap
        self.tree_view: ArgumentTree = ArgumentTree(
            document.map, keymap, ascii_only=wishes.draws_ascii, spoken=wishes.accessible
        )
        signs = self.tree_view.drawing.signs
        self.signs: Signs = signs
        self.detail: Detail = Detail(signs, keymap)
        self.editor: Editor = Editor(ascii_only=wishes.draws_ascii)
        self.find_bar: FindBar = FindBar(signs)
        self.titles = Title(signs, "title")
        self.crumbs = WayUp(signs, "crumbs", self.tree_view)
        self.status = StatusLine(signs, "status")
        self.footer = Footer(
            signs, ((keymap.shown(each.id), each.footer, each.id) for each in footer() if keymap.of(each.id))
        )
        self.search: Search = Search(self)
        self.remembered = Remembered(document.path, self.tree_view)
        self.departures = Departures()
        self._moves_shown = -1
        self.resting = Resting(self)
        self._trouble = ""
        self.writing: Writing = Writing(self)
        self.left_cards: dict[Place, Unsaved] = {}
        self.alike_search = AlikeSearch(self)
        self.set_class(wishes.draws_ascii, "-ascii")
        self.set_class(wishes.accessible, "-accessible")

    def compose(self) -> ComposeResult:
        """Put the lines around tree and detail pane."""
        yield self.titles
        yield self.crumbs
        with Container(id="body"):
            yield self.tree_view
            yield self.detail
            yield self.editor
            yield self.editor.offers
        yield self.find_bar
        yield self.status
        yield self.footer

    def on_mount(self) -> None:
        """Go to where the person wants to be, and watch the file."""
        self.last_key = monotonic()
        self.set_class(self.app.size.width < WIDE, "-narrow")  # before the first frame, which else is wrapped twice
        self.tree_view.focus()
        self.show_title()
        self.set_interval(_POLL_SECONDS, self.poll)
        self.resting.begin()
        for change in ("virtual_size", "scroll_y"):  # other rows, or others on view
            self.watch(self.tree_view, change, self.on_resized, init=False)
        self.show_row()
        if self.document.is_read_only:
            self.say("This file can be read only. To change a copy of it: argmap share FILE -o COPY.argmap")
        if self.document.notice:
            self.say(self.document.notice)
        self.remembered.restore(to_cursor=self.at is None)
        if self.keymap.problem:
            self.say(self.keymap.problem, error=True)
        if self.at is not None:
            self.call_after_refresh(self.go_to_claim, self.at)
        self.call_after_refresh(self.run_worker, make_ready, thread=True, exit_on_error=False)
        self.alike_search.begin_soon()

    @property
    def folder(self) -> Path:
        """The folder in which files made of the map go, unless another is named."""
        return self.document.path.absolute().parent

    def on_unmount(self) -> None:
        """Remember how the map was looked at."""
        self.remembered.keep()

    # -- telling -------------------------------------------------------------------------------------------------

    def say(self, sentence: str, *, error: bool = False) -> None:
        """Show a sentence on the status line."""
        self.status.say(sentence, error=error)

    def key(self, id_: str) -> str:
        """Return the key of an action as people read it."""
        return self.keymap.shown(id_)

    @property
    def idle_seconds(self) -> float:
        """How long no key was pressed."""
        return monotonic() - self.last_key

    def refuse(self, error: ArgmapError | OSError) -> None:
        """Say why something could not be done."""
        refuse(error, self)

    def show_title(self) -> None:
        """Show the file and what is in it."""
        map_ = self.document.map
        pairs = self.alike_search.told
        sources = _counted(len(map_.sources), "source") if map_.sources else ""
        counts = [_counted(len(map_.claims), "claim"), pairs, sources]
        state = "not saving" if self._trouble else "read only" if self.document.is_read_only else "saved"
        only = self.search.sign
        filter_ = [("key", f"  {only}")] if only else []
        self.titles.tell([("head", self.document.path.name), *filter_], [each for each in counts if each], state)

    def show_alike(self) -> None:
        """Show how many pairs may be duplicates now, and find them where they are asked for."""
        self.show_title()
        self.search.find_again()

    @on(CursorMoved)
    def show_move(self) -> None:
        """Show what belongs to the row that was reached, unless that was done with the key itself."""
        if self._moves_shown != self.tree_view.moves:
            self.show_row()

    def show_row(self) -> None:
        """Show what belongs to the row under the cursor."""
        self._moves_shown = self.tree_view.moves
        row = self.tree_view.row
        self.detail.show(self.tree_view.rows.places, row)
        self.crumbs.show_way()
        if self.tree_view.rows.news:
            self.status.add(self.tree_view.rows.news)
            self.tree_view.rows.news = ""

    @on(events.DescendantFocus)
    def show_keys(self) -> None:
        """Show the keys of the pane that has the keyboard."""
        if self.focused is self.detail:
            ways = (
                ("tree", "back to the tree"),
                ("detail-down", "scroll"),
                ("detail-page-down", "page down"),
                ("help", "help"),
            )
            self.footer.typing(*((self.key(id_), words, id_) for id_, words in ways))
        elif self.focused is self.tree_view:
            self.footer.typing()

    def finish_typing(self) -> None:
        """Leave the editor or the search once another pane has the keyboard, lest it stays open with no way out."""
        pane = self.focused
        if not isinstance(pane, ArgumentTree | Detail):
            return
        if self.writing.draft is not None:
            self.writing.leave(self.editor.text, is_elsewhere=True)
            pane.focus()
        elif self.find_bar.display:
            self.search.end(kept=True)
            pane.focus()

    @on(Pressed)
    def show_pending(self, message: Pressed) -> None:
        """Show the first keys of a sequence."""
        self.status.hint(f"{message.pending} {self.signs.ellipsis}" if message.pending else "")

    @on(events.Paste)
    def explain_pasting(self) -> None:
        """Say how to paste, where nothing is open to paste into."""
        self.say(self.keymap.filled(_HOW_TO_PASTE))

    # -- acting --------------------------------------------------------------------------------------------------

    @on(Act)
    def act(self, message: Act) -> None:
        """Do what was asked."""
        action, before = BY_ID[message.id], self.document.head
        self.attempt(lambda: action.do(self, message.key))
        if action.alone and self.tree_view.selected_there() and self.document.head != before:
            self.status.add("This changed the row under the cursor alone, not those selected.")

    def ask(
        self,
        dialog: ModalScreen[_Answer] | ModalScreen[_Answer | None],
        then: Callable[[_Answer], None] | None = None,
    ) -> None:
        """Show a dialog, and do *then* with its answer, if it has one; what goes wrong is said."""

        def answered(answer: _Answer | None) -> None:
            if then is not None and answer is not None:
                self.attempt(lambda: then(answer))

        self.app.push_screen(dialog, answered)

    def to_clipboard(self, text: str) -> str:
        """Put text on the system's clipboard; say in a few words how."""
        from argmap.tui.clipboard import copy_text

        return copy_text(text, self.app.copy_to_clipboard)

    def attempt(self, do: Callable[[], None]) -> None:
        """Do something; what goes wrong is said and never ends the program.

        Where the cursor went is shown at once, so that a key is painted once and not in two turns.
        """
        attempt(do, self)
        self.show_move()

    def take(self, step: Step) -> None:
        """Take a step: into the file, into memory, onto the screen."""
        if not step.changes:
            self.say("Nothing to change: it is like that already.")
            return
        here = self.tree_view.row.place
        done = self.document.do(step)
        self.departures.leave(done, here)
        self.follow(done)
        gone = claims_gone(done)
        count = f" ({_counted(gone, 'claim')})" if gone > 1 else ""
        self.say(" ".join([f"{done.label}{count} · {self.keymap.offer('undo', 'undo')}", *step.notices]))

    def follow(self, step: Step) -> None:
        """Show the map as it is after *step*, with the cursor where the eye is."""
        tree, map_ = self.tree_view, self.document.map
        rows = tree.rows
        self.search.follow(step)
        self.alike_search.follow(step)
        back = self.departures.due()
        wanted = list(places_after(rows, tree.cursor, step, map_))
        if map_ is not rows.places.map:
            tree.show_map(map_)
            tree.rows.remeasure()
        elif is_structural(step):
            rows.follow(step)
        else:
            rows.remeasure_claims(touched_claims(map_, step), tree.cursor)
            home = home_of_touched(rows.places, step, tree.row.place)
            if home is None or home == tree.row.place:
                wanted = []
                tree.jump(tree.cursor)
            else:
                wanted = [home]
        if back is not None and tree.rows.places.way_to(back):
            wanted.insert(0, back)
        if wanted:
            indexes = (tree.rows.reveal(place) for place in wanted)
            tree.jump(next((index for index in indexes if index is not None), 0))
        self.detail.show(tree.rows.places, tree.row)  # now, so that it is not drawn from what is gone
        self.show_title()

    def on_resized(self) -> None:
        """Keep the editor beside its row."""
        if self.editor.display:
            self.call_after_refresh(self.writing.place)

    def go_to_claim(self, claim: ClaimId) -> None:
        """Go to where a claim is shown in full."""
        home = self.tree_view.rows.places.home(claim)
        if home is not None:
            if not self.find_bar.display:  # a search is one jump, however many letters it had
                self.tree_view.trail.leave(self.tree_view.row.place)
            self.tree_view.reveal(home)

    def poll(self) -> None:
        """Read the file again if somebody else changed it."""
        try:
            if self.document.changed_outside():
                known = self.document.head
                self.document.reload()
                self._trouble = ""
                self._show_reloaded(known)
            elif self._trouble:
                self.say("The file is back, as it was.")
                self._trouble = ""
                self.show_title()
        except (ArgmapError, OSError) as error:
            if str(error) != self._trouble:  # once is enough
                self._trouble = str(error)
                self.refuse(error)
                self.show_title()

    def _show_reloaded(self, known: str) -> None:
        """Show the map as others left it, and say what they did since the step *known*."""
        read_again(self.tree_view, self.document.map)
        self.show_title()
        self.alike_search.begin()
        done = done_since(self.document, known)
        self.say(f"Read again: another program changed the file{': ' if done else ''}{done}.")

    def show_help(self, *, with_legend: bool) -> None:
        """List the actions, and do the one that is chosen."""
        from argmap.tui.help import Help

        def run(chosen: str | None) -> None:
            if chosen:
                self.post_message(Act(chosen))

        spoken = self.wishes.accessible
        self.app.push_screen(Help(self.signs, self.keymap, with_legend=with_legend, spoken=spoken), run)

    def show_history(self, claim: ClaimId | None) -> None:
        """List the steps on a claim, or (None) all steps."""
        from argmap.tui.history import History

        self.app.push_screen(History(self.document, claim, self.signs))

    def change_theme(self) -> None:
        """Take the next theme, and remember it."""
        if self.app.no_color:
            self.say("NO_COLOR is set: there are no colours to change.")
            return
        names = list(THEMES)
        here = next((n for n, name in enumerate(names) if THEMES[name].name == self.app.theme), 0)
        name = names[(here + 1) % len(names)]
        self.app.theme = THEMES[name].name
        self.wishes.keep_theme(name)
        self.say(f"The {name} theme, from now on.")

    def take_tour(self) -> None:
        """Show the tour, on a map of its own."""
        self.post_message(TourWanted())

    def leave(self) -> None:
        """End the program; there is nothing left to save."""
        self.app.exit()

    # -- typing --------------------------------------------------------------------------------------------------

    def write(self, kind: str) -> None:
        """Open the editor for a new claim, or for the words that are there."""
        self.writing.begin(kind)

    @on(TextArea.Changed)
    def text_changed(self) -> None:
        """Let the editor grow with its text."""
        self.attempt(self.writing.changed)

    @on(Chosen)
    def offer_chosen(self, message: Chosen) -> None:
        """Say what Enter does now."""
        self.attempt(lambda: self.writing.choose(message.claim))

    @on(Reused)
    def reuse_claim(self, message: Reused) -> None:
        """Use a claim that is there instead of a new one."""
        self.attempt(lambda: self.writing.reuse(message.claim))

    @on(Typed)
    def save_typed(self, message: Typed) -> None:
        """Make what was typed part of the map."""
        self.attempt(lambda: self.writing.save(message.text))

    @on(Pasted)
    def ask_of_pasted(self, message: Pasted) -> None:
        """Ask what pasted lines are."""
        self.attempt(lambda: self.writing.paste(message))

    @on(Left)
    def leave_typed(self, message: Left) -> None:
        """Leave the editor; the draft waits there."""
        self.attempt(lambda: self.writing.leave(message.text))

    def prepare_wordings(self) -> None:
        """Take in the words of a large map while the first of them are typed."""
        if len(self.document.map.claims) > _MANY:
            take_in = partial(self.wordings.follow, self.document.map)
            self.run_worker(take_in, thread=True, exit_on_error=False)

    # -- finding -------------------------------------------------------------------------------------------------

    def begin_search(self, *, filtering: bool = False) -> None:
        """Open the find bar."""
        self.search.begin(filtering=filtering)

    def end_filter(self) -> bool:
        """Show everything again; tell whether anything was left out."""
        return self.search.end_filter()

    def go_on(self, direction: int) -> None:
        """Go to the next match (1) or the one before (-1)."""
        self.search.go(direction)

    @on(Searched)
    def search_typed(self, message: Searched) -> None:
        """Go to the first match of what was typed so far, unless its next letter is here already."""
        if self.type_ahead is None or not self.type_ahead.goes_on:
            self.attempt(lambda: self.search.type(message.query))

    @on(Filtered)
    def filter_found(self) -> None:
        """Show what was found and nothing else, or everything."""
        self.attempt(self.search.toggle_filter)

    @on(Stepped)
    def step_found(self, message: Stepped) -> None:
        """Go to another match while the bar is open."""
        self.attempt(lambda: self.search.go(message.direction))

    @on(SearchEnded)
    def end_search(self, message: SearchEnded) -> None:
        """Stay at the match, or go back."""
        self.attempt(lambda: self.search.end(kept=message.kept))


def _counted(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"
