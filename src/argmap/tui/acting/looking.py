"""Looking: one branch alone, back and forward, labels to jump to, and what is still open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from argmap.errors import UnfitError
from argmap.model.roles import is_unanswered
from argmap.tui.acting.chosen import claim_of
from argmap.tui.action import FIND, MOVE, TREE, VIEW, Action
from argmap.tui.places import FOCUS
from argmap.tui.turns import ranks

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model import ArgumentMap, ClaimId
    from argmap.outlines.walk import Place
    from argmap.tui.stage import Stage

_UNANSWERED = "unanswered"

# -- focus -------------------------------------------------------------------------------------------------------


def _zoom_in(screen: Stage, _: str) -> None:
    tree = screen.tree_view
    rows = tree.rows
    claim = rows.focus if tree.row.place == FOCUS and rows.focus is not None else claim_of(tree.row)
    label = screen.document.map.claims[claim].label
    if claim == rows.focus:
        screen.say(f"{label} is in focus already. {screen.key('zoom-out')} zooms out.")
        return
    tree.trail.leave(tree.row.place)
    rows.focus_on(claim)
    tree.jump(rows.reveal(FOCUS) or 0)
    screen.say(f"Focus on {label} and what is under it. {screen.key('zoom-out')} zooms out.")


def _zoom_out(screen: Stage, _: str) -> None:
    tree = screen.tree_view
    rows = tree.rows
    if rows.focus is None:
        screen.say(f"The whole map is shown. {screen.key('focus')} shows the branch under the cursor alone.")
        return
    home = rows.places.home(rows.focus)
    place = home if tree.row.place == FOCUS and home is not None else tree.row.place
    wider = rows.wider_focus()
    rows.focus_on(wider)
    tree.jump(rows.reveal(place) or 0)
    screen.say(
        "The whole map is shown." if wider is None else f"Zoomed out to {screen.document.map.claims[wider].label}."
    )


# -- back and forward --------------------------------------------------------------------------------------------


def _travel(screen: Stage, *, forward: bool) -> None:
    tree = screen.tree_view
    go = tree.trail.forward if forward else tree.trail.back
    place = go(tree.row.place, lambda each: _can_be_seen(screen, each))
    if place is not None:
        tree.reveal(place)
        screen.say("")
    elif forward:
        screen.say(f"You have not gone back from anywhere. {screen.key('back')} goes back.")
    else:
        screen.say("You have not jumped anywhere yet. Walking from row to row leaves no trail.")


def _can_be_seen(screen: Stage, place: Place) -> bool:
    return place != FOCUS and bool(screen.tree_view.rows.places.way_to(place))


# -- labels ------------------------------------------------------------------------------------------------------


def _labels(screen: Stage, key: str) -> None:
    """Show labels, or, while they are shown, take one more letter of them."""
    tree = screen.tree_view
    if not tree.labels:
        tree.label_rows()
        screen.footer.typing(("a-z", "go to the row with these letters"), ("Esc", "stay here"))
        screen.say("Type the letters beside a row to go there.")
        return
    was_typed = tree.labels.typed
    place = tree.labels.press(key)
    tree.refresh()
    if tree.labels:
        screen.say(f"{tree.labels.typed} {tree.drawing.signs.ellipsis}")
        return
    screen.footer.typing()
    if place is not None:
        tree.trail.leave(tree.row.place)
        tree.reveal(place)
    screen.say("" if place is not None or key in {"escape", ";"} else f"No row has the letters {was_typed}{key}.")


# -- what is open ------------------------------------------------------------------------------------------------


def next_of(screen: Stage, claims: set[ClaimId]) -> tuple[ClaimId, int]:
    """Return the one of *claims* that comes next after the cursor in the whole tree, round its end, and its number."""
    tree = screen.tree_view
    rank_of = ranks(tree.rows.places)
    ordered = sorted(claims, key=lambda claim: rank_of.get(claim, len(rank_of)))
    here = rank_of.get(tree.row.claim, -1)
    number = next((n for n, claim in enumerate(ordered) if rank_of.get(claim, len(rank_of)) > here), 0)
    return ordered[number], number + 1


def _attack(map_: ArgumentMap, claim: ClaimId, home: Place | None) -> Place | None:
    """Return where *claim* attacks without an answer: its *home* if it does so there, else the first such place."""
    attacks: list[Place] = [(use.id, claim) for use in map_.uses_of(claim) if is_unanswered(map_, use)]
    return home if home in attacks or not attacks else attacks[0]


def _next_open(screen: Stage, key: str, *, word: str, none: str) -> None:
    from argmap.matching import search

    del key
    found = {claim.id for claim in search(screen.document.map, f"is:{word}")}
    if not found:
        raise UnfitError(none)
    here = screen.tree_view.row.claim
    claim, number = next_of(screen, found)
    tree = screen.tree_view
    home = tree.rows.places.home(claim)
    place = _attack(screen.document.map, claim, home) if word == _UNANSWERED else home
    if place is not None:
        tree.trail.leave(tree.row.place)
        tree.reveal(place)
    label = screen.document.map.claims[claim].label
    again = ", the only one" if len(found) == 1 else ", from the top again" if number == 1 and here in found else ""
    screen.say(f"{label} is {word}: {number} of {len(found)}{again}.")


# -- history -----------------------------------------------------------------------------------------------------


def _history(screen: Stage, _: str) -> None:
    row = screen.tree_view.row
    claim = row.claim if row.is_claim else screen.tree_view.rows.focus if row.place == FOCUS else None
    screen.show_history(claim)


def _looks(id_: str, keys: tuple[str, ...], words: str, help_: str, do: Callable[[Stage, str], None]) -> Action:
    return Action(id_, keys, VIEW, words, help_, do, TREE)


def _goes(id_: str, keys: tuple[str, ...], words: str, help_: str, do: Callable[[Stage, str], None]) -> Action:
    return Action(id_, keys, MOVE, words, help_, do, TREE)


ACTIONS = (
    _looks("focus", ("f",), "Focus on a branch", "Show the claim and what is under it, and nothing else.", _zoom_in),
    _looks("zoom-out", ("backspace",), "Zoom out", "Show one level more; at the top, the whole map.", _zoom_out),
    _looks("history", ("U",), "History of this claim", "List the steps that changed it, and who took them.", _history),
    _goes(
        "back", ("[",), "Back", "Go back to where you jumped from.", lambda screen, _: _travel(screen, forward=False)
    ),
    _goes(
        "forward", ("]",), "Forward", "Go to where you came back from.", lambda screen, _: _travel(screen, forward=True)
    ),
    _goes("jump-labels", (";",), "Jump to a row", "Show letters beside the rows; type them to go there.", _labels),
    Action(
        "next-unanswered",
        ("g u",),
        FIND,
        "Next unanswered",
        "Go to the next objection that nobody has answered.",
        partial(_next_open, word=_UNANSWERED, none="Every objection and undercut here has an answer."),
        TREE,
    ),
    Action(
        "next-unsourced",
        ("g s",),
        FIND,
        "Next unsourced",
        "Go to the next claim that cites nothing.",
        partial(_next_open, word="unsourced", none="Every claim that needs a source cites one."),
        TREE,
    ),
)
"""Seeing less, or something else."""
