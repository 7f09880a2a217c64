"""Characters that no font has: all of them are found at once, and named by script with the claims they stand in."""

from __future__ import annotations

import pytest

from argmap.model import About, ArgumentMap
from argmap.outlines import Selection, selected
from argmap.outlines.index_cards import index_cards
from argmap.publishing import format_of, publish
from argmap.publishing.decks import publish_deck
from argmap.publishing.lacking import notices_of, script_of
from argmap.publishing.typesetting import missing_glyphs
from tests.conftest import a_claim, an_inference
from tests.publishing.conftest import papers

NOBODYS = [chr(0x13000 + place) for place in range(40)]
"""Hieroglyphs, which no usual machine can show."""


def a_map_of_hieroglyphs() -> ArgumentMap:
    claims = [a_claim(number + 10, f"Sign {sign}") for number, sign in enumerate(NOBODYS)]
    steps = [an_inference(number + 10, "c1", number + 10) for number in range(len(NOBODYS))]
    return ArgumentMap([About(), a_claim(1, "Café Войска", "a0"), *claims, *steps])


def test_all_are_found_and_nothing_else_is() -> None:
    shown = set("éЖΩ¶→“”…−×› ")
    assert missing_glyphs({*NOBODYS, *shown}, system_fonts=True) == NOBODYS
    assert missing_glyphs(shown, system_fonts=False) == []
    assert missing_glyphs(set(NOBODYS), system_fonts=False, most=1) == NOBODYS[:1]


@pytest.mark.parametrize("layout", range(4))
def test_they_are_named_with_their_claims(layout: int) -> None:
    map_ = a_map_of_hieroglyphs()
    if layout < 3:
        published = publish(papers(map_)[layout], format_of("pdf"))
    else:
        deck = index_cards(map_, selected(map_, Selection()), Selection())
        published = publish_deck(deck, format_of("pdf"), width=80)
    (notice,) = published.notices
    assert notice == (
        "No font on this machine can show 40 characters: Egyptian "
        + ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in NOBODYS[:8])
        + " and 32 more, in C10, C11, C12, C13, C14 and 35 more claims. Boxes stand there; a font with them would help."
    )


def test_many_scripts_are_counted() -> None:
    lacking = [chr(0x1000 + 0x80 * place) for place in range(40)]
    (notice,) = notices_of(lacking)
    assert len(notice) < 1000
    assert " more scripts. Boxes" in notice
    assert list(notices_of([])) == []


@pytest.mark.parametrize(
    ("character", "script"),
    [("த", "Tamil"), ("撤", "CJK"), ("ש", "Hebrew"), ("→", "symbols"), ("🧿", "symbols"), ("\ue000", "unnamed")],
)
def test_a_script_has_its_name(character: str, script: str) -> None:
    assert script_of(character) == script
