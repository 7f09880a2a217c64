"""Screen: one open map, with its tree, detail pane and lines; takes every step and follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.containers import Container
from textual.screen import Screen
from textual.widgets import TextArea

from argmap.display import one_line
from argmap.errors import ArgmapError
from argmap.tui.actions import BY_ID, footer
from argmap.tui.detail import Detail
from argmap.tui.drafts import Draft, draft_for, first_text
from argmap.tui.editor import Editor
from argmap.tui.find import FindBar
from argmap.tui.following import home_of_touched, is_structural, places_after, touched_claims
from argmap.tui.messages import Act, CursorMoved, Left, Pressed, Searched, SearchEnded, TourWanted, Typed
from argmap.tui.preferences import Preferences
from argmap.tui.search import Search
from argmap.tui.status import Crumbs, Footer, StatusLine, Title
from argmap.tui.theme import THEMES
from argmap.tui.tree import ArgumentTree

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from argmap.document import Document
    from argmap.model import ClaimId, Step
    from argmap.outlines.walk import Place

_POLL_SECONDS = 1.0
_EDITOR_LINES = 6
_CRUMBS = 3


class MapScreen(Screen[None], inherit_bindings=False):
    """A document, to read and to argue in."""

    BINDINGS: ClassVar[list[BindingType]] = []
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012  # Textual declares it per instance
    DEFAULT_CSS = """
    MapScreen { layout: vertical; background: $surface; }
    MapScreen #body { height: 1fr; layers: base over; layout: horizontal; }
    MapScreen #tree { width: 3fr; height: 100%; }
    MapScreen #detail { width: 2fr; height: 100%; }
    MapScreen.-narrow #body { layout: vertical; }
    MapScreen.-narrow #tree { width: 100%; height: 1fr; }
    MapScreen.-narrow #detail {
        width: 100%; height: 30%; min-height: 4; border-left: none; border-top: solid $panel-lighten-1;
    }
    MapScreen.-narrow #detail:focus { border-top: solid $for; }
    MapScreen.-ascii #detail { border-left: ascii $panel-lighten-1; }
    MapScreen.-ascii.-narrow #detail { border-left: none; border-top: ascii $panel-lighten-1; }
    MapScreen.-accessible #detail { border: none !important; }
    MapScreen #status { background: $surface; }
    MapScreen #crumbs { background: $surface; }
    """

    def __init__(self, document: Document, at: ClaimId | None = None, *, wishes: Preferences | None = None) -> None:
        """Show *document*, with the cursor on the claim *at* or on the question, as this person *wishes*."""
        super().__init__()
        self.document: Document = document
        self.at = at
        self.wishes = wishes = wishes or Preferences()
        self.keymap = keymap = wishes.keymap
        ascii_only = wishes.draws_ascii
        self.tree_view: ArgumentTree = ArgumentTree(
            document.map, keymap, ascii_only=ascii_only, spoken=wishes.accessible
        )
        signs = self.tree_view.drawing.signs
        self.signs = signs
        self.detail: Detail = Detail(signs, keymap)
        self.editor: Editor = Editor(ascii_only=ascii_only)
        self.find_bar: FindBar = FindBar(signs)
        self.titles = Title(signs, "title")
        self.crumbs = Crumbs(signs, "crumbs")
        self.status = StatusLine(signs, "status")
        self.footer = Footer(
            signs, ((keymap.shown(each.id), each.footer, each.id) for each in footer() if keymap.of(each.id))
        )
        self.search: Search = Search(self)
        self.draft: Draft | None = None
        self.drafts: dict[tuple[str, Place], str] = {}
        self.set_class(ascii_only, "-ascii")
        self.set_class(wishes.accessible, "-accessible")

    def compose(self) -> ComposeResult:
        """Put the lines around tree and detail pane."""
        yield self.titles
        yield self.crumbs
        with Container(id="body"):
            yield self.tree_view
            yield self.detail
            yield self.editor
        yield self.find_bar
        yield self.status
        yield self.footer

    def on_mount(self) -> None:
        """Go to where the person wants to be, and watch the file."""
        self.tree_view.focus()
        self.show_title()
        self.set_interval(_POLL_SECONDS, self.poll)
        self.show_row()
        if self.document.notice:
            self.say(self.document.notice)
        if self.keymap.problem:
            self.say(self.keymap.problem, error=True)
        if self.at is not None:
            self.call_after_refresh(self.go_to_claim, self.at)
        self.call_after_refresh(self.run_worker, self.document.prepare, thread=True, exit_on_error=False)

    # -- telling -------------------------------------------------------------------------------------------------

    def say(self, sentence: str, *, error: bool = False) -> None:
        """Show a sentence on the status line."""
        self.status.say(sentence, error=error)

    def key(self, id_: str) -> str:
        """Return the key of an action as people read it."""
        return self.keymap.shown(id_)

    def refuse(self, error: ArgmapError | OSError) -> None:
        """Say why something could not be done."""
        reason = f"The file cannot be reached: {error.strerror}." if isinstance(error, OSError) else str(error)
        self.say(reason, error=True)

    def show_title(self) -> None:
        """Show the file and what is in it."""
        map_ = self.document.map
        counts = [
            _counted(len(map_.claims), "claim"),
            *([_counted(len(map_.sources), "source")] if map_.sources else []),
        ]
        state = "saved"
        self.titles.show([("head", self.document.path.name)], " | ".join([*counts, state]))

    @on(CursorMoved)
    def show_row(self) -> None:
        """Show what belongs to the row under the cursor."""
        row = self.tree_view.row
        self.detail.show(self.tree_view.rows.places, row)
        map_ = self.document.map
        names: list[str] = []
        above = row.above
        while above is not None and above.is_claim and len(names) < _CRUMBS:
            claim = map_.claims[above.claim]
            names.append(f"{claim.label} {claim.text[:60]}")
            above = above.above
        if above is not None and above.is_claim:
            names.append(self.signs.ellipsis)
        room = max((self.size.width - 4) // max(len(names), 1) - 3, 12)
        ways = [name if len(name) <= room else name[:room].rstrip() + self.signs.ellipsis for name in reversed(names)]
        start = map_.about.question if row.is_claim else map_.about.title
        self.crumbs.show([("muted", one_line(f" {self.signs.arrow} ".join(ways)) or start)])

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
            self.footer.typing(*((self.key(id_), words) for id_, words in ways))
        elif self.focused is self.tree_view:
            self.footer.typing()

    @on(Pressed)
    def show_pending(self, message: Pressed) -> None:
        """Show the first keys of a sequence."""
        self.status.hint(f"{message.pending} {self.signs.ellipsis}" if message.pending else "")

    # -- acting --------------------------------------------------------------------------------------------------

    @on(Act)
    def act(self, message: Act) -> None:
        """Do what was asked; what goes wrong is said and never ends the program."""
        try:
            BY_ID[message.id].do(self, message.key)
        except (ArgmapError, OSError) as error:
            self.refuse(error)
        except Exception as error:  # noqa: BLE001  # the map is saved step by step; one action must not end the rest
            self.say(f"That should not have happened ({type(error).__name__}). Your map is as it was.", error=True)

    def take(self, step: Step) -> None:
        """Take a step: into the file, into memory, onto the screen."""
        if not step.changes:
            self.say("Nothing to change: it is like that already.")
            return
        done = self.document.do(step)
        self.follow(done)
        gone = sum(change.after is None and change.entity.id in self._claims_gone(done) for change in done.changes)
        count = f" ({_counted(gone, 'claim')})" if gone > 1 else ""
        self.say(" ".join([f"{done.label}{count} · {self.key('undo')} undo", *step.notices]))

    def follow(self, step: Step) -> None:
        """Show the map as it is after *step*, with the cursor where the eye is."""
        tree, map_ = self.tree_view, self.document.map
        rows = tree.rows
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
        if wanted:
            indexes = (tree.rows.reveal(place) for place in wanted)
            tree.jump(next((index for index in indexes if index is not None), 0))
        self.show_title()

    def go_to_claim(self, claim: ClaimId) -> None:
        """Go to where a claim is shown in full."""
        home = self.tree_view.rows.places.home(claim)
        if home is not None:
            self.tree_view.reveal(home)

    def poll(self) -> None:
        """Read the file again if somebody else changed it."""
        try:
            if self.document.changed_outside():
                self.document.reload()
                self._show_reloaded()
        except (ArgmapError, OSError) as error:
            self.refuse(error)

    def _show_reloaded(self) -> None:
        tree = self.tree_view
        way = [tree.row.place]
        above = tree.row.above
        while above is not None:
            way.append(above.place)
            above = above.above
        tree.show_map(self.document.map)
        indexes = (tree.rows.reveal(place) for place in way)
        index = next((index for index in indexes if index is not None), 0)
        tree.jump(index)
        self.show_title()
        self.say("Read again: the file was changed by another program.")

    @staticmethod
    def _claims_gone(step: Step) -> set[object]:
        return {change.id for change in step.changes if change.after is None and hasattr(change.before, "credence")}

    def show_help(self, *, with_legend: bool) -> None:
        """List the actions, and do the one that is chosen."""
        from argmap.tui.help import Help

        def run(chosen: str | None) -> None:
            if chosen:
                self.post_message(Act(chosen))

        self.app.push_screen(Help(self.signs, self.keymap, with_legend=with_legend), run)

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
        tree, map_ = self.tree_view, self.document.map
        draft = draft_for(map_, kind, tree.row)
        kept = self.drafts.get((draft.kind, draft.place))
        self.draft = draft
        tree.keep_in_view(below=_EDITOR_LINES)
        self.editor.open(draft.title, kept if kept is not None else first_text(map_, draft))
        self.place_editor()
        self.footer.typing(("Enter", "save"), ("Esc", "leave, keeping the draft"))
        self.say("This is the draft you left here." if kept is not None else "")

    @on(TextArea.Changed)
    def place_editor(self) -> None:
        """Put the editor beside the row it belongs to, as large as its text."""
        if self.draft is None or not self.editor.display:
            return
        tree = self.tree_view
        top = tree.rows.heights.top(tree.cursor) - tree.scroll_offset.y
        is_here = self.draft.kind in {"edit", "question"}
        column = tree.drawing.indent(tree.row) if self.draft.kind != "position" else 0
        line = top if is_here else top + tree.rows.heights[tree.cursor]
        self.editor.place(column, line, tree.scrollable_content_region.width, tree.size.height)

    @on(Typed)
    def save_typed(self, message: Typed) -> None:
        """Make what was typed part of the map; what cannot be saved stays in the editor."""
        if self.draft is None:
            return
        draft, key = self.draft, (self.draft.kind, self.draft.place)
        try:
            step = draft.step(self.document.map, message.text)
            self.drafts.pop(key, None)
            self.take(step)
        except (ArgmapError, OSError) as error:
            self.drafts[key] = message.text
            self.refuse(error)
        else:
            self.stop_typing()

    @on(Left)
    def leave_typed(self, message: Left) -> None:
        """Leave the editor; the draft waits there."""
        if self.draft is not None:
            key = (self.draft.kind, self.draft.place)
            begun = first_text(self.document.map, self.draft) if self._draft_stands() else ""
            if message.text.strip() and message.text != begun:
                self.drafts[key] = message.text
                self.say("The draft is kept: open the editor here again to go on.")
            else:
                self.drafts.pop(key, None)
                self.say("")
        self.stop_typing()

    def _draft_stands(self) -> bool:
        return self.draft is not None and (self.draft.kind != "edit" or self.draft.place[1] in self.document.map.claims)

    def stop_typing(self) -> None:
        """Give the keyboard back to the tree."""
        self.draft = None
        self.editor.close()
        self.footer.typing()
        self.tree_view.focus()

    # -- finding -------------------------------------------------------------------------------------------------

    def begin_search(self) -> None:
        """Open the find bar."""
        self.search.begin()

    def go_on(self, direction: int) -> None:
        """Go to the next match (1) or the one before (-1)."""
        self.search.go(direction)

    @on(Searched)
    def search_typed(self, message: Searched) -> None:
        """Go to the first match of what was typed so far."""
        self.search.type(message.query)

    @on(SearchEnded)
    def end_search(self, message: SearchEnded) -> None:
        """Stay at the match, or go back."""
        self.search.end(kept=message.kept)


def _counted(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"
