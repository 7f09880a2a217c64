"""Papers as PDF: what each page holds."""

from __future__ import annotations

import io

import pypdf
import pytest

from argmap.model import ArgumentMap
from argmap.outlines import Selection
from argmap.publishing import format_of, publish
from tests.conftest import a_claim, an_inference
from tests.publishing.conftest import papers, read_back


def test_a_step_that_a_paper_begins_with_says_what_it_does(debate: ArgumentMap) -> None:
    text = read_back("pdf", publish(papers(debate)[2], format_of("pdf")).content)
    assert "because: A price cuts emissions" in text
    assert "and: Emissions must fall" in text
    branch = papers(debate, Selection(at=debate.inferences[an_inference(2, "c1", 5).id]))[0]
    assert "opposes: Poor households pay most" in read_back("pdf", publish(branch, format_of("pdf")).content)


@pytest.mark.parametrize("kind", [1, 2], ids=["blocks", "memo"])
def test_a_very_long_claim_leaves_no_page_white(kind: int) -> None:
    long = "A claim of two thousand characters that goes on and on " * 36
    claims = [a_claim(1, "Yes", "a0"), a_claim(2, long), *(a_claim(n, f"Reason {n}") for n in range(3, 40))]
    steps = [an_inference(1, "c1", 2), *(an_inference(n, "c2", n) for n in range(3, 40))]
    paper = papers(ArgumentMap([*claims, *steps]))[kind]
    first = pypdf.PdfReader(io.BytesIO(publish(paper, format_of("pdf")).content)).pages[0].extract_text()
    assert " ".join(first.split()).count("goes on and on") > 30
