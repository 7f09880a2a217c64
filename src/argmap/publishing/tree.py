"""The tree of a page: every line of the outline as an item that says its level, its place and what it does."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.display import one_line
from argmap.outlines.bibliography import web_address
from argmap.publishing.svg import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgumentMap, Citation, Claim, SourceId
    from argmap.outlines import Line, Row, Selected
    from argmap.outlines.bibliography import Bibliography

_DEEPEST = 12
"""How far items are indented; deeper ones stand beside one another, and their level is told to screen readers."""

_WORDS = {
    "position": ("", "Position"),
    "reason": ("+", "Supports"),
    "objection": ("−", "Opposes"),
    "undercut": ("×", "Disputes the step"),
    "backing": ("+", "Backs the step"),
    "together": ("&", "And"),
    "root": ("", "Claim"),
}


@dataclass(frozen=True, slots=True)
class Item:
    """A row of the page: its *level* from 1, its *place* among so many *siblings*, and how many items are *below* it.

    One without a row is a heading with *text*. The *first* item is where the keyboard starts.
    """

    row: Row | None
    level: int
    place: int
    siblings: int
    below: int
    first: bool = False
    text: str = ""


def items_of(selected: Selected) -> Iterator[Item]:
    """Yield the items of what was selected; the unplaced claims come last, under an item of their own."""
    entries: list[tuple[Row | None, int, str]] = [(row, row.line.depth + 1, "") for row in selected.rows]
    if selected.unplaced:
        entries.append((None, 1, f"Unplaced ({len(selected.unplaced)})"))
        entries.extend((row, 2, "") for row in selected.loose)
    parents = _parents([level for _, level, _ in entries])
    siblings = Counter(parents)
    below = [0] * len(entries)
    for index in reversed(range(len(entries))):
        if parents[index] >= 0:
            below[parents[index]] += below[index] + 1
    places: Counter[int] = Counter()
    for index, (row, level, text) in enumerate(entries):
        parent = parents[index]
        places[parent] += 1
        yield Item(row, level, places[parent], siblings[parent], below[index], first=index == 0, text=text)


def _parents(levels: list[int]) -> list[int]:
    """Return the index of each item's parent, -1 at the top."""
    path: list[int] = []
    parents: list[int] = []
    for index, level in enumerate(levels):
        del path[level - 1 :]
        parents.append(path[-1] if path else -1)
        path.append(index)
    return parents


def write_item(item: Item, map_: ArgumentMap, bibliography: Bibliography) -> str:
    """Return an item as HTML.

    Items are not nested, as browsers rearrange what is nested some 250 times and deeper; and they are no list items, as
    Chromium counts all list items anew for each that comes (a page of 10,000 took minutes).
    """
    line = item.row.line if item.row is not None else None
    classes = _classes(item, line)
    expanded = ' aria-expanded="true"' if item.below else ""
    anchor = f' id="{text_of(line.claim.label)}"' if line is not None and not line.repeat else ""
    return (
        f'<div role="treeitem" class="{classes}" aria-level="{item.level}" aria-setsize="{item.siblings}" '
        f'aria-posinset="{item.place}"{expanded} tabindex="{0 if item.first else -1}"{anchor}>'
        f'<div class="row"><span class="turn" aria-hidden="true"></span>{_body(item, map_, bibliography)}</div></div>'
    )


def _classes(item: Item, line: Line | None) -> str:
    side = "root"
    step = ""
    if line is not None and line.inference is not None:
        side = "for" if line.inference.supports else "against"
        step = f"step {line.inference.kind}" if line.inference.bears_on_inference else ""
    elif line is not None:
        side = line.kind
    stub = "stub" if line is not None and line.repeat else ""
    depth = f"d{min(item.level - 1, _DEEPEST)}" if item.level > 1 else ""
    return " ".join(filter(None, (side, step, stub, depth)))


def _body(item: Item, map_: ArgumentMap, bibliography: Bibliography) -> str:
    more = f'<span class="more" dir="ltr">+{item.below}</span>' if item.below else '<span class="more"></span>'
    if item.row is None:
        return f'<span></span><span><span class="text">{text_of(item.text)}</span></span>{more}'
    line = item.row.line
    sign, word = _WORDS[line.kind]
    need = f" ({line.need})" if line.need else ""
    shown = f'<span class="sign" aria-hidden="true"><span>{sign}</span></span>' if sign else "<span></span>"
    said = " · ".join(_said(item.row, map_, bibliography))
    return (
        f'{shown}<span><span class="relation" dir="ltr">{word}{need}:</span> '
        f'<span class="text" dir="auto">{text_of(one_line(line.claim.text)) or "…"}</span></span>{more}'
        f'<span class="said" dir="auto">{said}</span>'
    )


def _said(row: Row, map_: ArgumentMap, bibliography: Bibliography) -> Iterator[str]:
    """Yield what stands under a claim: number, where it is in full, sources, credence, what is left out, comments."""
    line = row.line
    label = text_of(line.claim.label)
    if line.repeat:
        yield f'{label} · <a href="#{label}">in full elsewhere ↗</a>'
    else:
        yield label
        yield from _cited(map_, line.claim, bibliography)
        if line.claim.credence is not None:
            share = line.claim.credence
            yield f'<meter min="0" max="1" value="{share:.2f}" aria-label="likely: {share:.0%}"></meter> {share:.0%}'
    if line.hidden:
        yield f"+{line.hidden} left out below"
    for comment in row.comments:
        who = f"{one_line(comment.author)}: " if comment.author else ""
        yield f'<span class="comment">“{text_of(who + one_line(comment.text))}”</span>'


def _cited(map_: ArgumentMap, claim: Claim, bibliography: Bibliography) -> Iterator[str]:
    """Yield each source of a claim with its places in it, as a link where the source has an address."""
    cited: dict[SourceId, list[Citation]] = {}
    for citation in map_.citations_of(claim.id):
        cited.setdefault(citation.source, []).append(citation)
    for source, citations in cited.items():
        words = text_of(bibliography.cited(citations).removeprefix("(").removesuffix(")"))
        address = web_address(map_.sources[source].url)
        yield f'<a href="{text_of(address)}" rel="noopener noreferrer">{words}</a>' if address else words
