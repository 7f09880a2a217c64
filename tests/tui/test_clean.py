"""Nothing a map holds can steer the terminal: no escape, no other control, no bidi control reaches a strip."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from rich.cells import cell_len
from textual.geometry import Region

from argmap.display import wrap
from argmap.document import Document
from argmap.model import (
    About,
    Citation,
    Claim,
    Comment,
    Conflict,
    Inference,
    Polarity,
    Source,
)
from argmap.tui.app import ArgmapApp
from argmap.tui.drawing import Drawing
from argmap.tui.rows import Rows
from argmap.tui.signs import PRETTY
from argmap.tui.telling import tell
from tests.strategies import HOSTILE, maps

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import App

    from argmap.model import ArgumentMap, Entity

UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]")


def screen_lines(app: App[None]) -> list[str]:
    """Return everything on the screen, line by line, as it goes to the terminal."""
    width, height = app.size
    strips = app.screen._compositor.render_strips()
    assert Region(0, 0, width, height).area
    return ["".join(segment.text for segment in strip) for strip in strips]


@given(maps())
def test_rows_and_paragraphs_are_clean(map_: ArgumentMap) -> None:
    """Rows are drawn clean; what the detail pane tells is clean once it is wrapped, as the pane does."""
    drawing = Drawing()
    rows = Rows(map_)
    for row in rows.visible:
        for pieces in drawing.lines(rows, row):
            assert not any(UNSAFE.search(text) for _, text in pieces)
        for _, paragraph in tell(rows.places, row, PRETTY):
            assert not any(UNSAFE.search(line) for line in wrap(paragraph, 30, cell_len))


def _hostile(text: str) -> list[Entity]:
    claim = Claim(number=1, text=text, note=text, tags=(text,), as_of=text, position="a0")
    reason = Claim(number=2, text=text, note=text)
    spare = Claim(number=3, text=text)
    why = Inference(
        number=1, polarity=Polarity.SUPPORTS, target=claim.id, premises=(reason.id,), warrant=text, scheme=text
    )
    source = Source(number=1, title=text, author=text, container_title=text, issued=text)
    cited = Citation(
        claim=reason.id,
        source=source.id,
        paragraph=text,
        quote=text,
        asserted_by=text,
        via=text,
        as_of=text,
        note=text,
    )
    remark = Comment(number=1, about=reason.id, text=text, author=text)
    conflict = Conflict(claims=(reason.id, spare.id), note=text)
    about = About(title=text, question=text, description=text)
    return [about, claim, reason, spare, why, source, cited, remark, conflict]


@pytest.mark.parametrize(
    "text", [" ".join(HOSTILE), "[@click=app.quit]x[/] [/b] oops", "\x1b]52;c;AAAA\x07 \u202d\u2069 [b]x"]
)
async def test_every_field_of_a_foreign_file_is_shown_clean(tmp_path: Path, text: str) -> None:
    """On the question, a position, a reason, in the editor and in the find bar."""
    app = ArgmapApp(Document.create(tmp_path / "hostile.argmap", _hostile(text), author="tester"))
    async with app.run_test(size=(100, 30)) as pilot:
        for key in ("j", "j", "e", "escape", "+", "escape", "slash", "escape", "G", "d", "question_mark"):
            await pilot.press(key)
            await pilot.pause()
            assert not any(UNSAFE.search(line) for line in screen_lines(app))
