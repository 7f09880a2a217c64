"""The Markdown outline as argmap writes it: the argument comes back, and what is left out is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from argmap import formats
from argmap.model import About, ArgumentMap, Claim, MapId
from tests.conftest import a_claim, an_inference
from tests.formats.arguments import TRAPS, arguments, shape
from tests.strategies import maps

if TYPE_CHECKING:
    from collections.abc import Mapping


def outline(map_: ArgumentMap) -> str:
    return formats.write(map_, "markdown").content.decode()


def losses(report: formats.Report) -> Mapping[str, int]:
    return {finding.code: finding.count for finding in report.losses}


def test_the_outline_of_a_small_map(small_map: ArgumentMap) -> None:
    """Positions are headings, signs say what bears how, what bears on a step stands first under its last premise."""
    assert outline(small_map) == (
        "Title: Troops\n\nQuestion: Should the troops stay?\n\n"
        "# Claim 1 [C1]\n\n"
        "- (+) Claim 3 [C3]\n"
        "- (&) Claim 4 [C4]\n"
        "  - (x) Claim 7 [C7]\n"
        "    - (x) Claim 8 [C8]\n"
        "- (-) Claim 5 [C5]\n"
        "  - (^) Claim 9 [C9]\n"
        "  - (-) Claim 6 [C6]\n\n"
        "# Claim 2 [C2]\n\n"
        "- (-) Claim 3 [see C3]\n\n"
        "## Unplaced\n\n"
        "- (*) Claim 10 [C10]\n"
    )


@given(arguments())
def test_the_argument_comes_back(map_: ArgumentMap) -> None:
    """Title, question, claims with their numbers, positions in order, and every inference with its place."""
    exported = formats.write(map_, "markdown")
    imported = formats.read(exported.content, "map.md")
    circles = [
        str(place) for finding in exported.report.losses if finding.code == "circles" for place in finding.places
    ]
    assert shape(imported.map()) == shape(map_, without=circles)
    assert imported.report.is_lossless, imported.report.sentences
    assert losses(exported.report).keys() <= {"circles"}


@given(arguments())
def test_the_outline_of_what_was_read_is_the_same(map_: ArgumentMap) -> None:
    """Writing, reading and writing again changes no byte."""
    first = outline(map_)
    assert outline(formats.read(first.encode(), "map.md").map()) == first


@given(maps())
def test_what_has_no_place_is_counted(map_: ArgumentMap) -> None:
    """The report names each kind of thing an outline has no words for with its count, and nothing else."""
    found = losses(formats.write(map_, "markdown").report)
    claims, steps = map_.claims.values(), map_.inferences.values()
    expected = {
        "notes": sum(bool(claim.note) for claim in claims),
        "credences": sum(claim.credence is not None for claim in claims),
        "implicit": sum(claim.implicit for claim in claims),
        "dates": sum(bool(claim.as_of) for claim in claims),
        "tags": sum(bool(claim.tags) for claim in claims),
        "warrants": sum(bool(step.warrant) for step in steps),
        "schemes": sum(bool(step.scheme) for step in steps),
        "relevances": sum(step.relevance is not None for step in steps),
        "conflicts": len(map_.conflicts),
        "sources": len(map_.sources),
        "citations": len(map_.citations),
        "dependences": len(map_.dependences),
        "comments": len(map_.comments),
        "aliases": len(map_.aliases),
        "distincts": len(map_.distincts),
        "terms": len(map_.terms),
        "extras": sum(bool(entity.extras) for entity in map_.entities()),
        "settings": sum(bool(text) for text in (map_.about.description, map_.about.language, map_.about.numbering)),
    }
    assert {code: count for code, count in found.items() if code not in {"circles", "controls"}} == {
        code: count for code, count in expected.items() if count
    }


def test_a_loss_says_how_many_and_where(small_map: ArgumentMap) -> None:
    """The sentence is for people, the plain form for programs."""
    noted = [Claim(id=claim.id, number=claim.number, text=claim.text, note="!") for claim in small_map.claims.values()]
    report = formats.write(ArgumentMap([small_map.about, *noted, *small_map.inferences.values()]), "markdown").report
    (loss,) = report.losses
    assert loss.sentence == "10 notes have no place in an outline (C1, C2, C3, C4, C5 and 5 more)"
    assert report.to_plain()["losses"][0]["places"][:2] == [{"label": "C1"}, {"label": "C2"}]


@pytest.mark.parametrize("text", TRAPS)
def test_every_trap_survives_in_every_place(text: str) -> None:
    """Title, question, position, reason, undercut and unplaced claim may say anything, on one line of the file."""
    claims = [a_claim(1, text, position="a0"), *(a_claim(number, text) for number in (2, 3, 4))]
    map_ = ArgumentMap(
        [About(id=MapId("m"), title=text, question=text), *claims, an_inference(1, "c1", 2), an_inference(2, "r1", 3)]
    )
    written = outline(map_)
    assert shape(formats.read(written.encode(), "t.md").map()) == shape(map_)
    assert len([line for line in written.split("\n") if line]) == 7


def test_plain_prose_needs_no_escapes() -> None:
    """What people usually write stands in the outline as they wrote it."""
    text = "“Stay” costs 5 % of GDP (see [2]); it’s 3 < 4, a_b, 2 * 3 & more — R&D, #1!"
    assert f"# {text} [C1]" in outline(ArgumentMap([a_claim(1, text, position="a0")]))


def test_a_position_used_elsewhere_keeps_both_places() -> None:
    """A position that is also a premise is shown in full at its own place and stays a position."""
    map_ = ArgumentMap(
        [a_claim(1, position="a0"), a_claim(2, position="a1"), an_inference(1, "c1", 2), an_inference(2, "c2", 1)]
    )
    assert "- (+) Claim 2 [see C2]" in outline(map_)
    assert "# Claim 2 [C2]" in outline(map_)
    assert shape(formats.read(outline(map_).encode(), "t.md").map()) == shape(map_)


def test_steps_that_attack_one_another_are_told() -> None:
    """Two undercuts of one another hang under nothing, so an outline cannot hold them; their claims stay."""
    steps = [an_inference(1, "r2", 1), an_inference(2, "r1", 2)]
    exported = formats.write(ArgumentMap([a_claim(1), a_claim(2), *steps]), "markdown")
    assert losses(exported.report) == {"circles": 2}
    assert exported.content.decode().count("- (*)") == 2


def test_the_order_of_inference_numbers_is_told(small_map: ArgumentMap) -> None:
    """Inferences have no numbers in an outline, and get those of its order when it is read."""
    (note,) = formats.write(small_map, "markdown").report.notes
    assert note.code == "inference-numbers"


def test_an_empty_map_has_an_outline() -> None:
    """A map without claims and words is written and read."""
    assert shape(formats.read(formats.write(ArgumentMap(), "markdown").content, "e.md").map()) == shape(ArgumentMap())


def test_a_deep_chain_and_a_circle_come_back() -> None:
    """Two thousand levels, the last claim supporting the first."""
    count = 2_000
    claims = [a_claim(number, position="a0" if number == 1 else None) for number in range(1, count + 1)]
    steps = [an_inference(number, f"c{number}", number % count + 1, opposes=True) for number in range(1, count + 1)]
    map_ = ArgumentMap([*claims, *steps])
    back = formats.read(outline(map_).encode(), "deep.md").map()
    assert shape(back)[2:] == shape(map_)[2:]
