"""Sources, citations, voices, conflicts, terms, verdicts and comments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from argmap import editing
from argmap.errors import EditError, EmptyTextError, UnfitError, UnknownNumberError
from argmap.model import (
    ArgumentMap,
    Citation,
    CitationId,
    ClaimId,
    Comment,
    CommentId,
    ConflictKind,
    Dependence,
    DependenceId,
    Distinct,
    InferenceId,
    MapId,
    Passage,
    Source,
    SourceId,
    Step,
    Term,
    TermId,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Callable

S1, S2 = SourceId("s1"), SourceId("s2")
Q1, N1, T1, V1 = CitationId("q1"), CommentId("n1"), TermId("t1"), DependenceId("v1")


def c(number: int) -> ClaimId:
    return ClaimId(f"c{number}")


def r(number: int) -> InferenceId:
    return InferenceId(f"r{number}")


@pytest.fixture
def sourced(small_map: ArgumentMap) -> ArgumentMap:
    """The small map with two sources, a citation, a dependence, a term and a comment."""
    return ArgumentMap(
        [
            *small_map.entities(),
            Source(id=S1, number=1, title="One"),
            Source(id=S2, number=2, title="Two"),
            Citation(id=Q1, claim=c(3), source=S1, paragraph="4"),
            Dependence(id=V1, passages=(Passage(S1, "4"), Passage(S2, "9"))),
            Term(id=T1, words=("ISIS", "Daesh")),
            Comment(id=N1, number=1, about=c(3), text="Really?"),
        ]
    )


def taken(map_: ArgumentMap, step: Step) -> str:
    map_.apply(step)
    return step.label


def test_a_source_is_added_with_its_fields_cleaned(sourced: ArgumentMap) -> None:
    step = editing.add_source(sourced, " A  title ", author="Nasir,\nA", note="One\n\ntwo", text="\x07Text")
    assert taken(sourced, step) == "Add source S3"
    made = sourced.numbered(Source, 3)
    assert isinstance(made, Source)
    assert (made.title, made.author, made.note, made.text) == ("A title", "Nasir, A", "One\n\ntwo", "Text")
    assert step.notices == ("1 control character was removed from what you entered.",)


def test_a_source_is_edited(sourced: ArgumentMap) -> None:
    assert taken(sourced, editing.edit_source(sourced, S1, title="New", issued="2024-07-20")) == "Edit source S1"
    assert (sourced.sources[S1].title, sourced.sources[S1].issued) == ("New", "2024-07-20")


def test_a_source_goes_with_its_citations_and_voices_and_the_claims_stay(sourced: ArgumentMap) -> None:
    claims = dict(sourced.claims)
    assert taken(sourced, editing.remove_source(sourced, S1)) == "Remove source S1"
    assert (list(sourced.sources), dict(sourced.citations), dict(sourced.dependences)) == ([S2], {}, {})
    assert dict(sourced.claims) == claims


def test_a_claim_is_cited_behind_its_other_citations(sourced: ArgumentMap) -> None:
    step = editing.cite(sourced, c(3), S2, paragraph=" 26-27", quote="In so\nmany words", start=3, inferred=True)
    assert taken(sourced, step) == "Cite S2 for C3"
    first, second = sourced.citations_of(c(3))
    assert (first.id, second.source, second.paragraph, second.quote) == (Q1, S2, "26-27", "In so\nmany words")
    assert (second.start, second.inferred, second.locator, first.order < second.order) == (3, True, "¶26-27", True)


def test_a_citation_is_edited_and_taken_back(sourced: ArgumentMap) -> None:
    assert taken(sourced, editing.edit_citation(sourced, Q1, page="12")) == "Edit a citation of C3"
    assert sourced.citations[Q1].locator == "p. 12, ¶4"
    assert taken(sourced, editing.uncite(sourced, Q1)) == "No longer cite S1 for C3"
    assert (dict(sourced.citations), c(3) in sourced.claims, S1 in sourced.sources) == ({}, True, True)


def test_two_passages_are_recorded_as_one_voice_and_taken_as_two_again(sourced: ArgumentMap) -> None:
    step = editing.record_dependence(sourced, Passage(S1, " 5"), Passage(S2, ""), " Same\nagency ")
    assert taken(sourced, step) == "Record S1 and S2 as one voice"
    made = next(each for each in sourced.dependences.values() if each.id != V1)
    assert (made.passages, made.note) == ((Passage(S1, "5"), Passage(S2, "")), "Same\nagency")
    assert taken(sourced, editing.remove_dependence(sourced, V1)) == "Take S1 and S2 as two voices"
    assert list(sourced.dependences) == [made.id]


def test_a_conflict_is_recorded_and_removed_from_either_side(small_map: ArgumentMap) -> None:
    step = editing.record_conflict(small_map, c(4), c(3), ConflictKind.CONTRADICTORY, "a\r\nb")
    assert taken(small_map, step) == "Record a conflict of C4 and C3"
    (conflict,) = small_map.conflicts_of(c(3))
    assert (conflict.claims, conflict.kind, conflict.note) == ((c(3), c(4)), ConflictKind.CONTRADICTORY, "a\nb")
    small_map.apply(editing.record_conflict(small_map, c(3), c(5)))
    assert taken(small_map, editing.remove_conflict(small_map, c(5), c(3))) == "Remove the conflict of C5 and C3"
    assert small_map.conflicts_of(c(3)) == (conflict,)


def test_terms_are_added_edited_and_removed(sourced: ArgumentMap) -> None:
    assert taken(sourced, editing.add_term(sourced, ["PMF", " Popular  Mobilisation Forces"])) == "Add the term PMF"
    assert [term.words for term in sourced.terms.values()][1] == ("PMF", "Popular Mobilisation Forces")
    assert taken(sourced, editing.edit_term(sourced, T1, ["IS", "ISIS", "Daesh"])) == "Edit the term IS"
    assert sourced.terms[T1].words == ("IS", "ISIS", "Daesh")
    assert taken(sourced, editing.remove_term(sourced, T1)) == "Remove the term IS"
    assert T1 not in sourced.terms


def test_a_verdict_holds_for_the_wordings_and_the_last_one_counts(small_map: ArgumentMap) -> None:
    step = editing.judge_pair(small_map, c(2), c(1), Verdict.OPPOSES)
    assert taken(small_map, step) == "Judge C2 and C1: opposes"
    (known,) = small_map.distincts.values()
    assert (known.wordings, known.verdict) == (("claim 1", "claim 2"), Verdict.OPPOSES)
    narrower = editing.judge_pair(small_map, c(2), c(1), Verdict.NARROWER)
    assert taken(small_map, narrower) == "Judge that C2 says more than C1"
    assert list(small_map.distincts.values()) == [
        Distinct(id=known.id, wordings=("claim 2", "claim 1"), verdict=Verdict.NARROWER)
    ]
    assert taken(small_map, editing.forget_verdict(small_map, c(1), c(2))) == "Forget the verdict on C1 and C2"
    assert dict(small_map.distincts) == {}


def test_a_pair_of_the_longest_claims_can_be_judged(small_map: ArgumentMap) -> None:
    """One ligature of a claim may be eighteen letters of its normal form."""
    small_map.apply(editing.reword(small_map, c(1), "\ufdfa" * 10_000))
    taken(small_map, editing.judge_pair(small_map, c(1), c(2), Verdict.DIFFERENT))
    assert len(small_map.distincts) == 1


@pytest.mark.parametrize(
    ("about", "label"), [(c(3), "Comment on C3"), (r(4), "Comment on C7's step"), (MapId("m"), "Comment on the map")]
)
def test_a_comment_is_about_a_claim_an_inference_or_the_map(
    sourced: ArgumentMap, about: ClaimId | InferenceId | MapId, label: str
) -> None:
    step = editing.add_comment(sourced, about, " Why\r\nthis? ", author=" A  Nasir", at=1_700_000_000_000)
    assert taken(sourced, step) == label
    made = sourced.comments_on(about)[-1]
    assert (made.label, made.text, made.author, made.at) == ("N2", "Why\nthis?", "A Nasir", 1_700_000_000_000)


def test_a_comment_is_edited_resolved_reopened_and_removed(sourced: ArgumentMap) -> None:
    assert taken(sourced, editing.edit_comment(sourced, N1, "New")) == "Edit comment N1"
    assert taken(sourced, editing.resolve_comment(sourced, N1)) == "Resolve comment N1"
    assert (sourced.comments[N1].text, sourced.comments[N1].resolved) == ("New", True)
    assert taken(sourced, editing.resolve_comment(sourced, N1, resolved=False)) == "Reopen comment N1"
    assert not sourced.comments[N1].resolved
    assert taken(sourced, editing.remove_comment(sourced, N1)) == "Remove comment N1"
    assert sourced.comments_on(c(3)) == ()


def _twice(map_: ArgumentMap) -> Step:
    map_.apply(editing.record_conflict(map_, c(3), c(4)))
    return editing.record_conflict(map_, c(4), c(3))


def _same_words(map_: ArgumentMap) -> Step:
    map_.apply(editing.reword(map_, c(4), "CLAIM, 3!"))
    return editing.judge_pair(map_, c(3), c(4), Verdict.DIFFERENT)


def _misplaced(map_: ArgumentMap, id_: Any) -> Step:
    return editing.add_comment(map_, id_, "x")


@pytest.mark.parametrize(
    ("call", "refusal", "sentence"),
    [
        (lambda m: editing.add_source(m, " "), EmptyTextError, "A source's title needs at least one word."),
        (lambda m: editing.edit_source(m, S1, title=""), EmptyTextError, "A source's title needs at least one word."),
        (
            lambda m: editing.add_source(m, "x", colour="red"),
            UnfitError,
            "A source has no “colour”. It has accessed, author, ",
        ),
        (lambda m: editing.edit_source(m, S1, number="7"), UnfitError, "A source has no “number”."),
        (lambda m: editing.cite(m, c(3), S1, id="x"), UnfitError, "A citation has no “id”. It has as_of, asserted_by"),
        (lambda m: editing.edit_citation(m, Q1, order="x"), UnfitError, "A citation has no “order”."),
        (lambda m: editing.cite(m, c(3), S1, start=-1), UnfitError, "A quote cannot start before the beginning"),
        (lambda m: editing.cite(m, c(99), S1), UnknownNumberError, "There is no claim with the id c99"),
        (lambda m: editing.cite(m, c(3), SourceId("s9")), UnknownNumberError, "There is no source with the id s9"),
        (lambda m: editing.remove_source(m, SourceId("s9")), UnknownNumberError, "There is no source with the id s9"),
        (lambda m: editing.uncite(m, CitationId("q9")), UnknownNumberError, "There is no citation with the id q9"),
        (
            lambda m: editing.remove_dependence(m, DependenceId("v9")),
            UnknownNumberError,
            "no dependence with the id v9",
        ),
        (
            lambda m: editing.record_dependence(m, Passage(S2, "9 "), Passage(S1, " 4")),
            UnfitError,
            "These passages of S2 and S1 are recorded as one voice already.",
        ),
        (
            lambda m: editing.record_dependence(m, Passage(S1, "1"), Passage(S1, "1 ")),
            UnfitError,
            "A passage is one voice with itself already; name two passages.",
        ),
        (_twice, UnfitError, "C4 and C3 are recorded as in conflict already."),
        (lambda m: editing.record_conflict(m, c(3), c(3)), UnfitError, "A claim cannot be in conflict with itself."),
        (lambda m: editing.remove_conflict(m, c(3), c(4)), UnfitError, "No conflict of C3 and C4 is recorded."),
        (lambda m: editing.add_term(m, ["one"]), UnfitError, "A term needs at least two different words"),
        (lambda m: editing.add_term(m, ["Isis", "isis!"]), UnfitError, "must differ in more than case and punctuation"),
        (lambda m: editing.add_term(m, ["IS", "daesh"]), UnfitError, "“Daesh” is a word of the term ISIS already"),
        (
            lambda m: editing.edit_term(m, TermId("t9"), ["a", "b"]),
            UnknownNumberError,
            "There is no term with the id t9",
        ),
        (lambda m: editing.forget_verdict(m, c(3), c(4)), UnfitError, "C3 and C4 have not been judged."),
        (_same_words, UnfitError, "The two wordings are the same; there is nothing to tell apart."),
        (lambda m: editing.add_comment(m, c(3), " "), EmptyTextError, "A comment needs at least one word."),
        (lambda m: editing.add_comment(m, c(99), "x"), UnknownNumberError, "There is no claim with the id c99"),
        (lambda m: editing.add_comment(m, r(99), "x"), UnknownNumberError, "There is no inference with the id r99"),
        (
            lambda m: editing.add_comment(m, MapId("z"), "x"),
            UnfitError,
            "The comment is about another map than this one.",
        ),
        (lambda m: _misplaced(m, S1), UnknownNumberError, "There is no claim with the id s1"),
        (lambda m: editing.edit_comment(m, CommentId("n9"), "x"), UnknownNumberError, "no comment with the id n9"),
    ],
)
def test_a_request_that_makes_no_sense_is_refused_in_a_sentence(
    sourced: ArgumentMap, call: Callable[[ArgumentMap], Any], refusal: type[EditError], sentence: str
) -> None:
    with pytest.raises(refusal) as refused:
        call(sourced)
    assert sentence in str(refused.value)


def test_a_conflict_of_a_claim_with_itself_is_not_taken_for_another_one(small_map: ArgumentMap) -> None:
    small_map.apply(editing.record_conflict(small_map, c(3), c(4)))
    with pytest.raises(UnfitError, match="No conflict of C3 and C3 is recorded"):
        editing.remove_conflict(small_map, c(3), c(3))
