"""Sources in Chicago author-date style: whatever of them is known, and whatever is missing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import Citation, ClaimId, Source, SourceId
from argmap.outlines.bibliography import Bibliography, entry, family_names, read_date, web_address
from tests.strategies import texts


def a_source(number: int = 1, title: str = "On Tax", **fields: Any) -> Source:
    return Source(id=SourceId(f"s{number}"), number=number, title=title, **fields)


def a_citation(source: int = 1, **fields: Any) -> Citation:
    return Citation(claim=ClaimId("c1"), source=SourceId(f"s{source}"), **fields)


def words(source: Source) -> str:
    return "".join(run.text for run in entry(source))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "On Tax. n.d."),
        ({"title": "On the Tax " * 9 + "That Is"}, f"{'On the Tax ' * 9}That Is. n.d."),
        ({"author": "On Tax", "issued": "2020"}, "On Tax. 2020. “On Tax.”"),
        ({"author": "Doe, Jane"}, "Doe, Jane. n.d. “On Tax.”"),
        (
            {"author": "Doe, Jane", "issued": "2020-01-13", "container_title": "The Paper", "url": "https://x.org/a"},
            "Doe, Jane. 2020. “On Tax.” The Paper, January 13. https://x.org/a",
        ),
        ({"container_title": "The Paper", "issued": "2020-07"}, "The Paper. 2020. “On Tax.” July."),
        ({"publisher": "The Press", "issued": "2020"}, "The Press. 2020. “On Tax.”"),
        (
            {"author": "Doe, J.", "publisher": "The Press", "container_title": "The Paper", "issued": "2020"},
            "Doe, J. 2020. “On Tax.” The Paper. The Press.",
        ),
        ({"author": "Doe", "issued": "spring 2019"}, "Doe. 2019. “On Tax.” Spring 2019."),
        ({"author": "Doe", "issued": "lately"}, "Doe. n.d. “On Tax.” Lately."),
        ({"author": "Doe", "accessed": "2024-02-03"}, "Doe. n.d. “On Tax.” Accessed February 3, 2024."),
        ({"author": "Doe", "title": "Why Tax?"}, "Doe. n.d. “Why Tax?”"),
        ({"author": "Doe, Jane; Roe, Rick A."}, "Doe, Jane, and Rick A. Roe. n.d. “On Tax.”"),
        ({"author": "Doe, Jane and Roe, Rick and Poe, Ann"}, "Doe, Jane, Rick Roe, and Ann Poe. n.d. “On Tax.”"),
        ({"author": "Jane Doe; Rick Roe"}, "Jane Doe and Rick Roe. n.d. “On Tax.”"),
        ({"author": "Smith & Sons"}, "Smith & Sons. n.d. “On Tax.”"),
        (
            {"author": "; ".join(f"Doe, {given}" for given in "ABCDEFG")},
            "Doe, A, B Doe, C Doe, et al. n.d. “On Tax.”",
        ),
        ({"author": "Doe", "title": "[On tax]"}, "Doe. n.d. [On tax]."),
    ],
)
def test_a_source_is_listed_by_what_is_known_of_it(fields: dict[str, Any], expected: str) -> None:
    assert words(a_source(**fields)) == expected


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Coughlin, Con", "Coughlin"),
        ("Doe, Jane; Roe, Rick", "Doe and Roe"),
        ("Doe, Jane and Roe, Rick and Poe, Ann", "Doe et al."),
        ("World Bank", "World Bank"),
        (";", ";"),
        ("", "On Tax"),
    ],
)
def test_the_text_names_family_names(author: str, expected: str) -> None:
    assert family_names(a_source(author=author)) == expected


@pytest.mark.parametrize(
    ("text", "year", "within"),
    [
        ("2024-07-20", "2024", "July 20"),
        ("2024-7", "2024", "July"),
        ("2024", "2024", ""),
        ("2024-13-45", "2024", "2024-13-45"),
        ("99999", "n.d.", "99999"),
        ("", "n.d.", ""),
    ],
)
def test_dates_are_read_as_far_as_they_go(text: str, year: str, within: str) -> None:
    date = read_date(text)
    assert (date.year, date.within_year) == (year, within)


def test_places_in_one_source_are_named_together_in_the_order_of_its_text() -> None:
    listed = Bibliography([a_source(1, author="Doe, J", issued="2020"), a_source(2, container_title="Vox")])
    citations = [*(a_citation(1, paragraph=each) for each in ("18", "4", "1-2")), a_citation(2)]
    assert listed.cited([*citations, a_citation(1, paragraph="4")]) == "(Doe 2020, ¶1–2, ¶4, ¶18; Vox, n.d.)"
    assert listed.cited([]) == ""


def test_pages_are_named_without_a_word_for_them() -> None:
    listed = Bibliography([a_source(1, author="Doe, J", issued="2020")])
    assert listed.cited([a_citation(1, page="12-13"), a_citation(1, page="iv")]) == "(Doe 2020, 12–13, iv)"


def test_two_of_one_year_are_told_apart() -> None:
    sources = [a_source(1, "B", author="Doe, J", issued="2020"), a_source(2, "A", author="Doe, K", issued="2020-05")]
    listed = Bibliography(sources)
    assert listed.cited([a_citation(1), a_citation(2)]) == "(Doe 2020a; Doe 2020b)"
    assert [run[0].text for run in listed.entries()] == ["Doe, J. 2020a. ", "Doe, K. 2020b. "]
    undated = Bibliography([a_source(1, "B", author="Doe"), a_source(2, "A", author="Doe")])
    assert undated.cited([a_citation(1), a_citation(2)]) == "(Doe, n.d.-b; Doe, n.d.-a)"


@pytest.mark.parametrize(
    ("url", "links"),
    [
        ("https://example.org/a?b=c#d", True),
        ("mailto:a@b.org", True),
        ("javascript:alert(1)", False),
        ("https://x.org/ onclick", False),
        ('https://x.org/"><script>', False),
        ("file:///etc/passwd", False),
        ("", False),
    ],
)
def test_only_web_and_mail_addresses_become_links(url: str, links: bool) -> None:
    assert bool(web_address(url)) is links


_MAYBE = st.one_of(st.just(""), texts())


@given(title=texts(), author=_MAYBE, container=_MAYBE, issued=_MAYBE, publisher=_MAYBE, url=_MAYBE)
def test_any_source_can_be_listed(
    title: str, author: str, container: str, issued: str, publisher: str, url: str
) -> None:
    """On one line, with something before the year, and cited in the text too."""
    source = a_source(
        title=title, author=author, container_title=container, issued=issued, publisher=publisher, url=url
    )
    listed = words(source)
    assert listed == " ".join(listed.split())
    assert read_date(issued).year in listed
    cited = Bibliography([source]).cited([a_citation(paragraph="4")])
    assert cited.startswith("(")
    assert cited.endswith("¶4)")
