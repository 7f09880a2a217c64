"""The entries of a Kialo file: numbered claims with their stance and their lines, whichever layout they are in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice

OLDER, NEWER = "Discussion Title:", "Discussion Name:"
_NUMBER = r"(?P<number>[0-9]{1,6}(?:\.[0-9]{1,6})*)\."
_CUT = re.compile(r" *" + _NUMBER[:-2] + r"(?:\.(?: (?:P|Pr|Pro|C|Co|Con|T[hesi]{0,5}|Q[uestion]{0,7})?)?)?\Z")
"""What is left of a head in the newer layout where the file breaks off in it."""
_ESCAPED_IN_ADDRESS = re.compile(r"\\([^\w\s])")
_MARKED = re.compile(r'"([^"]+)"')
_OLDER_ENTRY = re.compile(_NUMBER + r" (?:(?P<stance>(?i:Pro|Con)):(?: |$))?(?P<words>.*)")
HEADED = re.compile(r" *" + _NUMBER + r" *(?P<stance>Pro|Con|Thesis|Question): *(?P<words>)$")
"""What stands above the words of a claim in the newer layout."""
_HEADLESS_OLDER = re.compile(r"1\. \S[^\n]*\n(?:(?!1\.1\. )[^\n]*\n)*?1\.1\. (?i:Pro|Con): ")
_HEADLESS_NEWER = re.compile(r"1\. (?:Thesis|Question): *\n")
SOURCES = "Sources:"
LISTED = re.compile(r"\[([0-9]{1,6})\] (\S.*)")
"""A line of the list of sources: its number, and the address. What is quoted from it stands on the lines below."""


@dataclass(slots=True, eq=False)
class Entry:
    """A numbered claim: its *stance* is Pro, Con, Thesis, Question or nothing."""

    number: tuple[int, ...]
    stance: str
    line: int
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words, over as many lines as they take."""
        return "\n".join(self.lines).strip()


@dataclass(slots=True)
class Listed:
    """An entry of the list of sources: its *address*, and the lines of what is quoted from it."""

    address: str
    line: int
    lines: list[str] = field(default_factory=list)

    @property
    def quote(self) -> str:
        """The words quoted, without the marks around all of them."""
        return unmarked("\n".join(self.lines).strip())


@dataclass(slots=True)
class Discussion:
    """A whole file: *outside* are the numbers of lines that belong to nothing; *sources* go by their numbers.

    *cut* is the line in which the file breaks off, where that can be seen. *adrift* are the numbers of lines with an
    entry whose number another has, or that stands under none.
    """

    title: str = ""
    entries: list[Entry] = field(default_factory=list)
    sources: dict[int, Listed] = field(default_factory=dict)
    outside: list[int] = field(default_factory=list)
    is_newer: bool = False
    cut: int = 0
    adrift: list[int] = field(default_factory=list)


def recognises(text: str) -> bool:
    """Whether *text* begins as an export of a Kialo discussion does, or as one that has lost its title."""
    start = text.lstrip()
    return start.startswith((OLDER, NEWER)) or _HEADLESS_OLDER.match(start) is not None or recognises_newer(start)


def recognises_newer(text: str) -> bool:
    """Whether *text* begins as the newer layout does."""
    start = text.lstrip()
    return start.startswith(NEWER) or _HEADLESS_NEWER.match(start) is not None


def discussion_of(text: str) -> Discussion:
    """Return the entries of a file; a line without a stance that does not fit the numbers before it is words.

    With a stance it is an entry: somebody has taken out what it stood under, or put in another with its number.
    """
    found = Discussion(is_newer=recognises_newer(text))
    pattern = HEADED if found.is_newer else _OLDER_ENTRY
    numbers: set[tuple[int, ...]] = set()
    lines = text.split("\n")
    place = _title(found, lines)
    while place < len(lines):
        line = lines[place]
        place += 1
        if found.is_newer and line.rstrip() == SOURCES and _begins_list(lines, place):
            place = _sources(found, lines, place, numbers)
            continue
        match = pattern.match(line)
        entry = (
            Entry(_number_of(match), (match["stance"] or "").capitalize(), place, [match["words"]]) if match else None
        )
        fits = entry is not None and _fits(entry.number, numbers)
        if entry is not None and (fits or _is_adrift(entry, found)):
            if not fits:
                found.adrift.append(place)
            numbers.add(entry.number)
            found.entries.append(entry)
        elif place == len(lines) and found.is_newer and (cut := _CUT.match(line)) and _fits(_number_of(cut), numbers):
            found.cut = place
        elif found.entries:
            _continue(found, line)
        elif line.strip():
            found.outside.append(place)
    return found


def _title(found: Discussion, lines: list[str]) -> int:
    """Read the title; return the place of the first line behind it."""
    for place, line in enumerate(lines):
        head, colon, rest = line.strip().partition(":")
        if head + colon not in (OLDER, NEWER):
            if line.strip():
                return place
            continue
        if rest.strip() or not found.is_newer:
            found.title = rest.strip()
            return place + 1
        found.title = lines[place + 1].strip() if place + 1 < len(lines) else ""
        return place + 2
    return len(lines)


def _begins_list(lines: list[str], place: int) -> bool:
    """Whether the lines from *place* on are a list of sources, and not words that only have that heading."""
    first = next((line for line in islice(lines, place, None) if line.strip()), SOURCES)
    return first == SOURCES or LISTED.match(first) is not None


def _sources(found: Discussion, lines: list[str], place: int, numbers: set[tuple[int, ...]]) -> int:
    """Read the list of sources with what is quoted from each; return the place of the first line behind it."""
    last = 0
    while place < len(lines):
        line = lines[place]
        entry = HEADED.match(line)
        if entry and _fits(_number_of(entry), numbers):
            return place
        place += 1
        match = LISTED.match(line)
        number = int(match[1]) if match else 0
        if match and number not in found.sources and (number == last + 1 or _is_address(match[2])):
            address = match[2].strip()
            found.sources[number] = Listed(address_of(address) if _is_address(address) else address, place)
            last = number
        elif last:
            found.sources[last].lines.append(line)
    return place


def address_of(written: str) -> str:
    """Return an address as it is: files put a backslash before brackets and other signs in it."""
    return _ESCAPED_IN_ADDRESS.sub(r"\1", written)


def _is_address(words: str) -> bool:
    return "://" in words.split(maxsplit=1)[0]


def unmarked(quote: str) -> str:
    """Return *quote* without the quotation marks around it, if they are the only ones in it."""
    found = _MARKED.fullmatch(quote)
    return found[1] if found else quote


def _number_of(match: re.Match[str] | None) -> tuple[int, ...]:
    return tuple(map(int, match["number"].split("."))) if match else ()


def _continue(found: Discussion, line: str) -> None:
    entry = found.entries[-1]
    margin = 2 * (len(entry.number) - 1) if found.is_newer else 0
    entry.lines.append(line[margin:] if not line[:margin].strip() else line)


def _is_adrift(entry: Entry, found: Discussion) -> bool:
    """Whether an entry that does not fit is one of the same discussion all the same: for or against something."""
    same = found.entries and entry.number[0] == found.entries[0].number[0]
    return bool(same) and entry.stance in {"Pro", "Con"} and len(entry.number) > 1


def _fits(number: tuple[int, ...], there: set[tuple[int, ...]]) -> bool:
    """Whether an entry with *number* may come next: it is new, and what it stands under is there (one has no such)."""
    if number in there:
        return False
    return number[:-1] in there if len(number) > 1 else not there
