"""Tables that people and programs have made: any separator, any names of columns, parents by id, row or words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from argmap import formats
from argmap.errors import FormatError, UnfitError
from argmap.model import ConflictKind
from tests.formats.saying import lost, steps, texts, told

if TYPE_CHECKING:
    from argmap.formats import Imported

DAM = """id,claim,relation,parent,group,source,note,tags
1,Build the dam,position,,,,,
2,It makes power,supports,1,,https://example.org/power,in most years,"energy, money"
3,Valleys are homes,opposes,1,a,,,
4,Homes matter more,opposes,1,a,Town survey,,
5,Power comes at night too,undercuts,2,,,,
"""
SAID = [
    "It makes power reason Build the dam",
    "Power comes at night too undercut (It makes power reason Build the dam)",
    "Valleys are homes & Homes matter more objection Build the dam",
]


def table(text: str, name: str | None = None, **options: str) -> Imported:
    """Read a table."""
    return formats.read(text.encode(), "x", name, **options)


def test_a_table_becomes_an_argument() -> None:
    found = table(DAM)
    map_ = found.map()
    assert found.report.format_name == "csv"
    assert told(found.report) == {}
    assert steps(map_) == SAID
    assert [claim.text for claim in map_.positions()] == ["Build the dam"]
    power = next(claim for claim in map_.claims.values() if claim.number == 2)
    assert (power.note, power.tags) == ("in most years", ("energy", "money"))
    assert [(source.title, source.url) for source in map_.sources.values()] == [
        ("https://example.org/power", "https://example.org/power"),
        ("Town survey", ""),
    ]


@pytest.mark.parametrize("separator", [";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_spreadsheet_s_way_of_writing_is_read(separator: str, encoding: str, end: str) -> None:
    rows = [line.replace(",", separator) for line in DAM.replace('"energy, money"', "energy").splitlines()]
    raw = (end.join(rows) + end).replace("Build", "Brücke statt").encode(encoding)
    assert steps(formats.read(raw, "x").map()) == [each.replace("Build", "Brücke statt") for each in SAID]


def test_a_line_for_excel_says_the_separator() -> None:
    """The rows are counted as Excel shows them: without that line."""
    found = table("sep=;\nclaim;relation;parent\na;position;\nb;pro;7\n")
    assert texts(found.map()) == ["a", "b"]
    assert "(row 3)" in found.report.sentences[0]


@pytest.mark.parametrize(
    ("header", "relation"),
    [
        ("ID,Text,Stance,Parent ID", "PRO"),
        ("no,Statement,Pro/Con,target", "+"),
        ("key,proposition,relation_type,Under", "Argument for"),
        ("Number,Claims,For/Against,on", "for"),
    ],
)
def test_columns_and_relations_go_by_many_names(header: str, relation: str) -> None:
    assert steps(table(f"{header}\n1,a,,\n2,b,{relation},1\n").map()) == ["b reason a"]


@pytest.mark.parametrize("parent", ["1", "a", " A. ", "1.0"])
def test_a_parent_is_named_by_its_id_or_its_words(parent: str) -> None:
    assert steps(table(f"id,claim,relation,parent\n1,a,,\n2,b,con,{parent}\n").map()) == ["b objection a"]


@pytest.mark.parametrize("parent", ["2", "row 2", "#2"])
def test_without_ids_a_number_is_a_row(parent: str) -> None:
    found = table(f"claim,relation,parent\na,,\nb,con,{parent}\n")
    assert steps(found.map()) == ["b objection a"]
    assert told(found.report) == {"number-column": 1, "roots": 1}


def test_several_parents_are_several_inferences() -> None:
    map_ = table("id,claim,relation,parent\n1,a,position,\n2,b,position,\n3,c,con,1; 2\n").map()
    assert steps(map_) == ["c objection a", "c objection b"]


def test_co_premises_share_a_group_or_say_and() -> None:
    """A group counts for each parent by itself."""
    rows = "1,p,position,,\n2,q,position,,\n3,a,pro,1,g\n4,b,pro,2,g\n5,c,,,\n6,d,pro,1,g\n7,e,and,,\n"
    map_ = table(f"id,claim,relation,parent,group\n{rows}").map()
    assert steps(map_) == ["a & d reason p", "b & e reason q"]
    assert "c" in texts(map_)


def test_a_row_can_say_the_question_and_its_answers() -> None:
    found = table("id,claim,relation,parent\nq,Which way?,question,\n1,Left,,q\n2,Right,answer,q\n3,Fast,pro,1\n")
    map_ = found.map()
    assert map_.about.question == "Which way?"
    assert [claim.text for claim in map_.positions()] == ["Left", "Right"]
    assert steps(map_) == ["Fast reason Left"]
    assert told(found.report) == {}


def test_what_else_a_question_s_row_says_is_kept() -> None:
    found = table("claim,relation,note,colour\nWhich way?,question,at the fork,red\nLeft,,,\n")
    assert found.map().about.extras == '{"table":{"columns":{"colour":"red","note":"at the fork"}}}'
    assert formats.read(formats.write(found.map(), "csv").content, "x").map() == found.map()


def test_a_claim_said_again_is_the_same_claim() -> None:
    map_ = table("id,claim,relation,parent\n1,a,,\n2,b,pro,1\n2,b,con,3\n3,c,pro,1\n2,,con,2\n").map()
    assert texts(map_) == ["a", "b", "c"]
    assert steps(map_) == ["b objection b", "b objection c", "b reason a", "c reason a"]


def test_conflicts_take_no_side() -> None:
    map_ = table("id,claim,relation,parent\n1,a,,\n2,b,contradicts,1\n3,c,conflicts with,1\n").map()
    assert sorted(each.kind for each in map_.conflicts.values()) == [ConflictKind.CONTRADICTORY, ConflictKind.CONTRARY]
    assert steps(map_) == []


def test_quotes_and_speakers_are_citations() -> None:
    found = table("claim,source,quote,page,said by\na,Report,exact words,4,Ann\nb,,,,Bob\n")
    cited = sorted(found.map().citations.values(), key=lambda each: each.asserted_by)
    assert [(each.quote, each.page, each.asserted_by) for each in cited] == [
        ("exact words", "4", "Ann"),
        ("", "", "Bob"),
    ]


@pytest.mark.parametrize("text", ["Claims\na\nb\n", "claim\na\nb\n", '"claim"\n"a"\n\n"b"\n'])
def test_a_bare_list_is_unplaced_claims(text: str) -> None:
    found = table(text)
    assert texts(found.map()) == ["a", "b"]
    assert not found.map().positions()
    assert told(found.report) == {}


def test_formulas_are_text() -> None:
    """As spreadsheets mark them, and as argmap does on writing."""
    map_ = table("claim,note\n'=1+1,'-x\n'’tis,''+\n").map()
    assert texts(map_) == ["=1+1", "'’tis"]
    written = formats.write(map_, "csv").content.decode("utf-8-sig")
    assert "'=1+1" in written
    assert all(not cell.startswith(("=", "+", "-", "@")) for line in written.splitlines() for cell in line.split(","))
    assert texts(table(written).map()) == texts(map_)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("9,x,weird,1,", "unknown-relation"),
        ("9,x,,1,", "no-relation"),
        ("9,x,pro,77,", "dangling"),
        ("9,x,and,,", "no-parent"),
    ],
)
def test_what_bears_on_nothing_is_an_unplaced_claim_and_told_with_its_row(row: str, code: str) -> None:
    """No relation that is not known is taken for support."""
    found = table(f"id,claim,relation,parent,z\n{row}\n1,a,,,\n")
    assert texts(found.map()) == ["a", "x"]
    assert not found.map().inferences
    assert lost(found.report) == {code: 1}
    assert "(row 2)" in found.report.sentences[0]
    kept = next(claim.extras for claim in found.map().claims.values() if claim.text == "x")
    assert all(f'"{cell}"' in kept for cell in row.split(",")[2:4] if cell)


def test_a_relation_without_a_parent_bears_on_the_one_position() -> None:
    found = table("claim,stance\nBan cars,motion\nClean air,pro\nShops,con\n")
    assert steps(found.map()) == ["Clean air reason Ban cars", "Shops objection Ban cars"]
    assert told(found.report) == {"only-position": 2}
    assert lost(table("claim,stance\nClean air,pro\nShops,con\n").report) == {"no-parent": 2}


def test_what_no_relation_means_can_be_said() -> None:
    assert steps(table("claim,parent\na,\nb,a\n", bare="opposes").map()) == ["b objection a"]
    with pytest.raises(UnfitError, match="either supports or opposes"):
        table("claim,parent\na,\nb,a\n", bare="maybe")


def test_doubled_ids_cycles_and_claims_for_themselves_are_read() -> None:
    found = table("id,claim,relation,parent\n1,a,pro,2\n2,b,con,1\n1,z,pro,1\n3,c,pro,3\n")
    assert steps(found.map()) == ["a reason b", "b objection a", "c reason c", "z reason a"]
    assert told(found.report) == {"id-taken": 1}


def test_other_columns_are_kept_and_go_back_out() -> None:
    found = table("id,claim,Colour of it,2024\nA1,a,red,\nA2,b,,x\n")
    map_ = found.map()
    written = formats.write(map_, "csv").content.decode("utf-8-sig")
    assert written.splitlines()[0].endswith("tags,Colour of it,2024,argmap")
    assert "\nA1,a," in written
    assert formats.read(written.encode(), "x").map() == map_


def test_a_quote_that_never_closes_swallows_nothing() -> None:
    found = table('id,claim,relation,parent\n1,"a,,\n2,b,pro,1\n3,"c, d",con,1\n')
    assert texts(found.map()) == ["a", "b", "c, d"]
    assert told(found.report) == {"unclosed": 1, "roots": 1}


def test_rows_longer_and_shorter_than_the_header_are_read() -> None:
    found = table("id,relation,parent,claim\n1\n2,pro,3,one, two\n3,,,c\n")
    assert texts(found.map())[1:] == ["one, two", "c"]
    assert told(found.report) == {"beyond": 1, "wordless": 1, "roots": 1}


def test_a_table_without_a_header_is_read_when_it_is_said_to_be_one() -> None:
    found = table("a claim of some length,1\nanother one,2\n", "csv")
    assert texts(found.map()) == ["a claim of some length", "another one"]
    assert told(found.report) == {"no-claim-column": 1}


@pytest.mark.parametrize("text", ["", "\n\n", ",,\n,,\n", "sep=;\n", "id,claim\n,\n"])
def test_an_empty_table_is_refused(text: str) -> None:
    with pytest.raises(FormatError, match="Nothing was imported"):
        table(f"{text} ", "csv")


def test_ratings_are_read_in_any_writing() -> None:
    map_ = table('claim,credence\na,0.25\nb,75%\nc,"0,5"\nd,sure\n').map()
    assert [claim.credence for claim in map_.claims.values()] == [0.25, 0.75, 0.5, None]
    assert '"credence":"sure"' in next(claim.extras for claim in map_.claims.values() if claim.text == "d")


LINES = """{"id": 1, "claim": "a"}
{"id": 2, "text": "b", "stance": "con", "parent": 1, "tags": ["x", "y"], "deep": {"z": [1]}}
"""


def test_json_lines_have_the_same_words() -> None:
    found = table(LINES)
    assert found.report.format_name == "jsonl"
    assert steps(found.map()) == ["b objection a"]
    claim = next(claim for claim in found.map().claims.values() if claim.text == "b")
    assert claim.tags == ("x", "y")
    assert '"deep":{"z":[1]}' in claim.extras
    again = formats.read(formats.write(found.map(), "jsonl").content, "x").map()
    assert again == found.map()


def test_an_array_of_such_objects_is_read() -> None:
    found = table('[{"claim": "a"},\n {"claim": "b", "relation": "pro", "parent": "a"}]')
    assert found.report.format_name == "jsonl"
    assert steps(found.map()) == ["b reason a"]


@pytest.mark.parametrize("line", ["not json", "[1]", "7", '{"claim": ', "NaN", "[" * 100_000, "1" * 5_000])
def test_a_line_that_is_no_object_is_told_with_its_number(line: str) -> None:
    found = table(f"{LINES}{line}\n")
    assert texts(found.map()) == ["a", "b"]
    assert lost(found.report) == {"no-object": 1}
    assert "(line 3)" in found.report.sentences[0]


def test_what_a_row_says_of_an_inference_that_it_does_not_make_is_kept() -> None:
    found = table(
        "claim,relation,parent,relevance,warrant\nTop,position,,0.3,why\nB,,,,w\nC,odd,Top,.4,\nD,pro,Top,.5,x\n"
    )
    kept = {c.text: json.loads(c.extras)["table"] for c in found.map().claims.values() if c.extras}
    assert kept == {
        "Top": {"columns": {"relevance": "0.3", "warrant": "why"}},
        "B": {"columns": {"warrant": "w"}},
        "C": {"relation": "odd", "parent": "Top", "columns": {"relevance": ".4"}},
    }
    assert told(found.report) == {"unknown-relation": 1, "no-inference": 2}
    again = formats.read(formats.write(found.map(), "csv").content, "x").map()
    assert {c.text: c.extras for c in again.claims.values()} == {c.text: c.extras for c in found.map().claims.values()}


def test_a_claim_said_again_fills_in_and_what_differs_is_told() -> None:
    found = table("id,claim,relation,parent,note,tags,x\n1,Top,,,,,\n2,B,pro,1,n,,\n2,B,con,1,m,t,\n2,,pro,1,,,7\n")
    b = next(claim for claim in found.map().claims.values() if claim.text == "B")
    assert (b.note, b.tags, json.loads(b.extras)) == ("n", ("t",), {"table": {"columns": {"x": "7"}}})
    assert lost(found.report) == {"again": 1}


def test_a_rating_of_nothing_is_a_rating() -> None:
    found = table("id,claim,credence\n1,A,0\n1,A,0.5\n2,B,0.5\n2,B,0\n")
    assert [claim.credence for claim in found.map().claims.values()] == [0.0, 0.5]
    assert lost(found.report) == {"again": 2}


def test_a_premise_may_say_the_warrant_of_its_group() -> None:
    text = (
        "claim,relation,parent,group,warrant,relevance\nTop,,,,,\nP,pro,Top,g,,\nQ,pro,Top,g,why,\nR,and,,,other,.4\n"
    )
    found = table(text)
    (step,) = found.map().inferences.values()
    assert (step.warrant, step.relevance, len(step.premises)) == ("why", 0.4, 3)
    assert lost(found.report) == {"again-step": 1}


def test_a_rating_may_be_said_in_the_words_that_argmap_has_for_it() -> None:
    found = formats.read(
        b'claim,relation,parent,credence,relevance\na,,,Very likely,\nb,pro,a,"0,3",decisive\nc,con,a,40%,none\n', "x"
    )
    map_ = found.map()
    assert [claim.credence for claim in map_.claims.values()] == [0.95, 0.3, 0.4]
    assert [inference.relevance for inference in map_.inferences.values()] == [1, None]
    assert lost(found.report) == {}


def test_a_cell_that_cannot_be_read_is_told_with_its_row_and_its_column() -> None:
    table = 'id,Claim,relation,parent,Confidence,weight,implied\n1,"a\nb",,,high,,\n2,c,pro,1,120%,nan,perhaps\n'
    found = formats.read(table.encode(), "x")
    assert lost(found.report) == {"unread-cell": 4}
    (finding,) = found.report.losses
    assert [str(place) for place in finding.places] == [
        "row 2, Confidence: high",
        "row 3, Confidence: 120%",
        "row 3, weight: nan",
        "row 3, implied: perhaps",
    ]
    assert [place["line"] for place in found.report.to_plain()["losses"][0]["places"]] == [2, 4, 4, 4]
    again = formats.write(found.map(), "csv").content.decode("utf-8-sig")
    assert "high" in again  # what was kept goes back out


def test_lines_of_json_name_the_key_of_a_cell_that_cannot_be_read() -> None:
    found = formats.read(b'{"claim": "a"}\n{"claim": "b", "likelihood": "who knows"}\n', "x")
    (finding,) = found.report.losses
    assert finding.sentence.endswith("(line 2, likelihood: who knows)")
