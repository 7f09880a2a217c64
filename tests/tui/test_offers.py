"""While a claim is typed, the claims close to it are shown, and can be used instead of saying it twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from argmap.document import Document
from argmap.editing import remove_claim
from argmap.tui.app import ArgmapApp
from tests.tui.test_screen import SIZE, Person, at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

WITHDRAWAL = "withdrawal enables a return"


@pytest.fixture
async def person(app: ArgmapApp) -> AsyncIterator[Person]:
    async with at(app, SIZE) as pilot:
        yield Person(app, pilot)


async def begin(person: Person, number: int, key: str, text: str) -> None:
    await person.go(number)
    await person.press(key)
    person.screen.editor.insert(text.strip()[:-1])  # key by key it would take seconds
    await person.type(text.strip()[-1])


def offered(person: Person) -> list[str]:
    offers = person.screen.editor.offers
    claims = person.screen.document.map.claims
    return [claims[claim].label for claim in offers._shown] if offers.display else []


class TestOffering:
    async def test_a_close_claim_is_shown_in_full_words(self, person: Person) -> None:
        await begin(person, 8, "+", WITHDRAWAL)
        assert "close: C7 Withdrawal enables a return of the" in person.seen()
        assert "their time to come back." in person.seen()
        assert "use a close claim" in person.seen()

    async def test_a_claim_that_says_the_opposite_is_shown_with_what_differs(self, person: Person) -> None:
        await begin(person, 8, "+", "The coalition is not a magnet for instability.")
        assert offered(person)[0] == "C9"
        assert "! Only one of them says “not”." in person.seen()

    async def test_not_before_there_is_something_to_compare(self, person: Person) -> None:
        await begin(person, 3, "+", "troops stay")
        assert offered(person) == []
        await person.press(".")
        assert "C2" in offered(person)

    async def test_the_list_follows_the_text(self, person: Person) -> None:
        await begin(person, 8, "+", WITHDRAWAL)
        assert offered(person) == ["C7"]
        await person.press("ctrl+u")
        assert offered(person) == []
        await person.type("oil prices fell")
        assert offered(person) == ["C12"]

    async def test_enter_saves_what_was_typed(self, person: Person) -> None:
        await begin(person, 8, "+", WITHDRAWAL)
        await person.press("enter")
        assert person.text(14) == WITHDRAWAL
        assert offered(person) == []

    async def test_the_claim_argued_about_is_not_offered(self, person: Person) -> None:
        await begin(person, 12, "+", "oil prices fell")
        assert offered(person) == []

    @pytest.mark.parametrize("kind", ["e", "o"])
    async def test_rewording_and_loose_claims_offer_nothing(self, person: Person, kind: str) -> None:
        await begin(person, 13, kind, WITHDRAWAL)
        assert offered(person) == []

    async def test_hostile_words_stay_words(self, person: Person) -> None:
        await begin(person, 8, "+", "a plain [bold red]claim[/] of words\n")
        await person.press("enter")
        await begin(person, 9, "-", "a plain claim of words")
        assert "C14 a plain [bold red]claim[/] of words" in person.seen()

    @pytest.mark.parametrize("size", [(80, 24), (60, 20), (140, 40)])
    async def test_the_claim_argued_about_stays_in_view(self, document: Document, size: tuple[int, int]) -> None:
        app = ArgmapApp(document)
        async with at(app, size) as pilot:
            person = Person(app, pilot)
            for number in (5, 8, 12, 13):
                await begin(person, number, "+", "militias attack the bases")
                seen = person.seen()
                assert offered(person) == ["C10"], number
                assert "close: C10 Militias attack the bases." in seen
                tree = person.screen.tree_view
                top = tree.rows.heights.top(tree.cursor) - tree.scroll_offset.y
                assert 0 <= top <= person.screen.editor.region.y - tree.region.y - tree.rows.heights[tree.cursor]
                assert person.screen.editor.offers.region.bottom <= tree.region.bottom
                await person.press("escape")

    async def test_in_ascii_it_is_ascii(self, document: Document) -> None:
        app = ArgmapApp(document, ascii_only=True)
        async with at(app) as pilot:
            person = Person(app, pilot)
            await begin(person, 8, "+", WITHDRAWAL)
            await person.press("down")
            assert "close> C7" in person.seen()
            assert person.seen().isascii()


class TestReusing:
    async def test_down_and_enter_use_the_claim_that_is_there(self, person: Person) -> None:
        await begin(person, 8, "-", WITHDRAWAL)
        await person.press("down")
        assert "use C7 here" in person.seen()
        await person.press("enter")
        (inference,) = person.map.bearing_on(person.id(8))
        assert (inference.kind, inference.premises) == ("objection", (person.id(7),))
        assert len(person.map.claims) == 13
        assert person.here == "C7"
        assert "u undo" in person.status
        await person.press("u")
        assert not person.map.bearing_on(person.id(8))

    async def test_keys_that_arrive_at_once_keep_their_order(self, person: Person) -> None:
        await begin(person, 8, "+", WITHDRAWAL)
        for key in ("down", "enter"):
            person.app.post_message(events.Key(key, None))
        await person.pilot.pause()
        await person.pilot.pause()
        assert person.map.bearing_on(person.id(8))[0].premises == (person.id(7),)

    @pytest.mark.parametrize("back", ["up", "escape"])
    async def test_up_and_escape_go_back_to_the_text(self, person: Person, back: str) -> None:
        await begin(person, 8, "+", WITHDRAWAL)
        await person.press("down", back)
        assert person.screen.editor.display
        assert "use C7 here" not in person.seen()
        await person.press("enter")
        assert person.text(14) == WITHDRAWAL

    async def test_typing_on_goes_back_to_the_text(self, person: Person) -> None:
        await begin(person, 8, "+", WITHDRAWAL)
        await person.press("down", "s", "enter")
        assert person.text(14) == f"{WITHDRAWAL}s"

    async def test_escape_twice_leaves_and_keeps_the_draft(self, person: Person) -> None:
        await begin(person, 8, "+", WITHDRAWAL)
        await person.press("down", "escape", "escape")
        assert not person.screen.editor.display
        assert "draft is kept" in person.status

    @pytest.mark.parametrize(
        ("key", "kind", "premises"), [("&", "reason", (8, 12)), ("X", "undercut", (12,)), ("o", "reason", (12,))]
    )
    async def test_every_kind_of_premise_can_be_a_claim_that_is_there(
        self, person: Person, key: str, kind: str, premises: tuple[int, ...]
    ) -> None:
        await begin(person, 8, key, "oil prices fell")
        await person.press("down", "enter")
        uses = [(use.kind, use.premises) for use in person.map.uses_of(person.id(12))]
        assert (kind, tuple(person.id(number) for number in premises)) in uses

    async def test_a_claim_becomes_a_position(self, person: Person) -> None:
        await person.press("a")
        await person.type("oil prices fell")
        await person.press("down", "enter")
        assert person.map.positions()[-1].label == "C12"

    async def test_what_stands_there_already_is_not_said_twice(self, person: Person) -> None:
        await begin(person, 9, "+", "militias attack the bases")
        await person.press("down", "enter")
        assert "stands there already" in person.status
        assert len(person.map.bearing_on(person.id(9))) == 1
        assert person.screen.editor.text == "militias attack the bases"

    async def test_a_click_uses_it_too(self, person: Person) -> None:
        await begin(person, 8, "+", WITHDRAWAL)
        await person.pilot.click(person.screen.editor.offers, offset=(10, 0))
        await person.pilot.pause()
        assert person.map.bearing_on(person.id(8))[0].premises == (person.id(7),)

    async def test_what_is_gone_meanwhile_is_refused_and_the_text_stays(
        self, person: Person, document: Document
    ) -> None:
        await begin(person, 8, "+", "oil prices fell")
        await person.press("down")
        other = Document.open(document.path)
        other.do(remove_claim(other.map, person.id(12)))
        person.screen.poll()
        await person.press("enter")
        assert person.screen.editor.text == "oil prices fell"
        assert not person.map.bearing_on(person.id(8))
        await person.press("escape", "enter")
        assert person.text(14) == "oil prices fell"
