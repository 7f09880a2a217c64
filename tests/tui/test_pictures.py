"""How the screen looks, as pictures; they hold for one version of Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import textual

from argmap.tui.app import ArgmapApp

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.document import Document

PINNED = "8.2.8"

pytestmark = pytest.mark.skipif(
    textual.__version__ != PINNED,
    reason=f"the pictures were taken with Textual {PINNED}, which draws borders and fonts its own way",
)

STATES = {
    "question": (),
    "claim": ("j", "j", "}", "}"),
    "folded": ("z", "1", "j"),
    "typing": ("j", "j", "+", "A", "n", "s", "w", "e", "r"),
}


@pytest.mark.parametrize("size", [(80, 24), (140, 40)], ids=["80x24", "140x40"])
@pytest.mark.parametrize("state", STATES)
def test_states_look_as_they_did(
    document: Document, snap_compare: Callable[..., bool], state: str, size: tuple[int, int]
) -> None:
    assert snap_compare(ArgmapApp(document), press=STATES[state], terminal_size=size)


def test_ascii_looks_as_it_did(document: Document, snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(ArgmapApp(document, ascii_only=True), press=["j", "j"], terminal_size=(80, 24))


def test_help_looks_as_it_did(document: Document, snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(ArgmapApp(document), press=["question_mark"], terminal_size=(80, 24))
