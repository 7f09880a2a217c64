"""Review text: what the review of duplicates shows, as styled text in lines that fit. No screen here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from argmap.display import one_line, shorten, wrap
from argmap.matching import word_difference
from argmap.reviewing import preflight
from argmap.reviewing.about_pair import concerns_of, other_wordings, places_of, sources_of, strength
from argmap.reviewing.deciding import in_words
from argmap.reviewing.decisions import WAYS
from argmap.reviewing.review import LANES
from argmap.tui.signs import PLAIN, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.matching import Pair
    from argmap.matching.word_difference import Run
    from argmap.model import ArgumentMap, ClaimId
    from argmap.reviewing.review import Review
    from argmap.tui.signs import Signs

_MOST_LINES = 2

TURN = "x"
"""The key that turns round what has a direction."""


def head_line(review: Review) -> str:
    """Return the lane of the current pair, where the review stands, and how alike the two are."""
    pair = review.current
    if pair is None:
        return "Nothing to decide"
    score = f"{strength(pair.likeness.score)}, {pair.likeness.score:.2f}"
    return f"{LANES[pair.lane]} · pair {review.done + 1:,} of {review.total:,} · {score}"


def pair_texts(review: Review, pair: Pair, width: int, signs: Signs) -> tuple[Text, Text]:
    """Return A and B in lines of *width* cells: the words with the difference marked, place and sources."""
    map_ = review.map
    runs = word_difference(map_.claims[pair.first].text, map_.claims[pair.second].text)
    return (
        _side("A", map_, pair.first, runs[0], width, signs),
        _side("B", map_, pair.second, runs[1], width, signs),
    )


def between_text(review: Review, pair: Pair, width: int, signs: Signs) -> Text:
    """Return what is said of both: what speaks against one claim, and what merging into A would change."""
    text = Text()
    before = preflight(review.map, pair.first, pair.second)
    for sign, sentence in concerns_of(pair, before):
        _add(text, sentence, width, signs, first=f"{sign} ", style="bold" if sign == "!" else "")
    if before.effect is not None:
        effect = " ".join(before.effect.sentences(review.map.claims[pair.first].label))
        _add(text, f"Merged into A: {effect}", width, signs, style="dim")
    return text


def ways_text(review: Review, pair: Pair, width: int, signs: Signs) -> Text:
    """Return the keys of the decisions, as many on a line as fit; what has a direction says which."""
    words = [
        (way.key, in_words(review.map, pair.first, pair.second, way.decision, turned=review.turned) or way.words)
        for way in WAYS
    ]
    words.insert(len(words) - 1, (TURN, "turn o + t round"))
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


def why_text(pair: Pair, width: int, signs: Signs) -> Text:
    """Return why the pair is offered, and what each decision does."""
    text = Text()
    _add(text, pair.likeness.why, width, signs)
    text.append("\n")
    for way in WAYS:
        _add(text, f"{way.words}: {way.help}", width, signs, first=f"{way.key}  ")
    _add(text, "turn round which claim opposes, supports or says more", width, signs, first=f"{TURN}  ")
    return text


def _side(side: str, map_: ArgumentMap, claim: ClaimId, runs: tuple[Run, ...], width: int, signs: Signs) -> Text:
    text = Text(f"{side}  {map_.claims[claim].label}\n", style="bold")
    text.append_text(_words(runs, signs)).append("\n")
    for sentence in (*other_wordings(map_, claim), *places_of(map_, claim)):
        _add(text, sentence, width, signs, most=2)
    for sentence in dict.fromkeys(sources_of(map_, claim)):
        _add(text, sentence, width, signs, style="dim", most=_MOST_LINES)
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
