"""The columns of a table of claims: what each is called when it is written, and by what other names it is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.formats.carried import CARRIED

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMES: dict[str, tuple[str, ...]] = {
    "id": ("number", "no", "nr", "key", "claim id", "claim number", "node id", "label"),
    "claim": (
        "claims", "claim text", "text", "statement", "statements", "proposition", "sentence", "thesis", "assertion",
        "argument", "point", "content", "title", "name",
    ),
    "relation": (
        "relation type", "relationship", "stance", "polarity", "pro con", "for against", "pro or con", "for or against",
        "sign", "side", "bears", "link type", "role", "type", "kind",
    ),
    "parent": (
        "parent id", "parent claim", "parents", "target", "target id", "under", "on", "bears on", "replies to",
        "reply to", "conclusion", "to", "parent number", "parent text",
    ),
    "inference": (
        "group", "group id", "together", "co premises", "co premise", "needs", "step", "argument id", "bundle",
    ),
    "question": ("issue", "the question", "map question"),
    "source": ("sources", "citation", "citations", "reference", "references", "url", "link", "found in"),
    "said by": ("author", "speaker", "who", "asserted by", "participant", "by"),
    "quote": ("quotation", "exact words", "passage", "excerpt"),
    "page": ("pages", "p"),
    "paragraph": ("para", "paragraphs"),
    "note": ("notes", "comment", "comments", "remark", "remarks", "description", "details", "explanation"),
    "tags": ("tag", "topics", "topic", "keywords", "categories", "category", "labels"),
    "credence": ("belief", "confidence", "probability", "likelihood"),
    "implicit": ("implied", "unstated"),
    "date": ("as of", "as of date"),
    "relevance": ("strength", "weight"),
    "warrant": ("why", "because of"),
    "scheme": ("pattern", "argument scheme"),
    CARRIED: (),
}  # fmt: skip
"""Each column by the name it is written with, and the other names it is read by, the likeliest first."""

ALWAYS = ("id", "claim", "relation", "parent", "inference", "source", "note", "tags")
"""The columns that every table has that is written; others only where something stands in them."""

_SPACES = re.compile(r"[\W_]+")
_RANKS = {name: (column, rank) for column, names in NAMES.items() for rank, name in enumerate((column, *names))}


def plain_name(header: str) -> str:
    """Return *header* as it is compared: in small letters, words apart by single spaces."""
    return _SPACES.sub(" ", header.casefold()).strip()


def columns_of(headers: Sequence[str]) -> list[str]:
    """Return what each of *headers* stands for, empty for what is none of ours; each column is meant once."""
    found: dict[str, tuple[int, int]] = {}
    for place, header in enumerate(headers):
        column, rank = _RANKS.get(plain_name(header), ("", 0))
        if column and (column not in found or rank < found[column][0]):
            found[column] = (rank, place)
    meant = {place: column for column, (_, place) in found.items()}
    return [meant.get(place, "") for place in range(len(headers))]
