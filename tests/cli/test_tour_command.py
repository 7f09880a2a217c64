"""``argmap tour`` needs a terminal and says what else there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.cli.main import main

if TYPE_CHECKING:
    import pytest


def test_without_a_terminal_the_tour_says_what_to_do_instead(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tour"]) != 0
    said = capsys.readouterr()
    assert "no terminal" in said.err
    assert "argmap --help" in said.err
    assert not said.out
