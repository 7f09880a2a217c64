"""Which claims a picker offers, in which order, and that lists can be read without colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from argmap.display import wrap
from argmap.model import Claim, ClaimId
from argmap.tui.actions import STANDARD
from argmap.tui.app import ArgmapApp
from argmap.tui.help import Help
from argmap.tui.lists import Lines
from argmap.tui.nearness import fitting
from argmap.tui.signs import PLAIN, PRETTY
from tests.strategies import maps
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    from rich.segment import Segment

    from argmap.document import Document
    from argmap.model import ArgumentMap
    from argmap.tui.signs import Signs


def labels(map_: ArgumentMap, typed: str, near: int = 13) -> list[str]:
    claim = map_.numbered(Claim, near)
    assert isinstance(claim, Claim)
    return [map_.claims[each].label for each in fitting(map_, typed, claim.id, without={claim.id}, alike=())]


@given(st.data())
def test_every_claim_is_offered_once_and_those_linked_come_first(data: st.DataObject) -> None:
    map_ = data.draw(maps().filter(lambda map_: map_.claims))
    near = data.draw(st.sampled_from(sorted(map_.claims)))
    found = list(fitting(map_, "", near, without={near}, alike=()))
    assert sorted([near, *found]) == sorted(map_.claims)
    linked: set[ClaimId] = set()
    for use in map_.uses_of(near):
        linked.update(claim for claim in (*use.premises, use.target) if isinstance(claim, ClaimId))
    linked.discard(near)
    if linked and len(found) > len(linked):
        first = min(found.index(each) for each in linked)
        last = max(found.index(each) for each in linked)
        unlinked = [each for each in found if not map_.uses_of(each) and not map_.bearing_on(each)]
        assert all(found.index(each) > last >= first for each in unlinked)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("troops", ["C1", "C2"]),
        ("C12", ["C12"]),
        ("12", ["C12"]),
        ("tag:isis", ["C8"]),
        ("9" * 5000, []),
        ("zzzz", []),
    ],
)
def test_words_and_numbers_find(sample_map: ArgumentMap, typed: str, found: list[str]) -> None:
    assert labels(sample_map, typed) == found


def test_duplicates_are_those_that_are_known(sample_map: ArgumentMap, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who chooses a claim of a large map does not wait until they are looked for."""
    monkeypatch.setattr("argmap.matching.repeating.duplicates", lambda _: pytest.fail("looked for on the spot"))
    near, known = sample_map.numbered(Claim, 13), sample_map.numbered(Claim, 8)
    assert isinstance(near, Claim)
    assert isinstance(known, Claim)
    assert list(fitting(sample_map, "is:duplicate", near.id, alike={known.id})) == [known.id]


def test_the_claim_itself_is_not_offered(sample_map: ArgumentMap) -> None:
    assert labels(sample_map, "troops", near=1) == ["C2"]


@pytest.mark.parametrize("key", ["?", "U", "!", "m", "@", "C", "S"])
@pytest.mark.parametrize("no_color", [False, True])
async def test_what_is_lit_is_reversed_in_its_whole_width(
    document: Document, monkeypatch: pytest.MonkeyPatch, key: str, no_color: bool
) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    app = ArgmapApp(document)
    async with at(app) as pilot:
        person = Person(app, pilot)
        await person.go(7)
        await person.press(key)
        await app.screen.workers.wait_for_complete()
        await pilot.pause()
        lines = app.screen.query(Lines).first()
        lit = [strip for strip in map(lines.render_line, range(lines.size.height)) if _is_reversed([*strip])]
        assert lit
        assert all(part.style and part.style.reverse for strip in lit for part in strip)


def _is_reversed(strip: list[Segment]) -> bool:
    return any(part.style and part.style.reverse for part in strip)


async def test_a_click_in_help_does_what_it_says(document: Document) -> None:
    app = ArgmapApp(document)
    async with at(app) as pilot:
        person = Person(app, pilot)
        await person.go(8)
        await person.press("?")
        await person.type("add an objection")
        assert isinstance(app.screen, Help)
        await pilot.click(Lines, offset=(5, 0))
        await pilot.pause()
        assert "objection" in str(person.screen.editor.border_title)


@pytest.mark.parametrize("signs", [PRETTY, PLAIN])
def test_in_help_the_names_stand_under_one_another(signs: Signs) -> None:
    help_ = Help(signs, STANDARD, with_legend=False)
    leads = [each.leads for each in help_.listed("") if each.answer is not None]
    assert {len(each) for each in leads} == {len(leads[0])}
    assert all(each.endswith(" ") for each in leads)
    assert "Tab Esc" in {each.strip() for each in leads}


@pytest.mark.parametrize("signs", [PRETTY, PLAIN])
def test_help_tells_at_its_top_what_the_badges_mean_and_more_where_it_is_asked(signs: Signs) -> None:
    help_ = Help(signs, STANDARD, with_legend=True)
    heading, badges, keys = [each.words for each in help_.listed("")][:3]
    assert "MARKS" in heading
    assert "@2 used in 2 places" in badges
    assert len(wrap(badges, 54, cell_len)) <= 5, "on the smallest screen there is room for keys under it"
    assert keys == "ARGUE"


def test_help_explains_no_badges_to_who_hears_words_for_them() -> None:
    told = [each.words for each in Help(PLAIN, STANDARD, with_legend=True, spoken=True).listed("")][1]
    assert told.split(", ") == ["  ' bookmark", "* selected"]


@pytest.mark.parametrize("typed", ["sig", "signs", "Badges", "signs and badges", "legend"])
def test_help_asked_for_the_signs_tells_them_and_enter_does_nothing(typed: str) -> None:
    help_ = Help(PRETTY, STANDARD, with_legend=True)
    asked = list(help_.listed(typed))
    assert all(each.answer is None for each in asked)
    assert any("undercuts" in each.words for each in asked)
    assert any("it is used in two places" in each.words for each in asked)
    for other in ("s", "and"):
        assert any(each.answer for each in help_.listed(other)), "what begins or is called so is still found"
    assert any(each.answer for each in Help(PRETTY, STANDARD, with_legend=False).listed("signs"))
    assert [each.words.split() for each in help_.listed("@2")] == [["@2", "it", "is", "used", "in", "two", "places"]]
