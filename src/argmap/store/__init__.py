"""Keeping maps in .argmap files: one SQLite database each. The only package that knows SQLite and SQLModel.

Its names are loaded when they are asked for: who only puts an exported file in place needs no SQLite.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argmap.store.backups import backups_of
    from argmap.store.backups import time_of as backup_time
    from argmap.store.history import Kind, Record
    from argmap.store.map_file import MapFile
    from argmap.store.reading import Opened
    from argmap.store.refusals import refusal

__all__ = ["Kind", "MapFile", "Opened", "Record", "backup_time", "backups_of", "refusal"]

_HOMES = {
    "Kind": ("history", "Kind"),
    "MapFile": ("map_file", "MapFile"),
    "Opened": ("reading", "Opened"),
    "Record": ("history", "Record"),
    "backup_time": ("backups", "time_of"),
    "backups_of": ("backups", "backups_of"),
    "refusal": ("refusals", "refusal"),
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  # whatever the name stands for
    if name not in _HOMES:
        message = f"argmap.store has no {name!r}"
        raise AttributeError(message)
    module, there = _HOMES[name]
    return getattr(import_module(f"argmap.store.{module}"), there)
