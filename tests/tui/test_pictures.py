"""How the screen looks, as pictures; they hold for one version of Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import textual

from argmap.tui.app import ArgmapApp
from tests.tui.states import SIZES, STATES, presses

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from argmap.document import Document

PINNED = "8.2.8"

pytestmark = pytest.mark.skipif(
    textual.__version__ != PINNED,
    reason=f"the pictures were taken with Textual {PINNED}, which draws borders and fonts its own way",
)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("state", STATES)
def test_states_look_as_they_did(document: Document, snap_compare: Callable[..., bool], state: str, size: str) -> None:
    assert snap_compare(ArgmapApp(document), press=presses(STATES[state]), terminal_size=SIZES[size])


@pytest.mark.parametrize("state", STATES)
def test_states_in_ascii_look_as_they_did(document: Document, snap_compare: Callable[..., bool], state: str) -> None:
    app = ArgmapApp(document, ascii_only=True)
    assert snap_compare(app, press=presses(STATES[state]), terminal_size=(80, 24))


@pytest.mark.parametrize("state", STATES)
def test_states_without_colour_look_as_they_did(
    document: Document, snap_compare: Callable[..., bool], monkeypatch: pytest.MonkeyPatch, state: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(ArgmapApp(document), press=presses(STATES[state]), terminal_size=(80, 24))


@pytest.mark.parametrize("size", SIZES)
def test_an_empty_map_looks_as_it_did(tmp_path: Path, snap_compare: Callable[..., bool], size: str) -> None:
    from argmap.document import Document
    from argmap.model import About

    empty = Document.create(tmp_path / "empty.argmap", [About()], author="tester")
    assert snap_compare(ArgmapApp(empty), terminal_size=SIZES[size])
