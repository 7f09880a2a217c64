"""Foreign files: what the bytes of a file look like that no format here reads, and what to do with it."""

from __future__ import annotations

import re

_SIGNATURES = (
    (
        b"SQLite format 3\0",
        "an .argmap file or another SQLite database",
        "Open it with argmap open; argmap export writes a map in other formats.",
    ),
    (b"%PDF", "a PDF", "Save its text as Markdown first."),
    (b"{\\rtf", "a rich text (RTF) file", "Save it as plain text first."),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file", "Save it as plain text first."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first."),
    (b"\x89PNG", "a picture (PNG)", ""),
    (b"\xff\xd8\xff", "a picture (JPEG)", ""),
    (b"GIF8", "a picture (GIF)", ""),
)
_PACKED = (
    (b"word/", "a Word document (.docx)", "Save it as plain text or Markdown first."),
    (b"xl/", "an Excel workbook (.xlsx)", "Save it as CSV first."),
    (b"ppt/", "a PowerPoint file (.pptx)", "Save its outline as text first."),
    (b"opendocument", "a LibreOffice document", "Save it as plain text first."),
)
PLAIN_TEXT = "plain text"
_PLAIN = (
    "A Markdown outline has headings (# position) and bullets (- (+) reason). "
    "If it is Argdown that only has sentences in it, say so: --from argdown."
)
_HTML = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_DATA = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*(?:\{|\[\s*[\"{\[0-9])|<\?xml\b|<!doctype\b)", re.IGNORECASE)
_JSON = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*(?:[\"\[{\]]|-?[0-9]|true\b|false\b|null\b))")
_MARKUP = re.compile(r"\s*<(?:[?!]|[A-Za-z][^<>=]*+(?:=|>.*</))", re.DOTALL)
"""A declaration, or a tag with an attribute or an end: a title of an argument stands in such brackets, too."""
_FEW = 4_000
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a]")


def looks_like(raw: bytes, text: str) -> tuple[str, str]:
    """Say what a file that no format recognises looks like, and what to do next; *text* is *raw* decoded."""
    return _signed(raw) or _unsigned(text)


def _unsigned(text: str) -> tuple[str, str]:
    if not text.strip():
        return "an empty file", "There is nothing in it."
    if _HTML.match(text[:_FEW]):
        return "an HTML page", "Was it saved instead of the file behind a login page?"
    if is_no_prose(text):
        return "a binary file", ""
    if _MARKUP.match(text):
        return "an XML file", ""
    if _JSON.match(text):
        return "JSON, but not argmap's", "argmap's own begins with {“format”: “argmap-json”}."
    return PLAIN_TEXT, _PLAIN


def is_foreign(raw: bytes) -> bool:
    """Whether the first bytes of *raw* are those of a file that is no text."""
    return bool(_signed(raw))


def is_no_prose(text: str) -> bool:
    """Whether *text* is an HTML page, or has more control characters than any text written by a person."""
    return bool(_HTML.match(text[:_FEW])) or len(_CONTROLS.findall(text[:_FEW])) > len(text[:_FEW]) // 50 + 1


def is_data(text: str) -> bool:
    """Whether *text* begins as JSON or XML does: in such a file any text may stand, and says nothing of the file."""
    return _DATA.match(text) is not None


def _signed(raw: bytes) -> tuple[str, str] | None:
    for signature, words, advice in _SIGNATURES:
        if raw.startswith(signature):
            return words, advice
    if raw.startswith(b"PK\x03\x04"):
        for inside, words, advice in _PACKED:
            if inside in raw:
                return words, advice
        return "a ZIP archive", "Unpack it first."
    return None
