"""Frame: how the parts of the map's screen share the terminal."""

from __future__ import annotations

WIDE = 100
"""Cells from which on the detail pane stands beside the tree."""

LOOKS = """
MapScreen { layout: vertical; background: $surface; }
MapScreen #body { height: 1fr; layers: base over; layout: horizontal; }
MapScreen #tree { width: 3fr; height: 100%; }
MapScreen #detail { width: 2fr; height: 100%; }
MapScreen.-narrow #body { layout: vertical; }
MapScreen.-narrow #tree { width: 100%; height: 1fr; }
MapScreen.-narrow #detail {
    width: 100%; height: 30%; min-height: 4; border-left: none; border-top: solid $panel-lighten-1;
}
MapScreen.-narrow #detail:focus { border-top: solid $for; height: 60%; }
MapScreen.-ascii #detail { border-left: ascii $panel-lighten-1; }
MapScreen.-ascii.-narrow #detail { border-left: none; border-top: ascii $panel-lighten-1; }
MapScreen.-accessible #detail { border: none !important; }
MapScreen #status { background: $surface; }
MapScreen #crumbs { background: $surface; }
"""
"""The style sheet of the screen and its panes."""
