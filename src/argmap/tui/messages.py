"""Messages: what the widgets tell the screen they stand on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from argmap.model import ClaimId
    from argmap.tui.places import Row


@dataclass
class Act(Message):
    """A person wants the action *id*, by *key* (empty: by mouse, help or palette)."""

    id: str
    key: str = ""


@dataclass
class Pressed(Message):
    """Keys of a sequence were pressed; *pending* are those so far, empty when it is over."""

    pending: str


@dataclass
class CursorMoved(Message):
    """The cursor stands on *row* now."""

    row: Row


class Resized(Message):
    """The tree has another size, and its rows are wrapped and scrolled for it."""


@dataclass
class Typed(Message):
    """The editor's text is to be saved."""

    text: str


@dataclass
class Reused(Message):
    """A claim that is there is to be used in place of what was being typed."""

    claim: ClaimId


@dataclass
class Chosen(Message):
    """The choice among the claims offered under the editor changed; *claim* is None for the text itself."""

    claim: ClaimId | None


@dataclass
class Pasted(Message):
    """Several lines were pasted into the editor, between what stood *before* and *after* them."""

    text: str
    before: str = ""
    after: str = ""


@dataclass
class Left(Message):
    """The editor was left without saving."""

    text: str


@dataclass
class Searched(Message):
    """The words in the find bar changed."""

    query: str


@dataclass
class Filtered(Message):
    """The find bar's filter is to be turned on or off."""


@dataclass
class Stepped(Message):
    """The next match (1) or the one before (-1) is wanted."""

    direction: int


@dataclass
class SearchEnded(Message):
    """The find bar is done: the match is *kept*, or the view goes back to where it was."""

    kept: bool


@dataclass
class TourWanted(Message):
    """The tour is to be shown, over what is shown now."""
