"""The duplicates badge: it comes by itself, follows every step, and never waits or makes wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.document import Document
from argmap.editing import add_reason, judge_pair, merge, remove_claim, reword
from argmap.model import Verdict
from argmap.tui import alike_search
from argmap.tui.app import ArgmapApp
from argmap.tui.merged import MergedClaims
from tests.tui.alike_map import TEXTS, alike_document
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from argmap.model import Step


class Onlooker(Person):
    """Somebody who watches the badges."""

    def badges(self) -> dict[int, set[int]]:
        """The numbers of the claims with a badge, and of those they may be one with."""
        alike = self.screen.tree_view.rows.places.alike
        number = {claim.id: claim.number for claim in self.map.claims.values()}
        return {number[claim]: {number[other] for other in others} for claim, others in alike.items()}

    async def look(self) -> None:
        """Search, and wait for the search."""
        self.screen.alike_search.begin()
        await self.screen.workers.wait_for_complete()
        await self.pilot.pause()

    async def take(self, step: Step) -> None:
        """Take a step, and pause as long as the badges need."""
        self.screen.take(step)
        await self.settled()

    async def settled(self) -> None:
        """Wait until the badges have followed; a loaded machine takes its time."""
        for _ in range(500):
            await self.pilot.pause(0.02)
            if self.screen.alike_search.is_settled:
                return
        pytest.fail("the badges never settled")


@pytest.fixture
async def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Onlooker]:
    monkeypatch.setattr(alike_search, "_SETTLE_SECONDS", 0.01)
    app = ArgmapApp(alike_document(tmp_path))
    async with at(app, (100, 40)) as pilot:
        onlooker = Onlooker(app, pilot)
        await onlooker.look()
        yield onlooker


async def test_near_and_identical_pairs_have_a_badge_and_opposites_have_none(person: Onlooker) -> None:
    assert person.badges() == {2: {3}, 3: {2}, 4: {5}, 5: {4}}
    await person.go(2)
    seen = person.seen()
    assert seen.count("~1") == 4
    assert "Possible duplicate" in seen
    assert "~ C3 The presence of the coalition" in seen
    assert "D reviews them" in seen


async def test_it_comes_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alike_search, "BEGIN_SECONDS", 0.01)
    app = ArgmapApp(alike_document(tmp_path))
    async with at(app) as pilot:
        person = Onlooker(app, pilot)
        await pilot.pause(0.05)
        await person.screen.workers.wait_for_complete()
        await pilot.pause()
        assert person.badges()


async def test_badges_follow_the_steps(person: Onlooker) -> None:
    await person.take(reword(person.map, person.id(3), "Something else altogether."))
    assert person.badges() == {4: {5}, 5: {4}}
    await person.take(reword(person.map, person.id(8), "The presence of the coalition breeds instability in Iraq"))
    assert person.badges() == {2: {8}, 8: {2}, 4: {5}, 5: {4}}
    await person.take(add_reason(person.map, person.id(1), "Oil prices fell, in the north!"))
    assert person.badges()[9] == {4, 5}
    await person.take(judge_pair(person.map, person.id(2), person.id(8), Verdict.DIFFERENT))
    assert 2 not in person.badges()
    await person.take(merge(person.map, person.id(4), person.id(5)))
    await person.take(remove_claim(person.map, person.id(9)))
    assert person.badges() == {}
    for _ in range(3):
        await person.press("u")
    await person.settled()
    assert person.badges() == {2: {8}, 8: {2}, 4: {5, 9}, 5: {4, 9}, 9: {4, 5}}


async def test_what_others_change_is_looked_at_anew(person: Onlooker) -> None:
    other = Document.open(person.app.document.path, author="other")
    other.do(remove_claim(other.map, person.id(5)))
    person.screen.poll()
    await person.screen.workers.wait_for_complete()
    await person.pilot.pause()
    assert person.badges() == {2: {3}, 3: {2}}


async def test_a_second_search_ends_the_first(person: Onlooker) -> None:
    for _ in range(5):
        person.screen.alike_search.begin()
    last = person.screen.alike_search._worker
    assert last is not None
    await last.wait()
    await person.pilot.pause()
    assert person.badges() == {2: {3}, 3: {2}, 4: {5}, 5: {4}}


async def test_the_wordings_are_made_before_a_thread_asks_for_them(tmp_path: Path) -> None:
    """Two threads that ask at once would make two, and one of them would take in the whole map for nobody."""
    app = ArgmapApp(alike_document(tmp_path))
    async with at(app) as pilot:
        screen = Onlooker(app, pilot).screen
        assert "wordings" not in vars(screen)
        screen.alike_search.begin()
        assert "wordings" in vars(screen)


async def test_many_claims_at_once_are_looked_at_by_a_search(person: Onlooker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alike_search, "_MOST_FOLLOWED", 0)
    await person.take(add_reason(person.map, person.id(1), "Oil prices fell, in the north!"))
    await person.screen.workers.wait_for_complete()
    await person.pilot.pause()
    assert person.badges()[9] == {4, 5}


async def test_a_large_map_is_searched_in_a_process_of_its_own(
    person: Onlooker, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = person.badges()
    monkeypatch.setattr(alike_search, "_APART", 0)
    await person.look()
    assert person.badges() == before


def test_a_search_in_a_process_of_its_own_can_be_cancelled(tmp_path: Path) -> None:
    from argmap.tui.alike_apart import found_apart

    map_ = alike_document(tmp_path, tuple(f"Claim {number} of the many." for number in range(1, 400))).map
    assert found_apart(map_, lambda: True) is None


def test_a_map_larger_than_a_pipe_is_searched_apart_however_late_the_other_process_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from argmap.tui import alike_apart

    # No word stands in two of them, so that there is much to send and little to compare.
    texts = tuple(
        " ".join(f"w{(40 * number + word) * 2654435761 % 2**32:x}" for word in range(25)) for number in range(600)
    )
    map_ = alike_document(tmp_path, (*texts, texts[0])).map
    monkeypatch.setattr(alike_apart, "_LOOK_SECONDS", 0.001)
    monkeypatch.setattr(alike_apart, "_CALL", f"import time; time.sleep(0.5); {alike_apart._CALL}")
    found = alike_apart.found_apart(map_, lambda: False)
    assert found is not None
    assert found.pairs


def test_without_a_second_process_there_are_no_badges_and_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from argmap.tui.alike_apart import found_apart

    monkeypatch.setattr("sys.executable", str(tmp_path / "nowhere"))
    assert found_apart(alike_document(tmp_path).map, lambda: False) is None


async def test_badges_are_words_for_who_hears_them(tmp_path: Path) -> None:
    from argmap.tui.badges import in_words

    del tmp_path
    assert in_words([("alike", "~1"), ("alike", "~12")]) == [
        ("alike", "[1 possible duplicate]"),
        ("alike", "[12 possible duplicates]"),
    ]


async def test_a_merged_claim_is_taken_out_again(person: Onlooker) -> None:
    await person.take(merge(person.map, person.id(2), person.id(3)))
    await person.go(2)
    assert "Also phrased as" in person.seen()
    await person.press("g", "m")
    assert isinstance(person.app.screen, MergedClaims)
    assert "C3 The presence of the coalition" in person.seen()
    await person.pilot.click(offset=(1, 20))
    assert person.app.screen is person.app.screen_stack[0], "a click beside it closes it, as every dialog"
    await person.press("g", "m", "escape", "g", "m", "j", "k", "enter")
    assert person.text(3) == TEXTS[2]
    assert "Unmerge C3 from C2" in person.status
    await person.press("g", "m")
    assert "Nothing was merged into" in person.status


class TestHowMany:
    async def test_the_title_counts_the_pairs(self, person: Onlooker) -> None:
        assert "8 claims | 2 dup? | 1 source | saved" in person.seen()
        await person.take(reword(person.map, person.id(3), "Something else entirely."))
        assert "8 claims | 1 dup? | 1 source | saved" in person.seen()

    async def test_where_room_is_scarce_the_counts_go_before_what_is_saved(self, person: Onlooker) -> None:
        await person.pilot.resize_terminal(50, 20)
        await person.pilot.pause()
        assert "8 claims | 2 dup? | saved" in person.seen()
        assert "source" not in person.seen().splitlines()[0]

    async def test_is_duplicate_finds_what_has_a_badge(self, person: Onlooker) -> None:
        await person.press("F")
        await person.type("is:duplicate")
        numbers = {person.map.claims[row.claim].number for row in person.screen.tree_view.rows.visible if row.is_claim}
        assert numbers == {1, 2, 3, 4, 5}, "C1 is what they stand under"
        assert "1 of 4, only these" in person.seen()

    async def test_while_somebody_still_looks_that_is_said(self, tmp_path: Path) -> None:
        app = ArgmapApp(alike_document(tmp_path))
        async with at(app, (100, 40)) as pilot:
            person = Onlooker(app, pilot)
            await person.press("/")
            await person.type("is:duplicate")
            assert "still looking" in person.seen()
            assert "nothing found" not in person.seen()
            await person.look()
            assert "1 of 4" in person.seen(), "what was found since is found by itself"
            assert "still looking" not in person.seen()
