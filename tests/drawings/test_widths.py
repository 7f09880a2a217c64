"""The table of widths is what the font says."""

from __future__ import annotations

from tools.build_widths import TABLE, written


def test_the_table_is_up_to_date() -> None:
    assert TABLE.read_text(encoding="utf-8") == written(), "run python tools/build_widths.py"
