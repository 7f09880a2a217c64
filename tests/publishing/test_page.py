"""Pages for browsers, read as text: one file, a strict policy, a tree that says where each item stands."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from html.parser import HTMLParser

from hypothesis import given

from argmap.display import printable
from argmap.model import About, ArgumentMap, Citation, Claim, ClaimId, Comment, MapId, Source, SourceId
from argmap.outlines import Selection, selected
from argmap.publishing.page import MOST_DRAWN, write_page
from argmap.publishing.palettes import PALETTES, USUAL
from tests.conftest import a_claim, an_inference
from tests.drawings.scenes import any_maps, chosen, synthetic
from tests.publishing.conftest import a_citation

_EMPTY = {"meta", "input", "link", "br", "img"}


@dataclass
class _Element:
    tag: str
    attributes: dict[str, str | None]
    text: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """All elements of a page with their text, and whether each that opens is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[_Element] = []
        self.open: list[_Element] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = _Element(tag, dict(attrs))
        self.elements.append(element)
        if tag not in _EMPTY:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(_Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text.append(data)

    def with_role(self, role: str) -> list[_Element]:
        return [each for each in self.elements if each.attributes.get("role") == role]


def page_of(map_: ArgumentMap, selection: Selection | None = None) -> str:
    """The page of a map."""
    return write_page(map_, selected(map_, selection or Selection()), None, PALETTES[USUAL])


@given(any_maps())
def test_items_say_their_level_and_their_place(map_: ArgumentMap) -> None:
    """What ARIA's tree pattern asks for: level below the parent's, place among so many, one way in by keyboard."""
    reader = _Reader(page_of(map_))
    assert reader.open == []
    items = [each.attributes for each in reader.with_role("treeitem")]
    path: list[int] = []
    counts: dict[tuple[int, ...], int] = {}
    sizes: dict[tuple[int, ...], set[int]] = {}
    for item in items:
        level = int(item["aria-level"] or 0)
        assert 1 <= level <= len(path) + 1
        above = tuple(path[: level - 1])
        counts[above] = counts.get(above, 0) + 1
        assert int(item["aria-posinset"] or 0) == counts[above]
        sizes.setdefault(above, set()).add(int(item["aria-setsize"] or 0))
        path = [*above, counts[above]]
    assert sizes == {above: {count} for above, count in counts.items()}
    assert [item["tabindex"] for item in items].count("0") == 1
    parents = {above for above in counts if above}
    assert len([item for item in items if "aria-expanded" in item]) == len(parents)


@given(any_maps())
def test_every_claim_is_in_the_outline_and_can_be_linked_to(map_: ArgumentMap) -> None:
    reader = _Reader(page_of(map_))
    ids = [each.attributes["id"] for each in reader.elements if "id" in each.attributes]
    assert len(ids) == len(set(ids))
    items = {each.attributes.get("id"): "".join(each.text) for each in reader.with_role("treeitem")}
    for claim in chosen(map_).claims:
        assert "".join(printable(claim.text).split()) in "".join(items[claim.label].split())
    addresses = [each.attributes["href"] or "" for each in reader.elements if each.tag == "a"]
    assert {address[1:] for address in addresses if address.startswith("#")} <= set(ids)


def test_only_its_own_script_and_style_may_run(small_map: ArgumentMap) -> None:
    page = page_of(small_map)
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    for kind in ("script", "style"):
        (text,) = re.findall(rf"<{kind}>(.*?)</{kind}>", page, re.DOTALL)
        assert f"{kind}-src 'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_nothing_is_loaded_from_elsewhere(small_map: ArgumentMap) -> None:
    page = page_of(small_map)
    assert re.search(r"\ssrc=|@import|url\(|<link|<iframe|<object|<img", page) is None
    assert re.search(r"\son\w+=|\sstyle=", page) is None


def test_markup_in_a_map_is_text() -> None:
    bad = '<img src=x onerror=alert(1)><script>alert(1)</script>" onclick="x'
    source = Source(number=1, title=bad, author=bad, url='javascript:alert("x")')
    claim = Claim(number=1, text=bad, position="a0")
    map_ = ArgumentMap(
        [
            About(id=MapId("m"), title=bad, language='en"><script>'),
            claim,
            source,
            Citation(claim=claim.id, source=source.id, paragraph=bad),
            Comment(number=1, about=claim.id, author=bad, text=bad),
        ]
    )
    page = page_of(map_, Selection(comments=True))
    reader = _Reader(page)
    assert [each.tag for each in reader.elements].count("script") == 1
    assert not any(each.tag == "img" for each in reader.elements)
    assert not any(name.startswith("on") for each in reader.elements for name in each.attributes)
    assert 'href="javascript' not in page
    assert "alert(1)" in "".join(reader.with_role("treeitem")[0].text)


def test_relations_stand_in_words(small_map: ArgumentMap) -> None:
    """Neither colour nor shape is needed to know what an item does."""
    said = ["".join(each.text) for each in _Reader(page_of(small_map)).with_role("treeitem")]
    for words in ("Position:", "Supports (both needed):", "And:", "Opposes:", "Disputes the step:", "Backs the step:"):
        assert any(words in each for each in said)
    assert said[-2].startswith("Unplaced (1)")


def test_without_script_everything_is_shown_and_nothing_is_offered_that_does_not_work(small_map: ArgumentMap) -> None:
    """The buttons appear with the script, and only the script hides anything."""
    page = page_of(small_map)
    assert " hidden" not in page.split("<body>")[1].split("<script>")[0]
    hiding = re.findall(r"^(.*){[^}]*display: none", page.split("<style>")[1].split("@media print")[0], re.MULTILINE)
    assert all(rule.startswith((".js ", ".bar ")) for rule in hiding)
    assert len(hiding) == 3


def test_a_large_map_has_no_picture() -> None:
    assert "<svg" not in page_of(synthetic(MOST_DRAWN + 1))
    assert 'role="tab"' not in page_of(synthetic(MOST_DRAWN + 1))
    assert "<svg" in page_of(synthetic(60))


def test_ten_thousand_claims_fit_into_ten_megabytes() -> None:
    assert len(page_of(synthetic(10_000)).encode()) < 10_000_000


def test_a_chain_of_any_depth_is_a_flat_list() -> None:
    """Browsers mend lists that are nested hundreds of times, and get them wrong."""
    chain = ArgumentMap(
        [
            *(a_claim(number, position="a0" if number == 1 else None) for number in range(1, 5001)),
            *(an_inference(number, f"c{number}", number + 1) for number in range(1, 5000)),
        ]
    )
    page = page_of(chain)
    assert page.count('role="treeitem"') == 5000
    assert "<ul" not in page
    assert 'aria-level="5000"' in page


def test_a_title_from_the_right_turns_the_page() -> None:
    page = page_of(
        ArgumentMap([About(id=MapId("m"), question="هل ينبغي الانسحاب؟", language="ar"), a_claim(1, position="a0")])
    )
    assert '<html lang="ar" dir="rtl">' in page


def test_comments_are_told_where_they_are_asked_for() -> None:
    claim = Claim(number=1, text="Said", position="a0")
    map_ = ArgumentMap([claim, Comment(number=1, about=claim.id, author="Ada", text="Really?")])
    assert "“Ada: Really?”" in page_of(map_, Selection(comments=True))
    loose = ArgumentMap(
        [
            About(id=MapId("m")),
            Claim(number=1, id=ClaimId("c1"), text="Loose"),
            Comment(number=1, about=ClaimId("c1"), text="Unplaced, but said."),
            Comment(number=2, about=MapId("m"), author="Kim", text="On all of it."),
        ]
    )
    page = page_of(loose, Selection(comments=True))
    assert "“Unplaced, but said.”" in page
    assert "Comment N2 (Kim): On all of it." in page
    assert "Really?" not in page_of(map_)


def test_places_in_one_source_are_told_together() -> None:
    source = Source(id=SourceId("s1"), number=1, title="A Text", author="Doe, Jane", issued="2020")
    cited = [a_citation(1, 1, 1, paragraph="9"), a_citation(2, 1, 1, paragraph="4")]
    page = page_of(ArgumentMap([a_claim(1, position="a0"), source, *cited]))
    assert "C1 · Doe 2020, ¶4, ¶9</span>" in page


def test_equal_maps_give_equal_pages(small_map: ArgumentMap) -> None:
    assert page_of(small_map) == page_of(ArgumentMap(small_map.entities()))
