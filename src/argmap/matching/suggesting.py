"""Suggesting terms: words of a map that seem to mean the same, for a person to accept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from argmap.matching.meaning import terms_of
from argmap.wording import plain_form
from argmap.wording.dates import DAYS, MONTH_WORDS
from argmap.wording.lemma import lemma
from argmap.wording.lexicon import words as listed
from argmap.wording.names import known_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.model import ArgumentMap, Claim
    from argmap.wording import Terms

_JOINING = frozenset({"of", "and", "for", "the", "on", "in", "to", "&"})
_CAPITALISED = r"(?:al-|el-|bin )?[^\W\d_a-zß-ÿ][\w'’-]{0,40}(?!\w)"
_NAME = re.compile(rf"(?<!\w){_CAPITALISED}(?:\s+(?:(?:of|and|for|the|on|in|to|&)\s+){{0,2}}{_CAPITALISED}){{0,7}}")
_ACRONYM = re.compile(r"(?<![\w-])[A-Z][A-Z&]{1,7}s?(?![\w-])")
_BRACKETED = re.compile(r"([^()]{3,120}?)\s*\(\s*([^()]{2,100}?)\s*\)")
_CALLED = re.compile(r"known as|called|simply|a\.?k\.?a")
_ALSO = re.compile(
    rf"({_NAME.pattern}),?\s*\(?(?:also known as|also called|better known as|a\.?k\.?a\.?|or simply|called)\s+"
    rf"(?:the\s+)?({_NAME.pattern})"
)
_EXPLAINED = "one stands in brackets behind the other, and its letters begin the words"
_LONGEST_TEXT = 10_000
_SURE_LETTERS = 3
_LONGEST_PERSON = 4
_SHORTEST_NAME = 4


@dataclass(frozen=True, slots=True)
class SuggestedTerm:
    """Words that seem to mean the same, the preferred one first; *why*, in a few words; the claims they stand in."""

    words: tuple[str, ...]
    why: str
    claims: tuple[Claim, ...]


class _Found(NamedTuple):
    short: str
    long: str
    why: str


def suggest_terms(map_: ArgumentMap) -> list[SuggestedTerm]:
    """Return words in *map_* that seem to mean the same and that no term joins yet, by their first claim."""
    claims = sorted(map_.claims.values(), key=lambda claim: claim.number)
    known = terms_of(map_)
    found: dict[tuple[str, ...], SuggestedTerm] = {}
    for each in _all_found([claim.text[:_LONGEST_TEXT] for claim in claims]):
        words = (each.short, each.long)
        key = tuple(word.casefold() for word in words)
        if key not in found and not _are_joined(words, known):
            found[key] = SuggestedTerm(words, each.why, tuple(_holding(claims, words)))
    return sorted(found.values(), key=lambda term: (term.claims[0].number, term.words))


def _all_found(texts: list[str]) -> Iterator[_Found]:
    for text in texts:
        if "(" in text:
            yield from _explained(text)
        if _CALLED.search(text):
            yield from _renamed(text)
    yield from _lettered(texts, {name for text in texts for name, _ in _names_in(text)})
    yield from _shortened(texts, {name for text in texts for _, name in _names_in(text) if name})


def _explained(text: str) -> Iterator[_Found]:
    """Yield an acronym in brackets behind its words, and words in brackets behind their acronym."""
    for before, inside in _BRACKETED.findall(text):
        words = before.split()
        if _ACRONYM.fullmatch(inside):
            for size in range(2, min(len(words), 12) + 1):
                long = " ".join(words[-size:]).strip(" ,;:“”\"'")
                if words[-size].casefold() not in _JOINING and _spells(inside, long):
                    yield _Found(inside, long, _EXPLAINED)
                    break
        elif words and _ACRONYM.fullmatch(words[-1]) and _spells(words[-1], inside):
            yield _Found(words[-1], inside, _EXPLAINED)


def _renamed(text: str) -> Iterator[_Found]:
    for one, other in _ALSO.findall(text):
        yield _Found(other, one, "a claim says that one is called the other")


def _lettered(texts: list[str], names: Iterable[str]) -> Iterator[_Found]:
    """Yield acronyms of three letters and more whose letters begin the words of exactly one name in the map."""
    acronyms = {found for text in texts if not text.isupper() for found in _ACRONYM.findall(text)}
    for acronym in sorted(acronyms):
        fitting = {plain_form(name): name for name in sorted(names) if _spells(acronym, name)}
        if len(acronym.rstrip("s")) >= _SURE_LETTERS and len(fitting) == 1:
            yield _Found(acronym, next(iter(fitting.values())), "the letters of one begin the words of the other")


def _shortened(texts: list[str], names: set[str]) -> Iterator[_Found]:
    """Yield the last word of a person's name where it also stands alone, if it is the last word of no other name."""
    in_small_letters = {word for text in texts for word in text.split() if word.islower()}
    ending: dict[str, set[str]] = {}
    for name in names:
        parts = name.split()
        if 1 < len(parts) <= _LONGEST_PERSON and _JOINING.isdisjoint(parts):
            ending.setdefault(parts[-1], set()).add(name)
    for last, longer in sorted(ending.items()):
        stands_alone = last in names and last.casefold() not in in_small_letters and not _is_common(last)
        if stands_alone and len(longer) == 1:
            yield _Found(last, next(iter(longer)), "one is the last word of the other, and of no other name here")


def _is_common(word: str) -> bool:
    """Whether *word* is a known people or place, an acronym, a plural, or too short to be somebody's name."""
    plain = plain_form(word)
    known = lemma(plain) in known_names() or plain in MONTH_WORDS | DAYS or plain in listed("ordinary")
    return known or len(word) < _SHORTEST_NAME or word.isupper() or word.endswith("s")


def _names_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield words with capitals in a row, and of them what is surely a name: not the first word of a sentence."""
    if text.isupper():
        return
    for found in _NAME.finditer(text):
        name = found.group().removeprefix("The ").removesuffix("'s").removesuffix("’s")
        begins = found.start() == 0 or text[: found.start()].rstrip().endswith((".", "!", "?", ":"))
        yield name, name.partition(" ")[2] if begins and name == found.group() else name


def _spells(acronym: str, long: str) -> bool:
    """Whether the letters of *acronym* begin the words of *long*, small words counted or not."""
    letters = acronym.rstrip("s").replace("&", "").casefold()
    words = re.findall(r"[^\W\d_][\w'’]*", long.casefold())
    if len(letters) < 2 or len(words) < 2 or not long[:1].isalpha():  # noqa: PLR2004  # one letter is no acronym
        return False
    return letters in {"".join(word[0] for word in words), "".join(word[0] for word in words if word not in _JOINING)}


def _are_joined(words: tuple[str, str], terms: Terms) -> bool:
    one, other = (plain_form(word, terms) for word in words)
    return one == other


def _holding(claims: list[Claim], words: tuple[str, ...]) -> Iterator[Claim]:
    """Yield the claims that hold one of *words* as a word of its own."""
    wanted = re.compile("|".join(rf"(?<![\w-]){re.escape(word)}(?![\w-])" for word in words))
    return (claim for claim in claims if wanted.search(claim.text))
