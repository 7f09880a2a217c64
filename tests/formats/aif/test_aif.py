"""AIF, xAIF and OVA: linked premises stay linked, attacks on steps undercut, what is unknown is never support."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import formats
from argmap.errors import FormatError, UnfitError
from tests.formats.arguments import cleaned
from tests.strategies import maps

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

HERE = Path(__file__).parent
SPEAKERS = {"Speaker 1", "Speaker 2", ""}
"""One of the locutions names a person who is not among the participants."""


def graph(*nodes: tuple[str, str, str], edges: str, **more: Any) -> dict[str, Any]:
    """An AIF graph; *edges* are written ``1-2 2-3``."""
    ends = [edge.split("-") for edge in edges.split()]
    return {
        "nodes": [{"nodeID": id_, "type": kind, "text": text, "timestamp": ""} for id_, kind, text in nodes],
        "edges": [{"edgeID": str(at), "fromID": a, "toID": b, "formEdgeID": None} for at, (a, b) in enumerate(ends)],
        **more,
    }


def read(plain: Any) -> formats.Imported:
    """Read JSON as what it is."""
    return formats.read(json.dumps(plain).encode(), "x.json")


def kinds(map_: ArgumentMap) -> list[tuple[str, tuple[str, ...], str]]:
    """The kind, the premises and the target of every inference."""
    return [
        (
            each.kind,
            tuple(map_.claims[premise].text for premise in each.premises),
            map_.claims[each.target].text if each.target in map_.claims else map_.inferences[each.target].label,  # type: ignore[index]
        )
        for each in map_.inferences.values()
    ]


CLAIMS = [("1", "I", "a"), ("2", "I", "b"), ("3", "I", "c"), ("4", "I", "d")]


def test_schemes_that_lead_to_nothing_in_the_end_are_kept_with_all_their_edges() -> None:
    """Also when one leads to another that leads to nothing, or they lead to one another."""
    schemes = [("5", "RA", "RA"), ("6", "CA", "CA"), ("7", "RA", "RA"), ("8", "RA", "RA"), ("9", "RA", "RA")]
    plain = graph(*CLAIMS, *schemes, edges="1-5 2-6 6-5 3-7 7-8 4-8 8-7 1-9 9-2")
    found = read(plain)
    assert kinds(found.map()) == [("reason", ("a",), "b")]
    assert found.report.is_lossless
    assert [note.count for note in found.report.notes if note.code == "no-conclusion"] == [4]
    written = json.loads(formats.write(found.map(), "aif").content)
    ends = {(each["fromID"], each["toID"]) for each in plain["edges"]}
    assert {(each["fromID"], each["toID"]) for each in written["edges"]} == ends
    assert read(written).map() == found.map()


def test_linked_premises_stay_linked_and_a_conflict_with_an_inference_undercuts_it() -> None:
    found = read(graph(*CLAIMS, ("5", "RA", "RA"), ("6", "CA", "Bias"), edges="1-5 2-5 5-3 4-6 6-5"))
    assert found.report.format_name == "aif"
    assert kinds(found.map()) == [("reason", ("a", "b"), "c"), ("undercut", ("d",), "R1")]
    assert [each.scheme for each in found.map().inferences.values()] == ["", "Bias"]


def test_no_unknown_relation_is_taken_for_support() -> None:
    found = read(
        graph(*CLAIMS, ("5", "MA", "MA"), ("6", "XX", "?"), ("7", "", ""), edges="1-5 5-2 3-6 6-4 1-7 7-3 1-2")
    )
    assert not found.map().inferences
    assert [(note.code, note.count) for note in found.report.notes] == [("plain-edges", 1), ("other-kinds", 3)]
    again = json.loads(formats.write(found.map(), "aif").content)
    assert Counter(node["type"] for node in again["nodes"]) == {"I": 4, "MA": 1, "XX": 1, "": 1}
    assert len(again["edges"]) == 7


def test_schemes_without_premise_or_conclusion_are_kept_and_told() -> None:
    plain = graph(*CLAIMS, ("5", "RA", "RA"), ("6", "CA", "CA"), ("7", "RA", "RA"), edges="5-1 2-6 3-7 7-1 7-2 1-9 8-1")
    found = read(plain)
    assert kinds(found.map()) == [("reason", ("c",), "a"), ("reason", ("c",), "b")]
    assert {note.code for note in found.report.notes} >= {"no-premise", "no-conclusion", "several-conclusions"}
    assert [(loss.code, loss.count) for loss in found.report.losses] == [("dangling", 2)]


def test_who_said_it_is_known() -> None:
    found = formats.read((HERE / "6064-original.json").read_bytes(), "6064.json")
    cited = list(found.map().citations.values())
    assert len(cited) == 9
    assert all(each.asserted_by and each.quote for each in cited)
    xaif = formats.read((HERE / "xaif-doc-5.json").read_bytes(), "x.json")
    assert xaif.report.format_name == "xaif"
    assert {each.asserted_by for each in xaif.map().citations.values()} == SPEAKERS


@pytest.mark.parametrize("name", ["6064-original.json", "xaif-doc-5.json"])
def test_every_node_and_edge_goes_back_out(name: str) -> None:
    raw = (HERE / name).read_bytes()
    found = formats.read(raw, name)
    out = formats.write(found.map(), found.report.format_name).content
    before, after = (json.loads(each).get("AIF", json.loads(each)) for each in (raw, out))
    for key, fields in (("nodes", ("nodeID", "type", "text")), ("edges", ("fromID", "toID"))):
        one, other = (
            Counter(tuple(str(each[field]) for field in fields) for each in side[key]) for side in (before, after)
        )
        assert one == other
    assert len(before["locutions"]) == len(after["locutions"])
    assert formats.read(out, name).map() == found.map()


def test_what_ova_saves_is_read_and_not_written() -> None:
    nodes = [{"id": 1, "type": "I", "text": "a", "x": 5}, {"id": 2, "type": "I", "text": "b"}, {"id": 3, "type": "RA"}]
    edges = [{"from": {"id": 1}, "to": {"id": 3}}, {"from": {"id": 3}, "to": {"id": 2}}]
    found = read({"nodes": nodes, "edges": edges, "participants": [], "analysis": {"txt": "a, so b"}})
    assert found.report.format_name == "ova"
    assert kinds(found.map()) == [("reason", ("a",), "b")]
    assert [source.text for source in found.map().sources.values()] == ["a, so b"]
    with pytest.raises(UnfitError, match="only read"):
        formats.write(found.map(), "ova")


@given(maps(), st.sampled_from(["aif", "xaif"]))
def test_any_map_goes_out_and_comes_back_whole(map_: ArgumentMap, name: str) -> None:
    map_ = cleaned(map_)
    back = formats.read(formats.write(map_, name).content, "x")
    assert back.map() == map_
    assert back.map().highest_numbers() == map_.highest_numbers()
    assert back.report.is_lossless
    assert back.report.format_name == name


def test_the_words_somebody_changed_in_the_file_count() -> None:
    map_ = read(graph(*CLAIMS, ("5", "RA", "RA"), edges="1-5 5-2")).map()
    changed = formats.write(map_, "aif").content.replace(b'"text": "a"', b'"text": "z"').replace(b'"RA"', b'"CA"')
    found = formats.read(changed, "x").map()
    assert kinds(found) == [("objection", ("z",), "b")]
    assert set(found.claims) == set(map_.claims)


@pytest.mark.parametrize(
    "plain",
    [
        {"nodes": None, "edges": None, "locutions": None},
        {"nodes": [None, 1, {"nodeID": None}], "edges": [[], {"fromID": {}}], "locutions": [3]},
        {"nodes": [{"nodeID": "1", "type": "I", "text": None}, {"nodeID": "1", "type": 7, "text": 8}], "edges": {}},
        {"nodes": [{"nodeID": "1", "type": "RA"}], "edges": [{"fromID": "1", "toID": "1"}], "locutions": []},
        graph(("1", "RA", ""), ("2", "CA", ""), ("3", "I", "x"), edges="1-2 2-1 3-1 3-2"),
        {"AIF": {"nodes": [{"nodeID": 1, "type": "I", "text": "\x00\x1b[31m"}], "edges": []}, "text": 5},
        {
            "nodes": [{"nodeID": "1", "type": "I", "text": "x", "argmap": {"id": 4, "extras": "{", "tags": "no"}}],
            "edges": [],
        },
    ],
    ids=range(7),
)
def test_whatever_a_graph_holds_is_read_or_told(plain: Any) -> None:
    found = formats.read(json.dumps(plain).encode(), "x.json", "xaif" if "AIF" in plain else "aif")
    assert formats.read(formats.write(found.map(), "aif").content, "x").map() == found.map()


def test_broken_json_is_refused_in_a_sentence() -> None:
    with pytest.raises(FormatError):
        formats.read(b'{"nodes": [{"nodeID":', "x.json")


def test_an_edge_from_claim_to_claim_is_told_and_goes_back_out() -> None:
    found = read(graph(("1", "I", "a"), ("2", "I", "b"), edges="1-2"))
    assert kinds(found.map()) == []
    assert [note.sentence for note in found.report.notes] == [
        "1 edge does not say how one claim bears on the other; it was kept where argmap does not show it (node 1 to 2)"
    ]
    edges = json.loads(formats.write(found.map(), "aif").content)["edges"]
    assert [(each["fromID"], each["toID"]) for each in edges] == [("1", "2")]


def test_what_ova_says_of_its_analysis_is_kept_and_a_scheme_s_number_is_no_name() -> None:
    nodes = [{"id": 1, "type": "I", "text": "a"}, {"id": 2, "type": "I", "text": "b"}]
    nodes.append({"id": 3, "type": "RA", "text": "Expert Opinion", "scheme": "1"})
    edges = [{"from": {"id": 1}, "to": {"id": 3}}, {"from": {"id": 3}, "to": {"id": 2}}]
    analysis = {"txt": "a, so b", "annotatorName": "Ann", "documentTitle": "On b"}
    found = read({"nodes": nodes, "edges": edges, "participants": [], "analysis": analysis})
    assert [each.scheme for each in found.map().inferences.values()] == ["Expert Opinion"]
    kept = json.loads(found.map().about.extras)["aif"]
    assert kept["ova"] == {"annotatorName": "Ann", "documentTitle": "On b"}
    out = formats.write(found.map(), "aif").content
    assert json.loads(out)["ova"] == kept["ova"]
    assert formats.read(out, "x.json").map() == found.map()
