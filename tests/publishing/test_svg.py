"""SVG: well-formed whatever the texts say, plain text and shapes, every claim in it, nothing that runs or loads."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.display import printable
from argmap.model import ArgumentMap, Citation, Claim, Source
from argmap.publishing.palettes import PALETTES
from argmap.publishing.svg import write_svg
from tests.conftest import a_claim, an_inference
from tests.drawings.scenes import LAYOUTS, any_maps, chosen, scene_of

if TYPE_CHECKING:
    from argmap.drawings import Layout

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>alert(1)</script> ]]> & \" ' \x00\x1b[31m \u202egnp \ud800 \uffff &lt; {0} %s"


def _squeezed(text: str) -> str:
    return "".join(text.split())


@given(any_maps(), st.sampled_from(LAYOUTS))
def test_it_is_well_formed_and_holds_every_claim(map_: ArgumentMap, layout: Layout) -> None:
    scene = scene_of(map_, layout)
    svg = ET.fromstring(write_svg(scene))
    groups: dict[str, list[str]] = {}
    for group in svg.iter(f"{SVG}g"):
        if "data-claim" in group.attrib:
            lines = ["".join(text.itertext()) for text in group.findall(f"{SVG}text")]
            groups.setdefault(group.attrib["data-claim"], []).append(_squeezed(" ".join(lines)))
    assert sum(map(len, groups.values())) == len(scene.cards)
    for claim in chosen(map_).claims:
        assert any(text.startswith(_squeezed(printable(claim.text))) for text in groups[claim.label])


@given(any_maps())
def test_it_holds_plain_shapes_and_text_alone(map_: ArgumentMap) -> None:
    text = write_svg(scene_of(map_))
    svg = ET.fromstring(text)
    plain = {"svg", "title", "desc", "g", "rect", "circle", "path", "text", "tspan", "a"}
    assert {element.tag.removeprefix(SVG) for element in svg.iter()} <= plain
    assert not any(name.startswith("on") or name == "style" for element in svg.iter() for name in element.attrib)
    assert svg.attrib["viewBox"] == f"0 0 {svg.attrib['width']} {svg.attrib['height']}"
    assert float(svg.attrib["width"]) > 0


def test_it_says_what_it_is(small_map: ArgumentMap) -> None:
    svg = ET.fromstring(write_svg(scene_of(small_map)))
    title, words = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
    assert title is not None
    assert words is not None
    assert (title.text, words.text) == ("Should the troops stay?", "An argument map of 10 claims.")
    assert svg.attrib["aria-labelledby"].split() == [title.attrib["id"], words.attrib["id"]]


def test_a_hostile_text_is_text() -> None:
    map_ = ArgumentMap([Claim(number=1, text=HOSTILE.replace("\x00", "").replace("\ud800", ""), position="a0")])
    svg = ET.fromstring(write_svg(scene_of(map_)))
    said = _squeezed("".join(svg.itertext()))
    assert "<script>alert(1)</script>" in said
    assert not set("\x1b\u202e\uffff") & set(said)


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/a?b=1&c=2", True),
        ("mailto:a@example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
    ],
)
def test_only_web_and_mail_addresses_become_links(url: str, linked: object) -> None:
    claim, source = (
        Claim(number=1, text="Said", position="a0"),
        Source(number=1, title="Title", author="Coughlin", url=url),
    )
    map_ = ArgumentMap([claim, source, Citation(claim=claim.id, source=source.id)])
    svg = ET.fromstring(write_svg(scene_of(map_)))
    assert [each.attrib["href"] for each in svg.iter(f"{SVG}a")] == ([url] if linked else [])
    assert "C1 · Coughlin" in "".join(svg.itertext())


def test_signs_say_without_colour_what_a_step_does(small_map: ArgumentMap) -> None:
    """In grey the two sides have one colour, and still differ in shape and stripe."""
    grey = write_svg(scene_of(small_map), PALETTES["grey"])
    assert grey.count("<circle") == 3
    assert 'stroke-dasharray="0.1 6"' in grey
    assert PALETTES["grey"].support == PALETTES["grey"].oppose


def test_text_from_the_right_starts_at_the_right() -> None:
    map_ = ArgumentMap([a_claim(1, "الانسحاب", position="a0")])
    scene = scene_of(map_)
    (words,) = scene.cards[0].words
    assert words.from_right
    assert words.x > scene.cards[0].box.middle[0]
    assert 'direction="rtl"' in write_svg(scene)


def test_equal_maps_give_equal_bytes(small_map: ArgumentMap) -> None:
    again = ArgumentMap(reversed(list(small_map.entities())))
    assert write_svg(scene_of(small_map)) == write_svg(scene_of(again))


def test_the_more_a_reason_matters_the_thicker_its_edge() -> None:
    from dataclasses import replace

    steps = [replace(an_inference(number, "c1", number + 1), relevance=share) for number, share in ((1, 0.2), (2, 1.0))]
    weak, strong = scene_of(ArgumentMap([a_claim(1, position="a0"), a_claim(2), a_claim(3), *steps])).edges
    assert weak.width < strong.width


@pytest.mark.parametrize(
    "text", ["W" * 60, "THE UNITED STATES AND MAMMOTH MMMMMM", "m" * 50, "ВСЕ ВОЙСКА УХОДЯТ ИЗ ИРАКА"]
)
def test_lines_of_capitals_are_as_long_in_every_font(text: str) -> None:
    """The capitals of the fonts that stand in for ours are up to a quarter wider, and would leave the card."""
    scene = scene_of(ArgumentMap([a_claim(1, text, position="a0")]))
    svg = ET.fromstring(write_svg(scene))
    (card,) = scene.cards
    lines = [line for line in svg.iter() if line.text and line.text in {words.text for words in card.words}]
    assert len(lines) == len(card.words)
    assert all(0 < float(line.attrib["textLength"]) < card.box.width for line in lines if len(line.text or "") > 12)


def test_usual_lines_are_left_to_their_font(small_map: ArgumentMap) -> None:
    assert "textLength" not in write_svg(scene_of(small_map))
