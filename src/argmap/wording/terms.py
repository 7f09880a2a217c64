"""Terms: words and phrases that mean the same, each folded into the preferred one."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from argmap.wording.dates import MAY
from argmap.wording.lexicon import groups, words
from argmap.wording.opposites import Opposites
from argmap.wording.tokens import TOKEN, plain_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.model import ArgumentMap

_KEPT = 200_000


class Terms:
    """What means the same: words, in any case, and phrases; groups that share a word are one group.

    A word that is also an ordinary word in small letters (US, WHO, IT) counts only as it is written.
    """

    def __init__(self, groups: Iterable[Sequence[str]], opposites: Opposites | None = None) -> None:
        """Take *groups* of words that mean the same, the preferred word first; earlier groups prefer before later.

        *opposites* are those that we ship if none are given.
        """
        groups = [group for group in map(tuple, groups) if group]
        self.opposites = opposites or Opposites.general()
        self._as_written: dict[str, str] = {}
        self._words: dict[str, str] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        meant = [(word, preferred) for preferred, others in _joined(groups) for word in others]
        phrases = [(word, preferred) for word, preferred in meant if not self._takes(word, preferred)]
        for phrase, preferred in phrases:
            self._take_phrase(phrase, preferred)
        for tails in self._phrases.values():
            tails.sort(key=lambda tail: (-len(tail[0]), tail))
        self.starts = frozenset(self._phrases)
        self._written = _written(groups)
        self.memory = _Memory(self)

    @staticmethod
    def general() -> Terms:
        """Return the terms that hold in any map."""
        return _general()

    @staticmethod
    def of(map_: ArgumentMap, opposites: Opposites | None = None) -> Terms:
        """Return the terms of *map_*, before the general ones; with *opposites*, if the user has some."""
        return Terms.with_general((term.words for term in map_.terms.values()), opposites)

    @staticmethod
    def with_general(own: Iterable[Sequence[str]], opposites: Opposites | None = None) -> Terms:
        """Return the terms in *own*, before the general ones; with *opposites*, if the user has some."""
        taken = tuple(sorted({tuple(words) for words in own}))
        opposites = opposites or Opposites.general()
        if not taken and opposites is Opposites.general():
            return _general()  # for good: what is kept of other maps must not push it out
        return _with_general(taken, opposites)

    def words_of(self, chunk: str) -> str:
        """Return the plain words of what stands between two spaces, terms of one word folded."""
        return " ".join(filter(None, map(self._token, TOKEN.findall(chunk))))

    def _token(self, token: str) -> str:
        bare = token.removesuffix("'s").replace(".", "")
        if bare in self._as_written:
            return self._as_written[bare]
        return " ".join(self._words.get(word, word) for word in plain_words(token))

    def written(self, word: str) -> str:
        """Return a *word* of the plain form as people write it: terms as their preferred word stands."""
        if word in self._written or word == MAY:
            return self._written.get(word, "May")
        return word[:-1].upper() if word.endswith("_") else word.replace("_", " ")

    def folded(self, words: Sequence[str]) -> list[str]:
        """Return *words* with every phrase that is a term folded into its preferred word, the longest first."""
        said: list[str] = []
        place = 0
        while place < len(words):
            word = words[place]
            tail, preferred = self._phrase_at(words, place) if word in self.starts else ((), "")
            said.append(preferred or word)
            place += 1 + len(tail)
        return said

    def _phrase_at(self, words: Sequence[str], place: int) -> tuple[tuple[str, ...], str]:
        for tail, preferred in self._phrases[words[place]]:
            if tuple(words[place + 1 : place + 1 + len(tail)]) == tail:
                return tail, preferred
        return (), ""

    def _takes(self, word: str, preferred: str) -> bool:
        """Take a term of one word; False if it is a phrase."""
        bare = word.replace(".", "")
        if _is_acronym_and_word(bare):
            self._as_written[bare] = preferred
            return True
        plain = [each for token in TOKEN.findall(word) for each in plain_words(token)]
        if len(plain) == 1:
            self._words.setdefault(plain[0], preferred)
        return len(plain) == 1

    def _take_phrase(self, phrase: str, preferred: str) -> None:
        """Take a term of several words, as they stand when terms of one word are folded."""
        first, *rest = self.words_of(phrase).split() or [""]
        if rest:
            self._phrases.setdefault(first, []).append((tuple(rest), preferred))


class _Memory(dict[str, str]):
    """Remembers the plain words of what stands between two spaces: it comes again, so a claim costs a few look-ups."""

    __slots__ = ("_terms",)

    def __init__(self, terms: Terms) -> None:
        super().__init__()
        self._terms = terms

    def __missing__(self, chunk: str) -> str:
        if len(self) > _KEPT:
            self.clear()
        words = self[chunk] = self._terms.words_of(chunk)
        return words


@cache
def _general() -> Terms:
    return Terms(groups("terms"), Opposites.general())


@lru_cache(maxsize=16)
def _with_general(own: tuple[tuple[str, ...], ...], opposites: Opposites) -> Terms:
    return Terms((*own, *groups("terms")), opposites)


def _joined(groups: Iterable[Sequence[str]]) -> list[tuple[str, list[str]]]:
    """Return each group's preferred word, plain and as one word, and all its words; what shares a word is joined."""
    home: dict[str, int] = {}
    joined: list[list[str]] = []
    for group in groups:
        keys = [_key(word) for word in group]
        homes = sorted({home[key] for key in keys if key in home})
        place = homes[0] if homes else len(joined)
        if not homes:
            joined.append([])
        for other in homes[1:]:
            joined[place] += joined[other]
            joined[other] = []
        joined[place] += group
        home.update((_key(word), place) for word in joined[place])
    return [(_key(group[0]), group) for group in joined if group]


def _written(groups: Iterable[Sequence[str]]) -> dict[str, str]:
    return {_key(group[0]): group[0] for group in reversed(tuple(groups))}


def _key(word: str) -> str:
    """Return the plain form of a term's word, as one word."""
    bare = word.replace(".", "")
    if _is_acronym_and_word(bare):
        return f"{bare.casefold()}_"
    return "_".join(each for token in TOKEN.findall(word) for each in plain_words(token)) or word


def _is_acronym_and_word(bare: str) -> bool:
    """Whether *bare* is written in capitals and would be an ordinary word in small letters: US, WHO, IT."""
    return bare.isupper() and bare.isalpha() and bare.casefold() in words("ordinary")
