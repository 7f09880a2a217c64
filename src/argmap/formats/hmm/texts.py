"""Lines of an h-m-m file: how a text stands on one, and what the program itself puts before and behind it.

The program (github.com/nadrad/h-m-m) trims lines, takes tabs for levels, and knows no escapes; where a text needs one,
it is a numeric character reference such as ``&#10;``.
"""

from __future__ import annotations

import re

TITLE, QUESTION = "Title:", "Question:"
"""How the first two lines of a file begin that argmap wrote."""

_REFERENCE = re.compile(r"&#(\d{1,7});")
_ESCAPED = re.compile(r"[\n\r\t]|&(?=#\d{1,7};)|^\s|\s$|(?<=\s)\s")
# At the start of a line: what would be a sign, a bullet, or a mark of the program.
_STARTS = re.compile(r"\([-+&x^*]\)|\[HIDDEN\]|[-+*#<>_•✓✗]|\d+[.)]")
_SIGN = re.compile(r"\(([-+&x^*–−])\)(?:\s+|$)")
_MARKS = re.compile(r"(?:\[HIDDEN\] |[✓✗] )+")
_STARS = re.compile(r" [★☆]{5}$")
_CODE = re.compile(r"[:{;]\s*$")
_NUMBERED = re.compile(r"\[(?:see )?C\d{1,9}\]$")
_FEWEST_LEVELS = 2


def recognises(text: str) -> bool:
    """Whether *text* is one line with all others under it by tabs: three levels, or signs, or claims with numbers."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 2 or lines[0][0].isspace() or lines[0][0] in "{[<":  # noqa: PLR2004  # something under the first
        return False
    if lines[0].startswith(TITLE) and lines[1].startswith(f"\t{QUESTION}"):
        return True
    levels = [0]
    is_argument = False
    for line in lines[1:]:
        words = line.lstrip("\t")
        levels.append(len(line) - len(words))
        if not 0 < levels[-1] <= levels[-2] + 1 or words[0].isspace():
            return False
        is_argument = is_argument or bool(_SIGN.match(words) or _NUMBERED.search(words))
        if not _SIGN.match(words) and _STARTS.match(words) and not _MARKS.match(words):
            return False
    return not _CODE.search(lines[0]) and (is_argument or max(levels) >= _FEWEST_LEVELS)


def escape(text: str) -> str:
    """Return *text* as it may stand on a line, also at its start."""
    first = _STARTS.match(text)
    if first:
        return f"&#{ord(text[0])};{_ESCAPED.sub(_reference, text[1:])}"
    return _ESCAPED.sub(_reference, text)


def unescape(written: str) -> str:
    """Return the text that *written* stands for."""
    return _REFERENCE.sub(_character, written)


def parted(line: str) -> tuple[str, str, bool]:
    """Return the sign of a trimmed *line*, what follows it, and whether marks of the program were taken off."""
    words = _STARS.sub("", _MARKS.sub("", line, count=1) if _MARKS.match(line) else line)
    sign = _SIGN.match(words)
    rest = words[sign.end() :] if sign else words
    return (sign[1].replace("–", "-").replace("−", "-") if sign else ""), rest, words != line


def _reference(found: re.Match[str]) -> str:
    return f"&#{ord(found.group())};"


def _character(found: re.Match[str]) -> str:
    code = int(found[1])
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else found.group()  # noqa: PLR2004  # Unicode
