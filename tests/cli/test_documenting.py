"""Sources, citations, comments and terms from the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from argmap.model.labels import find_claim, find_source

if TYPE_CHECKING:
    from argmap.model import Citation
    from tests.cli.conftest import Argmap, Reading


def test_sources_are_listed_with_what_cites_them(argmap: Argmap, m: str) -> None:
    assert argmap("sources", m).lines == [
        "S1  Doe, Jane, “Who pays?”, 2024  (1 claim)",
        "    one voice: S1 ¶4 = S2 ¶12",
        "S2  “The same again”, News  (1 claim)",
    ]


@pytest.mark.parametrize("order", [("FILE", "--json"), ("--json", "FILE")])
def test_sources_are_listed_as_json(argmap: Argmap, m: str, order: tuple[str, ...]) -> None:
    answer = argmap("sources", *(m if each == "FILE" else each for each in order))
    first, second = json.loads(answer.out)
    assert (first["number"], first["title"], first["author"], first["cited_by"]) == (
        *(1, "Who pays?", "Doe, Jane"),
        ["C3"],
    )
    assert (second["container_title"], second["cited_by"]) == ("News", ["C5"])


_DESCRIBED = {
    "title": "T",
    "author": "Roe, Richard",
    "container-title": "Daily",
    "issued": "2025-01-02",
    "publisher": "P",
    "url": "https://example.org",
    "genre": "opinion",
    "language": "en",
    "note": "N",
}


def test_a_source_is_added_with_all_that_is_known_of_it(argmap: Argmap, m: str, now: Reading) -> None:
    options = [part for name, value in _DESCRIBED.items() for part in (f"--{name}", value)]
    assert argmap("sources", m, "add", *options).lines == ["Done: Add source S3.", "  S3: T"]
    source = find_source(now(), "S3")
    assert {name: getattr(source, name.replace("-", "_")) for name in _DESCRIBED} == _DESCRIBED


@pytest.mark.parametrize("name", sorted(set(_DESCRIBED) - {"title"}))
def test_each_field_of_a_source_is_edited_and_taken_away(argmap: Argmap, m: str, now: Reading, name: str) -> None:
    assert argmap("sources", m, "edit", "S1", f"--{name}", "New").lines == ["Done: Edit source S1."]
    assert getattr(find_source(now(), "S1"), name.replace("-", "_")) == "New"
    assert argmap("sources", m, "edit", "S1", f"--{name}", "").status == 0
    assert getattr(find_source(now(), "S1"), name.replace("-", "_")) == ""


def test_a_source_is_removed_with_its_citations(argmap: Argmap, m: str, now: Reading) -> None:
    assert argmap("sources", m, "remove", "S1").lines == ["Done: Remove source S1."]
    assert (len(now().sources), len(now().citations), len(now().dependences)) == (1, 1, 0)


def test_passages_are_one_voice_and_then_two(argmap: Argmap, m: str, now: Reading) -> None:
    voices = ("sources", m, "same", "S2", "S1", "--paragraph-a", "1", "--paragraph-b", "2")
    assert argmap(*voices, "--note", "Same words").lines == ["Done: Record S2 and S1 as one voice."]
    assert [each.note for each in now().dependences.values()] == ["", "Same words"]
    assert argmap(*voices, "--not").lines == ["Done: Take S2 and S1 as two voices."]
    assert len(now().dependences) == 1


def test_a_map_without_sources_says_how_to_add_one(argmap: Argmap) -> None:
    assert argmap("new", "empty.argmap").status == 0
    answer = argmap("sources", "empty.argmap")
    assert (answer.status, answer.out) == (0, "")
    assert answer.err == "No sources yet. To add one: argmap sources FILE add --title …\n"
    assert argmap("sources", "empty.argmap", "--json").out == "[]\n"


def _citation(now: Reading, label: str, place: int = 0) -> Citation:
    map_ = now()
    return map_.citations_of(find_claim(map_, label).id)[place]


def test_a_claim_is_tied_to_a_passage(argmap: Argmap, m: str, now: Reading) -> None:
    answer = argmap(
        *("cite", m, "C4", "2", "-p", "26-27", "--page", "12", "--quote", "exact words", "--by", "CENTCOM"),
        *("--via", "Reuters", "--as-of", "2024-07", "--note", "N", "--inferred", "--uncertain"),
    )
    cited = _citation(now, "C4")
    assert answer.lines == ["Done: Cite S2 for C4."]
    assert now().sources[cited.source].label == "S2"
    assert (cited.paragraph, cited.page, cited.quote, cited.asserted_by, cited.via, cited.as_of, cited.note) == (
        *("26-27", "12", "exact words", "CENTCOM"),
        *("Reuters", "2024-07", "N"),
    )
    assert (cited.inferred, cited.uncertain) == (True, True)


def test_a_citation_is_edited_and_parts_of_it_taken_away(argmap: Argmap, m: str, now: Reading) -> None:
    assert argmap("cite", m, "C3", "--edit", "1", "--page", "9", "--via", "", "--uncertain").lines == [
        "Done: Edit a citation of C3."
    ]
    cited = _citation(now, "C3")
    assert (cited.paragraph, cited.page, cited.via, cited.uncertain) == ("4", "9", "", True)
    assert argmap("cite", m, "C3", "--edit", "1", "--not-uncertain").status == 0
    assert not _citation(now, "C3").uncertain


def test_a_citation_is_removed(argmap: Argmap, m: str, now: Reading) -> None:
    assert argmap("cite", m, "C3", "S2").status == 0
    assert argmap("cite", m, "C3", "--remove", "1").lines == ["Done: No longer cite S1 for C3."]
    assert now().sources[_citation(now, "C3").source].label == "S2"


def test_comments_are_listed(argmap: Argmap, m: str) -> None:
    assert argmap("comment", m, "--resolve", "N1").lines == ["Done: Resolve comment N1."]
    assert argmap("comment", m).lines == [
        "N1 on C3 by Joe (resolved): Which year?",
        "N2 on the map by Joe: Sources are missing",
    ]
    assert argmap("comment", m, "--reopen", "1").lines == ["Done: Reopen comment N1."]
    assert argmap("comment", m).lines[0] == "N1 on C3 by Joe: Which year?"


def test_comments_are_listed_as_json(argmap: Argmap, m: str) -> None:
    first, _ = json.loads(argmap("comment", m, "--json").out)
    assert first == {
        "comment": "N1",
        "on": "C3",
        "author": "Joe",
        "at": 1_700_000_000_000,
        "text": "Which year?",
        "resolved": False,
    }


@pytest.mark.parametrize(
    ("arguments", "label", "about"),
    [
        (("C1", "Really?"), "Comment on C1", "C1"),
        (("R3", "Really?"), "Comment on C6's step", "R3"),
        (("--on-map", "Really?"), "Comment on the map", "the map"),
    ],
)
def test_a_comment_is_made_with_its_author(
    argmap: Argmap, m: str, arguments: tuple[str, ...], label: str, about: str
) -> None:
    assert argmap("comment", m, *arguments).lines == [f"Done: {label}.", "  N3: Really?"]
    assert argmap("comment", m).lines[-1] == f"N3 on {about} by Tester: Really?"


def test_a_comment_is_edited(argmap: Argmap, m: str) -> None:
    assert argmap("comment", m, "--edit", "N1", "Which month?").lines == ["Done: Edit comment N1."]
    assert argmap("comment", m).lines[0] == "N1 on C3 by Joe: Which month?"


def test_a_map_without_comments_says_how_to_make_one(argmap: Argmap) -> None:
    assert argmap("new", "empty.argmap").status == 0
    answer = argmap("comment", "empty.argmap")
    assert (answer.status, answer.out) == (0, "")
    assert answer.err == 'No comments yet. To make one: argmap comment FILE C17 "…"\n'


def test_terms_are_listed_added_edited_and_removed(argmap: Argmap, m: str) -> None:
    assert argmap("terms", m).lines == ["1  carbon tax = emissions levy"]
    assert argmap("terms", m, "add", "ISIS", "Daesh", "Islamic State").lines == ["Done: Add the term ISIS."]
    assert argmap("terms", m).lines == ["1  ISIS = Daesh = Islamic State", "2  carbon tax = emissions levy"]
    assert argmap("terms", m, "edit", "1", "ISIS", "ISIL").lines == ["Done: Edit the term ISIS."]
    assert json.loads(argmap("terms", m, "--json").out) == [["ISIS", "ISIL"], ["carbon tax", "emissions levy"]]
    assert argmap("terms", m, "remove", "2").lines == ["Done: Remove the term carbon tax."]
    assert argmap("terms", m).lines == ["1  ISIS = ISIL"]


def test_a_map_without_terms_says_how_to_add_one(argmap: Argmap) -> None:
    assert argmap("new", "empty.argmap").status == 0
    answer = argmap("terms", "empty.argmap")
    assert (answer.status, answer.out) == (0, "")
    assert answer.err == ("No terms yet. To say that words mean the same: argmap terms FILE add ISIS Daesh\n")
