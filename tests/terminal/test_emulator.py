"""The terminal the proofs rest on shows what it is sent, remembers what is switched, and lets nothing odd pass."""

from __future__ import annotations

import pytest

from tests.terminal.emulator import CURSOR, PASTE, SANE, Emulator, Misspoken


@pytest.fixture
def terminal() -> Emulator:
    return Emulator(10, 3)


def test_it_shows_text_where_it_was_put(terminal: Emulator) -> None:
    terminal.feed("\x1b[2;3H\x1b[1;38;5;9mé\u0301日\x1b[0mx\r\nend".encode())
    assert terminal.shown() == ["", "  é\u0301日x", "end"]


@pytest.mark.parametrize("cut", range(1, 16))
def test_what_is_cut_in_two_goes_on(terminal: Emulator, cut: int) -> None:
    sent = "\x1b[?25l\x1b[1;1H日本".encode()
    terminal.feed(sent[:cut])
    terminal.feed(sent[cut:])
    assert terminal.shown()[0] == "日本"
    assert CURSOR not in terminal.modes


def test_it_remembers_what_is_switched_and_asked(terminal: Emulator) -> None:
    terminal.feed(b"\x1b[?2004h\x1b[?25l\x1b[>25u\x1b[?2026$p\x1b[?2048$p")
    assert terminal.modes == (SANE | {PASTE}) - {CURSOR}
    assert terminal.keyboards == 1
    assert terminal.answers() == b"\x1b[?2026;2$y\x1b[?2048;0$y"
    assert terminal.answers() == b""


@pytest.mark.parametrize(
    "sent",
    [
        "\x1b]52;c;AAAA\x07",
        "\x1b]0;title\x07",
        "\x1bc",
        "\x1b[?1337h",
        "\x1b[6n",
        "\x1b[2J",
        "\x9b",
        "\x1b[9;1H",
        "12345678901",
    ],
)
def test_what_the_screen_has_no_business_to_send_is_refused(terminal: Emulator, sent: str) -> None:
    with pytest.raises(Misspoken):
        terminal.feed(sent.encode())


def test_it_cuts_off_what_was_drawn_for_another_size(terminal: Emulator) -> None:
    terminal.feed(b"0123456789")
    terminal.resize(4, 2)
    terminal.feed(b"\x1b[1;1H0123456789\x1b[3;9Hx")
    assert terminal.shown() == ["0123", "   x"]
