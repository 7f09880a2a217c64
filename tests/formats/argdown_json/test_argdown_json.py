"""Argdown's JSON says the same as the Argdown it was made of, with a map or without, or as a map alone."""

from __future__ import annotations

import copy
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from argmap import formats
from argmap.formats.argdown.parsing import parsed
from argmap.formats.argdown_json.writing import model_of
from tests.formats.arguments import cleaned
from tests.formats.graph_files import ARGDOWN_JSON, steps
from tests.strategies import maps

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

FILES = Path(__file__).parents[1] / "argdown" / "files"
EXAMPLES = sorted(path.name for path in FILES.glob("*.argdown"))
HERE = Path(__file__).parent


def read(plain: Any) -> formats.Imported:
    """Read JSON as what it is."""
    return formats.read(json.dumps(plain).encode(), "x.json")


def said(map_: ArgumentMap) -> tuple[Any, ...]:
    """What a map says, whatever things are called in it."""
    claims = Counter((each.text, each.tags, each.is_position) for each in map_.claims.values())
    bearing = Counter(
        (each.kind, tuple(map_.claims[premise].text for premise in each.premises), each.warrant, each.scheme)
        for each in map_.inferences.values()
    )
    pairs = Counter(
        (each.kind, frozenset(map_.claims[claim].text for claim in each.claims)) for each in map_.conflicts.values()
    )
    return claims, bearing, pairs


def test_linked_premises_undercut_and_contrary() -> None:
    found = read(ARGDOWN_JSON)
    map_ = found.map()
    assert found.report.format_name == "argdown-json"
    assert steps(map_) == {
        ("reason", ("Few flats are built.", "Land is dear."), "Rents rise.", "Scarcity"),
        ("undercut", ("Land is cheap here.",), "R1", ""),
    }
    assert [each.kind for each in map_.conflicts.values()] == ["contrary"]
    assert next(each for each in map_.claims.values() if each.tags).tags == ("cost",)
    assert {each.warrant for each in map_.inferences.values()} == {"Why so", ""}


def test_a_relation_of_an_unknown_kind_is_kept_and_told() -> None:
    found = read(ARGDOWN_JSON)
    assert [(note.code, note.count) for note in found.report.notes] == [("other-relations", 1), ("roots", 1)]
    again = json.loads(formats.write(found.map(), "argdown-json").content)
    assert {"relationType": "rephrase", "from": "c", "to": "d"} in again["relations"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_model_of_a_file_says_what_the_file_says(name: str) -> None:
    text = (FILES / name).read_text(encoding="utf-8")
    from_text = formats.read(text.encode(), name, "argdown").map()
    from_model = formats.read(json.dumps(model_of(parsed(text), text)).encode(), name)
    assert from_model.report.format_name == "argdown-json"
    assert said(from_model.map()) == said(from_text)


def test_what_argdown_itself_prints_is_read_as_the_text_is() -> None:
    """The file was printed by `argdown json` of the text beside it."""
    from_text = formats.read((HERE / "printed.argdown").read_bytes(), "x", "argdown").map()
    for name in ("printed.json", "printed_with_map.json"):
        found = formats.read((HERE / name).read_bytes(), name)
        assert found.report.format_name == "argdown-json"
        assert said(found.map()) == said(from_text)


def test_a_map_alone_is_read() -> None:
    drawn = json.loads((HERE / "printed_with_map.json").read_text(encoding="utf-8"))["map"]
    found = read({"map": drawn})
    assert found.report.format_name == "argdown-json"
    texts = {claim.text for claim in found.map().claims.values()}
    assert {"Cities should charge for driving.", "Poor people drive less."} <= texts
    assert {kind for kind, *_ in steps(found.map())} >= {"reason", "objection", "undercut"}


@given(maps())
def test_any_map_goes_out_and_comes_back_whole(map_: ArgumentMap) -> None:
    map_ = cleaned(map_)
    back = formats.read(formats.write(map_, "argdown-json").content, "x")
    assert back.map() == map_
    assert back.map().highest_numbers() == map_.highest_numbers()
    assert back.report.is_lossless
    assert back.report.format_name == "argdown-json"


def test_every_relation_of_the_file_has_an_edge_in_its_map() -> None:
    plain = json.loads(formats.write(read(ARGDOWN_JSON).map(), "argdown-json").content)
    names = {node["id"] for node in plain["map"]["nodes"]}
    assert all(node["labelText"] for node in plain["map"]["nodes"])
    assert {edge["from"] for edge in plain["map"]["edges"]} | {edge["to"] for edge in plain["map"]["edges"]} <= names
    assert "undercut" in {edge["relationType"] for edge in plain["map"]["edges"]}


def test_steps_that_name_nothing_are_told() -> None:
    plain = copy.deepcopy(ARGDOWN_JSON)
    plain["arguments"]["R"]["pcs"][0]["title"] = "nothing"
    plain["relations"].append({"relationType": "support", "from": "nobody", "to": "a"})
    found = read(plain)
    assert {loss.code: loss.count for loss in found.report.losses} == {"dangling-step": 1, "dangling": 1}
    assert ("reason", ("Land is dear.",), "Rents rise.", "Scarcity") in steps(found.map())


def test_colours_are_told() -> None:
    plain = {"statements": {"A": {"type": "equivalence-class", "title": "A", "color": "#123456", "members": []}}}
    report = formats.read(json.dumps({**plain, "arguments": {}, "relations": []}).encode(), "x").report
    assert [loss.sentence for loss in report.losses] == ["The colour of 1 statement or argument was left out (“A”)"]
