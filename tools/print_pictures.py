"""Take the pictures of what is printed, in docs/pictures/, from the sample maps: ``python tools/print_pictures.py``.

Drawings are the SVG that ``argmap draw`` writes; of papers, the first page as PNG.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
sys.path.insert(0, str(ROOT / "src"))

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

DRAWN = {"drawing-butterfly": "butterfly", "drawing-left-right": "left-to-right", "drawing-top-down": "top-down"}
"""The drawings of `DRAWN_MAP`, each by its layout."""

DRAWN_MAP = "nuclear-power"
PRINTED = ("blocks", "brief", "memo", "cards")
"""The papers of `PRINTED_MAP`, and its atlas."""

PRINTED_MAP = "iraq-troops"
_WIDTH = 480  # pixels of a page
_PAGE = '#set page(width: auto, height: auto, margin: 0pt)\n#image("paper.pdf", width: {width}pt)'


def drawing(name: str) -> bytes:
    """Return the drawing that goes by *name* as SVG."""
    from argmap.drawings import Layout
    from argmap.outlines import Selection
    from argmap.publishing.drawn import Manner, pictured

    return pictured(sample(DRAWN_MAP), Selection(), "svg", Manner(layout=Layout(DRAWN[name]))).content


def page(name: str) -> bytes:
    """Return the first page of the paper called *name*, or of the atlas, as PNG."""
    from argmap.outlines import Selection
    from argmap.publishing.drawn import Manner, pictured
    from argmap.publishing.formats import format_of
    from argmap.publishing.printouts import Wishes, printed

    map_ = sample(PRINTED_MAP)
    if name == "atlas":
        return first_page(pictured(map_, Selection(), "pdf", Manner(paper="a4")).content)
    return first_page(printed(map_, name, Selection(), format_of("pdf"), Wishes()).content)


def first_page(pdf: bytes) -> bytes:
    """Return the first page of a PDF as PNG."""
    import typst

    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "paper.pdf").write_bytes(pdf)
        source = Path(folder) / "page.typ"
        source.write_text(_PAGE.format(width=_WIDTH), encoding="utf-8")
        found = typst.compile(str(source), format="png", ppi=72)
    assert isinstance(found, bytes)
    return found


def sample(name: str) -> ArgumentMap:
    """Return the sample map called *name*."""
    from argmap.document import Document

    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / f"{name}.argmap"
        copy.write_bytes((ROOT / "argmaps" / copy.name).read_bytes())
        return Document.open(copy).map


def main() -> int:
    """Take every picture."""
    for name in DRAWN:
        (PICTURES / f"{name}.svg").write_bytes(drawing(name))
        print(f"docs/pictures/{name}.svg")
    for name in (*PRINTED, "atlas"):
        (PICTURES / f"paper-{name}.png").write_bytes(page(name))
        print(f"docs/pictures/paper-{name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
