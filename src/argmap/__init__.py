"""argmap: map claims and the reasons for and against them, in one file and any terminal.

The Python API, loaded when it is used::

    import argmap

    document = argmap.open("tax.argmap")
    claim = document.map.numbered(argmap.Claim, 1)
    document.do(argmap.editing.add_objection(document.map, claim.id, "Poor households pay most"))
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from os import PathLike

    from argmap import editing, formats, matching, outlines
    from argmap.document import Document
    from argmap.errors import ArgmapError
    from argmap.matching import compare
    from argmap.model import ArgumentMap, Claim, Inference, Source, Step

__version__ = "0.1.0"

__all__ = [
    "ArgmapError",
    "ArgumentMap",
    "Claim",
    "Document",
    "Inference",
    "Source",
    "Step",
    "__version__",
    "compare",
    "editing",
    "formats",
    "matching",
    "open",
    "outlines",
]

_HOMES = {
    "ArgmapError": "argmap.errors",
    "ArgumentMap": "argmap.model",
    "Claim": "argmap.model",
    "Document": "argmap.document",
    "Inference": "argmap.model",
    "Source": "argmap.model",
    "Step": "argmap.model",
    "compare": "argmap.matching",
}
_PACKAGES = {"editing", "formats", "matching", "outlines"}


def open(path: str | PathLike[str]) -> Document:  # noqa: A001  # read as argmap.open
    """Open the map at *path*; raises `ArgmapError` with a sentence if it is none."""
    from pathlib import Path

    opened: Document = import_module("argmap.document").Document.open(Path(path))
    return opened


def __getattr__(name: str) -> Any:  # noqa: ANN401  # whatever the name stands for
    if name in _PACKAGES:
        return import_module(f"argmap.{name}")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    message = f"argmap has no {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    return sorted(__all__)
