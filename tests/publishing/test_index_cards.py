"""Index cards: each claim in full on a card of its own that nothing leaves, in every format, four to a sheet."""

from __future__ import annotations

import csv
import io
import math

import docx
import pypdf
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.display import one_line
from argmap.model import About, ArgumentMap
from argmap.outlines import Selection, selected
from argmap.outlines.arguments import said_against
from argmap.outlines.index_cards import NO_ANSWER, NO_REPLY, Deck, index_cards
from argmap.outlines.paper import Run
from argmap.publishing import CSV, FORMATS, Published
from argmap.publishing.card_fitting import faces
from argmap.publishing.card_sheets import PAPERS, face_height, side_of
from argmap.publishing.cleaning import NOTHING
from argmap.publishing.decks import publish_deck
from argmap.publishing.printouts import Wishes, printed
from argmap.publishing.strips import Strip, height, least_height
from tests.conftest import a_claim, an_inference
from tests.publishing.conftest import read_back, squeezed
from tests.publishing.test_every_format import HOSTILE, MEANT, a_hostile_map
from tests.strategies import maps

ALL = (*FORMATS, CSV)
NAMED = {each.name: each for each in ALL}
A4 = PAPERS["a4"]


def the_deck(map_: ArgumentMap, selection: Selection | None = None) -> Deck:
    selection = selection or Selection()
    return index_cards(map_, selected(map_, selection), selection)


def published(map_: ArgumentMap, name: str, paper: str = "a4") -> Published:
    return publish_deck(the_deck(map_), NAMED[name], width=80, page=paper)


def text_of(name: str, content: bytes) -> str:
    """What a reader of a file sees; of Word files what stands in tables too."""
    if name == "docx":
        body = docx.Document(io.BytesIO(content)).element.body
        return "".join(words.text or "" for words in body.iter(qn("w:t")))
    if name == "csv":
        return "\n".join("\n".join(row) for row in csv.reader(io.StringIO(content.decode())))
    return read_back(name, content)


def a_crowded_map() -> ArgumentMap:
    """The hostile texts, and claims of 2,000 and 10,000 characters that 40 others bear on."""
    texts = ["a claim of " * 190, "ten thousand " * 750, "撤军将使" * 500, "w" * 3000, "🇮🇶👩‍👩‍👧" * 300]
    long = [a_claim(100 + place, text) for place, text in enumerate(texts)]
    short = [a_claim(200 + place, f"Reason {place} of very many reasons for the one above") for place in range(40)]
    steps = [an_inference(100 + place, "c1", 100 + place, opposes=place % 2 == 0) for place in range(len(texts))]
    steps += [
        an_inference(200 + place, f"c{100 + place % 2}", 200 + place, opposes=place % 3 == 0) for place in range(40)
    ]
    return ArgumentMap([*a_hostile_map().entities(), *long, *short, *steps])


def test_a_card_tells_what_a_speaker_needs(debate: ArgumentMap) -> None:
    """Number, sign, what it answers, its co-premise, source, reasons, attacks and answers, where else it is used."""
    told = published(debate, "text").content.decode()
    assert (
        """
I.A + supports I (for I)
------------------------
A price cuts emissions [C3]

  > answers: We should tax carbon (I)
  & and: Emissions must fall (I.B)

“prices cut smoke by half” Jane Doe, 1-13-2020, ¶4, "Prices and Smoke"

  - but: that does not follow: Cuts elsewhere cancel them (I.B.1)
    * NO ANSWER in the map yet
"""
        in told
    )
    assert (
        """
I.C - opposes I (against I)
---------------------------
Poor households pay most [C5]

  > answers: We should tax carbon (I)

The Paper, analysis, 2021, p. 9, citing The Bank via a reporter, "Who pays?",
The Press, https://example.org/pays

Also: Doe 2020

Also used at II.A

  - but: The revenue can be paid back (I.C.1)
    - answer: Paying back costs more than it brings (I.C.1.a)
"""
        in told
    )
    assert "I.B.1 x undercuts the step I.A & I.B → I (against I)\n" in told
    assert "I.C.1 - opposes I.C (for I)\n" in told
    assert "\nC10 * unplaced\n" in told


def test_a_part_has_cards_too_and_says_what_it_leaves_out(debate: ArgumentMap) -> None:
    deck = the_deck(debate, Selection(side=debate.positions()[0], depth=1))
    assert [card.label for card in deck.cards] == ["C1", "C3", "C4", "C5"]
    assert deck.subtitle == (
        "4 cards, 1 attack without an answer. Only the side of C1, 1 level deep; 4 of 8 claims left out"
    )
    assert [mention.number for mention in deck.cards[2].reasons] == ["C8"], "what has no card goes by its label"


def test_comments_are_on_the_card_when_asked_for(debate: ArgumentMap) -> None:
    deck = the_deck(debate, Selection(comments=True))
    assert [card.comments for card in deck.cards if card.comments] == [("Comment N1 (Kim): Says who?",)]
    for each in ALL:
        content = publish_deck(deck, each, width=80).content
        assert squeezed("Comment N1 (Kim): Says who?") in squeezed(text_of(each.name, content))
        assert "Says who" not in text_of(each.name, published(debate, each.name).content)


@given(maps())
@settings(max_examples=40)
def test_a_card_says_of_each_attack_how_it_is_met(map_: ArgumentMap) -> None:
    """Every claim has one card; it names what bears on it, and says where nothing in the map meets an attack."""
    deck = the_deck(map_)
    assert sorted(card.label for card in deck.cards) == sorted(claim.label for claim in map_.claims.values())
    claims = {claim.label: claim.id for claim in map_.claims.values()}
    for card in deck.cards:
        here = claims[card.label]
        bearing = map_.bearing_on(here)
        assert len(card.reasons) >= sum(each.supports for each in bearing)
        assert len(card.attacks) >= sum(not each.supports for each in bearing)
        met = [bool(said_against(map_, each)) for each in bearing if not each.supports]
        assert [bool(attack.answers) for attack in card.attacks[: len(met)]] == met
        assert [not attack.unmet for attack in card.attacks[: len(met)]] == met


@given(maps())
@settings(max_examples=40)
def test_an_attack_without_an_answer_is_marked_by_the_side_that_it_attacks(map_: ArgumentMap) -> None:
    """Only what attacks the side of a start counts: an answer of ours that nothing is said back to is no weak spot."""
    deck = the_deck(map_)
    for card in deck.cards:
        unmet = {attack.unmet for attack in card.attacks if not attack.answers}
        assert unmet <= {NO_REPLY if side_of(card) == "against" else NO_ANSWER}


def test_answers_of_ours_that_nothing_is_said_back_to_are_no_weak_spots() -> None:
    claims = [a_claim(1, "We should", "a0"), *(a_claim(number) for number in (2, 3, 4))]
    steps = [an_inference(1, "c1", 2, opposes=True), an_inference(2, "c2", 3, opposes=True)]
    map_ = ArgumentMap([*claims, *steps, an_inference(3, "c1", 4, opposes=True)])
    deck = the_deck(map_)
    assert [attack.unmet for card in deck.cards for attack in card.attacks] == ["", NO_ANSWER, NO_REPLY]
    assert deck.subtitle == "4 cards, 1 attack without an answer"
    for name in ("blocks", "memo"):
        other = printed(map_, name, Selection(), NAMED["text"], Wishes()).content.decode()
        assert other.count(NO_ANSWER) == 1


@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_leaves_its_card(paper: str) -> None:
    """By our measure; a claim too long for a card goes on on the next, none of its words lost."""
    deck, sheet = the_deck(a_crowded_map()), PAPERS[paper]
    width, most = sheet.room
    told = faces(deck, sheet)
    assert max(face_height(face, width) for face in told) <= most
    assert min(strip.size for face in told for strip in (*face.wide, *face.left, *face.right)) >= 7.5
    for card in deck.cards:
        mine = "".join(strip.text for face in told if face.card.label == card.label for strip in face.wide)
        assert (squeezed(card.text) or squeezed(NOTHING)) in squeezed(mine)
    assert any(face.place.endswith("part 2 of 2") for face in told)


@given(maps())
@settings(max_examples=30)
def test_nothing_leaves_any_card(map_: ArgumentMap) -> None:
    width, most = A4.room
    assert all(face_height(face, width) <= most for face in faces(the_deck(map_), A4))


@given(st.text(max_size=300), st.sampled_from([7.5, 9.0, 12.0, 20.0]), st.integers(60, 400))
def test_the_least_height_is_never_too_high(text: str, size: float, width: int) -> None:
    """Else a card would be set smaller than it need be."""
    strip = Strip((Run(one_line(text)),), size)
    assert least_height([strip], width) <= height([strip], width)


def test_print_is_as_large_as_fits() -> None:
    short = ArgumentMap([About(), a_claim(1, "Short", "a0")])
    long = ArgumentMap([About(), a_claim(1, "not so short " * 60, "a0")])
    sizes = [faces(the_deck(map_), A4)[0].wide[0].size for map_ in (short, long)]
    assert sizes[0] > sizes[1]


@pytest.mark.parametrize("name", NAMED)
def test_every_claim_is_on_a_card_in_every_format(debate: ArgumentMap, name: str) -> None:
    """What takes two cards is for `test_nothing_leaves_its_card`; PDF readers know scripts in their own way."""
    for map_ in (debate, a_hostile_map()):
        text = squeezed(text_of(name, published(map_, name).content))
        for claim in map_.claims.values():
            if len(claim.text) < 1000 and (name != "pdf" or claim.text.isascii()):
                assert (squeezed(claim.text) or squeezed(NOTHING)) in text
            assert claim.label in text
        assert "\x1b" not in text
        assert "\u202e" not in text
    for meant in MEANT.get(name, ()):
        assert meant not in published(a_hostile_map(), name).content


@pytest.mark.parametrize("paper", PAPERS)
def test_a_sheet_has_four_cards_and_is_cut_in_the_middle(debate: ArgumentMap, paper: str) -> None:
    deck, sheet = the_deck(debate), PAPERS[paper]
    cards = len(faces(deck, sheet))
    pages = pypdf.PdfReader(io.BytesIO(published(debate, "pdf", paper).content)).pages
    assert len(pages) == math.ceil(cards / 4)
    assert float(pages[0].mediabox.width) == pytest.approx(sheet.width, abs=0.1)
    assert float(pages[0].mediabox.height) == pytest.approx(sheet.height, abs=0.1)
    document = docx.Document(io.BytesIO(published(debate, "docx", paper).content))
    section, (table,) = document.sections[0], document.tables
    heights = [row.height.pt for row in table.rows if row.height is not None]
    assert len(heights) == math.ceil(cards / 2)
    assert section.page_height is not None
    assert section.top_margin is not None
    room = section.page_height.pt - 2 * section.top_margin.pt
    assert 2 * heights[0] < room < 3 * heights[0]
    assert {row._tr.trPr.find(qn("w:trHeight")).get(qn("w:hRule")) for row in table.rows} == {"exact"}


def test_word_has_lines_as_high_as_we_measure(debate: ArgumentMap) -> None:
    """So that what fits by our measure fits in Word: no paragraph of a card may be as high as it likes."""
    table = docx.Document(io.BytesIO(published(debate, "docx").content)).tables[0]
    spacings = [paragraph.find(f".//{qn('w:spacing')}") for paragraph in table._tbl.iter(qn("w:p")) if len(paragraph)]
    assert len(spacings) > 20
    assert {spacing.get(qn("w:lineRule")) for spacing in spacings} == {"exact"}


@pytest.mark.parametrize("name", NAMED)
def test_equal_maps_give_equal_cards(debate: ArgumentMap, name: str) -> None:
    again = ArgumentMap(reversed(list(debate.entities())))
    assert published(debate, name) == published(again, name)


def test_a_table_of_cards_calculates_nothing() -> None:
    rows = list(csv.DictReader(io.StringIO(published(a_hostile_map(), "csv").content.decode())))
    assert len(rows) == len(HOSTILE)
    formulas = [row["claim"] for row in rows if "calc" in row["claim"]]
    assert formulas == ["'=cmd|' /C calc'!A0"]
    assert all(len(cell) == 1 or not cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_a_card_is_never_coloured_alone(debate: ArgumentMap) -> None:
    """Sides are told by words, and by solid and dotted or double lines."""
    page = published(debate, "html").content.decode()
    assert page.count("for I [C") == 4
    assert page.count("against I [C") == 3
    assert NO_ANSWER in page


def test_a_deep_chain_has_a_card_for_each_claim() -> None:
    count = 3000
    steps = [an_inference(number, f"c{number}", number + 1) for number in range(1, count)]
    map_ = ArgumentMap([About(), *(a_claim(number) for number in range(1, count + 1)), *steps])
    assert len(the_deck(map_).cards) == count
