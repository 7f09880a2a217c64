"""Writing: what is being typed in the editor, where it will go, and the drafts that wait at their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.errors import ArgmapError
from argmap.tui.drafts import Draft, draft_for, first_text

if TYPE_CHECKING:
    from argmap.outlines.walk import Place
    from argmap.tui.stage import Stage

_ROOM = 6
_IN_PLACE = {"edit", "question"}


class Writing:
    """The typing on one screen: at most one draft is open, those that were left are kept."""

    def __init__(self, screen: Stage) -> None:
        """Begin with nothing to type."""
        self._screen = screen
        self.draft: Draft | None = None
        self._kept: dict[tuple[str, Place], str] = {}

    def begin(self, kind: str) -> None:
        """Open the editor for a new claim, or for the words that are there."""
        screen, map_ = self._screen, self._screen.document.map
        draft = draft_for(map_, kind, screen.tree_view.row)
        kept = self._kept.get((draft.kind, draft.place))
        self.draft = draft
        screen.tree_view.keep_in_view(below=_ROOM)
        screen.editor.open(draft.title, kept if kept is not None else first_text(map_, draft))
        self.place()
        screen.footer.typing(("Enter", "save"), ("Esc", "leave, keeping the draft"))
        screen.say("This is the draft you left here." if kept is not None else "")

    def place(self) -> None:
        """Put the editor beside the row it belongs to, as large as its text."""
        editor, tree = self._screen.editor, self._screen.tree_view
        if self.draft is None or not editor.display:
            return
        top = tree.rows.heights.top(tree.cursor) - tree.scroll_offset.y
        column = tree.drawing.indent(tree.row) if self.draft.kind != "position" else 0
        line = top if self.draft.kind in _IN_PLACE else top + tree.rows.heights[tree.cursor]
        editor.place(column, line, tree.scrollable_content_region.width, tree.size.height)

    def save(self, text: str) -> None:
        """Make *text* part of the map; what cannot be saved stays in the editor."""
        if self.draft is None:
            return
        draft, key = self.draft, (self.draft.kind, self.draft.place)
        try:
            step = draft.step(self._screen.document.map, text)
            self._kept.pop(key, None)
            self._screen.take(step)
        except (ArgmapError, OSError) as error:
            self._kept[key] = text
            self._screen.refuse(error)
        else:
            self.stop()

    def leave(self, text: str) -> None:
        """Leave the editor; the draft waits there."""
        if self.draft is not None:
            key = (self.draft.kind, self.draft.place)
            begun = first_text(self._screen.document.map, self.draft) if self._stands(self.draft) else ""
            if text.strip() and text != begun:
                self._kept[key] = text
                self._screen.say("The draft is kept: open the editor here again to go on.")
            else:
                self._kept.pop(key, None)
                self._screen.say("")
        self.stop()

    def stop(self) -> None:
        """Give the keyboard back to the tree."""
        self.draft = None
        self._screen.editor.close()
        self._screen.footer.typing()
        self._screen.tree_view.focus()

    def _stands(self, draft: Draft) -> bool:
        return draft.kind != "edit" or draft.place[1] in self._screen.document.map.claims
