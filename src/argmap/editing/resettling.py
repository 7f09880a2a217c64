"""Resettling: where links stand once claims are merged, or taken apart again.

Each link that a merge touches is remembered as it was, between the claims it had. Where it stands follows from that
alone: its claims are replaced by those that survive, and of links that then say the same one is shown. So taking a
claim out again, whenever and in any order, is to work out the same without that merge. What was done to a link by hand
since is first written into how it was.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.editing.ends import Link, alike_near, between, ends, hanging_on, is_circular, what_it_says
from argmap.editing.moved import Record
from argmap.editing.remembering import Remembering
from argmap.model import AliasId, Change, Citation, ClaimId, Comment, Conflict, Inference, InferenceId

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from argmap.editing.moved import LinkId
    from argmap.model import ArgumentMap, Claim, Entity, EntityId


class Resettling:
    """The links around claims that are merged or taken apart; *lost* are those that have no place any more."""

    def __init__(self, map_: ArgumentMap) -> None:
        """Start with every link in its place."""
        self.memory = Remembering(map_)
        self.lost: list[Link] = []
        self._map = map_
        self._records: dict[EntityId, Record] = {}
        self._forgotten: set[EntityId] = set()
        self._merging: AliasId | None = None
        self._shown: dict[EntityId, Link | None] = {}
        self._saying: dict[Hashable, list[Link]] = {}
        self._searched: set[tuple[type[Link], EntityId]] = set()
        self._taken: dict[type[Inference | Comment], set[int]] = {}

    def merge(self, gone: Claim, survivor: ClaimId) -> None:
        """Move what hangs on *gone* to *survivor*."""
        memory = self.memory
        self._merging = AliasId(gone.id)
        for claim in (gone.id, survivor):
            memory.read_aliases_of(claim)
        touched = sorted(hanging_on(self._map, gone.id), key=_by_number)
        for link in touched:
            self._touch(link)
        memory.survivors.update((ClaimId(alias.id), survivor) for alias in self._map.aliases_of(gone.id))
        memory.survivors[gone.id] = survivor
        waiting = deque(link.id for link in touched)
        while waiting:
            id_ = waiting.popleft()
            self._settle_merged(id_, AliasId(gone.id))
            if self._shown[id_] is None:
                for link in hanging_on(self._map, id_):
                    self._touch(link)
                    waiting.append(link.id)

    def unmerge(self, alias: AliasId, moving: set[ClaimId]) -> None:
        """Take what moved with *moving* claims, those merged into the claim of *alias* among them, back to that one."""
        memory = self.memory
        claim = ClaimId(alias)
        memory.read_aliases_of(self._map.aliases[alias].survivor)
        held = [id_ for id_ in memory.kept[alias].links if id_ in memory.records]
        affected = self._affected_by(dict.fromkeys([*memory.mentioning(moving), *held]))
        memory.survivors.update(dict.fromkeys(moving, claim))
        del memory.kept[alias]
        for id_ in affected:
            self._lift(id_)
        for id_ in self._in_order(affected):
            self._settle_unmerged(id_, alias)

    def changes(self) -> Iterator[Change]:
        """Yield the changes to the links."""
        self.memory.write(self._records, self._forgotten, self._merging)
        for id_, link in self._shown.items():
            before = self._map.get(id_)
            if before is not None or link is not None:
                yield Change(before, link)

    # -- how links were ------------------------------------------------------------------------------------------

    def _touch(self, link: Link) -> None:
        """Remember how *link* was, and what it is shown for, and take it out of its place."""
        if link.id not in self._records:
            memory = self.memory
            memory.read_around(link)
            self._records[link.id] = memory.before(link)
            for inside in memory.inside(link.id):
                self._records[inside] = memory.with_edits(memory.records[inside])
        self._lift(link.id)

    def _lift(self, id_: EntityId) -> None:
        link = self._shown[id_] if id_ in self._shown else self._map.get(id_)
        self._shown[id_] = None
        if isinstance(link, Link):
            same = self._saying.get(what_it_says(link), [])
            same[:] = [each for each in same if each.id != id_]

    def _affected_by(self, starts: Iterable[EntityId]) -> list[EntityId]:
        """Remember how all those links were that may stand elsewhere once those at the *starts* do."""
        memory = self.memory
        waiting = list(starts)
        passed = set(waiting)
        found: list[EntityId] = []
        for id_ in waiting:  # grows while it is walked
            record = memory.records[id_]
            memory.read_around(record.was)
            host = memory.now(id_)
            shown = None if host is None else self._map.get(host)
            if isinstance(shown, Link):
                memory.read_around(shown)
            if memory.is_removed(record):
                self._forgotten.add(id_)
                continue
            self._records[id_] = memory.with_edits(record)
            found.append(id_)
            along = [*memory.inside(id_), *(() if record.is_shown else memory.onto(id_))]
            new = [each for each in dict.fromkeys(along) if each not in passed]
            passed.update(new)
            waiting.extend(new)
        return found

    # -- where they stand ----------------------------------------------------------------------------------------

    def _settle_merged(self, id_: EntityId, by: AliasId) -> None:
        """Show a link between the claims that survive, unless another says the same or nothing is left of it."""
        record = self._records[id_]
        link = self._placed(record.was)
        host = None if link is None else self._host(link)
        if link is not None and host is None:
            self._records[id_] = Record(record.was)
            self._show(link)
        else:
            self._records[id_] = Record(record.was, None if host is None else host.id, by)

    def _settle_unmerged(self, id_: EntityId, by: AliasId) -> None:
        """Show a link again, unless it is out of the map for another merge as well."""
        record = self._records[id_]
        owners = self.memory.owners(record, self._records)
        link = self._placed(record.was)
        if record.is_shown:
            self._show(link or self._as_now(record.was))
        elif link is None:
            self._keep_or_lose(record, owners)
        else:
            host = self._host_again(record, link, by) if owners else None
            if host is not None:
                self._records[id_] = Record(record.was, host, self._by(record, owners))
            else:
                self._records[id_] = Record(record.was)
                self._show(self._with_a_number(link))

    def _as_now(self, was: Link) -> Link:
        now = self._map.get(was.id)
        return now if isinstance(now, Link) else was

    def _keep_or_lose(self, record: Record, owners: list[AliasId]) -> None:
        """Keep a link that has no place out of the map if a merge explains it, and give it up if not."""
        if owners and self._is_kept_out(record.was):
            hidden = record.within is not None and self.memory.host(record.within, self._records) is None
            within = record.within if hidden else None
            self._records[record.was.id] = Record(record.was, within, self._by(record, owners))
        else:
            del self._records[record.was.id]
            self._forgotten.add(record.was.id)
            self.lost.append(record.was)

    def _by(self, record: Record, owners: list[AliasId]) -> AliasId:
        """Return the alias by whose merge a link is still out of the map."""
        by = record.by
        return by if by is not None and self.memory.is_away(ClaimId(by)) else owners[0]

    def _is_kept_out(self, was: Link) -> bool:
        """Whether a link has no place for a merge alone: its ends are one claim, or its target is out of the map."""
        homes = [self._home(end) for end in ends(was)]
        if isinstance(was, Conflict):
            return None not in homes
        target = ends(was)[0]
        record = self._records.get(target) or self.memory.records.get(target)
        if target in self._forgotten or record is None or record.is_shown:
            return between(was, homes) is not None
        return not self.memory.is_removed(record)

    def _placed(self, was: Link) -> Link | None:
        """Return a link between the claims that survive; None if nothing is left of it."""
        if isinstance(was, Citation) and was.source not in self._map.sources:
            return None
        link = between(was, [self._home(end) for end in ends(was)])
        return None if link is None or (is_circular(link) and not is_circular(was)) else link

    def _home(self, id_: EntityId) -> EntityId | None:
        """Return what will stand for a claim or a link, None where nothing does."""
        if isinstance(id_, ClaimId):
            home = self.memory.survivors.get(id_) or self.memory.now(id_)
            return home if home in self._map.claims or self.memory.survivors.get(home) == home else None  # type: ignore[call-overload]  # a claim's id
        if isinstance(id_, InferenceId):
            host = self.memory.host(id_, self._records)
            there = host is not None and (self._shown.get(host) is not None or host in self._map.inferences)
            return host if there else None
        return id_

    # -- which of those that say the same is shown -----------------------------------------------------------------

    def _show(self, link: Link) -> None:
        self._shown[link.id] = link
        self._saying.setdefault(what_it_says(link), []).append(link)

    def _saying_the_same(self, link: Link) -> list[Link]:
        """Return the other links that will be shown and say what *link* says."""
        place = type(link), ends(link)[0]
        if place not in self._searched:
            self._searched.add(place)
            for each in alike_near(self._map, link):
                if each.id not in self._shown:
                    self._saying.setdefault(what_it_says(each), []).append(each)
        return [each for each in self._saying.get(what_it_says(link), ()) if each.id != link.id]

    def _host(self, link: Link) -> Link | None:
        """Return the link that is to be shown for *link* as well; not one that said the same before, and was shown."""
        was = self._map.get(link.id)
        found = [each for each in self._saying_the_same(link) if not _say_the_same(self._map.get(each.id), was)]
        return min(found, key=self._by_preference, default=None)

    def _host_again(self, record: Record, link: Link, by: AliasId) -> LinkId | None:
        """Return what *link* is still within, or is now; not what the same merge had taken out with it."""
        found = self._saying_the_same(link)
        if record.by == by:
            found = [each for each in found if each.id not in self._records or not self._was_taken_out(each.id, by)]
        ids = [each.id for each in sorted(found, key=self._by_preference)]
        still = record.within is not None and self.memory.host(record.within, self._records) in ids
        return record.within if still else next(iter(ids), None)

    def _was_taken_out(self, id_: EntityId, by: AliasId) -> bool:
        record = self.memory.records.get(id_)
        return record is not None and record.by == by

    def _by_preference(self, link: Link) -> tuple[bool, int, str]:
        """Sort the links that no merge has touched first."""
        return (link.id in self._records, *_by_number(link))

    def _in_order(self, affected: Iterable[EntityId]) -> list[EntityId]:
        """Sort links behind those they bear on, those that are shown first."""
        depths: dict[EntityId, int] = {}
        for id_ in affected:
            chain = dict.fromkeys([id_])
            last = id_
            while (target := ends(self._records[last].was)[0]) in self._records and target not in depths:
                if target in chain:
                    break
                chain[target] = None
                last = target
            depth = depths.get(target, -1)
            for link in reversed(chain):
                depth += 1
                depths[link] = depth
        return sorted(affected, key=lambda id_: (depths[id_], not self._records[id_].is_shown, self._chain(id_), id_))

    def _chain(self, id_: EntityId) -> int:
        """Count the links through which a link is shown."""
        passed = {id_}
        record = self._records.get(id_)
        while record is not None and record.within is not None and record.within not in passed:
            passed.add(record.within)
            record = self._records.get(record.within)
        return len(passed)

    def _with_a_number(self, link: Link) -> Link:
        """Return *link* with its number, or a new one where somebody has that."""
        if not isinstance(link, Inference | Comment):
            return link
        kind = type(link)
        taken = self._taken.setdefault(kind, set())
        if self._map.numbered(kind, link.number) is not None or link.number in taken:
            link = replace(link, number=max(self._map.next_number(kind), max(taken, default=0) + 1))
        taken.add(link.number)
        return link


def _say_the_same(one: Entity | None, other: Entity | None) -> bool:
    return isinstance(one, Link) and isinstance(other, Link) and what_it_says(one) == what_it_says(other)


def _by_number(link: Link) -> tuple[int, str]:
    return (link.number if isinstance(link, Inference | Comment) else 0), link.id
