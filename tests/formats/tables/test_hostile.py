"""Tables that were damaged, changed by hand, or made to do harm: read as far as they go, and told."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import formats
from argmap.errors import FormatError
from argmap.model import ArgumentMap, Inference, InferenceId, Polarity
from tests.formats.arguments import arguments
from tests.formats.saying import lost, steps, texts

NAMES = pytest.mark.parametrize("name", ["csv", "jsonl"])
MAP = "id,claim,relation,parent,argmap\n"
_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(st.lists(st.lists(_TEXT, min_size=1, max_size=5), max_size=6))
def test_any_cells_are_read(rows: list[list[str]]) -> None:
    """Every cell of every column may hold anything."""
    out = io.StringIO()
    csv.writer(out).writerows([["id", "claim", "relation", "parent", "argmap"], ["first", "first"], *rows])
    found = formats.read(out.getvalue().encode(), "x", "csv").map()
    assert "first" in texts(found)
    assert len(found.claims) <= len(rows) + 1


_VALUE = st.one_of(st.none(), st.booleans(), st.floats(), _TEXT, st.lists(_TEXT, max_size=2), st.just({"a": [{}]}))
_KEY = st.sampled_from(["id", "claim", "relation", "parent", "source", "z", "argmap"])


@given(st.lists(st.dictionaries(_KEY, _VALUE, max_size=4), max_size=3))
def test_any_objects_are_read(rows: list[dict[str, object]]) -> None:
    """Every key may hold anything."""
    text = "".join(json.dumps(row) + "\n" for row in [{"claim": "first"}, *rows])
    assert "first" in texts(formats.read(text.encode(), "x", "jsonl").map())


@NAMES
@given(map_=arguments(), place=st.integers(0, 10_000), patch=st.binary(max_size=3))
def test_a_damaged_file_is_read_or_refused(name: str, map_: ArgumentMap, place: int, patch: bytes) -> None:
    content = formats.write(map_, name).content
    place %= len(content)
    try:
        formats.read(content[:place] + patch + content[place + 1 :], "any", name).map()
    except FormatError as error:
        assert str(error).startswith("any")  # noqa: PT017  # any sentence will do


@pytest.mark.parametrize(
    "own",
    [
        '{"claim": {"id": 7, "number": "x", "citations": [1, {"source": 3}], "tags": 5, "extras": 1}}',
        '{"claim": {"nonsense": 1}, "step": {"order": [], "relevance": 9}}',
        '{"map": {"id": []}, "highest": "many"}',
        '{"is": "source"}',
        '{"is": 7}',
        '{"is": "conflict", "note": 4}',
        '{"step": 3, "claim": 4}',
        "no json",
        "[" * 50_000,
    ],
)
def test_data_that_nobody_can_hold_is_left_out(own: str) -> None:
    quoted = own.replace('"', '""')
    found = formats.read(f'{MAP}1,a,position,,"{quoted}"\n2,b,pro,1,"{quoted}"\n3,c,con,1,\n'.encode(), "x", "csv")
    assert "c" in texts(found.map())


def test_what_somebody_changes_in_the_table_counts() -> None:
    """The data that argmap left beside it never overrules what the cells show."""
    map_ = formats.read(
        b"id,claim,relation,parent,note,source,tags\n1,a,position,,n,S,t\n2,b,pro,1,,,\n3,c,con,1,,,\n", "x"
    ).map()
    written = formats.write(map_, "csv").content.decode("utf-8-sig")
    for before, after in (
        ("C1,a,position,,,S,n,t", "C1,a2,position,,,S\nT,n2,t2".replace("S\nT", '"S\nT"')),
        ("C2,b,supports,C1", "C2,b,opposes,C1"),
        ("C3,c,opposes,C1", "C3,c,supports,C2"),
    ):
        assert before in written
        written = written.replace(before, after)
    back = formats.read(written.encode(), "x").map()
    (top,) = back.positions()
    assert (top.text, top.note, top.tags) == ("a2", "n2", ("t2",))
    assert sorted(source.title for source in back.sources.values()) == ["S", "T"]
    assert steps(back) == ["b objection a2", "c reason b"]
    assert top.id == map_.positions()[0].id


def test_rows_in_another_order_are_the_order_that_counts() -> None:
    map_ = formats.read(b"id,claim,relation,parent\n1,a,position,\n2,b,pro,1\n3,c,pro,1\n", "x").map()
    lines = formats.write(map_, "csv").content.decode().splitlines()
    assert (lines[3][:2], lines[4][:2]) == ("C2", "C3")
    lines[3], lines[4] = lines[4], lines[3]
    back = formats.read("\n".join(lines).encode(), "x").map()
    found = [back.claims[each.premises[0]].text for each in back.bearing_on(back.positions()[0].id)]
    assert found == ["c", "b"]


@NAMES
def test_inferences_that_only_attack_one_another_are_told(name: str) -> None:
    map_ = formats.read(b"claim\na\n", "x", "csv").map()
    (claim,) = map_.claims
    ends = (("r1", "r2"), ("r2", "r1"))
    circle = [
        Inference(
            id=InferenceId(one), number=place, polarity=Polarity.OPPOSES, target=InferenceId(other), premises=(claim,)
        )
        for place, (one, other) in enumerate(ends, 1)
    ]
    written = formats.write(ArgumentMap([*map_.entities(), *circle]), name)
    assert lost(written.report) == {"circles": 2}
    assert written.report.losses[0].sentence.endswith("(R1, R2)")


@pytest.mark.parametrize("length", [131_073, 1_000_000])
def test_long_cells_are_read_and_told_of(length: int) -> None:
    """Python's own limit for a cell is lower than a note may be long; Excel's is lower still."""
    usual = csv.field_size_limit()
    map_ = formats.read(f"claim,note\na,{'x' * length}\n".encode(), "x").map()
    assert [len(claim.note) for claim in map_.claims.values()] == [length]
    assert [note.code for note in formats.write(map_, "csv").report.notes] == ["long-cells"]
    assert csv.field_size_limit() == usual


def test_deep_and_wide_tables_are_read() -> None:
    count = 3_000
    rows = "".join(f"{place},x{place},pro,{place - 1 if place % 2 else 1}\n" for place in range(2, count + 1))
    found = formats.read(f"id,claim,relation,parent\n1,x,position,\n{rows}".encode(), "x").map()
    assert len(found.inferences) == count - 1
    quotes = "claim,note\n" + "".join(f'a{place},"b\n' for place in range(2_001))
    assert len(formats.read(quotes.encode(), "x").map().claims) > 900
