"""Bad files of every format there is: a map or a sentence with the file's name, never an exception of another kind."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import formats
from argmap.errors import FormatError
from argmap.formats import FORMATS
from argmap.model import ArgumentMap
from benchmarks.synthetic import entities

READ = [each.name for each in FORMATS if each.read is not None]
BOTH_WAYS = [each.name for each in FORMATS if each.read is not None and each.write is not None]
NAME = "bad.file"

_BOMB = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)
_EXTERNAL = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
_HUGE = "9" * 5_000

BAD: dict[str, bytes] = {
    "nothing": b"",
    "a mark alone": b"\xef\xbb\xbf",
    "zeros": bytes(64),
    "half a character": b"\xff\xfe[",
    "brackets": b"[" * 100_000,
    "objects": b'{"nodes":' * 100_000,
    "closed brackets": b"[" * 50_000 + b"]" * 50_000,
    "elements": b"<opml>" + b"<outline>" * 10_000,  # each is a claim, however empty: more levels only take longer
    "white space": b"\t" * 100_000 + b"a",
    "numbered lines": b"(1) a b c d\n" * 5_000,
    "words between titles": b"[a] b <c> " * 20_000,
    "quotes": b">" * 100_000,
    "headings": b"#" * 100_000 + b" deep\n",
    "deep lines": "".join(f"{' ' * depth}- (+) a{depth}\n" for depth in range(1_000)).encode(),
    "deep tabs": "".join(f"{chr(9) * depth}a{depth}\n" for depth in range(1_000)).encode(),
    "deep YAML": b"statements: " + b"[" * 100_000,
    "YAML aliases": b"a: &a [x, x]\n"
    + b"".join(b"%c: &%c [*%c, *%c]\n" % (98 + n, 98 + n, 97 + n, 97 + n) for n in range(20)),
    "entity bomb in OPML": f'{_BOMB}<opml version="2.0"><body><outline text="&j;"/></body></opml>'.encode(),
    "entity bomb in a mind map": f'{_BOMB}<map version="1.0"><node TEXT="&j;"/></map>'.encode(),
    "foreign file in OPML": f'{_EXTERNAL}<opml version="2.0"><body><outline text="&x;"/></body></opml>'.encode(),
    "NaN": b'{"nodes": [{"nodeID": NaN, "text": Infinity, "type": "I"}], "edges": []}',
    "a huge number": f'{{"nodes": [{{"nodeID": {_HUGE}, "text": "a", "type": "I"}}], "edges": []}}'.encode(),
    "a huge exponent": b'{"nodes": [{"nodeID": 1e999999, "text": "a", "type": "I"}], "edges": []}',
    "a key twice": b'{"nodes": [], "nodes": [], "edges": [], "edges": []}',
    "an id twice": b'{"nodes": [{"nodeID": "1", "text": "a", "type": "I"}, {"nodeID": "1", "text": "b", "type": "I"}],'
    b' "edges": []}',
    "an edge to nowhere": b'{"nodes": [{"nodeID": "1", "text": "a", "type": "I"}],'
    b' "edges": [{"edgeID": 1, "fromID": "1", "toID": "9"}]}',
    "schemes without ends": b'{"nodes": [{"nodeID": "1", "text": "RA", "type": "RA"},'
    b' {"nodeID": "2", "text": "CA", "type": "CA"}], "edges": [{"edgeID": 1, "fromID": "1", "toID": "2"}]}',
    "a circle": b'{"nodes": [{"nodeID": "1", "text": "a", "type": "I"}, {"nodeID": "2", "text": "RA", "type": "RA"}],'
    b' "edges": [{"edgeID": 1, "fromID": "1", "toID": "2"}, {"edgeID": 2, "fromID": "2", "toID": "1"},'
    b' {"edgeID": 3, "fromID": "2", "toID": "2"}]}',
    "wrong kinds": b'{"nodes": {"a": 1}, "edges": "none", "metadata": 3, "resources": null, "sources": [7]}',
    "a list": b'[{"id": 1}, null, "x", [[]]]',
    "a login page": b"<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body>- (+) Log in</body></html>",
    "mixed line ends": b"[A]: a\r\n  + b\n\r  - c\r\r\n",
    "Latin-1": "[Überlegung]: größer\n  + \xfc\n".encode("latin-1"),
    "a circle in Argdown": b"[A]: a\n  + [B]\n\n[B]: b\n  + [A]\n  - [B]\n",
    "Argdown cut in its data": b"===\ntitle: x\n===\n\n[A]: a {note: [1, {b\n  + c",
    "Kialo that skips": b"Discussion Title: T\n\n1. a\n1.9.9.9. Pro: b\n1.1. Con: -> See 7.7.\n1.1. Con: twice\n",
}
"""What files hold that nobody meant; each is tried with every format, as what it is and as what it is not."""

SAMPLE = ArgumentMap(entities(40))
_SAMPLES = {name: formats.write(SAMPLE, name).content for name in BOTH_WAYS}


def read(raw: bytes, name: str | None) -> ArgumentMap | None:
    """Read *raw*; whatever it is, there is a map that is whole, or one sentence."""
    try:
        imported = formats.read(raw, NAME, name)
    except FormatError as error:
        sentence = str(error)
        assert sentence.startswith(NAME)
        assert "\n" not in sentence
        assert len(sentence) < 600
        return None
    assert json.dumps(imported.report.to_plain(), allow_nan=False)
    assert all(imported.report.sentences)
    map_ = imported.map()
    assert formats.read(formats.write(map_, "json").content, NAME, "json").map() == map_
    return map_


@pytest.mark.parametrize("name", [None, *READ])
@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_read_or_refused(case: str, name: str | None) -> None:
    read(BAD[case], name)


@pytest.mark.parametrize("name", BOTH_WAYS)
def test_a_file_that_is_cut_anywhere_is_read_or_refused(name: str) -> None:
    """As it is when a disk was full or a download broke off."""
    whole = _SAMPLES[name]
    for part in range(1, 40):
        read(whole[: len(whole) * part // 40], name)


_IN_JSON = ["arguebuf", "sadface", "argdown-json", "xaif", "aif", "jsoncanvas", "mindmup"]


@pytest.mark.parametrize("name", _IN_JSON)
def test_json_that_breaks_off_is_read_up_to_there(name: str) -> None:
    """More of the file gives more of the claims, and the line where it ends is told."""
    whole, texts = _SAMPLES[name], {claim.text for claim in SAMPLE.claims.values()}
    found = []
    for share in (0.5, 0.7, 0.95):
        cut = whole[: int(len(whole) * share)]
        imported = formats.read(cut, NAME, name)
        assert "what stands before it was read" in imported.report.losses[0].sentence
        there = {claim.text for claim in imported.map().claims.values()}
        assert len(there - texts) <= 2  # the one that the break cuts through, and what is only named so far
        found.append(len(there))
    assert 0 < found[0] <= found[1] <= found[2] <= len(texts)


@pytest.mark.parametrize("rest", ['"nodes": [', '"nodes": [{"nodeID": "1", "text": "a', '"a": 1]}', '"nodes": ]'])
def test_json_that_says_nothing_before_it_breaks_is_refused(rest: str) -> None:
    with pytest.raises(FormatError, match=r"bad\.file, line 1: This is not valid JSON"):
        formats.read(f"{{{rest}".encode(), NAME, "aif")


@pytest.mark.parametrize("name", ["aif", "arguebuf", "mindmup", "jsoncanvas"])
@pytest.mark.parametrize("rest", ["\n}}", "\n<!-- saved from here -->", '{"a": []}'])
def test_what_stands_behind_whole_json_is_told_and_left_out(name: str, rest: str) -> None:
    found = formats.read(_SAMPLES[name] + rest.encode(), NAME)
    assert found.report.format_name == name
    assert len(found.map().claims) == len(SAMPLE.claims)
    (loss,) = found.report.losses
    assert loss.words == "The JSON breaks off or is broken here (Extra data); what stands before it was read"


@pytest.mark.parametrize("name", ["argdown", "kialo", "aif", "csv", "markdown", "opml"])
@pytest.mark.parametrize("padding", [b"\0" * 7, b"\x1a"])
def test_what_disks_put_behind_a_file_is_no_part_of_it(name: str, padding: bytes) -> None:
    found, plain = formats.read(_SAMPLES[name] + padding, NAME), formats.read(_SAMPLES[name], NAME)
    assert [claim.text for claim in found.map().claims.values()] == [c.text for c in plain.map().claims.values()]
    assert found.report.losses == plain.report.losses
    assert next(note.count for note in found.report.notes if note.code == "padding") == len(padding)


def test_argmap_s_own_json_is_whole_or_refused() -> None:
    with pytest.raises(FormatError, match="This is not valid JSON"):
        formats.read(_SAMPLES["json"][:-20], NAME)


@pytest.mark.parametrize("name", BOTH_WAYS)
def test_a_file_in_any_encoding_says_the_same(name: str) -> None:
    """UTF-16 with and without a mark, a mark before UTF-8, and line ends of two kinds."""
    text = _SAMPLES[name].decode()
    expected = sorted(claim.text for claim in formats.read(text.encode(), NAME, name).map().claims.values())
    lines = text.replace("\r\n", "\n").split("\n")
    mixed = "".join(line + ("\n", "\r\n")[place % 2] for place, line in enumerate(lines))
    for raw in (text.encode("utf-16"), text.encode("utf-8-sig"), text.encode("utf-16-le"), mixed.encode()):
        found = read(raw, name)
        assert found is not None
        assert sorted(claim.text for claim in found.claims.values()) == expected


@pytest.mark.parametrize("name", BOTH_WAYS)
def test_a_file_twice_in_one_is_read_or_refused(name: str) -> None:
    """Every id and every title is there twice then."""
    read(_SAMPLES[name] * 2, name)
    read(_SAMPLES[name] + b"\n\n" + _SAMPLES[name], name)


@pytest.mark.parametrize("name", BOTH_WAYS)
@settings(max_examples=40)
@given(st.data())
def test_a_value_of_a_wrong_kind_is_read_or_refused(name: str, data: st.DataObject) -> None:
    """In a format made of JSON any value becomes another; in any other, some bytes do."""
    raw = _SAMPLES[name]
    try:
        value = json.loads(raw)
    except ValueError:
        place = data.draw(st.integers(0, len(raw)))
        read(
            raw[:place] + data.draw(st.binary(min_size=1, max_size=6)) + raw[place + data.draw(st.integers(0, 40)) :],
            name,
        )
        return
    _put(value, data)
    read(json.dumps(value).encode(), name)


_STRANGE: list[Any] = [
    None,
    True,
    -1,
    0,
    1.5,
    10**30,
    "",
    "x",
    "C1",
    "\0",
    "\ud800",
    [],
    {},
    [[]],
    [None],
    {"": 1},
    "a" * 20_000,
]


def _put(value: Any, data: st.DataObject) -> None:
    """Put something strange somewhere into *value*, or take something out."""
    while True:
        key = data.draw(st.sampled_from(list(value) if isinstance(value, dict) else list(range(len(value)))))
        if not (isinstance(value[key], dict | list) and value[key] and data.draw(st.booleans())):
            break
        value = value[key]
    if data.draw(st.booleans()):
        del value[key]
    else:
        value[key] = data.draw(st.sampled_from(_STRANGE))
