"""Build the sample maps in argmaps/ from their reviewable text in data/: ``python tools/build_maps.py [--check]``.

The same text gives the same map: ids are derived from the map's key and the entry's key, author and time are fixed.
"""

from __future__ import annotations

import json
import sys
import tempfile
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

import yaml

from argmap.formats import write
from argmap.model import (
    About,
    ArgumentMap,
    Citation,
    CitationId,
    Claim,
    ClaimId,
    Conflict,
    ConflictId,
    ConflictKind,
    Dependence,
    DependenceId,
    Entity,
    EntityId,
    Inference,
    InferenceId,
    MapId,
    Passage,
    Polarity,
    Source,
    SourceId,
    Term,
    TermId,
    added,
)
from argmap.model.order import keys
from argmap.store import Kind, MapFile, Record
from argmap.store.header import version_of

ROOT = Path(__file__).parents[1]
MAPS = ROOT / "data" / "maps"
SOURCES = ROOT / "data" / "sources"
BUILT = ROOT / "argmaps"

AUTHOR = "argmap"
TIME = 1_795_219_200_000
"""When the maps were made, as far as their history says: 2026-11-21, in milliseconds since 1970."""

Entry = dict[str, Any]
Id = TypeVar("Id", bound=EntityId)


class TextError(Exception):
    """The text of a map says something that cannot be built."""


class Builder:
    """Builds the entities of one map from its text."""

    def __init__(self, text: Entry) -> None:
        """Take the parsed text of one map."""
        self._text = dict(text)
        self._map = self._take(self._text.pop("map"), "map", required=("key", "question"))
        self.key: str = self._map["key"]
        self._inferences = {str(entry["key"]) for entry in text.get("inferences", ())}

    def entities(self) -> list[Entity]:
        """Return everything the map holds, in the order of its text."""
        found: list[Entity] = [self._about()]
        for section, build in (
            ("sources", self._source),
            ("claims", self._claim),
            ("conflicts", self._conflict),
            ("dependences", self._dependence),
        ):
            for entry in self._text.pop(section, ()):
                found.extend(build(dict(entry)))
        found.extend(self._inferences_of(self._text.pop("inferences", [])))
        found.extend(Term(id=self._id(TermId, f"term {words[0]}"), words=tuple(words)) for words in self._terms())
        if self._text:
            message = f"{self.key}: unknown section {next(iter(self._text))}"
            raise TextError(message)
        return found

    def _terms(self) -> list[list[str]]:
        terms: list[list[str]] = self._text.pop("terms", [])
        return terms

    def _id(self, kind: type[Id], key: str) -> Id:
        return kind(blake2b(f"{self.key}/{key}".encode(), digest_size=16).hexdigest())

    def _about(self) -> About:
        entry = self._map
        return About(
            id=self._id(MapId, "map"),
            title=entry.get("title", ""),
            question=entry["question"],
            description=entry.get("description", ""),
            language=entry.get("language", ""),
        )

    def _source(self, entry: Entry) -> list[Entity]:
        self._take(entry, "sources", required=("key", "number", "record"))
        record = read_record(entry["record"])
        kept = {name: record.pop(name) for name in ("date-bounds", "text-problems", "independence") if name in record}
        return [
            Source(
                id=self._id(SourceId, entry["key"]),
                number=entry["number"],
                title=record["title"],
                author="; ".join(f"{name['family']}, {name['given']}" for name in record.get("author", ())),
                container_title=record.get("container-title", ""),
                issued=record.get("issued", ""),
                publisher=record.get("publisher", ""),
                url=record.get("URL", ""),
                accessed=record.get("accessed", ""),
                genre=record.get("genre", ""),
                language=record.get("language", ""),
                note=record.get("note", ""),
                extras=json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":")) if kept else "",
            )
        ]

    def _claim(self, entry: Entry) -> list[Entity]:
        known = ("note", "position", "tags", "implicit", "as_of", "credence", "cites", "gold")
        self._take(entry, "claims", required=("key", "number", "text"), known=known)
        claim = self._id(ClaimId, entry["key"])
        place = entry.get("position")
        gold = entry.get("gold")
        made = Claim(
            id=claim,
            number=entry["number"],
            text=entry["text"],
            note=entry.get("note", ""),
            credence=entry.get("credence"),
            implicit=entry.get("implicit", False),
            position=None if place is None else keys(place)[-1],
            as_of=entry.get("as_of", ""),
            tags=tuple(entry.get("tags", ())),
            extras=json.dumps({"gold": gold}, separators=(",", ":")) if gold else "",
        )
        cites = entry.get("cites", [])
        orders = keys(len(cites))
        return [made, *(self._citation(claim, entry["key"], n, dict(cite), orders[n]) for n, cite in enumerate(cites))]

    def _citation(self, claim: ClaimId, key: str, place: int, entry: Entry, order: str) -> Citation:
        known = ("paragraph", "page", "asserted_by", "via", "as_of", "inferred", "uncertain", "note")
        self._take(entry, "cites", required=("source",), known=known)
        source = self._id(SourceId, entry.pop("source"))
        id_ = self._id(CitationId, f"{key} cites {place}")
        return Citation(id=id_, claim=claim, source=source, order=order, **entry)

    def _inferences_of(self, entries: list[Entry]) -> list[Inference]:
        counts: dict[str, int] = {}
        found = []
        for entry in entries:
            known = ("supports", "opposes", "warrant", "scheme", "relevance")
            self._take(entry, "inferences", required=("key", "number", "premises"), known=known)
            polarity = Polarity.SUPPORTS if "supports" in entry else Polarity.OPPOSES
            target = str(entry[polarity.value])
            counts[target] = counts.get(target, 0) + 1
            found.append(
                Inference(
                    id=self._id(InferenceId, entry["key"]),
                    number=entry["number"],
                    polarity=polarity,
                    target=self._id(InferenceId, target) if target in self._inferences else self._id(ClaimId, target),
                    premises=tuple(self._id(ClaimId, premise) for premise in entry["premises"]),
                    warrant=entry.get("warrant", ""),
                    scheme=entry.get("scheme", ""),
                    relevance=entry.get("relevance"),
                    order=keys(counts[target])[-1],
                )
            )
        return found

    def _conflict(self, entry: Entry) -> list[Entity]:
        self._take(entry, "conflicts", required=("key", "claims"), known=("kind", "note"))
        first, second = (self._id(ClaimId, claim) for claim in entry["claims"])
        kind = ConflictKind(entry.get("kind", "contrary"))
        id_ = self._id(ConflictId, entry["key"])
        return [Conflict(id=id_, claims=(first, second), kind=kind, note=entry.get("note", ""))]

    def _dependence(self, entry: Entry) -> list[Entity]:
        self._take(entry, "dependences", required=("key", "passages"), known=("note",))
        first, second = (
            Passage(self._id(SourceId, passage["source"]), passage.get("paragraph", ""))
            for passage in entry["passages"]
        )
        id_ = self._id(DependenceId, entry["key"])
        return [Dependence(id=id_, passages=(first, second), note=entry.get("note", ""))]

    def _take(self, entry: Entry, section: str, *, required: tuple[str, ...], known: tuple[str, ...] = ()) -> Entry:
        """Refuse an entry that lacks a field or has one that is not known."""
        allowed = {*required, *known, *(("title", "description", "language") if section == "map" else ())}
        wrong = [name for name in required if name not in entry] + [name for name in entry if name not in allowed]
        if wrong:
            message = f"{section}: “{wrong[0]}” is missing or unknown in {entry}"
            raise TextError(message)
        return entry


def read_record(key: str) -> Entry:
    """Return the bibliographic front matter of a source."""
    _, front, _ = (SOURCES / f"{key}.md").read_text(encoding="utf-8").split("---\n", 2)
    record: Entry = yaml.safe_load(front)
    return record


def build(text: Path, folder: Path) -> Path:
    """Build one map from its text into *folder*; returns the file."""
    builder = Builder(yaml.safe_load(text.read_text(encoding="utf-8")))
    entities = builder.entities()
    ArgumentMap(entities)
    path = folder / place_of(text)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    session = blake2b(builder.key.encode(), digest_size=16).hexdigest()
    record = Record(label="Build the map from its text", kind=Kind.NEW, author=AUTHOR, at=TIME, session=session)
    MapFile.create(path, record, [added(entity) for entity in entities], copy_id=session)
    MapFile(path).read()
    return path


def place_of(text: Path) -> Path:
    """Return where the map of *text* goes: maps of one source stand in a folder of their own."""
    single = text.stem.startswith("iraq-") and text.stem != "iraq-troops"
    return Path("iraq" if single else ".") / f"{text.stem}.argmap"


def difference(committed: Path, built: Path) -> str:
    """Say how a committed map differs from the one built from the text; nothing if they are the same.

    Compared are what the maps hold, as canonical JSON, and their whole histories.
    """
    if not committed.is_file():
        return "is missing"
    if version_of(committed) != version_of(built):
        return "is of an older format"
    old, new = MapFile(committed), MapFile(built)
    if write(old.read().map, "json").content != write(new.read().map, "json").content:
        return "holds another map than its text says"
    if old.history() != new.history() or any(
        old.changes_of(record.id) != new.changes_of(record.id) for record in new.history()
    ):
        return "has another history"
    return ""


def main() -> int:
    """Build every map, or with ``--check`` only say which ones are not what their text says."""
    texts = sorted(MAPS.glob("*.yaml"))
    stale = 0
    with tempfile.TemporaryDirectory() as scratch:
        for text in texts:
            built = build(text, Path(scratch))
            place = BUILT / place_of(text)
            differs = difference(place, built)
            if differs and "--check" in sys.argv:
                print(f"{place.relative_to(ROOT)} {differs}: run python tools/build_maps.py")
                stale += 1
            elif differs:
                build(text, BUILT)
                map_ = MapFile(place).read().map
                print(f"{place.relative_to(ROOT)}: {len(map_.claims)} claims, {len(map_.inferences)} inferences")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
