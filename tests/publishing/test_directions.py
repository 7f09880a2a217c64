"""Directions: sources go by what most of their letters are, everything else by its first letter."""

from __future__ import annotations

import io
import re

import docx
import pypdf
import pytest
from docx.oxml.ns import qn

from argmap.model import About, ArgumentMap, MapId, Source, SourceId
from argmap.outlines import Selection
from argmap.outlines.paper import Run
from argmap.publishing import format_of
from argmap.publishing.directions import runs_from_right
from argmap.publishing.printouts import Wishes, printed
from tests.conftest import a_claim, an_inference
from tests.publishing.conftest import a_citation


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ((Run("كاتب, س. 2024. “Why the troops should leave.” "), Run("The Paper", "italic"), Run(".")), False),
        ((Run("كاتب, س. 2024. “لماذا يجب أن تنسحب القوات.” "),), True),
        ((Run("כהן. 2024. “מאמר.” "), Run("https://example.org/a/long/address", link="https://example.org/")), True),
        ((Run("Cohen, D. 2024. “מדוע הכוחות צריכים לעזוב את עיראק.”"),), True),
        ((Run("1984."),), False),
    ],
)
def test_a_source_is_read_as_most_of_it_is(runs: tuple[Run, ...], *, expected: bool) -> None:
    assert runs_from_right(runs, "reference") is expected


def test_other_paragraphs_go_by_their_first_letter() -> None:
    assert runs_from_right((Run("123 "), Run("יש and then a long way of English")))
    assert not runs_from_right((Run("But: "), Run("לא כך הוא הדבר")))


@pytest.mark.parametrize("kind", ["outline", "memo", "cards"])
def test_a_latin_title_behind_an_arabic_name_is_set_from_the_left(kind: str) -> None:
    title = "Why the troops should leave the country at once"
    source = Source(id=SourceId("s1"), number=1, title=title, author="كاتب, سعيد", issued="2024")
    map_ = ArgumentMap([a_claim(1, "Yes", "a0"), source, a_citation(1, 1, 1)])
    word = printed(map_, kind, Selection(), format_of("docx"), Wishes()).content
    paragraphs = list(docx.Document(io.BytesIO(word)).element.body.iter(qn("w:p")))
    named = [each for each in paragraphs if title in "".join(words.text or "" for words in each.iter(qn("w:t")))]
    assert named
    assert not [each for each in named if each.find(f".//{qn('w:bidi')}") is not None]
    page = printed(map_, kind, Selection(), format_of("html"), Wishes()).content.decode()
    ways = re.findall(rf'<(?:p|li) dir="(\w+)"[^>]*>(?:(?!</p>).)*{title}', page)
    assert ways
    assert set(ways) == {"ltr"}


def _arabic() -> ArgumentMap:
    texts = "يجب على القوات أن تبقى", "داعش لا يزال قادراً على العودة", "الجيش ضعيف"
    return ArgumentMap(
        [
            About(id=MapId("m"), question="هل يجب أن تغادر القوات؟", language="ar"),
            *(a_claim(number, text, "a0" if number == 1 else None) for number, text in enumerate(texts, 1)),
            an_inference(1, "c1", 2),
            an_inference(2, "c2", 3),
        ]
    )


def _page_of(kind: str) -> pypdf.PageObject:
    content = printed(_arabic(), kind, Selection(), format_of("pdf"), Wishes()).content
    return pypdf.PdfReader(io.BytesIO(content)).pages[0]


def test_a_sentence_of_ours_keeps_its_brackets_and_its_stop_on_an_arabic_page() -> None:
    said = _page_of("memo").extract_text().splitlines()
    assert "(Yours to write: which option, and which of the reasons above decide.)" in said


def test_points_are_indented_from_the_right_on_an_arabic_page() -> None:
    signs: list[float] = []

    def note(text: str, way: list[float], line: list[float], *_: object) -> None:
        if text.strip() in {"=", "+"}:
            signs.append(way[4] + line[4])

    _page_of("outline").extract_text(visitor_text=note)
    position, reason, deeper = signs
    assert position - reason > 12
    assert reason - deeper > 12
