"""Sourcing: saying where a claim stands, and going from claims to passages and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.errors import UnfitError
from argmap.tui.acting.chosen import claim_of
from argmap.tui.action import SOURCE, Action

if TYPE_CHECKING:
    from argmap.tui.stage import Stage


def _attach(screen: Stage, _: str) -> None:
    from argmap.tui.asking import new_citation_form

    screen.ask(new_citation_form(screen, claim_of(screen.tree_view.row)))


def _browse(screen: Stage, _: str) -> None:
    from argmap.tui.sources import Sources

    screen.ask(Sources(screen), screen.go_to_claim)


def _quotes(screen: Stage, _: str) -> None:
    from argmap.tui.quotes import Quotes
    from argmap.tui.sources import Sources

    map_ = screen.document.map
    claim = map_.claims[claim_of(screen.tree_view.row)]
    if not map_.citations_of(claim.id):
        message = f"Nothing is cited for {claim.label} yet. {screen.key('attach-quote')} attaches a quote."
        raise UnfitError(message)
    screen.ask(Quotes(screen, claim.id), lambda citation: screen.ask(Sources(screen, citation), screen.go_to_claim))


ACTIONS = (
    Action(
        "attach-quote",
        ("s",),
        SOURCE,
        "Attach a quote",
        "Say where the claim stands: source, words, paragraph, and who says it via whom.",
        _attach,
        edits=True,
    ),
    Action(
        "quotes",
        ("Q",),
        SOURCE,
        "Quotes of this claim",
        "List what is cited for the claim: edit, remove, or open the source there.",
        _quotes,
        edits=True,
    ),
    Action(
        "sources",
        ("S",),
        SOURCE,
        "Sources",
        "Browse the sources, and which claims rest on which paragraph.",
        _browse,
    ),
)
"""Sources and quotes."""
