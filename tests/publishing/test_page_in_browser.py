"""Pages in a browser: keys, search, folding, printing, without script. Says so loudly where no browser is there."""

from __future__ import annotations

import io
import os
import re
import shutil
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

import pytest
from pypdf import PdfReader

from argmap.document import Document
from argmap.model import About, ArgumentMap, MapId
from argmap.outlines import Selection, selected
from argmap.outlines.index_cards import index_cards
from argmap.publishing import format_of
from argmap.publishing.decks import publish_deck
from tests.conftest import a_claim, an_inference
from tests.drawings.scenes import synthetic
from tests.publishing.test_every_format import a_hostile_map
from tests.publishing.test_page import page_of

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLE = Path(__file__).parents[2] / "argmaps" / "iraq-troops.argmap"
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_NOT_TESTED = (
    "NO BROWSER: keys, search, folding, printing and the policy of HTML pages were NOT TESTED. "
    "Install chromium and playwright to test them."
)

_NO_AXE = "NO AXE: the accessibility rules of axe-core were NOT TESTED. Name its axe.min.js in ARGMAP_AXE to test them."


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless Chromium, driven by Playwright."""
    program = os.environ.get("ARGMAP_BROWSER") or next(filter(None, map(shutil.which, _NAMES)), None)
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        program = None
    if program is None:
        with warnings.catch_warnings():
            warnings.simplefilter("default")
            warnings.warn(_NOT_TESTED, stacklevel=1)
        pytest.skip(_NOT_TESTED)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def shown(browser: Any, tmp_path: Path, small_map: ArgumentMap) -> Iterator[Any]:
    """The page of the small map, in the browser, with nothing to reach but the file."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("console", lambda message: page.faults.append(message.text))
    page.goto(_file(tmp_path, page_of(small_map)))
    yield page
    assert page.faults == []
    context.close()


def _file(folder: Path, page: str) -> str:
    path = folder / "page.html"
    path.write_text(page, encoding="utf-8")
    return path.as_uri()


def _wait(page: Any, selector: str, words: str) -> None:
    """Wait until an element says so."""
    page.locator(selector).filter(has_text=words).wait_for(timeout=60_000)


def _focused(page: Any) -> str:
    return str(page.evaluate("document.activeElement.id"))


def _visible(page: Any) -> list[str]:
    return list(
        page.evaluate("[...document.querySelectorAll('[role=treeitem]')].filter(e => e.offsetParent).map(e => e.id)")
    )


def test_the_tree_is_walked_by_keys(shown: Any) -> None:
    """As the tree pattern of the ARIA Authoring Practices has it."""
    shown.locator("[role=treeitem]").first.focus()
    walk = [
        ("ArrowDown", "C3"),
        ("ArrowDown", "C4"),
        ("ArrowRight", "C7"),
        ("ArrowLeft", "C7"),
        ("ArrowLeft", "C4"),
        ("ArrowLeft", "C4"),
        ("ArrowDown", "C5"),
        ("ArrowUp", "C4"),
        ("Enter", "C4"),
        ("ArrowDown", "C7"),
        ("Home", "C1"),
        ("End", "C10"),
        ("/", "search"),
        ("Escape", "C10"),
        ("Home", "C1"),
        ("ArrowLeft", "C1"),
        ("ArrowDown", "C2"),
        ("ArrowUp", "C1"),
        (" ", "C1"),
        ("ArrowDown", "C3"),
    ]
    for key, expected in walk:
        if (key, expected) == ("Home", "C1"):
            assert shown.locator("#C4").get_attribute("aria-expanded") == "true"
        shown.keyboard.press(key)
        assert (key, _focused(shown)) == (key, expected)
    assert shown.locator("[role=treeitem][tabindex='0']").count() == 1


def test_typing_goes_to_the_claim_that_begins_so(shown: Any) -> None:
    shown.locator("[role=treeitem]").first.focus()
    shown.keyboard.type("claim 5")
    assert _focused(shown) in {"C3", "C5"}


def test_a_star_unfolds_all_beside_it(shown: Any) -> None:
    shown.locator("#none").click()
    shown.locator("#C2").focus()
    shown.keyboard.press("*")
    assert _focused(shown) == "C2"
    assert {"C3", "C4", "C5"} <= set(_visible(shown))
    assert shown.locator("#C4").get_attribute("aria-expanded") == "false"


def test_wherever_the_keys_lead_the_focus_can_be_seen(shown: Any) -> None:
    """Forward through all that can be reached, in both tabs."""
    reached = set()
    for tab in ("#tab-outline", "#tab-picture"):
        shown.locator(tab).click()
        shown.evaluate("document.activeElement.blur()")
        for _ in range(20):
            shown.keyboard.press("Tab")
            name, seen = shown.evaluate(
                """(() => {
                    const here = document.activeElement, row = here.querySelector(".row") || here;
                    return [here.id || here.tagName, [here, row].some(each => {
                        const style = getComputedStyle(each);
                        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
                    })];
                })()"""
            )
            reached.add(name)
            assert seen or name == "BODY", name
    assert {"search", "all", "none", "tab-outline", "tab-picture", "larger"} <= reached


def test_focus_can_be_seen(shown: Any) -> None:
    shown.keyboard.press("/")
    shown.keyboard.press("Escape")
    width = shown.evaluate("getComputedStyle(document.activeElement.querySelector('.row')).outlineWidth")
    assert width == "3px"


def test_searching_shows_what_matches_and_the_way_to_it(shown: Any) -> None:
    shown.locator("#none").click()
    assert _visible(shown) == ["C1", "C2", ""]
    shown.locator("#search").fill("claim 8")
    _wait(shown, "#told", "1 match")
    assert _visible(shown) == ["C1", "C4", "C7", "C8"]
    shown.locator("#search").press("Enter")
    assert _focused(shown) == "C8"
    shown.keyboard.press("/")
    shown.keyboard.press("Escape")
    assert shown.locator("#told").text_content() == "12 items"
    assert "C5" in _visible(shown)


def test_a_stub_leads_to_where_its_claim_is_in_full(shown: Any) -> None:
    shown.locator(".stub a").click()
    shown.locator("#C3:focus").wait_for()


@pytest.mark.parametrize(("key", "expected"), [("/", "search"), ("Home", "C1"), ("End", "C10"), ("Enter", "C3")])
def test_keys_work_also_from_a_link_in_the_tree(shown: Any, key: str, expected: str) -> None:
    shown.locator(".stub a").focus()
    shown.keyboard.press(key)
    shown.locator(f"#{expected}:focus").wait_for()
    assert shown.locator("[role=treeitem][tabindex='0']").count() == 1


def test_searching_and_folding_from_the_picture_shows_the_outline(shown: Any) -> None:
    shown.locator("#tab-picture").click()
    shown.locator("#search").fill("claim 8")
    shown.locator("[role=tree]").wait_for()
    shown.locator("#tab-picture").click()
    shown.locator("#two").click()
    shown.locator("[role=tree]").wait_for()
    assert not shown.locator("svg").is_visible()


def test_printing_from_folded_holds_everything(shown: Any, small_map: ArgumentMap) -> None:
    shown.locator("#none").click()
    reader = PdfReader(io.BytesIO(shown.pdf()))
    text = "".join("".join(page.extract_text().split()) for page in reader.pages)
    assert [claim.text for claim in small_map.claims.values() if "".join(claim.text.split()) not in text] == []
    assert len(reader.pages) <= 1 + len(small_map.claims) / 10


def test_what_is_shown_is_what_is_printed(shown: Any, small_map: ArgumentMap) -> None:
    """The outline alone, or the picture alone: whole, on one page, and not a corner of it."""
    texts = ["".join(claim.text.split()) for claim in small_map.claims.values()]

    def printed() -> list[str]:
        return ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(shown.pdf())).pages]

    assert [text for text in texts if text not in "".join(printed())] == []
    assert "dashedcard:infullelsewhere" not in "".join(printed())  # the legend of the picture
    shown.locator("#tab-picture").click()
    (page,) = printed()
    assert "dashedcard:infullelsewhere" in page
    assert [text for text in texts if text not in page] == []


def test_index_cards_are_read_on_a_telephone(browser: Any, tmp_path: Path) -> None:
    deck = index_cards(a_hostile_map(), selected(a_hostile_map(), Selection()), Selection())
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(_file(tmp_path, publish_deck(deck, format_of("html"), width=80).content.decode()))
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()


def test_the_sample_prints_ten_claims_a_page_at_least(browser: Any, tmp_path: Path) -> None:
    map_ = Document.open(SAMPLE).map
    page = browser.new_page()
    page.goto(_file(tmp_path, page_of(map_)))
    page.locator("#none").click()
    reader = PdfReader(io.BytesIO(page.pdf()))
    text = "".join("".join(normalize("NFKC", each.extract_text()).split()) for each in reader.pages)  # no ligatures
    assert [claim.label for claim in map_.claims.values() if "".join(claim.text.split()) not in text] == []
    assert len(reader.pages) <= len(map_.claims) / 10
    page.close()


@pytest.mark.parametrize("kind", ["sample", "hostile"])
def test_index_cards_print_four_to_a_sheet_and_nothing_leaves_its_card(browser: Any, tmp_path: Path, kind: str) -> None:
    """In whatever font the browser has, with nothing to reach but the file, and without script."""
    map_ = Document.open(SAMPLE).map if kind == "sample" else a_hostile_map()
    deck = index_cards(map_, selected(map_, Selection()), Selection())
    context = browser.new_context(offline=True, java_script_enabled=True, viewport={"width": 1200, "height": 800})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    address = _file(tmp_path, publish_deck(deck, format_of("html"), width=80).content.decode())
    page.goto(address)
    page.emulate_media(media="print")
    cards, sizes, outside = page.evaluate(
        """[document.querySelectorAll(".card").length,
            [...new Set([...document.querySelectorAll(".card")].map(card => Math.round(card.offsetHeight)))],
            [...document.querySelectorAll(".card")].filter(card => card.scrollWidth > card.clientWidth + 1).length]"""
    )
    assert asked == [address]
    assert len(sizes) == 1  # no card had to grow
    assert outside == 0
    assert len(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages) == -(-cards // 4)
    context.close()


def test_the_picture_is_the_other_tab(shown: Any) -> None:
    assert not shown.locator("svg").is_visible()
    shown.locator("#tab-outline").focus()
    shown.keyboard.press("ArrowRight")
    assert _focused(shown) == "tab-picture"
    assert shown.locator("svg").is_visible()
    before = shown.locator("svg").bounding_box()["width"]
    shown.locator("#larger").click()
    assert shown.locator("svg").bounding_box()["width"] > before


def test_without_script_everything_is_there(browser: Any, tmp_path: Path, small_map: ArgumentMap) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(_file(tmp_path, page_of(small_map)))
    assert all(page.locator(f"#C{number}").is_visible() for number in range(1, 11))
    assert page.locator("svg").is_visible()
    assert not page.locator("#search").is_visible()
    context.close()


def test_what_is_slipped_into_a_page_does_not_run(browser: Any, tmp_path: Path, small_map: ArgumentMap) -> None:
    """Even if escaping failed, the policy would hold."""
    bad = "<script>document.title = 'run'</script><img src=x onerror=\"document.title = 'run'\">"
    page = browser.new_page()
    page.goto(_file(tmp_path, page_of(small_map).replace("Claim 5", bad)))
    page.wait_for_timeout(200)
    assert page.title() == "Should the troops stay?"
    page.close()


def test_ten_thousand_claims_open_fold_and_can_be_searched(browser: Any, tmp_path: Path) -> None:
    page = browser.new_page()
    page.goto(_file(tmp_path, page_of(synthetic(10_000))))
    assert 3 <= len(_visible(page)) < 5000
    page.locator("#search").fill("9999")
    _wait(page, "#told", "match")
    assert "C9999" in _visible(page)
    page.close()


def test_a_deep_chain_unfolds(browser: Any, tmp_path: Path) -> None:
    chain = ArgumentMap(
        [
            *(a_claim(number, position="a0" if number == 1 else None) for number in range(1, 1001)),
            *(an_inference(number, f"c{number}", number + 1) for number in range(1, 1000)),
        ]
    )
    page = browser.new_page()
    page.goto(_file(tmp_path, page_of(chain)))
    page.locator("#all").click()
    assert len(_visible(page)) == 1000
    page.close()


def test_words_stay_on_their_cards_also_in_a_page_from_right_to_left(browser: Any, tmp_path: Path) -> None:
    """The direction of the page must not turn the lines of a picture out of their boxes."""
    about = About(id=MapId("m"), question="هل ينبغي الانسحاب؟", language="ar")
    texts = ["الانسحاب يمكّن داعش من العودة إلى العراق", "An English claim, of two lines or three.", "w" * 60, "W" * 60]
    claims = [a_claim(number, text, "a0" if number == 1 else None) for number, text in enumerate(texts, 1)]
    steps = [an_inference(1, "c1", 2), an_inference(2, "c1", 3, opposes=True), an_inference(3, "c3", 4)]
    page = browser.new_page()
    page.goto(_file(tmp_path, page_of(ArgumentMap([about, *claims, *steps]))))
    page.locator("#tab-picture").click()
    outside = page.evaluate(
        """[...document.querySelectorAll("svg [data-claim]")].flatMap(card => {
            const room = card.querySelector("rect").getBBox();
            return [...card.querySelectorAll("text")].map(text => text.getBBox()).filter(
                box => box.x < room.x - 1 || box.x + box.width > room.x + room.width + 1).map(() => card.dataset.claim);
        })"""
    )
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert outside == []
    page.close()


@pytest.mark.parametrize(("scheme", "is_dark"), [("light", False), ("dark", True)])
def test_the_page_follows_the_colours_of_the_system(
    browser: Any, tmp_path: Path, small_map: ArgumentMap, scheme: str, *, is_dark: bool
) -> None:
    page = browser.new_page(color_scheme=scheme)
    page.goto(_file(tmp_path, page_of(small_map)))
    colours = page.evaluate("[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]")
    ground, letters = (sum(map(int, re.findall(r"\d+", colour)[:3])) for colour in colours)
    assert (ground < letters) is is_dark
    page.close()


def test_nothing_is_asked_of_any_network(browser: Any, tmp_path: Path, small_map: ArgumentMap) -> None:
    asked: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    address = _file(tmp_path, page_of(small_map))
    page.goto(address)
    page.locator("#all").click()
    page.locator("#tab-picture").click()
    assert asked == [address]
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("tab", ["#tab-outline", "#tab-picture"])
def test_axe_finds_nothing(browser: Any, tmp_path: Path, small_map: ArgumentMap, scheme: str, tab: str) -> None:
    """Where axe-core is at hand, of which ARGMAP_AXE names the axe.min.js."""
    script = os.environ.get("ARGMAP_AXE")
    if not script:
        with warnings.catch_warnings():
            warnings.simplefilter("default")
            warnings.warn(_NO_AXE, stacklevel=1)
        pytest.skip(_NO_AXE)
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(_file(tmp_path, page_of(small_map)))
    page.locator(tab).click()
    page.evaluate(Path(script).read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")
    assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []
    assert len(found["passes"]) > 20
    context.close()


def test_the_picture_opens_at_the_first_position(browser: Any, tmp_path: Path) -> None:
    """Where the picture is larger than the window, its corner may be empty."""
    page = browser.new_page()
    page.goto(_file(tmp_path, page_of(synthetic(60))))
    page.locator("#tab-picture").click()
    card = page.locator("svg [data-claim=C1] rect").first.bounding_box()
    frame = page.locator(".picture").bounding_box()
    assert frame["x"] <= card["x"] <= frame["x"] + frame["width"]
    assert frame["y"] <= card["y"] <= frame["y"] + frame["height"]
    page.close()
