"""Debate files in Word: Verbatim's styles by name, alias and id, and cards where its macros and readers look."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings

from argmap.model import ArgumentMap, ClaimId, Source, SourceId
from argmap.outlines import Selection, selected
from argmap.outlines.arguments import said_against
from argmap.outlines.blocks import NO_ANSWER, blocks
from argmap.outlines.cards import card, cite
from argmap.outlines.paper import Heading, Paragraph
from argmap.publishing import format_of, publish
from tests.conftest import a_claim, an_inference
from tests.publishing.conftest import a_citation, members, papers
from tests.strategies import maps

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph as WordParagraph

    from argmap.outlines.paper import Paper


STYLES = {
    ("paragraph", "Normal", "Normal", "Normal/Card"),
    ("paragraph", "Heading1", "heading 1", "Pocket"),
    ("paragraph", "Heading2", "heading 2", "Hat"),
    ("paragraph", "Heading3", "heading 3", "Block"),
    ("paragraph", "Heading4", "heading 4", "Tag"),
    ("character", "Heading1Char", "Heading 1 Char", "Pocket Char"),
    ("character", "Heading2Char", "Heading 2 Char", "Hat Char"),
    ("character", "Heading3Char", "Heading 3 Char", "Block Char"),
    ("character", "Heading4Char", "Heading 4 Char", "Tag Char"),
    ("character", "DefaultParagraphFont", "Default Paragraph Font", ""),
    ("character", "Style13ptBold", "Style 13 pt Bold", "Cite"),
    ("character", "StyleUnderline", "Style Underline", "Underline"),
    ("character", "Emphasis", "Emphasis", ""),
}
"""Type, id, name and aliases of the styles, as Verbatim 6 has them."""


def the_file(map_: ArgumentMap, selection: Selection | None = None) -> list[WordParagraph]:
    """The paragraphs of a map's debate file."""
    content = publish(papers(map_, selection)[1], format_of("docx")).content
    return list(docx.Document(io.BytesIO(content)).paragraphs)


def level(paragraph: WordParagraph) -> int:
    """The level of a heading, 0 for body text."""
    found = re.fullmatch(r"Heading (\d)", paragraph.style.name if paragraph.style else "")
    return int(found[1]) if found else 0


def cited(paragraph: WordParagraph) -> list[str]:
    """The words in Cite style."""
    return [run.text for run in paragraph.runs if run.style is not None and run.style.name == "Style 13 pt Bold"]


def cards(paragraphs: list[WordParagraph]) -> list[tuple[str, str, str]]:
    """Tag, cite and body of every card, by the rule of readers of such files: second block the cite, the rest body."""
    found: list[tuple[str, list[str]]] = []
    for paragraph in paragraphs:
        if level(paragraph):
            found.append((paragraph.text if level(paragraph) == 4 else "", []))
        elif found:
            found[-1][1].append(paragraph.text)
    return [(tag, body[0], "\n".join(body[1:])) for tag, body in found if tag and body]


def test_the_styles_are_verbatims(debate: ArgumentMap) -> None:
    content = publish(papers(debate)[1], format_of("docx")).content
    styles = docx.Document(io.BytesIO(content)).styles.element.findall(qn("w:style"))
    found = {
        (
            style.get(qn("w:type")),
            style.get(qn("w:styleId")),
            style.find(qn("w:name")).get(qn("w:val")),
            "" if (alias := style.find(qn("w:aliases"))) is None else alias.get(qn("w:val")),
        )
        for style in styles
    }
    assert found >= STYLES
    custom = {style.get(qn("w:styleId")) for style in styles if style.get(qn("w:customStyle")) == "1"}
    assert {"Style13ptBold", "StyleUnderline"} <= custom
    assert "Emphasis" not in custom
    levels = {
        style.get(qn("w:styleId")): style.find(f".//{qn('w:outlineLvl')}").get(qn("w:val"))
        for style in styles
        if re.fullmatch(r"Heading[1-4]", style.get(qn("w:styleId")))
    }
    assert levels == {"Heading1": "0", "Heading2": "1", "Heading3": "2", "Heading4": "3"}


def test_a_side_is_told_by_pockets_hats_and_blocks(debate: ArgumentMap) -> None:
    side = debate.positions()[0]
    paragraphs = the_file(debate, Selection(side=side))
    told = [("  " * (level(each) - 1) + each.text) for each in paragraphs if level(each)]
    assert told == [
        "Case: We should tax carbon",
        "  Overview",
        "    What we defend",
        "      We should tax carbon [C1]",
        "  Contention 1: A price cuts emissions and Emissions must fall",
        "    Contention 1 — shell",
        "      A price cuts emissions [C3]",
        "      And: Emissions must fall [C4]",
        "      1. (for C4) Few firms can move [C8]",
        "Answers: We should tax carbon",
        "  AT: Poor households pay most",
        "    AT: Poor households pay most — frontline",
        "      They say: Poor households pay most [C5]",
        "      1. The revenue can be paid back [C6]",
        "    AT: Paying back costs more than it brings — backline",
        "      They say: Paying back costs more than it brings [C9]",
        f"      {NO_ANSWER}",
        "Attacks to expect: We should tax carbon",
        "  They attack: A price cuts emissions and Emissions must fall",
        "    AT: Cuts elsewhere cancel them — frontline",
        "      They say: That does not follow: Cuts elsewhere cancel them [C7]",
        f"      {NO_ANSWER}",
    ]


def test_a_card_is_a_tag_a_cite_and_its_text(debate: ArgumentMap) -> None:
    """The last name and the year in Cite style, dates as debaters write them, the address last."""
    tag, cite, text = list(card(debate, debate.claims[next(c for c in debate.claims if c == "c3")]))
    assert tag == Heading(4, "A price cuts emissions [C3]")
    assert isinstance(cite, Paragraph)
    assert isinstance(text, Paragraph)
    assert cite.text == 'Jane Doe, 1-13-2020, ¶4, "Prices and Smoke"'
    assert [run.text for run in cite.runs if run.manner == "cite"] == ["Doe", "2020"]
    assert text.text == "… [They say] prices cut smoke by half in years."
    assert [run.text for run in text.runs if run.manner == "underline"] == ["prices cut smoke by half"]
    _, cite, text = list(card(debate, debate.claims[next(c for c in debate.claims if c == "c5")]))
    assert isinstance(cite, Paragraph)
    assert isinstance(text, Paragraph)
    assert cite.text == (
        'The Paper, analysis, 2021, p. 9, citing The Bank via a reporter, "Who pays?", The Press, '
        "https://example.org/pays"
    )
    assert text.text == "In our words: Poor households pay most (Also: Doe 2020.)"


def check_rules(map_: ArgumentMap) -> None:
    """Headings never skip a level downwards, none is empty; cites and card texts are what macros take them for."""
    paragraphs = the_file(map_)
    before = 0
    for place, paragraph in enumerate(paragraphs):
        here = level(paragraph)
        if here:
            assert paragraph.text.strip()
            assert here <= before + 1
            before = here
            continue
        assert paragraph.text.strip()
        if level(paragraphs[place - 1]) == 4:
            assert len(cited(paragraph)) == 2
            assert "http" not in paragraph.text or re.search(r", https?://\S+$", paragraph.text), "the address is last"
        else:
            assert level(paragraphs[place - 2]) == 4, "a card has three paragraphs"
            assert not cited(paragraph)
            assert not paragraph.text.startswith(("[", "(", "<", "*"))
            assert "http" not in paragraph.text.lower()
    sourced = [claim for claim in map_.claims.values() if map_.citations_of(claim.id)]
    found = cards(paragraphs)
    assert all(cite and body for _, cite, body in found)
    assert {f"[{claim.label}]" for claim in sourced} <= {
        label for tag, _, _ in found for label in re.findall(r"\[C\d+\]", tag)
    }


def test_a_cite_stays_on_the_page_of_its_card(debate: ArgumentMap) -> None:
    cites = [each for each in the_file(debate) if any(run.style.style_id == "Style13ptBold" for run in each.runs)]
    assert cites
    assert all(each.paragraph_format.keep_with_next for each in cites)


def test_the_cards_are_found_by_their_rule(debate: ArgumentMap) -> None:
    check_rules(debate)


@given(maps(max_claims=6))
@settings(max_examples=5)
def test_the_cards_of_any_map_are_found_by_their_rule(map_: ArgumentMap) -> None:
    check_rules(map_)


@given(maps())
@settings(max_examples=30)
def test_every_attack_is_met_or_marked(map_: ArgumentMap) -> None:
    """Each objection and undercut stands in a block of its own or among the answers of one; the unmet say so."""
    chosen = selected(map_, Selection())
    paper = blocks(map_, chosen, Selection())
    tags = [block.text for block in paper.blocks if isinstance(block, Heading) and block.level == 4]
    for row in chosen.rows:
        inference = row.line.inference
        if inference is not None and not inference.supports:
            assert any(f"[{row.line.claim.label}]" in tag for tag in tags)
    fronts = [b.text for b in paper.blocks if isinstance(b, Heading) and b.level == 3 and b.text.startswith("AT: ")]
    assert len(fronts) == len(lines_of(paper))
    hats = [b.text for b in paper.blocks if isinstance(b, Heading) and b.level == 2 and b.text.startswith("AT: ")]
    against = [part for part in chosen.parts for row in part if row.line.depth == 1 and row.line.kind == "objection"]
    undercuts = [part for part in chosen.parts for row in part if row.line.depth == 1 and row.line.kind == "undercut"]
    assert len(hats) == len(against) + len(undercuts)


def lines_of(paper: Paper) -> list[list[str]]:
    """The tags of every frontline and backline."""
    found: list[list[str] | None] = []
    for block in paper.blocks:
        if isinstance(block, Heading) and block.level < 4:
            found.append([] if block.level == 3 and block.text.startswith("AT: ") else None)
        elif isinstance(block, Heading) and found and (tags := found[-1]) is not None:
            tags.append(block.text)
    return [tags for tags in found if tags is not None]


def labels(tag: str) -> set[str]:
    """The claims of a tag; for several premises, those of the first."""
    return set(re.findall(r"\[(C\d+)\]", tag))


@given(maps())
@settings(max_examples=60)
def test_a_line_tells_the_answers_that_the_map_has_or_that_it_has_none(map_: ArgumentMap) -> None:
    for they_say, *answers in lines_of(blocks(map_, selected(map_, Selection()), Selection())):
        theirs = {claim.id for claim in map_.claims.values() if claim.label in labels(they_say)}
        attacks = [each for each in map_.inferences.values() if theirs & set(each.premises) and not each.supports]
        met = [said_against(map_, each) for each in attacks]
        if NO_ANSWER in answers:
            assert not all(met)
        elif not any(tag.startswith("Answers: see") for tag in answers):
            ours = {map_.claims[premise].label for found in met for each in found for premise in each.premises}
            assert any(ours & labels(tag) for tag in answers)


def test_answers_to_a_reason_that_two_attacks_share_are_told_once_and_pointed_to() -> None:
    """C3 supports both C2 and C5, which attack C1; C4 answers it."""
    links = [
        an_inference(1, "c1", 2, opposes=True),
        an_inference(2, "c2", 3),
        an_inference(3, "c3", 4, opposes=True),
        an_inference(4, "c1", 5, opposes=True, order="a1"),
        an_inference(5, "c5", 3),
    ]
    map_ = ArgumentMap([*(a_claim(number, position="a0" if number == 1 else None) for number in range(1, 6)), *links])
    assert lines_of(blocks(map_, selected(map_, Selection()), Selection())) == [
        ["They say: Claim 2 [C2]", "They say: 1. Claim 3 [C3]", "1. Claim 4 [C4]"],
        ["They say: Claim 5 [C5]", "They say: 1. Claim 3 [C3] (support at C3 above)", "Answers: see C3 above"],
    ]


def test_cut_answers_are_not_called_missing(debate: ArgumentMap) -> None:
    """C6 answers C5, but stands too deep to be told."""
    selection = Selection(depth=1, side=debate.positions()[0])
    paper = blocks(debate, selected(debate, selection), selection)
    tags = [block.text for block in paper.blocks if isinstance(block, Heading) and block.level == 4]
    assert "The map has answers; they are left out here" in tags
    assert NO_ANSWER not in tags


@pytest.mark.parametrize("place", [0, 1])
def test_the_package_has_no_time_and_no_stranger_in_it(debate: ArgumentMap, place: int) -> None:
    content = publish(papers(debate)[place], format_of("docx")).content
    properties = members(content)["docProps/core.xml"].decode()
    assert "python-docx" not in properties
    assert re.findall(r"\d{4}-\d\d-\d\d", properties) == ["2000-01-01", "2000-01-01"]


def test_outlines_are_numbered_by_word_as_by_us(debate: ArgumentMap) -> None:
    """Levels and order of the numbered paragraphs are those of our numbers; the format of each level is too."""
    paper = papers(debate)[0]
    content = publish(paper, format_of("docx")).content
    document = docx.Document(io.BytesIO(content))
    numbered = [
        (int(number.find(qn("w:ilvl")).get(qn("w:val"))), paragraph.text)
        for paragraph in document.paragraphs
        if (number := paragraph._p.find(f".//{qn('w:numPr')}")) is not None
    ]
    expected = [block for block in paper.blocks if getattr(block, "number", "")]
    assert [depth for depth, _ in numbered] == [block.depth for block in expected]  # type: ignore[union-attr]
    levels = document.part.numbering_part.element.find(qn("w:abstractNum")).findall(qn("w:lvl"))
    assert len(levels) == 9
    assert [each.find(qn("w:numFmt")).get(qn("w:val")) for each in levels[:6]] == [
        "upperRoman",
        "upperLetter",
        "decimal",
        "lowerLetter",
        "lowerRoman",
        "decimal",
    ]
    assert levels[2].find(qn("w:lvlText")).get(qn("w:val")) == "%1.%2.%3"


def test_other_passages_of_one_text_are_named_together_in_its_order(debate: ArgumentMap) -> None:
    places = [a_citation(20 + number, 3, 1, paragraph=str(number)) for number in (18, 5)]
    map_ = ArgumentMap([*debate.entities(), *places])
    words = [block.text for block in card(map_, map_.claims[ClaimId("c3")]) if isinstance(block, Paragraph)]
    assert words[-1].endswith("(Also: Doe 2020 ¶5, ¶18.)")


def test_a_page_prints_only_name_and_year_of_a_cite_in_bold(debate: ArgumentMap) -> None:
    page = publish(papers(debate)[1], format_of("html")).content.decode()
    assert 'Jane <span class="cite">Doe</span>' in page
    assert not re.search(r"[^n]\.cite {", page)  # no paragraph of that name


@pytest.mark.parametrize(
    ("author", "told", "in_style"),
    [
        ("Doe, Jane; Roe, Rick", "Jane Doe and Rick Roe, ", ["Doe", "Roe", "2020"]),
        ("Doe, Jane; Roe, Rick; Poe, Ann", "Jane Doe et al., ", ["Doe", "2020"]),
        ("World Bank", "World Bank, ", ["World Bank", "2020"]),
    ],
)
def test_a_cite_names_two_authors_or_the_first_of_many(author: str, told: str, in_style: list[str]) -> None:
    made = cite(Source(number=1, title="T", author=author, issued="2020"))
    assert made.text == f'{told}2020, "T"'
    assert [run.text for run in made.runs if run.manner == "cite"] == in_style


def test_other_passages_of_authors_alike_are_told_apart_by_title(debate: ArgumentMap) -> None:
    (doe,) = (source for source in debate.sources.values() if source.author.startswith("Doe"))
    more = Source(id=SourceId("s9"), number=9, title="Fires", author="Doe, Jane", issued="2020-05")
    map_ = ArgumentMap([*debate.entities(), more, a_citation(20, 3, 9, paragraph="7")])
    words = [block.text for block in card(map_, map_.claims[ClaimId("c3")]) if isinstance(block, Paragraph)]
    assert doe.issued.startswith("2020")
    assert words[-1].endswith("(Also: Doe 2020 “Fires” ¶7.)")
