"""Writing: what is being typed in the editor, where it will go, and the drafts that wait at their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.errors import ArgmapError, UnfitError
from argmap.tui.meanwhile import OvertakenError
from argmap.tui.places import QUESTION, UNPLACED

if TYPE_CHECKING:
    from argmap.matching import Similar
    from argmap.model import ClaimId
    from argmap.outlines.walk import Place
    from argmap.tui.drafts import Draft
    from argmap.tui.messages import Pasted
    from argmap.tui.stage import Stage

_ROOM = 6
_ROOM_WITH_OFFERS = 9
_OFFERED = 3
_LEAST_WORDS = 3
_LEAST_LENGTH = 12
_SAVE = (("Enter", "save"), ("Esc", "leave, keeping the draft"))
_IN_PLACE = {"edit", "question"}
_KEPT = "The draft is kept: open the editor {} again to go on."
_KEPT_FOR_LATER = "The draft is kept, for when the claim is back: it was removed meanwhile."
_NAMES = {"question": "the question", "tags": "the tags"}


class Writing:
    """The typing on one screen: at most one draft is open, those that were left are kept."""

    def __init__(self, screen: Stage) -> None:
        """Begin with nothing to type."""
        self._screen = screen
        self.draft: Draft | None = None
        self._begun = ""
        self._kept: dict[tuple[str, Place], tuple[str, str]] = {}

    def begin(self, kind: str) -> None:
        """Open the editor for a new claim, or for the words that are there."""
        from argmap.tui.drafts import TAGS_OF_ALL, draft_for, first_text

        screen, map_ = self._screen, self._screen.document.map
        try:
            draft = self._draft_for_all() if kind == TAGS_OF_ALL else draft_for(map_, kind, screen.tree_view.row)
        except UnfitError as error:
            raise UnfitError(screen.keymap.filled(str(error))) from None
        words = first_text(map_, draft)
        text, self._begun = self._kept.get((draft.kind, draft.place), (words, words))
        is_kept = (draft.kind, draft.place) in self._kept
        self.draft = draft
        screen.tree_view.below = _ROOM_WITH_OFFERS if draft.takes_claims else _ROOM
        screen.tree_view.keep_in_view()
        screen.prepare_wordings()
        screen.editor.open(draft.title, text, takes_lists=draft.takes_lists)
        self.changed()
        screen.say("This is the draft you left here." if is_kept else "")

    def _draft_for_all(self) -> Draft:
        from argmap.tui.drafts import tagging

        tree = self._screen.tree_view
        return tagging(tree.row.place, (claim for _, claim in tree.selected_there()))

    def changed(self) -> None:
        """Offer the claims close to the text as it is now, and let the editor grow with it."""
        editor = self._screen.editor
        if self.draft is None or not editor.display:
            return
        offered = self._close_claims(self.draft, editor.text)
        editor.offers.offer(offered)
        self.place()

    def choose(self, claim: ClaimId | None) -> None:
        """Say what the keys do with *claim* chosen, or with the text (None)."""
        screen = self._screen
        if self.draft is None:
            return
        chosen = None if claim is None else screen.document.map.claims.get(claim)
        if chosen is not None:
            label = chosen.label
            screen.footer.typing(("Enter", f"use {label} here"), ("Up Down", "choose"), ("Esc", "back to the text"))
        elif screen.editor.offers.display:
            screen.footer.typing(_SAVE[0], ("Down", "use a close claim"), ("Esc", "leave"))
        else:
            screen.footer.typing(*_SAVE)

    def reuse(self, claim: ClaimId) -> None:
        """Put a claim that is there where the new one would stand."""
        if self.draft is None:
            return
        try:
            step = self.draft.reuse(self._screen.document.map, claim)
            self._screen.take(step)
        except (ArgmapError, OSError) as error:
            self._screen.refuse(error)
        else:
            self._kept.pop((self.draft.kind, self.draft.place), None)
            self.stop()

    def paste(self, pasted: Pasted) -> None:
        """Ask whether the lines that were *pasted* are claims of their own or one claim."""
        if self.draft is not None:
            from argmap.tui.pasting import ask

            try:
                ask(self._screen, self.draft, pasted, self.stop)
            except ArgmapError as error:  # what the draft is about is gone
                self._screen.refuse(error)

    def place(self) -> None:
        """Put the editor beside the row it belongs to, as large as its text, and say what its keys do there."""
        editor, tree = self._screen.editor, self._screen.tree_view
        if self.draft is None or not editor.display:
            return
        top = tree.rows.heights.top(tree.cursor) - tree.scroll_offset.y
        column = tree.drawing.indent(tree.row) if self.draft.kind != "position" else 0
        line = top if self.draft.kind in _IN_PLACE else top + tree.rows.heights[tree.cursor]
        editor.place(column, line, tree.scrollable_content_region.width, tree.size.height)
        self.choose(editor.offers.chosen)

    def save(self, text: str) -> None:
        """Make *text* part of the map; what cannot be saved stays in the editor."""
        if self.draft is None:
            return
        draft, key = self.draft, (self.draft.kind, self.draft.place)
        self._screen.poll()
        try:
            self._refuse_overwriting(draft, text)
            step = draft.step(self._screen.document.map, text, self._screen.document.author)
            self._kept.pop(key, None)
            self._screen.take(step)
        except (ArgmapError, OSError) as error:
            self._kept[key] = text, self._begun
            self._screen.refuse(error)
        else:
            self.stop()

    def _refuse_overwriting(self, draft: Draft, text: str) -> None:
        """Refuse, once, to put *text* over words that are not those the editor was opened on."""
        from argmap.tui.drafts import first_text

        now = first_text(self._screen.document.map, draft) if self._is_there(draft) else self._begun
        is_overtaken = now not in {self._begun, text.strip()}
        self._begun = now
        if is_overtaken:
            what = _NAMES.get(draft.kind, "the claim")
            raise OvertakenError(what, "Enter saves yours all the same, Esc keeps it as a draft", now)

    def leave(self, text: str, *, is_elsewhere: bool = False) -> None:
        """Leave the editor; the draft waits there, which is told by name to somebody who *is_elsewhere* already."""
        if self.draft is not None:
            key = (self.draft.kind, self.draft.place)
            if text.strip() and text != self._begun:
                self._kept[key] = text, self._begun
                where = self._name_of(self.draft) if is_elsewhere else "here"
                self._screen.say(_KEPT.format(where) if self._is_there(self.draft) else _KEPT_FOR_LATER)
            else:
                self._kept.pop(key, None)
                self._screen.say("")
        self.stop()

    def stop(self) -> None:
        """Give the keyboard back to the tree."""
        self.draft = None
        self._screen.tree_view.below = 0
        self._screen.editor.close()
        self._screen.footer.typing()
        self._screen.tree_view.focus()

    def _close_claims(self, draft: Draft, text: str) -> list[Similar]:
        """Return the claims that could stand there instead of one that says *text*."""
        from argmap.matching import similar

        if not draft.takes_claims or (len(text.split()) < _LEAST_WORDS and len(text.strip()) < _LEAST_LENGTH):
            return []
        map_ = self._screen.document.map
        found = similar(map_, text, limit=2 * _OFFERED, wordings=self._screen.wordings)
        return [each for each in found if self._fits(draft, each.claim.id)][:_OFFERED]

    def _fits(self, draft: Draft, claim: ClaimId) -> bool:
        try:
            draft.reuse(self._screen.document.map, claim)
        except ArgmapError as error:
            return isinstance(error, UnfitError)  # it stands there already: all the more to be seen
        return True

    def _name_of(self, draft: Draft) -> str:
        """Say where *draft* waits."""
        claim = self._screen.document.map.claims.get(draft.place[1])
        return f"at {claim.label}" if claim is not None else "at the question"

    def _is_there(self, draft: Draft) -> bool:
        """Whether the claim that the draft is about, if it is about one, is in the map still."""
        return draft.place in {QUESTION, UNPLACED} or draft.place[1] in self._screen.document.map.claims
