"""Argdown becomes a map and a map becomes Argdown: nothing is lost on the way there and back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from argmap import formats
from argmap.model import About, ArgumentMap, Claim, ClaimId, ConflictKind, Inference, MapId, Source, SourceId
from argmap.model.roles import unplaced_claims
from tests.formats.arguments import TRAPS, arguments, cleaned
from tests.strategies import maps

if TYPE_CHECKING:
    from argmap.formats import Imported


def imported(text: str) -> Imported:
    """Read Argdown."""
    return formats.read(text.encode(), "x.argdown", "argdown")


def steps(map_: ArgumentMap) -> list[str]:
    """Say every inference in words: premises, what they do, and to what."""

    def words(inference: Inference) -> str:
        premises = " & ".join(map_.claims[premise].text for premise in inference.premises)
        if inference.target in map_.inferences:
            target = f"({words(map_.inferences[inference.target])})"  # type: ignore[index]
        else:
            target = map_.claims[inference.target].text  # type: ignore[index]
        return f"{premises} {inference.kind} {target}"

    return [words(each) for each in map_.inferences.values()]


def test_relations_become_reasons_objections_undercuts_and_conflicts() -> None:
    found = imported(
        "[P]: p\n  + a\n  - b\n  >< [Q]: q\n\n<A>: sketch\n  +> [P]\n  <_ u\n\n"
        "<R>: why\n\n(1) c\n(2) d\n-- rule --\n(3) [P]\n"
    )
    map_ = found.map()
    assert sorted(steps(map_)) == sorted(
        ["a reason p", "b objection p", "sketch reason p", "u undercut (sketch reason p)", "c & d reason p"]
    )
    (conflict,) = map_.conflicts.values()
    assert conflict.kind is ConflictKind.CONTRADICTORY
    joint = next(each for each in map_.inferences.values() if each.is_joint)
    assert (joint.warrant, joint.scheme) == ("why", "rule")
    assert [claim.text for claim in map_.positions()] == ["p"]
    assert found.report.is_lossless


def test_an_argument_that_is_never_concluded_keeps_its_words_and_what_bears_on_it() -> None:
    """Argdown's own parser gives up there; here the fault is told, and nothing is lost with it."""
    found = imported("<A>: why\n\n(1) p\n(2) q\n\n[X]: x\n  - <A>\n  -> <A>\n\n<A>\n  _ u\n")
    assert steps(found.map()) == ["why objection x", "x objection why", "u undercut (why objection x)"]
    assert sorted(claim.text for claim in found.map().claims.values()) == ["p", "q", "u", "why", "x"]
    (loss,) = found.report.losses
    assert loss.sentence == "A conclusion is missing below these premises (line 4, column 5: (2) q)"


def test_premises_below_the_last_conclusion_do_not_take_its_place() -> None:
    map_ = imported("<A>: why\n\n(1) p\n----\n(2) q\n(3) r\n\n[X]: x\n  - <A>\n  -> <A>\n").map()
    assert sorted(steps(map_)) == ["p reason q", "q objection x", "x undercut (p reason q)"]
    assert [claim.text for claim in unplaced_claims(map_)] == ["r"]


def test_a_sketch_may_bear_on_itself() -> None:
    assert steps(imported("<A>: a\n  + <A>\n  - <A>\n").map()) == ["a reason a", "a objection a"]


def test_a_number_of_thousands_of_digits_takes_no_other_data_with_it() -> None:
    claim = next(iter(imported(f"[A]: a {{n: {'9' * 5_000}, b: c}}").map().claims.values()))
    assert json.loads(claim.extras)["argdown"]["data"] == {"n": "9" * 5_000, "b": "c"}


def test_data_is_yaml_1_2() -> None:
    """There 12:30 is no number of seconds, 017 is no octal number, and 1e3 is a number; PyYAML reads 1.1."""
    claim = next(
        iter(
            imported("[A]: a {t: 12:30:45, d: 2024-01-01, n: 017, e: 1e3, u: 1_000, o: 0o17, s: =, y: no}")
            .map()
            .claims.values()
        )
    )
    data = {"t": "12:30:45", "d": "2024-01-01", "n": 17, "e": 1000.0, "u": "1_000", "o": 15, "s": "=", "y": "no"}
    assert json.loads(claim.extras)["argdown"]["data"] == data


def test_strict_attacks_are_contraries_and_not_objections() -> None:
    map_ = imported("===\nmodel: {mode: strict}\n===\n\n[P]: p\n  - b\n  + c\n").map()
    assert [conflict.kind for conflict in map_.conflicts.values()] == [ConflictKind.CONTRARY]
    assert steps(map_) == ["c reason p"]


def test_a_relation_to_a_whole_argument_is_one_to_its_step_and_told() -> None:
    found = imported("<A>\n\n(1) a\n----\n(2) b\n\n<A>\n  - x\n  + y\n")
    assert sorted(steps(found.map())) == ["a reason b", "x undercut (a reason b)", "y backing (a reason b)"]
    assert [(note.code, note.count) for note in found.report.notes if note.code == "whole-argument"] == [
        ("whole-argument", 2)
    ]


def test_tags_data_headings_and_other_wordings_are_kept() -> None:
    found = imported(
        "===\ntitle: T\nauthor: me\n===\n\n# Head\n\n[P]: old words\n\n"
        "[P]: new words #a #(b c) {x: 1}\n  + [l](http://u.v) w\n"
    )
    map_ = found.map()
    claim = next(iter(map_.claims.values()))
    assert (map_.about.title, claim.text, claim.tags) == ("T", "new words", ("a", "b c"))
    for kept in ('"x":1', '"old words"', '"title":"P"', '"Head"'):
        assert kept in claim.extras
    assert '"author":"me"' in map_.about.extras
    assert "http://u.v" in next(each for each in map_.claims.values() if each.text == "l w").extras
    assert "{x" not in claim.text
    again = imported(formats.write(map_, "argdown").content.decode())
    assert again.map() == map_
    assert '"author":"me"' in formats.write(map_, "argdown").content.decode()


def test_comments_and_faults_are_told_with_their_lines() -> None:
    report = imported("[P]: p\n// gone\n\n[Q]: see [sic] here\n").report
    assert report.sentences == (
        "“[sic]” cannot stand here; a backslash before it makes it words (line 4, column 10: [Q]: see [sic] here)",
        "1 comment was left out (line 2)",
    )
    assert report.to_plain()["losses"][0]["places"] == [{"line": 4, "column": 10, "text": "[Q]: see [sic] here"}]


@given(maps())
def test_any_map_goes_out_and_comes_back_whole(map_: ArgumentMap) -> None:
    map_ = cleaned(map_)
    written = formats.write(map_, "argdown")
    back = formats.read(written.content, "x")
    assert back.map() == map_
    assert back.map().highest_numbers() == map_.highest_numbers()
    assert written.report.is_lossless
    assert back.report.is_lossless


@given(arguments())
def test_any_argument_goes_out_and_comes_back_whole(map_: ArgumentMap) -> None:
    map_ = cleaned(map_)
    assert formats.read(formats.write(map_, "argdown").content, "x").map() == map_


def test_a_map_with_long_texts_of_sources_is_known_again() -> None:
    text = "A long text about signs: = and - and # and *.\n" * 20_000
    map_ = ArgumentMap(
        [
            About(id=MapId("m")),
            Claim(id=ClaimId("c"), number=1, text="a"),
            Source(id=SourceId("s"), number=1, title="t", text=text),
        ]
    )
    written = formats.write(map_, "argdown").content
    assert formats.detect(written).name == "argdown"
    assert formats.read(written, "x").map() == map_


_EDITED = """[C1]: Yes {"argmap":{"id":"one","position":"a0"}}
  + [C2]: Since {"argmap":{"id":"two","text":"Since\\n","bears":[{"on":"C1","as":"supports","id":"r","number":7}]}}
"""


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (("Since {", "Because {"), ["Because reason Yes"]),
        (("  + [C2]", "  - [C2]"), ["Since\n objection Yes"]),
        (("  + [C2]", "\n[C2]"), []),
        (("[C1]: Yes", "[C3]: But\n  -> [C1]\n\n[C1]: Yes"), ["Since\n reason Yes", "But objection Yes"]),
    ],
)
def test_what_somebody_changes_in_the_file_counts(edit: tuple[str, str], expected: list[str]) -> None:
    """The data that argmap left beside it never overrules what the file shows."""
    map_ = imported(_EDITED.replace(*edit)).map()
    assert sorted(steps(map_)) == sorted(expected)
    assert {claim.id for claim in map_.claims.values()} >= {"one", "two"}


@pytest.mark.parametrize(
    "data",
    [
        '{"id":7,"number":"x","credence":"much","tags":3,"extras":[1],"bears":{"a":1}}',
        '{"id":"one","number":-1,"credence":9,"note":null}',
        '{"id":"' + "x" * 100 + '","position":"","order":5,"bears":[1,{"on":2}]}',
        '"no object"',
    ],
)
def test_data_that_nobody_can_hold_is_told_and_left_out(data: str) -> None:
    found = imported(f'[C1]: Yes {{"argmap":{data}}}\n  + No {{"argmap":{data}}}\n')
    assert sorted(claim.text for claim in found.map().claims.values()) == ["No", "Yes"]


@pytest.mark.parametrize("text", [trap for trap in TRAPS if trap.strip()])
def test_words_that_look_like_argdown_stay_words(text: str) -> None:
    """Also without the data: the escapes alone keep everything but white space."""
    written = formats.write(imported("[C1]: x\n").map(), "argdown").content.decode()
    from argmap.formats.argdown.escaping import escaped
    from argmap.formats.argdown.kept import flat

    found = imported(written.replace("]: x", "]: " + escaped(flat(text)))).map()
    assert [flat(claim.text) for claim in found.claims.values()] == [flat(text)]


def test_argdown_in_a_page_is_read_and_the_rest_of_the_page_is_told() -> None:
    """Blocks of one page say things of the same claims; faults stand at their lines in the page."""
    page = "# Page\n\nSee:\n\n```argdown\n[A]: a\n  - b\n```\n\n~~~ argdown-map\n[A]\n  + c [sic]\n~~~\n"
    found = formats.read(page.encode(), "page.md")
    assert [claim.text for claim in found.map().claims.values()][:2] == ["a", "b"]
    sentences = found.report.sentences
    assert "2 lines of this page stand outside of its blocks of Argdown and were left out (line 1, line 3)" in sentences
    assert any("line 12" in sentence for sentence in sentences)


def test_files_that_are_included_are_told_by_name() -> None:
    found = imported("[A]: a\n\n@include(more/other.argdown)\n\n[B]: b\n")
    assert [claim.text for claim in found.map().claims.values()] == ["a", "b"]
    assert found.report.sentences == (
        "1 other file is included here and was not read; import it as well (more/other.argdown)",
    )


def test_shortcodes_that_front_matter_defines_become_their_signs() -> None:
    front = "===\nmodel:\n  shortcodes:\n    ':bomb:': {unicode: '!!'}\n    ':x:': odd\n===\n\n"
    found = imported(front + "[A]: a :bomb: b :x: c\n")
    assert [claim.text for claim in found.map().claims.values()] == ["a !! b :x: c"]


def test_a_numbered_line_that_is_left_open_is_a_premise_without_words() -> None:
    """As in a task to be filled in; the step stays a step, and the words of the others do not move."""
    found = imported("<A>\n\n(1) // to be found\n(2) p\n----\n(3)\n-- rule --\n(4) c\n")
    assert steps(found.map()) == ["(no words) & p reason (no words)", "(no words) reason c"]
    assert {each.code for each in found.report.losses} == {"comments"}
    assert "2 claims have no words" in " ".join(found.report.sentences)
    again = formats.read(formats.write(found.map(), "argdown").content, "x")
    assert again.map() == found.map()


def test_a_page_of_several_blocks_may_have_front_matter_in_each() -> None:
    """The first one counts; of the others it is said once that they were left out, and the claims are all read."""
    block = "```argdown\n===\ntitle: t{}\n===\n\n[P]: p\n  + a{}\n```\n"
    found = imported(f"{block.format(1, 1)}\n{block.format(2, 2)}\n```argdown\n\n=== \nb: 1\n====\n\n[Q]\n```\n")
    assert found.map().about.title == "t1"
    assert sorted(steps(found.map())) == ["a1 reason p", "a2 reason p"]
    (finding,) = found.report.losses
    assert (finding.code, [place.line for place in finding.places]) == ("block-fronts", [11, 21])


def test_an_empty_wording_is_no_other_wording() -> None:
    found = imported("[x]:\n\n[x]\n  + y\n")
    assert "wordings" not in {each.code for each in found.report.notes}
