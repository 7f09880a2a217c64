"""The review of duplicates on screen: pairs side by side, one key a decision, each one step that can be taken back."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
import textual

from argmap.document import Document
from argmap.model import Verdict
from argmap.reviewing.decisions import WAYS
from argmap.tui.app import ArgmapApp
from argmap.tui.forms import Form
from argmap.tui.reviewing import DuplicatesReview
from argmap.tui.screen import MapScreen
from tests.strategies import HOSTILE
from tests.tui.alike_map import TEXTS, alike_document
from tests.tui.test_clean import UNSAFE, screen_lines
from tests.tui.test_pictures import PINNED
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from textual.pilot import Pilot


class Reviewer(Person):
    """Somebody who reviews."""

    @property
    def review(self) -> DuplicatesReview:
        screen = self.app.screen
        assert isinstance(screen, DuplicatesReview)
        return screen

    @property
    def numbers(self) -> set[int]:
        """The numbers of the claims that are shown."""
        assert self.review.review is not None
        pair = self.review.review.current
        assert pair is not None
        return {self.map.claims[claim].number for claim in (pair.first, pair.second)}

    @property
    def said(self) -> str:
        from argmap.tui.status import StatusLine

        return "".join(text for _, text in self.review.query_one(StatusLine)._left)

    async def begin(self, key: str = "D") -> None:
        await self.press(key)
        if isinstance(self.app.screen, DuplicatesReview):
            await self.app.screen.workers.wait_for_complete()
            await self.pilot.pause()


@asynccontextmanager
async def reviewing(
    document: Document, size: tuple[int, int] = (80, 24), *, ascii_only: bool = False
) -> AsyncIterator[Reviewer]:
    app = ArgmapApp(document, ascii_only=ascii_only)
    async with at(app, size) as pilot:
        person = Reviewer(app, pilot)
        await person.begin()
        yield person


@pytest.mark.parametrize("size", [(140, 40), (80, 24), (60, 20)])
async def test_a_pair_is_shown_with_all_that_helps_to_decide(tmp_path: Path, size: tuple[int, int]) -> None:
    async with reviewing(alike_document(tmp_path), size) as person:
        seen = person.seen()
        assert "Identical · pair 1 of 3" in seen
        await person.press("s")
        seen = " ".join(person.seen().split())
        assert "Near-duplicates · pair 2 of 3" in seen
        assert "[coalition's]" in seen or "[of the" in seen
        for words in ("A C2", "B C3", "supports C1", "S1 The paper ¶12", "C3 opposes C2", "a one claim", "s skip"):
            assert words in seen, words


async def test_every_decision_is_one_step_that_can_be_taken_back(tmp_path: Path) -> None:
    document = alike_document(tmp_path)
    async with reviewing(document) as person:
        await person.press("s")
        before, steps = list(person.map.entities()), len(document.log())
        for key in ("a", "b", "n", "o", "plus", "c", "t"):
            await person.press(key)
            assert len(document.log()) == steps + 1, key
            assert person.numbers == {6, 7}
            await person.press("u")
            assert sorted(map(repr, person.map.entities())) == sorted(map(repr, before)), key
            assert person.numbers == {2, 3}
            steps = len(document.log())


async def test_enter_says_that_a_key_decides(tmp_path: Path) -> None:
    document = alike_document(tmp_path)
    async with reviewing(document) as person:
        steps = len(document.log())
        await person.press("enter")
        assert person.said.startswith("A key decides")
        assert len(document.log()) == steps


async def test_what_is_judged_is_not_offered_again(tmp_path: Path) -> None:
    async with reviewing(alike_document(tmp_path)) as person:
        await person.press("a", "n", "o")
        assert "Every pair is decided." in person.seen()
        assert {distinct.verdict for distinct in person.map.distincts.values()} == {Verdict.DIFFERENT, Verdict.OPPOSES}
        await person.press("escape")
        await person.begin()
        assert "No two claims of this map look alike." in person.seen()
        await person.press("a", "x", "question_mark", "s", "l", "u", "escape")
        assert isinstance(person.app.screen, MapScreen)


async def test_a_skipped_pair_comes_back_by_undo_and_in_the_next_review(tmp_path: Path) -> None:
    async with reviewing(alike_document(tmp_path)) as person:
        await person.press("s", "s", "s")
        assert "what you skipped: 3 pairs" in person.seen()
        await person.press("u")
        assert person.numbers == {6, 7}
        await person.press("escape")
        await person.begin()
        assert person.numbers == {4, 5}


async def test_what_the_guard_warns_of_is_merged_only_when_the_word_is_typed(tmp_path: Path) -> None:
    async with reviewing(alike_document(tmp_path)) as person:
        await person.press("l", "l")
        assert person.numbers == {6, 7}
        assert "! " in person.seen()
        await person.press("a")
        assert isinstance(person.app.screen, Form)
        await person.type("yes")
        await person.press("enter")
        assert "Type merge" in person.seen()
        assert isinstance(person.app.screen, Form)
        await person.press("escape")
        assert len(person.map.claims) == len(TEXTS)
        await person.press("a")
        await person.type("merge")
        await person.press("enter")
        assert len(person.map.claims) == len(TEXTS) - 1


async def test_a_wording_of_ones_own(tmp_path: Path) -> None:
    async with reviewing(alike_document(tmp_path)) as person:
        await person.press("s", "e")
        assert isinstance(person.app.screen, Form)
        await person.type("!")
        await person.press("enter")
        assert person.text(2) == f"{TEXTS[1]}!"
        assert len(person.map.claims) == len(TEXTS) - 1


async def test_turning_round_what_has_a_direction(tmp_path: Path) -> None:
    async with reviewing(alike_document(tmp_path)) as person:
        await person.press("s")
        assert "C3 opposes C2" in person.seen()
        await person.press("x")
        assert "C2 opposes C3" in person.seen()
        await person.press("o")
        (made,) = (link for link in person.map.inferences.values() if link.number == len(TEXTS))
        assert made.target == person.id(3)


async def test_it_begins_with_the_claim_under_the_cursor(tmp_path: Path) -> None:
    app = ArgmapApp(alike_document(tmp_path))
    async with at(app) as pilot:
        person = Reviewer(app, pilot)
        await person.go(7)
        await person.begin()
        assert person.numbers == {6, 7}
        await person.press("question_mark")
        assert "Merge the two; the claim reads as A does." in " ".join(person.seen().split())


async def test_two_selected_claims_are_merged_after_a_look(tmp_path: Path) -> None:
    app = ArgmapApp(alike_document(tmp_path))
    async with at(app) as pilot:
        person = Reviewer(app, pilot)
        await person.press("M")
        assert "Select the two claims to merge" in person.status
        await person.go(4)
        await person.press("v")
        await person.go(8)
        await person.press("v", "M")
        assert person.numbers == {4, 8}
        await person.press("b")
        assert isinstance(person.app.screen, MapScreen), "there is nothing more to look at"
        assert person.text(8) == TEXTS[7]
        assert len(person.map.claims) == len(TEXTS) - 1
        assert "Merge C4 into C8" in person.status
        await person.press("u")
        assert len(person.map.claims) == len(TEXTS)


async def test_what_others_change_meanwhile_is_seen(tmp_path: Path) -> None:
    from argmap.editing import remove_claim

    document = alike_document(tmp_path)
    async with reviewing(document) as person:
        other = Document.open(document.path, author="other")
        other.do(remove_claim(other.map, person.id(5)))
        person.review.stage.poll()
        person.review.look()
        await person.pilot.pause()
        assert person.numbers == {2, 3}


async def test_leaving_while_it_looks_for_pairs_keeps_what_was_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from threading import Event

    from argmap.matching import Duplicates
    from argmap.model import ArgumentMap

    goes_on = Event()

    def search(map_: ArgumentMap, progress: Callable[[float], bool]) -> Duplicates:
        del map_
        while progress(0.5):
            goes_on.wait(0.01)
        return Duplicates((), (), complete=False)

    monkeypatch.setattr("argmap.tui.reviewing.found_in", search)
    app = ArgmapApp(alike_document(tmp_path))
    async with at(app) as pilot:
        person = Reviewer(app, pilot)
        await person.press("D")
        assert "Looking for claims that look alike" in person.seen()
        await person.press("a", "escape")
        await app.screen.workers.wait_for_complete()
        await pilot.pause()
        assert "You broke off the search" in person.said
        await person.press("escape")
        assert isinstance(app.screen, MapScreen)


async def test_ascii_is_all_there_is_when_asked_for(tmp_path: Path) -> None:
    async with reviewing(alike_document(tmp_path), ascii_only=True) as person:
        for key in ("s", "question_mark", "a", "e"):
            assert person.seen().isascii()
            await person.press(key)
        assert person.seen().isascii()


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_words_of_strangers_are_shown_clean(tmp_path: Path, size: tuple[int, int]) -> None:
    hostile = " ".join(HOSTILE) + " [@click=app.quit]x[/] [/b] {0} %s"
    texts = (hostile, f"{hostile} of all", f"{hostile} of all", f"{hostile} not of all")
    async with reviewing(alike_document(tmp_path, texts), size) as person:
        for key in ("question_mark", "e", "escape", "a", "n", "u", "c"):
            assert not any(UNSAFE.search(line) for line in screen_lines(person.app))
            await person.press(key)
        assert not any(UNSAFE.search(line) for line in screen_lines(person.app))


async def test_very_long_claims_can_be_scrolled(tmp_path: Path) -> None:
    long = "word " * 1_990
    async with reviewing(alike_document(tmp_path, ("One.", f"{long}end.", f"{long}close."))) as person:
        assert "A  C2" in person.seen()
        await person.press("pagedown", "j", "k", "pageup")
        assert "A  C2" in person.seen()


def test_every_decision_has_its_key_on_the_screen() -> None:
    bound = {key for binding in DuplicatesReview.BINDINGS for key in binding.key.split(",")}  # type: ignore[union-attr]
    assert {"plus" if way.key == "+" else way.key for way in WAYS} <= bound


@pytest.mark.skipif(textual.__version__ != PINNED, reason=f"the pictures were taken with Textual {PINNED}")
@pytest.mark.parametrize("size", [(80, 24), (140, 40), (60, 20)], ids=["80x24", "140x40", "60x20"])
def test_a_review_looks_as_it_did(tmp_path: Path, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    async def find(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await pilot.press("D")
        await pilot.pause()
        assert isinstance(pilot.app.screen, DuplicatesReview)
        await pilot.app.screen.workers.wait_for_complete()
        await pilot.press("s")
        await pilot.pause()

    assert snap_compare(ArgmapApp(alike_document(tmp_path)), run_before=find, terminal_size=size)


async def test_a_pair_that_somebody_else_merges_is_told_and_the_next_key_decides_nothing(tmp_path: Path) -> None:
    from argmap.editing import merge

    document = alike_document(tmp_path)
    async with reviewing(document) as person:
        assert person.numbers == {4, 5}
        other = Document.open(document.path, author="anna")
        other.do(merge(other.map, person.id(4), person.id(5)))
        steps = len(document.log())
        await person.press("a")
        assert "C4 and C5 were merged meanwhile by anna: this is the next pair." in " ".join(person.said.split())
        assert (person.numbers, len(document.log())) == ({2, 3}, steps)
        await person.press("a")
        assert len(document.log()) == steps + 1


async def test_all_that_is_identical_is_taken_with_one_key_and_one_undo(tmp_path: Path) -> None:
    texts = ("One.", *("Oil prices fell.", "oil prices fell") * 2, "Taxes rose.", "taxes rose")
    async with reviewing(alike_document(tmp_path, texts)) as person:
        assert "A one claim each of all" in " ".join(person.seen().split())
        assert "n not the same" not in person.seen(), "it would only be refused"
        await person.press("A")
        assert len(person.map.claims) == 3
        assert "Every pair is decided." in person.seen()
        await person.press("u")
        assert len(person.map.claims) == len(texts)


async def test_a_pair_that_is_not_identical_is_not_taken_with_the_others(tmp_path: Path) -> None:
    async with reviewing(alike_document(tmp_path)) as person:
        await person.press("s", "A")
        assert len(person.map.claims) == len(TEXTS)
        assert "this pair is none" in person.said


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_both_claims_and_the_warning_are_seen_whatever_else_there_is_to_say(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    from argmap.editing import cite, merge

    document = alike_document(tmp_path, (*TEXTS, *(f"Insurgents: defeated, version {n}." for n in range(5))))
    for number in range(9, 14):
        claims = {claim.number: claim.id for claim in document.map.claims.values()}
        document.do(merge(document.map, claims[6], claims[number]))
    source = next(iter(document.map.sources))
    for number in range(5):
        document.do(cite(document.map, claims[6], source, paragraph=str(number)))
    app = ArgmapApp(document)
    async with at(app, size) as pilot:
        person = Reviewer(app, pilot)
        await person.go(7)
        await person.begin()
        assert person.numbers == {6, 7}
        seen = " ".join(person.seen().split())
        for words in ("A C6", "B C7", "! ", "Merged into A"):
            assert words in seen, words
        assert "more below" not in seen


async def test_what_is_below_is_hinted_at(tmp_path: Path) -> None:
    texts = ("One.", f"{'word ' * 200}end.", f"{'other ' * 3}{'word ' * 200}close.")
    async with reviewing(alike_document(tmp_path, texts), (60, 20)) as person:
        await person.press("question_mark", "pageup", "pageup", "pageup")
        assert "more below: ↓" in person.seen()
        await person.press(*("pagedown",) * 8)
        assert "more below" not in person.seen()
        await person.press("escape")
        assert isinstance(person.app.screen, DuplicatesReview), "Esc goes back from why to the pair"
        await person.press("n")
        assert "Every pair is decided" in person.seen()
        assert "more below" not in person.seen()
