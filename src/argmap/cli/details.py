"""All that a map holds about one claim, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.cli.saying import say, say_json
from argmap.display import one_line
from argmap.model.ratings import credence_word, relevance_word
from argmap.model.roles import roles_of
from argmap.wording import in_same_words, phrasings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgumentMap, Citation, Claim, Inference


def print_details(map_: ArgumentMap, claim: Claim, *, as_json: bool) -> None:
    """Print everything about *claim*: its words, ratings, links, citations, comments, conflicts and other wordings."""
    if as_json:
        say_json(_as_value(map_, claim))
        return
    for row in _rows(map_, claim):
        say(row)


def _rows(map_: ArgumentMap, claim: Claim) -> Iterator[str]:
    yield f"{claim.label} {one_line(claim.text)}"
    described = (
        ("supplied by the mapper", claim.implicit),
        (f"credence: {credence_word(claim.credence)} ({claim.credence})", claim.credence is not None),
        (f"as of: {claim.as_of}", claim.as_of),
        (f"tags: {', '.join(claim.tags)}", claim.tags),
        (f"note: {claim.note}", claim.note),
        ("answers the question", claim.is_position),
    )
    yield from (f"  {one_line(words)}" for words, holds in described if holds)
    yield from (f"  {row}" for row in _tied(map_, claim))


def _merged(map_: ArgumentMap, claim: Claim) -> Iterator[str]:
    """Say which claims were merged into a claim, and in which other words it has come."""
    for phrasing in phrasings(map_, claim.id):
        labels = ", ".join(f"C{number}" for number in phrasing.numbers)
        yield f"also phrased as: {one_line(phrasing.text)} ({f'was {labels}' if labels else 'before the merge'})"
    same = in_same_words(map_, claim.id)
    if same:
        yield f"merged into it, in the same words: {', '.join(f'C{number}' for number in same)}"


def _tied(map_: ArgumentMap, claim: Claim) -> Iterator[str]:
    """Say what a claim is tied to: steps, citations, conflicts, other wordings, comments."""
    for use in map_.uses_of(claim.id):
        yield f"{use.label}: {_in_words(map_, use, claim)}"
    for bearing in map_.bearing_on(claim.id):
        named = " & ".join(map_.claims[premise].label for premise in bearing.premises)
        yield f"{bearing.label}: {'supported' if bearing.supports else 'opposed'} by {named}"
    for citation in map_.citations_of(claim.id):
        yield f"cites {cited(map_, citation)}"
    for conflict in map_.conflicts_of(claim.id):
        other = map_.claims[conflict.other(claim.id)]
        yield f"{conflict.kind.value} to {other.label} {one_line(other.text)}"
    yield from _merged(map_, claim)
    for comment in map_.comments_on(claim.id):
        state = ", resolved" if comment.resolved else ""
        yield f"comment {comment.label} ({one_line(comment.author) or 'unknown'}{state}): {one_line(comment.text)}"


def _in_words(map_: ArgumentMap, use: Inference, claim: Claim) -> str:
    """Say what a claim does in one inference, as in ``opposes C10, together with C7; strong; warrant: …``."""
    target = map_.require(use.target)
    verb = {"reason": "supports", "objection": "opposes", "undercut": "undercuts", "backing": "backs"}[use.kind]
    mates = [map_.claims[premise].label for premise in use.premises if premise != claim.id]
    parts = [f"{verb} {target.label}"]  # type: ignore[union-attr]  # targets have labels
    if mates:
        parts[0] += f", together with {' & '.join(mates)}"
    if use.relevance is not None:
        parts.append(relevance_word(use.relevance))
    if use.scheme:
        parts.append(f"scheme: {one_line(use.scheme)}")
    if use.warrant:
        parts.append(f"warrant: {one_line(use.warrant)}")
    return "; ".join(parts)


def cited(map_: ArgumentMap, citation: Citation) -> str:
    """Say where a citation points, who says it and through whom."""
    source = map_.sources[citation.source]
    said = [one_line(f"{source.label} {citation.locator}"), f"“{one_line(source.title)}”"]
    if citation.asserted_by:
        via = f" via {one_line(citation.via)}" if citation.via else ""
        said.append(f"said by {one_line(citation.asserted_by)}{via}")
    if citation.as_of:
        said.append(f"as of {one_line(citation.as_of)}")
    said.extend(word for word, holds in (("inferred", citation.inferred), ("uncertain", citation.uncertain)) if holds)
    if citation.quote:
        said.append(f"“{one_line(citation.quote)}”")
    if citation.note:
        said.append(one_line(citation.note))
    return ", ".join(said)


def _as_value(map_: ArgumentMap, claim: Claim) -> dict[str, Any]:
    from argmap.model.plain import to_plain

    return to_plain(claim) | {
        "claim": claim.label,
        "roles": list(roles_of(map_, claim)),
        "steps": [{"inference": use.label, "in_words": _in_words(map_, use, claim)} for use in map_.uses_of(claim.id)],
        "supported_or_opposed_by": [bearing.label for bearing in map_.bearing_on(claim.id)],
        "citations": [to_plain(citation) for citation in map_.citations_of(claim.id)],
        "conflicts": [map_.claims[each.other(claim.id)].label for each in map_.conflicts_of(claim.id)],
        "comments": [to_plain(comment) for comment in map_.comments_on(claim.id)],
        "also_phrased_as": [wording for alias in map_.aliases_of(claim.id) for wording in alias.wordings],
    }
