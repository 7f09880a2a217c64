"""What is in a file to import, or in a plan: read up to a limit, so that one without end is refused."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from argmap.errors import FormatError, UnreadableFileError

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 256_000_000
"""The largest file that is read whole: ten times a map of 100,000 claims."""


def content_of(file: Path) -> bytes:
    """Return what is in *file*, ``-`` for standard input; refuse what is larger than `MOST_BYTES` or has no end."""
    name = "standard input" if str(file) == "-" else file.name
    try:
        if str(file) == "-":
            raw = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with file.open("rb") as opened:
                raw = opened.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise UnreadableFileError("E-MISSING", f"There is no file {file}. Nothing was changed.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no file can have this name"
        raise UnreadableFileError("E-NO-ACCESS", f"{file} cannot be read: {reason}. Nothing was changed.") from error
    if len(raw) > MOST_BYTES:
        message = f"This is larger than {MOST_BYTES // 1_000_000} MB, the most argmap reads. Nothing was changed."
        raise FormatError(message, name=name)
    return raw
