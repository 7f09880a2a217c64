"""Kialo's text files, old and new: pros and cons, claims used twice, questions with several theses, links."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import formats
from argmap.model import About, ArgumentMap, Citation, Claim, ClaimId, Inference, Polarity, Source
from argmap.model.order import keys
from tests.conftest import a_claim, an_inference
from tests.formats.arguments import WORDS, arguments, cleaned, shape

OLDER = r"""Discussion Title: Should the park be fenced?

1. The park should be fenced.
1.1. Pro: Dogs run \(daily\) onto the [road](https://example.org/road).
1.1.1. Con: Owners can use a lead.
1.2. Con: A fence is ugly.
It also costs money:
- paint
- repairs
1.2.1. Pro: -> See 1.1.1.
1.2.2. Con: -> See 9.9.
"""

NEWER = """Discussion Name:
What should the town build?

1. Question:
What should the town build?

  1.1. Thesis:
  A library

    1.1.1. Pro:
    Everybody can read there. [1] [2]

    1.1.2. Con:
    It is dear
    and slow. [7]

  1.2. Thesis:
  A pool

    1.2.1. Con:
    -> See 1.1.2.

    1.2.2. Pro:
    -> See discussion #35761: Are pools fun?

Sources:
[1] https://example.org/a
[2] https://example.org/a
""".replace("\n", "\r\n")


def steps(map_: ArgumentMap) -> list[tuple[str, str, str]]:
    """Premise, kind and target of every inference."""
    return [
        (map_.claims[each.premises[0]].text, each.kind, map_.claims[each.target].text)  # type: ignore[index]
        for each in map_.inferences.values()
    ]


def test_the_older_layout_is_read() -> None:
    found = formats.read(OLDER.encode(), "park.txt")
    assert found.report.format_name == "kialo"
    ugly = "A fence is ugly.\nIt also costs money:\n- paint\n- repairs"
    top, dogs, lead = "The park should be fenced.", "Dogs run (daily) onto the road.", "Owners can use a lead."
    assert steps(found.map()) == [
        (dogs, "reason", top),
        (lead, "objection", dogs),
        (ugly, "objection", top),
        (lead, "reason", ugly),
    ]
    assert [claim.text for claim in found.map().positions()] == [top]
    assert [source.url for source in found.map().sources.values()] == ["https://example.org/road"]
    assert [loss.sentence for loss in found.report.losses] == [
        "1 entry refers to a claim that the file does not hold and was left out (line 11)"
    ]


def test_the_newer_layout_is_read_with_its_question_and_its_sources() -> None:
    found = formats.read(NEWER.encode(), "town.txt")
    map_ = found.map()
    assert found.report.format_name == "kialo2"
    assert found.report.is_lossless
    assert (map_.about.title, map_.about.question) == ("What should the town build?",) * 2
    assert [claim.text for claim in map_.positions()] == ["A library", "A pool"]
    dear = "It is dear\nand slow. [7]"
    assert (dear, "objection", "A library") in steps(map_)
    assert (dear, "objection", "A pool") in steps(map_)
    assert ("-> See discussion #35761: Are pools fun?", "reason", "A pool") in steps(map_)
    assert len(map_.sources) == len(map_.citations) == 1
    assert "Everybody can read there." in [claim.text for claim in map_.claims.values()]


@pytest.mark.parametrize("text", [OLDER, NEWER])
@pytest.mark.parametrize("share", [0.3, 0.5, 0.7, 0.9])
def test_a_file_cut_anywhere_is_read_as_far_as_it_goes(text: str, share: float) -> None:
    whole = formats.read(text.encode(), "x").map()
    part = formats.read(text[: int(len(text) * share)].encode(), "x", "kialo").map()
    texts = [claim.text for claim in whole.claims.values()]
    found = [claim.text.partition(" [")[0] for claim in part.claims.values()][:-1]
    assert found == [each.partition(" [")[0] for each in texts[: len(found)]]


@st.composite
def trees(draw: st.DrawFn) -> ArgumentMap:
    """Claims under one position, each a premise by itself: all that a Kialo file can hold."""
    texts = draw(st.lists(WORDS.map(_plain), min_size=1, max_size=8))
    claims = [
        Claim(id=ClaimId(f"c{place}"), number=place + 1, text=text, position=None if place else "a0")
        for place, text in enumerate(texts)
    ]
    above = [claims[draw(st.integers(0, place - 1))] for place in range(1, len(claims))]
    steps = [
        Inference(
            number=place, polarity=draw(st.sampled_from(Polarity)), target=target.id, premises=(claims[place].id,)
        )
        for place, target in enumerate(above, 1)
    ]
    return ArgumentMap([About(title="t"), *claims, *steps])


def _plain(text: str) -> str:
    """One line without what Kialo itself would read as a link or a stance."""
    return "W" + " ".join(text.replace("](", "").split())


@given(trees(), st.sampled_from(["kialo", "kialo2"]))
def test_a_tree_goes_out_and_comes_back(map_: ArgumentMap, name: str) -> None:
    map_ = cleaned(map_)
    written = formats.write(map_, name)
    back = formats.read(written.content, "x").map()
    assert written.report.is_lossless
    assert sorted(claim.text for claim in back.claims.values()) == sorted(c.text for c in map_.claims.values())
    assert sorted(steps(back)) == sorted(steps(map_))


@given(arguments(), st.sampled_from(["kialo", "kialo2"]))
def test_what_any_map_loses_is_told(map_: ArgumentMap, name: str) -> None:
    report = formats.write(map_, name).report
    losses = {loss.code: loss.count for loss in report.losses}
    assert losses.get("on-steps", 0) == sum(each.bears_on_inference for each in map_.inferences.values())
    assert losses.get("unplaced", 0) <= len(map_.claims) - len(map_.positions())


def test_a_discussion_goes_from_one_layout_to_the_other() -> None:
    map_ = cleaned(formats.read(NEWER.encode(), "x").map())
    for name in ("kialo", "kialo2"):
        back = formats.read(formats.write(map_, name).content, "x").map()
        assert shape(back)[1:] == shape(map_)[1:]


def test_losses_are_named_with_their_places() -> None:
    text = (
        "[A]: a {argmap: {position: a0}}\n  + b\n    + [A]\n\n<X>\n\n(1) c\n(2) d\n----\n(3) [A]\n\n<X>\n  _ e\n\nf\n"
    )
    map_ = formats.read(text.encode(), "x", "argdown").map()
    losses = {loss.code: loss.count for loss in formats.write(map_, "kialo").report.losses}
    assert losses == {"joint": 1, "circles": 1, "on-steps": 1, "unplaced": 2, "extras": losses["extras"]}


def test_deep_and_hostile_files_are_read() -> None:
    number = "1."
    lines = ["Discussion Title: deep", "", "1. top"]
    for _ in range(600):
        number += "1."
        lines.append(f"{number} Pro: one more")
    assert len(formats.read("\n".join(lines).encode(), "x").map().inferences) == 600
    for text in (
        "Discussion Title:",
        "Discussion Name:\n",
        "Discussion Title: x\n\n1.1. Pro: no top\n2. two\n1. Pro:\n",
    ):
        formats.read(text.encode(), "x", "kialo").map()
    formats.read(("Discussion Title: x\n\n1. " + "[a](" * 20_000).encode(), "x").map()


QUOTED = """Discussion Name:
Which? [1]

1. Thesis:
A library [7]
Sources:
of joy

  1.1. Pro:
  Everybody can (really) read there. [1] [2] [3]

Sources:
[1] https://example.org/a
"One line.

[9] And another."
[2] https://example.org/b
The report says: "yes"
[3] The town's own words
[5] https://example.org/unused
noted
"""


def test_what_is_quoted_below_a_source_is_the_citations_and_no_claims() -> None:
    found = formats.read(QUOTED.encode(), "x")
    map_ = found.map()
    assert found.report.is_lossless
    assert [claim.text for claim in map_.claims.values()] == [
        "A library [7]\nSources:\nof joy",
        "Everybody can (really) read there.",
    ]
    quotes = ["One line.\n\n[9] And another.", 'The report says: "yes"', ""]
    assert [each.quote for each in map_.citations.values()] == quotes
    assert [(each.title, each.url, each.note) for each in map_.sources.values()] == [
        ("https://example.org/a", "https://example.org/a", ""),
        ("https://example.org/b", "https://example.org/b", ""),
        ("The town's own words", "", ""),
        ("https://example.org/unused", "https://example.org/unused", "noted"),
    ]


@pytest.mark.parametrize("rest", ["  1.2", "  1.2.", "  1.2. Co", "  1.2. Con"])
def test_a_head_that_is_cut_is_told_and_no_words(rest: str) -> None:
    found = formats.read(f"Discussion Name:\nt\n\n1. Thesis:\na\n\n  1.1. Pro:\n  b\n\n{rest}".encode(), "x")
    assert [claim.text for claim in found.map().claims.values()] == ["a", "b"]
    assert [loss.sentence for loss in found.report.losses] == [
        "The file breaks off here, within the head of a claim; what stands before it was read (line 10)"
    ]
    words = formats.read(b"Discussion Name:\nt\n\n1. Thesis:\na\n\n  1.1. Pro:\n  b\n\n7.9. Co", "x")
    assert words.report.is_lossless  # nothing stands before that number: it is words


def test_entries_below_a_list_that_only_looks_like_sources_are_read() -> None:
    text = "Discussion Name:\nt\n\n1. Thesis:\na\nSources:\n[1] mine\n\n  1.1. Pro:\n  b\n"
    assert len(formats.read(text.encode(), "x").map().claims) == 2


def test_addresses_and_quotations_go_out_and_come_back() -> None:
    """In the newer layout with what is quoted, in the older as links on the last words."""
    map_ = formats.read(QUOTED.encode(), "x").map()
    newer = formats.write(map_, "kialo2")
    cited = [each.quote for each in formats.read(newer.content, "x").map().citations.values()]
    assert cited == ["", 'The report says: "yes"']  # the line with a number in brackets would end the first
    assert {loss.code: loss.count for loss in newer.report.losses} == {"sources": 2, "citations": 2, "line-ends": 1}
    older = formats.write(map_, "kialo")
    linked = r"Everybody can \(really\) [read](https://example.org/a) [there.](https://example.org/b)"
    assert linked in older.content.decode()
    assert {loss.code: loss.count for loss in older.report.losses} == {"sources": 2, "citations": 3, "line-ends": 1}
    back = formats.read(older.content, "x").map()
    assert [each.url for each in back.sources.values()] == ["https://example.org/a", "https://example.org/b"]
    assert shape(cleaned(back))[0] == shape(cleaned(map_))[0]


def test_a_book_is_listed_by_its_title() -> None:
    claim, source = Claim(number=1, text="It is so", position="a0"), Source(number=1, title="Smith: A Book")
    map_ = ArgumentMap([About(title="t"), claim, source, Citation(claim=claim.id, source=source.id)])
    written = formats.write(map_, "kialo2")
    assert written.report.is_lossless
    assert [each.title for each in formats.read(written.content, "x").map().sources.values()] == ["Smith: A Book"]


@given(st.text(st.sampled_from('"[]12. \nsSources:'), max_size=40), st.sampled_from(["kialo", "kialo2"]))
def test_any_quotation_comes_back_or_is_told(quote: str, name: str) -> None:
    claim = Claim(number=1, text="The claim [2] says", position="a0")
    source = Source(number=1, title="https://example.org/x", url="https://example.org/x")
    cited = Citation(claim=claim.id, source=source.id, quote=quote)
    written = formats.write(ArgumentMap([About(title="t"), claim, source, cited]), name)
    back = formats.read(written.content, "x").map()
    assert [each.text for each in back.claims.values()] == [claim.text]
    assert [each.title for each in back.sources.values()] == [source.title]
    is_there = [each.quote for each in back.citations.values()] == [quote]
    assert [loss.code for loss in written.report.losses] == ([] if is_there else ["citations"])


def test_a_source_cited_in_several_passages_is_named_once() -> None:
    """The report counts the citations and names each claim and source once."""
    claim, source = Claim(number=1, text="a", position="a0"), Source(number=1, title="s")
    cited = [Citation(claim=claim.id, source=source.id, paragraph=key, order=key) for key in keys(7)]
    report = formats.write(ArgumentMap([claim, source, *cited]), "kialo").report
    (finding,) = (each for each in report.losses if each.code == "citations")
    sentence = "7 citations have no place in a Kialo file, but for a link and a quotation (C1 in S1)"
    assert finding.sentence == sentence


@pytest.mark.parametrize("name", ["kialo", "kialo2"])
def test_a_thesis_that_is_also_a_reason_for_another_stays_a_thesis(name: str) -> None:
    theses = [a_claim(1, position="a0"), a_claim(2, position="a1")]
    map_ = ArgumentMap([About(title="t"), *theses, an_inference(1, "c1", 2)])
    back = formats.read(formats.write(map_, name).content, "x", name).map()
    assert [claim.text for claim in back.positions()] == ["Claim 1", "Claim 2"]
    assert len(back.inferences) == 1


LINKED = r"""Discussion Title: Links

1. One [fence](https://en.wikipedia.org/wiki/Fence_(barrier)) and [any \[wire\]](https://a.org/x?y=\[1\]) \(or two\).
1.1. Pro: The [same](https://a.org) and [the same](https://a.org) again.
1.2. Con: [All of it](https://a.org)
"""


def test_links_stand_on_their_words_again() -> None:
    """Kialo puts a backslash before brackets in texts and in addresses, and some addresses have bare ones."""
    map_ = formats.read(LINKED.encode(), "x").map()
    fence = "https://en.wikipedia.org/wiki/Fence_(barrier)"
    assert [source.url for source in map_.sources.values()] == [fence, "https://a.org/x?y=[1]", "https://a.org"]
    assert next(iter(map_.claims.values())).text == "One fence and any [wire] (or two)."
    written = formats.write(map_, "kialo")
    assert written.report.is_lossless
    assert written.content.decode() == LINKED.replace("Fence_(barrier)", r"Fence_\(barrier\)")


def test_numbers_of_sources_stand_behind_their_words_again() -> None:
    text = (
        "Discussion Name:\nMarks\n\n1. Thesis:\nOne [1], two [2] [3] and three. [1]\n\n"
        "Sources:\n[1] https://a.org/b_\\(c\\)\n[2] https://b.org\n[3] https://medium.com/@d\n"
    )
    map_ = formats.read(text.encode(), "x").map()
    urls = ["https://a.org/b_(c)", "https://b.org", "https://medium.com/@d"]
    assert [source.url for source in map_.sources.values()] == urls
    assert formats.write(map_, "kialo2").content.decode() == text.replace("\n", "\r\n")
    one, three = (f"[{word}](https://a.org/b_\\(c\\))" for word in ("One", "three."))
    older = f"1. {one}, [two](https://b.org) [and](https://medium.com/@d) {three}"
    assert older in formats.write(map_, "kialo").content.decode()  # a word has one link at most


def test_a_reworded_claim_has_its_links_on_its_last_words() -> None:
    map_ = formats.read(LINKED.encode(), "x").map()
    claims = [replace(claim, text=f"Now {claim.text}") for claim in map_.claims.values()]
    changed = ArgumentMap([claims.pop(0) if isinstance(each, Claim) else each for each in map_.entities()])
    assert "1.2. Con: Now All of [it](https://a.org)\n" in formats.write(changed, "kialo").content.decode()


def test_a_link_in_the_question_is_a_source() -> None:
    text = "Discussion Title: t\n\n1. Which [car](https://a.org)?\n1.1. This.\n1.2. That.\n"
    map_ = formats.read(text.encode(), "x").map()
    assert (map_.about.question, [each.url for each in map_.sources.values()]) == ("Which car?", ["https://a.org"])


@pytest.mark.parametrize("name", ["kialo", "kialo2"])
def test_what_others_bear_on_is_a_thesis_where_nothing_is_a_position(name: str) -> None:
    claims = [a_claim(1, "Top"), a_claim(2, "Reason"), a_claim(3, "Nothing")]
    written = formats.write(ArgumentMap([*claims, an_inference(1, "c1", 2)]), name)
    assert steps(formats.read(written.content, "x").map()) == [("Reason", "reason", "Top")]
    assert [note.sentence for note in written.report.notes] == [
        "1 claim stands as a thesis, since none is a position (C1)"
    ]
    assert [loss.code for loss in written.report.losses] == ["unplaced"]


def test_a_circle_without_a_position_is_written_but_for_what_closes_it() -> None:
    """Many a file that others wrote has such; before, nothing of it came through."""
    circle = ArgumentMap([*(a_claim(n) for n in (1, 2)), an_inference(1, "c1", 2), an_inference(2, "c2", 1)])
    written = formats.write(circle, "kialo")
    assert steps(formats.read(written.content, "x").map()) == [("Claim 2", "reason", "Claim 1")]
    assert [loss.sentence for loss in written.report.losses] == ["1 inference closes a circle and was left out (R2)"]


def test_a_question_alone_is_no_thesis() -> None:
    map_ = ArgumentMap([About(title="t", question="Why?")])
    assert [loss.code for loss in formats.write(map_, "kialo").report.losses] == ["question"]
    newer = formats.write(map_, "kialo2")
    assert newer.report.is_lossless
    assert formats.read(newer.content, "x").map().about.question == "Why?"


def test_a_discussion_without_claims_is_no_file_that_breaks_off() -> None:
    report = formats.read(b"Discussion Name:\nt\n\n", "x").report
    assert (report.losses, [note.code for note in report.notes]) == ((), ["no-claims"])


@given(st.text("ab[]()\\ \n1.", max_size=30), st.text("ab[]()\\@", max_size=10), st.sampled_from(["kialo", "kialo2"]))
def test_any_words_and_address_come_back_or_are_told(words: str, address: str, name: str) -> None:
    claim = Claim(id=ClaimId("c"), number=1, text=f"W{words}W".strip(), position="a0")
    url = f"https://{address}"
    source = Source(number=1, title=url, url=url)
    map_ = cleaned(ArgumentMap([About(title="t"), claim, source, Citation(claim=claim.id, source=source.id)]))
    written = formats.write(map_, name)
    back = formats.read(written.content, "x").map()
    told = {loss.code for loss in written.report.losses}
    if "line-ends" not in told:
        assert [each.text for each in back.claims.values()] == [each.text for each in map_.claims.values()]
    if "sources" not in told:
        assert [each.url for each in back.sources.values()] == [url]


def test_what_somebody_took_out_or_put_in_twice_is_told_and_hides_no_claims() -> None:
    text = "Discussion Title: T\n\n1. root\n1.1. Pro: a\n1.1.1. Con: under a\n"
    text += "1.1. Con: b\n1.1.1. Pro: under b\n1.3.1. Con: c\n"
    found = formats.read(text.encode(), "x.txt")
    claims = found.map().claims
    steps = {
        claims[each.premises[0]].text: (each.supports, claims[ClaimId(each.target)].text)
        for each in found.map().inferences.values()
    }
    expected = {"a": (True, "root"), "under a": (False, "a"), "b": (False, "root"), "under b": (True, "b")}
    assert (steps, [claim.text for claim in claims.values()][-1]) == (expected, "c")
    assert [(each.code, [place.line for place in each.places]) for each in found.report.losses] == [
        ("nothing-above", [8]),
    ]
    assert [(each.code, [place.line for place in each.places]) for each in found.report.notes] == [
        ("adrift", [6, 7, 8]),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("1. root\nin two lines\n1.1. Pro: a\n1.2. Con: b\n", "kialo"),
        ("1. root\nin two lines\n1.1. PRO: a\n1.2. con: b\n", "kialo"),
        ("\n1. Thesis:\nroot\nin two lines\n\n  1.1. Pro:\n  a\n\n  1.2. Con:\n  b\n", "kialo2"),
    ],
)
def test_a_discussion_that_lost_its_title_is_known_by_its_numbers(text: str, name: str) -> None:
    found = formats.read(text.encode(), "x.txt")
    assert (found.report.format_name, found.report.losses) == (name, ())
    map_ = found.map()
    assert [claim.text for claim in map_.claims.values()] == ["root\nin two lines", "a", "b"]
    assert [each.polarity for each in map_.inferences.values()] == [Polarity.SUPPORTS, Polarity.OPPOSES]
