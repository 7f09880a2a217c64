"""Commenting on claims, inferences and the map."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.editing.arguing import target_of
from argmap.editing.entry import Entry
from argmap.errors import GoneError, UnfitError
from argmap.model import Comment, MapId, added, changed, removed
from argmap.model.naming import name_of

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, ClaimId, CommentId, InferenceId, Step


def add_comment(
    map_: ArgumentMap, about: ClaimId | InferenceId | MapId, text: str, *, author: str = "", at: int = 0
) -> Step:
    """Comment on a claim, an inference or the map. *at* is the time, in milliseconds since 1970, UTC."""
    entry = Entry()
    if isinstance(about, MapId) and about != map_.about.id:
        message = "The comment is about another map than this one."
        raise UnfitError(message)
    target = "the map" if isinstance(about, MapId) else name_of(map_, target_of(map_, about).id)
    comment = Comment(
        number=map_.next_number(Comment), about=about, text=entry.prose(text), author=entry.line(author), at=at
    )
    return entry.step(f"Comment on {target}", added(comment))


def edit_comment(map_: ArgumentMap, comment: CommentId, text: str) -> Step:
    """Say a comment in other words."""
    entry = Entry()
    now = comment_of(map_, comment)
    return entry.step(f"Edit comment {now.label}", changed(map_, replace(now, text=entry.prose(text))))


def resolve_comment(map_: ArgumentMap, comment: CommentId, *, resolved: bool = True) -> Step:
    """Mark a comment as dealt with, or open it again."""
    now = comment_of(map_, comment)
    label = f"{'Resolve' if resolved else 'Reopen'} comment {now.label}"
    return Entry().step(label, changed(map_, replace(now, resolved=resolved)))


def remove_comment(map_: ArgumentMap, comment: CommentId) -> Step:
    """Remove a comment."""
    now = comment_of(map_, comment)
    return Entry().step(f"Remove comment {now.label}", removed(now))


def comment_of(map_: ArgumentMap, comment: CommentId) -> Comment:
    """Return the comment named *comment*, or refuse with `GoneError`."""
    found = map_.comments.get(comment)
    if found is None:
        raise GoneError(comment, "comment")
    return found
