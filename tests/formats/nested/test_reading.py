"""Outlines and mind maps that other programs wrote, and that somebody changed after argmap wrote them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from argmap import formats
from tests.formats.saying import lost, steps, texts, told

if TYPE_CHECKING:
    from argmap.formats import Imported

NAMES = pytest.mark.parametrize("name", ["opml", "freeplane"])


def outline(body: str, **options: str) -> Imported:
    """Read outlines in OPML."""
    return formats.read(f"<opml version='2.0'><body>{body}</body></opml>".encode(), "x", **options)


def mind_map(nodes: str, **options: str) -> Imported:
    """Read the nodes of a mind map."""
    return formats.read(f"<map version='1.0.1'>{nodes}</map>".encode(), "x", **options)


CARS = """<outline text="Ban cars">
  <outline text="PRO: The air gets clean"><outline text="UNDERCUT: Buses smoke, too"/></outline>
  <outline text="con: Shops lose customers"/><outline text="AND: They matter"/>
  <outline text="(-) It is dear" created="2020" />
</outline>"""


def test_an_outline_says_for_and_against_before_the_words() -> None:
    found = outline(CARS)
    assert found.report.format_name == "opml"
    assert steps(found.map()) == [
        "Buses smoke, too undercut (The air gets clean reason Ban cars)",
        "It is dear objection Ban cars",
        "Shops lose customers & They matter objection Ban cars",
        "The air gets clean reason Ban cars",
    ]
    assert told(found.report) == {"roots": 1}
    assert 'created="2020"' in formats.write(found.map(), "opml").content.decode()


def test_a_mind_map_says_it_by_icons_and_attributes() -> None:
    found = mind_map(
        '<node TEXT="Ban cars"><node TEXT="Air" ID="a"><icon BUILTIN="button_ok"/><icon BUILTIN="idea"/></node>'
        '<node TEXT="Shops"><icon BUILTIN="button_cancel"/><attribute NAME="who" VALUE="me"/></node>'
        '<node TEXT="x"><attribute NAME="stance" VALUE="undercuts"/></node></node>'
    )
    assert found.report.format_name == "freeplane"
    assert steps(found.map()) == ["Air reason Ban cars", "Shops objection Ban cars", "x objection Ban cars"]
    assert lost(found.report) == {"no-step": 1}
    written = formats.write(found.map(), "freeplane").content.decode()
    for kept in ('BUILTIN="idea"', 'NAME="who" VALUE="me"', 'ID="a"'):
        assert kept in written


@NAMES
def test_nodes_that_say_nothing_are_unplaced_claims_that_go_back_where_they_were(name: str) -> None:
    """What stands under what is not lost, and no relation is made up."""
    found = (
        outline('<outline text="a"><outline text="b"><outline text="c"/></outline></outline>')
        if name == "opml"
        else mind_map('<node TEXT="a"><node TEXT="b"><node TEXT="c"/></node></node>')
    )
    map_ = found.map()
    assert texts(map_) == ["a", "b", "c"]
    assert not map_.inferences
    assert lost(found.report) == {"no-stance": 2}
    written = formats.write(map_, name)
    assert formats.read(written.content, "x").map() == map_
    body = written.content.decode()
    assert body.index(">", body.index('"a"')) < body.index('"b"') < body.index('"c"')
    closing = "</outline>" if name == "opml" else "</node>"
    assert body.count(closing) >= 2


@NAMES
def test_how_they_bear_can_be_said(name: str) -> None:
    read = outline if name == "opml" else mind_map
    body = (
        '<outline text="a"><outline text="b"/></outline>'
        if name == "opml"
        else '<node TEXT="a"><node TEXT="b"/></node>'
    )
    found = read(body, bare="opposes")
    assert steps(found.map()) == ["b objection a"]


@NAMES
def test_one_question_above_all_is_the_map_s(name: str) -> None:
    found = (
        outline(
            '<outline text="Which?"><outline text="Left"><outline text="PRO: fast"/></outline>'
            '<outline text="Right"/></outline>'
        )
        if name == "opml"
        else mind_map(
            '<node TEXT="Which?"><node TEXT="Left"><node TEXT="PRO: fast"/></node><node TEXT="Right"/></node>'
        )
    )
    map_ = found.map()
    assert map_.about.question == "Which?"
    assert [claim.text for claim in map_.positions()] == ["Left", "Right"]
    assert steps(map_) == ["fast reason Left"]
    assert lost(found.report) == {}


def test_workflowy_s_formatting_is_left_out_and_links_are_kept() -> None:
    found = outline(
        '<outline text="&lt;b&gt;Bold&lt;/b&gt; &amp;amp; &lt;a href=&quot;http://x.org&quot;&gt;linked&lt;/a&gt;" '
        '_note="one&#10;two" _complete="true"/><outline text="1 &lt; 2"/>'
    )
    assert texts(found.map()) == ["Bold & linked", "1 < 2"]
    assert [source.url for source in found.map().sources.values()] == ["http://x.org"]
    assert next(iter(found.map().claims.values())).note == "one\ntwo"
    assert told(found.report) == {"markup": 1}


def test_an_entry_without_text_has_its_title_for_words() -> None:
    found = formats.read(b'<opml><body><outline text="" title="a"/><outline title="b"/></body></opml>', "x")
    assert texts(found.map()) == ["a", "b"]


def test_rich_text_is_read_line_by_line() -> None:
    found = mind_map(
        '<node LOCALIZED_TEXT="new_mindmap"><hook NAME="MapStyle"><stylenode TEXT="no"><arrowlink DESTINATION="x"/>'
        '<node TEXT="no"/></stylenode></hook><node><richcontent TYPE="NODE"><html><head><title>no</title></head><body>'
        "Loose <p>one\n  <b>two</b>&#160;three</p><ul><li>item</li></ul></body></html></richcontent>"
        '<richcontent TYPE="DETAILS"><html><body><p>d</p></body></html></richcontent>'
        '<richcontent TYPE="NOTE" CONTENT-TYPE="plain/auto"><text>n1\n\nn2</text></richcontent></node></node>'
    )
    (claim,) = found.map().claims.values()
    assert claim.text == "Loose\none two three\n- item"
    assert claim.note == "d\n\nn1\n\nn2"
    assert lost(found.report) == {"markup": 1}


def test_addresses_in_rich_text_are_sources_and_what_words_cannot_say_is_told() -> None:
    found = mind_map(
        '<node ID="a" TEXT="a" LINK="http://a.example"><node><icon BUILTIN="button_ok"/><richcontent TYPE="NODE"><html>'
        '<body><p>See <a href="http://b.example">here</a><img src="c.png"/>, <a href="#a">there</a></p></body></html>'
        '</richcontent><richcontent TYPE="NOTE"><html><body><table><tr><th>x</th><td><i>y</i></td></tr></table>'
        "</body></html></richcontent></node></node>"
    )
    map_ = found.map()
    assert texts(map_) == ["a", "See here, there"]
    assert [claim.note for claim in map_.claims.values()] == ["", "x y"]
    assert {source.url for source in map_.sources.values()} == {"http://a.example", "http://b.example"}
    assert lost(found.report) == {"pictures": 1, "inner-links": 1, "markup": 1}
    again = formats.read(formats.write(map_, "freeplane").content, "x")
    assert again.map() == map_
    assert lost(again.report) == {}


def test_a_stance_that_argmap_does_not_know_is_kept_and_no_support() -> None:
    for found in (
        outline('<outline text="a"><outline text="b" _stance="undecided"/></outline>'),
        mind_map('<node TEXT="a"><node TEXT="b"><attribute NAME="stance" VALUE="undecided"/></node></node>'),
    ):
        assert not found.map().inferences
        assert lost(found.report) == {"unknown-stance": 1}
        assert "undecided" in next(claim.extras for claim in found.map().claims.values() if claim.text == "b")


def test_arrows_are_inferences_where_they_say_so() -> None:
    found = mind_map(
        '<node TEXT="a"><node TEXT="b" ID="b"><arrowlink DESTINATION="c" MIDDLE_LABEL="con"/></node>'
        '<node TEXT="c" ID="c"><arrowlink DESTINATION="b"/><arrowlink DESTINATION="gone"/></node></node>'
    )
    assert steps(found.map()) == ["b objection c"]
    assert lost(found.report) == {"no-stance": 2, "arrow-to-nothing": 1}
    assert '<arrowlink DESTINATION="b"' in formats.write(found.map(), "freeplane").content.decode()


def test_doubled_missing_and_circular_references_are_told() -> None:
    found = outline(
        '<outline text="a" _id="1" _stance="position"><outline text="b" _id="1" _stance="supports"/>'
        '<outline _ref="1" text="A!" _stance="opposes"/><outline _ref="9" _stance="con" text="z"/></outline>'
        '<outline _id="p" _ref="q" text="m"/><outline _id="q" _ref="p" text="n"/><outline text=" "/>'
    )
    assert texts(found.map()) == ["a", "b", "z", "m", "n"]
    assert steps(found.map()) == ["a objection a", "b reason a", "z objection a"]
    assert told(found.report) == {"id-taken": 1, "other-words": 1, "same-as-nothing": 3, "empty": 1}


MADE = "id,claim,relation,parent,note,source\n1,a,position,,one\n2,b,pro,1,,http://x.org\n3,c,con,2,,\n3,c,pro,1,,\n"


@pytest.mark.parametrize(
    ("name", "edits", "expected"),
    [
        ("opml", [('"PRO: b"', '"PRO: b2"')], ["b2 reason a", "c objection b2", "c reason a"]),
        ("opml", [('"PRO: b"', '"CON: b"')], ["b objection a", "c objection b", "c reason a"]),
        ("opml", [('text="a"', 'text="a2"')], ["b reason a2", "c objection b", "c reason a2"]),
        ("freeplane", [('"b"', '"b2"')], ["b2 reason a", "c objection b2", "c reason a"]),
        ("freeplane", [("button_ok", "button_cancel")], ["b objection a", "c objection b", "c reason a"]),
    ],
)
def test_what_somebody_changes_in_the_file_counts(name: str, edits: list[tuple[str, str]], expected: list[str]) -> None:
    map_ = formats.read(MADE.encode(), "x").map()
    written = formats.write(map_, name).content.decode()
    for before, after in edits:
        assert before in written
        written = written.replace(before, after, 1)
    found = formats.read(written.encode(), "x")
    back = found.map()
    assert steps(back) == expected
    assert set(back.claims) == set(map_.claims)
    assert len(back.citations) == 1
    assert lost(found.report) == {}


def test_a_link_to_another_node_stays_one_beside_an_address_in_rich_text() -> None:
    rich = '<richcontent TYPE="NOTE"><html><body><p><a href="http://b.example">b</a></p></body></html></richcontent>'
    map_ = mind_map(f'<node TEXT="a" ID="x" LINK="#x">{rich}</node>').map()
    assert [source.url for source in map_.sources.values()] == ["http://b.example"]
    assert "#x" in next(iter(map_.claims.values())).extras


def test_how_nodes_look_comes_back_as_it_was() -> None:
    """Elements that say nothing of an argument are kept, those of the whole map with the map."""
    font, cloud = '<font BOLD="true" SIZE="12"/>', '<cloud COLOR="#f0f0f0"><odd>x &lt; y</odd></cloud>'
    style = '<hook NAME="MapStyle"><properties a="b"/><map_styles><stylenode TEXT="no"/></map_styles></hook>'
    inner = f'<node TEXT="b"><icon BUILTIN="button_ok"/>{font}{cloud}</node>'
    found = mind_map(f'<node TEXT="a">{style}<edge COLOR="#ff0000"/>{inner}</node>')
    assert texts(found.map()) == ["a", "b"]
    assert lost(found.report) == {}
    again = formats.write(found.map(), "freeplane").content.decode()
    assert all(each in again for each in (font, cloud, style, '<edge COLOR="#ff0000"/>'))
    assert again.index(style) < again.index("<edge"), "that of the map stands in its root"
    assert formats.read(again.encode(), "x").map() == found.map()


def test_looks_that_nobody_can_keep_are_told() -> None:
    deep = "<hook>" * 50 + "</hook>" * 50
    long = f'<font NAME="{"x" * 200_000}"/>'
    rooted = f'<node LOCALIZED_TEXT="x"><edge COLOR="#111111"/><node TEXT="a">{deep}{long}</node></node>'
    found = mind_map(f"<attribute_registry/>{rooted}")
    assert texts(found.map()) == ["a"]
    assert lost(found.report) == {"styles": 4}


@pytest.mark.parametrize(
    "look",
    [
        "font",
        ["node", {"TEXT": "x"}, []],
        ["hook", {"NAME": "argmap", "DATA": "{}"}, []],
        ["a b", {}, []],
        ["font", {"a b": "x"}, []],
        ["font", {"a": 1}, []],
        ["font", {}, ["\x00"]],
        ["font", {}, [["x"]]],
    ],
)
def test_what_a_stranger_calls_a_look_is_written_only_if_it_is_one(look: object) -> None:
    plain = {"format": "argmap-json", "claims": [{"text": "a", "extras": {"freeplane": {"fields": {"looks": [look]}}}}]}
    map_ = formats.read(json.dumps(plain).encode(), "x").map()
    again = formats.read(formats.write(map_, "freeplane").content, "x")
    assert again.map().claims == map_.claims
    assert lost(again.report) == {}
