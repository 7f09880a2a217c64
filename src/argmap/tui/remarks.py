"""Remarks: the comments on one claim and its link, or on the map, to resolve, reopen, edit and remove."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual.binding import Binding, BindingType

from argmap.display import wrap
from argmap.editing import edit_comment, remove_comment, resolve_comment
from argmap.model import Comment
from argmap.tui.blank import Answers, Blank
from argmap.tui.forms import Form
from argmap.tui.listing import Listing
from argmap.tui.places import QUESTION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.model import ArgumentMap
    from argmap.tui.dialogs import KeyWords
    from argmap.tui.places import Row
    from argmap.tui.stage import Stage


def comments_at(map_: ArgumentMap, row: Row) -> list[Comment]:
    """Return the comments that the detail pane shows for *row*: on the claim and on its link, or on the map."""
    if row.place == QUESTION:
        return list(map_.comments_on(map_.about.id))
    found = list(map_.comments_on(row.claim)) if row.is_claim and row.claim in map_.claims else []
    return found if row.inference is None else [*found, *map_.comments_on(row.inference)]


class Remarks(Listing[None, Comment]):
    """Comments, with a tick before those that are resolved."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "turn", "Resolve or reopen", priority=True),
        Binding("C", "leave", "Leave", priority=True),
    ]
    KEYS: ClassVar[tuple[KeyWords, ...]] = (
        ("Enter", "resolve or reopen", "turn"),
        ("e", "edit", "edit"),
        ("d", "remove", "remove"),
        ("u", "undo", "undo"),
        ("Esc", "close", "leave"),
    )

    def __init__(self, stage: Stage, row: Row) -> None:
        """List the comments that belong to *row*."""
        named = "the map" if row.place == QUESTION else stage.document.map.claims[row.claim].label
        super().__init__(stage, f"Comments on {named}")
        self._row = row
        self._drafts: dict[str, Answers] = {}

    def things(self) -> Sequence[Comment]:
        """Return the comments as they are now."""
        return comments_at(self.stage.document.map, self._row)

    def told(self, thing: Comment, width: int) -> Text:
        """Return whether a comment is resolved, whose it is, and its words."""
        by = f" {thing.author}" if thing.author else ""
        said = f"[{'x' if thing.resolved else ' '}] {thing.label}{by}: {thing.text}"
        return Text("\n    ".join(wrap(said, width - 4, cell_len)))

    def on_option_list_option_selected(self) -> None:
        """Resolve or reopen what was clicked."""
        self.action_turn()

    def action_turn(self) -> None:
        """Resolve the comment, or open it again."""
        comment = self.thing
        if comment is not None:
            turned = not comment.resolved
            self.attempt(lambda: self.take(resolve_comment(self.stage.document.map, comment.id, resolved=turned)))

    def action_remove(self) -> None:
        """Remove the comment."""
        comment = self.thing
        if comment is not None:
            self.attempt(lambda: self.take(remove_comment(self.stage.document.map, comment.id)))

    def action_edit(self) -> None:
        """Change the words of the comment."""
        comment = self.thing
        if comment is None:
            return

        def save(answers: Answers) -> None:
            self._drafts.pop(comment.id, None)
            self.take(edit_comment(self.stage.document.map, comment.id, str(answers["text"])))

        def leave(draft: Answers) -> None:
            self._drafts[comment.id] = draft

        blank = Blank("text", "Comment", value=comment.text)
        draft = self._drafts.get(comment.id)
        self.app.push_screen(Form(self.signs, f"Comment {comment.label}", (blank,), save, leave=leave, draft=draft))
