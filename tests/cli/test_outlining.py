"""Printing a map: what is asked for, in which format, and where it goes."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from argmap.cli.publishing import place_for
from argmap.publishing import FORMATS, format_of

if TYPE_CHECKING:
    from tests.cli.conftest import Argmap


@pytest.fixture
def tax(argmap: Argmap) -> str:
    """A small map: two positions, a reason with a co-premise, an objection and its rebuttal, and a loose claim."""
    calls = [
        ("new", "tax.argmap", "--question", "Should we tax carbon?", "-p", "Yes", "-p", "No"),
        ("add", "tax.argmap", "It cuts emissions", "--supports", "C1"),
        ("add", "tax.argmap", "Emissions must fall", "--joins", "R1"),
        ("add", "tax.argmap", "Poor households pay most", "--opposes", "C1"),
        ("add", "tax.argmap", "The revenue can be paid back", "--opposes", "C5"),
        ("add", "tax.argmap", "Trees are green"),
    ]
    for call in calls:
        assert argmap(*call).status == 0, call
    return "tax.argmap"


WHOLE = """\
Should we tax carbon?
=====================
7 claims, 1 reason, 2 objections

I = position: Yes [C1]
  I.A + supports (both needed): It cuts emissions [C3]
  I.B & and: Emissions must fall [C4]
  I.C - opposes: Poor households pay most [C5]
    I.C.1 - opposes: The revenue can be paid back [C6]

II = position: No [C2]

Unplaced (1)
============
* unplaced: Trees are green [C7]
"""


def test_the_outline_is_printed_as_text(argmap: Argmap, tax: str) -> None:
    answer = argmap("outline", tax)
    assert (answer.status, answer.out, answer.err) == (0, WHOLE, "")


def test_the_outline_in_markdown(argmap: Argmap, tax: str) -> None:
    assert argmap("outline", tax, "--side", "C1", "--to", "md", "--depth", "1").out == (
        """\
# Should we tax carbon?

4 claims, 1 reason, 1 objection. Only the side of C1, 1 level deep; 1 of 5 claims left out

- **I** \\= *position:* Yes \\[C1\\]
  - **I.A** \\+ *supports (both needed):* It cuts emissions \\[C3\\]
  - **I.B** \\& *and:* Emissions must fall \\[C4\\]
  - **I.C** \\- *opposes:* Poor households pay most \\[C5\\]\\
    (1 claim below left out)
"""
    )


@pytest.mark.parametrize("each", FORMATS, ids=lambda each: each.name)
@pytest.mark.parametrize("layout", ["outline", "blocks", "brief", "memo", "cards"])
def test_every_layout_is_written_in_every_format(argmap: Argmap, tax: str, layout: str, each: object) -> None:
    suffix = each.suffixes[0]  # type: ignore[attr-defined]  # a format
    answer = argmap("outline", tax, "--as", layout, "-o", f"out{suffix}")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == f"Wrote out{suffix}.\n"
    assert Path(f"out{suffix}").stat().st_size > 100


@pytest.mark.parametrize(
    ("options", "labels"),
    [
        ((), {1, 2, 3, 4, 5, 6, 7}),
        (("--at", "C5"), {5, 6}),
        (("--at", "R1"), {3, 4}),
        (("--side", "C2"), {2}),
        (("--depth", "0"), {1, 2, 7}),
        (("--unanswered",), {1, 5, 6}),
        (("--max-claims", "2"), {1, 2}),
        (("--words", "8"), {1, 2, 3, 4}),
        (("--words", "7"), {1, 2, 5}),
        (("--top", "1"), {1, 2, 3, 4, 5, 6}),
    ],
)
def test_a_selection_prints_what_it_names(argmap: Argmap, tax: str, options: tuple[str, ...], labels: set[int]) -> None:
    out = argmap("outline", tax, *options).out
    assert {int(found) for found in re.findall(r"\[C(\d+)\]", out)} == labels


def test_a_memo_leaves_the_recommendation_to_its_writer(argmap: Argmap, tax: str) -> None:
    assert argmap("outline", tax, "--as", "memo").out == (
        """\
Memo
====

To: (who decides)
From: (you)
Date: (today)
Subject: Should we tax carbon?

Issue
=====
Should we tax carbon?

Options
=======
1. Yes [C1]

2. No [C2]

Option 1: Yes
=============

Reasons
-------
+ because: It cuts emissions [C3]
& and: Emissions must fall [C4]

Objections and answers
----------------------
- but: Poor households pay most [C5]
  - but: The revenue can be paid back [C6]

Unplaced (1)
============
* Trees are green [C7]

Recommendation
==============
(Yours to write: which option, and which of the reasons above decide.)
"""
    )


@pytest.mark.parametrize("layout", ["outline", "blocks", "brief", "memo", "flow", "cards"])
def test_comments_are_printed_on_request(argmap: Argmap, tax: str, layout: str) -> None:
    """On claims, and in the papers that tell a map whole, on the map and on loose claims too."""
    argmap("comment", tax, "C5", "Is that so?")
    argmap("comment", tax, "C7", "Where does this belong?")
    call = ("outline", tax, "--as", layout, "--width", "200")
    assert "Is that so?" not in argmap(*call).out
    told = argmap(*call, "--comments").out
    assert "Comment N1 (Tester): Is that so?" in told
    assert ("Where does this belong?" in told) is (layout not in {"brief", "flow"})


@pytest.mark.parametrize("width", [20, 40, 132])
def test_no_line_is_wider_than_asked(argmap: Argmap, tax: str, width: int) -> None:
    for layout in ("outline", "blocks", "brief", "memo", "cards"):
        out = argmap("outline", tax, "--as", layout, "--width", str(width)).out
        assert max(map(len, out.splitlines())) <= width


@pytest.mark.parametrize(
    ("call", "status", "says"),
    [
        (("--side", "C3"), 2, "C3 is no position. The positions are: C1, C2. For a branch: --at C3"),
        (("--side", "C1", "--at", "C3"), 2, "Say one of --at, --side and --steelman"),
        (("--steelman", "C1"), 2, "--steelman goes with --as brief"),
        (("--speeches", "A,B"), 2, "--speeches goes with --as flow"),
        (("--as", "memo", "--preset", "ld"), 2, "--preset goes with --as flow"),
        (
            ("--page", "letter"),
            2,
            "--page goes with what is printed on pages: docx, pdf, xlsx, and html of cards and flows.",
        ),
        (("--as", "memo", "--page", "letter", "--to", "html"), 2, "--page goes with what is printed on pages"),
        (("--as", "flow", "--page", "a4", "-o", "out.csv"), 2, "--page goes with what is printed on pages"),
        (("--as", "blocks", "--to", "csv"), 2, "There is no format “csv”"),
        (("--at", "C99"), 2, "There is no claim C99"),
        (("--words", "0"), 2, "0 is too small: 1 at least."),
        (("--words", "1", "--at", "C5"), 2, "not even the first claim fits"),
        (("--at", "C6", "--unanswered"), 0, ""),
        (("--to", "odt"), 2, "There is no format “odt”"),
        (("-o", "out.odt"), 2, "names no format"),
        (("-o", "nowhere/out.md"), 3, "there is no folder nowhere. Nothing was written; make that folder"),
        (("-o", "out\0.md"), 3, "no file can have this name"),
        (("-o", "tax.argmap", "--to", "text"), 2, "would be no map"),
        (("--as", "sonnet"), 2, "'sonnet' is not one of"),
    ],
)
def test_what_cannot_be_printed_is_refused_with_a_sentence(
    argmap: Argmap, tax: str, call: tuple[str, ...], status: int, says: str
) -> None:
    before = sorted(path.name for path in Path().iterdir())
    answer = argmap("outline", tax, *call)
    assert answer.status == status, answer.err
    assert says in answer.err
    assert "Traceback" not in answer.err
    assert sorted(path.name for path in Path().iterdir()) == before


@pytest.mark.parametrize(("layout", "name"), [("brief", "a.pdf"), ("outline", "a.docx"), ("flow", "a.xlsx")])
def test_what_has_pages_can_be_set_on_either_paper(argmap: Argmap, tax: str, layout: str, name: str) -> None:
    papers = []
    for page in ("a4", "letter"):
        assert argmap("outline", tax, "--as", layout, "--page", page, "-o", name, "--force").status == 0
        papers.append(Path(name).read_bytes())
    assert papers[0] != papers[1]


def test_nothing_unanswered_is_said_and_nothing_written(argmap: Argmap, tax: str) -> None:
    argmap("remove", tax, "C5", "--branch")
    answer = argmap("outline", tax, "--unanswered", "-o", "holes.md")
    assert (answer.status, answer.out) == (2, "")
    assert "every attack here has an answer" in answer.err
    assert not Path("holes.md").exists()


def test_an_empty_map_has_nothing_to_print(argmap: Argmap) -> None:
    argmap("new", "empty.argmap")
    for layout in ("outline", "blocks", "brief", "memo", "flow", "cards"):
        answer = argmap("outline", "empty.argmap", "--as", layout)
        assert (answer.status, answer.out) == (2, "")
        assert "has no claims yet" in answer.err


def test_a_map_is_never_written_over(argmap: Argmap, tax: str) -> None:
    """Also where its name is no map's, or is spelled in another way."""
    Path(tax).rename("tax")
    before = Path("tax").read_bytes()
    for name in ("tax", "./tax", "../here/tax"):
        answer = argmap("outline", "tax", "--to", "text", "-o", name, "--force")
        assert (answer.status, answer.out) == (2, "")
        assert "would be no map" in answer.err
    assert Path("tax").read_bytes() == before


def test_a_file_that_is_there_is_kept_unless_forced(argmap: Argmap, tax: str) -> None:
    Path("case.md").write_text("mine", encoding="utf-8")
    answer = argmap("outline", tax, "-o", "case.md")
    assert (answer.status, Path("case.md").read_text(encoding="utf-8")) == (3, "mine")
    assert "case.md exists already" in answer.err
    assert argmap("outline", tax, "-o", "case.md", "--force").status == 0
    assert Path("case.md").read_text(encoding="utf-8").startswith("# Should we tax carbon?")
    assert not [path for path in Path().iterdir() if "unfinished" in path.name]


def test_what_is_no_text_can_be_sent_on(tax: str) -> None:
    for name, start in (("docx", b"PK"), ("pdf", b"%PDF")):
        command = [sys.executable, "-m", "argmap", "outline", tax, "--to", name, "-o", "-"]
        done = subprocess.run(command, capture_output=True, check=True)
        assert done.stdout.startswith(start)
        assert done.stderr == b""


def test_what_is_no_text_gets_a_name_of_its_own(argmap: Argmap, tax: str) -> None:
    assert argmap("outline", tax, "--as", "blocks", "--to", "docx").out == "Wrote tax-blocks.docx.\n"
    assert Path("tax-blocks.docx").is_file()


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("iraq.argmap", "iraq-blocks.docx"),
        ("../up/../my speech.argmap", "my map-blocks.docx"),
        ("FLOW.argmap", "map-blocks.docx"),
        (".argmap", "argmap-blocks.docx"),
        ("..argmap", "map-blocks.docx"),
        ("-o.argmap", "o-blocks.docx"),
        ("a:b\tc.argmap", "a-bc-blocks.docx"),
        (f"{'x' * 250}.argmap", f"{'x' * 60}-blocks.docx"),
    ],
)
def test_names_stay_in_this_folder_and_mislead_nobody(file: str, name: str) -> None:
    """Verbatim takes a file with "speech" or "flow" in its name for one."""
    assert place_for(Path(file), "blocks", format_of("docx")) == Path(name)


def test_a_flow_takes_speeches_of_your_own(argmap: Argmap, tax: str) -> None:
    answer = argmap("outline", tax, "--as", "flow", "--side", "C1", "--speeches", "Prop, Opp, Prop 2")
    assert answer.out.splitlines()[:3] == [
        "Aff 1 It cuts emissions",
        "Prop,Opp,Prop 2",
        "It cuts emissions [C3] AND Emissions must fall [C4],,",
    ]
    assert argmap("outline", tax, "--as", "flow", "-o", "table.xlsx").out == "Wrote table.xlsx.\n"


def test_a_name_of_two_lines_is_told_on_one(argmap: Argmap, tax: str) -> None:
    assert argmap("outline", tax, "-o", "a\nb.md").out == "Wrote a b.md.\n"


@pytest.mark.parametrize("name", ["=1+1", "@SUM(A1)", "+1", "-1", "s" * 40_000, "Prop\x1b[31m"])
def test_speeches_are_text_whatever_they_are_called(argmap: Argmap, tax: str, name: str) -> None:
    """Also in the names of sheets and at the head of tables."""
    call = ("outline", tax, "--as", "flow", "--side", "C1", "--speeches", f"{name},Opp,Prop 2")
    head = next(csv.reader(argmap(*call).out.splitlines()[1:]))
    assert head[1:] == ["Opp", "Prop 2"]
    assert head[0].removeprefix("'") == name.replace("\x1b", "")
    assert head[0].startswith("'") is name.startswith(("=", "@", "+", "-"))
    assert argmap(*call, "-o", "table.xlsx").status == 0
    first = openpyxl.load_workbook("table.xlsx").worksheets[0]["A1"]
    assert (first.data_type, str(first.value)[:8]) == ("s", name.replace("\x1b", "")[:8])


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (("--speeches", "one"), "A flow has 2 to 20 speeches"),
        (("--speeches", " , ,"), "A flow has 2 to 20 speeches"),
        (("--speeches", ",".join("abcdefghijklmnopqrstu")), "A flow has 2 to 20 speeches"),
        (("--speeches", "a,b", "--preset", "ld"), "Say one of --preset and --speeches"),
        (("--side", "C2"), "nothing to flow"),
        (("--to", "pdf"), "no format “pdf” for this. There are csv, xlsx, html."),
    ],
)
def test_what_is_no_flow_is_refused(argmap: Argmap, tax: str, call: tuple[str, ...], says: str) -> None:
    answer = argmap("outline", tax, "--as", "flow", *call)
    assert (answer.status, answer.out) == (2, "")
    assert says in answer.err
