"""What an alias keeps of a merged-away claim: the JSON object `moved` of files, read and written."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from argmap.errors import FormatError
from argmap.model import (
    Alias,
    AliasId,
    Citation,
    CitationId,
    Claim,
    ClaimId,
    Comment,
    CommentId,
    Conflict,
    ConflictId,
    Inference,
    InferenceId,
)
from argmap.model.plain import KIND_NAMES, from_plain, to_plain

if TYPE_CHECKING:
    from argmap.editing.ends import Link
    from argmap.model import ArgumentMap

LinkId = InferenceId | CitationId | ConflictId | CommentId

_PLACES: dict[type[Link], tuple[str, ...]] = {
    Inference: ("target", "premises"),
    Citation: ("claim",),
    Conflict: ("claims",),
    Comment: ("about",),
}
_IDS: dict[type[Link], type[LinkId]] = {
    Inference: InferenceId,
    Citation: CitationId,
    Conflict: ConflictId,
    Comment: CommentId,
}


@dataclass(frozen=True, slots=True)
class Record:
    """A link as it *was*, between the claims it had before any of them was merged away.

    *by* is the alias whose merge took the link itself out of the map: since it says what the link *within* says, or,
    with None there, since nothing is left of it (its premise became its own target).
    """

    was: Link
    within: LinkId | None = None
    by: AliasId | None = None

    @property
    def is_shown(self) -> bool:
        """Whether the link is in the map, between the claims that survive."""
        return self.by is None


@dataclass(slots=True)
class Kept:
    """A merged-away claim: as it was, where it went first, what it gave to the claim there, and the links it had.

    *gave* holds the fields that the claim it was merged *into* took from it, *reworded* the wording that one had before
    the merge and the one it was given. *links* are plain entries by the id of their link.
    """

    claim: Claim
    into: ClaimId
    gave: dict[str, Any] = field(default_factory=dict)
    reworded: tuple[str, str] | None = None
    links: dict[LinkId, dict[str, Any]] = field(default_factory=dict)
    extras: str = ""


def read_kept(alias: Alias) -> Kept:
    """Return what *alias* keeps; what cannot be read in it counts as not there."""
    moved = json.loads(alias.moved) if alias.moved else {}
    into, gave, links = moved.get("into"), moved.get("gave"), moved.get("links")
    kept = Kept(_claim(alias, moved.get("claim")), ClaimId(into) if isinstance(into, str) else alias.survivor)
    kept.extras = alias.extras
    kept.gave = gave if isinstance(gave, dict) else {}
    match moved.get("reworded"):
        case [str(before), str(after)]:
            kept.reworded = (before, after)
    for entry in links if isinstance(links, list) else ():
        id_ = _id_of(entry)
        if id_ is not None:
            kept.links[id_] = entry
    return kept


def alias_of(kept: Kept, survivor: ClaimId) -> Alias:
    """Return the alias that keeps *kept*, now that *survivor* stands for it."""
    plain = to_plain(kept.claim)
    identity = {name: plain.pop(name) for name in ("id", "number", "text")}
    moved: dict[str, Any] = {"claim": plain, "links": [kept.links[id_] for id_ in sorted(kept.links)]}
    if kept.into != survivor:
        moved["into"] = kept.into
    if kept.gave:
        moved["gave"] = kept.gave
    if kept.reworded:
        moved["reworded"] = list(kept.reworded)
    said = json.dumps({name: value for name, value in moved.items() if value})
    return Alias(
        id=AliasId(kept.claim.id),
        survivor=survivor,
        number=identity["number"],
        text=identity["text"],
        moved="" if said == "{}" else said,
        extras=kept.extras,
    )


def read_record(map_: ArgumentMap, entry: dict[str, Any]) -> Record | None:
    """Return the link an entry keeps; None if it cannot be read, or the link was removed from *map_* since."""
    kind = next(kind for kind in _PLACES if KIND_NAMES[kind] in entry)
    plain = entry[KIND_NAMES[kind]]
    by, within = entry.get("by"), entry.get("within")
    try:
        if not isinstance(by, str):
            now = map_.get(_IDS[kind](plain["id"]))
            return None if now is None else Record(from_plain(kind, to_plain(now) | plain))  # type: ignore[arg-type]  # kind is a link
        host = _IDS[kind](within) if isinstance(within, str) else None
        return Record(from_plain(kind, plain), host, AliasId(by))  # type: ignore[arg-type]  # kind is a link
    except FormatError:
        return None


def write_record(record: Record) -> dict[str, Any]:
    """Return the entry for a link: its place alone while it is in the map, and all of it when it is not."""
    kind = type(record.was)
    plain = to_plain(record.was)
    if record.is_shown:
        return {KIND_NAMES[kind]: {name: plain[name] for name in ("id", *_PLACES[kind])}}
    entry = {KIND_NAMES[kind]: plain, "by": record.by}
    return entry if record.within is None else entry | {"within": record.within}


def _claim(alias: Alias, plain: object) -> Claim:
    bare = Claim(id=ClaimId(alias.id), number=alias.number, text=alias.text)
    try:
        claim = from_plain(Claim, (plain if isinstance(plain, dict) else {}) | to_plain(bare))
    except FormatError:
        return bare
    assert isinstance(claim, Claim)
    return replace(claim, extras=claim.extras or alias.extras)


def _id_of(entry: object) -> LinkId | None:
    """Return the id of the link an entry is about, None if it is no entry."""
    if isinstance(entry, dict):
        for kind, id_kind in _IDS.items():
            plain = entry.get(KIND_NAMES[kind])
            if isinstance(plain, dict) and isinstance(plain.get("id"), str):
                return id_kind(plain["id"])
    return None
