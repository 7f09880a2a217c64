"""What a file says is what Argdown's own parser says it says; what is no Argdown is told with its line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats.argdown.document import Argument, Document, Inference, Section, Statement
from argmap.formats.argdown.parsing import parsed

FILES = Path(__file__).parent / "files"
MODELS = json.loads((FILES / "models.json").read_text(encoding="utf-8"))


def _name(end: Statement | Argument | Inference) -> str:
    if isinstance(end, Inference):
        return f"{{{end.argument.title}}}"
    return f"<{end.title}>" if isinstance(end, Argument) else f"[{end.title}]"


def _structure(argument: Argument) -> list[dict[str, Any]]:
    lines = []
    for line in argument.pcs:
        shown: dict[str, Any] = {"role": line.role, "title": line.statement.title}
        if line.inference is not None:
            shown["rules"] = line.inference.rules
            if line.inference.data:
                shown["data"] = line.inference.data
        lines.append(shown)
    return lines


def _sections(sections: list[Section]) -> list[dict[str, Any]]:
    shown = {id(each): {"title": each.title, "level": each.level, "children": []} for each in sections}
    roots: list[Any] = []
    for each in sections:
        (roots if each.parent is None else shown[id(each.parent)]["children"]).append(shown[id(each)])  # type: ignore[attr-defined]
    return roots


def model(document: Document) -> dict[str, Any]:
    """What a document says, as the models of the project have it."""
    statements = {
        title: {
            "text": each.text,
            "n": sum(not member.is_reference for member in each.members),
            "tags": list(each.tags),
            "data": each.data,
        }
        for title, each in document.statements.items()
    }
    arguments = {
        title: {"text": each.text, "tags": list(each.tags), "data": each.data, "pcs": _structure(each)}
        for title, each in document.arguments.items()
    }
    relations = [[each.kind, _name(each.source), _name(each.target)] for each in document.relations]
    sections = _sections(document.sections)
    front = document.front_matter
    return {
        "statements": statements,
        "arguments": arguments,
        "relations": relations,
        "frontMatter": front,
        "sections": sections,
    }


@pytest.mark.parametrize("name", MODELS)
def test_files_of_the_project_are_read_as_argdown_reads_them(name: str) -> None:
    document = parsed((FILES / name).read_text(encoding="utf-8"))
    found = model(document)
    assert document.faults == []
    assert sorted(found.pop("relations")) == sorted(MODELS[name]["relations"])
    assert found == {key: value for key, value in MODELS[name].items() if key != "relations"}


@pytest.mark.parametrize(
    ("sign", "loose", "strict"),
    [
        ("+", ("support", "c", "P"), ("entails", "c", "P")),
        ("<+", ("support", "c", "P"), ("entails", "c", "P")),
        ("+>", ("support", "P", "c"), ("entails", "P", "c")),
        ("-", ("attack", "c", "P"), ("contrary", "c", "P")),
        ("<-", ("attack", "c", "P"), ("contrary", "c", "P")),
        ("->", ("attack", "P", "c"), ("contrary", "P", "c")),
        ("><", ("contradictory", "P", "c"), ("contradictory", "P", "c")),
        ("_ ", ("undercut", "c", "P"), ("undercut", "c", "P")),
        ("<_", ("undercut", "c", "P"), ("undercut", "c", "P")),
        ("_>", ("undercut", "P", "c"), ("undercut", "P", "c")),
    ],
)
def test_each_sign_in_loose_and_in_strict_mode(sign: str, loose: tuple[str, ...], strict: tuple[str, ...]) -> None:
    text = f"[P]: p\n  {sign} [c]: c\n"
    for front, expected in (("", loose), ("===\nmodel:\n  mode: strict\n===\n\n", strict)):
        (relation,) = parsed(front + text).relations
        found = (relation.kind, _name(relation.source)[1:-1], _name(relation.target)[1:-1])
        assert found == expected


STRUCTURE = """<A>: Why it is so.

(1) [P]: First.
(2) Second.
-- Modus ponens, Common sense {uses: [1, 2]} --
(3) Third.
  <_ [U]: Not always.
(4) Fourth.
----
(5) [Q]: Fifth.
  -> [R]: Rival.

[B]: x
  _> <A>
"""


def test_a_structure_has_roles_rules_and_undercuts_of_its_steps() -> None:
    document = parsed(STRUCTURE)
    argument = document.arguments["A"]
    assert [line.role for line in argument.pcs] == [
        "premise", "premise", "intermediary-conclusion", "premise", "main-conclusion",
    ]  # fmt: skip
    first, last = argument.pcs[2].inference, argument.pcs[4].inference
    assert first is not None
    assert (first.rules, first.data) == (["Modus ponens", "Common sense"], {"uses": [1, 2]})
    found = [(each.kind, _name(each.source), each.target) for each in document.relations]
    assert found == [
        ("undercut", "[U]", first),
        ("attack", "[Q]", document.statements["R"]),
        ("undercut", "[B]", last),
    ]
    assert document.faults == []


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        ("[A]: see [sic] here\n", "“[sic]” cannot stand here", 9),
        ("[A]: one\n[B]: two\n", "An empty line is missing above this", 9),
        ("===\na: b\n===\n[A]: one\n", "An empty line is missing below the front matter", 13),
        ("\n\n  + a\n", "A relation needs a statement", 2),
        ("[A]: one\n- two\n", "A relation must be indented below what it bears on", 9),
        ("[A]: one\n  +\n\n[B]: two\n", "Nothing follows this sign", 9),
        ("(1) a\n(2) b\n\nc\n", "A conclusion is missing", 10),
        ("[A]: one {a: [}\n\n[B]: two\n", "This data cannot be read", 9),
        ("[A]: one *two\n\n[B]: two\n", "Emphasis with * is not closed", 9),
        ("<A>\n\n(1) a\n----\n(2) b\n\n<A>\n\n(1) c\n----\n(2) d\n", "The argument above has its premises", 28),
    ],
)
def test_what_is_no_argdown_is_told_and_the_rest_is_read(text: str, message: str, place: int) -> None:
    document = parsed(text)
    assert [(fault.message[: len(message)], fault.start) for fault in document.faults] == [(message, place)]
    words = " ".join(each.text or "" for each in document.statements.values())
    assert all(word in words for word in ("one", "two") if word in text)


def test_words_that_cannot_stand_where_they_do_keep_their_blanks() -> None:
    words = "see [sic] here and <there> too"
    assert [each.text for each in parsed(f"[A]: {words}\n").statements.values()] == [words]


def test_what_hangs_on_a_statement_whose_empty_line_is_missing_hangs_on_it() -> None:
    document = parsed("[A]: a\n  + b\n    - c\n[D]: d\n  + e\n    - f\n  - g\n[H]: h\n    + i\n")
    texts = {title: each.text for title, each in document.statements.items()}
    found = {
        (each.kind, texts[each.source.title], texts[each.target.title])
        for each in document.relations
        if isinstance(each.source, Statement) and isinstance(each.target, Statement)
    }
    expected = {("support", "b", "a"), ("attack", "c", "b"), ("support", "e", "d"), ("attack", "f", "e")}
    assert found == {*expected, ("attack", "g", "d"), ("support", "i", "h")}
    assert {fault.message for fault in document.faults} == {"An empty line is missing above this"}


_SIGNS = (
    "[A]", "[B]:", "<C>", "<D>:", "w", "\n", "\n\n", "(1)", "----", "--", "+", "-", "->", "_", "><", "{", "}", "{a:",
    "===", "#t", "#", "*", "**", "__", "\\", ".", ":", "//", "/*", "<!--", "-->", "@[A]", "(", ")",
)  # fmt: skip


@given(st.lists(st.sampled_from(_SIGNS), max_size=40))
def test_any_signs_in_any_order_are_read(signs: list[str]) -> None:
    """No text is refused, and what can be read is read."""
    text = " ".join(signs)
    document = parsed(text)
    assert all(0 <= fault.start <= len(text) for fault in document.faults)


MANY = 20_000


@pytest.mark.parametrize(
    "text",
    [
        "[" * MANY,
        "[a](" * MANY,
        "<" * MANY,
        "{" * MANY,
        "{a}, " * MANY,
        "/*" * MANY,
        "=== " * MANY,
        "@[" * MANY,
        "#(" * MANY,
        "*a" * MANY,
        "_a" * MANY,
        ".a:" * MANY,
        "(1) a\n" * MANY,
        "\n\n \n" * MANY,
        "[a]: b {" + "[" * 100_000 + "}",
        "[a]: b {\n" + "- " * 100_000 + "\n}",
        "[a]: b {a: &a [1, 1], b: *a}",
    ],
    ids=range(17),
)
def test_hostile_texts_are_read_in_time_that_grows_with_their_length(text: str) -> None:
    """Each of these would take minutes, or the stack, if anything looked twice or called itself."""
    assert isinstance(parsed(text), Document)


def test_very_deep_trees_are_read() -> None:
    depth = 2_000  # indentation alone makes this 4 MB
    text = "[a]: top\n" + "".join(f"{' ' * (level + 1)}+ c{level}\n" for level in range(depth))
    document = parsed(text)
    assert len(document.relations) == depth
    assert document.faults == []
