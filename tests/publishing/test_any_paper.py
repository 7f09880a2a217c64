"""What holds of every kind of paper in every format: it parses, its signs are words too, links are web addresses."""

from __future__ import annotations

import csv
import io
import itertools
import os
import re
import subprocess
import sys
import warnings
from pathlib import Path

import docx
import openpyxl
import pypdf
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from lxml import etree, html
from rich.cells import cell_len

from argmap.cli.publishing import Asked, format_for, place_for, published
from argmap.model import About, ArgumentMap, Source, SourceId
from argmap.publishing.cleaning import NOTHING
from tests.conftest import a_claim, an_inference
from tests.publishing.conftest import a_citation, read_back, squeezed
from tests.publishing.test_every_format import a_hostile_map
from tests.publishing.word_schema import VARIABLE, word_faults
from tests.strategies import maps

SAMPLE = Path(__file__).parents[2] / "argmaps" / "iraq-troops.argmap"
PAPERS = ("outline", "blocks", "brief", "memo", "cards")
FORMATS = ("text", "markdown", "docx", "pdf", "html")
KINDS = [
    *itertools.product(PAPERS, FORMATS),
    ("outline", "csv"),
    ("cards", "csv"),
    ("flow", "csv"),
    ("flow", "xlsx"),
    ("flow", "html"),
]
_NOT_TESTED = f"Whether Word files follow their schema was NOT TESTED: {VARIABLE} names no folder that holds wml.xsd."


def content(map_: ArgumentMap, layout: str, name: str, width: int = 80, **asked: object) -> bytes:
    """A paper in a format."""
    return published(map_, layout, Asked(**asked), format_for(layout, name, None), width).content  # type: ignore[arg-type]  # options by name


def text_of(name: str, written: bytes) -> str:
    """What a reader of a file sees, in tables too."""
    if name == "docx":
        return "\n".join(words.text or "" for words in docx.Document(io.BytesIO(written)).element.body.iter(qn("w:t")))
    if name == "csv":
        return "\n".join("\n".join(row) for row in csv.reader(io.StringIO(written.decode())))
    if name == "xlsx":
        sheets = openpyxl.load_workbook(io.BytesIO(written)).worksheets
        return "\n".join(str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.value)
    return read_back(name, written)


def a_chain(count: int) -> ArgumentMap:
    """So many claims under one another, each fifth an objection."""
    steps = [an_inference(number, f"c{number}", number + 1, opposes=number % 5 == 0) for number in range(1, count)]
    return ArgumentMap(
        [About(), *(a_claim(number, position="a0" if number == 1 else None) for number in range(1, count + 1)), *steps]
    )


@pytest.mark.parametrize(("layout", "name"), KINDS)
def test_hostile_texts_give_files_that_parse(layout: str, name: str) -> None:
    written = content(a_hostile_map(), layout, name)
    match name:
        case "html":
            page = html.document_fromstring(written.decode())
            assert page.xpath("//script | //img | //iframe | //object | //link | //base | //@onerror | //@style") == []
        case "docx":
            etree.fromstring(docx.Document(io.BytesIO(written)).element.xml)
        case "pdf":
            assert all(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(written), strict=True).pages)
        case "csv" if layout != "flow":
            head, *rows = csv.reader(io.StringIO(written.decode()), strict=True)
            assert {len(row) for row in rows} == {len(head)}
        case _:
            pass
    assert squeezed("#let x = 1; *bold* _under_ $math$") in squeezed(text_of(name, written))
    if name != "pdf":  # whose readers give a box back as they like
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202e\u2069\ufeff]", text_of(name, written))


@pytest.mark.parametrize(("layout", "name"), KINDS)
def test_what_a_claim_does_is_said_in_words_or_signs(debate: ArgumentMap, layout: str, name: str) -> None:
    """Never by colour alone: an objection, an undercut and an answer can be told from a reason in plain text."""
    text = text_of(name, content(debate, layout, name))
    words = {
        "outline": ("supports", "opposes", "undercuts this step"),
        "blocks": ("shell", "frontline", "backline", "AT: ", "That does not follow: "),
        "brief": ("For", "Against", "They say", "We answer", "That does not follow: "),
        "memo": ("because", "but", "that does not follow"),
        "cards": ("supports", "opposes", "undercuts", "for I", "against I"),
        "flow": ("1NC", "Does not follow: "),
    }[layout]
    for word in words:
        assert squeezed(word) in squeezed(text)


@given(maps())
@settings(max_examples=30)
def test_a_table_has_a_row_for_each_claim_of_any_map(map_: ArgumentMap) -> None:
    if map_.claims:
        rows = list(csv.DictReader(io.StringIO(content(map_, "outline", "csv").decode())))
        told = {
            row["label"]: squeezed(row["claim"].removeprefix("'")) for row in rows if row["label"] and not row["see"]
        }
        said = {claim.label: squeezed(claim.text) or squeezed(NOTHING) for claim in map_.claims.values()}
        assert {label: text.removeprefix("'") for label, text in said.items()} == told


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "vbscript:x"])
def test_only_web_addresses_become_links(url: str) -> None:
    cited = [a_citation(1, 1, 1), a_citation(2, 1, 2)]
    sources = [
        Source(id=SourceId("s1"), number=1, title="Bad", url=url),
        Source(id=SourceId("s2"), number=2, title="Good", url="https://example.org/good"),
    ]
    map_ = ArgumentMap([About(), a_claim(1, position="a0"), *sources, *cited])
    reader = pypdf.PdfReader(io.BytesIO(content(map_, "outline", "pdf")))
    notes = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    assert [note["/A"]["/URI"] for note in notes if "/URI" in note.get("/A", {})] == ["https://example.org/good"]
    page = html.document_fromstring(content(map_, "outline", "html").decode())
    assert [each for each in page.xpath("//@href") if not each.startswith("#")] == ["https://example.org/good"]
    assert f"<{url}>" not in content(map_, "outline", "markdown").decode()


@pytest.mark.parametrize(
    ("layout", "name"),
    [*((layout, "text") for layout in PAPERS), ("flow", "csv"), ("outline", "html"), ("blocks", "docx")],
)
def test_a_chain_of_five_thousand_is_told(layout: str, name: str) -> None:
    """Iterative, to its end; other formats are in the benchmark. A brief tells its first lines, a flow its cells."""
    written = content(a_chain(5000), layout, name)
    last = {"brief": "C2", "flow": "C6"}.get(layout, "C5000")
    assert last in text_of(name, written)


@pytest.mark.parametrize("name", FORMATS)
def test_a_claim_used_twice_is_told_once(debate: ArgumentMap, name: str) -> None:
    """Its second place names the first, whose text stands there."""
    text = re.sub(r"\s+", " ", text_of(name, content(debate, "outline", name)))
    assert text.count("The revenue can be paid back") == 1
    assert "see I.C" in text


@pytest.mark.parametrize("layout", PAPERS)
@pytest.mark.parametrize("width", [20, 40, 80, 120])
def test_no_line_of_any_script_is_wider_than_asked(layout: str, width: int) -> None:
    text = content(a_hostile_map(), layout, "text", width).decode()
    assert max(cell_len(line) for line in text.splitlines()) <= width


@pytest.mark.parametrize("layout", [*PAPERS, "flow"])
@pytest.mark.parametrize("suffix", ["docx", "pdf", "xlsx"])
def test_usual_names_mislead_no_debaters_program(layout: str, suffix: str) -> None:
    if (layout == "flow") != (suffix == "xlsx"):
        return
    name = str(place_for(Path("Speech of the flow.argmap"), layout, format_for(layout, suffix, None)))
    assert not re.search("speech|flow", name, re.IGNORECASE)


def test_outlines_deeper_than_words_levels_go_by_label() -> None:
    """Word has nine levels, we number six: what is deeper is indented and told by its own number."""
    document = docx.Document(io.BytesIO(content(a_chain(12), "outline", "docx")))
    points = [each for each in document.paragraphs if each.style.name == "List Paragraph"]  # type: ignore[union-attr]  # they have one
    levels = [each._p.find(f".//{qn('w:ilvl')}") for each in points]
    assert [None if level is None else level.get(qn("w:val")) for level in levels] == [*"012345", *[None] * 6]
    assert [each.text.partition(" ")[0] for each in points[6:]] == [f"C{number}" for number in range(7, 13)]


@pytest.mark.parametrize("layout", PAPERS)
def test_word_files_follow_their_schema(debate: ArgumentMap, layout: str) -> None:
    if VARIABLE not in os.environ:
        with warnings.catch_warnings():
            warnings.simplefilter("default")
            warnings.warn(_NOT_TESTED, stacklevel=1)
        pytest.skip(_NOT_TESTED)
    for map_ in (debate, a_hostile_map(), a_chain(300)):
        assert word_faults(content(map_, layout, "docx", comments=True)) == []


def test_files_are_the_same_wherever_they_are_made() -> None:
    """Python orders sets in another way in each process; no file may show it."""
    program = (
        "import hashlib, pathlib, sys\n"
        "from argmap.cli.publishing import Asked, format_for, published\n"
        "from argmap.document import Document\n"
        "map_ = Document.open(pathlib.Path(sys.argv[1])).map\n"
        "for each in sys.argv[2:]:\n"
        "    layout, name = each.split()\n"
        "    made = published(map_, layout, Asked(depth=2), format_for(layout, name, None), 80)\n"
        "    print(each, hashlib.sha256(made.content).hexdigest())\n"
    )
    kinds = [f"{layout} {name}" for layout in PAPERS for name in ("text", "html", "docx")] + ["flow xlsx", "memo pdf"]
    calls = [sys.executable, "-c", program, str(SAMPLE), *kinds]
    told = [
        subprocess.run(calls, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2")
    ]
    assert told[0] == told[1]
    assert len(told[0].splitlines()) == len(kinds)
