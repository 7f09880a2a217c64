"""Briefs: one page, both sides, what is weak, and what was left out."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import docx
import pypdf
import pytest
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Length

from argmap.drawings.measuring import Weight
from argmap.drawings.wrapping import wrap_text
from argmap.model import About, ArgumentMap, Source, SourceId
from argmap.model.roles import is_unsourced
from argmap.outlines import Selection, selected
from argmap.outlines.arguments import said_against
from argmap.outlines.brief import RICHNESS, UNPAGED, Brief, brief
from argmap.outlines.brief_lines import brief_paper
from argmap.publishing import format_of, publish
from argmap.publishing.briefs import fitted, publish_briefs
from argmap.publishing.printouts import Wishes, printed
from argmap.publishing.word_briefs import fits
from benchmarks.synthetic import entities
from tests.conftest import a_claim, an_inference
from tests.publishing.conftest import a_citation, read_back, squeezed
from tests.publishing.test_every_format import a_hostile_map
from tests.publishing.test_pictures import letters_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document
    from docx.table import _Cell

    from argmap.model import Claim, EntityId
    from argmap.outlines.brief import Richness


def makers(map_: ArgumentMap, *, steelman: bool = False) -> list[Callable[[Richness], Brief]]:
    """What makes the brief of each position."""
    return [partial(brief, map_, part, steelman=steelman) for part in selected(map_, Selection()).parts]


def pages(map_: ArgumentMap) -> list[str]:
    """The text of each page of a map's briefs."""
    content = publish_briefs(makers(map_), format_of("pdf"), width=80).content
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def test_a_brief_tells_both_sides(debate: ArgumentMap) -> None:
    paper = brief_paper([makers(debate)[0](RICHNESS[0])])
    assert publish(paper, format_of("text")).content.decode() == (
        """\
Should we tax carbon?
=====================

We should tax carbon [C1]
=========================

+ For
-----
1. + A price cuts emissions [C3] and: Emissions must fall [C4] (Doe 2020, ¶4)
  + because: Few firms can move [C8]
  - They say: That does not follow: Cuts elsewhere cancel them [C7]
    NO ANSWER in the map yet.

- Against
---------
1. - Poor households pay most [C5] (The Paper 2021, 9; Doe 2020)
  - We answer: The revenue can be paid back [C6]
    - They say: Paying back costs more than it brings [C9]

Weak spots
----------
Claims without a source: C4, C6, C7, C8, C9.

Attacks without an answer: C7.

Sources: Doe, Jane. 2020. “Prices and Smoke.” January 13. · The Paper. 2021.
“Who pays?” The Press. https://example.org/pays
"""
    )


def test_a_steelman_is_the_case_of_one_side(debate: ArgumentMap) -> None:
    made = makers(debate, steelman=True)[0](RICHNESS[0])
    assert [column.sign for column in made.columns] == ["+"]
    assert [main.said.text for column in made.columns for main in column.mains] == [
        "A price cuts emissions [C3] and: Emissions must fall [C4]"
    ]
    assert made.left_out == "3 claims of 8 left out."


def test_a_case_that_goes_on_in_a_second_column_is_counted_on() -> None:
    claims = [a_claim(1, "Yes", "a0"), *(a_claim(number) for number in range(2, 7))]
    map_ = ArgumentMap([*claims, *(an_inference(number, "c1", number) for number in range(2, 7))])
    made = makers(map_, steelman=True)
    for name in ("text", "docx"):
        content = publish_briefs(made, format_of(name), width=80).content
        if name == "docx":
            body = docx.Document(io.BytesIO(content)).element.body
            content = "\n".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))).encode()
        assert re.findall(r"(?m)^(\d)\. ", content.decode()) == ["1", "2", "3", "4", "5"]


def test_reasons_that_rivals_share_are_told_once() -> None:
    """C4 opposes C1 and supports C2; C5 supports C2 and C3."""
    positions = [a_claim(number, position=f"a{number}") for number in (1, 2, 3)]
    links = [an_inference(1, "c1", 4, opposes=True), an_inference(2, "c2", 4), an_inference(3, "c2", 5, order="a1")]
    map_ = ArgumentMap([*positions, a_claim(4, "Four"), a_claim(5, "Five"), *links, an_inference(4, "c3", 5)])
    _, against = makers(map_)[0](RICHNESS[0]).columns
    assert [main.said.text for main in against.mains] == ["Four [C4]", "For C2 and C3: Five [C5]"]


def test_the_top_reasons_for_rivals_are_told_as_those_for_the_position() -> None:
    """C3 to C5 support C1, C6 to C8 support C2, the later the stronger."""
    links = [
        replace(an_inference(number, "c1" if number < 6 else "c2", number, order=f"a{number}"), relevance=number / 10)
        for number in range(3, 9)
    ]
    map_ = ArgumentMap([a_claim(1, position="a0"), a_claim(2, position="a1"), *map(a_claim, range(3, 9)), *links])
    content = printed(map_, "brief", Selection(side=map_.positions()[0], top=2), format_of("text"), Wishes()).content
    assert re.findall(r"\[(C[3-8])\]", content.decode().split("Weak spots")[0]) == ["C5", "C4", "C8", "C7"]


def test_sources_are_listed_whole_or_counted(debate: ArgumentMap) -> None:
    """As many as have room on a page, and all where there are no pages; none is cut off."""
    more = [
        Source(id=SourceId(f"s{number}"), number=number, title=f"{number} {'and so on ' * 20}")
        for number in range(10, 20)
    ]
    cites = [a_citation(100 + source.number, 3, source.number) for source in more]
    made = makers(ArgumentMap([*debate.entities(), *more, *cites]))[0]
    entries = made(RICHNESS[0]).sources.split(" · ")
    assert entries[-1] == f"And {13 - len(entries)} more sources."
    assert entries[:-1] == made(UNPAGED).sources.split(" · ")[: len(entries) - 1]
    assert 1200 < len(" · ".join(entries)) < 1700
    assert len(made(UNPAGED).sources.split(" · ")) == 12


def test_a_brief_has_one_page_a_position(debate: ArgumentMap) -> None:
    found = pages(debate)
    assert len(found) == 2
    assert squeezed("They say: That does not follow: Cuts elsewhere cancel them [C7]") in squeezed(found[0])
    assert "Nothing said against it in the map yet." not in found[0]


@pytest.mark.parametrize("count", [60, 1000])
def test_a_large_map_still_gives_one_page_each(count: int) -> None:
    map_ = ArgumentMap([About(question="Q"), *entities(count)])
    made = makers(map_)[0]
    content = publish_briefs([made], format_of("pdf"), width=80).content
    assert len(pypdf.PdfReader(io.BytesIO(content)).pages) == 1
    assert fitted(made).left_out


def test_texts_without_end_still_fit() -> None:
    """Claims of 10,000 characters and words of 300, on all sides."""
    assert len(pages(a_map_without_end())) == 1


def height_in_word(cell: Document | _Cell, width: float) -> float:
    """Points that paragraphs take in Word, by the widths of our font: every line has a height that is written down."""
    taken = 0.0
    for paragraph in cell.paragraphs:
        shape = paragraph.paragraph_format
        assert shape.line_spacing_rule == WD_LINE_SPACING.EXACTLY
        assert isinstance(shape.line_spacing, Length)
        sizes = {run.font.size.pt for run in paragraph.runs if run.font.size is not None}
        (size,) = sizes or {1.0}
        room = width - (shape.left_indent.pt if shape.left_indent else 0)
        taken += len(wrap_text(paragraph.text, size, room, Weight.SEMIBOLD)) * shape.line_spacing.pt
        taken += shape.space_after.pt if shape.space_after else 0
    return taken


def a_map_without_end() -> ArgumentMap:
    words = ["w" * 300, "many words " * 900, "W" * 9000, "撤军" * 2000]
    claims = [a_claim(number, words[number % 4], "a0" if number == 1 else None) for number in range(1, 60)]
    links = [an_inference(number, "c1", number + 1, opposes=number % 2 == 0) for number in range(1, 59)]
    return ArgumentMap([About(question=words[1]), *claims, *links])


@pytest.mark.parametrize(
    "map_",
    [
        ArgumentMap([About(question="Q"), *entities(60)]),
        ArgumentMap(entities(1000)),
        a_hostile_map(),
        a_map_without_end(),
    ],
    ids=["60", "1000", "hostile", "endless"],
)
@pytest.mark.parametrize("steelman", [False, True])
def test_a_brief_is_one_page_in_word(map_: ArgumentMap, *, steelman: bool) -> None:
    """Read back and measured anew, all in bold: the page is full at most, and not for want of something to tell."""
    make = makers(map_, steelman=steelman)[0]
    document = docx.Document(io.BytesIO(publish_briefs([make], format_of("docx"), width=80).content))
    section, (table,) = document.sections[0], document.tables
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.left_margin is not None
    assert section.top_margin is not None
    width = section.page_width.pt - 2 * section.left_margin.pt
    (row,) = table.rows
    column = width / len(row.cells) - 8
    taken = height_in_word(document, width) + max(height_in_word(cell, column) for cell in row.cells) + 8
    assert taken <= section.page_height.pt - 2 * section.top_margin.pt
    rich = make(RICHNESS[0])
    assert taken > 300 or fits(rich, "a4"), "a page half empty tells all there is"


def test_briefs_in_word_begin_a_page_each(debate: ArgumentMap) -> None:
    content = publish_briefs(makers(debate), format_of("docx"), width=80).content
    titles = [each for each in docx.Document(io.BytesIO(content)).paragraphs if each.style.name == "Heading 1"]  # type: ignore[union-attr]  # they have one
    assert [bool(title.paragraph_format.page_break_before) for title in titles] == [False, True]


@pytest.mark.parametrize("name", ["60", "hostile", "endless"])
def test_no_letter_of_a_brief_is_smaller_than_readable(name: str) -> None:
    """Read back from the file, of maps that ask for the tersest and the smallest."""
    maps = {"60": ArgumentMap(entities(60)), "hostile": a_hostile_map(), "endless": a_map_without_end()}
    content = publish_briefs(makers(maps[name])[:1], format_of("pdf"), width=80).content
    assert len(pypdf.PdfReader(io.BytesIO(content)).pages) == 1
    assert min(letters_of(content)) >= 7.4 - 0.01


def test_print_is_never_smaller_than_readable() -> None:
    assert min(richness.size for richness in RICHNESS) >= 7.4
    assert sorted(RICHNESS, key=lambda each: -each.letters) == list(RICHNESS)


def unmet_by_hand(map_: ArgumentMap, position: Claim) -> set[str]:
    """The first claims of attacks on a position or its case, and of reasons for its rivals, if nothing answers them."""
    case: set[EntityId] = {position.id}
    waiting: list[EntityId] = [position.id]
    rivals = [each.id for each in map_.positions() if each != position] if position.is_position else []
    attacks = [each for rival in rivals for each in map_.bearing_on(rival) if each.supports]
    while waiting:
        target = waiting.pop()
        for each in map_.bearing_on(target):
            if each.supports:
                waiting += [each.id, *(premise for premise in each.premises if premise not in case)]
                case.update(each.premises)
            else:
                attacks.append(each)
    return {map_.claims[each.premises[0]].label for each in attacks if not said_against(map_, each)}


@pytest.mark.parametrize("claims", [12, 60, 200])
def test_weak_spots_are_those_of_the_map(debate: ArgumentMap, claims: int) -> None:
    """All of them, and no others, however many are named on the page."""
    for map_ in (debate, ArgumentMap([About(question="Q"), *entities(claims)])):
        for part in selected(map_, Selection()).parts:
            position = part[0].line.claim
            unsourced, unmet = brief(map_, part, RICHNESS[0]).weak
            expected = {row.line.claim.label for row in part if is_unsourced(map_, row.line.claim)}
            assert_named(unsourced.removeprefix("Claims without a source: "), expected)
            assert_named(unmet.removeprefix("Attacks without an answer: "), unmet_by_hand(map_, position))


def assert_named(told: str, expected: set[str]) -> None:
    """A list names what is expected, or as much as it may, and counts the rest."""
    words, _, more = told.removesuffix(".").partition(" and ")
    named = set(words.split(", ")) - {"none"}
    assert named <= expected
    assert len(named) + int(more.removesuffix(" more") or 0) == len(expected)


@pytest.mark.parametrize("name", ["text", "markdown", "docx", "pdf", "html"])
def test_hostile_text_is_text_in_a_brief(name: str) -> None:
    published = publish_briefs(makers(a_hostile_map()), format_of(name), width=80)
    if name == "docx":
        (table,) = docx.Document(io.BytesIO(published.content)).tables
        text = "\n".join(cell.text for cell in table.rows[0].cells)
    else:
        text = read_back(name, published.content)
    assert squeezed("#let x = 1; *bold* _under_ $math$ `code`") in squeezed(text)
    assert "\x1b" not in text


@pytest.mark.parametrize("name", ["docx", "pdf"])
def test_equal_maps_give_equal_briefs(debate: ArgumentMap, name: str) -> None:
    again = ArgumentMap(reversed(list(debate.entities())))
    assert publish_briefs(makers(debate), format_of(name), width=80) == publish_briefs(
        makers(again), format_of(name), width=80
    )


def test_a_circle_and_a_claim_on_both_sides_are_no_trouble() -> None:
    links = [
        an_inference(1, "c1", 2),
        an_inference(2, "c1", 2, opposes=True, order="a1"),
        an_inference(3, "c2", 3),
        an_inference(4, "c3", 2, opposes=True),
        an_inference(5, "r3", 3, opposes=True),
    ]
    map_ = ArgumentMap([About(), a_claim(1, position="a0"), a_claim(2), a_claim(3), *links])
    assert len(pages(map_)) == 1
