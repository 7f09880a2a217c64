"""What is sent in fewer bytes looks the same to a terminal that knows looks, and not how they were saved."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.tui.thrift import shorter

_TOKEN = re.compile(r"\x1b\[([0-9;]*)([mH])|([^\x1b])", re.DOTALL)
_COLOURS = ["38;5;253", "38;2;1;2;3", "48;5;234", "48;2;0;0;48", "31", "97", "39", "49", "44", "107"]
_looks = st.lists(st.sampled_from(["1", "2", "3", "4", "7", "9", *_COLOURS]), unique=True).map(";".join)
_texts = st.text("ab  é日", max_size=5)
_moves = st.builds("\x1b[{};{}H".format, st.integers(1, 4), st.integers(1, 12))
_drawn = st.builds("\x1b[{}m{}\x1b[0m".format, _looks, _texts)
_sent = st.lists(st.one_of(_drawn, _drawn, _texts, _moves, st.just("\r\n")), max_size=25).map("".join)


def seen(sent: str) -> tuple[dict[tuple[int, int], object], tuple[int, int], object]:
    """What each cell shows, where the cursor is, and which look is on: one character a cell, whatever its width."""
    cells: dict[tuple[int, int], object] = {}
    line, column, on = 1, 1, frozenset[tuple[str, str]]()
    for numbers, end, letter in _TOKEN.findall(sent):
        if end == "H":
            line, column = map(int, numbers.split(";"))
        elif end == "m":
            on = put_on(on, numbers)
        elif letter in "\r\n":
            line, column = line + (letter == "\n"), 1 if letter == "\r" else column
        else:
            cells[line, column] = on_cell(letter, on)
            column += 1
    return cells, (line, column), on


def put_on(on: frozenset[tuple[str, str]], numbers: str) -> frozenset[tuple[str, str]]:
    look, codes = dict(on), iter((numbers or "0").split(";"))
    for code in codes:
        if code == "0":
            look.clear()
        elif code in {"38", "48"}:
            kind = next(codes)
            look[code[0]] = ";".join([kind, *(next(codes) for _ in range(1 if kind == "5" else 3))])
        elif len(code) > 1:
            look["4" if code[:2] == "10" else code[0].replace("9", "3")] = code
        else:
            look[f"attribute {code}"] = code
    return frozenset(look.items())


def on_cell(letter: str, on: frozenset[tuple[str, str]]) -> object:
    """What can be seen of a letter in its look: on a blank, no colour of letters and no weight."""
    attributes = {code for kind, code in on if kind.startswith("attribute")}
    if letter == " " and not attributes & {"4", "7", "9"}:
        return letter, frozenset((kind, code) for kind, code in on if kind == "4")
    return letter, on


@given(_sent)
def test_it_looks_the_same_and_is_no_longer(sent: str) -> None:
    assert seen(shorter(sent)) == seen(sent)
    assert len(shorter(sent)) <= len(sent)


def test_it_knows_when_it_need_not_be_told_again() -> None:
    line = (
        "\x1b[38;5;253;48;5;234mone\x1b[0m\x1b[38;5;74;48;5;234mtwo\x1b[0m\r\n\x1b[2;1H\x1b[1;38;5;74;48;5;234mx\x1b[0m"
    )
    assert shorter(line) == "\x1b[38;5;253;48;5;234mone\x1b[38;5;74mtwo\x1b[2;1H\x1b[1mx\x1b[0m"


@pytest.mark.parametrize(
    "sent", ["", "\x1b[?1049h\x1b[?25l", "\x1b[?2026h", "\x1b]22;pointer\x1b\\", "\x1b[>25u", "plain"]
)
def test_what_is_no_look_and_no_way_passes(sent: str) -> None:
    assert shorter(sent) == sent
