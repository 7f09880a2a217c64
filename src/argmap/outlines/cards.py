"""Cards: a claim with its source as debaters cut it, in three paragraphs: tag, cite, card text.

The rules are those by which Verbatim's macros and readers of its files find cards: the cite is one paragraph, directly
under the tag, with the last name and the year in Cite style and the address last; card text is no heading, does not
begin with a bracket, an asterisk or a less-than sign, holds no web address, and is not so short that words such as
"omitted" make it look like a cite.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from argmap.display import one_line, printable
from argmap.outlines.bibliography import authors_of, given_and_family, name_of, read_date, short_name
from argmap.outlines.paper import TAG_LEVEL, Heading, Paragraph, Run
from argmap.outlines.passages import reading_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgumentMap, Citation, Claim, Source, SourceId
    from argmap.outlines.bibliography import Date
    from argmap.outlines.paper import Block

_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_HTTP = re.compile(r"(ht)(tp)", re.IGNORECASE)
_CITE_LIKE = re.compile(r"omitted|edited|modified|sic", re.IGNORECASE)
_SHORT = 50  # characters below which such words make a paragraph a cite
_STARTS = ("[", "(", "<", "*")


def card(map_: ArgumentMap, claim: Claim, lead: str = "", after: str = "") -> Iterator[Block]:
    """Yield the paragraphs of a claim's card: *lead* before its words in the tag, *after* behind its label.

    A claim without a source is a tag alone, an analytic.
    """
    tag = f"{lead}{one_line(claim.text)} [{claim.label}]{f' {after}' if after else ''}"
    yield Heading(TAG_LEVEL, tag)
    citations = map_.citations_of(claim.id)
    if not citations:
        return
    chosen = next((each for each in citations if one_line(each.quote)), citations[0])
    yield cite(map_.sources[chosen.source], chosen)
    yield Paragraph(tuple(_card_text(map_, claim, chosen)), "card")


def cite(source: Source, citation: Citation | None = None) -> Paragraph:
    """Return a cite: who, with the last name in Cite style, where, when, the title, and the address at the end."""
    runs, last = _authors(source)
    said = "".join(run.text for run in runs)
    date = read_date(source.issued)
    container = one_line(source.container_title)
    places = [one_line(source.genre), container if container != last else ""]
    runs += [Run(f", {place}") for place in places if place]
    runs += [Run(f", {_before_year(date)}"), Run(date.year, "cite")]
    if citation is not None:
        own = {name_of(source), container, said}
        runs += [Run(f", {words}") for words in _said_by(citation, own) if words]
    title = one_line(source.title)
    runs.append(Run(f", {title}" if title.startswith("[") else f', "{title}"'))
    publisher = one_line(source.publisher)
    runs += [Run(f", {publisher}")] if publisher and publisher not in {container, last} else []
    runs += [Run(f", {one_line(source.url)}")] if one_line(source.url) else []
    return Paragraph(tuple(runs), "cite")


def card_words(text: str) -> str:
    """Return *text* on one line such that nothing takes it for a cite: no web address."""
    return _HTTP.sub(r"\1-\2", _SCHEME.sub("", printable(one_line(text)))).strip()


def _card_text(map_: ArgumentMap, claim: Claim, citation: Citation) -> Iterator[Run]:
    """Yield the quotation, the claimed words underlined; where the map has none, the claim in the mapper's words."""
    quote = card_words(citation.quote)
    if quote:
        before, behind = card_words(citation.prefix), card_words(citation.suffix)
        runs = [Run(f"{before} ")] if before else []
        runs += [Run(quote, "underline"), *([Run(f" {behind}")] if behind else [])]
    else:
        runs = [Run("In our words: "), Run(card_words(claim.text), "underline")]
    also = _also(map_, claim, citation)
    if also:
        runs.append(Run(f" (Also: {card_words(also)}.)"))
    words = "".join(run.text for run in runs)
    if words.startswith(_STARTS):
        yield Run("… ")
    yield from runs
    if len(words) < _SHORT and _CITE_LIKE.search(words):
        yield Run(" (This is all that the map quotes of the passage.)")


def _also(map_: ArgumentMap, claim: Claim, citation: Citation) -> str:
    """Name the other passages that say the same, those in one text together; by title too where names are alike."""
    places: dict[SourceId, set[str]] = {}
    for each in map_.citations_of(claim.id):
        if each is not citation:
            found = places.setdefault(each.source, set())
            found.update(filter(None, (one_line(each.locator),)))
    if not places:
        return ""
    names = Counter(short_name(map_.sources[each]) for each in {citation.source, *places})
    told: list[str] = []
    for id_, found in places.items():
        name = short_name(map_.sources[id_])
        title = f"“{one_line(map_.sources[id_].title)}”" if names[name] > 1 and id_ != citation.source else ""
        told.append(" ".join(filter(None, (name, title, ", ".join(sorted(found, key=reading_order))))))
    return "; ".join(told)


def _authors(source: Source) -> tuple[list[Run], str]:
    """Return who made a source, family names in Cite style: one or two, or the first with ``et al.``; and the first."""
    first, *others = map(given_and_family, authors_of(source) or [name_of(source)])
    runs = list(_author(*first))
    if len(others) == 1:
        runs += [Run(" and "), *_author(*others[0])]
    elif others:
        runs.append(Run(" et al."))
    return runs, first[1]


def _author(given: str, family: str) -> Iterator[Run]:
    if given:
        yield Run(f"{given} ")
    yield Run(family, "cite")


def _before_year(date: Date) -> str:
    """Return month and day as debaters write them before the year: ``1-13-`` or ``7-``; nothing without a month."""
    if not date.month:
        return ""
    return f"{date.month}-{date.day}-" if date.day else f"{date.month}-"


def _said_by(citation: Citation, own: set[str]) -> Iterator[str]:
    """Yield the place, who says it there, and through whom, where that is nobody of the source's *own* names."""
    yield one_line(citation.locator)
    by, *via = (name if name not in own else "" for name in map(one_line, (citation.asserted_by, citation.via)))
    yield " ".join(f"{word} {name}" for word, name in (("citing", by), ("via", *via)) if name)
