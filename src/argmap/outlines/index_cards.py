"""Index cards: a card for each claim told, with what it answers, why, what is said against it, and where it is from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.display import one_line, shorten_between_words
from argmap.model import InferenceId
from argmap.model.roles import backings_of, objections_to, reasons_for, undercuts_of
from argmap.outlines.arguments import said_against
from argmap.outlines.bibliography import Bibliography
from argmap.outlines.cards import cite
from argmap.outlines.line import SIGNS, Line
from argmap.outlines.pro_con import comment_told
from argmap.outlines.selection import Row, sources_of
from argmap.outlines.telling import counted, limits_told, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.model import ArgumentMap, Citation, Claim, ClaimId, Inference
    from argmap.outlines.paper import Run
    from argmap.outlines.selection import Selected, Selection

NO_ANSWER = "NO ANSWER in the map yet"
"""What stands under an attack on the side of a card's start that nobody has answered."""

NO_REPLY = "Nothing said back in the map yet"
"""What stands under an attack on the other side to which that has said nothing."""

_MOST = 12
"""How many reasons, attacks or answers a card can name, and how many passages; the rest is counted."""

_AGAINST = "against"

_SHORT = 300
"""Characters of a claim that stands on another claim's card; it has a card of its own for all of them."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Another claim named on a card: the number of its own card, else its label, and its words in short.

    *way* says what it does where that is more than its sign: ``that does not follow``, ``and``.
    """

    number: str
    text: str
    way: str = ""


@dataclass(frozen=True, slots=True)
class Attack:
    """What is said against a card's claim, and what the map says back; *more* answers are left out.

    *unmet* says in words that there are none.
    """

    said: Mention
    answers: tuple[Mention, ...]
    more: int = 0
    unmet: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a claim is from: the words quoted there, *key* for the text (Coughlin 2020, ¶4), the full *cite*."""

    quote: str
    key: str
    cite: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class IndexCard:
    """A card: one claim, told in full, and in short what bears on it.

    *stands* says for or against which start it speaks. *target* is what it answers, *mates* are the claims it needs
    beside it. *passages* are the first and those quoted, *also* names the others. *again* are the numbers of its other
    places. *more* counts what of its reasons, attacks and quotations the card cannot name.
    """

    number: str
    label: str
    sign: str
    relation: str
    stands: str
    text: str
    target: Mention | None = None
    mates: tuple[Mention, ...] = ()
    warrant: str = ""
    reasons: tuple[Mention, ...] = ()
    attacks: tuple[Attack, ...] = ()
    passages: tuple[Passage, ...] = ()
    also: str = ""
    again: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Deck:
    """The cards of a selection in its order, *sources* the list of what they cite."""

    title: str
    subtitle: str
    cards: tuple[IndexCard, ...]
    sources: tuple[tuple[Run, ...], ...]
    language: str = ""


def index_cards(map_: ArgumentMap, chosen: Selected, selection: Selection) -> Deck:
    """Return the cards of what was *chosen*: one for each claim, the unplaced ones last."""
    dealer = _Dealer(map_, chosen)
    cards = tuple(dealer.cards(chosen, with_comments=selection.comments))
    counts = [counted(len(cards), "card")]
    if dealer.unanswered:
        counts.append(f"{counted(len(dealer.unanswered), 'attack')} without an answer")
    subtitle = ". ".join(part for part in (", ".join(counts), limits_told(selection, chosen)) if part)
    sources = Bibliography(sources_of(map_, chosen.claims)).entries()
    return Deck(title_of(map_, chosen), subtitle, cards, sources, map_.about.language)


class _Dealer:
    """Makes the cards of one selection, which name one another by number."""

    def __init__(self, map_: ArgumentMap, chosen: Selected) -> None:
        self.unanswered: set[InferenceId] = set()
        self._map = map_
        self._listed = Bibliography(sources_of(map_, chosen.claims))
        self._numbers: dict[ClaimId, str] = {}
        self._again: dict[ClaimId, list[str]] = {}
        for row in chosen.rows:
            claim = row.line.claim
            if row.line.repeat:
                self._again.setdefault(claim.id, []).append(row.number)
            else:
                self._numbers[claim.id] = row.number or claim.label

    def cards(self, chosen: Selected, *, with_comments: bool) -> Iterator[IndexCard]:
        for part in chosen.parts:
            start = part[0].number or part[0].line.claim.label
            for row, speaks_for in zip(part, _sides(part), strict=True):
                if not row.line.repeat:
                    side = f"{'for' if speaks_for else _AGAINST} {start}"
                    yield self._card(row, side if row.line.depth else "")
        for claim in chosen.unplaced:
            comments = self._map.comments_on(claim.id) if with_comments else ()
            yield self._card(Row(Line(0, claim), "", comments=tuple(comments)), "unplaced")

    def _card(self, row: Row, stands: str) -> IndexCard:
        line, claim = row.line, row.line.claim
        step = line.inference
        reasons = self._reasons(claim, step)
        attacks = list(self._attacks(claim, step, is_ours=not stands.startswith(_AGAINST)))
        shown, others = _quoted_first(self._map.citations_of(claim.id))
        lost = sum(max(0, len(found) - _MOST) for found in (reasons, attacks, shown))
        kind = step.kind if step is not None else line.kind
        return IndexCard(
            row.number,
            claim.label,
            line.sign if step is None or not line.mate else SIGNS[kind][0],
            SIGNS[kind][1] if stands != "unplaced" else "unplaced",
            stands,
            one_line(claim.text),
            None if step is None else self._target(step),
            () if step is None else tuple(self._mention(each) for each in step.premises if each != claim.id)[:_MOST],
            "" if step is None else one_line(step.warrant),
            tuple(reasons[:_MOST]),
            tuple(attacks[:_MOST]),
            tuple(self._passage(each) for each in shown[:_MOST]),
            self._listed.cited(others).removeprefix("(").removesuffix(")"),
            tuple(number for number in self._again.get(claim.id, ()) if number)[:_MOST],
            tuple(comment_told(comment) for comment in row.comments),
            lost,
        )

    def _target(self, step: Inference) -> Mention:
        """Return what a step bears on: a claim, or the step from one claim to another."""
        if not isinstance(step.target, InferenceId):
            return self._mention(step.target)
        attacked = self._map.inferences[step.target]
        premises = " & ".join(self._number(premise) for premise in attacked.premises[:_MOST])
        goal = attacked.target
        upon = self._map.inferences[goal].label if isinstance(goal, InferenceId) else self._number(goal)
        first = self._map.claims[attacked.premises[0]]
        return Mention(f"the step {premises} → {upon}", shorten_between_words(first.text, _SHORT))

    def _reasons(self, claim: Claim, step: Inference | None) -> list[Mention]:
        found = [self._joined(each) for each in reasons_for(self._map, claim.id)]
        return found + [self._joined(each) for each in (backings_of(self._map, step.id) if step else ())]

    def _attacks(self, claim: Claim, step: Inference | None, *, is_ours: bool) -> Iterator[Attack]:
        """Yield what is said against a claim, and against the step it takes, each with what meets it.

        What nobody has answered counts where it attacks *our* side, as in debate files and memos.
        """
        against = [*objections_to(self._map, claim.id), *(undercuts_of(self._map, step.id) if step else ())]
        for attack in against:
            answers = said_against(self._map, attack)
            if not answers and is_ours:
                self.unanswered.add(attack.id)
            told = tuple(self._joined(each) for each in answers[:_MOST])
            unmet = "" if answers else NO_ANSWER if is_ours else NO_REPLY
            yield Attack(self._joined(attack), told, len(answers) - len(told), unmet)

    def _joined(self, step: Inference) -> Mention:
        """Name a step by its premises."""
        first, *others = (self._mention(premise) for premise in step.premises[:_MOST])
        text = "; and: ".join((first.text.removesuffix("."), *(each.text.removesuffix(".") for each in others)))
        number = " & ".join((first.number, *(each.number for each in others)))
        return Mention(number, shorten_between_words(text, _SHORT), _WAYS.get(step.kind, ""))

    def _mention(self, claim: ClaimId) -> Mention:
        return Mention(self._number(claim), shorten_between_words(self._map.claims[claim].text, _SHORT))

    def _number(self, claim: ClaimId) -> str:
        return self._numbers.get(claim) or self._map.claims[claim].label

    def _passage(self, citation: Citation) -> Passage:
        source = self._map.sources[citation.source]
        key = self._listed.cited((citation,)).removeprefix("(").removesuffix(")")
        return Passage(one_line(citation.quote), key, cite(source, citation).runs)


_WAYS = {"undercut": "that does not follow", "backing": "that follows"}
"""What attacks or backs a step says."""


def _quoted_first(citations: Sequence[Citation]) -> tuple[list[Citation], list[Citation]]:
    """Return the citations with a quotation, or the first where none has one; and the others."""
    shown = [each for each in citations if one_line(each.quote)] or list(citations[:1])
    return shown, [each for each in citations if each not in shown]


def _sides(part: Sequence[Row]) -> Iterator[bool]:
    """Yield for each row of a part whether it speaks for its start, by the attacks on the way up from it."""
    path: list[bool] = []
    for row in part:
        depth, step = row.line.depth, row.line.inference
        above = path[depth - 1] if depth else True
        del path[depth:]
        path.append(not above if depth and step is not None and not step.supports else above)
        yield path[-1]
