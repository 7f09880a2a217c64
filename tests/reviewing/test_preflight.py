"""Before a merge: what forbids it, what asks for a yes, what for a typed word, and what it would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model import (
    ArgumentMap,
    Citation,
    Claim,
    ClaimId,
    Conflict,
    Distinct,
    Inference,
    InferenceId,
    Polarity,
    Source,
    SourceId,
    Verdict,
)
from argmap.reviewing import ConcernKind, Gravity, Preflight, preflight
from argmap.wording import normal_form

if TYPE_CHECKING:
    import pytest

    from argmap.model import Entity

TEXTS = {
    1: "Troops deter attacks",
    2: "The troops deter attacks",
    3: "Bases are costly",
    4: "Allies want help",
    5: "Elections are near",
}


def c(number: int) -> ClaimId:
    return ClaimId(f"c{number}")


def link(number: int, target: ClaimId | InferenceId, *premises: int, opposes: bool = False) -> Inference:
    return Inference(
        id=InferenceId(f"r{number}"),
        number=number,
        polarity=Polarity.OPPOSES if opposes else Polarity.SUPPORTS,
        target=target,
        premises=tuple(map(c, premises)),
    )


def look(*entities: Entity, texts: dict[int, str] | None = None) -> Preflight:
    said = TEXTS | (texts or {})
    return preflight(ArgumentMap([*(Claim(id=c(n), number=n, text=said[n]) for n in said), *entities]), c(1), c(2))


def kinds(found: Preflight) -> list[tuple[ConcernKind, Gravity]]:
    return [(each.kind, each.gravity) for each in found.concerns]


def test_a_merge_without_any_concern_needs_no_word() -> None:
    found = look(link(1, c(3), 1), link(2, c(4), 2))
    assert (kinds(found), found.gravity, found.refusal) == ([], Gravity.TOLD, "")
    assert found.step is not None


def test_an_objection_between_them_forbids_it_and_says_what_to_do() -> None:
    found = look(link(7, c(1), 2, opposes=True))
    assert kinds(found) == [(ConcernKind.OPPOSES, Gravity.REFUSED)]
    assert (found.step, found.effect) == (None, None)
    assert found.refusal.endswith("undo the link first: remove R7.")


def test_a_reason_between_them_restates_its_conclusion() -> None:
    found = look(link(7, c(1), 2))
    assert kinds(found) == [(ConcernKind.SUPPORTS, Gravity.ASKED)]
    assert found.effect is not None
    assert found.effect.ending == ("R7",)


def test_a_premise_for_one_and_against_the_other_is_listed() -> None:
    found = look(link(1, c(1), 3), link(2, c(2), 3, opposes=True))
    assert kinds(found) == [(ConcernKind.BOTH_SIDES, Gravity.ASKED)]
    assert found.concerns[0].sentence.startswith("C3 supports C1 (R1) and opposes C2 (R2)")


def test_a_target_that_one_supports_and_the_other_opposes_is_listed() -> None:
    found = look(link(1, c(3), 1, opposes=True), link(2, c(3), 2))
    assert kinds(found) == [(ConcernKind.BOTH_SIDES, Gravity.ASKED)]
    assert found.concerns[0].sentence.startswith("C2 supports C3 (R2) and C1 opposes it (R1)")


def test_a_circle_of_support_is_shown_with_its_path() -> None:
    found = look(link(1, c(3), 1), link(2, c(4), 3), link(3, c(2), 4))
    assert kinds(found) == [(ConcernKind.CIRCLE, Gravity.ASKED)]
    assert found.concerns[0].sentence.startswith("C1 supports C3 (R1), C3 supports C4 (R2), C4 supports C2 (R3):")


def test_a_circle_of_thousands_is_found_without_recursion() -> None:
    claims = [Claim(id=c(n), number=n, text=f"Step {n}") for n in range(3, 5_000)]
    chain = [link(n, c(n + 1), n) for n in range(3, 4_999)]
    found = look(*claims[3:], *chain, link(5_000, c(3), 1), link(5_001, c(2), 4_999))
    assert kinds(found) == [(ConcernKind.CIRCLE, Gravity.ASKED)]
    assert "more)" in found.concerns[0].sentence


def test_opposite_meanings_must_be_confirmed_in_writing() -> None:
    found = look(texts={2: "Troops do not deter attacks"})
    assert (ConcernKind.MEANING, Gravity.TYPED) in kinds(found)
    assert found.gravity is Gravity.TYPED


def test_rival_positions_are_asked_about_and_the_same_answer_twice_is_not() -> None:
    def positions(one: str, other: str) -> Preflight:
        texts = {1: one, 2: other}
        claims = [Claim(id=c(n), number=n, text=text, position=f"a{n}") for n, text in texts.items()]
        return preflight(ArgumentMap(claims), c(1), c(2))

    assert kinds(positions("Tax carbon now", "Cap carbon now"))[0] == (ConcernKind.POSITIONS, Gravity.ASKED)
    assert positions("Yes", "No").gravity is Gravity.TYPED
    assert positions("Tax carbon now", "Tax carbon now!").concerns == ()


def test_what_was_recorded_of_the_pair_is_told() -> None:
    wordings = (normal_form(TEXTS[1]), normal_form(TEXTS[2]))
    for verdict, gravity in ((Verdict.DIFFERENT, Gravity.ASKED), (Verdict.OPPOSES, Gravity.TYPED)):
        assert kinds(look(Distinct(wordings=wordings, verdict=verdict))) == [(ConcernKind.VERDICT, gravity)]
    assert kinds(look(Conflict(claims=(c(1), c(2))))) == [(ConcernKind.CONFLICT, Gravity.TYPED)]


def test_the_effect_is_told_in_numbers() -> None:
    source = Source(id=SourceId("s"), number=1, title="Text")
    found = look(
        link(1, c(3), 1),
        link(2, c(3), 2),
        link(3, c(1), 4),
        link(4, c(2), 5, opposes=True),
        source,
        Citation(claim=c(1), source=source.id),
        Citation(claim=c(2), source=source.id),
        Citation(claim=c(2), source=source.id, page="2"),
    )
    assert found.effect is not None
    assert found.effect.sentences("C1") == (
        "C1 will have 2 citations, 1 reason and 1 objection, and be used in 1 place (R1).",
        "2 links will say the same and become 1.",
        "1 citation of the same passage will be shown once.",
    )


def test_opposites_of_ones_own_must_be_confirmed_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {1: "The plan is glorp", 2: "The plan is frumious"}
    assert look(texts=texts).gravity is Gravity.TOLD
    monkeypatch.setattr("argmap.matching.meaning.own_opposites", lambda: ["glorp | frumious"])
    assert look(texts=texts).gravity is Gravity.TYPED
