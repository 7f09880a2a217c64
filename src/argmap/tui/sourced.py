"""Sourced: the lines of the source browser: sources, and the passages of one with the claims that rest on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from argmap.display import one_line, shorten, wrap
from argmap.outlines import passages_of
from argmap.tui.telling import quoted, voice_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgumentMap, Citation, Passage, Source, SourceId
    from argmap.outlines import CitedPassage
    from argmap.tui.signs import Signs

_MOST_LINES = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry under a source: a passage, or (*citation*) a claim that rests on it, and how it is shown."""

    passage: CitedPassage
    citation: Citation | None
    text: Text


def source_text(map_: ArgumentMap, source: Source, width: int, signs: Signs) -> Text:
    """Return a source in two lines: its title; who, where, when, and how many claims rest on it."""
    count = len({citation.claim for citation in map_.citations_in(source.id)})
    resting = f"{count} claim{'' if count == 1 else 's'}"
    whose = ", ".join(
        part for part in (source.author, source.container_title or source.publisher, source.issued) if part
    )
    text = Text(shorten(f"{source.label} {source.title}", width, cell_len, signs.ellipsis), style="bold")
    room = width - len(resting) - 5
    told = shorten(whose, room, cell_len, signs.ellipsis) if whose else ""
    glue = f" {signs.bullet} " if told else ""
    return text.append(f"\n  {told}{glue}{resting}", style="not bold")


def about_text(source: Source, width: int, signs: Signs) -> Text:
    """Return everything that is known of a source."""
    text = Text("\n".join(_wrapped(f"{source.label} {source.title}", width, signs)), style="bold")
    where = (source.author, source.container_title, source.publisher, source.issued, source.genre, source.language)
    looked = f"looked at {source.accessed}" if source.accessed else ""
    for told in (", ".join(part for part in where if part), source.url, looked, source.note):
        if told:
            text.append("\n" + "\n".join(_wrapped(told, width, signs)), style="not bold")
    return text


def entries_of(
    map_: ArgumentMap, source: SourceId, width: int, signs: Signs, marked: Passage | None = None
) -> Iterator[Entry]:
    """Yield the passages of a source and, under each, the claims that rest on it; *marked* is marked."""
    for passage in passages_of(map_, source):
        yield Entry(passage, None, _heading(map_, passage, width, signs, is_marked=passage.passage == marked))
        for citation in passage.citations:
            yield Entry(passage, citation, _resting(map_, citation, width, signs))


def quote_text(map_: ArgumentMap, citation: Citation, width: int, signs: Signs) -> Text:
    """Return where a citation points, whose words they are, and the words."""
    source = map_.sources[citation.source]
    locator = citation.locator.replace("¶", signs.paragraph)
    first, *rest = _wrapped(f"{source.label} {locator} {source.title}", width - 2, signs)
    text = Text("\n  ".join([first, *rest]), style="bold")
    for part in (voice_of(citation), citation.quote and quoted(citation, signs), citation.note):
        for line in _wrapped(part, width - 2, signs) if part else ():
            text.append(f"\n  {line}", style="not bold")
    return text


def passage_words(map_: ArgumentMap, passage: Passage, signs: Signs) -> str:
    """Return the name of a passage, such as ``S2 ¶4``."""
    return f"{map_.sources[passage.source].label} {_paragraph(passage, signs)}"


def _heading(map_: ArgumentMap, passage: CitedPassage, width: int, signs: Signs, *, is_marked: bool) -> Text:
    words = [_paragraph(passage.passage, signs)]
    for _, here, there in passage.voices:
        inside = "" if here.paragraph == passage.passage.paragraph else f" (all of {_paragraph(here, signs)})"
        words.append(f"one voice with {passage_words(map_, there, signs)}{inside}")
    if is_marked:
        words.append("marked: v on another passage")
    return Text("\n".join(wrap(f" {signs.bullet} ".join(words), width, cell_len)), style="bold underline")


def _resting(map_: ArgumentMap, citation: Citation, width: int, signs: Signs) -> Text:
    claim = map_.claims[citation.claim]
    first, *rest = _wrapped(f"{claim.label} {claim.text}", width - 2, signs)
    text = Text(f"  {first}")
    for line in rest:
        text.append(f"\n  {line}")
    page = f"p. {citation.page}" if citation.page else ""
    told = ", ".join(part for part in (page, voice_of(citation)) if part)
    for part, style in ((told, "dim"), (citation.quote and quoted(citation, signs), "italic"), (citation.note, "dim")):
        for line in _wrapped(part, width - 4, signs) if part else ():
            text.append(f"\n    {line}", style=style)
    return text


def _paragraph(passage: Passage, signs: Signs) -> str:
    paragraph = one_line(passage.paragraph)
    return f"{signs.paragraph}{paragraph}" if paragraph else "without a paragraph"


def _wrapped(text: str, width: int, signs: Signs) -> list[str]:
    """Return *text* in lines, the first few of very many."""
    lines = wrap(text[: _MOST_LINES * 2 * width], width, cell_len)
    if len(lines) > _MOST_LINES:
        last = shorten(lines[_MOST_LINES - 1], width - len(signs.ellipsis), cell_len, "")
        lines[_MOST_LINES - 1 :] = [last + signs.ellipsis]
    return lines
