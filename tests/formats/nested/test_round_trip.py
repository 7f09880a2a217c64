"""A map becomes an outline or a mind map, and that a map: nothing is lost on the way there and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from argmap import formats
from tests.formats.arguments import arguments, cleaned
from tests.strategies import maps

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

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
