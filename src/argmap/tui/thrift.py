"""Thrift: the same screen in fewer bytes, for slow lines: a look is told again only where it changes."""

from __future__ import annotations

import re
from functools import lru_cache

from textual.drivers.linux_driver import LinuxDriver

_SEQUENCE = re.compile(r"\x1b\[([0-9;]*)m")
_PASSED = re.compile(r"(?:\x1b\[[0-9;]*H|[\r\n])+(?=\x1b\[[0-9;]*H)")
_NOTHING_DRAWN = re.compile(r"(?:\x1b\[[0-9;]*H|[\r\n])*")
_BLANKS = re.compile(r"(?:\x1b\[[0-9;]*H|[\r\n ])*")
_PART = re.compile(
    r"(?P<fore>38;5;\d+|38;2;\d+;\d+;\d+|3[0-79]|9[0-7])"
    r"|(?P<back>48;5;\d+|48;2;\d+;\d+;\d+|4[0-79]|10[0-7])"
    r"|\d+"
)
_OFF = "0"
_SEEN_ON_BLANKS = {"4", "5", "6", "7", "9", "21", "51", "52", "53"}
_KNOWN = 2_000


class ThriftyDriver(LinuxDriver):
    """Writes to the terminal in fewer bytes."""

    def write(self, data: str) -> None:
        """Write what looks the same as *data*, which ends as it begins: plain."""
        super().write(shorter(data))


def shorter(sent: str) -> str:
    """Return what looks the same on a terminal as *sent*, without looks taken off and put on again and ways not gone.

    A look is what SGR sequences put on (ECMA-48): attributes and two colours, which 0 takes off; other codes that take
    off are not known here, and the screen sends none.
    """
    first, *rest = _SEQUENCE.split(_PASSED.sub("", sent))
    out = [first]
    drawn = wanted = ""
    for look, text in zip(rest[::2], rest[1::2], strict=True):
        wanted = _with(wanted, look)
        is_alike = _BLANKS.fullmatch(text) and _on_blanks(drawn) == _on_blanks(wanted)
        if not is_alike and not _NOTHING_DRAWN.fullmatch(text):
            out.append(_change(drawn, wanted))
            drawn = wanted
        out.append(text)
    return "".join([*out, _change(drawn, wanted)])


@lru_cache(_KNOWN)
def _with(on: str, look: str) -> str:
    """Return the look that is on once *look* was put on over it."""
    parts = _parts(on)
    for kind, part in _parts(look or _OFF).items():
        if part == _OFF:
            parts.clear()
        else:
            parts[kind] = part
    return ";".join(parts.values())


@lru_cache(_KNOWN)
def _change(old: str, new: str) -> str:
    """Return the sequence that makes the look *new* of *old*."""
    had, has = _parts(old), _parts(new)
    if had == has:
        return ""
    if had.keys() <= has.keys():
        return f"\x1b[{';'.join(part for kind, part in has.items() if had.get(kind) != part)}m"
    return f"\x1b[{';'.join([_OFF, *has.values()])}m"


@lru_cache(_KNOWN)
def _on_blanks(look: str) -> str:
    """Return what can be seen of a look where nothing is written: its ground, if no line or other way round is on."""
    parts = _parts(look)
    return look if parts.keys() & _SEEN_ON_BLANKS else parts.get("back", "")


def _parts(look: str) -> dict[str, str]:
    """Return the parts of a look, by their kind: a colour before or behind, or an attribute, which is its own kind."""
    return {part.lastgroup or part[0]: part[0] for part in _PART.finditer(look)}
