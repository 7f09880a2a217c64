"""Blocks: the debate file of a side, by pockets, hats and blocks: its case, answers, and attacks to expect."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.display import one_line, shorten_between_words
from argmap.model.roles import reasons_for
from argmap.outlines.arguments import Argument, arguments, attacks_on, said_against
from argmap.outlines.cards import card, card_words
from argmap.outlines.paper import TAG_LEVEL, Heading, Paper, Paragraph, Run
from argmap.outlines.pro_con import comment_told, comments_on_the_map
from argmap.outlines.selection import selected
from argmap.outlines.strength import strongest
from argmap.outlines.telling import counted, limits_told, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.model import ArgumentMap, Claim
    from argmap.outlines.paper import Block
    from argmap.outlines.selection import Row, Selected, Selection

POCKET, HAT, BLOCK = 1, 2, 3
"""The levels of the headings, by the names debaters have for them; the fourth is the tag."""

NO_ANSWER = "NO ANSWER in the map yet"
"""The tag of an attack that nobody has answered."""

_HEADING = 72  # characters of a claim that a heading quotes; its tag has all of them
_POCKET = 60
_NUMBERED = 6  # levels; the numbers of deeper reasons would be longer than their words


def blocks(map_: ArgumentMap, chosen: Selected, selection: Selection) -> Paper:
    """Return the debate file of what was *chosen*: for each position its case, answers, and attacks to expect.

    The file of one side answers the reasons for its rivals, too; in that of a whole map their own parts tell them.
    """
    made: list[Block] = []
    for part in chosen.parts:
        start = arguments(part)
        made.extend(_side(map_, start, tuple(_for_rivals(map_, start, selection))))
    if chosen.unplaced:
        made += [Heading(POCKET, "Unplaced"), Heading(HAT, "Claims that bear on nothing yet")]
        made.append(Heading(BLOCK, f"Unplaced ({len(chosen.unplaced)})"))
        for claim in chosen.unplaced:
            made.extend(card(map_, claim))
    if selection.comments:
        made.extend(_about_the_map(map_, chosen, selection))
    return Paper(title_of(map_, chosen), limits_told(selection, chosen), tuple(made), "blocks", "none")


def _about_the_map(map_: ArgumentMap, chosen: Selected, selection: Selection) -> Iterator[Block]:
    """Yield the comments that stand with no card, in a pocket of their own."""
    about = list(comments_on_the_map(map_, chosen, selection))[1:]  # without its heading
    if about:
        yield from (Heading(POCKET, "Comments"), Heading(HAT, "On the map"), Heading(BLOCK, "Comments on the map"))
        yield Heading(TAG_LEVEL, counted(len(about), "comment"))
        yield from about


def _for_rivals(map_: ArgumentMap, start: Argument, selection: Selection) -> Iterator[tuple[Claim, Argument]]:
    """Yield the reasons for the rivals of a side, each with its position, as far as the selection goes.

    What opposes our side with the same premises is told already; and a number of claims or words has no room for them.
    """
    if selection.side is None or selection.words is not None or selection.max_claims is not None:
        return
    told = {step.premises for attack in start.attackers for step in attack.inferences}
    depth = None if selection.depth is None else selection.depth - 1
    for rival in map_.positions():
        here = () if rival == selection.side or depth == -1 else reasons_for(map_, rival.id)
        new = [reason for reason in here if reason.premises not in told]
        for reason in new if selection.top is None else strongest(map_, new, selection.top):
            told.add(reason.premises)
            wanted = replace(selection, side=None, at=reason, depth=depth, top=None)
            yield from ((rival, arguments(part)) for part in selected(map_, wanted).parts)


def _side(map_: ArgumentMap, start: Argument, others: Sequence[tuple[Claim, Argument]]) -> Iterator[Block]:
    """Yield the pockets of one side; *others* are the reasons for rival positions."""
    ours, theirs = start.reasons, start.attackers
    named = _short(start, _POCKET)
    yield Heading(POCKET, f"Case: {named}")
    yield from (Heading(HAT, "Overview"), Heading(BLOCK, "What we defend"))
    yield from _tags(map_, start.rows)
    for place, reason in enumerate(ours, 1):
        named_so = f"Contention {place}"
        yield from (Heading(HAT, f"{named_so}: {_short(reason)}"), Heading(BLOCK, f"{named_so} — shell"))
        yield from _told(map_, reason)
    if theirs or others:
        yield Heading(POCKET, f"Answers: {named}")
        for attack in theirs:
            yield Heading(HAT, f"AT: {_short(attack)}")
            yield from _answered(map_, attack, "frontline")
    for rival, reason in others:
        yield Heading(HAT, f"AT: {_short(reason)} (for {rival.label})")
        yield from _answered(map_, reason, "frontline")
    expected = [(reason, attack) for reason in ours for attack in reason.attacks_on_case()]
    if expected:
        yield Heading(POCKET, f"Attacks to expect: {named}")
        before = None
        for reason, attack in expected:
            if reason is not before:
                yield Heading(HAT, f"They attack: {_short(reason)}")
            before = reason
            yield from _answered(map_, attack, "frontline")


def _answered(map_: ArgumentMap, attack: Argument, kind: str) -> Iterator[Block]:
    """Yield a block for an attack: what they say, and our answers; then one for each attack on an answer."""
    waiting = [(attack, kind)]
    while waiting:
        theirs, kind = waiting.pop()
        yield Heading(BLOCK, f"AT: {_short(theirs)} — {kind}")
        yield from _told(map_, theirs, "They say: ")
        answers = theirs.attacks_on_case()
        if not answers:
            yield Heading(TAG_LEVEL, _no_answer(map_, theirs))
        again: list[tuple[Argument, str]] = []
        for place, answer in enumerate(answers, 1):
            yield from _tags(map_, answer.rows, f"{place}. {_way(answer)}")
            yield from _reasons(map_, answer, f"{place}.")
            again += [(attacker, "backline") for attacker in answer.attacks_on_case()]
        waiting.extend(reversed(again))


def _no_answer(map_: ArgumentMap, attack: Argument) -> str:
    """Return the tag of an attack without answers here: there are none, or they are elsewhere, or left out."""
    if not any(said_against(map_, inference) for inference in attack.inferences):
        return NO_ANSWER
    repeated = (row.line for each in attack.case() for row in each.rows if row.line.repeat)
    elsewhere = next((line.elsewhere for line in repeated if attacks_on(map_, (line.claim.id,))), "")
    return f"Answers: {elsewhere}" if elsewhere else "The map has answers; they are left out here"


def _told(map_: ArgumentMap, argument: Argument, lead: str = "") -> Iterator[Block]:
    """Yield the cards of an argument and of all that supports it, these numbered."""
    yield from _tags(map_, argument.rows, f"{lead}{_way(argument)}")
    yield from _reasons(map_, argument, "", lead)


def _reasons(map_: ArgumentMap, argument: Argument, number: str, lead: str = "") -> Iterator[Block]:
    """Yield the cards of all that supports an argument, numbered under *number*: 1. and 2., or 1.1. and 1.2."""
    waiting = _numbered(argument, number)
    while waiting:
        number, premise, reason = waiting.pop()
        yield from _tags(map_, reason.rows, f"{lead}{number} {premise}{_way(reason)}")
        waiting += _numbered(reason, number)


def _numbered(argument: Argument, number: str) -> list[tuple[str, str, Argument]]:
    """Return the reasons of an argument, the last first: number, reason, and where others begin, for which premise."""
    found: list[tuple[str, str, Argument]] = []
    before = None
    for place, reason in enumerate(argument.reasons, 1):
        said = number if number.count(".") >= _NUMBERED else f"{number}{place}."
        about = argument.rows[reason.premise].line.claim
        is_backing = reason.rows[0].line.kind == "backing"
        is_new = len(argument.rows) > 1 and about is not before and not is_backing
        found.append((said, f"(for {about.label}) " if is_new else "", reason))
        before = before if is_backing else about
    return found[::-1]


def _tags(map_: ArgumentMap, rows: Sequence[Row], lead: str = "") -> Iterator[Block]:
    for place, row in enumerate(rows):
        joined = "And: " if place else lead
        after = f"(support at {row.line.elsewhere.removeprefix('see ')})" if row.line.repeat else ""
        yield from card(map_, row.line.claim, joined, after)
        yield from (Paragraph((Run(card_words(comment_told(each))),), "note") for each in row.comments)
        if row.line.hidden:
            yield Heading(TAG_LEVEL, f"({counted(row.line.hidden, 'claim')} under {row.line.claim.label} left out)")


def _way(argument: Argument) -> str:
    """Return the word for what attacks or backs a step, not a claim."""
    kind = argument.rows[0].line.kind
    return {"undercut": "That does not follow: ", "backing": "That follows: "}.get(kind, "")


def _short(argument: Argument, cells: int = _HEADING) -> str:
    """Return the words of an argument for a heading."""
    said = " and ".join(one_line(row.line.claim.text).rstrip(".") for row in argument.rows)
    return shorten_between_words(said, cells)
