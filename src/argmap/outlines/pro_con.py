"""The pro and con outline: every selected claim with its number, its relation, its sources, and what was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.display import one_line, shorten_between_words
from argmap.outlines.bibliography import Bibliography
from argmap.outlines.paper import Heading, Paper, Paragraph, Point, Run
from argmap.outlines.selection import sources_of
from argmap.outlines.telling import counted, left_out_words, limits_told, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.model import ArgumentMap, Claim, Comment, Source
    from argmap.outlines.line import Line
    from argmap.outlines.paper import Block
    from argmap.outlines.selection import Row, Selected, Selection

_STUB = 80
"""Characters that a repeat quotes of its claim; the whole text stands where it is told in full."""


def outline(map_: ArgumentMap, chosen: Selected, selection: Selection) -> Paper:
    """Return the outline of what was *chosen* by *selection*."""
    sources = sources_of(map_, chosen.claims)
    listed = Bibliography(sources)
    blocks: list[Block] = []
    for place, part in enumerate(chosen.parts):
        breaks = place > 0 and len(part) > 1 and part[0].line.kind == "position"
        blocks.extend(_point(map_, row, listed, new_page=breaks and row is part[0]) for row in part)
    if chosen.unplaced:
        blocks.append(Heading(1, f"Unplaced ({len(chosen.unplaced)})"))
        blocks.extend(_unplaced(map_, claim, listed) for claim in chosen.unplaced)
    if selection.comments:
        blocks.extend(comments_on_the_map(map_, chosen, selection))
    blocks.extend(source_list(sources, listed))
    subtitle = ". ".join(part for part in (_counts(chosen, sources), limits_told(selection, chosen)) if part)
    numbering = map_.about.numbering or "outline"
    return Paper(title_of(map_, chosen), subtitle, tuple(blocks), "outline", numbering, map_.about.language)


def source_list(sources: Sequence[Source], listed: Bibliography) -> Iterator[Block]:
    """Yield the list of sources with its heading, if there are any."""
    if sources:
        yield Heading(1, "Sources")
        yield from (Paragraph(runs, "reference") for runs in listed.entries())


def _point(map_: ArgumentMap, row: Row, listed: Bibliography, *, new_page: bool) -> Point:
    line = row.line
    claim = line.claim
    text = one_line(claim.text)
    return Point(
        line.depth,
        row.number,
        line.sign,
        _relation(line),
        shorten_between_words(text, _STUB) if line.repeat else text,
        claim.label,
        "" if line.repeat else listed.cited(map_.citations_of(claim.id)),
        row.home,
        tuple(_remarks(row)),
        new_page=new_page,
    )


def _unplaced(map_: ArgumentMap, claim: Claim, listed: Bibliography) -> Point:
    cited = listed.cited(map_.citations_of(claim.id))
    return Point(0, "", "*", "unplaced", one_line(claim.text), claim.label, cited)


def _relation(line: Line) -> str:
    """Return what a line does, in words: ``supports``, ``undercuts this step``, ``opposes (both needed)``."""
    if line.kind in {"undercut", "backing"}:
        words = f"{line.word} this step"
    else:
        words = "" if line.kind == "root" else line.word
    return f"{words} ({line.need})" if line.need else words


def _remarks(row: Row) -> Iterator[str]:
    line = row.line
    if line.inference is not None and not line.mate and one_line(line.inference.warrant):
        yield f"Warrant: {one_line(line.inference.warrant)}"
    for comment in row.comments:
        yield comment_told(comment)
    if line.hidden:
        yield left_out_words(line.hidden)


def comment_told(comment: Comment) -> str:
    """Return a comment with its number and author, as in ``Comment N3 (Kim, resolved): …``."""
    facts = ", ".join(part for part in (one_line(comment.author), "resolved" if comment.resolved else "") if part)
    return f"Comment {comment.label}{f' ({facts})' if facts else ''}: {one_line(comment.text)}"


def comments_on_the_map(map_: ArgumentMap, chosen: Selected, selection: Selection) -> Iterator[Block]:
    """Yield the comments on the map itself, and on the claims that stand nowhere in it."""
    if not selection.is_whole:
        return
    about = [*map_.comments_on(map_.about.id)]
    about += [comment for claim in chosen.unplaced for comment in map_.comments_on(claim.id)]
    if about:
        yield Heading(1, "Comments")
        yield from (Paragraph((Run(comment_told(comment)),), "note") for comment in about)


def _counts(chosen: Selected, sources: Sequence[Source]) -> str:
    kinds: dict[str, set[str]] = {"reason": set(), "objection": set(), "undercut": set(), "backing": set()}
    for row in chosen.rows:
        if row.line.inference is not None:
            kinds[row.line.inference.kind].add(row.line.inference.id)
    words = [counted(len(chosen.claims), "claim")]
    words += [counted(len(found), kind) for kind, found in kinds.items() if found]
    return ", ".join([*words, *([counted(len(sources), "source")] if sources else [])])
