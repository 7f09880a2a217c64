"""Decoding: from the bytes of a file to its text, whatever wrote it."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.formats.report import Place

if TYPE_CHECKING:
    from argmap.formats.report import Tally

# The marks of UTF-32 begin with those of UTF-16, so they are asked for first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = re.compile("\r\n?")
_PADDING = "\0\x1a"  # what disks fill a file up with, and the end of a file in DOS
_SAMPLE = 4_000
# The encodings that XML files say they are in; whatever else one says is no encoding of texts.
_DECLARED = re.compile(
    rb"\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"'](iso-8859-\d{1,2}|windows-125\d|koi8-[ru]|shift_jis|euc-jp|euc-kr"
    rb"|gb2312|gbk|gb18030|big5)[\"']",
    re.IGNORECASE,
)
_MOSTLY = 0.4  # of every second byte being NUL: Latin text in UTF-16


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file with newlines for line ends, and how it was found."""

    text: str
    encoding: str
    doubtful_line: int = 0
    mixed_ends: bool = False
    padding: int = 0

    def tell(self, tally: Tally) -> None:
        """Note what a reader should know about how the text was found."""
        if self.doubtful_line:
            words = f"The file is not UTF-8 and was read as {self.encoding}; check accents and quotes"
            tally.note("encoding", words, words, Place(self.doubtful_line))
        if self.mixed_ends:
            words = "The file mixes kinds of line ends; all were read as line ends"
            tally.note("line-ends", words, words)
        one, many = "1 character at the end is no text", "{count} characters at the end are no text"
        tally.note("padding", f"{one} and was left out", f"{many} and were left out", count=self.padding)


def decode(raw: bytes) -> Decoded:
    """Return the text of *raw*: by its mark, as its XML says, as UTF-16 or UTF-8 without either, or as Windows-1252."""
    decoded = _decode(raw)
    text = decoded.text.rstrip(_PADDING)
    return replace(decoded, text=text, padding=len(decoded.text) - len(text)) if text != decoded.text else decoded


def _decode(raw: bytes) -> Decoded:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _decode_as(raw[len(mark) :], encoding)
    return _as_declared(raw) or _decode_as(raw, _unmarked_utf16(raw) or "utf-8")


def _decode_as(raw: bytes, encoding: str) -> Decoded:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            # A UTF-16 file cut in the middle, or a wrong mark: what is whole is kept, and the doubt is told.
            line = raw[: error.start].decode(encoding, "replace").count("\n") + 1
            return _with_ends(raw.decode(encoding, "replace"), encoding, line)
        line = raw.count(b"\n", 0, error.start) + 1
        try:
            return _with_ends(raw.decode("cp1252"), "Windows-1252", line)
        except UnicodeDecodeError:
            return _with_ends(raw.decode("latin-1"), "Latin-1", line)
    return _with_ends(text, encoding)


def _as_declared(raw: bytes) -> Decoded | None:
    """Return the text of XML that says what it is written in, if it is."""
    declared = _DECLARED.match(raw[:_SAMPLE])
    if declared is None:
        return None
    encoding = declared[1].decode("ascii")
    try:
        return _with_ends(raw.decode(encoding), encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _with_ends(text: str, encoding: str, doubtful_line: int = 0) -> Decoded:
    if "\r" not in text:
        return Decoded(text, encoding, doubtful_line)
    pairs = text.count("\r\n")
    kinds = (pairs > 0) + (text.count("\n") > pairs) + (text.count("\r") > pairs)
    return Decoded(_LINE_END.sub("\n", text), encoding, doubtful_line, kinds > 1)


def _unmarked_utf16(raw: bytes) -> str:
    """Name the UTF-16 that *raw* is written in without saying so, if it looks like one."""
    sample = raw[:_SAMPLE]
    pairs = len(sample) // 2
    if not pairs or b"\0" not in sample:
        return ""
    even, odd = sample[0::2].count(0) / pairs, sample[1::2].count(0) / pairs
    if odd > _MOSTLY and even < _MOSTLY / 4:
        return "utf-16-le"
    return "utf-16-be" if even > _MOSTLY and odd < _MOSTLY / 4 else ""
