"""Hostile argument graphs, whichever the format: a map or a sentence, and no kind of file is taken for another."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from argmap import formats
from argmap.errors import ArgmapError, FormatError
from argmap.model import ArgumentMap, Claim, ClaimId, Inference, InferenceId, Polarity
from tests.formats.arguments import arguments, cleaned
from tests.formats.graph_files import CARNEADES, KINDS, with_each_place_replaced

NAMES = ("arguebuf", "sadface", "argdown-json", "carneades")
EVERY = tuple(each.name for each in formats.FORMATS if each.write is not None and each.read is not None)
BROKEN = (
    b"", b" ", b"\xef\xbb\xbf", b"{", b"{}", b"[]", b"null", b"7", b'"text"', b"\x00\x01", b"\xff\xfe{\x00",
    b'{"nodes": NaN}', b'{"nodes": {}, "nodes": []}', b'{"nodes": 1e999}', b'{"nodes": ' + b"9" * 5_000 + b"}",
    b'{"nodes":' * 100_000, b"[" * 100_000, b"<!DOCTYPE html><html><body>Log in</body></html>", b"statements:\n\t- x\n",
    b'{"nodes": "' + rb'\"' * 150_000, b'{"' * 100_000, b"statements: 7\narguments: []\n", b"\xe9t\xe9: \xe0\n",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("raw", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_file_gives_a_map_or_a_sentence(raw: bytes, name: str) -> None:
    for wanted in (name, None):
        try:
            formats.read(raw, "any", wanted)
        except FormatError as error:
            assert str(error).startswith("any")  # noqa: PT017  # most of these files are refused, some are read


@pytest.mark.parametrize("name", [*KINDS, "carneades"])
def test_whatever_stands_anywhere_in_a_file_is_read_or_told(name: str) -> None:
    """Each place of a good file holds one hostile value after the other; what comes of it can be written and read."""
    plain: Any = KINDS.get(name) or yaml.safe_load(CARNEADES)
    for where, changed in with_each_place_replaced(plain, 7):
        raw = json.dumps(changed).encode()
        try:
            found = formats.read(raw, "any", name)
        except FormatError as error:
            assert str(error).startswith("any"), where  # noqa: PT017  # as above
            continue
        assert isinstance(found.map(), ArgumentMap), where
        json.dumps(found.report.to_plain())


@pytest.mark.parametrize("name", [*KINDS, "carneades"])
def test_a_hostile_file_that_was_read_can_be_written_and_read_again(name: str) -> None:
    plain: Any = KINDS.get(name) or yaml.safe_load(CARNEADES)
    for where, changed in with_each_place_replaced(plain, 17):
        try:
            found = formats.read(json.dumps(changed).encode(), "any", name)
        except ArgmapError:
            continue
        back = formats.read(formats.write(found.map(), name).content, "any", name).map()
        if found.report.is_lossless:
            assert back == found.map(), where


@given(arguments(), st.sampled_from(EVERY))
def test_what_a_format_writes_is_found_to_be_that_format(map_: ArgumentMap, name: str) -> None:
    """Whatever the claims say: no format takes a file of another for its own."""
    if not map_.claims:
        return
    found = formats.detect(formats.write(cleaned(map_), name).content, "any").name
    assert found.removesuffix("2") == name.removesuffix("2")


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("other", EVERY)
def test_a_format_is_not_confused_by_words_of_another(name: str, other: str) -> None:
    """A map goes out with the whole of another format's file as the words of a claim, and its keys as titles."""
    text = formats.write(ArgumentMap([Claim(number=1, text="inner", position="a0")]), other).content.decode()
    map_ = ArgumentMap([Claim(number=1, text=text[:9_000], position="a0"), Claim(number=2, text="argmap-json")])
    found = formats.detect(formats.write(map_, name).content, "any").name
    assert found.removesuffix("2") == name.removesuffix("2")


@pytest.mark.parametrize("name", NAMES)
def test_the_empty_map_goes_out_and_comes_back(name: str) -> None:
    content = formats.write(ArgumentMap(), name).content
    assert formats.detect(content, "any").name == name
    assert not formats.read(content, "any").map().claims


@pytest.mark.parametrize("name", NAMES)
def test_circles_self_support_and_depth_come_back(name: str) -> None:
    depth = 1_500
    claims = [Claim(id=ClaimId(f"c{at}"), number=at + 1, text=f"Claim {at}") for at in range(depth)]
    steps = [
        Inference(
            id=InferenceId(f"r{at}"),
            number=at + 1,
            polarity=Polarity.SUPPORTS if at % 2 else Polarity.OPPOSES,
            target=claims[at].id,
            premises=(claims[(at + 1) % depth].id,),
        )
        for at in range(depth)
    ]
    map_ = ArgumentMap([*claims, *steps])
    back = formats.read(formats.write(map_, name).content, "any")
    assert back.report.format_name == name
    assert set(back.map().inferences.values()) == set(map_.inferences.values())


@pytest.mark.parametrize("name", NAMES)
def test_a_file_in_another_encoding_is_read(name: str) -> None:
    text = formats.write(ArgumentMap([Claim(number=1, text="Größe zählt", position="a0")]), name).content.decode()
    for encoding in ("utf-16", "utf-8-sig", "cp1252"):
        map_ = formats.read(text.replace("\n", "\r\n").encode(encoding), "any").map()
        assert [claim.text for claim in map_.claims.values()] == ["Größe zählt"]
