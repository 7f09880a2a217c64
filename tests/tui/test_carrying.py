"""Branches are carried inside a map, between maps, and to other programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from argmap.document import Document
from argmap.model import Claim
from argmap.settings import keep_copied, kept_copy, state_folder
from argmap.tui import clipboard
from argmap.tui.acting import carrying
from argmap.tui.app import ArgmapApp
from argmap.tui.messages import Act
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def texts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What reaches the clipboard."""
    taken: list[str] = []

    def take(text: str, _: object) -> str:
        taken.append(text)
        return "as text by a test"

    monkeypatch.setattr(clipboard, "copy_text", take)
    return taken


@pytest.fixture
async def person(app: ArgmapApp) -> AsyncIterator[Person]:
    async with at(app) as pilot:
        yield Person(app, pilot)


def bears(person: Person, number: int) -> list[tuple[bool, list[int]]]:
    """What bears on the claim with *number*: whether for it, and by which claims."""
    map_ = person.map
    return [
        (each.supports, [map_.claims[premise].number for premise in each.premises])
        for each in map_.bearing_on(person.id(number))
    ]


class TestCopying:
    async def test_a_copied_branch_is_pasted_with_its_signs(self, person: Person) -> None:
        await person.go(7)
        await person.press("y")
        assert person.status == "Copied the branch of C7 (4 claims), as text by a test · p P paste it"
        await person.go(11)
        before = set(person.map.entities())
        await person.press("p")
        assert person.status.startswith("Paste C14 under C11")
        assert person.here == "C14"
        assert bears(person, 11) == [(True, [12]), (False, [14])]
        assert [supports for supports, _ in bears(person, 14)] == [True, False]
        assert person.text(14) == person.text(7)
        assert len(person.map.claims) == 17
        await person.press("u")
        assert set(person.map.entities()) == before
        await person.press("p")
        assert len(person.map.claims) == 17

    async def test_the_text_is_an_outline(self, person: Person, texts: list[str]) -> None:
        await person.go(3)
        await person.press("y")
        assert texts == ["- (+) C3 Parliament has asked them to go.\n  - (-) C5 Kurdish members boycotted the vote.\n"]

    async def test_it_is_pasted_as_a_sibling_or_a_position(self, person: Person) -> None:
        await person.go(13)
        await person.press("y")
        await person.go(8)
        await person.press("P")
        assert bears(person, 7) == [(True, [8]), (True, [14]), (False, [9])]
        await person.go(1)
        await person.press("P")
        assert [claim.number for claim in person.map.positions()] == [1, 15, 2]
        await person.press("g", "g", "p")
        assert [claim.number for claim in person.map.positions()] == [1, 15, 2, 16]
        assert person.here == "C16"

    async def test_where_nothing_can_be_pasted_is_said(self, person: Person) -> None:
        await person.press("p")
        assert person.status == "Nothing was copied yet. Copy or cut a branch first."
        await person.press("y")
        assert person.status == "Choose a claim first."
        await person.go(13)
        await person.press("y", "P")
        assert person.status == "C13 stands under nothing, so nothing can stand after it. p pastes under it."

    async def test_the_same_claims_can_be_used(self, person: Person) -> None:
        await person.go(8)
        await person.press("y")
        await person.go(2)
        person.screen.post_message(Act("paste-links"))
        await person.pilot.pause()
        assert bears(person, 2) == [(True, [7]), (True, [8])]
        assert len(person.map.claims) == 13

    async def test_another_map_takes_it(self, person: Person, tmp_path: Path) -> None:
        await person.go(7)
        await person.press("y")
        other = ArgmapApp(Document.create(tmp_path / "other.argmap", [Claim(number=1, text="Else.", position="a0")]))
        async with at(other) as pilot:
            reader = Person(other, pilot)
            await reader.go(1)
            await reader.press("p")
            assert bears(reader, 1) == [(False, [2])]
            assert len(reader.map.claims) == 5
            assert [source.title for source in reader.map.sources.values()] == ["The paper"]
            assert [comment.text for comment in reader.map.comments.values()] == ["One claim or two?"]


class TestCutting:
    async def test_what_is_removed_can_be_pasted(self, person: Person) -> None:
        await person.go(3)
        await person.press("d")
        assert person.status == "Remove the branch of C3 (2 claims) · u undo"
        await person.go(2)
        await person.press("p")
        assert bears(person, 2) == [(True, [7]), (True, [3])]
        assert person.status == "Paste C3 under C2 · u undo"
        assert [each.number for each in person.map.bearing_on(person.id(3))] == [2]
        assert len(person.map.claims) == 13

    async def test_the_cursor_goes_along_to_a_new_position(self, person: Person) -> None:
        await person.go(3)
        await person.press("d")
        await person.go(1)
        await person.press("P")
        assert person.status == "Paste C3 as a position · u undo"
        assert person.here == "C3"
        await person.go(7)
        await person.press("d", "g", "g", "p")
        assert person.status == "Paste C7 as a position · u undo"
        assert person.here == "C7"

    async def test_nothing_stands_twice_in_one_place(self, person: Person) -> None:
        await person.go(8)
        await person.press("y")
        await person.go(7)
        person.screen.post_message(Act("paste-links"))
        await person.pilot.pause()
        assert person.status == "It stands there already, and bears on it in the same way. Choose another place."

    async def test_pasted_again_it_is_a_copy(self, person: Person) -> None:
        await person.go(3)
        await person.press("d")
        await person.go(2)
        await person.press("p", "p")
        assert person.status == "Paste C14 under C3 · u undo"
        await person.press("u", "u")
        await person.go(11)
        await person.press("p")
        assert person.status == "Paste C3 under C11 · u undo"

    async def test_a_cut_that_was_undone_is_pasted_as_a_copy(self, person: Person) -> None:
        await person.go(3)
        await person.press("d", "u")
        await person.go(2)
        await person.press("p")
        assert person.status == "Paste C14 under C2 · u undo"

    async def test_a_claim_that_is_used_elsewhere_too_is_moved_and_not_doubled(self, person: Person) -> None:
        await person.go(7)
        await person.press("d")
        assert person.status == "Remove C7 here; it stays where else it is used · u undo"
        await person.go(11)
        await person.press("p")
        assert person.status == "Paste C7 under C11 · u undo"
        assert len(person.map.claims) == 13
        assert len(person.map.uses_of(person.id(7))) == 2

    async def test_removing_works_where_nothing_can_be_kept(
        self, person: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(carrying, "MOST_CLAIMS", 1)
        await person.go(3)
        await person.press("d")
        assert person.status.startswith("Removed · u undo · It is not kept for pasting: The branch holds 2 claims")
        assert len(person.map.claims) == 11
        await person.go(9)
        await person.press("y")
        assert person.status == "The branch holds 2 claims, too many to copy. Copy a smaller part of it."


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no json",
        b"\xff\xfe\x00",
        b"[]",
        b"{}",
        b'{"format": "argmap-json", "claims": [{"text": "no position"}]}',
        b'{"format": "argmap-json", "claims": [{"id": "c", "text": "x", "position": "a0"}], "inferences": [1]}',
        b'{"format": "argmap-json", "claims": ' + b"[" * 5000,
        json.dumps({"format": "argmap-json", "version": 99}).encode(),
    ],
)
async def test_a_file_that_is_no_copy_gives_a_sentence(person: Person, content: bytes) -> None:
    keep_copied(content)
    before = set(person.map.entities())
    await person.go(2)
    await person.press("p")
    assert "Copy" in person.status
    assert "should not have happened" not in person.status
    assert set(person.map.entities()) == before


async def test_copies_hold_no_more_than_was_copied(person: Person) -> None:
    await person.go(8)
    await person.press("y")
    assert {path.name for path in state_folder().iterdir() if path.is_file()} >= {"copied.json"}
    kept = json.loads(kept_copy())
    assert [claim["text"] for claim in kept["claims"]] == ["Attacks doubled.", "Here hangs what was copied."]
