"""Carneades: opposites, issues, what makes an argument inapplicable, weights; and everything goes back out."""

from __future__ import annotations

import json
import tracemalloc
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given

from argmap import formats
from argmap.errors import FormatError
from argmap.formats.argdown.escaping import as_data
from argmap.model import ConflictKind
from tests.formats.arguments import cleaned
from tests.formats.graph_files import CARNEADES, steps
from tests.strategies import maps

if TYPE_CHECKING:
    from argmap.model import ArgumentMap


def read(text: str) -> formats.Imported:
    """Read YAML as what it is."""
    return formats.read(text.encode(), "x.yml")


def written(map_: ArgumentMap) -> Any:
    """What a map is in Carneades."""
    return yaml.safe_load(formats.write(map_, "carneades").content)


def test_arguments_undercutters_and_opposites() -> None:
    found = read(CARNEADES)
    map_ = found.map()
    assert found.report.format_name == "carneades"
    assert steps(map_) == {
        ("reason", ("Few flats are built.", "Land is dear."), "Rents rise.", ""),
        ("undercut", ("Land is cheap here.",), "R1", ""),
        ("objection", ("Land is cheap here.",), "Few flats are built.", ""),
    }
    ((conflict,), about) = list(map_.conflicts.values()), map_.about
    assert (conflict.kind, about.title) == (ConflictKind.CONTRADICTORY, "Rents")
    assert {map_.claims[each].text for each in conflict.claims} == {"Land is dear.", "Land is not dear."}
    assert {note.code: note.count for note in found.report.notes} == {"roots": 1, "assumed": 2}


def test_all_that_a_file_says_goes_back_out() -> None:
    before, again = yaml.safe_load(CARNEADES), written(read(CARNEADES).map())
    again.pop("argmap")
    opposite = again["statements"].pop("¬b")
    assert opposite == "It is not so that: Few flats are built."
    assert again["issues"].pop("i2") == {"positions": ["b", "¬b"]}
    assert again == before


def test_premises_of_which_one_is_enough_are_no_linked_ones() -> None:
    text = "statements: {a: A, b: B, c: C}\narguments:\n  a1: {conclusion: c, premises: [a, b], scheme: convergent}\n"
    found = read(text)
    assert steps(found.map()) == {("reason", ("A",), "C", ""), ("reason", ("B",), "C", "")}
    assert "convergent" in {note.code for note in found.report.notes}
    again = written(found.map())
    assert again["arguments"] == yaml.safe_load(text)["arguments"]
    assert formats.read(formats.write(found.map(), "carneades").content, "x").map() == found.map()


def test_weights_are_relevances() -> None:
    text = (
        "statements: {a: A, b: B, c: C}\n"
        "arguments:\n"
        "  a1: {conclusion: c, premises: [a], scheme: weak}\n"
        "  a2: {conclusion: c, premises: [b], weight: 0.5}\n"
        "  a3: {conclusion: a, premises: [b], scheme: cumulative}\n"
        "argument_schemes:\n- {id: weak, weight: {constant: 0.1}}\n"
    )
    found = read(text)
    assert [each.relevance for each in found.map().inferences.values()] == [0.1, 0.5, None]
    assert {note.code for note in found.report.notes} >= {"weighed"}
    again = written(found.map())
    assert [each["scheme"] for each in again["arguments"].values()] == ["weak", "strength_500", "cumulative"]
    assert [each["id"] for each in again["argument_schemes"]] == ["weak", "strength_500"]


def test_every_name_an_argument_uses_is_declared() -> None:
    """Carneades reads no file in which one is missing, and no statement that belongs to two issues."""
    text = CARNEADES + "issue_schemes: {n: [P, ¬P]}\n"
    again = written(read(text).map())
    for argument in again["arguments"].values():
        used = [argument["conclusion"], *argument["premises"], *filter(None, [argument.get("undercutter")])]
        assert set(used) <= set(again["statements"])
    positions = [each for issue in again["issues"].values() for each in issue["positions"]]
    assert len(positions) == len(set(positions))
    assert set(positions) <= set(again["statements"])


@given(maps())
def test_any_map_goes_out_and_comes_back_whole(map_: ArgumentMap) -> None:
    map_ = cleaned(map_)
    content = formats.write(map_, "carneades").content
    back = formats.read(content, "x")
    assert back.map() == map_
    assert back.map().highest_numbers() == map_.highest_numbers()
    assert back.report.is_lossless
    assert back.report.format_name == "carneades"


def test_statements_that_are_only_used_are_told() -> None:
    text = (
        "language: {dear/1: 'The %s is %s dear {0}.'}\n"
        "statements: {a: A}\narguments:\n  x: {conclusion: a, premises: [dear(land)]}\n"
    )
    found = read(text)
    assert {claim.text for claim in found.map().claims.values()} == {"A", "The land is %s dear {0}."}
    assert "undeclared" in {note.code for note in found.report.notes}


def test_an_opposite_that_is_a_premise_is_a_claim() -> None:
    text = (
        "statements: {a: A, b: B}\n"
        "arguments:\n  x: {conclusion: b, premises: [¬a]}\n  y: {conclusion: ¬a, premises: [b]}\n"
    )
    map_ = read(text).map()
    assert {claim.text for claim in map_.claims.values()} == {"A", "B", "¬a"}
    assert [each.kind for each in map_.conflicts.values()] == [ConflictKind.CONTRADICTORY]


def test_arguments_without_premises_are_kept_and_told() -> None:
    text = "statements: {a: A, ua: ¬app(a)}\narguments:\n  x: {conclusion: a, undercutter: ua}\n  y: {premises: [a]}\n"
    found = read(text)
    assert not found.map().inferences
    assert {note.code: note.count for note in found.report.notes} == {"no-premise": 2}
    assert written(found.map())["arguments"] == yaml.safe_load(text)["arguments"]


def test_what_somebody_changes_in_the_file_counts() -> None:
    content = formats.write(read(CARNEADES).map(), "carneades").content.decode()
    changed = content.replace("Rents rise.", "Rents fall.", 1).replace("premises: [b, c]", "premises: [b]")
    changed = changed.replace("positions: [c, ¬c]", "positions: [c, d]")
    map_ = read(changed).map()
    assert ("reason", ("Few flats are built.",), "Rents fall.", "") in steps(map_)
    assert [{map_.claims[each].text for each in conflict.claims} for conflict in map_.conflicts.values()] == [
        {"Land is dear.", "Land is cheap here."}
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("statements: {a: &x A, b: *x}\narguments: {}\n", "aliases"),
        ("statements:\n  a: &x [1, &y [*x]]\narguments: {}\n", "aliases"),
        ("statements: {a: A\narguments: {}\n", "line"),
        ("statements:\n  a: " + "[" * 100_000 + "\narguments: {}\n", "nested deeper"),
        ("statements:\n- a\narguments: {}\n---\nsecond: 1\n", "not valid YAML"),
        ("statements: !!python/object/apply:os.system ['true']\narguments: {}\n", "not valid YAML"),
        ("statements: {? [a] : b}\narguments: {}\n", "not valid YAML"),
    ],
    ids=range(7),
)
def test_yaml_that_cannot_be_taken_in_is_refused_in_a_sentence(text: str, words: str) -> None:
    with pytest.raises(FormatError, match=words) as caught:
        read(text)
    assert str(caught.value).startswith("x.yml")


def test_yaml_that_breaks_off_is_read_up_to_there() -> None:
    found = read(
        'statements:\n  a: A\n  b: B\narguments:\n  x:\n    conclusion: a\n    premises: [b]\n  y: {conclu: "a'
    )
    assert [claim.text for claim in found.map().claims.values()] == ["A", "B"]
    assert len(found.map().inferences) == 1
    assert "what stands before line 8 was read" in found.report.losses[0].sentence


def test_keys_that_stand_twice_are_told_with_their_lines() -> None:
    found = read("statements:\n  a: A\n  b: B\n  a: Again\narguments: {}\n")
    assert [(loss.code, [place.line for place in loss.places]) for loss in found.report.losses] == [("doubled", [4])]
    assert {claim.text for claim in found.map().claims.values()} == {"Again", "B"}


def made_inapplicable(by: int, arguments: int) -> str:
    """Return a file in which *by* arguments say of *arguments* others that they do not apply, in one statement."""
    cut = "".join(f"  r{n}: {{conclusion: c, premises: [a], undercutter: ¬app(r)}}\n" for n in range(arguments))
    cutting = "".join(f"  u{n}: {{conclusion: ¬app(r), premises: [b]}}\n" for n in range(by))
    return f"statements: {{a: A, b: B, c: C, ¬app(r): ¬app(r)}}\narguments:\n{cut}{cutting}"


def test_many_arguments_against_many_do_not_multiply_without_end() -> None:
    """Some are read as undercuts, each of each; many as what bears on a claim that undercuts."""
    few = read(made_inapplicable(3, 4)).map()
    assert (len(few.claims), len(few.inferences)) == (3, 4 + 3 * 4)
    many = read(made_inapplicable(600, 600)).map()
    assert (len(many.claims), len(many.inferences)) == (4, 600 + 600 + 600)
    assert read(formats.write(many, "carneades").content.decode()).map() == many


def test_a_long_text_is_written_in_little_memory() -> None:
    """What is carried of a whole map is one text of megabytes."""
    text = 'a} \n"b' * 20_000
    tracemalloc.start()
    shown = as_data(text)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert json.loads(shown) == text
    assert "}" not in shown
    assert most < 40 * len(text)
