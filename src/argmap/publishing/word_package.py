"""DOCX files as packages: a new empty document, and the same bytes for the same content."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

import docx

if TYPE_CHECKING:
    from docx.document import Document

_NEVER = datetime(2000, 1, 1, tzinfo=UTC)
"""What stands for the time of writing, which would make two equal files differ."""

_ZIP_NEVER = (1980, 1, 1, 0, 0, 0)
_LONGEST_TITLE = 255  # Word's limit


def new_document(title: str) -> Document:
    """Return an empty document, with nothing in its properties but its title and what wrote it."""
    document = docx.Document()
    properties = document.core_properties
    properties.title = title[:_LONGEST_TITLE]
    properties.author = properties.last_modified_by = "argmap"
    properties.comments = ""
    properties.created = properties.modified = _NEVER
    return document


def packed(document: Document) -> bytes:
    """Return *document* as bytes, with the parts of its package in order and dated alike."""
    saved, done = BytesIO(), BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(done, "w") as package:
        names = parts.namelist()
        for name in sorted(names, key=lambda each: (each != "[Content_Types].xml", each)):
            kept = zipfile.ZipInfo(name, _ZIP_NEVER)
            kept.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(kept, parts.read(name))
    return done.getvalue()
