"""The screen in the tutorial is the one that its reader sees."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.document import Document
from argmap.tui.app import ArgmapApp
from tests.docs.pages import DOCS, Example, reader, run, steps_of
from tests.tui.test_clean import screen_lines

if TYPE_CHECKING:
    import pytest

_SCREEN = re.compile(r"^```text\n( cars\.argmap .*?)^```$", re.MULTILINE | re.DOTALL)


async def test_the_tutorial_shows_the_map_as_its_reader_has_made_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in reader(tmp_path).items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("NO_COLOR")
    text = (DOCS / "tutorial" / "your-first-map.md").read_text(encoding="utf-8")
    for step in steps_of(text):
        assert isinstance(step, Example)
        run(step.typed)
    app = ArgmapApp(Document.open(Path("cars.argmap")))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down", "down")
        await pilot.pause()
        seen = [line.rstrip() for line in screen_lines(app)]
    (shown,) = _SCREEN.findall(text)
    assert "\n".join(seen) == shown.rstrip("\n"), "\n".join(seen)
