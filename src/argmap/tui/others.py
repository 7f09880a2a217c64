"""Others: what they did to the map meanwhile, and the tree as they left it, with the cursor where the eye is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.display import one_line

if TYPE_CHECKING:
    from argmap.document import Document
    from argmap.model import ArgumentMap
    from argmap.store import Record
    from argmap.tui.tree import ArgumentTree


def read_again(tree: ArgumentTree, map_: ArgumentMap) -> None:
    """Show *map_*, read anew, with the cursor on the same row, else on the nearest above it that is left."""
    way, held = [tree.row.place], tree.held()
    above = tree.row.above
    while above is not None:
        way.append(above.place)
        above = above.above
    tree.show_map(map_)
    indexes = (tree.rows.reveal(place) for place in way)
    tree.jump(next((index for index in indexes if index is not None), 0))
    tree.hold(held)


def done_since(document: Document, known: str) -> str:
    """Name the last step that others took since the step *known*, and count the rest; nothing for another history."""
    new: list[Record] = []
    for record in reversed(document.log()):
        if record.id == known:
            break
        new.append(record)
    else:
        return ""  # it is not the file it was
    more = f" (and {len(new) - 1:,} more)" if len(new) > 1 else ""
    return f"{one_line(new[0].label)}{more}" if new else ""
