"""A map with sources for printing, and what a reader of each format gets back."""

from __future__ import annotations

import io
import re
import zipfile
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import docx
import pypdf
import pytest

from argmap.display import printable
from argmap.model import (
    About,
    ArgumentMap,
    Citation,
    CitationId,
    Claim,
    ClaimId,
    Comment,
    CommentId,
    MapId,
    Source,
    SourceId,
)
from argmap.outlines import Selection, selected
from argmap.outlines.blocks import blocks
from argmap.outlines.memo import memo
from argmap.outlines.pro_con import outline
from tests.conftest import an_inference

if TYPE_CHECKING:
    from argmap.outlines.paper import Paper

CLAIMS = {
    1: "We should tax carbon",
    2: "We should not tax carbon",
    3: "A price cuts emissions",
    4: "Emissions must fall",
    5: "Poor households pay most",
    6: "The revenue can be paid back",
    7: "Cuts elsewhere cancel them",
    8: "Few firms can move",
    9: "Paying back costs more than it brings",
    10: "Trees are green",
}


@pytest.fixture
def debate() -> ArgumentMap:
    """R1: C3 & C4 support C1. R2: C5 opposes C1, R3: C6 opposes C5, R6: C9 opposes C6. R4: C7 undercuts R1.

    R5: C8 supports C4. R7: C5 supports C2. C10 is unplaced. C3 has a quotation, C5 a source with all its fields.
    """
    positions = {1: "a0", 2: "a1"}
    claims = [
        Claim(id=ClaimId(f"c{number}"), number=number, text=text, position=positions.get(number))
        for number, text in CLAIMS.items()
    ]
    inferences = [
        an_inference(1, "c1", 3, 4),
        an_inference(2, "c1", 5, opposes=True, order="a1"),
        an_inference(3, "c5", 6, opposes=True),
        an_inference(4, "r1", 7, opposes=True),
        an_inference(5, "c4", 8),
        an_inference(6, "c6", 9, opposes=True),
        an_inference(7, "c2", 5),
    ]
    sources = [
        Source(id=SourceId("s1"), number=1, title="Prices and Smoke", author="Doe, Jane", issued="2020-01-13"),
        Source(
            id=SourceId("s2"),
            number=2,
            title="Who pays?",
            container_title="The Paper",
            issued="2021",
            genre="analysis",
            publisher="The Press",
            url="https://example.org/pays",
        ),
    ]
    citations = [
        a_citation(1, 3, 1, paragraph="4", quote="prices cut smoke by half", prefix="[They say]", suffix="in years."),
        a_citation(2, 5, 2, page="9", asserted_by="The Bank", via="a reporter"),
        a_citation(3, 5, 1),
    ]
    remark = Comment(id=CommentId("n1"), number=1, about=ClaimId("c5"), text="Says who?", author="Kim")
    about = About(id=MapId("m"), question="Should we tax carbon?")
    return ArgumentMap([about, *claims, *inferences, *sources, *citations, remark])


def a_citation(number: int, claim: int, source: int, **fields: str) -> Citation:
    """A citation of claim C*claim* to source S*source*."""
    ids = {"id": CitationId(f"t{number}"), "claim": ClaimId(f"c{claim}"), "source": SourceId(f"s{source}")}
    return Citation(**ids, **fields, order=f"a{number}")  # type: ignore[arg-type]  # each id has its class


def papers(map_: ArgumentMap, selection: Selection | None = None) -> list[Paper]:
    """The outline, the debate file and the memo of a map."""
    selection = selection or Selection()
    chosen = selected(map_, selection)
    return [make(map_, chosen, selection) for make in (outline, blocks, memo)]


def read_back(name: str, content: bytes) -> str:
    """The text that a reader of a file sees; for Markdown with its escapes taken away."""
    match name:
        case "docx":
            return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs)
        case "pdf":
            pages = "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
            return re.sub(r"(?m)^.* \d+ / \d+$", "", pages)  # without the lines at the foot
        case "html":
            return visible(content.decode())
        case "markdown":
            return re.sub(r"\\([!-/:-@[-`{-~])", r"\1", content.decode())
        case _:
            return content.decode()


class _Visible(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._hidden = tag in {"style", "script", "title"}

    def handle_endtag(self, tag: str) -> None:
        del tag
        self._hidden = False

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)


def visible(page: str) -> str:
    """The text of a page, without its style."""
    parser = _Visible()
    parser.feed(page)
    parser.close()
    return "".join(parser.parts)


def squeezed(text: str) -> str:
    """Text without white space and places to break, as printers move both about."""
    return re.sub(r"[\s\u200b]+", "", printable(text))


def members(content: bytes) -> dict[str, bytes]:
    """The parts of a zip package."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}
