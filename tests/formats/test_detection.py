"""Which format a file has is told by what is in it; what no format reads is named."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import formats
from argmap.errors import FormatError, UnfitError
from argmap.model import ArgumentMap
from tests.formats.arguments import arguments
from tests.formats.saying import told

JSON = b'{"claims": [{"text": "a"}], "format": "argmap-json"}'


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (JSON, "json"),
        (b"\n\n  " + JSON, "json"),
        (b"\xef\xbb\xbf" + JSON, "json"),
        (JSON.decode().encode("utf-16"), "json"),
        (JSON.decode().encode("utf-16-be"), "json"),
        (JSON.decode().encode("utf-32"), "json"),
        (b"[A]: a\n  + b\n", "argdown"),
        (b"===\ntitle: t\n===\n\nA sentence.\n", "argdown"),
        (b"(1) a\n(2) b\n----\n(3) c\n", "argdown"),
        (b"# Head\n\n<A>: a\n  <_ [B]\n", "argdown"),
        (b"# Head\n\nThis says more than @<The argument>.\n", "argdown"),
        (b"# Mail\n\n- (+) ask @[Ann](mailto:ann@example.org)\n", "markdown"),
        (b"claim,relation,parent\na,,\n", "csv"),
        (b"sep=;\r\nClaim;Note\r\n- (+) a;b\r\n", "csv"),
        (b"Statement\n# a\n- b\n", "csv"),
        (b'{"claim": "a"}\n', "jsonl"),
        (b'{"id": 1, "title": "a", "parent": null}\n{"id": 2, "title": "b"}\n', "jsonl"),
        (b'<?xml version="1.0"?>\n<!-- x --><!DOCTYPE opml>\n<opml><body><outline text="a"/></body></opml>', "opml"),
        (b'<map version="1.0.1">\n<node TEXT="# p"/></map>', "freeplane"),
        (b"Title: claim, text, parent\n\n# p\n- (+) a, b\n", "markdown"),
        (b"# claim\n- a, b\n", "markdown"),
        (b"- a\n  + b\n", "markdown"),
        (b"- [ ] do\n- [x] done\n", "markdown"),
        (b"# Links\n- a [b]\n\n[b]: https://example.org\n", "markdown"),
        (b"# p\n", "markdown"),
        (b"- (+) a\n", "markdown"),
        (b'{"ideas": {"1": {"title": "a", "id": 2}}, "title": "t"}', "mindmup"),
        (b"First\n\n@include(other.argdown)\n", "argdown"),
        (b"# Page\n\n- words\n\n```argdown\n[A]: a\n```\n", "argdown"),
        (b"===\n// mine\ntitle: t\n===\n\nA sentence.\n", "argdown"),
        (b"# Code\n\n- see\n\n```\n[A]: a\n  + <B>\n```\n", "markdown"),
        (b"New: there is\n  - <node>.links of a node\n", "markdown"),
        (b"# Links\n\n- <https://example.org>\n- <b>bold</b>\n- [a][1]\n- [^1]\n\n[^1]: a note\n", "markdown"),
        (b"- a\n  - b\n", "markdown"),
        (b"---\ntitle: t\ntags:\n  - u\ndate: d\nby: me\n---\n\n# p\n- a\n", "markdown"),
        (b"Title: t\n\nQuestion: q\n", "markdown"),
        (b"<!-- by hand -->\n\n# p\n- (+) a\n", "markdown"),
        (b"A page of prose\n" * 20 + b"- (-) and one bullet\n", "markdown"),
    ],
)
def test_the_content_decides(raw: bytes, name: str) -> None:
    """Encodings, blank lines and the order of keys do not matter."""
    assert formats.detect(raw).name == name
    assert formats.read(raw, "x").report.format_name == name


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "an empty file"),
        (b" \n\t\r\n", "an empty file"),
        (b"\xef\xbb\xbf", "an empty file"),
        (b"\0\1" * 8, "a binary file"),
        (
            b"SQLite format 3\0" + b"\0" * 80,
            "an .argmap file or another SQLite database, which argmap cannot import. Open it",
        ),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04......word/document.xml", "a Word document"),
        (b"PK\x03\x04......xl/workbook.xml", "an Excel workbook"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "a LibreOffice document"),
        (b"PK\x03\x04......", "a ZIP archive"),
        (b"{\\rtf1 hello}", "a rich text"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"<!DOCTYPE html>\n<html><body>- (+) Log in</body></html>", "an HTML page"),
        (b"\n<HTML lang=en>\n# p\n- (+) a", "an HTML page"),
        (b'<?xml version="1.0"?><rss/>', "an XML file"),
        (b'{"nodes": [], "edges": []}', "JSON, but not argmap's"),
        (b"[1, 2]", "JSON, but not argmap's"),
        (b'{"name": "x", "version": "1"}', "JSON, but not argmap's"),
        (b'{"text": {"txt": "a"}}', "JSON, but not argmap's"),
        (b"<map><topic/></map>", "an XML file"),
        (b"Text, more text\nand a second line, with commas\n", "plain text"),
        (b"Claim\n", "plain text"),
        (b"# the web\nservices:\n  web:\n    # where\n    ports:\n      - 80\n      - 81\n", "plain text"),
        (b"Just a sentence about - things.\n", "plain text"),
        (b"import os\n\n# a comment\nprint(os.name)\nx = 1\ny = 2\n", "plain text"),
        (bytes(range(256)) * 20, "a binary file"),
        (
            b'<?xml version="1.0"?>\n<arggraph id="a">\n  <edu>\n    + what\n    -> @[b]\n</edu></arggraph>',
            "an XML file",
        ),
        (b'<graph id="a">\n  + what @[b]\n</graph>', "an XML file"),
        (b'{"data": "see @[b]\n  + what"}', "JSON, but not argmap's"),
        (b'[\n  {"data": "see @[b]"}]', "JSON, but not argmap's"),
        (b'digraph tree {\n  a [label="one\n-> two"];\n}\n', "plain text"),
        (b"=====\n1.12\n=====\nBetter search\n", "plain text"),
    ],
    ids=range(33),
)
def test_what_no_format_reads_is_named(raw: bytes, words: str) -> None:
    """The sentence says what the file looks like, what to do, and that nothing was imported."""
    with pytest.raises(FormatError) as caught:
        formats.read(raw, "x.md")
    assert caught.value.exit_status == 3
    assert str(caught.value).startswith("x.md: This looks like")
    assert words in str(caught.value)
    assert str(caught.value).endswith("Nothing was imported.")


def test_an_unknown_format_is_refused() -> None:
    """The formats there are are named."""
    with pytest.raises(UnfitError, match=r"There is no format “docx”\. Formats: json, .*argdown"):
        formats.write(ArgumentMap(), "docx")


def test_a_file_that_is_not_utf8_is_read_and_told() -> None:
    """Windows-1252 and, failing that, Latin-1; the note names the first line in doubt."""
    imported = formats.read("# Überlegung\n- (+) “a”\n".encode("cp1252"), "x.md")
    assert [claim.text for claim in imported.map().claims.values()] == ["Überlegung", "“a”"]
    (note,) = imported.report.notes
    assert note.sentence == "The file is not UTF-8 and was read as Windows-1252; check accents and quotes (line 1)"
    latin = formats.read(b"# p\n- (+) \xe9\x81", "x.md")
    assert "Latin-1" in latin.report.sentences[0] + latin.report.sentences[-1]


def test_mixed_line_ends_are_told() -> None:
    """All of them end lines."""
    imported = formats.read(b"# p\r\n- (+) a\n- (+) b\r- (+) c\n", "x.md")
    assert len(imported.map().inferences) == 3
    assert [note.code for note in imported.report.notes] == ["line-ends"]


def test_a_cut_utf16_file_is_read_as_far_as_it_goes() -> None:
    """Half a character at the end is told, the rest read."""
    imported = formats.read("# p\n- (+) a\n- (+) b".encode("utf-16")[:-1], "x.md")
    assert len(imported.map().claims) >= 2
    assert "encoding" in [note.code for note in imported.report.notes]


@given(st.binary(max_size=200), st.sampled_from([None, "json", "argdown", "markdown"]))
def test_any_bytes_are_read_or_refused(raw: bytes, name: str | None) -> None:
    """Whatever the bytes, there is a result or one sentence that names the file."""
    _read_or_refused(raw, name)


@given(arguments(), st.integers(0, 10_000), st.binary(max_size=3), st.sampled_from(["json", "argdown", "markdown"]))
def test_a_damaged_file_is_read_or_refused(map_: ArgumentMap, place: int, patch: bytes, name: str) -> None:
    """Bytes overwritten anywhere in a good file give a result or one sentence."""
    content = formats.write(map_, name).content
    place %= len(content)
    _read_or_refused(content[:place] + patch + content[place + 1 :], name)


def _read_or_refused(raw: bytes, name: str | None) -> None:
    sentence = "any"
    try:
        formats.read(raw, "any", name)
    except FormatError as error:
        sentence = str(error)
    assert sentence.startswith("any")


def test_reports_are_json() -> None:
    """What `--json` prints of a report is made of plain values."""
    report = formats.read(b"# p\n- a\n- b\n", "x.md").report
    assert json.loads(json.dumps(report.to_plain())) == {
        "format": "markdown",
        "losses": [
            {
                "code": "bare",
                "count": 2,
                "sentence": "2 bullets have no sign, so they have no relation yet and were read as unplaced claims",
                "places": [{"line": 2, "column": None}, {"line": 3, "column": None}],
            }
        ],
        "notes": [],
    }


def test_a_file_without_claims_says_so_and_what_else_it_looks_like() -> None:
    """An empty map never comes without a word, least of all from a wrong ``--from``."""
    atoms = b'{"metadata": {}, "nodes": [{"id": "a", "type": "atom", "text": "Yes", "sources": []}], "edges": []}'
    wrong = formats.read(atoms, "x.json", "aif").report.sentences[-1]
    assert (
        wrong == "No claim was found in it, so the map is empty; it looks like sadface: --from sadface reads it as that"
    )
    empty = formats.read(b'{"nodes": [], "edges": [], "locutions": []}', "x.json").report.sentences
    assert empty == ("No claim was found in it, so the map is empty",)


@pytest.mark.parametrize(
    "name", ["json", "arguebuf", "sadface", "argdown-json", "xaif", "aif", "jsoncanvas", "mindmup"]
)
@given(map_=arguments())
def test_json_that_another_program_wrote_anew_on_one_line_is_the_same(name: str, map_: ArgumentMap) -> None:
    """Other programs lay JSON out in their own way, and what argmap left in it is still there."""
    written = formats.write(map_, name).content
    anew = json.dumps(json.loads(written)).encode()
    assert formats.detect(anew).name == formats.detect(written).name == name
    assert formats.read(anew, "x").map() == formats.read(written, "x").map()


@pytest.mark.parametrize(
    "text",
    [
        "[#warm] The world warms.\n\n[#hot] It gets hot { certainty: 0.6 }\n",
        "===\ntitle: t\n===\n\n[#a] A.\n\n[#b] B.\n\n([#a], [#b]) -> [#c].\n",
        "# Page\n\n```argdown\n[#a] A.\n[#a] --x [#b]\n```\n",
    ],
)
def test_another_language_with_the_same_end_is_called_by_its_name(text: str) -> None:
    with pytest.raises(FormatError, match=r"^x\.argdown: This looks like Argdown Extended.*Nothing was imported\.$"):
        formats.read(text.encode(), "x.argdown")
    assert formats.read(text.encode(), "x.argdown", "argdown").map().claims


def test_titles_that_begin_with_a_number_sign_are_argdown_s() -> None:
    """Tags may stand behind one, and a colon makes it a title."""
    for text in ("[#a]: b\n  + [#c] d\n", "[#a] #tag\n  + b\n", "[#a] {k: 1}\n  + b\n"):
        assert formats.detect(text.encode()).name == "argdown"


def test_what_only_begins_as_json_does_is_not_called_json() -> None:
    for text in ("[a note] of mine\n", "{perhaps} so\n"):
        with pytest.raises(FormatError, match="plain text"):
            formats.detect(text.encode(), "x.json")
    for text in ("[]", '["a"]', "[1, 2]", "[[null]]", '{"a": 1}'):
        with pytest.raises(FormatError, match="JSON"):
            formats.detect(text.encode(), "x.json")


def test_the_end_of_a_name_decides_nothing_but_is_told() -> None:
    with pytest.raises(FormatError, match=r"Its name ends in \.CSV: --from csv reads it as that\."):
        formats.detect(b"a,b\n1,2\n", "x.CSV")
    found = formats.read(b"# Head\n\n- bullet\n", "x.argdown")
    assert "its name ends in .argdown" in " ".join(found.report.sentences).casefold()
    assert told(formats.read(b"# Head\n\n- bullet\n", "x.md").report).keys() == {"bare"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<A>\n\nwords\n", "plain text"),
        ("<A>\n\n(1)\n----\n", "plain text"),
        ("<a>b</a>", "an XML file"),
        ('<a b="c">', "an XML file"),
        ("<?xml version='1.0'?><a/>", "an XML file"),
    ],
)
def test_a_title_in_brackets_is_no_tag(text: str, words: str) -> None:
    with pytest.raises(FormatError, match=f"This looks like {words}"):
        formats.detect(text.encode(), "x")
