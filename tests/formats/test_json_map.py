"""argmap's own JSON: everything comes back, equal maps are equal bytes, and what is wrong is named with its place."""

from __future__ import annotations

import itertools
import json
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import formats
from argmap.errors import FormatError, UnfitError
from argmap.model import (
    About,
    Alias,
    AliasId,
    ArgumentMap,
    Claim,
    ClaimId,
    Inference,
    MapId,
    Polarity,
    Source,
    SourceId,
)
from argmap.model.plain import to_plain
from tests.formats.arguments import arguments, cleaned
from tests.strategies import maps


@given(st.one_of(maps(), arguments()), st.tuples(*[st.integers(0, 900)] * 4))
def test_everything_comes_back(map_: ArgumentMap, highest: tuple[int, int, int, int]) -> None:
    """Every field of every kind of entity, and the numbers of what is gone; only control characters go."""
    expected = cleaned(map_)
    map_.remember_highest(*highest)
    exported = formats.write(map_, "json")
    imported = formats.read(exported.content, "map.json")
    assert imported.map() == expected
    assert imported.map().highest_numbers() == map_.highest_numbers()
    assert exported.report.is_lossless
    told = [finding.code for finding in imported.report.losses]
    assert told in ([], ["controls"])
    assert not (told and expected == map_)


@given(maps(), st.integers())
def test_equal_maps_have_equal_bytes(map_: ArgumentMap, seed: int) -> None:
    """The order in which entities came into a map leaves no trace."""
    entities = list(map_.entities())
    random.Random(seed).shuffle(entities)
    assert formats.write(ArgumentMap(entities), "json").content == formats.write(map_, "json").content


@given(maps())
def test_writing_what_was_read_gives_the_same_bytes(map_: ArgumentMap) -> None:
    """The form is canonical."""
    content = formats.write(cleaned(map_), "json").content
    assert formats.write(formats.read(content).map(), "json").content == content
    assert content.endswith(b"\n}\n")


def test_what_other_formats_left_comes_back() -> None:
    """Extras, and all that moved with a merged-away claim, are kept whatever they hold."""
    held = json.dumps({"z": [1, 2.5, None, {"n": 2**70}], "a": "“é”\n", "": True}, ensure_ascii=False)
    survivor = Claim(id=ClaimId("c1"), number=1, text="Stay", note="one\ntwo\n", extras=held)
    gone = Alias(id=AliasId("c2"), survivor=survivor.id, number=2, text="Remain", moved=held, extras=held)
    map_ = ArgumentMap([About(id=MapId("m"), extras=held), survivor, gone])
    back = formats.read(formats.write(map_, "json").content).map()
    assert back == map_
    assert back.next_number(Claim) == 3


def test_the_layout_is_for_people() -> None:
    """Two spaces a level, one field a line, text as it is."""
    map_ = ArgumentMap(
        [About(id=MapId("m"), title="Überblick"), Claim(id=ClaimId("c"), number=1, text="Ja", tags=("a", "b"))]
    )
    written = formats.write(map_, "json").content.decode()
    assert written.startswith('{\n  "format": "argmap-json",\n  "version": 1,\n  "map": {\n    "id": "m",\n')
    assert '    "title": "Überblick"\n' in written
    assert (
        '\n    {\n      "id": "c",\n      "number": 1,\n      "text": "Ja",\n      "tags": ["a", "b"]\n    }\n'
        in written
    )
    assert json.loads(written)["claims"][0] == to_plain(map_.claims[ClaimId("c")])


def read(**sections: Any) -> formats.Imported:
    """Read an object with these sections."""
    return formats.read(json.dumps({"format": "argmap-json", **sections}).encode(), "x.json")


def refused(**sections: Any) -> str:
    """Return the sentence with which an object with these sections is refused."""
    with pytest.raises(FormatError) as caught:
        read(**sections)
    assert caught.value.exit_status == 3
    assert str(caught.value).startswith("x.json: ")
    return str(caught.value)


def test_a_file_written_by_hand_needs_no_ids_or_numbers() -> None:
    """Ids, numbers, places in the order and the map itself are made; labels name entries."""
    map_ = read(
        claims=[
            {"text": "Stay", "position": True},
            {"text": "ISIS returns"},
            {"text": "Costs"},
            {"text": "Go", "position": True},
        ],
        inferences=[
            {"polarity": "supports", "premises": ["C2"], "target": "C1"},
            {"polarity": "opposes", "premises": ["c3"], "target": {"claim": "C1"}},
            {"polarity": "opposes", "premises": ["C3", "C2"], "target": "R1"},
        ],
        sources=[{"title": "One"}],
        citations=[
            {"claim": "C2", "source": "S1", "paragraph": "4"},
            {"claim": "C2", "source": "S1", "paragraph": "1"},
        ],
        comments=[{"about": "map", "text": "Good"}, {"about": "R3", "text": "Why?"}],
        dependences=[{"passages": [{"source": "S1", "paragraph": "1"}, "S1"]}],
        conflicts=[{"claims": ["C1", "C4"]}],
    ).map()
    stay, go = map_.positions()
    assert (stay.label, stay.text, go.label) == ("C1", "Stay", "C4")
    assert [each.label for each in map_.bearing_on(stay.id)] == ["R1", "R2"]
    (undercut,) = map_.bearing_on(map_.bearing_on(stay.id)[0].id)
    assert undercut.kind == "undercut"
    assert [cited.paragraph for cited in map_.citations_of(undercut.premises[1])] == ["4", "1"]
    assert [comment.about for comment in map_.comments.values()] == [map_.about.id, undercut.id]


def test_missing_numbers_follow_the_highest_there_is() -> None:
    """Numbers that people know are not given to others, also those of merged-away claims."""
    map_ = read(
        claims=[{"text": "a"}, {"text": "b", "number": 4, "id": "b"}, {"text": "c"}],
        aliases=[{"id": "gone", "survivor": "b", "number": 9, "text": "B"}],
        conflicts=[{"claims": ["C9", "C10"]}],
    ).map()
    assert sorted(claim.number for claim in map_.claims.values()) == [4, 10, 11]
    assert {map_.claims[each].text for each in next(iter(map_.conflicts.values())).claims} == {"a", "b"}


def test_a_missing_place_comes_behind_those_there_are() -> None:
    """An entry without order stands behind the entries of its target that have one."""
    step = {"polarity": "supports", "target": "C1"}
    map_ = read(
        claims=[{"text": text} for text in "abcd"],
        inferences=[
            {**step, "premises": ["C2"]},
            {**step, "premises": ["C3"], "order": "a5"},
            {**step, "premises": ["C4"]},
        ],
    ).map()
    (first,) = (claim for claim in map_.claims.values() if claim.number == 1)
    assert [each.number for each in map_.bearing_on(first.id)] == [2, 1, 3]


def test_control_characters_are_removed_and_told() -> None:
    """Text that enters a map steers no terminal."""
    imported = read(claims=[{"text": "red\x1b[31m", "note": "a\r\nb\x07", "extras": {"kept": "\x1b"}}])
    (claim,) = imported.map().claims.values()
    assert (claim.text, claim.note) == ("red[31m", "a\nb")
    (loss,) = imported.report.losses
    assert (loss.code, loss.count) == ("controls", 2)
    assert loss.sentence == "2 control characters were removed (entry 1 of “claims”)"


CLAIMS = [{"id": "c1", "text": "a"}, {"id": "c2", "text": "b"}]
STEP = {"polarity": "supports", "target": "C1", "premises": ["C2"]}


@pytest.mark.parametrize(
    ("sections", "words"),
    [
        ({"claims": {}}, "“claims” must be an array"),
        ({"claims": ["a"]}, "must be an object. (entry 1 of “claims”)"),
        ({"claims": [{"text": "a"}, {}]}, "lacks its “text”. (entry 2 of “claims”)"),
        ({"claims": [{"text": " "}]}, "needs at least one word. (entry 1 of “claims”)"),
        ({"claims": [{"text": 5}]}, "“text” that cannot be read: 5"),
        ({"claims": [{"text": "a", "color": 1}]}, "a field “color” that argmap does not know"),
        (
            {"claims": [{"text": "a", "id": "x"}, {"text": "b", "id": "x"}]},
            "Another entry has the id “x” already. (entry 2",
        ),
        (
            {"claims": [{"text": "a", "id": "x"}], "sources": [{"title": "b", "id": "x"}]},
            "(entry 1 of “sources”, field “id”)",
        ),
        (
            {"claims": [{"text": "a", "number": 3}, {"text": "b", "number": 3}]},
            "the number 3 already. (entry 2 of “claims”",
        ),
        ({"claims": [{"text": "a", "number": True}]}, "cannot be read: True"),
        ({"claims": [{"text": "a", "number": 10**12}]}, "numbers go up to 999,999,999"),
        ({"claims": [{"text": "a", "id": 7}]}, "An id must be a text."),
        ({"claims": [{"text": "a", "id": ""}]}, "entry 1 of “claims”"),
        ({"claims": [{"text": "a", "credence": 2}]}, "A credence must be a number from 0 to 1, not 2"),
        ({"claims": [{"text": "a\0b"}]}, "NUL"),
        ({"claims": [{"text": "\ud800"}]}, "surrogate"),
        ({"claims": [{"text": "x" * 10_001}]}, "10,001 characters long"),
        (
            {"claims": CLAIMS, "inferences": [{**STEP, "premises": ["C9"]}]},
            "no claim “C9” in this file. (entry 1 of “inferences”, field “premises”)",
        ),
        ({"claims": CLAIMS, "inferences": [{**STEP, "premises": ["R1"]}]}, "no claim “R1”"),
        ({"claims": CLAIMS, "inferences": [{**STEP, "premises": [3]}]}, "not 3"),
        ({"claims": CLAIMS, "inferences": [{**STEP, "premises": []}]}, "at least one premise"),
        ({"claims": CLAIMS, "inferences": [{**STEP, "premises": ["C2", "c2"]}]}, "already a premise"),
        ({"claims": CLAIMS, "inferences": [{**STEP, "target": []}]}, "not []"),
        ({"claims": CLAIMS, "inferences": [{**STEP, "target": {}}]}, 'must be a label, an id or {"claim": …}'),
        ({"claims": CLAIMS, "inferences": [{**STEP, "target": {"inference": "c1"}}]}, "no inference “c1”"),
        ({"claims": CLAIMS, "inferences": [{**STEP, "target": "S1"}]}, "no claim or inference “S1”"),
        ({"claims": CLAIMS, "inferences": [{**STEP, "target": "R1"}]}, "cannot bear on itself"),
        ({"claims": CLAIMS, "inferences": [{**STEP, "polarity": "likes"}]}, "“polarity” that cannot be read: 'likes'"),
        ({"claims": CLAIMS, "conflicts": [{"claims": ["C1"]}]}, "entry 1 of “conflicts”"),
        ({"claims": CLAIMS, "conflicts": [{"claims": ["C1", "C1"]}]}, "in conflict with itself"),
        ({"claims": CLAIMS, "citations": [{"claim": "C1", "source": "S1"}]}, "no source “S1”"),
        (
            {"claims": CLAIMS, "comments": [{"about": {"source": "S1"}, "text": "a"}]},
            "entry 1 of “comments”, field “about”",
        ),
        ({"aliases": [{"survivor": "C1", "number": 1, "text": "a"}]}, "no claim “C1”"),
        ({"dependences": [{"passages": [{"paragraph": "1"}, {"paragraph": "2"}]}]}, "A passage has a “source”"),
        ({"map": {"titel": "x"}}, "(field “map”)"),
        ({"map": []}, "must be an object"),
        ({"claimz": []}, "argmap does not know “claimz”"),
        ({"version": 2}, "A newer argmap wrote version 2"),
        ({"version": True}, "“version” must be 1"),
        ({"highest": {"claims": -1}}, "“highest” must be"),
    ],
    ids=itertools.count(),
)
def test_what_is_wrong_is_named_with_its_place(sections: dict[str, Any], words: str) -> None:
    """One sentence says what is wrong and in which entry; nothing is imported."""
    assert words in refused(**sections)


HEAD = '{"format": "argmap-json", "claims": [{"text": "a"}, {"text": "b", '


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        ('"credence": NaN}]}', "NaN is no number that a map can hold (entry 2 of “claims”, field “credence”)"),
        ('"credence": -Infinity}]}', "-Infinity is no number"),
        ('"credence": 1e999}]}', "1e999 is no number"),
        (f'"number": {"9" * 5000}}}]}}', "99999999999999999… is no number"),
        ('"extras": {"deep": [NaN]}}]}', "(entry 2 of “claims”, field “extras.deep.0”)"),
        ('"text": "c"}]}', "The key “text” stands twice in one object (entry 2 of “claims”)"),
        (
            '"extras": {"a": 1, "a": 2}}]}',
            "The key “a” stands twice in one object (entry 2 of “claims”, field “extras”)",
        ),
        (f'"extras": {"[" * 100_000}{"]" * 100_000}}}]}}', "nested too deeply"),
        (f'"extras": {{"a": {"[" * 200}{"]" * 200}}}}}]}}', "nested too deeply. (entry 2 of “claims”, field “extras”)"),
        (f'"target": {"[" * 500}{"]" * 500}}}]}}', "nested too deeply"),
        ('"note": "', "line 1: This is not valid JSON"),
        ("\n\n?", "line 3: This is not valid JSON"),
    ],
    ids=itertools.count(),
)
def test_json_that_no_map_can_hold_is_refused(rest: str, words: str) -> None:
    """NaN, numbers out of range, doubled keys, bottomless nesting and broken syntax give one sentence."""
    with pytest.raises(FormatError) as caught:
        formats.read((HEAD + rest).encode(), "x.json")
    assert words in str(caught.value)
    assert len(str(caught.value)) < 300


def test_an_outermost_array_is_refused() -> None:
    """A list is no map, even when the format is named."""
    with pytest.raises(FormatError, match="is one object"):
        formats.read(b"[]", "x.json", "json")
    with pytest.raises(FormatError, match="“format” must be"):
        formats.read(b'{"format": "aif"}', "x.json", "json")


def test_options_of_other_formats_are_refused() -> None:
    """Bullets without signs are nothing JSON knows."""
    with pytest.raises(UnfitError, match="“bare” means nothing"):
        formats.read(b'{"format": "argmap-json"}', "x.json", bare="supports")


def test_a_long_chain_and_a_circle_come_back() -> None:
    """Five thousand claims in a row, the last supporting the first."""
    claims = [Claim(id=ClaimId(f"c{n}"), number=n, text="x") for n in range(1, 5_001)]
    steps = [
        Inference(number=n, polarity=Polarity.SUPPORTS, target=claims[n - 1].id, premises=(claims[n % 5_000].id,))
        for n in range(1, 5_001)
    ]
    map_ = ArgumentMap([About(id=MapId("m")), *claims, *steps])
    assert formats.read(formats.write(map_, "json").content).map() == map_


def test_a_map_that_says_nothing_of_itself_comes_back() -> None:
    """Without a title the map still is one; it gets an id when it is read."""
    map_ = ArgumentMap([Source(id=SourceId("s"), number=1, title="One")])
    back = formats.read(formats.write(map_, "json").content).map()
    assert back.sources == map_.sources
    assert any(isinstance(entity, About) for entity in back.entities())
