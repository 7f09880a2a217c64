"""What holds of every format: every claim is there, equal maps give equal bytes, foreign text stays text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from argmap.display import printable
from argmap.errors import UnfitError
from argmap.model import About, ArgumentMap, Claim, ClaimId, Source, SourceId
from argmap.outlines import Selection, selected
from argmap.outlines.pro_con import outline
from argmap.publishing import FORMATS, format_of, publish
from argmap.publishing.cleaning import NOTHING
from tests.conftest import a_claim, an_inference
from tests.publishing.conftest import a_citation, papers, read_back, squeezed
from tests.strategies import maps

NAMES = [each.name for each in FORMATS]
QUICK = ["text", "markdown", "html"]
HOSTILE = (
    "<script>alert(1)</script> &amp; \"quoted\" 'twice'",
    "#let x = 1; *bold* _under_ $math$ `code` @ref [link](http://x.org)",
    "\x1b[31mred\x07 and \u202eback\u2069 and \ufeffmark",
    "=cmd|' /C calc'!A0",
    "- a list, 1. a number, # a heading",
    "الانسحاب يمكّن داعش من العودة",
    "הנסיגה תאפשר שיבה",
    "撤军将使伊斯兰国卷土重来",
    "🇮🇶 👩‍👩‍👧 ❤️ and text",
    "w" * 300,
    "many words " * 180,
    "line one\nline two\n\n\tindented",
)


MEANT = {
    "html": (b'href="javascript', b"<script"),
    "markdown": (b"[link](", b" *bold*", b" <script"),
    "text": (b"\x07",),
}
"""What a format would take for more than text."""


def a_hostile_map() -> ArgumentMap:
    """A chain with a side branch at each claim, of texts that mean something to some format."""
    claims = [a_claim(number, text, "a0" if number == 1 else None) for number, text in enumerate(HOSTILE, 1)]
    steps = [
        an_inference(number, f"c{max(1, number - 2)}", number + 1, opposes=number % 2 == 0)
        for number in range(1, len(HOSTILE))
    ]
    source = Source(id=SourceId("s1"), number=1, title=HOSTILE[0], author=HOSTILE[1], url="javascript:alert(1)")
    cited = [a_citation(number, number, 1, quote=text, paragraph="<4>") for number, text in enumerate(HOSTILE, 1)]
    return ArgumentMap([About(title=HOSTILE[0], question=HOSTILE[2]), *claims, *steps, source, *cited])


@pytest.mark.parametrize("name", NAMES)
def test_every_claim_is_printed_with_its_number(debate: ArgumentMap, name: str) -> None:
    for paper in papers(debate):
        text = squeezed(read_back(name, publish(paper, format_of(name)).content))
        for claim in debate.claims.values():
            assert squeezed(claim.text) in text
            assert f"[{claim.label}]" in text


@pytest.mark.parametrize("name", NAMES)
def test_foreign_text_is_printed_and_means_nothing(name: str) -> None:
    """Not to a terminal, not to a browser, not to the typesetter; PDF readers give scripts back in their own way."""
    map_ = a_hostile_map()
    for paper in papers(map_):
        published = publish(paper, format_of(name))
        text = squeezed(read_back(name, published.content))
        for claim in map_.claims.values():
            if name != "pdf" or claim.text.isascii():
                assert (squeezed(claim.text) or squeezed(NOTHING)) in text
        assert "\x1b" not in text
        assert "\u202e" not in text
        for meant in MEANT.get(name, ()):
            assert meant not in published.content


def test_what_no_font_can_show_is_named() -> None:
    map_ = ArgumentMap([About(), a_claim(1, "Old \U00013000 sign", "a0")])
    published = publish(papers(map_)[0], format_of("pdf"))
    assert [notice for notice in published.notices if "U+13000" in notice] == list(published.notices) != []


def test_what_the_font_can_show_is_not_named(debate: ArgumentMap) -> None:
    claims = [Claim(id=ClaimId("c11"), number=11, text="Войска και Ñandú", position="a9")]
    published = publish(papers(ArgumentMap([*debate.entities(), *claims]))[0], format_of("pdf"))
    assert published.notices == ()
    assert "Войска" in read_back("pdf", published.content)


@pytest.mark.parametrize("name", NAMES)
def test_equal_maps_give_equal_bytes(debate: ArgumentMap, name: str) -> None:
    again = ArgumentMap(reversed(list(debate.entities())))
    assert [publish(paper, format_of(name)) for paper in papers(debate)] == [
        publish(paper, format_of(name)) for paper in papers(again)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_deep_chain_and_a_circle_are_printed(name: str) -> None:
    """No format indents or nests without end."""
    count = 300
    links = [an_inference(number, f"c{number}", number + 1) for number in range(1, count)]
    links.append(an_inference(count, f"c{count}", 1))
    map_ = ArgumentMap([About(), *(a_claim(number) for number in range(1, count + 1)), *links])
    content = publish(papers(map_)[0], format_of(name)).content
    assert f"[C{count}]" in squeezed(read_back(name, content))
    assert len(content) < 2_000_000


@given(maps())
@settings(max_examples=40)
def test_every_claim_of_any_map_is_printed(map_: ArgumentMap) -> None:
    for paper in papers(map_):
        for name in QUICK:
            text = squeezed(read_back(name, publish(paper, format_of(name)).content))
            for claim in map_.claims.values():
                assert (squeezed(claim.text) or squeezed(NOTHING)) in text
                assert f"[{claim.label}]" in text


@given(maps(max_claims=5))
@settings(max_examples=4)
def test_every_claim_of_any_map_is_in_the_word_file(map_: ArgumentMap) -> None:
    for paper in papers(map_):
        text = squeezed(read_back("docx", publish(paper, format_of("docx")).content))
        for claim in map_.claims.values():
            assert (squeezed(claim.text) or squeezed(NOTHING)) in text


@given(maps(max_claims=5))
@settings(max_examples=4)
def test_any_map_can_be_typeset(map_: ArgumentMap) -> None:
    for paper in papers(map_):
        text = squeezed(read_back("pdf", publish(paper, format_of("pdf")).content))
        assert all(f"[{claim.label}]" in text for claim in map_.claims.values())


def test_a_cut_selection_says_what_it_left_out(debate: ArgumentMap) -> None:
    selection = Selection(top=1, depth=1)
    paper = outline(debate, selected(debate, selection), selection)
    assert "5 of 10 claims left out" in paper.subtitle
    assert "the strongest 1 for and against" in paper.subtitle


@pytest.mark.parametrize(("typed", "found"), [("md", "markdown"), ("PDF", "pdf"), ("txt", "text"), ("html", "html")])
def test_a_format_is_found_by_name_or_suffix(typed: str, found: str) -> None:
    assert format_of(typed).name == found
    assert format_of(suffix=f".{typed}").name == found


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnfitError, match=r"no format “odt” for this.*text, markdown, docx, pdf, html"):
        format_of("odt")
    with pytest.raises(UnfitError, match=r"“.odt” names no format.*--to"):
        format_of(suffix=".odt")


def test_what_no_page_can_show_is_taken_out() -> None:
    assert printable("a\x00b\u202ec\ufeff\ud800d\uffff") == "abcd"
    assert printable("e\u0301 👩‍👩‍👧 ¶ שלום") == "e\u0301 👩‍👩‍👧 ¶ שלום"
