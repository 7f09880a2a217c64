"""XML that is broken, far too deep or made to do harm: refused with a sentence, or read as far as it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import formats
from argmap.errors import FormatError
from argmap.formats import xml_text
from tests.counting import calls
from tests.formats.arguments import arguments
from tests.formats.saying import lost, steps, texts

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

NAMES = pytest.mark.parametrize("name", ["opml", "freeplane"])
FILES = {
    "opml": ("<opml><body>", '<outline text="PRO: x">', "</outline>", "</body></opml>"),
    "freeplane": ("<map>", '<node TEXT="x"><icon BUILTIN="button_ok"/>', "</node>", "</map>"),
}


@NAMES
@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">',
        '<!ENTITY a SYSTEM "file:///etc/passwd">',
        '<!ENTITY % a SYSTEM "http://example.org/x.dtd"> %a;',
        '<!NOTATION n SYSTEM "n"><!ENTITY a SYSTEM "x" NDATA n>',
    ],
)
def test_entities_of_its_own_are_refused(name: str, declared: str) -> None:
    start, opened, closed, end = FILES[name]
    root = start[1:].split(">")[0]
    text = f"<!DOCTYPE {root} [{declared}]>{start}{opened}&b;{closed}{end}"
    with pytest.raises(FormatError, match=r"x: This XML defines entities of its own.* Nothing was imported\."):
        formats.read(text.encode(), "x")


@NAMES
def test_files_far_deeper_than_anybody_writes_are_read_and_deeper_ones_refused(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    start, opened, closed, end = FILES[name]
    text = start + opened * 1_500 + closed * 1_500 + end
    map_ = formats.read(text.encode(), "x").map()
    assert len(map_.inferences) == 1_499
    assert formats.read(formats.write(map_, name).content, "x").map() == map_
    monkeypatch.setattr(xml_text, "MOST_LEVELS", 1_000)
    with pytest.raises(FormatError, match=r"nested deeper than 1,000 levels\. Nothing was imported"):
        formats.read(text.encode(), "x")


@NAMES
def test_entries_that_say_nothing_far_down_take_no_longer_than_others(name: str) -> None:
    start, opened, closed, end = FILES[name]
    bare = opened.replace("PRO: ", "").split("<icon")[0]
    few, many = (
        formats.read((start + bare * levels + closed * levels + end).encode(), "x").map() for levels in (500, 2_000)
    )
    formats.write(few, name)  # what is done once for all
    assert calls(lambda: formats.write(many, name)) < 6 * calls(lambda: formats.write(few, name))


@NAMES
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_file_that_breaks_off_is_read_up_to_there(name: str, share: float) -> None:
    start, opened, closed, end = FILES[name]
    text = start + f"\n{opened}\n{(opened + closed + chr(10)) * 9}" + closed + end
    found = formats.read(text[: int(len(text) * share)].encode(), "x")
    assert 1 < len(found.map().claims) <= 10
    assert lost(found.report)["syntax"] == 1
    assert "what stands before it was read (line " in found.report.sentences[0]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Tom & Jerry", "Tom & Jerry"),
        ("a&nbsp;b &eacute; &copy", "a\u00a0b é &copy"),
        ("x\x01y&#0;&#x1F;&#99999999;z", "xyz"),
        ("&amp;lt; &lt;", "&lt; <"),
        ("&#128512;", "\U0001f600"),
        ("&nosuch;", "&nosuch;"),
    ],
)
def test_what_people_write_for_xml_is_read(written: str, read: str) -> None:
    found = formats.read(f'<opml><body><outline text="{written}"/></body></opml>'.encode(), "x")
    assert texts(found.map()) == [read]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "iso-8859-1", "windows-1251"])
def test_a_declared_encoding_does_no_harm(encoding: str) -> None:
    words = "ёж" if encoding == "windows-1251" else "café"
    declared = encoding.removesuffix("-sig").removesuffix("-le")
    text = f'<?xml version="1.0"\n encoding="{declared}"?>\r\n<opml><body><outline text="{words}"/></body></opml>\n'
    found = formats.read(text.encode(encoding), "x")
    assert texts(found.map()) == [words]
    assert not lost(found.report)


@pytest.mark.parametrize(
    "text",
    [
        "<opml/>",
        "<opml",
        "<opml><head/></opml>",
        "<opml><body/></opml>",
        '<opml><body><outline text="a',
        "<map version='1'></map>",
        "<map><topic/></map>",
        "<rss/>",
        "<html/>",
        "<?xml",
    ],
)
def test_other_xml_is_refused(text: str) -> None:
    for name in (None, "opml", "freeplane"):
        with pytest.raises(FormatError, match="Nothing was imported"):
            formats.read(text.encode(), "x", name)


@NAMES
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_is_read_or_refused(name: str, text: str) -> None:
    start, opened, closed, end = FILES[name]
    sentence = "x"
    try:
        formats.read(f"{start}{opened}{text}{closed}{end}".encode(), "x", name).map()
    except FormatError as error:
        sentence = str(error)
    assert sentence.startswith("x")


@NAMES
@given(map_=arguments(), place=st.integers(0, 10_000), patch=st.binary(max_size=3))
def test_a_damaged_file_is_read_or_refused(name: str, map_: ArgumentMap, place: int, patch: bytes) -> None:
    content = formats.write(map_, name).content
    place %= len(content)
    sentence = "x"
    try:
        formats.read(content[:place] + patch + content[place + 1 :], "x", name).map()
    except FormatError as error:
        sentence = str(error)
    assert sentence.startswith("x")


@pytest.mark.parametrize(
    "own",
    [
        "no json",
        "[1]",
        '{"claim": 3}',
        '{"claim": {"id": 7, "tags": 3, "nonsense": 1}, "step": {"order": 4}}',
        "[" * 50_000,
    ],
)
def test_data_that_nobody_can_hold_is_left_out(own: str) -> None:
    hidden = own.replace('"', "&quot;")
    outline = f'<outline text="PRO: b" _stance="supports" _argmap="{hidden}"/>'
    node = f'<node TEXT="b"><icon BUILTIN="button_ok"/><hook NAME="argmap" DATA="{hidden}"/></node>'
    for text in (
        f'<opml><body><outline text="a">{outline}</outline></body></opml>',
        f'<map><node TEXT="a">{node}</node></map>',
    ):
        assert steps(formats.read(text.encode(), "x").map()) == ["b reason a"]
