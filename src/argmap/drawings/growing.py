"""Growing: panels in trees, from the lines of what was selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.drawings.panels import Panel, Slip, every_panel
from argmap.drawings.slips import slip_for

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model import ArgumentMap
    from argmap.outlines import Row


def grow(map_: ArgumentMap, rows: Iterable[Row], *, loose: bool = False) -> list[Panel]:
    """Return the panels where *rows* start, with all that hangs under them; reasons stand before objections.

    Where a picture starts, claims stand out, but for *loose* ones.
    """
    roots: list[Panel] = []
    path: list[tuple[Panel, Slip]] = []
    for row in rows:
        line = row.line
        last = path[line.depth][0] if line.depth < len(path) else None
        del path[line.depth :]
        slip = slip_for(map_, row, is_root=not (line.depth or loose or line.inference))
        if line.mate and last is not None and last.inference is line.inference:
            panel = last
        else:
            panel = Panel(line.inference)
            _place(panel, path, roots)
        panel.slips.append(slip)
        path.append((panel, slip))
    for panel in every_panel(roots):
        for slip in panel.slips:
            slip.kids.sort(key=lambda kid: kid.inference is None or not kid.inference.supports)
    return roots


def _place(panel: Panel, path: list[tuple[Panel, Slip]], roots: list[Panel]) -> None:
    """Hang a panel under the claim or the step that it bears on."""
    if not path:
        roots.append(panel)
        return
    above, slip = path[-1]
    (above.attacks if panel.bears_on_step else slip.kids).append(panel)
