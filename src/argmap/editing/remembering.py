"""Remembering: how links were before claims were merged, read from the aliases, and written back to them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.editing.ends import Link, ends, with_edits
from argmap.editing.moved import Kept, Record, alias_of, read_kept, read_record, write_record
from argmap.model import AliasId, Change, ClaimId, InferenceId

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.model import Alias, ArgumentMap, EntityId


class Remembering:
    """What the aliases of a map remember of links; only the aliases that are asked for are read.

    How a link was is the same in each alias of a claim it had. *kept* is what will be remembered, and *survivors* who
    will stand for a merged-away claim: itself where it comes back.
    """

    def __init__(self, map_: ArgumentMap) -> None:
        """Start with nothing read."""
        self.map = map_
        self.kept: dict[AliasId, Kept] = {}
        self.survivors: dict[ClaimId, ClaimId] = {}
        self.records: dict[EntityId, Record] = {}
        self.edited: set[AliasId] = set()
        self._read_around: set[tuple[EntityId, tuple[EntityId, ...]]] = set()
        self._inside: dict[EntityId, list[EntityId]] = {}
        self._onto: dict[EntityId, list[EntityId]] = {}
        self._holding: dict[EntityId, set[AliasId]] = {}

    def read_aliases_of(self, claim: EntityId) -> None:
        """Read what was merged into *claim*."""
        for alias in self.map.aliases_of(claim):
            self._read(alias)

    def read_around(self, link: Link) -> None:
        """Read all that may remember *link*: the aliases of its claims, and of those its target hangs on."""
        now: Link | None = link
        while now is not None and (now.id, ends(now)) not in self._read_around:
            self._read_around.add((now.id, ends(now)))
            for end in ends(now):
                survivor = self.now(end) if isinstance(end, ClaimId) else None
                if survivor is not None:
                    self.read_aliases_of(survivor)
            target = ends(now)[0]
            now = self.map.inferences.get(target) if isinstance(target, InferenceId) else None

    def mentioning(self, claims: set[ClaimId]) -> list[EntityId]:
        """Return the links remembered to have had one of *claims*."""
        return [id_ for id_, record in self.records.items() if claims.intersection(ends(record.was))]

    def inside(self, host: EntityId) -> list[EntityId]:
        """Return the links that are not shown since the link *host* says the same, and those inside them."""
        found = dict.fromkeys(self._inside.get(host, ()))
        waiting = list(found)
        for id_ in waiting:
            new = [inner for inner in self._inside.get(id_, ()) if inner not in found]
            found.update(dict.fromkeys(new))
            waiting.extend(new)
        return waiting

    def onto(self, target: EntityId) -> list[EntityId]:
        """Return the links remembered to have borne on *target*."""
        return self._onto.get(target, [])

    def now(self, id_: EntityId) -> EntityId | None:
        """Return what stands for a claim or a link in the map as it is, None where nothing does."""
        if isinstance(id_, ClaimId):
            alias = self.map.aliases.get(AliasId(id_))
            return id_ if alias is None else alias.survivor
        return self.host(id_, {})

    def host(self, id_: EntityId, newer: Mapping[EntityId, Record]) -> EntityId | None:
        """Return the link that is shown for the link *id_*, itself if it is shown; *newer* records go first."""
        passed: set[EntityId] = set()
        while id_ not in passed:
            passed.add(id_)
            record = newer.get(id_) or self.records.get(id_)
            if record is None or record.is_shown:
                return id_
            if record.within is None:
                return None
            id_ = record.within
        return None

    def is_removed(self, record: Record) -> bool:
        """Whether a link went since, with the link that was shown for it."""
        host = self.now(record.was.id)
        return host is not None and self.map.get(host) is None

    def before(self, link: Link) -> Record:
        """Return how *link*, which is shown, was before any claim was merged."""
        record = self.records.get(link.id)
        return Record(link) if record is None else self.with_edits(record)

    def with_edits(self, record: Record) -> Record:
        """Return how a link was, with what was done by hand since to the link that is shown for it."""
        host = self.now(record.was.id)
        shown = None if host is None else self.map.get(host)
        if not isinstance(shown, Link):
            return record
        return replace(record, was=with_edits(record.was, shown, self.now))

    def owners(self, record: Record, newer: Mapping[EntityId, Record]) -> list[AliasId]:
        """Return the aliases by which a link is not what it was: of its own claims, or of those of its target."""
        found: set[AliasId] = set()
        for now in self._chain(record, newer):
            if now is record or not now.is_shown:
                found.update(self._away_at_its_ends(now))
            else:
                break
        return sorted(found)

    def is_away(self, claim: ClaimId) -> bool:
        """Whether *claim* is merged away, once the edit is done."""
        survivor = self.survivors.get(claim)
        return AliasId(claim) in self.map.aliases if survivor is None else survivor != claim

    def write(
        self, newer: Mapping[EntityId, Record], forgotten: Iterable[EntityId], merging: AliasId | None = None
    ) -> None:
        """Remember *newer* records, in the alias that is *merging* as well, and forget others."""
        for id_ in forgotten:
            self._note(id_, None, self._holders(id_))
        concerned: dict[EntityId, set[AliasId]] = {}
        for id_, record in newer.items():
            holders = self._holders(id_)
            if merging is not None:
                self._note(id_, record, {*holders, merging})
                continue
            owners = self.owners(record, newer)
            known = self.records.get(id_)
            fitting = holders & self._concerned(record, newer, concerned)
            self._note(id_, None, holders - fitting)
            if not fitting:
                fitting.update(owners)
            elif known is not None and not known.is_shown and (record.is_shown or record.within != known.within):
                fitting.update(self._away_at_its_ends(record))
            self._note(id_, record if owners else None, fitting)

    def changes(self) -> Iterator[Change]:
        """Yield the changes to the aliases that remember something else now."""
        for alias_id in sorted(self.edited & self.kept.keys()):
            kept = self.kept[alias_id]
            before = self.map.aliases.get(alias_id)
            survivor = self.survivors.get(kept.claim.id) or (kept.into if before is None else before.survivor)
            yield Change(before, alias_of(kept, survivor))

    def _chain(self, record: Record, newer: Mapping[EntityId, Record]) -> Iterator[Record]:
        """Yield a record, and those of the links that it bears on."""
        passed: set[EntityId] = set()
        now: Record | None = record
        while now is not None and now.was.id not in passed:
            passed.add(now.was.id)
            yield now
            target = ends(now.was)[0]
            now = newer.get(target) or self.records.get(target)

    def _concerned(
        self, record: Record, newer: Mapping[EntityId, Record], known: dict[EntityId, set[AliasId]]
    ) -> set[AliasId]:
        """Return the aliases that may remember a link: of all claims on the way of its own to those that survive."""
        chain: list[Record] = []
        found: set[AliasId] = set()
        for now in self._chain(record, newer):
            if now.was.id in known:
                found = known[now.was.id]
                break
            chain.append(now)
        for now in reversed(chain):
            found = known[now.was.id] = found | self._on_the_way(now)
        return found

    def _on_the_way(self, record: Record) -> set[AliasId]:
        found: set[AliasId] = set()
        waiting = list(self._away_at_its_ends(record))
        while waiting:
            alias = waiting.pop()
            if alias not in found and alias in self.kept:
                found.add(alias)
                waiting.append(AliasId(self.kept[alias].into))
        return found

    def _away_at_its_ends(self, record: Record) -> Iterator[AliasId]:
        for end in ends(record.was):
            if isinstance(end, ClaimId) and self.is_away(end):
                yield AliasId(end)

    def _holders(self, id_: EntityId) -> set[AliasId]:
        """Return the aliases that remember a link and stay."""
        return {alias for alias in self._holding.get(id_, ()) if alias in self.kept}

    def _note(self, id_: EntityId, record: Record | None, holders: Iterable[AliasId]) -> None:
        entry = None if record is None else write_record(record)
        for holder in holders:
            links = self.kept[holder].links
            if links.get(id_) != entry:  # type: ignore[call-overload]  # a link's id
                self.edited.add(holder)
                if record is None or entry is None:
                    links.pop(id_, None)  # type: ignore[call-overload]  # the same
                else:
                    links[record.was.id] = entry

    def _read(self, alias: Alias) -> None:
        if alias.id in self.kept or not self.is_away(ClaimId(alias.id)):
            return
        kept = self.kept[alias.id] = read_kept(alias)
        for id_, entry in kept.links.items():
            self._holding.setdefault(id_, set()).add(alias.id)
            record = None if id_ in self.records else read_record(self.map, entry)
            if record is not None:
                self.records[id_] = record
                self._onto.setdefault(ends(record.was)[0], []).append(id_)
                if record.within is not None:
                    self._inside.setdefault(record.within, []).append(id_)
