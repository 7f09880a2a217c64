"""The table of widths is what the font says."""

from __future__ import annotations

import runpy
from pathlib import Path

TOOL = Path(__file__).parents[2] / "tools" / "build_widths.py"


def test_the_table_is_up_to_date() -> None:
    tool = runpy.run_path(str(TOOL))
    assert tool["TABLE"].read_text(encoding="utf-8") == tool["written"](), "run python tools/build_widths.py"
