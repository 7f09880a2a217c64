"""SADFace: three generations are read, a conflict stays one, a disagreement takes no side, and 0.2 is written."""

from __future__ import annotations

import copy
import json
import uuid
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from argmap import formats
from argmap.model import ConflictKind
from tests.formats.arguments import cleaned
from tests.formats.graph_files import SADFACE, steps
from tests.strategies import maps

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

LINKED = {
    ("reason", ("Few flats are built.", "Land is dear."), "Rents rise.", ""),
    ("undercut", ("Land is cheap here.",), "R1", ""),
}


def read(plain: Any) -> formats.Imported:
    """Read JSON as what it is."""
    return formats.read(json.dumps(plain).encode(), "x.json")


def written(map_: ArgumentMap) -> Any:
    """What a map is as SADFace."""
    return json.loads(formats.write(map_, "sadface").content)


def first_generation() -> Any:
    """The file as version 0.1 has it: what it says of itself at the top, and no resources."""
    plain = copy.deepcopy(SADFACE)
    core = plain.pop("metadata")["core"]
    del plain["resources"]
    return {**plain, **core, "metadata": {}}


def third_generation() -> Any:
    """The file as version 0.5 has it: kinds of their own for inferences and conflicts."""
    plain = copy.deepcopy(SADFACE)
    for node in plain["nodes"]:
        if node["type"] == "scheme" and node["name"] != "rephrase":
            node["type"] = "inference" if node["name"] == "support" else "conflict"
            node["name"] = "expert opinion" if node["name"] == "support" else "defeat"
    return plain


def test_the_second_generation() -> None:
    found = read(SADFACE)
    map_ = found.map()
    assert (found.report.format_name, map_.about.title) == ("sadface", "Rents")
    assert steps(map_) == LINKED
    assert {note.code: note.count for note in found.report.notes} == {"other-kinds": 1, "cited": 1, "roots": 1}
    ((cited,), (source,)) = (list(map_.citations.values()), list(map_.sources.values()))
    assert (cited.quote, cited.start, source.title, source.text) == ("rents", 4, "On", "All rents rise now.")


def test_the_first_generation() -> None:
    found = read(first_generation())
    assert (found.report.format_name, found.map().about.title) == ("sadface", "Rents")
    assert steps(found.map()) == LINKED


def test_the_third_generation_keeps_what_its_schemes_and_conflicts_are_called() -> None:
    found = read(third_generation())
    assert found.report.format_name == "sadface"
    assert {(kind, scheme) for kind, _, _, scheme in steps(found.map())} == {
        ("reason", "expert opinion"),
        ("undercut", "defeat"),
    }


def test_what_monkeypuzzle_draws_is_read() -> None:
    nodes = [
        {"data": {"id": "a", "content": "A", "type": "atom"}, "classes": "atom-label"},
        {"data": {"id": "b", "content": "B", "type": "atom"}},
        {"data": {"id": "s", "content": "Default\nSupport", "type": "scheme"}},
    ]
    edges = [{"data": {"id": "as", "source": "a", "target": "s"}}, {"data": {"id": "sb", "source": "s", "target": "b"}}]
    found = read({"nodes": nodes, "edges": edges})
    assert found.report.format_name == "sadface"
    assert steps(found.map()) == {("reason", ("A",), "B", "")}


def test_a_disagreement_takes_no_side() -> None:
    nodes = [{"id": id_, "type": "atom", "text": id_, "sources": [], "metadata": {}} for id_ in "abc"]
    conflict = {"id": "x", "type": "conflict", "name": "disagree", "metadata": {}}
    edges = [{"id": id_, "source_id": "x", "target_id": id_} for id_ in "abc"]
    found = read({"nodes": [*nodes, conflict], "edges": edges, "resources": [], "metadata": {"core": {}}})
    map_ = found.map()
    assert not map_.inferences
    assert [each.kind for each in map_.conflicts.values()] == [ConflictKind.CONTRARY] * 3
    again = read(written(map_)).map()
    assert again == map_


def test_a_conflict_node_that_somebody_takes_out_is_gone() -> None:
    nodes = [{"id": id_, "type": "atom", "text": id_, "sources": [], "metadata": {}} for id_ in "ab"]
    conflict = {"id": "x", "type": "conflict", "name": "disagree", "metadata": {}}
    edges = [{"id": id_, "source_id": "x", "target_id": id_} for id_ in "ab"]
    plain = written(read({"nodes": [*nodes, conflict], "edges": edges, "metadata": {"core": {}}}).map())
    plain["nodes"] = [each for each in plain["nodes"] if each["id"] != "x"]
    assert not read(plain).map().conflicts


def test_all_that_a_file_says_goes_back_out() -> None:
    again = written(read(SADFACE).map())
    by_id = {node["id"]: node for node in again["nodes"]}
    for node in SADFACE["nodes"]:
        shown = by_id[node["id"]]
        assert {key: shown[key] for key in node if key != "metadata"} == {
            key: node[key] for key in node if key != "metadata"
        }
    assert by_id["b"]["metadata"]["mine"] == {"k": 1}
    assert sorted(again["edges"], key=lambda each: each["id"]) == SADFACE["edges"]
    assert again["metadata"]["core"]["analyst_name"] == "Ben"
    assert again["resources"][0]["content"] == "All rents rise now."


@given(maps())
def test_any_map_goes_out_and_comes_back_whole(map_: ArgumentMap) -> None:
    map_ = cleaned(map_)
    content = formats.write(map_, "sadface").content
    back = formats.read(content, "x")
    assert back.map() == map_
    assert back.map().highest_numbers() == map_.highest_numbers()
    assert back.report.is_lossless
    assert back.report.format_name == "sadface"
    for node in json.loads(content)["nodes"]:
        assert str(uuid.UUID(node["id"])) == node["id"]


@pytest.mark.parametrize("name", ["rephrase", "preference", "", "supporting", "unsupport", "undercutter?"])
def test_no_unknown_scheme_is_taken_for_support(name: str) -> None:
    plain = copy.deepcopy(SADFACE)
    plain["nodes"][4]["name"] = name
    found = read(plain)
    assert "reason" not in {kind for kind, *_ in steps(found.map())}
    assert name in [node.get("name") for node in written(found.map())["nodes"]]
    assert {note.code for note in found.report.notes} >= {"other-kinds"}


def test_what_is_drawn_may_hold_anything_where_its_kind_stands() -> None:
    """A picture of MonkeyPuzzle with a node whose type is no word: the others are read."""
    nodes: list[dict[str, object]] = [
        {"data": {"id": "1", "type": "atom", "content": "a"}},
        {"data": {"id": "2", "type": {}, "content": "b"}},
        {"data": {"id": "3", "type": ["atom"], "content": "c"}},
    ]
    found = formats.read(json.dumps({"nodes": nodes, "edges": []}).encode(), "x", "sadface")
    assert [claim.text for claim in found.map().claims.values()] == ["a"]


def test_a_reference_to_a_text_that_is_not_there_is_told() -> None:
    plain = copy.deepcopy(SADFACE)
    atom = next(node for node in plain["nodes"] if node["type"] == "atom")
    atom["sources"] = [{"resource_id": "gone", "text": "so it stands", "offset": 0, "length": 2}]
    report = read(plain).report
    assert [(each.code, each.places[0].label) for each in report.losses] == [("no-resource", f"node {atom['id']}")]
