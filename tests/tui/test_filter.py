"""The find bar forgives slips and can show what it finds and nothing else; leaving it puts everything back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.editing import add_reason
from argmap.tui.app import ArgmapApp
from argmap.tui.folds import Folds
from argmap.tui.remembering import view_of
from argmap.tui.rows import Rows
from tests.strategies import maps
from tests.tui.test_screen import SIZE, Person, at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from argmap.document import Document
    from argmap.model import ArgumentMap, ClaimId


@pytest.fixture
async def person(app: ArgmapApp) -> AsyncIterator[Person]:
    async with at(app, SIZE) as pilot:
        yield Person(app, pilot)


def labels(person: Person) -> list[str]:
    rows = person.screen.tree_view.rows.visible
    return [person.map.claims[row.claim].label for row in rows if row.is_claim]


def places(person: Person) -> list[object]:
    return [row.place for row in person.screen.tree_view.rows.visible]


class TestPlacesKept:
    @given(maps(), st.data())
    def test_what_is_kept_is_seen_and_marks_of_folds_are_true(self, map_: ArgumentMap, data: st.DataObject) -> None:
        chosen = data.draw(st.sets(st.sampled_from(sorted(map_.claims)), min_size=1)) if map_.claims else set()
        rows = Rows(map_)
        whole = {row.place for row in rows.visible}
        rows.places.keep(chosen)
        rows.folds = Folds(None)
        rows.rebuild()
        shown = {row.place for row in rows.visible}
        assert shown <= whole
        assert {rows.places.home(claim) for claim in chosen} <= shown
        for row in rows.visible:
            if row.is_claim:
                assert rows.places.has_under(row) == bool(rows.places.under(row))
                assert (rows.places.count_under(row) > 0) == bool(rows.places.under(row))

    @given(maps(), st.data())
    def test_nothing_else_is_kept_than_the_ways_to_it(self, map_: ArgumentMap, data: st.DataObject) -> None:
        chosen: set[ClaimId] = data.draw(st.sets(st.sampled_from(sorted(map_.claims)))) if map_.claims else set()
        places_ = Rows(map_).places
        kept = places_.keep(chosen)
        ways = (places_.way_to(home) for home in map(places_.home, chosen) if home is not None)
        assert kept.places == {place for way in ways for place in way}
        assert kept.claims == chosen


class TestFiltering:
    async def test_tab_shows_matches_and_what_they_stand_under(self, person: Person) -> None:
        whole = labels(person)
        await person.press("/")
        await person.type("militias")
        assert labels(person) == whole
        await person.press("tab")
        assert labels(person) == ["C1", "C7", "C9", "C10"]
        assert person.here == "C10"
        assert "1 of 1, only these" in person.seen()
        assert "show everything" in person.seen()
        await person.press("tab")
        assert labels(person) == whole
        assert person.here == "C10"
        assert "show matches only" in person.seen()

    async def test_the_filter_follows_the_words(self, person: Person) -> None:
        await person.press("F")
        await person.type("troops s")
        assert labels(person) == ["C2"] or "C2" in labels(person)
        await person.press("ctrl+u")
        assert len(labels(person)) > 10
        await person.type("is:unplaced")
        assert labels(person) == ["C13"]
        assert "Under no position" not in person.seen()

    async def test_escape_puts_folds_and_cursor_back(self, person: Person) -> None:
        await person.press("z", "M")
        before = places(person)
        await person.press("F")
        await person.type("militias")
        assert person.here == "C10"
        await person.press("escape")
        assert places(person) == before
        assert person.here == "question"
        assert person.screen.tree_view.rows.places.kept is None

    async def test_it_goes_to_the_words_themselves_before_the_sources_that_have_them(self, person: Person) -> None:
        """C8 cites “The paper”, which stands before C14 and says nothing of it on its row."""
        person.screen.take(add_reason(person.map, person.id(11), "A paper shield."))
        await person.press("g", "g", "/")
        await person.type("paper")
        assert person.here == "C14"
        assert "2 of 2 " in person.seen()
        await person.press("up")
        assert person.here == "C8"
        assert "1 of 2, in a source" in person.seen()
        await person.press("enter", "n")
        assert person.status.startswith("2 of 2 found · n next")
        await person.press("n")
        assert person.status.startswith("1 of 2 found, in a source · n next")

    async def test_where_nothing_says_the_words_it_goes_to_what_cites_them(self, person: Person) -> None:
        await person.press("/")
        await person.type("paper")
        assert person.here == "C8"
        assert "1 of 1, in a source" in person.seen()

    async def test_enter_stays_at_the_match_in_the_whole_map(self, person: Person) -> None:
        whole = labels(person)
        await person.press("/")
        await person.type("militias")
        await person.press("enter")
        assert labels(person) == whole
        assert person.here == "C10"
        assert "n next" in person.status

    async def test_enter_keeps_the_filter_and_escape_in_the_tree_ends_it(self, person: Person) -> None:
        await person.press("z", "M")
        whole = places(person)
        await person.press("F")
        await person.type("militias")
        await person.press("enter")
        assert labels(person) == ["C1", "C7", "C9", "C10"]
        assert "only these are shown, Esc shows all" in person.status
        assert 'only "militias", Esc shows all' in person.seen()
        await person.press("k")
        assert person.here == "C9"
        await person.press("escape")
        assert set(whole) <= set(places(person))
        assert person.here == "C9"
        assert person.screen.tree_view.rows.places.kept is None
        assert "only" not in person.seen()

    async def test_edits_inside_are_seen_and_the_filter_stays(self, person: Person) -> None:
        await person.press("F")
        await person.type("militias")
        await person.press("enter", "e")
        await person.type("!")
        await person.press("enter")
        assert person.text(10).endswith("!")
        await person.press("+", "x", "enter")
        assert labels(person) == ["C1", "C7", "C9", "C10", "C14"]
        await person.press("H")
        assert labels(person) == ["C1", "C7", "C9", "C10", "C14"]
        assert person.here == "C14"
        await person.press("u", "u")
        assert labels(person) == ["C1", "C7", "C9", "C10"]
        await person.press("escape")
        assert len(labels(person)) > 10

    async def test_going_to_what_is_left_out_lets_it_in(self, person: Person) -> None:
        await person.go(12)
        await person.press("b", "F")
        await person.type("militias")
        await person.press("enter", "'")
        assert person.here == "C12"
        assert labels(person) == ["C1", "C7", "C9", "C10", "C11", "C12"]

    async def test_the_bar_opens_again_on_the_words_of_the_filter(self, person: Person) -> None:
        await person.press("F")
        await person.type("militia")
        await person.press("enter", "F")
        assert person.screen.find_bar.query_input.value == "militia"
        assert labels(person) == ["C1", "C7", "C9", "C10"]
        await person.press("ctrl+u")
        await person.type("doubled")
        await person.press("enter")
        assert "C8" in labels(person)
        assert "C10" not in labels(person)
        await person.press("escape")
        assert len(labels(person)) > 10

    async def test_the_folds_of_a_filter_are_not_remembered(self, person: Person) -> None:
        await person.press("z", "M")
        before = view_of(person.screen.tree_view)
        await person.press("F")
        await person.type("militias")
        await person.press("enter")
        after = view_of(person.screen.tree_view)
        assert (after["level"], after["folds"]) == (before["level"], before["folds"])

    async def test_down_and_up_go_through_the_matches(self, person: Person) -> None:
        await person.press("F")
        await person.type("troops should")
        assert person.here == "C1"
        await person.press("down")
        assert person.here == "C2"
        assert "2 of 2" in person.seen()
        await person.press("down")
        assert person.here == "C1"
        await person.press("up", "enter")
        assert person.here == "C2"

    async def test_nothing_found_shows_everything_and_says_so(self, person: Person) -> None:
        whole = labels(person)
        await person.press("F")
        await person.type("zzzz")
        assert "nothing found" in person.seen()
        assert labels(person) == whole
        await person.press("escape", "j")
        assert person.here == "C1"

    async def test_a_folded_row_counts_what_the_filter_shows(self, person: Person) -> None:
        await person.press("F")
        await person.type("attacks doubled")
        tree = person.screen.tree_view
        row = next(row for row in tree.rows.visible if row.claim == person.id(7))
        assert tree.rows.places.count_under(row) == 1
        leaf = next(row for row in tree.rows.visible if row.claim == person.id(8))
        assert not tree.rows.places.has_under(leaf)

    async def test_what_others_write_meanwhile_keeps_the_filter(self, person: Person, document: Document) -> None:
        from argmap.document import Document as Opened

        await person.press("F")
        await person.type("militias")
        other = Opened.open(document.path)
        other.do(add_reason(other.map, person.id(12), "From elsewhere"))
        person.screen.poll()
        await person.pilot.pause()
        assert labels(person) == ["C1", "C7", "C9", "C10"]
        await person.press("escape")
        assert "C14" in labels(person)

    async def test_what_is_added_while_filtering_is_seen(self, person: Person) -> None:
        """A click leaves the bar open and gives the tree the keyboard."""
        await person.press("F")
        await person.type("militias")
        person.screen.tree_view.focus()
        await person.press("+", "x", "enter")
        assert person.here == "C14"
        await person.press("/", "escape")
        assert "C14" in labels(person)
        assert person.screen.tree_view.rows.places.kept is None

    @pytest.mark.parametrize("size", [(80, 24), (60, 20)])
    async def test_bar_and_footer_fit(self, document: Document, size: tuple[int, int]) -> None:
        app = ArgmapApp(document, ascii_only=True)
        async with at(app, size) as pilot:
            person = Person(app, pilot)
            await person.press("F")
            await person.type("militais")
            seen = person.seen()
            assert "none exact, only these" in seen
            assert "Esc go back" in seen
            assert seen.isascii()


class TestSlips:
    async def test_a_slip_is_forgiven(self, person: Person) -> None:
        await person.press("/")
        await person.type("insurgetns")
        assert person.here == "C7"
        assert "none exact" in person.seen()

    async def test_what_fits_comes_before_what_is_close(self, person: Person) -> None:
        from argmap.editing import reword

        person.screen.take(reword(person.map, person.id(3), "Militia asked them to go."))
        await person.press("g", "g", "/")
        await person.type("militias")
        assert person.here == "C10"
        assert "2 of 2, 1 close" in person.seen()
        await person.press("up")
        assert person.here == "C3"


async def test_what_cannot_be_read_finds_nothing_and_says_so(person: Person) -> None:
    await person.press("F")
    await person.type("is:objection")
    assert "only these" in person.seen()
    whole = len(person.screen.tree_view.rows.visible)
    await person.type("x")
    seen = person.seen()
    assert "cannot be read" in seen
    assert "only these" not in seen
    assert "There is no is:objectionx." in person.status
    assert len(person.screen.tree_view.rows.visible) > whole
    await person.press("enter")
    assert "found" not in person.status.replace("There is no", "")
    assert 'only "' not in person.seen()
    await person.press("/")
    await person.type("is:zzz")
    await person.press("backspace", "backspace", "backspace", "backspace", "backspace", "backspace")
    assert person.status == ""
    await person.type("is:zzz")
    await person.press("escape")
    assert person.status == ""


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_what_can_be_searched_for_is_named_in_full(document: Document, size: tuple[int, int]) -> None:
    app = ArgmapApp(document)
    async with at(app, size) as pilot:
        person = Person(app, pilot)
        await person.press("/")
        assert "is:unsourced" in person.seen()
        await person.type("coalitoin")
        assert " none exact" in person.seen()
