"""An open map: what is in memory and what is on disk, kept the same, with undo and redo."""

from argmap.document.document import Document, touches

__all__ = ["Document", "touches"]
