"""Review text: what the review of duplicates shows, as styled text in lines that fit. No screen here."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from argmap.display import one_line, shorten, wrap
from argmap.matching import word_difference
from argmap.reviewing import preflight
from argmap.reviewing.about_pair import concerns_of, in_short, other_wordings, places_of, sources_of, strength
from argmap.reviewing.deciding import in_words, offered
from argmap.reviewing.excerpt import around_differences
from argmap.reviewing.review import LANES
from argmap.tui.signs import PLAIN, plain
from argmap.wording import phrasings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.matching import Pair
    from argmap.matching.word_difference import Run
    from argmap.model import ArgumentMap, ClaimId
    from argmap.reviewing.review import Review
    from argmap.tui.signs import Signs

_MOST_LINES = 2
_ROOM_FOR_SCORE, _ROOM_FOR_WORD = 70, 110

ALL, TURN = "A", "x"
"""The keys that take all that is identical, and that turn round what has a direction."""


def head_line(review: Review) -> str:
    """Return the lane of the current pair, and where the review stands."""
    pair = review.current
    if pair is None:
        return "Nothing to decide"
    around = f" · {review.of_cluster}" if review.of_cluster else ""
    return f"{LANES[pair.lane]} · pair {review.done + 1:,} of {review.total:,}{around}"


def strength_line(review: Review, width: int) -> str:
    """Return how alike the two claims of the current pair are, in what *width* leaves beside a cluster."""
    pair = review.current
    if pair is None or (review.of_cluster and width < _ROOM_FOR_SCORE):
        return ""
    score = f"{pair.likeness.score:.2f}"
    return f"{strength(review.map, pair)}, {score}" if not review.of_cluster or width >= _ROOM_FOR_WORD else score


class Detail(IntEnum):
    """How much is said of a pair: all; what stands beside the words in fewer lines; or in one line, in numbers."""

    ALL = 0
    SHORT = 1
    COUNTS = 2


def pair_texts(review: Review, pair: Pair, width: int, signs: Signs, detail: Detail = Detail.ALL) -> tuple[Text, Text]:
    """Return A and B in lines of *width* cells: the words with the difference marked, place and sources."""
    map_ = review.map
    runs = word_difference(map_.claims[pair.first].text, map_.claims[pair.second].text)
    if detail is not Detail.ALL:
        runs = around_differences(runs[0]), around_differences(runs[1])
    return (
        _side("A", map_, pair.first, runs[0], width, signs, detail),
        _side("B", map_, pair.second, runs[1], width, signs, detail),
    )


def lines_of(text: Text, width: int) -> int:
    """Return how many lines of *width* cells a text takes."""
    return sum(len(wrap(line, width, cell_len)) for line in text.plain.splitlines())


def between_text(review: Review, pair: Pair, width: int, signs: Signs, detail: Detail = Detail.ALL) -> Text:
    """Return what is said of both: what speaks against one claim, and what merging into A would change."""
    text = Text()
    before = preflight(review.map, pair.first, pair.second)
    for sign, sentence in concerns_of(pair, before):
        _add(text, sentence, width, signs, first=f"{sign} ", style="bold" if sign == "!" else "")
    if before.effect is not None:
        effect = " ".join(before.effect.sentences(review.map.claims[pair.first].label))
        _add(text, f"Merged into A: {effect}", width, signs, style="dim", most=1 if detail is Detail.COUNTS else 0)
    return text


def ways_text(review: Review, pair: Pair, width: int, signs: Signs) -> Text:
    """Return the keys of the decisions, as many on a line as fit; what has a direction says which."""
    ways = offered(review.map, pair.first, pair.second)
    words = [
        (way.key, in_words(review.map, pair.first, pair.second, way.decision, turned=review.turned) or way.words)
        for way in ways
    ]
    if any(way.decision.is_directed for way in ways):
        words.insert(len(words) - 1, (TURN, "turn o + t round"))
    same = review.identical
    if len(same) > 1 and pair in same:
        words.insert(len(words) - 1, (ALL, f"one claim each of all {len(same):,} identical pairs"))
    return keys_text(words, width, signs)


def keys_text(words: Iterable[tuple[str, str]], width: int, signs: Signs) -> Text:
    """Return keys and what they do, as many on a line as fit."""
    text, used = Text(), 0
    for key, said in words:
        said_so = _ours(said, signs)
        size = cell_len(key) + 1 + cell_len(said_so)
        if used and used + 2 + size > width:
            text.append("\n")
            used = 0
        elif used:
            text.append("  ")
            used += 2
        text.append(key, style="bold").append(f" {said_so}")
        used += size
    return text


def why_text(review: Review, pair: Pair, width: int, signs: Signs) -> Text:
    """Return why the pair is offered, and what each decision does."""
    text = Text()
    ways = offered(review.map, pair.first, pair.second)
    _add(text, pair.likeness.why, width, signs)
    text.append("\n")
    for way in ways:
        _add(text, f"{way.words}: {way.help}", width, signs, first=f"{way.key}  ")
    if pair in review.identical:
        _add(text, "all identical pairs: Make one claim of each, in one step.", width, signs, first=f"{ALL}  ")
    if any(way.decision.is_directed for way in ways):
        _add(text, "turn round which claim opposes, supports or says more", width, signs, first=f"{TURN}  ")
    return text


def _side(  # what is shown of a claim
    side: str, map_: ArgumentMap, claim: ClaimId, runs: tuple[Run, ...], width: int, signs: Signs, detail: Detail
) -> Text:
    text = Text(f"{side}  {map_.claims[claim].label}\n", style="bold")
    text.append_text(_words(runs, signs)).append("\n")
    if detail is Detail.COUNTS:
        _add(text, in_short(map_, claim), width, signs, style="dim", most=1)
        return text
    most = _MOST_LINES if detail is Detail.ALL else 1
    others = list(other_wordings(map_, claim))
    if detail is Detail.SHORT and len(others) > 1:
        others = [f"also phrased in {len(phrasings(map_, claim)):,} other ways"]
    for sentence in (*places_of(map_, claim), *others):
        _add(text, sentence, width, signs, most=most)
    sources = list(dict.fromkeys(sources_of(map_, claim)))
    if detail is Detail.SHORT and len(sources) > 1:
        sources = [f"{len(map_.citations_of(claim)):,} citations: {sources[0]}"]
    for sentence in sources:
        _add(text, sentence, width, signs, style="dim", most=most)
    return text


def _words(runs: Iterable[Run], signs: Signs) -> Text:
    """Return a wording; the words that it has alone stand in brackets, and are underlined."""
    text = Text(style="not bold")
    for words, alone in runs:
        said = plain(words) if signs is PLAIN else words
        inner = said.strip(" ")
        if alone and inner:
            start = said.index(inner)
            text.append(said[:start]).append(f"[{inner}]", style="underline").append(said[start + len(inner) :])
        else:
            text.append(said)
    return text


def _add(
    text: Text, sentence: str, width: int, signs: Signs, *, first: str = "  ", style: str = "", most: int = 0
) -> None:
    """Add a sentence as a paragraph that hangs behind its *first* sign, cut after *most* lines (0: never)."""
    lines = wrap(_ours(sentence, signs), max(width - len(first), 10), cell_len)
    if most and len(lines) > most:
        lines = [
            *lines[: most - 1],
            shorten(f"{lines[most - 1]} {lines[most]}", width - len(first), cell_len, signs.ellipsis),
        ]
    indent = "\n" + " " * len(first)
    text.append(
        ("\n" if text.plain and not text.plain.endswith("\n") else "") + first + indent.join(lines),
        style=f"not bold {style}",
    )


def _ours(sentence: str, signs: Signs) -> str:
    said = one_line(sentence)
    return plain(said) if signs is PLAIN else said
