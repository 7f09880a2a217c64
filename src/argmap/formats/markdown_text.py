"""Text in a Markdown outline: escapes, the mark with a claim's number, and white space that editors may move."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from string import punctuation

# What an editor would take for markup, and what it would not keep: line breaks, tabs, doubled and outer spaces.
_ESCAPED = re.compile(
    r"[\\`\n\t]|\*(?! )|(?<! )\*|(?<!\w)_|_(?!\w)|<(?=[A-Za-z/!?])|~(?=~)|\](?=\()"
    r"|&(?=#?\w{1,32};)|(?<=[ \n\t]) | (?=\n)|\A | \Z"
)
_BLANKS = re.compile(r"[ \t]+")
_ESCAPE = re.compile(rf"\\([{re.escape(punctuation)}])|&(?:#\d{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z]\w{{1,31}});")
_MARK = re.compile(r"(?:\A|[ \n])\\?\[(see )?[Cc]0*(\d{1,9})\\?\]\Z")


@dataclass(frozen=True, slots=True)
class Marked:
    """The words of a heading or bullet, and the claim number behind them (0: none); *see*: shown in full elsewhere."""

    text: str
    number: int = 0
    see: bool = False


def escape(text: str) -> str:
    """Return *text* on one line, such that `unescape` and any Markdown editor read it as it is."""
    return _ESCAPED.sub(_escaped, text)


def unescape(written: str) -> str:
    """Return the text that *written* stands for: backslash escapes and character references become characters."""
    if "\\" not in written and "&" not in written:
        return written
    return _ESCAPE.sub(lambda match: match[1] or html.unescape(match[0]), written)


def joined(lines: list[str]) -> str:
    """Return wrapped *lines* as one, still escaped; a backslash at a line's end keeps the break."""
    parts: list[str] = []
    for place, line in enumerate(lines):
        folded = _BLANKS.sub(" ", line).strip(" ")
        last = place == len(lines) - 1
        if not last and (len(folded) - len(folded.rstrip("\\"))) % 2:
            parts.append(f"{folded[:-1].rstrip(' ')}\n")
        else:
            parts.append(folded if last else f"{folded} ")
    return "".join(parts).strip(" ")


def marked(written: str) -> Marked:
    """Split *written* (joined lines) into its text, unescaped, and its mark."""
    match = _MARK.search(written)
    if match is None:
        return Marked(unescape(written))
    return Marked(unescape(written[: match.start()].rstrip(" ")), int(match[2]), match[1] is not None)


def ends_in_mark(lines: list[str]) -> bool:
    """Whether the last of wrapped *lines* ends in a mark."""
    return bool(lines) and _MARK.search(joined(lines[-1:])) is not None


def mark(number: int, *, see: bool = False) -> str:
    """Return the mark of the claim with *number*."""
    return f"[see C{number}]" if see else f"[C{number}]"


def _escaped(match: re.Match[str]) -> str:
    found = match[0]
    return f"&#{ord(found)};" if found.isspace() else f"\\{found}"
