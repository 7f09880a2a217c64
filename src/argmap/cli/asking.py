"""Asking: a review in the terminal, one pair at a time, line by line; it needs no colour and no cursor keys."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import click

from argmap.cli.saying import counted, remark, say, typed
from argmap.display import one_line, wrap
from argmap.errors import EditError, NothingToUndoError
from argmap.matching import marked, word_difference
from argmap.reviewing import CONFIRMING, Gravity, preflight
from argmap.reviewing.about_pair import concerns_of, other_wordings, places_of, sources_of, strength
from argmap.reviewing.applying import identical_step
from argmap.reviewing.deciding import in_words, offered
from argmap.reviewing.decisions import BY_KEY, Decision
from argmap.reviewing.excerpt import around_differences
from argmap.reviewing.meanwhile import happened_to
from argmap.reviewing.review import LANES

if TYPE_CHECKING:
    from argmap.document import Document
    from argmap.reviewing.review import Review

_WIDEST = 100
_ALL, _TURN, _UNDO, _WHY, _LEAVE = "A", "x", "u", "?", "q"
_END = {"\x04", "\x1b"}


def ask_about(document: Document, review: Review) -> None:
    """Ask about each open pair of *review* until none is left or the person leaves; each decision is saved at once."""
    try:
        while review.current is not None:
            _show(review)
            if not _answered(document, review):
                break
    except (KeyboardInterrupt, click.exceptions.Abort):
        say()
        _tell_end(document, review)
        raise
    except EOFError:
        say()
    _tell_end(document, review)


def _answered(document: Document, review: Review) -> bool:
    """Take keys until one of them leads to another pair; return False to leave."""
    shown = review.current
    while review.current is shown:
        say("Your decision (? tells more): ")
        key = click.getchar()
        if key in _END or key == _LEAVE:
            return False
        if _is_overtaken(document, review):
            return True
        try:
            _press(document, review, key)
        except (EditError, NothingToUndoError) as error:
            _answer(str(error))
            if _is_overtaken(document, review):
                return True
    return True


def _is_overtaken(document: Document, review: Review) -> bool:
    """Read what somebody else wrote meanwhile; tell, and say, whether the pair is not what it was when it was shown."""
    shown, before = review.current, review.map
    if document.changed_outside():
        document.reload()
    if document.map is before or shown is None:
        return False
    review.follow(document.map)
    steps = document.steps_on(shown.second)
    said = happened_to(shown, before, review, one_line(steps[-1].author) if steps else "")
    if said:
        _answer(f"{said} Nothing was decided by that key.")
    return bool(said)


def _press(document: Document, review: Review, key: str) -> None:
    """Do what a key asks for."""
    way = BY_KEY.get(key) or BY_KEY.get(key.lower())
    if key.lower() == _UNDO:
        _undo(document, review)
    elif key == _WHY:
        _explain(review)
    elif key == _ALL and review.current in review.identical:
        _take_identical(document, review)
    elif key.lower() == _TURN:
        review.turned = not review.turned
        _show_ways(review)
    elif way is None:
        _answer(f"That key does nothing here. {_TURN} {_UNDO} {_WHY} {_LEAVE} or a decision: {' '.join(BY_KEY)}")
    elif way.decision is Decision.SKIP:
        review.skip()
        _answer("Skipped.")
    else:
        _decide(document, review, way.decision)


def _decide(document: Document, review: Review, decision: Decision) -> None:
    """Take the step of a decision, once the person has written and confirmed what there is to write and confirm."""
    pair = review.current
    assert pair is not None
    text = ""
    if decision is Decision.REWRITE:
        text = _asked("The wording for both (empty: leave it)")
        if not text:
            _answer("Nothing was changed.")
            return
    if decision.merges and not _confirmed(review, decision):
        _answer("Nothing was changed.")
        return
    step = review.step(decision, text)
    if not step.changes:
        _answer("Nothing to change: it is judged so already.")
        return
    for notice in step.notices:
        _answer(notice)
    taken = document.do(step)
    review.took(document.map)
    _answer(f"Done: {one_line(taken.label)}. u takes it back.")


def _take_identical(document: Document, review: Review) -> None:
    """Merge what is identical among the pairs that are open, all in one step."""
    same = review.identical
    applied = identical_step(review.map, same)
    for error in applied.refused:
        _answer(f"Left as it is: {error}")
    if applied.step.changes:
        taken = document.do(applied.step)
        review.took(document.map, len(same) - len(applied.refused))
        _answer(f"Done: {one_line(taken.label)}. u takes it back.")


def _undo(document: Document, review: Review) -> None:
    match review.take_back():
        case None:
            _answer(f"Nothing was decided in this review yet. Earlier steps: argmap undo {typed(document.path)}")
        case False:
            _answer("The pair you skipped last is back.")
        case True:
            step = document.undo()
            review.undone(document.map)
            _answer(f"{one_line(step.label)}.")


def _asked(question: str) -> str:
    answer: str = click.prompt(question, default="", show_default=False)
    return answer.strip()


def _confirmed(review: Review, decision: Decision) -> bool:
    """Whether the person may and will merge: a yes, or a word, is typed where there is reason to ask."""
    before = preflight(review.map, *review.sides(decision))
    if before.refusal:
        _answer(f"{one_line(before.refusal)}")
        return False
    for concern in before.of(Gravity.TYPED, Gravity.ASKED):
        _wrapped(f"  ! {one_line(concern.sentence)}", hang=4)
    if before.gravity is Gravity.TYPED:
        return _asked(f"Type {CONFIRMING} to merge them all the same").lower() == CONFIRMING
    return before.gravity is not Gravity.ASKED or _asked("Merge them? (y/n)").lower() in {"y", "yes"}


# -- what is shown -----------------------------------------------------------------------------------------------


def _show(review: Review) -> None:
    """Show the current pair: its words with the difference marked, and all that helps to decide."""
    pair, map_ = review.current, review.map
    assert pair is not None
    count = f"pair {review.done + 1:,} of {review.total:,}"
    say()
    around = f"{review.of_cluster} == " if review.of_cluster else ""
    alike = f"{strength(map_, pair)}, {pair.likeness.score:.2f}"
    _wrapped(f"== {LANES[pair.lane]} == {count} == {around}{alike} ==", hang=3)
    first, second = word_difference(map_.claims[pair.first].text, map_.claims[pair.second].text)
    for side, claim, runs in (("A", pair.first, first), ("B", pair.second, second)):
        _wrapped(f"{side}  {map_.claims[claim].label}  {marked(around_differences(runs))}", hang=3)
        for sentence in (*other_wordings(map_, claim), *places_of(map_, claim), *sources_of(map_, claim)):
            _wrapped(f"      {one_line(sentence)}", hang=8)
    before = preflight(map_, pair.first, pair.second)
    say()
    for sign, sentence in concerns_of(pair, before):
        _wrapped(f"{sign}  {one_line(sentence)}", hang=3)
    if before.effect is not None:
        effect = " ".join(before.effect.sentences(map_.claims[pair.first].label))
        _wrapped(f"As one claim, in A's wording: {one_line(effect)}", hang=3)
    say()
    _show_ways(review)


def _show_ways(review: Review) -> None:
    """Show the keys; what has a direction says which claim would do it to which."""
    pair = review.current
    assert pair is not None
    ways = offered(review.map, pair.first, pair.second)
    words = [
        f"[{way.key}] "
        + (in_words(review.map, pair.first, pair.second, way.decision, turned=review.turned) or way.words)
        for way in ways
    ]
    same = review.identical
    if len(same) > 1 and pair in same:
        words.insert(0, f"[{_ALL}] one claim each of all {len(same):,} identical pairs")
    if any(way.decision.is_directed for way in ways):
        words.append(f"[{_TURN}] turn o + t round")
    words += [f"[{_UNDO}] undo", f"[{_WHY}] why", f"[{_LEAVE}] leave"]
    line = ""
    for word in words:
        if line and len(line) + 2 + len(word) > _width():
            say(line)
            line = ""
        line = f"{line}  {word}" if line else word
    say(line)


def _explain(review: Review) -> None:
    """Say why the pair is offered, and what each decision does."""
    pair = review.current
    assert pair is not None
    _wrapped(f"   Why: {one_line(pair.likeness.why)}", hang=3)
    for way in offered(review.map, pair.first, pair.second):
        _wrapped(f"   {way.key}  {way.words}: {way.help}", hang=6)


def _tell_end(document: Document, review: Review) -> None:
    left = len(review.open) + review.skipped
    decided = review.done - review.skipped
    said = "No decision was made" if not decided else f"{counted(decided, 'pair')} decided"
    rest = f"{counted(left, 'pair')} left for another time" if left else "no pair is left"
    _wrapped(f"{said}; {rest}. The map has {counted(len(document.map.claims), 'claim')}.", hang=0)
    if decided:
        remark(f"To take the last decision back: argmap undo {typed(document.path)}")


def _answer(sentence: str) -> None:
    """Print what became of a key, set off from the pair."""
    _wrapped(f"  {one_line(sentence)}", hang=2)


def _wrapped(text: str, hang: int) -> None:
    """Print a paragraph whose further lines are indented; only its first words may have spaces before them."""
    indent = " " * (len(text) - len(text.lstrip(" ")))
    first, *rest = wrap(text, _width() - max(hang, len(indent)))
    say(indent + first)
    for line in rest:
        say(" " * max(hang, len(indent)) + line)


def _width() -> int:
    return min(max(shutil.get_terminal_size().columns, 20), _WIDEST)
