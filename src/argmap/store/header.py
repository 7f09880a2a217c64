"""Byte checks on a file before SQLite sees it: cheap, and enough to name most wrong files."""

from __future__ import annotations

import os
import re
import stat
from typing import TYPE_CHECKING

from argmap.errors import UnreadableFileError
from argmap.store.migrations import FORMAT
from argmap.store.recovery import has_journal
from argmap.store.refusals import refusal

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID = 0x41524D50  # "ARMP"
MOST_BYTES = 1 << 30
"""Files beyond this size are refused; a map of 100,000 claims takes about a tenth of it."""

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_BINARY_LOOKS = (
    (b"PK\x03\x04", "a ZIP archive or a Word document"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8", "a picture"),
)
_TEXT_LOOKS = (
    (re.compile(rb"\{|\[\s*[\[{\"\]]"), "JSON"),  # a name in brackets is Argdown
    (re.compile(rb"<(?![^<>\n]*>:)"), "XML or a web page"),  # and so is one before a colon
)


def check_header(path: Path) -> None:
    """Refuse with `UnreadableFileError` what the first 100 bytes and the size show to be no map of a format we read."""
    size, header = _read(path)
    if size == 0:
        raise refusal("E-EMPTY", path)
    if not header.startswith(_MAGIC):
        looks, instead = _looks_like(header)
        raise refusal("E-NOT-A-MAP", path, looks=looks, instead=instead)
    if len(header) < _HEADER:
        raise refusal("E-TRUNCATED", path)
    if not has_journal(path):  # a save that was cut off may have left pages out; they are put right on a copy
        try:
            _check_pages(path, size, header)
        except UnreadableFileError:  # a save of another program may have ended while we looked: look once more
            _check_pages(path, *_read(path))
    _check_identity(path, header)


def version_of(path: Path) -> int:
    """Return the format the header of a map names."""
    with path.open("rb") as file:
        return _number(file.read(_HEADER), 60, 4)


def _read(path: Path) -> tuple[int, bytes]:
    """Return the size and the first bytes of a regular file."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise refusal("E-FOLDER", path)
        if not stat.S_ISREG(status.st_mode):
            raise refusal("E-NOT-A-FILE", path)
        if status.st_size > MOST_BYTES:
            raise refusal("E-TOO-BIG", path, size=status.st_size)
        with path.open("rb") as file:
            return status.st_size, file.read(_HEADER)
    except FileNotFoundError:
        raise refusal("E-MISSING", path) from None
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else "the system refuses it"
        raise refusal("E-NO-ACCESS", path, reason=reason) from error
    except ValueError as error:
        raise refusal("E-NO-ACCESS", path, reason="no file can have this name") from error


def _looks_like(header: bytes) -> tuple[str, str]:
    """Return what the first bytes look like, in words, and what to do about it."""
    start = header.lstrip(b"\xef\xbb\xbf \t\r\n")
    looks = next((words for begins, words in _BINARY_LOOKS if start.startswith(begins)), "")
    if looks or b"\0" in header:
        return (f"; it looks like {looks}" if looks else ""), " Nothing was changed."
    looks = next((words for begins, words in _TEXT_LOOKS if begins.match(start)), "text")
    return f"; it looks like {looks}", " To read a map from text: argmap import"


def _number(header: bytes, offset: int, length: int) -> int:
    return int.from_bytes(header[offset : offset + length])


def _check_pages(path: Path, size: int, header: bytes) -> None:
    """Check the page size and that all pages are there (SQLite file format §1.3)."""
    page = _number(header, 16, 2)
    page = 65_536 if page == 1 else page
    if page < 512 or page & (page - 1):  # noqa: PLR2004  # the smallest page SQLite has
        raise refusal("E-DAMAGED", path, reason="its page size is impossible")
    count_is_valid = _number(header, 24, 4) == _number(header, 92, 4)
    if size % page or (count_is_valid and _number(header, 28, 4) * page > size):
        raise refusal("E-TRUNCATED", path)


def _check_identity(path: Path, header: bytes) -> None:
    """Check whose file it is, its text encoding and its format."""
    application = _number(header, 68, 4)
    if application != APPLICATION_ID:
        raise refusal("E-OTHER-APPLICATION", path, application=application)
    if _number(header, 56, 4) != 1:
        raise refusal("E-ENCODING", path)
    version = _number(header, 60, 4)
    if FORMAT < version < 1 << 31:
        raise refusal("E-NEWER-FORMAT", path, version=version, newest=FORMAT)
    if not 1 <= version <= FORMAT:
        raise refusal("E-BAD-VERSION", path, version=version)
