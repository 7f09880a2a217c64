"""Take the pictures of the screen in docs/pictures/ from the sample map: ``python tools/take_pictures.py``.

They show the states of ``tests/tui/states.py``, each at 80x24 and at 140x40.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.pilot import Pilot
    from textual.screen import Screen

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
sys.path.insert(0, str(ROOT))
_SETTLED = 0.5  # seconds between two looks at what is computed in the background
_WEB_FONT = re.compile(r"\s*@font-face \{[^}]*\}")


async def settle(screen: Screen[object], pilot: Pilot[None]) -> None:
    """Wait until all that is computed in the background stands on the screen, so that the next picture is the same."""
    from argmap.tui.screen import MapScreen

    assert isinstance(screen, MapScreen)
    while screen.alike_search.is_looking:
        await pilot.pause(_SETTLED)
    for _ in range(2):  # the cursor rests where it rested
        screen.resting.look()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause(_SETTLED)


async def take(name: str, size: tuple[int, int], keys: list[str], map_file: Path) -> None:
    """Open a fresh copy of the map, press *keys*, and keep the screen as an SVG without fonts from the web."""
    from argmap.document import Document
    from argmap.tui.app import ArgmapApp

    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / map_file.name
        copy.write_bytes(map_file.read_bytes())  # noqa: ASYNC240  # nothing else runs meanwhile
        app = ArgmapApp(Document.open(copy, "you"))
        async with app.run_test(size=size) as pilot:
            await pilot.press(*keys)
            await settle(app.screen_stack[0], pilot)
            picture = app.export_screenshot(title="argmap")
    picture = _WEB_FONT.sub("", picture)
    (PICTURES / f"{name}.svg").write_text(re.sub(r"terminal-\d+", "terminal-0", picture), encoding="utf-8")


def main() -> int:
    """Take every picture."""
    os.environ["ARGMAP_STATE_DIR"] = tempfile.mkdtemp()
    PICTURES.mkdir(parents=True, exist_ok=True)
    from tests.tui.states import SIZES, STATES, presses

    for old in PICTURES.glob("screen-*.svg"):
        old.unlink()
    for (state, keys), (size, cells) in product(STATES.items(), SIZES.items()):
        asyncio.run(take(f"screen-{state}-{size}", cells, presses(keys), ROOT / "argmaps" / "iraq-troops.argmap"))
        print(f"docs/pictures/screen-{state}-{size}.svg")
    return 0


if __name__ == "__main__":
    sys.exit(main())
