"""JSON of strangers with numbers that are none and keys that stand twice: the rest is read, and each is told."""

from __future__ import annotations

import json
from typing import Any

import pytest

from argmap import formats
from argmap.errors import FormatError
from argmap.model import ArgumentMap
from benchmarks.synthetic import entities
from tests.formats.saying import lost, texts

IN_JSON = ("arguebuf", "sadface", "argdown-json", "xaif", "aif", "jsoncanvas", "mindmup")
MAP = ArgumentMap(entities(12))
HUGE = "9" * 5_000
NONE = ("NaN", "Infinity", "-Infinity", "1e400", "-2e308", HUGE, f"-{HUGE}")
DEEP = f"{'[' * 400}NaN{']' * 400}"


def plain(name: str) -> Any:
    """The map as *name* has it, as a value."""
    return json.loads(formats.write(MAP, name).content)


def objects(value: Any) -> list[dict[str, Any]]:
    """Every object in *value*, the outermost first."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    found = [value] if isinstance(value, dict) else []
    return found + [each for one in inner for each in objects(one)]


@pytest.mark.parametrize("name", IN_JSON)
def test_of_a_key_that_stands_twice_the_last_one_counts(name: str) -> None:
    """Whichever key it is: the map is the one without the first."""
    for place in range(0, len(objects(plain(name))), 9):
        changed = plain(name)
        doubled = objects(changed)[place]
        for key in list(doubled):
            doubled[f"first {key}"] = ["what was said before"]
            doubled[key] = doubled.pop(key)
        raw = json.dumps(changed).replace('"first ', '"')
        found = formats.read(raw.encode(), "x", name)
        assert lost(found.report) == ({"doubled": len(doubled) // 2} if doubled else {})
        assert found.map() == formats.read(formats.write(MAP, name).content, "x", name).map()


@pytest.mark.parametrize("name", IN_JSON)
@pytest.mark.parametrize("number", NONE, ids=range(len(NONE)))
def test_a_number_that_is_none_is_read_as_if_nothing_stood_there(name: str, number: str) -> None:
    """Whichever field it stands in: the rest is as it is with null."""
    count = 0
    for place, each in enumerate(objects(plain(name))):
        for key in list(each)[:: 1 if place < 3 else 7]:
            changed = plain(name)
            objects(changed)[place][key] = None
            try:
                expected = formats.read(json.dumps(changed).encode(), "x", name)
            except FormatError:
                continue
            objects(changed)[place][key] = "none such"
            found = formats.read(json.dumps(changed).replace('"none such"', number).encode(), "x", name)
            assert lost(found.report) == {**lost(expected.report), "numbers": 1}
            assert texts(found.map()) == texts(expected.map())
            count += 1
            if count > 12:
                return


def test_the_places_are_named_in_order() -> None:
    raw = b"""{"nodes": [{"nodeID": "1", "text": "a", "type": "I", "x": NaN},
        {"nodeID": "2", "type": "I", "text": "old", "text": "b", "y": {"z": [1e999]}}], "edges": [], "edges": []}"""
    found = formats.read(raw, "x")
    assert texts(found.map()) == ["a", "b"]
    doubled, numbers = found.report.sentences[:2]
    assert doubled.endswith("the last ones count (field “edges”, entry 2 of “nodes”, field “text”)")
    assert numbers.startswith("2 numbers are none that a map can hold and were left out (entry 1 of “nodes”, field “x”")
    assert numbers.endswith(", entry 2 of “nodes”, field “y.z.0”)")


def test_a_long_way_to_a_place_is_cut() -> None:
    found = formats.read(f'{{"nodes": [{{"nodeID": "1", "text": "a", "type": "I", "x": {DEEP}}}]}}'.encode(), "x")
    (place,) = found.report.losses[0].places
    assert str(place).startswith("entry 1 of “nodes”, field “x.0.0.")
    assert str(place).endswith("…")
    assert len(str(place)) == 80


def test_very_many_are_counted() -> None:
    """Only so many places are kept."""
    nodes = ",".join(f'{{"nodeID": "{n}", "text": "a", "type": "I", "n": NaN, "n": NaN}}' for n in range(3_000))
    found = formats.read(f'{{"nodes": [{nodes}], "edges": []}}'.encode(), "x")
    assert len(found.map().claims) == 3_000
    assert lost(found.report) == {"doubled": 3_000, "numbers": 3_000}
    assert len(found.report.losses[0].places) == 1_000


@pytest.mark.parametrize("opening", ["", "["])
def test_json_lines_name_the_line(opening: str) -> None:
    lines = ['{"claim": "a", "rank": NaN}', '{"claim": "b", "claim": "c"}', f'{{"claim": "d", "n": [1, {HUGE}]}}']
    raw = f"[{','.join(lines)}]" if opening else "\n".join(lines)
    found = formats.read(raw.encode(), "x")
    assert texts(found.map()) == ["a", "c", "d"]
    word = "entry" if opening else "line"
    assert [each.sentence for each in found.report.losses] == [
        f"2 numbers are none that a map can hold and were left out ({word} 1, {word} 3)",
        f"1 key stands twice in one object; the last one counts ({word} 2)",
    ]


@pytest.mark.parametrize("value", ["NaN", '{"format": "argmap-json", "version": NaN}', '{"a": 1, "a": 2}'])
def test_argmap_s_own_json_stays_strict(value: str) -> None:
    with pytest.raises(FormatError, match=r"no number that a map can hold|stands twice"):
        formats.read(value.encode(), "x", "json")
