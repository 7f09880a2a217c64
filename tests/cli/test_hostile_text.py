"""Text that would steer, recolour, reorder or hide what a terminal shows reaches it clean, in every field there is."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from argmap.display import clean_display
from argmap.model import (
    About,
    Alias,
    AliasId,
    Citation,
    Claim,
    ClaimId,
    Comment,
    Conflict,
    Dependence,
    Distinct,
    Inference,
    InferenceId,
    MapId,
    Passage,
    Polarity,
    Source,
    SourceId,
    Term,
    added,
)
from argmap.store import Kind, MapFile, Record
from tests.cli.calls import READING, call

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.model import Entity
    from tests.cli.conftest import Argmap

HOSTILE = {
    "colour": "\x1b[31mred\x1b[0m",
    "clear screen": "\x1b[2J\x1b[H",
    "clipboard": "\x1b]52;c;aGFja2Vk\x07",
    "title": "\x1b]0;title\x07",
    "link": "\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\",
    "C1 sequence": "\x9b31mred",
    "C1 string": "\x9d52;c;aGFja2Vk\x9c",
    "bell and backspace": "a\x07b\x08\x08\x08c",
    "carriage return": "true\rfalse",
    "bidi override": "\u202egnp.exe",
    "bidi isolate": "\u2066hidden\u2069",
    "line separators": "a\u2028b\u2029c",
    "byte order mark": "\ufeffa",
    "tags": "a\U000e0041\U000e0042",
    "newlines": "a\nb\n= position C99 forged",
}
"""What no terminal may get as it is."""

HARMLESS = ("[red]a[/red]", "[/nope]", "[link=https://evil.example]a[/link]", "{0}", "{name}", "%s", "%(a)d", ":smile:")
"""What means nothing to a terminal, and must be shown as it stands."""

_SGR = re.compile(r"\x1b\[[0-9;]*m")


def _entities(text: str) -> list[Entity]:
    """A map with *text* in every field that takes any."""
    one, two, three = (ClaimId(f"c{number}") for number in (1, 3, 4))
    first, second = SourceId("s1"), SourceId("s2")

    def said(number: int) -> str:
        return f"W{number} {text} W"

    return [
        About(id=MapId("m"), title=said(1), question=said(2), description=said(3), language=said(4), numbering=said(5)),
        Claim(id=one, number=1, text=said(6), position="a0"),
        Claim(id=two, number=3, text=said(7), note=said(8), as_of=said(9), tags=(said(10), said(11)), credence=0.5),
        Claim(id=three, number=4, text=said(12)),
        Claim(number=5, text=said(13)),
        Inference(
            id=InferenceId("r1"),
            number=1,
            polarity=Polarity.SUPPORTS,
            target=one,
            premises=(two, three),
            warrant=said(14),
            scheme=said(15),
            relevance=0.8,
        ),
        Source(
            id=first,
            number=1,
            title=said(16),
            author=said(17),
            container_title=said(18),
            issued=said(19),
            publisher=said(20),
            url=said(21),
            genre=said(22),
            language=said(23),
            note=said(24),
            text=said(25),
        ),
        Source(id=second, number=2, title=said(26), publisher=said(27)),
        Citation(
            claim=two,
            source=first,
            paragraph=said(28),
            page=said(29),
            quote=said(30),
            prefix=said(31),
            suffix=said(32),
            asserted_by=said(33),
            via=said(34),
            as_of=said(35),
            note=said(36),
        ),
        Dependence(passages=(Passage(first, said(37)), Passage(second, said(38))), note=said(39)),
        Conflict(claims=(two, three), note=said(40)),
        Comment(number=1, about=two, text=said(41), author=said(42)),
        Comment(number=2, about=MapId("m"), text=said(43), author=said(44)),
        Alias(id=AliasId("gone"), survivor=two, number=9, text=said(45)),
        Distinct(wordings=(said(46), said(47))),
        Term(words=(said(48), said(49))),
    ]


@pytest.fixture(params=HOSTILE)
def hostile(request: pytest.FixtureRequest, here: Path) -> str:
    """A map that is made to harm, and the name of its file too."""
    text = HOSTILE[str(request.param)]
    path = here / "m.argmap"
    record = Record(label=f"Add {text}", kind=Kind.NEW, author=f"Jane {text}", at=1)
    MapFile.create(path, record, [added(entity) for entity in _entities(text)])
    return text


def _unclean(said: str) -> list[str]:
    """The lines that could steer a terminal; a screen's own colours are left out of account."""
    return [line for line in said.split("\n") if clean_display(line) != line or line != line.replace("\r", "")]


@pytest.mark.parametrize("terminal", [False, True], ids=["for programs", "on a terminal"])
def test_nothing_unclean_is_ever_printed(argmap: Argmap, hostile: str, *, terminal: bool) -> None:
    """But by an export for another program, which gets the text as it is; pictures are for no terminal."""
    faults = {}
    for name, arguments in READING.items():
        if name.startswith("export") and not terminal:
            continue
        answer = argmap(*call(arguments, "m.argmap"), terminal=terminal)
        assert answer.status == (2 if name.startswith("draw") and terminal else 0), (name, answer.err)
        if found := _unclean(_SGR.sub("", answer.out) if terminal else answer.out) + _unclean(answer.err):
            faults[name] = found
    assert faults == {}
    assert hostile


def test_no_text_makes_a_line_of_its_own(argmap: Argmap, hostile: str) -> None:
    """A claim, a label or a name with newlines cannot pass for another line of the map."""
    for name in ("show", "show --details", "show --plain", "find", "log", "sources", "terms", "comment"):
        for line in argmap(*call(READING[name], "m.argmap")).lines:
            assert not line.startswith("= position C99"), name
    assert len(argmap("show", "m.argmap").lines) == 6
    assert hostile


def test_json_gives_the_text_back_as_it_is(argmap: Argmap, hostile: str) -> None:
    """Escaped where it could steer a terminal, and the same once it is read."""
    shown = json.loads(argmap("show", "m.argmap", "--json").out)
    assert shown["question"] == f"W2 {hostile} W"
    details = json.loads(argmap("show", "m.argmap", "C3", "--details", "--json").out)
    assert (details["text"], details["note"], details["tags"]) == (
        *(f"W7 {hostile} W", f"W8 {hostile} W"),
        [f"W10 {hostile} W", f"W11 {hostile} W"],
    )
    assert json.loads(argmap("terms", "m.argmap", "--json").out) == [[f"W48 {hostile} W", f"W49 {hostile} W"]]
    (log,) = json.loads(argmap("log", "m.argmap", "--json").out)
    assert (log["label"], log["author"]) == (f"Add {hostile}", f"Jane {hostile}")


def test_an_export_for_a_program_keeps_the_text_as_it_is(argmap: Argmap, hostile: str) -> None:
    exported = json.loads(argmap("export", "m.argmap", "--to", "json").out)
    assert exported["map"]["title"] == f"W1 {hostile} W"


@pytest.mark.parametrize("text", HARMLESS)
@pytest.mark.parametrize("terminal", [False, True], ids=["for programs", "on a terminal"])
def test_markup_and_placeholders_are_shown_as_they_stand(
    argmap: Argmap, here: Path, monkeypatch: pytest.MonkeyPatch, text: str, *, terminal: bool
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    record = Record(label=f"Add {text}", kind=Kind.NEW, author=text)
    MapFile.create(here / "m.argmap", record, [added(entity) for entity in _entities(text)])
    for name, count in (("show", 5), ("show --details", 12), ("sources", 8), ("terms", 2), ("comment", 4), ("log", 2)):
        out = _SGR.sub("", argmap(*call(READING[name], "m.argmap"), terminal=terminal).out)
        assert out.count(text) >= count, name


@pytest.mark.parametrize("text", [*HOSTILE.values(), *HARMLESS])
def test_what_is_typed_is_said_back_clean(argmap: Argmap, m: str, text: str) -> None:
    """In what is done, in what is refused, in the names of files."""
    for arguments in (
        ("add", m, text),
        ("add", m, "x", "--supports", text),
        ("rate", m, "C1", text),
        ("set", m, "C1", "--tag", text),
        ("set", m, "--numbering", text),
        ("terms", m, "add", text, f"{text} other"),
        ("find", m, f"is:{text}"),
        ("find", m, text),
        ("export", m, "--to", text),
        ("sample", text),
        (text,),
        ("show", f"{text}.argmap"),
        ("import", text),
        ("undo", m),
    ):
        answer = argmap(*arguments)
        assert _unclean(answer.out) + _unclean(answer.err) == [], arguments
        assert len(answer.err.splitlines()) <= 3, arguments


def test_the_start_page_shows_names_clean(argmap: Argmap, here: Path) -> None:
    assert argmap("new", "a\x1b[31mb\u202ec.argmap").status == 0
    answer = argmap()
    assert _unclean(answer.out) == []
    assert "a␛[31mb�c.argmap" in answer.out
    assert len(list(here.iterdir())) == 1
