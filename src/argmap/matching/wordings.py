"""Wordings: the words of a map's claims in their normal form, ready to be compared with what is being typed."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from argmap.wording import normal_form

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, Claim, ClaimId

_ONE_SLIP = 4
_TWO_SLIPS = 8
_PREFIX = 5
_KEPT = 2_000


class Wordings:
    """Keeps the normal form of every claim and who uses which word, so that each is made once and not at every key."""

    def __init__(self) -> None:
        """Begin with no claim."""
        self.forms: dict[ClaimId, str] = {}
        self.using: dict[str, set[ClaimId]] = {}
        self._texts: dict[ClaimId, str] = {}
        self._close: dict[str, frozenset[str]] = {}
        self._lock = Lock()

    def follow(self, map_: ArgumentMap) -> None:
        """Take in what was reworded, added or removed since, whatever map it was before; threads may do so."""
        with self._lock:
            self._follow(list(map_.claims.values()))

    def close_to(self, word: str) -> frozenset[str]:
        """Return the words of the map that *word* may stand for: itself, the words it begins, and those a slip away."""
        found = self._close.get(word)
        if found is None:
            if len(self._close) > _KEPT:
                self._close.clear()
            found = self._close[word] = frozenset(self._words_close_to(word))
        return found

    def _follow(self, claims: list[Claim]) -> None:
        texts = self._texts
        changed = [claim for claim in claims if texts.get(claim.id) != claim.text]
        gone = texts.keys() - {claim.id for claim in claims} if len(texts) + len(changed) > len(claims) else ()
        for claim_id in (*gone, *(claim.id for claim in changed)):
            self._forget(claim_id)
        for claim in changed:
            texts[claim.id] = claim.text
            form = self.forms[claim.id] = normal_form(claim.text)
            for word in form.split():
                self.using.setdefault(word, set()).add(claim.id)
        if gone or changed:
            self._close.clear()

    def _words_close_to(self, word: str) -> set[str]:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        found = {word} & self.using.keys()
        slips = (len(word) >= _ONE_SLIP) + (len(word) >= _TWO_SLIPS)
        if slips and not any(map(str.isdigit, word)):  # another number is another claim
            close = process.extract(word, self.using.keys(), scorer=OSA.distance, score_cutoff=slips, limit=None)
            found.update(each for each, _, _ in close)
        if len(word) >= _PREFIX:
            cut: dict[str, list[str]] = {}
            for each in self.using:
                cut.setdefault(each[: len(word)], []).append(each)
            close = process.extract(word, cut.keys(), scorer=OSA.distance, score_cutoff=slips, limit=None)
            found.update(each for start, _, _ in close for each in cut[start])
        return found

    def _forget(self, claim: ClaimId) -> None:
        self._texts.pop(claim, None)
        for word in self.forms.pop(claim, "").split():
            users = self.using.get(word)
            if users is not None:
                users.discard(claim)
                if not users:
                    del self.using[word]
