"""Sources in the author-date style of The Chicago Manual of Style: (Coughlin 2020, ¶4), and the list at the end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from argmap.display import one_line, shorten
from argmap.outlines.numbering import letters
from argmap.outlines.paper import Run
from argmap.outlines.passages import reading_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.model import Citation, Source, SourceId

UNDATED = "n.d."
"""What stands for the year of a source without a date."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DATE = re.compile(r"\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\s*")
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_PEOPLE = re.compile(r"\s*;\s*|\s+(?:and|&)\s+")
_PAIR = 2
_REMEMBERED = 1024  # dates and authors: a few sources are cited by many claims
_ALL_LISTED, _FIRST_LISTED = 6, 3  # of more authors the list names so many: as the manual has it since 2024
_RANGE = re.compile(r"(?<=\d)-(?=\d)")
_LONGEST_NAME = 60  # characters of a title that stands for a missing author
_WEB = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f\x7f<>\"]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Date:
    """A date as far as a source says it: *year* is always words; *month* and *day* count from 1, 0 for unknown.

    *words* are a date that follows no rule, such as ``spring 2019``, as it was given.
    """

    year: str
    month: int = 0
    day: int = 0
    words: str = ""

    @property
    def within_year(self) -> str:
        """Month and day in words, as in ``July 20``; nothing where only the year is known."""
        if not self.month:
            return self.words
        return f"{MONTHS[self.month - 1]} {self.day}" if self.day else MONTHS[self.month - 1]


@lru_cache(maxsize=_REMEMBERED)
def read_date(text: str) -> Date:
    """Read a source's date: ``2024-07-20``, ``2024-07``, ``2024``, or words with a year among them."""
    text = one_line(text)
    match = _DATE.fullmatch(text)
    if match:
        month, day = int(match[2] or 0), int(match[3] or 0)
        if month <= len(MONTHS) and day <= 31 and (month or not day):  # noqa: PLR2004  # no month is longer
            return Date(match[1], month, day)
    year = _YEAR.search(text)
    if year is None:
        return Date(UNDATED, words=text)
    return Date(year[1], words=text if text != year[1] else "")


def name_of(source: Source) -> str:
    """Return who stands first for a source: its author, else where it appeared, else the start of its title."""
    return _maker(source) or shorten(source.title, _LONGEST_NAME)


def _maker(source: Source) -> str:
    return one_line(source.author) or one_line(source.container_title) or one_line(source.publisher)


def authors_of(source: Source) -> tuple[str, ...]:
    """Return the authors of a source, each as given: ``Doe, Jane`` or ``World Bank``; none where there are no words."""
    return _people(source.author)


@lru_cache(maxsize=_REMEMBERED)
def _people(author: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _PEOPLE.split(one_line(author)) if part.strip(" ,"))


@lru_cache(maxsize=_REMEMBERED)
def given_and_family(author: str) -> tuple[str, str]:
    """Return the given and the family name of an author such as ``Doe, Jane``; all is family where no comma is."""
    family, comma, given = (part.strip() for part in author.partition(","))
    return (given, family) if comma and family else ("", author)


def family_names(source: Source) -> str:
    """Return the name for a citation in the text: family names of one or two authors, or the first and ``et al.``."""
    names = [given_and_family(author)[1] for author in authors_of(source)]
    if not names:
        return name_of(source)
    if len(names) > _PAIR:
        return f"{names[0]} et al."
    return " and ".join(names)


def short_name(source: Source) -> str:
    """Return the name for where there is no list to look it up in: ``Coughlin 2020``, or without a date ``Vox``."""
    year = read_date(source.issued).year
    return f"{family_names(source)} {year}" if year != UNDATED else family_names(source)


def web_address(url: str) -> str:
    """Return *url* if it is a web or mail address that may become a link; nothing for all else."""
    return url.strip() if _WEB.fullmatch(url.strip()) else ""


class Bibliography:
    """The sources of one paper: their keys for the text, told apart by letters where needed, and the list."""

    def __init__(self, sources: Iterable[Source]) -> None:
        """Take *sources*, in any order; the list is sorted by name, year and title."""
        self._sources = sorted(sources, key=_sort_key)
        self._years = _lettered(self._sources)
        self._keys = {source.id: _key(source, self._years[source.id]) for source in self._sources}

    def cited(self, citations: Sequence[Citation]) -> str:
        """Return citations as they stand in the text: ``(Coughlin 2020, ¶4, 12–13; Vox, n.d., ¶3)``, or nothing.

        Sources keep the order of the citations; places in one source stand in the order of its text.
        """
        places: dict[str, set[str]] = {}
        for each in citations:
            places.setdefault(self._keys[each.source], set()).update(filter(None, (one_line(each.locator),)))
        told = "; ".join(
            ", ".join((key, *map(_place, sorted(found, key=reading_order)))) for key, found in places.items()
        )
        return f"({told})" if told else ""

    def entries(self, only: Iterable[Source] | None = None) -> tuple[tuple[Run, ...], ...]:
        """Return the list of sources, or *only* of those, each as its runs."""
        wanted = None if only is None else {source.id for source in only}
        return tuple(
            entry(source, self._years[source.id]) for source in self._sources if wanted is None or source.id in wanted
        )


def entry(source: Source, year: str = "") -> tuple[Run, ...]:
    """Return a source as it stands in the list: name, year, title, where it appeared, date, publisher, address."""
    date = read_date(source.issued)
    name, title = name_of(source), one_line(source.title)
    container, publisher = one_line(source.container_title), one_line(source.publisher)
    runs = [Run(f"{_ended(_listed(source))} {_ended(year or date.year)} ")]
    if _maker(source):
        runs.append(Run(f"{_ended(title)} " if title.startswith("[") else f"“{_ended(title)}” "))
    within = date.within_year
    if container and container != name:
        runs += [Run(container, "italic"), Run(f", {_ended(within)} " if within else ". ")]
    elif within:
        runs.append(Run(f"{_ended(within[:1].upper() + within[1:])} "))
    if publisher and publisher not in {name, container}:
        runs.append(Run(f"{_ended(publisher)} "))
    if one_line(source.accessed):
        runs.append(Run(f"Accessed {_ended(_day(source.accessed))} "))
    if one_line(source.url):
        runs.append(Run(one_line(source.url), link=web_address(source.url)))
    last = runs[-1]
    return (*runs[:-1], Run(last.text.rstrip(), last.manner, last.link))


def _listed(source: Source) -> str:
    """Return who stands first in the list: ``Doe, Jane, and Rick Roe``; only the first name is turned around."""
    names = authors_of(source)
    if len(names) < _PAIR or not set(",;") & set(source.author):  # such as Smith & Sons
        return _maker(source) or one_line(source.title)
    first, *others = names
    told = [" ".join(filter(None, given_and_family(each))) for each in others]
    if len(names) > _ALL_LISTED:
        return ", ".join((first, *told[: _FIRST_LISTED - 1], "et al."))
    if len(names) == _PAIR:
        return f"{first}{',' if ',' in first else ''} and {told[0]}"
    return f"{', '.join((first, *told[:-1]))}, and {told[-1]}"


def _place(locator: str) -> str:
    """Return a place in a source as the style has it: pages without ``p.``, and a dash between numbers."""
    return _RANGE.sub("–", locator.removeprefix("p. "))


def _ended(text: str) -> str:
    """Return *text* with the full stop it lacks at its end."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


def _day(text: str) -> str:
    date = read_date(text)
    return f"{date.within_year}, {date.year}" if date.month else one_line(text)


def _key(source: Source, year: str) -> str:
    return f"{family_names(source)}, {year}" if year.startswith(UNDATED) else f"{family_names(source)} {year}"


def _sort_key(source: Source) -> tuple[str, str, str, int]:
    return name_of(source).casefold(), read_date(source.issued).year, one_line(source.title).casefold(), source.number


def _lettered(sources: Sequence[Source]) -> dict[SourceId, str]:
    """Return the year of each source, with a letter where two would have one key: 2020a, 2020b, n.d.-a."""
    alike: dict[str, list[Source]] = {}
    for source in sources:
        alike.setdefault(_key(source, read_date(source.issued).year).casefold(), []).append(source)
    years: dict[SourceId, str] = {}
    for group in alike.values():
        for place, source in enumerate(group, 1):
            year = read_date(source.issued).year
            letter = letters(place).lower() if len(group) > 1 else ""
            years[source.id] = f"{year}-{letter}" if letter and year == UNDATED else f"{year}{letter}"
    return years
