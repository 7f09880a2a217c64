"""Actions: the one registry that keys, footer, help, palette and the key reference are made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.model.ratings import CREDENCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOVE = "Move"
VIEW = "View"
ARGUE = "Argue"
EDIT = "Edit"
RATE = "Rate"
FIND = "Find"
FILE = "Map"

GROUPS = (ARGUE, EDIT, RATE, MOVE, VIEW, FIND, FILE)
"""The groups of actions, in the order in which help shows them."""

TREE = "tree"
DETAIL = "detail"
ANYWHERE = "anywhere"


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do: its *id* for keymaps, its *keys* (a sequence has spaces), and its words.

    *words* name it in lists, *help* says in one line what it does, *where* is the pane whose keys it takes, *footer*
    the short words of the footer (none: not shown there). *edits* says that it changes the map.
    """

    id: str
    keys: tuple[str, ...]
    group: str
    words: str
    help: str
    where: str = ANYWHERE
    footer: str = ""
    edits: bool = False


def _argue(id_: str, keys: tuple[str, ...], words: str, help_: str, footer: str = "") -> Action:
    return Action(id_, keys, ARGUE, words, help_, footer=footer, edits=True)


def _edit(id_: str, keys: tuple[str, ...], words: str, help_: str, footer: str = "") -> Action:
    return Action(id_, keys, EDIT, words, help_, footer=footer, edits=True)


def _move(id_: str, keys: tuple[str, ...], words: str, help_: str) -> Action:
    return Action(id_, keys, MOVE, words, help_, TREE)


def _view(id_: str, keys: tuple[str, ...], words: str, help_: str, footer: str = "") -> Action:
    return Action(id_, keys, VIEW, words, help_, TREE, footer)


_ARGUING = (
    _argue("add-reason", ("+", "="), "Add a reason", "Type a claim that supports this one.", "reason"),
    _argue("add-objection", ("-",), "Add an objection", "Type a claim that opposes this one.", "objection"),
    _argue(
        "add-co-premise",
        ("&",),
        "Add a co-premise",
        "Type a claim that is needed together with this one.",
        "co-premise",
    ),
    _argue("add-undercut", ("X",), "Undercut this step", "Attack the step from this claim to the one above."),
    _argue("add-backing", ("B",), "Back this step", "Say what makes the step from this claim a good one."),
    _argue("add-sibling", ("o",), "Add another like this", "Type a claim with the same relation, right after this."),
    _argue("add-position", ("a",), "Add a position", "Type another answer to the question of the map."),
    _argue("flip", ("~",), "Flip for and against", "Turn a reason into an objection, or back."),
)

_EDITING = (
    _edit("edit", ("e", "f2", "enter"), "Edit in place", "Reword the claim; on the first row, the question.", "edit"),
    _edit("remove", ("d", "delete"), "Remove here", "Remove the claim here with the branch under it.", "remove"),
    _edit("move-down", ("J", "alt+down"), "Move down", "Move the row down among its siblings."),
    _edit("move-up", ("K", "alt+up"), "Move up", "Move the row up among its siblings."),
    _edit("undo", ("u", "ctrl+z"), "Undo", "Take the last step back, also one of an earlier day.", "undo"),
    _edit("redo", ("ctrl+r", "ctrl+y"), "Redo", "Take back the undoing."),
)

_RATING = (
    *(
        Action(
            f"credence-{key}",
            (str(key),),
            RATE,
            f"Credence: {word}",
            f"Say that you find the claim {word}.",
            edits=True,
        )
        for key, word in enumerate(CREDENCES, 1)
    ),
    Action("credence-0", ("0",), RATE, "Credence: none", "Take your credence back.", edits=True),
    Action("weaken", ("<",), RATE, "Less relevant", "Say that the claim bears less on the one above.", edits=True),
    Action("strengthen", (">",), RATE, "More relevant", "Say that the claim bears more on the one above.", edits=True),
)

_MOVING = (
    _move("down", ("j", "down"), "Next row", "Go one row down."),
    _move("up", ("k", "up"), "Previous row", "Go one row up."),
    _move("left", ("h", "left"), "Fold, or go up", "Fold what is under the row; again: go to the row above it."),
    _move(
        "right", ("l", "right"), "Unfold, or go in", "Unfold the row, or go to its first reason; from ↺ to the claim."
    ),
    _move("top", ("g g", "home"), "To the question", "Go to the first row."),
    _move("bottom", ("G", "end"), "To the last row", "Go to the last row."),
    _move("page-down", ("pagedown", "ctrl+d"), "Page down", "Go down by a screen."),
    _move("page-up", ("pageup", "ctrl+u"), "Page up", "Go up by a screen."),
    _move("next-sibling", ("}",), "Next sibling", "Go to the next row under the same claim."),
    _move("previous-sibling", ("{",), "Previous sibling", "Go to the row before under the same claim."),
    _move("next-position", (")",), "Next position", "Go to the next side of the question."),
    _move("previous-position", ("(",), "Previous position", "Go to the side before."),
    Action("detail", ("tab",), MOVE, "To the detail pane", "Read and scroll what is said of the claim.", TREE),
    Action("tree", ("tab", "escape", "shift+tab"), MOVE, "Back to the tree", "Leave the detail pane.", DETAIL),
    Action("detail-down", ("j", "down"), MOVE, "Scroll down", "Scroll the detail pane down.", DETAIL),
    Action("detail-up", ("k", "up"), MOVE, "Scroll up", "Scroll the detail pane up.", DETAIL),
    Action("detail-page-down", ("pagedown", "ctrl+d", "space"), MOVE, "Scroll a page down", "A page down.", DETAIL),
    Action("detail-page-up", ("pageup", "ctrl+u"), MOVE, "Scroll a page up", "A page up.", DETAIL),
)

_VIEWING = (
    _view("toggle", ("space", "z a"), "Fold or unfold", "Hide or show what is under the row.", "fold"),
    _view("unfold", ("z o",), "Unfold", "Show what is under the row."),
    _view("fold", ("z c",), "Fold", "Hide what is under the row."),
    _view("unfold-all", ("z R",), "Unfold everything", "Show every row."),
    _view("fold-all", ("z M",), "Fold everything", "Show the positions alone."),
    _view("fold-to-level", tuple(f"z {n}" for n in range(1, 10)), "Fold to a level", "Show that many levels."),
    _view("wrap", ("w",), "Wrap claims or not", "Show claims in full, or one line each."),
    Action("theme", (), VIEW, "Light or dark", "Change between the dark and the light theme."),
)

_FINDING = (
    Action("find", ("/", "ctrl+f"), FIND, "Find", "Find claims as you type.", footer="find"),
    Action("find-next", ("n",), FIND, "Next match", "Go to the next claim that was found."),
    Action("find-previous", ("N",), FIND, "Previous match", "Go to the claim found before."),
)

_FILING = (
    Action("help", ("?", "f1"), FILE, "Help", "List everything that can be done here, with its key.", footer="help"),
    Action("palette", (":", "ctrl+p"), FILE, "Command palette", "Choose an action by its name.", footer="commands"),
    Action("save", ("ctrl+s",), FILE, "Save", "Nothing to do: every step is saved when it is taken."),
    Action("quit", ("q", "ctrl+q"), FILE, "Quit", "Leave; everything is saved.", footer="quit"),
)

ACTIONS: tuple[Action, ...] = (*_ARGUING, *_EDITING, *_RATING, *_MOVING, *_VIEWING, *_FINDING, *_FILING)
"""Everything that can be done on the screen."""

BY_ID: dict[str, Action] = {action.id: action for action in ACTIONS}

_FOOTER = ("help", "add-reason", "add-objection", "add-co-premise", "edit", "undo", "find", "remove", "palette")
_FOOTER_REST = ("toggle", "quit")


def in_pane(pane: str) -> Iterator[Action]:
    """The actions whose keys count while *pane* has the keyboard."""
    return (action for action in ACTIONS if action.where in {pane, ANYWHERE})


def footer() -> list[Action]:
    """The actions of the footer, the most needed first."""
    return [BY_ID[id_] for id_ in (*_FOOTER, *_FOOTER_REST)]


def named(words: str, actions: Iterable[Action] = ACTIONS) -> list[Action]:
    """Return the actions whose words, help, group or keys hold every word of *words*; better matches first."""
    wanted = words.lower().split()
    found: list[tuple[int, Action]] = []
    for action in actions:
        title = action.words.lower()
        everything = f"{title} {action.help} {action.group} {action.id}".lower()
        if all(word in everything or word in [key.lower() for key in action.keys] for word in wanted):
            found.append((-sum(word in title for word in wanted), action))
    return [action for _, action in sorted(found, key=lambda pair: pair[0])]
