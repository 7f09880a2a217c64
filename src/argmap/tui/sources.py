"""Sources: a browser of the map's sources, of their passages, and of the claims that rest on each."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from argmap.editing import uncite
from argmap.errors import UnfitError
from argmap.model import ClaimId
from argmap.tui.asking import edited_citation_form, source_form
from argmap.tui.browsing import BROWSER_KEYS, LIST_KEYS, LOOKS, PASSAGE_KEYS
from argmap.tui.citing import removal_step, sources_in
from argmap.tui.dialogs import KeyLine
from argmap.tui.lists import Lines
from argmap.tui.sourced import about_text, entries_of, passage_words, source_text
from argmap.tui.voicing import Mark
from argmap.tui.working import Working

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from argmap.model import ArgumentMap, Citation, EntityId, SourceId, Step
    from argmap.tui.forms import Form
    from argmap.tui.sourced import Entry
    from argmap.tui.stage import Stage

_FRAME = 6  # borders, padding and a scrollbar
_WIDE = 100


class Sources(Working[ClaimId]):
    """Sources, and inside one its passages; its result is the claim to go to, if any."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(keys, action, words, priority=True)  # in the order of typing, also where keys come in a burst
        for keys, action, words in BROWSER_KEYS
    ]
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide")]  # noqa: RUF012  # Textual declares it per instance

    DEFAULT_CSS = LOOKS

    def __init__(self, stage: Stage, at: Citation | None = None) -> None:
        """Show the sources of the map on *stage*, or the passage that *at* cites."""
        super().__init__(stage)
        self._map: ArgumentMap = stage.document.map
        self._at = at
        self._sources: list[SourceId] = []
        self._entries: list[Entry] = []
        self._shown: SourceId | None = None
        self._mark = Mark()
        self.inside = False

    def compose(self) -> ComposeResult:
        """Put both lists side by side; where there is no room, one of them is hidden."""
        with Vertical(id="sources"):
            with Horizontal():
                yield Lines(id="list", markup=False)
                yield Lines(id="passages", markup=False)
            yield self.said
            yield KeyLine(self.signs, *LIST_KEYS)

    def on_mount(self) -> None:
        """Fill the lists."""
        self.set_class(self.app.size.width < _WIDE, "-narrow")  # before the first frame
        at = self._at
        self.fill(None if at is None else at.source)
        self.go(inside=at is not None)
        if at is not None:
            self._choose_entry(lambda entry: entry.citation is not None and entry.citation.id == at.id)
            self.call_after_refresh(self.passage_list.scroll_to_highlight)
        self.call_after_refresh(self._focus)  # a list that is not shown yet cannot take the keyboard

    def on_resize(self) -> None:
        """Wrap anew."""
        if self._shown is not None:
            self.call_after_refresh(self.fill)

    # -- what is shown -------------------------------------------------------------------------------------------

    @property
    def source_list(self) -> OptionList:
        """The list of the sources."""
        return self.query_one("#list", OptionList)

    @property
    def passage_list(self) -> OptionList:
        """The list of the passages of the source that is shown."""
        return self.query_one("#passages", OptionList)

    @property
    def source(self) -> SourceId | None:
        """The source under the cursor."""
        at = self.source_list.highlighted
        return self._sources[at] if at is not None and at < len(self._sources) else None

    @property
    def entry(self) -> Entry | None:
        """The passage or claim under the cursor."""
        at = self.passage_list.highlighted  # the first option tells about the source
        return self._entries[at - 1] if at is not None and 0 < at <= len(self._entries) else None

    def fill(self, wanted: SourceId | None = None) -> None:
        """Show the sources as they are now, with the cursor on *wanted* or where it was."""
        map_ = self._map = self.stage.document.map
        wanted = wanted or self.source
        before = self.source_list.highlighted or 0
        self._sources = [source.id for source in sources_in(map_)]
        self.query_one("#sources").border_title = f"Sources {len(self._sources)}"
        room = max(self._room(self.source_list, 2), 20)
        options = [Option(source_text(map_, map_.sources[each], room, self.signs)) for each in self._sources]
        attach = self.stage.key("attach-quote")
        empty = Text(f"No sources yet. Press a to add one; {attach} on a claim attaches a quote from one.")
        self.source_list.set_options(options or [Option(empty, disabled=True)])
        if self._sources:
            last = len(self._sources) - 1
            self.source_list.highlighted = self._sources.index(wanted) if wanted in self._sources else min(before, last)
        elif self.inside:
            self.go(inside=False)
        self.fill_passages()

    def fill_passages(self) -> None:
        """Show the passages of the source under the cursor, with the cursor where it was."""
        map_, source = self._map, self.source
        before = self.entry if source == self._shown else None
        at = self.passage_list.highlighted or 1 if source == self._shown else 1
        self._shown = source
        if source is None or source not in map_.sources:
            self._entries = []
            self.passage_list.set_options([])
            return
        room = max(self._room(self.passage_list, 3), 20)
        self._entries = list(entries_of(map_, source, room, self.signs, self._mark.passage))
        attach = self.stage.key("attach-quote")
        nothing = f"\nNothing rests on this source yet. {attach} on a claim attaches a quote; d in the list removes it."
        about = about_text(map_.sources[source], room, self.signs).append(nothing if not self._entries else "\n")
        self.passage_list.set_options([Option(about, disabled=True), *(Option(entry.text) for entry in self._entries)])
        if self._entries:
            self.passage_list.highlighted = min(at, len(self._entries))
        if before is None:
            self.passage_list.scroll_to(y=0, animate=False)
        else:
            self._choose_entry(lambda entry: _key(entry) == _key(before))

    def go(self, *, inside: bool) -> None:
        """Give the keyboard to the passages (*inside*), or to the sources."""
        self.inside = inside
        self.set_class(inside, "-inside")
        self.set_class(not inside, "-outside")
        self._focus()
        self.query_one(KeyLine).show(*(PASSAGE_KEYS if inside else LIST_KEYS))

    def _focus(self) -> None:
        (self.passage_list if self.inside else self.source_list).focus()

    def on_descendant_focus(self) -> None:
        """Follow the keyboard where the mouse took it."""
        inside = self.focused is self.passage_list
        if inside != self.inside:
            self.go(inside=inside)

    @on(OptionList.OptionHighlighted, "#list")
    def show_source(self) -> None:
        """Show the passages of the source that the cursor came to."""
        if self.source != self._shown:
            self.fill_passages()

    @on(OptionList.OptionSelected)
    def open_selected(self) -> None:
        """Open the source, or go to the claim."""
        self.action_enter()

    # -- going ---------------------------------------------------------------------------------------------------

    async def action_move(self, how: str) -> None:
        """Move the cursor of the list that has the keyboard."""
        await (self.passage_list if self.inside else self.source_list).run_action(how)

    def action_switch(self) -> None:
        """Go to the other list."""
        if self.inside:
            self.go(inside=False)
        else:
            self.action_enter()

    def action_enter(self) -> None:
        """Open the source; from a claim, go to it in the tree; from a passage, to the claims under it."""
        if not self.inside:
            self._open()
            return
        entry = self.entry
        if entry is None:
            self.say("Nothing rests on this source. Esc goes back to the sources.")
        elif entry.citation is not None:
            self.dismiss(entry.citation.claim)
        elif len(entry.passage.citations) == 1:
            self.dismiss(entry.passage.citations[0].claim)
        elif entry.passage.citations:
            self.passage_list.action_cursor_down()
        else:
            self.say("No claim rests on this passage; it is here because it is one voice with another.")

    def _open(self) -> None:
        if self.source is None:
            self.say("There is no source yet. Press a to add one.")
        else:
            self.show_source()
            self.go(inside=True)
            self.say("")

    def action_back(self) -> None:
        """Go from the passages to the sources, from there back to the tree."""
        if self.inside:
            self.go(inside=False)
            self.say("")
        else:
            self.action_close()

    def action_close(self) -> None:
        """Go back to the tree."""
        self.dismiss(None)

    # -- editing -------------------------------------------------------------------------------------------------

    def action_edit(self) -> None:
        """Edit the source, or the quote under the cursor."""
        entry = self.entry if self.inside else None
        if entry is not None and entry.citation is not None:
            self._ask(edited_citation_form(self.stage, entry.citation, self.taken), entry.citation.id)
        elif self.source is None:
            self.say("There is no source yet. Press a to add one.")
        else:
            self._ask(source_form(self.stage, self.source, self.taken), self.source)

    def action_add(self) -> None:
        """Add a source."""

        def added(step: Step) -> None:
            self.taken(step)
            self.go(inside=False)
            self.source_list.action_last()

        self._ask(source_form(self.stage, None, added), None)

    def _ask(self, form: Form, about: EntityId | None) -> None:
        def then(_: bool | None) -> None:  # Textual calls it so
            if self.stage.citing.draft(self.stage.document.map, about) is not None:
                self.say("The draft is kept: open the form here again to go on.")

        self.app.push_screen(form, then)

    def action_remove(self) -> None:
        """Remove the source that nothing cites, or the quote under the cursor."""
        self.attempt(self._remove)

    def _remove(self) -> None:
        map_, entry, source = self.stage.document.map, self.entry, self.source
        if self.inside:
            if entry is None or entry.citation is None:
                message = "d on a claim removes its quote. Esc, then d removes the source."
                raise UnfitError(message)
            self.take(uncite(map_, entry.citation.id))
            return
        if source is None:
            message = "There is no source to remove."
            raise UnfitError(message)
        self.take(removal_step(map_, source))

    def action_voice(self) -> None:
        """Mark a passage; on a second one, say that both are one voice, or take that back."""
        self.attempt(self._voice)

    def _voice(self) -> None:
        map_, entry = self.stage.document.map, self.entry
        if not self.inside or entry is None:
            message = "v marks a passage: open its source with Enter and choose it."
            raise UnfitError(message)
        step = self._mark.press(map_, entry.passage.passage)
        if step is not None:
            self.take(step)
            return
        self.fill_passages()
        marked = self._mark.passage
        if marked is None:
            self.say("No passage is marked now.")
        else:
            name = passage_words(map_, marked, self.signs)
            self.say(f"{name} is marked: v on another says both are one voice, v here forgets it.")

    def _choose_entry(self, wanted: Callable[[Entry], bool]) -> None:
        found = next((n for n, entry in enumerate(self._entries, 1) if wanted(entry)), None)
        if found is not None:
            self.passage_list.highlighted = found

    def _room(self, options: OptionList, share: int) -> int:
        """Return the cells of a line of a list, known before it is shown."""
        width = self.app.size.width
        return (options.size.width or (width if width < _WIDE else width * share // 5) - _FRAME) - 2


def _key(entry: Entry) -> tuple[str, str]:
    return entry.passage.passage.paragraph, "" if entry.citation is None else entry.citation.id
