"""``argmap dedupe``: pairs are listed, planned, merged in a batch, and asked about one by one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click
import pytest

from argmap.cli import content as reading
from argmap.document import Document
from argmap.model import About, Claim, Inference, Polarity
from argmap.model.labels import find_claim

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Argmap, Reading

TEXTS = (
    "Troops should leave.",
    "The coalition's presence breeds instability in Iraq.",
    "The presence of the coalition breeds instability in Iraq.",
    "Oil prices fell in the north.",
    "oil prices fell in the north",
    "The insurgents are defeated in the country.",
    "The insurgents are not defeated in the country.",
)
"""C1 is the position; C2 and C3 are close, C4 and C5 identical, C6 and C7 opposite."""


@pytest.fixture(autouse=True)
def file(here: Path) -> str:
    """A map of the texts, each a reason for the first."""
    claims = [Claim(number=n, text=text, position="a0" if n == 1 else None) for n, text in enumerate(TEXTS, 1)]
    links = [
        Inference(number=n, polarity=Polarity.SUPPORTS, target=claims[0].id, premises=(claim.id,), order=f"a{n}")
        for n, claim in enumerate(claims[1:], 1)
    ]
    Document.create(here / "m.argmap", [About(question="Leave?"), *claims, *links], author="Tester")
    return "m.argmap"


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Press these keys, one after the other; then the terminal is gone."""

    def press(typed: str) -> None:
        waiting = list(typed)

        def get() -> str:
            if not waiting:
                raise EOFError
            key = waiting.pop(0)
            if key == "\x03":
                raise KeyboardInterrupt
            return key

        monkeypatch.setattr(click, "getchar", get)

    return press


def test_pairs_are_listed_by_lane(argmap: Argmap, file: str) -> None:
    answer = argmap("dedupe", file, "--list")
    assert answer.status == 0
    headings = [line for line in answer.lines if not line.startswith(" ")]
    assert headings == ["Identical (1)", "Near-duplicates (1)", "Looks opposite, or numbers differ (1)"]
    assert "1.00  C4  Oil prices fell in the north." in answer.out
    assert "        ! " in answer.out


def test_json_gives_numbers_score_lane_and_flags(argmap: Argmap, file: str) -> None:
    pairs = json.loads(argmap("dedupe", file, "--json").out)["pairs"]
    assert [(each["a"]["number"], each["b"]["number"], each["lane"]) for each in pairs] == [
        (4, 5, "identical"),
        (2, 3, "near"),
        (6, 7, "opposite"),
    ]
    assert [flag["hard"] for flag in pairs[2]["flags"]] == [True]
    assert all(0 <= each["score"] <= 1 for each in pairs)


def test_a_higher_score_leaves_less(argmap: Argmap, file: str) -> None:
    assert argmap("dedupe", file, "--list", "--min", "1").lines[0] == "Identical (1)"
    assert argmap("dedupe", file, "--min", "2").status == 2


def test_without_a_terminal_it_lists_and_asks_for_a_person(argmap: Argmap, file: str) -> None:
    answer = argmap("dedupe", file)
    assert answer.status == 4
    assert "Identical (1)" in answer.out
    assert "3 pairs need a decision" in answer.err
    assert "--plan FILE" in answer.err
    assert argmap("--no-input", "dedupe", file, terminal=True).status == 4


def test_no_pair_is_no_fault(argmap: Argmap, here: Path) -> None:
    Document.create(here / "one.argmap", [Claim(number=1, text="One", position="a0")], author="A")
    for options in ((), ("--list",)):
        answer = argmap("dedupe", "one.argmap", *options)
        assert (answer.status, answer.out) == (0, "No two claims look alike.\n")


def test_the_identical_are_merged_in_one_step(argmap: Argmap, file: str, now: Reading) -> None:
    answer = argmap("dedupe", file, "--identical")
    assert answer.lines == ["Merged 1 claim into another. 6 claims left.", "  C5 into C4: oil prices fell in the north"]
    assert {claim.label for claim in now().claims.values()} == {"C1", "C2", "C3", "C4", "C6", "C7"}
    assert argmap("dedupe", file, "--identical").out == "Nothing was to be done; the map is as it was.\n"
    argmap("undo", file)
    assert len(now().claims) == 7


def test_a_plan_goes_out_and_comes_back(argmap: Argmap, file: str, here: Path, now: Reading) -> None:
    assert argmap("dedupe", file, "--plan", "plan.txt").status == 0
    plan = here / "plan.txt"
    plan.write_text(plan.read_text().replace("decision: skip", "decision: keep B", 1))
    answer = argmap("dedupe", file, "--apply", "plan.txt")
    assert answer.lines[0] == "Merged 2 claims into others. 5 claims left."
    assert find_claim(now(), "C2").text == TEXTS[2]
    again = argmap("dedupe", file, "--apply", "plan.txt")
    assert again.status == 2
    assert "plan.txt, line 16: C4 and C5 are one claim already. Nothing was changed." in again.err


def test_a_plan_file_is_not_written_over(argmap: Argmap, file: str, here: Path) -> None:
    (here / "plan.txt").write_text("mine")
    assert argmap("dedupe", file, "--plan", "plan.txt").status == 3
    assert (here / "plan.txt").read_text() == "mine"
    assert argmap("dedupe", file, "--plan", "plan.txt", "--force").status == 0


def test_a_plan_by_pipe(argmap: Argmap, file: str, now: Reading) -> None:
    plan = argmap("dedupe", file, "--plan", "-").out
    assert argmap("dedupe", file, "--apply", "-", typed=plan.encode()).status == 0
    assert len(now().claims) == 6


@pytest.mark.parametrize("content", [b"\xff\xfe", b"no plan", b"pair C4 C5\n"])
def test_what_is_no_plan_is_refused_with_a_sentence(argmap: Argmap, file: str, here: Path, content: bytes) -> None:
    (here / "plan.txt").write_bytes(content)
    before = (here / file).read_bytes()
    answer = argmap("dedupe", file, "--apply", "plan.txt")
    assert answer.status == 3
    assert answer.err.startswith("argmap: plan.txt")
    assert (here / file).read_bytes() == before
    missing = argmap("dedupe", file, "--apply", "nowhere.txt")
    assert (missing.status, missing.err) == (
        3,
        "argmap [E-MISSING]: There is no file nowhere.txt. Nothing was changed.\n",
    )


def test_a_plan_without_end_is_refused(argmap: Argmap, file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 2_000_000)
    answer = argmap("dedupe", file, "--apply", "/dev/zero")
    assert (answer.status, answer.out) == (3, "")
    assert "larger than 2 MB" in answer.err


def test_two_wishes_at_once_are_refused(argmap: Argmap, file: str) -> None:
    assert argmap("dedupe", file, "--list", "--identical").status == 2


def test_a_review_key_by_key(argmap: Argmap, file: str, keys: Callable[[str], None], now: Reading) -> None:
    """Merge the first, say no to the second, leave the third for another time."""
    keys("anq")
    answer = argmap("dedupe", file, terminal=True)
    assert answer.status == 0
    assert "== Identical == pair 1 of 3 ==" in answer.out
    assert "B C3 The presence [of the coalition] breeds" in answer.out
    assert "2 pairs decided; 1 pair left for another time. The map has 6 claims." in answer.out
    assert len(now().distincts) == 1
    keys("q")
    assert "pair 1 of 1" in argmap("dedupe", file, terminal=True).out, "the next review goes on there"


def test_undo_and_skip_and_turn_and_why(argmap: Argmap, file: str, keys: Callable[[str], None], now: Reading) -> None:
    keys("uauus?zsx+")
    answer = argmap("dedupe", file, terminal=True)
    assert "Nothing was decided in this review yet." in answer.out
    assert "Undo: Merge C5 into C4." in answer.out
    assert "Why: " in answer.out
    assert "[+] C7 supports C6" in answer.out
    assert "[+] C6 supports C7" in answer.out
    assert "That key does nothing here" in answer.out
    assert len(now().claims) == 7
    assert len(now().inferences) == 7


def test_what_the_guard_warns_of_is_merged_only_when_the_word_is_typed(
    argmap: Argmap, file: str, keys: Callable[[str], None], now: Reading
) -> None:
    keys("ssa")
    assert "Nothing was changed." in argmap("dedupe", file, terminal=True, typed=b"yes\n").out
    assert len(now().claims) == 7
    keys("ssa")
    argmap("dedupe", file, terminal=True, typed=b"merge\n")
    assert len(now().claims) == 6


def test_a_wording_of_ones_own(argmap: Argmap, file: str, keys: Callable[[str], None], now: Reading) -> None:
    keys("se")
    argmap("dedupe", file, terminal=True, typed="Die Präsenz schadet.\n".encode())
    assert find_claim(now(), "C3").text == "Die Präsenz schadet."
    keys("e")
    assert "Nothing was changed." in argmap("dedupe", file, terminal=True, typed=b"\n").out


def test_ctrl_c_keeps_what_was_decided(argmap: Argmap, file: str, keys: Callable[[str], None], now: Reading) -> None:
    keys("a\x03")
    answer = argmap("dedupe", file, terminal=True)
    assert answer.status == 130
    assert "1 pair decided; 2 pairs left for another time." in answer.out
    assert len(now().claims) == 6


def test_words_of_strangers_reach_the_terminal_clean(argmap: Argmap, here: Path, keys: Callable[[str], None]) -> None:
    texts = (
        "\x1b[31mred\x07 [/b] troops {0} %s should leave the country",
        "red troops {0} %s should leave the country",
    )
    claims = [Claim(number=n, text=text, position=f"a{n}") for n, text in enumerate(texts, 1)]
    Document.create(here / "h.argmap", claims, author="A")
    keys("?q")
    out = argmap("dedupe", "h.argmap", "--min", "0.3", terminal=True).out
    assert "\x1b" not in out
    assert "{0} %s" in out


def test_a_pair_that_somebody_else_merges_is_told_and_the_next_is_shown(
    argmap: Argmap, file: str, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from argmap.editing import merge

    def get(waiting: list[str] = ["a", "q"]) -> str:  # noqa: B006  # keys to press, one after the other
        if len(waiting) > 1:
            other = Document.open(here / file, author="anna")
            other.do(merge(other.map, find_claim(other.map, "C4").id, find_claim(other.map, "C5").id))
        return waiting.pop(0)

    monkeypatch.setattr(click, "getchar", get)
    out = " ".join(argmap("dedupe", file, terminal=True).out.split())
    assert "C4 and C5 were merged meanwhile by anna: this is the next pair. Nothing was decided by that key." in out
    assert "== Near-duplicates == pair 1 of 2 ==" in out
    assert "No decision was made; 2 pairs left" in out


def test_claims_are_whole_where_no_terminal_cuts_them(argmap: Argmap, here: Path) -> None:
    long = f"Oil {'and gas ' * 30}prices fell."
    Document.create(here / "l.argmap", [Claim(number=n, text=long, position=f"a{n}") for n in (1, 2)], author="A")
    assert long in argmap("dedupe", "l.argmap", "--list").out
    assert "…" not in argmap("dedupe", "l.argmap", "--identical").out


def _cluster(here: Path) -> None:
    texts = ("Stay.", *("Oil prices fell in the north.", "oil prices fell in the north") * 2)
    claims = [Claim(number=n, text=text, position=f"a{n}") for n, text in enumerate(texts, 1)]
    Document.create(here / "c.argmap", claims, author="A")


def test_clusters_are_named_in_the_list_the_plan_and_the_review(
    argmap: Argmap, here: Path, keys: Callable[[str], None]
) -> None:
    _cluster(here)
    assert argmap("dedupe", "c.argmap", "--list").lines[-2:] == [
        "Clusters: claims that may all be one (1)",
        "  C2 with C3, C4 and C5",
    ]
    assert "#   C2 with C3, C4 and C5" in argmap("dedupe", "c.argmap", "--plan", "-").lines
    keys("sq")
    out = " ".join(argmap("dedupe", "c.argmap", terminal=True).out.split())
    assert "pair 1 of 6 around C2" in out
    assert "pair 2 of 6 around C2" in out


def test_all_that_is_identical_is_taken_with_one_key(argmap: Argmap, here: Path, keys: Callable[[str], None]) -> None:
    _cluster(here)
    keys("AuA")
    out = argmap("dedupe", "c.argmap", terminal=True).out
    assert "[A] one claim each of all 6 identical pairs" in out
    assert "[n]" not in out, "what would be refused is not offered"
    assert "6 pairs decided; no pair is left. The map has 2 claims." in out


def test_merged_claims_are_named_with_their_numbers_as_json(argmap: Argmap, file: str) -> None:
    value = json.loads(argmap("dedupe", file, "--identical", "--json").out)
    assert [(each["claim"], each["number"], each["survivor"]) for each in value["merged"]] == [("C5", 5, "C4")]


def test_what_passes_for_a_number_is_no_score(argmap: Argmap, file: str) -> None:
    for typed in ("nan", "inf", "-1"):
        assert argmap("dedupe", file, "--min", typed).status == 2


def test_very_long_claims_are_shown_around_what_differs(
    argmap: Argmap, here: Path, keys: Callable[[str], None]
) -> None:
    same = "These words are in both of them. " * 150
    claims = [
        Claim(number=n, text=f"{same}{word} {same}", position=f"a{n}") for n, word in ((1, "Here."), (2, "There."))
    ]
    Document.create(here / "l.argmap", claims, author="A")
    keys("q")
    out = argmap("dedupe", "l.argmap", terminal=True).out
    assert "[Here.]" in out
    assert "…" in out
    assert len(out) < 3_000


def test_no_word_is_broken_at_the_edge(argmap: Argmap, file: str, keys: Callable[[str], None]) -> None:
    keys("n*uq")
    assert all(len(line) <= 80 for line in argmap("dedupe", file, terminal=True).lines)


def test_an_earlier_wording_that_is_the_same_is_said_to_be_one_and_not_taken_for_identical(
    argmap: Argmap, here: Path
) -> None:
    texts = ("Stay.", "Prices of oil rose sharply.", "Oil became dear.", "oil became dear")
    claims = [Claim(number=n, text=text, position=f"a{n}") for n, text in enumerate(texts, 1)]
    Document.create(here / "e.argmap", claims, author="A")
    assert argmap("merge", "e.argmap", "C2", "C3", "--yes").status == 0
    assert "note: an earlier wording is the same" in argmap("dedupe", "e.argmap", "--list").out
    assert argmap("dedupe", "e.argmap", "--identical").out == "Nothing was to be done; the map is as it was.\n"


def test_words_that_mean_the_same_count_as_the_same(argmap: Argmap, here: Path, now: Reading) -> None:
    del now
    claims = [
        Claim(number=n, text=f"The {word} was routed.", position=f"a{n}") for n, word in ((1, "IS"), (2, "Daesh"))
    ]
    Document.create(here / "t.argmap", claims, author="A")
    argmap("terms", "t.argmap", "add", "IS", "Daesh")
    assert "Merged 1 claim" in argmap("dedupe", "t.argmap", "--identical").out
