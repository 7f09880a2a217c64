"""arguebuf: atoms, schemes and references are read, nothing unknown is support, and everything goes back out."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

from hypothesis import given

from argmap import formats
from argmap.formats.arguebuf.schemes import scheme_of, value_of
from argmap.model import Polarity
from tests.formats.arguments import cleaned
from tests.formats.graph_files import ARGUEBUF, steps
from tests.strategies import maps

if TYPE_CHECKING:
    from argmap.model import ArgumentMap


def read(plain: Any) -> formats.Imported:
    """Read JSON as what it is."""
    return formats.read(json.dumps(plain).encode(), "x.json")


def written(map_: ArgumentMap) -> Any:
    """What a map is as arguebuf."""
    return json.loads(formats.write(map_, "arguebuf").content)


def test_linked_premises_stay_linked_and_an_attack_on_a_scheme_undercuts_it() -> None:
    found = read(ARGUEBUF)
    map_ = found.map()
    assert found.report.format_name == "arguebuf"
    assert steps(map_) == {
        ("reason", ("Few flats are built.", "Land is dear."), "Rents rise.", "Cause To Effect"),
        ("undercut", ("Land is cheap here.",), "R1", ""),
    }
    assert [claim.text for claim in map_.positions()] == ["Rents rise."]


def test_a_rephrasing_and_a_scheme_of_no_kind_are_kept_and_told() -> None:
    report = read(ARGUEBUF).report
    assert report.is_lossless
    assert {note.code: note.count for note in report.notes} == {"other-kinds": 2, "cited": 1, "said": 1}


def test_an_edge_from_atom_to_atom_is_no_support() -> None:
    plain = copy.deepcopy(ARGUEBUF)
    plain["edges"]["8"] = {"source": "b", "target": "d"}
    found = read(plain)
    assert len(found.map().inferences) == 2
    assert "plain-edges" in {note.code for note in found.report.notes}
    assert written(found.map())["edges"]["8"] == {"source": "b", "target": "d"}


def test_where_it_stands_and_who_says_it_is_known() -> None:
    map_ = read(ARGUEBUF).map()
    cited = {map_.claims[each.claim].text: each for each in map_.citations.values()}
    source = map_.sources[cited["Rents rise."].source]
    assert (source.title, source.url, source.text) == ("On rents", "https://example.org/rents", "All rents rise now.")
    assert (cited["Rents rise."].quote, cited["Rents rise."].start) == ("rents", 4)
    assert cited["Few flats are built."].asserted_by == "Ada"


def test_all_that_a_file_says_goes_back_out() -> None:
    """Names, times, user data, edges, people, and nodes that are no claims or inferences."""
    again = written(read(ARGUEBUF).map())
    assert again["nodes"].keys() == ARGUEBUF["nodes"].keys()
    assert again["majorClaim"] == "a"
    for key in ("participants", "analysts", "schemaVersion"):
        assert again[key] == ARGUEBUF[key]
    for id_, edge in ARGUEBUF["edges"].items():
        assert again["edges"][id_] == edge
    for id_, node in ARGUEBUF["nodes"].items():
        shown = again["nodes"][id_]
        shown.get("userdata", {}).pop("argmap", None)
        assert {key: value for key, value in shown.items() if value} == {
            key: value for key, value in node.items() if value
        }
    assert again["userdata"]["topic"] == "rents"
    resource = {key: value for key, value in again["resources"]["t"].items() if key != "userdata"}
    assert resource == ARGUEBUF["resources"]["t"]


@given(maps())
def test_any_map_goes_out_and_comes_back_whole(map_: ArgumentMap) -> None:
    map_ = cleaned(map_)
    back = formats.read(formats.write(map_, "arguebuf").content, "x")
    assert back.map() == map_
    assert back.map().highest_numbers() == map_.highest_numbers()
    assert back.report.is_lossless
    assert back.report.format_name == "arguebuf"


def test_what_arguebuf_itself_does_to_a_file_changes_nothing() -> None:
    """It shuffles nodes and edges, stamps everything with the time, and leaves out what is nothing."""
    map_ = read(ARGUEBUF).map()
    plain = written(map_)
    stamp = {"created": "2026-01-01T00:00:00Z", "updated": "2026-01-01T00:00:00Z"}
    for section in ("nodes", "edges"):
        plain[section] = {id_: {**each, "metadata": stamp} for id_, each in reversed(plain[section].items())}
    again = read({**plain, "metadata": stamp, "libraryVersion": "1.7.11"}).map()
    assert set(again.claims.values()) == set(map_.claims.values())
    assert set(again.inferences.values()) == set(map_.inferences.values())


def test_what_somebody_changes_in_the_file_counts() -> None:
    plain = written(read(ARGUEBUF).map())
    plain["nodes"]["a"]["atom"]["text"] = "Rents fall."
    plain["nodes"]["s"]["scheme"] = {"attack": "ATTACK_DEFAULT"}
    plain["nodes"]["a"]["atom"]["reference"] = {"resource": "t", "text": "rise"}
    plain["nodes"]["new"] = {"atom": {"text": "New."}}
    map_ = read(plain).map()
    assert ("objection", ("Few flats are built.", "Land is dear."), "Rents fall.", "Cause To Effect") in steps(map_)
    assert {each.quote for each in map_.citations.values()} >= {"rents", "rise"}
    assert {claim.text for claim in map_.claims.values()} >= {"New."}


def test_schemes_have_the_names_arguebuf_knows() -> None:
    assert value_of("Cause to Effect", Polarity.SUPPORTS) == ("support", "SUPPORT_CAUSE_TO_EFFECT")
    assert value_of("CauseToEffect", Polarity.SUPPORTS) == ("support", "SUPPORT_CAUSE_TO_EFFECT")
    assert value_of("Common sense", Polarity.SUPPORTS) == ("support", "SUPPORT_DEFAULT")
    assert value_of("Bias", Polarity.OPPOSES) == ("attack", "ATTACK_DEFAULT")
    assert [scheme_of("support", each) for each in (28, "SUPPORT_SIGN", "SUPPORT_DEFAULT", 0, 999, None)] == [
        "Cause To Effect", "Sign", "", "", "", "",
    ]  # fmt: skip


def test_snake_case_is_read_as_well() -> None:
    """Both writings of the schema's names are allowed."""
    plain = {"major_claim": "b", "schema_version": 1, **{k: v for k, v in ARGUEBUF.items() if k != "majorClaim"}}
    assert [claim.text for claim in read(plain).map().positions()] == ["Few flats are built."]


def test_a_text_or_a_speaker_that_is_not_there_is_told() -> None:
    plain = copy.deepcopy(ARGUEBUF)
    id_, node = next((id_, node) for id_, node in plain["nodes"].items() if "atom" in node)
    node["atom"] |= {"participant": "gone", "reference": {"resource": "gone", "text": "so it stands"}}
    losses = read(plain).report.losses
    assert [(each.code, each.places[0].label) for each in losses] == [
        ("no-participant", f"node {id_}"),
        ("no-resource", f"node {id_}"),
    ]
