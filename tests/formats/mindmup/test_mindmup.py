"""MindMup: groups are inferences, ideas without one are never support, and every idea goes back out."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from argmap import formats
from argmap.errors import FormatError
from argmap.model import About, ArgumentMap, MapId
from tests.conftest import a_claim, an_inference
from tests.formats.arguments import TRAPS, arguments, cleaned, shape
from tests.strategies import maps

if TYPE_CHECKING:
    from argmap.formats import Imported

Plain = dict[str, Any]


def idea(id_: object, title: object, *kids: Plain, group: object = None, **attr: object) -> Plain:
    """An idea with its children on the right."""
    if group is not None:
        attr |= {"group": group, "contentLocked": True}
    made: Plain = {"id": id_, "title": title}
    if attr:
        made["attr"] = attr
    if kids:
        made["ideas"] = {str(place): kid for place, kid in enumerate(kids, 1)}
    return made


def file_of(*tops: Plain, **more: object) -> Plain:
    """A file of version 3."""
    return {"id": "root", "formatVersion": 3, "ideas": {str(n): top for n, top in enumerate(tops, 1)}, **more}


def read(plain: Plain) -> Imported:
    """Read a file as what it is."""
    return formats.read(json.dumps(plain).encode(), "x.mup")


def map_of(entities: list[Any]) -> ArgumentMap:
    """A map that knows its own id, as one that was read does."""
    return ArgumentMap([About(id=MapId("m")), *entities])


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


LIBRARY = file_of(
    idea(
        1,
        "The library should open on Sundays",
        idea(
            2,
            "group",
            idea(3, "Students work on Sundays", note={"index": 1, "text": "ask the union"}),
            idea("4.a", "They have no other quiet room"),
            group="supporting",
        ),
        idea(
            5,
            "group",
            idea(6, "Nobody would staff it", idea(7, "group", idea(8, "Volunteers would"), group="opposing")),
            idea(9, "group", idea(10, "Other libraries are staffed"), group="opposing"),
            group="opposing",
        ),
    ),
    title="Sundays",
    attr={"theme": "argument"},
)


def test_groups_are_inferences_and_what_they_hold_is_together() -> None:
    found = read(LIBRARY)
    map_ = found.map()
    assert found.report.format_name == "mindmup"
    assert found.report.is_lossless
    top = "The library should open on Sundays"
    assert steps(map_) == [
        ("reason", ("Students work on Sundays", "They have no other quiet room"), top),
        ("objection", ("Nobody would staff it",), top),
        ("objection", ("Volunteers would",), "Nobody would staff it"),
        ("undercut", ("Other libraries are staffed",), "R2"),
    ]
    assert [claim.text for claim in map_.positions()] == [top]
    assert map_.about.title == "Sundays"
    assert [claim.note for claim in map_.claims.values() if claim.note] == ["ask the union"]


def skeleton(plain: Plain, under: object = None) -> list[tuple[object, ...]]:
    """Every idea: its id, title, group, parent and rank."""
    found: list[tuple[object, ...]] = []
    for rank, each in plain.get("ideas", {}).items():
        place = float(rank) if rank != "x" else rank
        found.append((each["id"], each["title"], each.get("attr", {}).get("group"), under, place))
        found += skeleton(each, each["id"])
    return sorted(found, key=str)


@pytest.mark.parametrize(
    "plain",
    [
        LIBRARY,
        file_of(idea(1, "a", idea(2, "b", idea(3, "c")), idea(4, "group", idea(5, "d"), group=True)), idea(6, "e")),
        {"id": "root", "formatVersion": 3, "ideas": {"2.5": idea(1, "a"), "-3": idea(2, "b", idea(3, "c")),
         "-7.5": idea(4, "d")}},
        file_of(idea(1, "a", idea(2, "g", idea(3, "b", style={"width": 9}), group="opposing", collapsed=True))),
    ],
    ids=range(4),
)  # fmt: skip
def test_every_idea_goes_back_out_where_it_was(plain: Plain) -> None:
    found = read(plain)
    out = json.loads(formats.write(found.map(), "mindmup").content)
    assert skeleton(out) == skeleton(plain)
    assert out.get("attr", {}).get("theme") == plain.get("attr", {}).get("theme")
    assert read(out).map() == found.map()


def test_an_idea_without_a_group_is_never_taken_for_support() -> None:
    found = read(file_of(idea(1, "Holidays", idea(2, "Spain"), idea(3, "group", idea(4, "Norway"), group="blue"))))
    assert not found.map().inferences
    assert [(note.code, note.count) for note in found.report.notes] == [("no-stance", 1), ("other-group", 1)]
    assert not found.map().positions()


def test_a_line_that_says_so_supports_or_opposes() -> None:
    lines = [("because", "a"), ("Con.", "b"), ("see also", "c"), ("not because", "d"), (7, "e")]
    kids = [idea(place, word, parentConnector={"label": label}) for place, (label, word) in enumerate(lines, 2)]
    map_ = read(file_of(idea(1, "top", *kids))).map()
    assert steps(map_) == [("reason", ("a",), "top"), ("objection", ("b",), "top")]
    assert [claim.text for claim in map_.positions()] == ["top"]


def test_files_before_version_3_are_one_idea() -> None:
    top = idea(1, "top", idea(2, "group", idea(3, "a"), group="supporting"), theme="t", style={"x": 1})
    plain = {"formatVersion": 2, **top, "links": [{"ideaIdFrom": 1, "ideaIdTo": 3}]}
    found = read(plain)
    assert steps(found.map()) == [("reason", ("a",), "top")]
    again = json.loads(formats.write(found.map(), "mindmup").content)
    assert again["links"] == plain["links"]
    assert again["attr"]["theme"] == "t"
    assert again["ideas"]["1"]["attr"]["style"] == {"x": 1}


@given(maps())
def test_any_map_goes_out_and_comes_back_whole(map_: ArgumentMap) -> None:
    map_ = cleaned(map_)
    back = formats.read(formats.write(map_, "mindmup").content, "x")
    assert back.map() == map_
    assert back.map().highest_numbers() == map_.highest_numbers()
    assert back.report.is_lossless
    assert back.report.format_name == "mindmup"


@given(arguments())
def test_an_argument_of_any_shape_comes_back(map_: ArgumentMap) -> None:
    map_ = cleaned(map_)
    assert shape(formats.read(formats.write(map_, "mindmup").content, "x").map()) == shape(map_)


def test_ranks_beyond_all_measure_lose_no_idea() -> None:
    keys = ("1e308", "2e308", "-1e308", "1e400", "NaN", "x", "-0", "0", "1", "1.0", "01", "9" * 400)
    plain = file_of(idea(1, "top"))
    plain["ideas"]["1"]["ideas"] = {key: idea(place, f"idea {key}") for place, key in enumerate(keys, 2)}
    found = read(plain).map()
    assert len(found.claims) == 1 + len(keys)
    again = json.loads(formats.write(found, "mindmup").content)
    assert sorted(each[1] for each in skeleton(again)) == sorted(each[1] for each in skeleton(plain))  # type: ignore[type-var]  # texts
    assert read(again).map() == found


def test_what_somebody_changed_in_the_file_counts(small_map: ArgumentMap) -> None:
    out = formats.write(small_map, "mindmup").content.decode()
    changed = out.replace('"title": "Claim 5"', '"title": "Another"')
    changed = changed.replace('"group": "supporting"', '"group": "opposing"')
    back = formats.read(changed.encode(), "x").map()
    assert sum(each.supports for each in back.inferences.values()) == 0
    assert "Another" in {claim.text for claim in back.claims.values()}
    assert set(back.claims) == set(small_map.claims)


def test_what_somebody_put_into_another_order_stays_so(small_map: ArgumentMap) -> None:
    out = json.loads(formats.write(small_map, "mindmup").content)
    first, second = out["ideas"]["1"], out["ideas"]["2"]
    out["ideas"] |= {"1": second, "2": first}
    kids = first["ideas"]
    first["ideas"] = {"1": kids["2"], "2": kids["1"]}
    back = read(out).map()
    assert [claim.label for claim in back.positions()] == ["C2", "C1"]
    assert [each.label for each in back.bearing_on(small_map.positions()[0].id)] == ["R2", "R1"]


def test_a_repeated_idea_whose_words_somebody_changed_is_a_claim_of_its_own() -> None:
    map_ = map_of(
        [
            a_claim(1, position="a0"),
            a_claim(2, position="a1"),
            a_claim(3),
            an_inference(1, "c1", 3),
            an_inference(2, "c2", 3),
        ]
    )
    out = formats.write(map_, "mindmup").content.decode()
    assert formats.read(out.encode(), "x").map() == map_
    changed = re.sub(r'"title": "Claim 3"(?=, "attr": \{"argmap": \{"see")', '"title": "Otherwise"', out)
    assert changed != out
    assert steps(formats.read(changed.encode(), "x").map()) == [
        ("reason", ("Claim 3",), "Claim 1"),
        ("reason", ("Otherwise",), "Claim 2"),
    ]


def test_deep_arguments_are_written_in_pieces() -> None:
    count = 5_000
    claims = [a_claim(number, position="a0" if number == 1 else None) for number in range(1, count + 1)]
    chain = map_of([*claims, *(an_inference(number, f"c{number}", number + 1) for number in range(1, count))])
    assert formats.read(formats.write(chain, "mindmup").content, "x").map() == chain
    attacks = [an_inference(1, "c1", 2), *(an_inference(number, f"r{number - 1}", 3) for number in range(2, 1_000))]
    tower = map_of([*claims[:3], *attacks])
    assert formats.read(formats.write(tower, "mindmup").content, "x").map() == tower


def test_a_map_with_very_many_reasons_is_written() -> None:
    claims = [a_claim(number) for number in range(1, 3_001)]
    wide = map_of(
        [*claims, *(an_inference(number, "c1", number + 1, order=f"b{number:05}") for number in range(1, 3_000))]
    )
    assert formats.read(formats.write(wide, "mindmup").content, "x").map() == wide


_KEYS = ("id", "title", "ideas", "attr", "group", "note", "text", "argmap", "see", "on", "1", "-1", "x")
_NUMBERS = st.one_of(st.integers(), st.floats(allow_nan=False, allow_infinity=False))
_JUNK = st.recursive(
    st.one_of(st.none(), st.booleans(), _NUMBERS, st.sampled_from(TRAPS)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(_KEYS), inner, max_size=5)),
    max_leaves=15,
)


@given(_JUNK, st.sampled_from([1, 2, 3, "3", None]))
@example({"attr": {"group": True}, "argmap": {"id": None}}, 1)
def test_whatever_a_file_holds_is_read_or_told(junk: object, version: object) -> None:
    plain = {
        "formatVersion": version,
        "ideas": {"1": junk, "2": {"id": 1, "title": "t", "ideas": {"1": junk}}},
        "attr": junk,
    }
    found = formats.read(json.dumps(plain).encode(), "x", "mindmup")
    assert formats.read(formats.write(found.map(), "mindmup").content, "x").map() == found.map()


@pytest.mark.parametrize(
    "raw",
    [
        b'{"formatVersion": 3, "ideas": {"1": {',
        b'{"formatVersion": 3, "ideas": ' * 100_000,
        b'{"nodes": [], "edges": []}',
        b"[]",
    ],
    ids=range(4),
)
def test_broken_files_are_refused_in_a_sentence(raw: bytes) -> None:
    with pytest.raises(FormatError, match="Nothing was imported"):
        formats.read(raw, "x.mup", "mindmup")
