"""The query language of ``find`` and ``/``: words, ``"phrases"``, ``is:objection``, ``tag:x``, ``-not`` …."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from argmap.errors import QueryError
from argmap.matching.repeating import Repeating
from argmap.model import roles

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator

    from argmap.model import ArgumentMap, Claim, ClaimId

    Test = Callable[[ArgumentMap, Claim], bool]

_TOKEN = re.compile(r'(-?)(?:([A-Za-z]+):)?(?:"([^"]*)"?|(\S+))')
_NUMBER = re.compile(r"[cC]\d+")
_SOURCE = re.compile(r"s?0*(\d{1,9})")  # what is longer numbers no source, and may be more than Python reads


def _plays(role: str) -> Test:
    return lambda map_, claim: role in roles.roles_of(map_, claim)


def _leads_unanswered(map_: ArgumentMap, claim: Claim) -> bool:
    return any(roles.is_unanswered(map_, use) for use in map_.uses_of(claim.id))


DUPLICATE = "duplicate"
"""The facet that one claim alone does not answer."""

FACETS: dict[str, tuple[str, Test]] = {
    "position": ("answers the question", lambda _, claim: claim.is_position),
    "premise": ("is a premise of anything", lambda map_, claim: map_.is_used(claim.id)),
    "reason": ("supports a claim", _plays("reason")),
    "objection": ("opposes a claim", _plays("objection")),
    "rebuttal": ("opposes a premise of an objection", _plays("rebuttal")),
    "undercut": ("attacks a step", _plays("undercut")),
    "backing": ("supports a step", _plays("backing")),
    "joint": (
        "is needed together with other premises",
        lambda map_, claim: any(use.is_joint for use in map_.uses_of(claim.id)),
    ),
    "shared": ("is used in several places", lambda map_, claim: len(map_.uses_of(claim.id)) > 1),
    "unplaced": ("has no link and is no position", _plays("unplaced")),
    "unanswered": ("attacks something, and nobody has answered it", _leads_unanswered),
    "sourced": ("cites a source", lambda map_, claim: bool(map_.citations_of(claim.id))),
    "unsourced": ("cites nothing, though it is no position and somebody states it", roles.is_unsourced),
    "implicit": ("was supplied by the mapper", lambda _, claim: claim.implicit),
    "rated": ("has a credence", lambda _, claim: claim.credence is not None),
    "conflicted": ("is in conflict with another claim", lambda map_, claim: bool(map_.conflicts_of(claim.id))),
    "commented": ("has a comment", lambda map_, claim: bool(map_.comments_on(claim.id))),
    DUPLICATE: ("may say the same as another claim", Repeating()),
}
"""What ``is:`` can ask, with its meaning in words and its test."""

FIELDS = {
    "is": "what the claim does in the argument",
    "tag": "one of its tags",
    "source": "a source it cites, by number or by words of its title or author",
    "by": "who asserts it or relays it",
    "note": "words of its note",
}
"""What may stand before a colon, with its meaning in words."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a query, as it was *typed*, and its test.

    *said* is what it looks for in the words of claims, *unsaid* what must not be among them; both tell what the test
    does in a form that many claims are quickly compared with.
    """

    typed: tuple[str, str, str]
    test: Test
    said: str = ""
    unsaid: str = ""

    def narrows(self, other: Part) -> bool:
        """Whether all that fits this part fits the *other* as well: it is the same, or its words went on."""
        return self.typed == other.typed or (bool(other.said) and other.said in self.said)


@dataclass(frozen=True, slots=True)
class Query:
    """A query that was read: every test must hold. *words* are its plain words, for showing where they stand.

    *loose* are those of them in which slips may be forgiven, and *strict* all parts but these.
    """

    parts: tuple[Part, ...]
    words: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    strict: tuple[Part, ...] = ()

    def fits(self, map_: ArgumentMap, claim: Claim) -> bool:
        """Whether *claim* is what the query looks for."""
        return all(part.test(map_, claim) for part in self.parts)


def read_query(typed: str, known: Container[ClaimId] | None = None) -> Query:
    """Read a query; raises `QueryError` with a suggestion for a facet there is not.

    *known* are the possible duplicates, where somebody has looked for them already.
    """
    parts: list[Part] = []
    words: list[str] = []
    loose: list[str] = []
    strict: list[Part] = []
    for minus, field, phrase, word in _TOKEN.findall(typed):
        text = (phrase or word).casefold()
        if not text:
            continue
        name = field.lower()
        if not name and not phrase and text == "unanswered":
            name = "is"
        if name and name not in FIELDS:
            name, text = "", f"{field}:{text}".casefold()  # a colon in a claim's words is no field
        if not name and not phrase and text[-1] == ":" and text[:-1] in FIELDS:
            message = f"{text} needs a word right behind it: {FIELDS[text[:-1]]}."
            raise QueryError(message)
        if not minus and not name:
            words.append(text)
        part = _part(minus, name, text, known)
        parts.append(part)
        if part.said and not phrase:
            loose.append(text)
        else:
            strict.append(part)
    return Query(tuple(parts), tuple(words), tuple(loose), tuple(strict))


def _part(minus: str, name: str, text: str, known: Container[ClaimId] | None) -> Part:
    test = _test(name, text, known)
    word = "" if name or _NUMBER.fullmatch(text) else text
    typed = (minus, name, text)
    return Part(typed, _not(test), unsaid=word) if minus else Part(typed, test, said=word)


def _test(name: str, text: str, known: Container[ClaimId] | None) -> Test:
    match name:
        case "is":
            return _facet(text, known)
        case "tag":
            return lambda _, claim: any(text == tag.casefold() for tag in claim.tags)
        case "source":
            return lambda map_, claim: _cites(map_, claim, text)
        case "by":
            return lambda map_, claim: any(
                text in f"{citation.asserted_by}\n{citation.via}".casefold() for citation in map_.citations_of(claim.id)
            )
        case "note":
            return lambda _, claim: text in claim.note.casefold()
        case _:
            return _plain(text)


def _plain(text: str) -> Test:
    if _NUMBER.fullmatch(text):
        return lambda map_, claim: text in _labels(map_, claim)
    return lambda map_, claim: _says(map_, claim, text)


def _labels(map_: ArgumentMap, claim: Claim) -> set[str]:
    """Return the number of a claim, and those of the claims merged into it."""
    merged = (f"c{alias.number}" for alias in map_.aliases_of(claim.id)) if map_.aliases else ()
    return {claim.label.casefold(), *merged}


def _facet(text: str, known: Container[ClaimId] | None) -> Test:
    if text == DUPLICATE:
        return Repeating() if known is None else lambda _, claim: claim.id in known
    if text in FACETS:
        return FACETS[text][1]
    close = get_close_matches(text, FACETS, n=1, cutoff=0.5)
    hint = f" Did you mean is:{close[0]}?" if close else ""
    message = f"There is no is:{text[:40]}.{hint} There are {', '.join(FACETS)}."
    raise QueryError(message)


def _says(map_: ArgumentMap, claim: Claim, text: str) -> bool:
    """Whether a word or phrase stands in the claim, its tags, its other wordings or its sources."""
    return text in claim.text.casefold() or any(text in each for _, each in _said_beside(map_, claim))


def all_said(map_: ArgumentMap, claim: Claim) -> str:
    """Return everything in which words are looked for, in small letters, with NUL between, which no text holds."""
    return "\0".join((claim.text.casefold(), *(each for _, each in _said_beside(map_, claim))))


def where_said(map_: ArgumentMap, claim: Claim, words: Iterable[str]) -> str:
    """Tell in what besides the text of *claim* the *words* of a query stand, such as “a source”; “” where in nothing.

    Of several it is what holds the first word that the text has not.
    """
    text = claim.text.casefold()
    missing = (word for word in words if word not in text)
    return next((where for word in missing for where, said in _said_beside(map_, claim) if word in said), "")


def _said_beside(map_: ArgumentMap, claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield what a claim is found by besides its text: its tags, its other wordings, the names of its sources."""
    for tag in claim.tags:
        yield "a tag", tag.casefold()
    for alias in map_.aliases_of(claim.id) if map_.aliases else ():
        for wording in alias.wordings:
            yield "another wording", wording.casefold()
    for citation in map_.citations_of(claim.id) if map_.citations else ():
        yield "a source", _source_words(map_, citation.source)


def _cites(map_: ArgumentMap, claim: Claim, text: str) -> bool:
    number = _SOURCE.fullmatch(text)
    for citation in map_.citations_of(claim.id):
        if number:
            if map_.sources[citation.source].number == int(number[1]):
                return True
        elif text in _source_words(map_, citation.source):
            return True
    return False


def _source_words(map_: ArgumentMap, source_id: object) -> str:
    source = map_.sources[source_id]  # type: ignore[index]  # a citation's source
    return f"{source.title}\n{source.author}\n{source.container_title}".casefold()


def _not(test: Test) -> Test:
    return lambda map_, claim: not test(map_, claim)
