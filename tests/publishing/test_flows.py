"""Flows: columns are speeches, each cell answers the one before it, and no cell is a formula."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given, settings
from lxml import html

from argmap.model import About, ArgumentMap, Claim
from argmap.outlines import Selection, selected
from argmap.outlines.arguments import said_against
from argmap.outlines.flow import PRESETS, flow
from argmap.publishing import SHEETS, publish_flow
from tests.conftest import a_claim, an_inference
from tests.publishing.conftest import papers
from tests.publishing.test_every_format import a_hostile_map
from tests.strategies import maps

if TYPE_CHECKING:
    from openpyxl import Workbook

    from argmap.outlines.flow import Flow

CSV, XLSX, HTML = SHEETS


def the_flow(map_: ArgumentMap, preset: str = "policy") -> Flow:
    return flow(map_, selected(map_, Selection()), PRESETS[preset])


def read(flow_: Flow) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(publish_flow(flow_, XLSX).content))


def test_a_flow_has_a_sheet_for_each_argument(debate: ArgumentMap) -> None:
    book = read(the_flow(debate, "ld"))
    assert book.sheetnames == [
        "Aff C1 1 A price cuts emissions",
        "Neg C1 1 Poor households pay mo",
        "Aff C2 1 Poor households pay mo",
    ]
    assert [[cell.value for cell in row] for row in book.worksheets[0]] == [
        ["AC", "NC", "1AR", "NR", "2AR"],
        [
            "A price cuts emissions [C3] AND Emissions must fall [C4]",
            "Does not follow: Cuts elsewhere cancel them [C7]",
            None,
            None,
            None,
        ],
    ]
    assert [[cell.value for cell in row] for row in book.worksheets[1]] == [
        ["NC", "1AR", "NR", "2AR"],
        [
            "Poor households pay most [C5]",
            "The revenue can be paid back [C6]",
            "Paying back costs more than it brings [C9]",
            None,
        ],
    ]


def test_a_row_that_stops_at_what_is_told_elsewhere_says_where_its_answers_are(debate: ArgumentMap) -> None:
    """C5 supports C2, too: it is answered where it opposes C1. What nobody answers says nothing."""
    ours, theirs, repeated = the_flow(debate).sheets
    assert repeated.rows[0][:2] == ("Poor households pay most [C5] → answers to C5: see Neg C1 1", "")
    assert "see" not in str(ours.rows + theirs.rows)
    unanswered = ArgumentMap([each for each in debate.entities() if each.id not in {"r3", "r6"}])
    assert "see" not in str(the_flow(unanswered).sheets)


def test_what_answers_the_support_or_a_step_of_a_repeat_is_told_apart() -> None:
    """C3 is told in full under C1, with an attack on its support C4; C6 has one on its step alone."""
    claims = [a_claim(number, position={1: "a0", 2: "a1"}.get(number)) for number in range(1, 9)]
    links = [an_inference(1, "c1", 3), an_inference(2, "c3", 4), an_inference(3, "c4", 5, opposes=True)]
    links += [an_inference(4, "c1", 6, order="a1"), an_inference(5, "r4", 7, opposes=True)]
    links += [an_inference(6, "c2", 3), an_inference(7, "c2", 6, order="a1"), an_inference(8, "c2", 8, order="a2")]
    sheets = the_flow(ArgumentMap([About(), *claims, *links])).sheets
    assert [cell for sheet in sheets for row in sheet.rows for cell in row if "→" in cell] == [
        f"{claims[2].text} [C3] → answers to C3: see Aff C1 1"
    ]


@pytest.mark.parametrize("preset", PRESETS)
def test_the_first_row_names_the_speeches(debate: ArgumentMap, preset: str) -> None:
    for sheet in read(the_flow(debate, preset)).worksheets:
        heads = [cell.value for cell in sheet[1]]
        speeches = list(PRESETS[preset])
        assert heads == (speeches if str(sheet.title).startswith("Aff") else speeches[1:])
        assert sheet.freeze_panes == "A2"


@pytest.mark.parametrize("preset", PRESETS)
def test_every_row_is_as_high_as_its_text(preset: str) -> None:
    """Not every program reckons that by itself: rows of one line each would lie over one another."""
    claims = [
        a_claim(1, "Yes", "a0"),
        a_claim(2, "Short"),
        a_claim(3, "A claim of many words " * 9),
        a_claim(4, "z" * 99),
    ]
    steps = [an_inference(1, "c1", 2), an_inference(2, "c2", 3, opposes=True), an_inference(3, "c2", 4, opposes=True)]
    for sheet in read(the_flow(ArgumentMap([*claims, *steps]), preset)).worksheets:
        for row in sheet.iter_rows(min_row=2):
            width = sheet.column_dimensions["A"].width
            lines = max(len(str(cell.value)) / width for cell in row if cell.value)
            high = sheet.row_dimensions[row[0].row or 0].height
            assert high is not None
            assert 15 * max(1, lines * 0.8) <= high <= 15 * (2 + 1.5 * lines)


@pytest.mark.parametrize(("page", "paper"), [("a4", "9"), ("letter", "1")])
def test_a_sheet_is_printed_as_wide_as_a_page_in_letters_that_can_be_read(
    debate: ArgumentMap, page: str, paper: str
) -> None:
    for preset in PRESETS:
        content = publish_flow(the_flow(debate, preset), XLSX, page).content
        for sheet in openpyxl.load_workbook(io.BytesIO(content)).worksheets:
            assert (str(sheet.page_setup.paperSize), sheet.page_setup.orientation) == (paper, "landscape")
            assert sheet.sheet_properties.pageSetUpPr is not None
            assert sheet.sheet_properties.pageSetUpPr.fitToPage
            assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) in {(1, 0), (None, 0), ("1", "0")}
            assert sheet.print_title_rows == "$1:$1"
            across = sum(sheet.column_dimensions["A"].width * 5.25 for _ in sheet[1])  # points
            assert 11 * min(1, (756 if page == "letter" else 806) / across) >= 7


@given(maps())
@settings(max_examples=40)
def test_each_cell_answers_the_one_before_it(map_: ArgumentMap) -> None:
    """In the map: the claims of a cell attack those of the cell to its left, their step or their support."""
    for sheet in the_flow(map_, "pf").sheets:
        before: list[str] = [""] * len(sheet.speeches)
        for row in sheet.rows:
            first = next(place for place, cell in enumerate(row) if cell)
            before[first:] = row[first:]
            for place in range(max(first, 1), len(row)):
                if row[place]:
                    left = _claims(map_, before[place - 1])
                    steps = [step for claim in left for step in map_.uses_of(claim.id)]
                    attacks = {each.id for step in steps for each in said_against(map_, step)}
                    mine = {use.id for claim in _claims(map_, row[place]) for use in map_.uses_of(claim.id)}
                    assert attacks & mine


def _claims(map_: ArgumentMap, cell: str) -> list[Claim]:
    found = [
        map_.numbered(Claim, int(number)) for number in re.findall(r"\[C(\d+)\](?: AND |$)", cell.partition(" → ")[0])
    ]
    return [claim for claim in found if isinstance(claim, Claim)]


def test_what_looks_like_a_formula_stays_text() -> None:
    texts = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)"]
    claims = [a_claim(number, text) for number, text in enumerate(texts, 2)]
    links = [an_inference(number, "c1", number) for number in range(2, 6)]
    made = the_flow(ArgumentMap([About(), a_claim(1, position="a0"), *claims, *links]))
    cells = [
        cell for sheet in read(made).worksheets for row in sheet.iter_rows(min_row=2) for cell in row if cell.value
    ]
    assert [cell.data_type for cell in cells] == ["s"] * 4
    written = publish_flow(made, CSV).content.decode()
    rows = [row for row in csv.reader(io.StringIO(written)) if row and "[C" in row[0]]
    assert all(row[0].startswith("'") for row in rows)
    assert len(rows) == 4


@pytest.mark.parametrize("format_", SHEETS, ids=lambda each: each.name)
def test_equal_maps_give_equal_flows(debate: ArgumentMap, format_: object) -> None:
    again = ArgumentMap(reversed(list(debate.entities())))
    one, other = (publish_flow(the_flow(each), format_) for each in (debate, again))  # type: ignore[arg-type]  # a format
    assert one == other


def test_a_page_has_the_cells_of_the_sheets_and_nothing_else(debate: ArgumentMap) -> None:
    made = the_flow(debate, "worlds")
    written = publish_flow(made, HTML, "letter").content.decode()
    assert "size: letter landscape" in written
    page = html.document_fromstring(written)
    assert [each.text_content() for each in page.xpath("//h2")] == [sheet.title for sheet in made.sheets]
    tables = [[[cell.text_content() for cell in row] for row in table.iter("tr")] for table in page.iter("table")]
    assert tables == [[list(sheet.speeches), *map(list, sheet.rows)] for sheet in made.sheets]
    assert made.left_out_told in page.text_content()
    assert not page.xpath("//script | //@src | //@href | //@style")


def test_what_has_no_cell_is_counted(debate: ArgumentMap) -> None:
    """C8 is evidence, C10 is unplaced."""
    assert publish_flow(the_flow(debate), CSV).notices == (
        "2 claims have no cell: evidence, and what comes after the last speech.",
    )


def test_hostile_texts_are_cells() -> None:
    """Names of sheets are cut, kept apart and rid of what Excel refuses; a cell holds no more than it may."""
    assert len(read(the_flow(a_hostile_map())).sheetnames) >= 1
    claims = [a_claim(number, f"[same]:*?/\\ {'w' * 9000}") for number in range(2, 9)]
    joint = an_inference(1, "c1", *range(2, 9))
    apart = [an_inference(number, "c1", number) for number in range(2, 9)]
    map_ = ArgumentMap([About(), a_claim(1, position="a0"), *claims, joint, *apart])
    sheets = read(the_flow(map_)).worksheets
    assert len(sheets) == 8
    assert max(len(str(sheet["A2"].value)) for sheet in sheets) == 32_767
    assert papers(map_)


def test_sheets_keep_the_quotes_within_their_names() -> None:
    """Excel forbids them at both ends alone."""
    claims = [a_claim(1, "Yes", "a0"), a_claim(2, "Iraq's army is weak"), a_claim(3, "Words to the end, 12345 it's'")]
    map_ = ArgumentMap([*claims, an_inference(1, "c1", 2), an_inference(2, "c1", 3)])
    assert read(the_flow(map_, "ld")).sheetnames == ["Aff 1 Iraq's army is weak", "Aff 2 Words to the end, 12345 i"]
