"""JSON Canvas: arrows with words are inferences, all others are kept, and nodes stay where somebody has put them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import formats
from argmap.errors import FormatError
from argmap.formats.stances import stance_of
from argmap.model import About, ArgumentMap, MapId, Polarity
from tests.conftest import a_claim, an_inference
from tests.formats.arguments import TRAPS, arguments, cleaned, shape
from tests.strategies import maps

if TYPE_CHECKING:
    from argmap.formats import Imported

Plain = dict[str, Any]

SAMPLE = Path(__file__).with_name("sample.canvas")
PLACE = ("x", "y", "width", "height")


def text(id_: str, words: str, x: int = 0, y: int = 0, **more: object) -> Plain:
    """A text node."""
    return {"id": id_, "type": "text", "text": words, "x": x, "y": y, "width": 250, "height": 60, **more}


def edge(ends: str, label: object = None, **more: object) -> Plain:
    """An edge; *ends* is written ``a-b``."""
    source, target = ends.split("-")
    said = {} if label is None else {"label": label}
    return {"id": f"{ends} {label}", "fromNode": source, "toNode": target, **said, **more}


def read(plain: Plain) -> Imported:
    """Read a canvas as what it is."""
    return formats.read(json.dumps(plain).encode(), "x.canvas")


def write(map_: ArgumentMap) -> Plain:
    """The canvas of a map."""
    written: Plain = json.loads(formats.write(map_, "jsoncanvas").content)
    return written


def steps(map_: ArgumentMap) -> list[tuple[str, tuple[str, ...], str]]:
    """The kind, the premises and the target of every inference."""
    return [
        (
            each.kind,
            tuple(map_.claims[premise].text for premise in each.premises),
            map_.claims[each.target].text if each.target in map_.claims else map_.inferences[each.target].label,  # type: ignore[index]
        )
        for each in sorted(map_.inferences.values(), key=lambda each: each.number)
    ]


NODES = [
    text("a", "Build the bridge"),
    text("b", "It is short"),
    text("c", "It is dear"),
    text("d", "Tolls pay for it"),
]


def test_arrows_with_words_are_reasons_and_objections() -> None:
    found = read({"nodes": NODES, "edges": [edge("b-a", "supports"), edge("c-a", "But"), edge("d-c", "con:")]})
    assert found.report.format_name == "jsoncanvas"
    assert found.report.is_lossless
    assert [(note.code, note.count) for note in found.report.notes] == [("conjunctions", 1), ("roots", 1)]
    assert steps(found.map()) == [
        ("reason", ("It is short",), "Build the bridge"),
        ("objection", ("It is dear",), "Build the bridge"),
        ("objection", ("Tolls pay for it",), "It is dear"),
    ]
    assert [claim.text for claim in found.map().positions()] == ["Build the bridge"]


@pytest.mark.parametrize(
    "label", [None, "", "see also", "supports?? maybe not", "no support", "doesn't support", 7, ["pro"]]
)
def test_any_other_arrow_is_kept_and_never_support(label: object) -> None:
    plain = {"nodes": NODES, "edges": [edge("b-a", label, color="4")]}
    found = read(plain)
    assert not found.map().inferences
    assert [(note.code, note.count) for note in found.report.notes] == [("other-edges", 1)]
    assert write(found.map())["edges"] == plain["edges"]


@pytest.mark.parametrize(
    ("label", "stance"),
    [
        *((word, Polarity.SUPPORTS) for word in ("supports", "Pro", "because", "BECAUSE:", "+", " evidence ")),
        *((word, Polarity.SUPPORTS) for word in ("Stützt", "soutient")),
        *((word, Polarity.OPPOSES) for word in ("opposes", "con", "But…", "however", "−", "undercuts")),
        *((word, Polarity.OPPOSES) for word in ("WIDERSPRICHT", "refuta")),
        *((word, None) for word in ("not", "supports nothing", "pro con", "", " ", None, 3, "related", "yes", "no")),
    ],
)  # fmt: skip
def test_which_words_say_for_and_against(label: object, stance: Polarity | None) -> None:
    assert stance_of(label) is stance


def test_an_arrow_drawn_from_its_other_end_points_the_other_way() -> None:
    plain = {"nodes": NODES[:2], "edges": [edge("a-b", "because", fromEnd="arrow", toEnd="none", fromSide="top")]}
    found = read(plain)
    assert steps(found.map()) == [("reason", ("It is short",), "Build the bridge")]
    again = write(found.map())
    assert {key: value for key, value in again["edges"][0].items() if key != "argmap"} == plain["edges"][0]
    assert read(again).map() == found.map()


def test_conflicts_are_read() -> None:
    drawn = edge("b-c", "Contrary", toEnd="none", color="1")
    found = read({"nodes": NODES[:3], "edges": [edge("a-b", "contradictory"), drawn]})
    assert [(loss.code, loss.count) for loss in found.report.losses] == [("conflict-lines", 1)]
    assert sorted(each.kind.value for each in found.map().conflicts.values()) == ["contradictory", "contrary"]
    again = formats.read(formats.write(found.map(), "jsoncanvas").content, "x")
    assert again.map() == found.map()
    unsaid = write(found.map())
    unsaid["edges"] = unsaid["edges"][:1]
    assert len(read(unsaid).map().conflicts) == 1


def test_files_links_and_groups_are_kept_and_go_back_out() -> None:
    raw = SAMPLE.read_bytes()
    found = formats.read(raw, "sample.canvas")
    assert [claim.text.split("\n")[0] for claim in found.map().claims.values()] == ["Learn more:"]
    assert [(note.code, note.count) for note in found.report.notes] == [("other-nodes", 4), ("edges-beside", 1)]
    assert found.report.is_lossless
    before, after = json.loads(raw), write(found.map())
    for key in ("nodes", "edges"):
        plain = [{name: value for name, value in each.items() if name != "argmap"} for each in after[key]]
        assert sorted(plain, key=str) == sorted(before[key], key=str) or {each["id"] for each in plain} == {
            each["id"] for each in before[key]
        }
        by_id = {each["id"]: each for each in plain}
        assert all(by_id[each["id"]] == each for each in before[key])


@given(maps())
def test_any_map_goes_out_and_comes_back_whole(map_: ArgumentMap) -> None:
    map_ = cleaned(map_)
    back = formats.read(formats.write(map_, "jsoncanvas").content, "x")
    assert back.map() == map_
    assert back.map().highest_numbers() == map_.highest_numbers()
    assert back.report.is_lossless
    assert back.report.format_name == "jsoncanvas"


@given(arguments())
def test_an_argument_of_any_shape_comes_back_and_no_two_cards_lie_on_one_another(map_: ArgumentMap) -> None:
    map_ = cleaned(map_)
    canvas = write(map_)
    assert shape(read(canvas).map()) == shape(map_)
    boxes = [tuple(node[key] for key in PLACE) for node in canvas["nodes"]]
    assert all(type(value) is int for box in boxes for value in box)
    for place, (x, y, width, height) in enumerate(boxes):
        for other_x, other_y, other_width, other_height in boxes[:place]:
            apart = (
                x >= other_x + other_width
                or other_x >= x + width
                or y >= other_y + other_height
                or other_y >= y + height
            )
            assert apart


def test_what_somebody_moved_and_coloured_stays_so(small_map: ArgumentMap) -> None:
    canvas = write(small_map)
    node = canvas["nodes"][0]
    node |= {"x": node["x"] - 999, "color": "#123456"}
    moved = read(canvas).map()
    assert moved != small_map
    again = write(moved)
    assert {key: again["nodes"][0][key] for key in (*PLACE, "color")} == {key: node[key] for key in (*PLACE, "color")}
    assert read(again).map() == moved
    assert shape(moved) == shape(small_map)


def test_what_somebody_changed_in_the_file_counts(small_map: ArgumentMap) -> None:
    canvas = write(small_map)
    for each in canvas["edges"]:
        if each.get("label") == "opposes":
            each["label"] = "supports"
    canvas["nodes"][4]["text"] = "Another"
    back = read(canvas).map()
    assert [each.kind for each in back.inferences.values() if each.kind == "objection"] == []
    assert back.claims[next(iter(id_ for id_ in back.claims if id_ == "c5"))].text == "Another"
    assert set(back.inferences) == set(small_map.inferences)


def test_a_premise_drawn_to_the_point_of_an_inference_joins_it(small_map: ArgumentMap) -> None:
    canvas = write(small_map)
    canvas["edges"].append(edge("C10-R1"))
    assert ("reason", ("Claim 3", "Claim 4", "Claim 10"), "Claim 1") in steps(read(canvas).map())


@pytest.mark.parametrize("far", [10**400, -(10**400), 1e308, "here", True, None])
def test_a_card_in_no_real_place_is_placed_anew(far: object) -> None:
    found = read({"nodes": [{**NODES[0], "x": far}, {**NODES[1], "width": far}], "edges": [edge("b-a", "pro")]}).map()
    canvas = write(found)
    assert all(type(node[key]) is int and abs(node[key]) < 10**6 for node in canvas["nodes"] for key in PLACE)
    assert read(canvas).map() == found


def test_an_edge_that_somebody_coloured_stays_so(small_map: ArgumentMap) -> None:
    canvas = write(small_map)
    changed = next(each for each in canvas["edges"] if each.get("label") == "opposes" and "argmap" in each)
    changed["color"] = "#abcdef"
    back = read(canvas).map()
    (again,) = (each for each in write(back)["edges"] if each.get("color") == "#abcdef")
    assert [again[key] for key in ("label", "toNode")] == ["opposes", changed["toNode"]]
    assert read(write(back)).map() == back


def test_new_claims_stand_beside_a_canvas_that_somebody_laid_out() -> None:
    found = read({"nodes": [text("a", "A", 500, 70), text("b", "B", 900, -40)], "edges": [edge("b-a", "pro")]}).map()
    claims = list(found.claims.values())
    more = ArgumentMap([*found.entities(), a_claim(9), an_inference(9, str(claims[0].id), 9)])
    nodes = {node["text"]: node for node in write(more)["nodes"]}
    assert (nodes["A"]["x"], nodes["B"]["y"]) == (500, -40)
    assert nodes["Claim 9"]["x"] >= 900 + 250


def test_a_flipped_inference_does_not_keep_the_old_word() -> None:
    found = read({"nodes": NODES[:2], "edges": [edge("b-a", "pro", color="4")]}).map()
    (step,) = found.inferences.values()
    out = write(ArgumentMap([*(each for each in found.entities() if each != step), _flipped(step)]))
    assert [(each["label"], each["color"]) for each in out["edges"]] == [("opposes", "1")]


def _flipped(step: Any) -> Any:
    from dataclasses import replace

    return replace(step, polarity=step.polarity.flipped)


@pytest.mark.parametrize("is_deep", [True, False])
def test_deep_and_wide_maps_are_written(*, is_deep: bool) -> None:
    count = 1_500
    claims = [a_claim(number, position="a0" if number == 1 else None) for number in range(1, count + 1)]
    made = [an_inference(n, f"c{n if is_deep else 1}", n + 1, order=f"b{n:05}") for n in range(1, count)]
    map_ = ArgumentMap([About(id=MapId("m")), *claims, *made])
    assert formats.read(formats.write(map_, "jsoncanvas").content, "x").map() == map_


def test_broken_canvases_are_read_as_far_as_they_go() -> None:
    nodes = [*NODES, text("a", "the same id"), {"type": "text", "text": "no id"}, 5, None, text("e", " \u200b ")]
    edges = [edge("b-a", "pro"), edge("x-a", "pro"), edge("a-a", "pro"), {}, [], edge("a-b", "pro"), edge("b-a", "pro")]
    found = read({"nodes": nodes, "edges": edges})
    losses = {loss.code: loss.count for loss in found.report.losses}
    assert losses == {"no-object": 3, "dangling": 2}
    assert {note.code: note.count for note in found.report.notes}["node-id"] == 2
    assert len(found.map().inferences) == 4
    assert len(found.map().claims) == 6
    assert read(write(found.map())).map() == found.map()


_KEYS = (
    "id",
    "type",
    "text",
    "x",
    "width",
    "fromNode",
    "toNode",
    "label",
    "argmap",
    "step",
    "shown",
    "premises",
    "extras",
)
_JUNK = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.sampled_from(TRAPS), st.sampled_from(["text", "a", "supports"])
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(_KEYS), inner, max_size=5)),
    max_leaves=8,
)


@given(_JUNK, _JUNK, _JUNK)
def test_whatever_a_file_holds_is_read_or_told(node: object, line: object, own: object) -> None:
    nodes = [
        node,
        {**text("a", "A"), "argmap": own},
        text("b", "B", argmap={"step": own, "premises": own, "shown": own}),
    ]
    plain = {"nodes": nodes, "edges": [line, edge("a-b", argmap=own), edge("b-a", "pro", argmap=own)], "argmap": own}
    found = formats.read(json.dumps(plain).encode(), "x", "jsoncanvas")
    again = formats.read(formats.write(found.map(), "jsoncanvas").content, "x").map()
    assert again == found.map()


@pytest.mark.parametrize(
    "raw",
    [
        b'{"nodes": [{"type": "text", "width": 1',
        b'{"nodes": [{"type": "text", "width": 1, "a": ' + b"[" * 100_000,
        b'["nodes"]',
        b'{"formatVersion": 3, "ideas": {}}',
    ],
    ids=range(4),
)
def test_broken_files_are_refused_in_a_sentence(raw: bytes) -> None:
    with pytest.raises(FormatError, match="Nothing was imported"):
        formats.read(raw, "x.canvas", "jsoncanvas")


@pytest.mark.parametrize(
    ("ends", "is_told"),
    [
        ({}, False),
        ({"toEnd": "arrow"}, False),
        ({"fromEnd": "arrow", "toEnd": "none"}, False),
        ({"toEnd": "none"}, True),
        ({"fromEnd": "arrow"}, True),
    ],
)
def test_an_edge_that_does_not_say_which_way_it_goes_is_told(ends: Plain, *, is_told: bool) -> None:
    found = read({"nodes": NODES[:2], "edges": [edge("a-b", "supports", **ends)]})
    assert len(found.map().inferences) == 1
    assert ("directions" in {note.code for note in found.report.notes}) is is_told
