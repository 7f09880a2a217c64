"""The pages on the formats say what the formats do: their examples are read, their tables are complete."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from argmap import formats
from argmap.errors import FormatError
from argmap.formats.json_map import SECTIONS
from argmap.model import About

PAGES = Path(__file__).parents[2] / "docs" / "reference"
JSON = (PAGES / "json-format.md").read_text(encoding="utf-8")
MARKDOWN = (PAGES / "markdown-outline.md").read_text(encoding="utf-8")


def examples(page: str, language: str) -> list[str]:
    """Return the fenced blocks of a page in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


def test_the_json_example_is_the_argument_the_page_describes() -> None:
    """R1 is a joint reason, R2 an objection, R3 undercuts it; the citation and the comment stand."""
    (example,) = examples(JSON, "json")
    imported = formats.read(example.encode(), "troops.json")
    map_ = imported.map()
    assert imported.report.is_lossless
    steps = sorted(map_.inferences.values(), key=lambda step: step.number)
    assert [(step.kind, len(step.premises)) for step in steps] == [("reason", 2), ("objection", 1), ("undercut", 1)]
    assert steps[2].target == steps[1].id
    assert len(map_.citations) == len(map_.comments) == len(map_.positions()) == 1


def test_the_json_refusal_on_the_page_is_the_one_given() -> None:
    """The sentence shown is what a wrong reference gives."""
    (example,) = examples(JSON, "json")
    (refusal,) = examples(JSON, "text")
    with pytest.raises(FormatError) as caught:
        formats.read(example.replace('["C5"]', '["C9"]').encode(), "troops.json")
    assert str(caught.value) == refusal.strip()


def test_the_json_page_names_every_section_and_field() -> None:
    """A field added to the model is missing on the page until somebody describes it."""
    rows = {title: line for line in JSON.split("\n") for title in SECTIONS if line.startswith(f"| `{title}` |")}
    assert rows.keys() == SECTIONS.keys()
    for title, kind in SECTIONS.items():
        assert [field.name for field in fields(kind) if f"`{field.name}`" not in rows[title]] == []
    assert [field.name for field in fields(About) if f"`{field.name}`" not in JSON] == []


@pytest.mark.parametrize("example", examples(MARKDOWN, "markdown"), ids=range(3))
def test_the_outlines_on_the_page_are_read_without_loss(example: str) -> None:
    """Nothing in them is doubtful."""
    report = formats.read(example.encode(), "page.md").report
    assert (report.losses, report.notes) == ((), ())


def test_the_first_outline_is_just_what_argmap_writes() -> None:
    """Reading and writing it gives the same text."""
    first = examples(MARKDOWN, "markdown")[0]
    assert formats.write(formats.read(first.encode(), "page.md").map(), "markdown").content.decode() == first


def test_both_undercuts_of_the_page_attack_the_same_step() -> None:
    """Under the bullet or behind it, the rule finds the step from a to p."""
    map_ = formats.read(examples(MARKDOWN, "markdown")[1].encode(), "page.md").map()
    (reason,) = (step for step in map_.inferences.values() if step.kind == "reason")
    assert [step.kind for step in map_.bearing_on(reason.id)] == ["undercut", "undercut"]


def test_the_escapes_on_the_page_are_those_argmap_writes() -> None:
    """The claim says it with stars."""
    written = formats.read(examples(MARKDOWN, "markdown")[2].encode(), "page.md").map()
    (claim,) = written.claims.values()
    assert claim.text == "2 * 3 is *not* 5"
