"""Looking up while typing: unfinished words, missing spaces, terms, merged wordings, flags; and edits in between."""

from __future__ import annotations

from threading import Event, Thread
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.editing import add_claim, remove_claim, reword
from argmap.matching import Wordings, search, search_nearly, similar
from argmap.model import Alias, AliasId, ArgumentMap, Change, Claim, ClaimId, Step, Term

TEXTS = (
    "The withdrawal of troops from the region strengthens the militias.",
    "Parliament voted for the withdrawal of foreign troops.",
    "The foreign troops were invited by the government.",
    "The foreign troops were not invited by the government.",
    "Oil pays for nine tenths of the budget.",
    "Daesh still holds the mountains north of the city.",
)


@pytest.fixture
def map_() -> ArgumentMap:
    return ArgumentMap(Claim(id=ClaimId(f"c{n}"), number=n, text=text) for n, text in enumerate(TEXTS, 1))


def found(map_: ArgumentMap, typed: str, wordings: Wordings | None = None) -> list[int]:
    return [each.claim.number for each in similar(map_, typed, wordings=wordings)]


@pytest.mark.parametrize(
    ("typed", "best"),
    [
        ("the withdrawal of troops from the reg", 1),
        ("the withdrawal of troopsfrom the region", 1),
        ("withdrawalof troops fromthe region strengthens", 1),
        ("parliament votes for withdrawing foreign tro", 2),
        ("parlament voted for the withdrawl", 2),
        ("oil pays for nine ten", 5),
        ("ISIS still holds the mountains", 6),
        ("islamic state still holds the mountains", 6),
    ],
)
def test_what_is_typed_so_far_finds_what_it_may_become(map_: ArgumentMap, typed: str, best: int) -> None:
    assert found(map_, typed)[0] == best


def test_what_looks_opposite_is_shown_and_flagged(map_: ArgumentMap) -> None:
    same, opposite = similar(map_, "The foreign troops were invited by the government")[:2]
    assert (same.claim.number, same.flags) == (3, ())
    assert opposite.claim.number == 4
    assert any(flag.hard for flag in opposite.flags)


def test_merged_wordings_and_terms_are_found_and_followed(map_: ArgumentMap) -> None:
    wordings = Wordings()
    typed = "petroleum covers most public spending"
    assert found(map_, typed, wordings) == []
    said = "Petroleum covers most of public spending."
    alias = Alias(id=AliasId("gone"), survivor=ClaimId("c5"), number=7, text=said)
    merge = Step("Merge", (Change(None, alias),))
    map_.apply(merge)
    assert found(map_, typed, wordings)[0] == 5
    assert [claim.number for claim in search(map_, "petroleum")] == [5]
    assert [claim.number for claim in search_nearly(map_, "petrolium", wordings)] == [5]
    map_.apply(merge.reversed())
    assert found(map_, typed, wordings) == []
    map_.apply(Step("Add a term", (Change(None, Term(words=("budget", "exchequer"))),)))
    assert found(map_, "oil pays for the exchequer", wordings)[0] == 5
    assert [claim.number for claim in search_nearly(map_, "exchequer", wordings)] == [5]


def test_no_edit_leaves_them_behind(map_: ArgumentMap) -> None:
    """After any edit what was kept finds what one made anew finds."""
    wordings = Wordings()
    step = Step("Nothing", ())
    for what in ("reword", "remove", "add", "reverse") * 3:
        claim = min(map_.claims.values(), key=lambda each: each.number)
        match what:
            case "reword":
                step = reword(map_, claim.id, f"{claim.text} As {len(map_.claims)} said.")
            case "remove":
                step = remove_claim(map_, claim.id)
            case "add":
                step = add_claim(map_, "Militias gain from every withdrawal of troops.")
            case _:
                step = step.reversed()
        map_.apply(step)
        wordings.follow(map_)
        anew = Wordings()
        anew.follow(map_)
        assert wordings.forms == anew.forms
        assert {word: set(users) for word, users in wordings.using.items()} == {
            word: set(users) for word, users in anew.using.items()
        }
        for typed in ("withdrawal of troops", "militias gain", "oil pays for"):
            assert set(found(map_, typed, wordings)) == set(found(map_, typed))


@given(st.text(max_size=40))
def test_any_text_can_be_typed(typed: str) -> None:
    map_ = ArgumentMap(Claim(number=n, text=text) for n, text in enumerate(("x", "…", "12", "漢字", *TEXTS), 1))
    wordings = Wordings()
    assert all(0 <= each.score <= 1 for each in similar(map_, typed, at_least=0.0, wordings=wordings))
    search_nearly(map_, typed.replace(":", " "), wordings)


def test_while_another_thread_takes_them_in_nobody_waits(map_: ArgumentMap, monkeypatch: pytest.MonkeyPatch) -> None:
    wordings = Wordings()
    begun, may_end = Event(), Event()

    follow = wordings._follow

    def wait(*followed: Any) -> None:
        begun.set()
        may_end.wait(10)
        follow(*followed)

    with monkeypatch.context() as patched:
        patched.setattr(wordings, "_follow", wait)
        thread = Thread(target=wordings.follow, args=(map_,))
        thread.start()
        begun.wait(10)
        assert similar(map_, TEXTS[0], wordings=wordings) == []
        assert search_nearly(map_, "militais", wordings) == []
        may_end.set()
        thread.join()
    map_.apply(add_claim(map_, "One more."))
    assert found(map_, TEXTS[0], wordings)[0] == 1


def test_what_breaks_off_is_taken_in_again(map_: ArgumentMap, monkeypatch: pytest.MonkeyPatch) -> None:
    wordings = Wordings()

    def fail(*_: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patched:
        patched.setattr(wordings, "_learn", fail)
        with pytest.raises(MemoryError):
            wordings.follow(map_)
    assert found(map_, TEXTS[0], wordings)[0] == 1
