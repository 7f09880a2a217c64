"""What is in a file to import: read up to a limit, so that a file without end is refused and not waited for."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from argmap.errors import FormatError, UnreadableFileError

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 256_000_000
"""The largest file that is imported: ten times a map of 100,000 claims."""


def content_of(file: Path) -> bytes:
    """Return what is in *file*, ``-`` for standard input; refuse what is larger than `MOST_BYTES` or has no end."""
    name = "standard input" if str(file) == "-" else file.name
    try:
        if str(file) == "-":
            raw = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with file.open("rb") as opened:
                raw = opened.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no file can have this name"
        raise UnreadableFileError("E-NO-ACCESS", f"{file} cannot be read: {reason}.") from error
    if len(raw) > MOST_BYTES:
        message = f"This is larger than {MOST_BYTES // 1_000_000} MB, the most argmap imports. Nothing was imported."
        raise FormatError(message, name=name)
    return raw
