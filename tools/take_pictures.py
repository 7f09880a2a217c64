"""Take the pictures of the screen in docs/pictures/ from the sample map: ``python tools/take_pictures.py``."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
SHOTS: dict[str, tuple[tuple[int, int], tuple[str, ...]]] = {
    "screen-80x24": ((80, 24), ("j", "j")),
    "screen-140x40": ((140, 40), ("j", "j", "j", "j")),
    "adding-an-objection-80x24": ((80, 24), ("j", "j", "-", *"But not at once")),
}
_WEB_FONT = re.compile(r"\s*@font-face \{[^}]*\}")


async def take(name: str, size: tuple[int, int], keys: tuple[str, ...], map_file: Path) -> None:
    """Open a fresh copy of the map, press *keys*, and keep the screen as an SVG without fonts from the web."""
    from argmap.document import Document
    from argmap.tui.app import ArgmapApp

    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / map_file.name
        copy.write_bytes(map_file.read_bytes())  # noqa: ASYNC240  # nothing else runs meanwhile
        app = ArgmapApp(Document.open(copy, "you"))
        async with app.run_test(size=size) as pilot:
            for key in keys:
                await pilot.press("space" if key == " " else key)
            await pilot.pause()
            picture = app.export_screenshot(title="argmap")
    picture = _WEB_FONT.sub("", picture)
    (PICTURES / f"{name}.svg").write_text(re.sub(r"terminal-\d+", "terminal-0", picture), encoding="utf-8")


def main() -> int:
    """Take every picture."""
    os.environ["ARGMAP_STATE_DIR"] = tempfile.mkdtemp()
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, (size, keys) in SHOTS.items():
        asyncio.run(take(name, size, keys, ROOT / "argmaps" / "iraq-troops.argmap"))
        print(f"docs/pictures/{name}.svg")
    return 0


if __name__ == "__main__":
    sys.exit(main())
