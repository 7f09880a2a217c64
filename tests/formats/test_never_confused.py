"""What one format writes is never taken for another, whatever the claims in it say."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import formats
from argmap.errors import FormatError
from argmap.model import About, ArgumentMap, Claim
from tests.conftest import a_claim, an_inference
from tests.formats.arguments import cleaned
from tests.strategies import maps

WRITTEN = [each.name for each in formats.FORMATS if each.write is not None and each.read is not None]
DIAGRAMS = [each.name for each in formats.FORMATS if each.read is None]
SMALL = ArgumentMap([About(title="t"), a_claim(1, position="a0"), a_claim(2), a_claim(3), an_inference(1, "c1", 2, 3)])
FILES = {name: formats.write(SMALL, name).content.decode() for name in [*WRITTEN, *DIAGRAMS]}


@pytest.mark.parametrize("name", WRITTEN)
@settings(max_examples=12)
@given(map_=maps())
def test_a_format_knows_its_own_files(name: str, map_: ArgumentMap) -> None:
    assert formats.detect(formats.write(cleaned(map_), name).content).name == name


@pytest.mark.parametrize("inside", [*WRITTEN, *DIAGRAMS])
@pytest.mark.parametrize("name", WRITTEN)
def test_a_file_inside_a_claim_is_words(name: str, inside: str) -> None:
    """Its title, its claims and its notes say what a file of another format holds."""
    words = FILES[inside]
    map_ = ArgumentMap([About(title=words, question=words), Claim(number=1, text=words, note=words, position="a0")])
    assert formats.detect(formats.write(map_, name).content).name == name


@pytest.mark.parametrize("name", WRITTEN)
def test_words_and_data_of_another_language_are_words(name: str) -> None:
    """A claim that came from Argdown mentions others as Argdown does, and keeps what Argdown said of it."""
    extras = '{"argdown":{"section":["[A]: a"],"words":"@[A] and @<B>\\n  + [C]"}}'
    claim = Claim(number=1, text="As @[Another] says", extras=extras, position="a0")
    assert formats.detect(formats.write(ArgumentMap([About(title="t"), claim]), name).content).name == name


@pytest.mark.parametrize("name", DIAGRAMS)
@settings(max_examples=12)
@given(map_=maps())
def test_a_diagram_is_taken_for_nothing(name: str, map_: ArgumentMap) -> None:
    with pytest.raises(FormatError, match="Nothing was imported"):
        formats.detect(formats.write(cleaned(map_), name).content)


@given(st.sampled_from(WRITTEN), st.sampled_from(WRITTEN))
def test_a_file_read_as_another_format_is_read_or_refused(name: str, other: str) -> None:
    try:
        formats.read(FILES[name].encode(), "x", other)
    except FormatError as error:
        assert str(error).startswith("x")  # noqa: PT017  # both ends are fine
