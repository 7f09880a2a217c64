"""A map becomes an outline or a mind map, and that a map: nothing is lost on the way there and back."""

from __future__ import annotations

import pytest
from hypothesis import given

from argmap import formats
from argmap.model import About, ArgumentMap, Citation, Claim, Source
from tests.formats.arguments import arguments, cleaned
from tests.strategies import maps

NAMES = pytest.mark.parametrize("name", ["opml", "freeplane"])


@NAMES
@given(map_=maps())
def test_any_map_goes_out_and_comes_back_whole(name: str, map_: ArgumentMap) -> None:
    map_ = cleaned(map_)
    written = formats.write(map_, name)
    back = formats.read(written.content, "x")
    assert back.report.format_name == name
    assert back.map() == map_
    assert back.map().highest_numbers() == map_.highest_numbers()
    assert written.report.is_lossless
    assert back.report.is_lossless


@NAMES
@given(map_=arguments())
def test_any_argument_goes_out_and_comes_back_whole(name: str, map_: ArgumentMap) -> None:
    map_ = cleaned(map_)
    assert formats.read(formats.write(map_, name).content, "x").map() == map_


@pytest.mark.parametrize("url", ["", "https://example.org", "notes.txt"])
def test_a_link_of_a_node_that_is_no_address_stays_with_it_beside_its_source(url: str) -> None:
    """It leads to another node, or to a file beside the map; a source has its own."""
    claim = Claim(number=1, text="a", extras='{"freeplane":{"fields":{"LINK":"#ID_5"}}}', position="a0")
    source = Source(number=1, title="s", url=url)
    map_ = ArgumentMap([About(title="t"), claim, source, Citation(claim=claim.id, source=source.id)])
    written = formats.write(map_, "freeplane").content
    assert formats.read(written, "x").map() == map_
    assert (b'LINK="#ID_5"' in written) == (not url)
