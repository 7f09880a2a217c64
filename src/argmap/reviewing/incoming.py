"""Incoming: what another map brings, as it is to stand in this one, and what is told about it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from argmap.editing.ends import Link, between, ends, is_circular
from argmap.editing.moved import alias_of, read_kept
from argmap.model import (
    Alias,
    AliasId,
    ArgumentMap,
    Change,
    Citation,
    Claim,
    ClaimId,
    Comment,
    Conflict,
    Dependence,
    Distinct,
    Inference,
    MapId,
    Passage,
    Source,
    SourceId,
    Term,
    added,
)
from argmap.model.order import key_after
from argmap.reviewing.recognising import KnownSources
from argmap.wording import normal_form

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from argmap.model import Entity, EntityId

_Numbered = TypeVar("_Numbered", Claim, Inference, Source, Comment)


@dataclass(slots=True)
class Report:
    """What came in, what was here already, and what was left out.

    *claims*, *inferences*, *sources* and *citations* count what is new; *known* what was here under the same id, and
    *differing* names what of it says something else here, which stays. *same_sources* and *one_voice* pair labels:
    theirs and ours.
    *joined* counts claims that were merged for having the same words, *unjoined* those that a person must look at.
    """

    claims: int = 0
    inferences: int = 0
    sources: int = 0
    citations: int = 0
    known: int = 0
    joined: int = 0
    unjoined: int = 0
    same_question: bool = False
    positions: tuple[str, ...] = ()
    differing: list[str] = field(default_factory=list)
    same_sources: list[tuple[str, str]] = field(default_factory=list)
    one_voice: list[tuple[str, str]] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


class Incoming:
    """What another map brings: which of its entities are here, and what the others become here."""

    def __init__(self, map_: ArgumentMap, other: ArgumentMap) -> None:
        self.report = Report()
        self._map = map_
        self._other = other
        self._sources: dict[SourceId, SourceId] = {}
        self._kept_out = {id_ for alias in map_.aliases.values() for id_ in read_kept(alias).links}
        self._made: set[Hashable] = set()
        self._voices: list[tuple[SourceId, SourceId]] = []

    def changes(self) -> Iterable[Change]:
        """Return the changes that bring it in, each after what it hangs on."""
        sources = self._new_sources()
        claims = self._new_claims()
        aliases = self._new_aliases(max((claim.number for claim in claims), default=0))
        inferences = self._new_inferences()
        around = [*self._new_ties(), *self._new_comments(), *self._new_dependences(), *self._new_verdicts()]
        self._leave_about()
        report = self.report
        report.claims, report.inferences, report.sources = len(claims), len(inferences), len(sources)
        report.citations = sum(isinstance(each, Citation) for each in around)
        made: list[Entity] = [*claims, *inferences, *sources, *around, *aliases]
        return [*map(added, made), *self._terms()]

    def _leave_about(self) -> None:
        """Tell what the other map says of itself as a whole and this one does not: it has no place here."""
        theirs, ours = self._other.about, self._map.about
        if theirs.description not in ("", ours.description):
            self.report.left_out.append("What it says of itself in its description; this map keeps its own.")
        if theirs.extras not in ("", ours.extras):
            self.report.left_out.append(
                "What it keeps as a whole for another format, such as locutions or front matter."
            )

    # -- what is here ----------------------------------------------------------------------------------------------

    def _unknown(self, entities: Iterable[_Numbered]) -> list[_Numbered]:
        """Return those of *entities* that are not here, by number; of those that are, note which differ."""
        found: list[_Numbered] = []
        for entity in sorted(entities, key=lambda entity: (entity.number, entity.id)):
            here = self._map.current(entity)
            if here is not None:
                self.report.known += 1
                if not self._says_the_same(entity, here):
                    self.report.differing.append(here.label)  # type: ignore[union-attr]  # what has a number has a label
            elif entity.id not in self._kept_out and not self._is_merged_here(entity):
                found.append(entity)
        return found

    def _says_the_same(self, theirs: Entity, ours: Entity) -> bool:
        """Whether two entities of one id agree, but for their numbers, and where links only stand elsewhere."""
        if isinstance(theirs, Claim) and isinstance(ours, Claim):
            return replace(theirs, number=ours.number, position=ours.position) == ours
        if isinstance(theirs, Link) and isinstance(ours, Link):
            theirs = between(theirs, ends(ours)) or theirs
        return replace(theirs, number=ours.number) == ours  # type: ignore[union-attr,arg-type]  # numbered both

    def _is_merged_here(self, entity: Entity) -> bool:
        is_merged = isinstance(entity, Claim) and AliasId(entity.id) in self._map.aliases
        self.report.known += is_merged
        return is_merged

    def _here(self, id_: EntityId) -> EntityId | None:
        """Return what stands here for a claim, an inference or the map of the other file; None: nothing does."""
        if isinstance(id_, MapId):
            return self._map.about.id
        alias = self._map.aliases.get(AliasId(id_)) if isinstance(id_, ClaimId) else None
        known = id_ if alias is None else alias.survivor
        return known if known in self._made or self._map.get(known) is not None else None

    def _numbered(self, kind: type[_Numbered], new: list[_Numbered]) -> list[_Numbered]:
        """Give what is new numbers of its own; it keeps those it has where none of them was ever given here."""
        first = self._map.next_number(kind)
        numbers = [each.number for each in new]
        if len(set(numbers)) < len(numbers) or any(number < first for number in numbers):
            new = [replace(each, number=number) for number, each in enumerate(new, first)]
        self._made.update(each.id for each in new)
        return new

    # -- what is new -----------------------------------------------------------------------------------------------

    def _new_sources(self) -> list[Source]:
        known = KnownSources(self._map.sources.values())
        new: list[Source] = []
        for source in self._unknown(self._other.sources.values()):
            same = known.same_as(source)
            if same is None:
                self._hear(source, known.one_voice_with(source))
                known.add(source)
                new.append(source)
            else:
                self._sources[source.id] = same.id
                self.report.same_sources.append((source.label, same.label))
        return self._numbered(Source, new)

    def _hear(self, source: Source, other: Source | None) -> None:
        """Remember that theirs prints the same words as one of ours, so that both together are one witness."""
        if other is not None and other.id in self._map.sources:
            self._voices.append((source.id, other.id))
            self.report.one_voice.append((source.label, other.label))

    def _new_claims(self) -> list[Claim]:
        self.report.same_question = normal_form(self._map.about.question) == normal_form(self._other.about.question)
        new = self._numbered(Claim, self._unknown(self._other.claims.values()))
        places = {claim.id: place for place, claim in enumerate(self._other.positions())}
        positions = sorted((claim for claim in new if claim.is_position), key=lambda claim: places[claim.id])
        self.report.positions = tuple(claim.label for claim in positions)
        last = self._map.positions()[-1].position if self._map.positions() else None
        keys: dict[ClaimId, str | None] = {}
        for claim in positions:
            keys[claim.id] = last = key_after(last) if self.report.same_question else None
        return [replace(claim, position=keys.get(claim.id)) for claim in new]

    def _new_aliases(self, highest: int) -> list[Alias]:
        """Return the aliases that are new, with the claims they stand for; a claim that is here stays apart."""
        number = max(self._map.next_number(Claim) - 1, highest)
        made: list[Alias] = []
        for alias in sorted(self._other.aliases.values(), key=lambda alias: (alias.number, alias.id)):
            claim = ClaimId(alias.id)
            survivor = self._here(alias.survivor)
            if claim in self._map.claims and survivor is not None and survivor != claim:
                label = self._map.claims[claim].label
                there = self._map.claims[ClaimId(survivor)].label if survivor in self._map.claims else "another claim"
                self.report.differing.append(f"{label} (merged into {there} there)")
            if alias.id in self._map.aliases or claim in self._map.claims or survivor is None:
                continue
            number += 1
            kept = read_kept(alias)
            for entry in kept.links.values():
                cited = entry.get("citation", {})
                if cited.get("source") in self._sources:
                    entry["citation"] = cited | {"source": self._sources[SourceId(cited["source"])]}
            kept.claim = replace(kept.claim, number=number)
            made.append(alias_of(kept, ClaimId(survivor)))
        return made

    def _new_inferences(self) -> list[Inference]:
        unknown = self._unknown(self._other.inferences.values())
        self._made.update(each.id for each in unknown)
        standing = {each.id: each for each in map(self._placed, unknown) if isinstance(each, Inference)}
        lost = [each.id for each in unknown if each.id not in standing]
        for id_ in lost:  # grows while it is walked: what bears on an inference that cannot come cannot come either
            self._made.discard(id_)
            new = [each.id for each in self._other.bearing_on(id_) if standing.pop(each.id, None) is not None]
            lost.extend(new)
        out = [each.label for each in unknown if each.id not in standing]
        if out:
            self.report.left_out.append(f"{', '.join(out)}: their ends are one claim here, or not here at all.")
        return self._numbered(Inference, [standing[each.id] for each in unknown if each.id in standing])

    def _placed(self, link: Link) -> Link | None:
        """Return a link of the other map between what stands here for its ends; None where it cannot stand."""
        placed = between(link, [self._here(end) for end in ends(link)])
        return None if placed is None or (is_circular(placed) and not is_circular(link)) else placed

    def _new_ties(self) -> list[Entity]:
        """Return the new citations, where their source came along, and conflicts."""
        made: list[Entity] = []
        for citation in self._other.citations.values():
            if citation.id not in self._map.citations and citation.id not in self._kept_out:
                at_home = replace(citation, source=self._sources.get(citation.source, citation.source))
                placed = self._placed(at_home)
                if placed is not None and (at_home.source in self._made or at_home.source in self._map.sources):
                    made.append(placed)
        return [*made, *self._new_conflicts()]

    def _new_conflicts(self) -> Iterable[Conflict]:
        """Yield the conflicts of pairs that nobody recorded here."""
        said = {frozenset(conflict.claims) for conflict in self._map.conflicts.values()}
        for conflict in self._other.conflicts.values():
            is_here = conflict.id in self._kept_out or conflict.id in self._map.conflicts
            placed = None if is_here else self._placed(conflict)
            if isinstance(placed, Conflict) and frozenset(placed.claims) not in said:
                said.add(frozenset(placed.claims))
                yield placed

    def _new_comments(self) -> list[Comment]:
        placed = [self._placed(comment) for comment in self._unknown(self._other.comments.values())]
        return self._numbered(Comment, [each for each in placed if isinstance(each, Comment)])

    def _new_dependences(self) -> list[Dependence]:
        made: list[Dependence] = []
        for dependence in self._other.dependences.values():
            first, second = (
                Passage(self._sources.get(passage.source, passage.source), passage.paragraph)
                for passage in dependence.passages
            )
            known = (each.passages for each in self._map.dependences_of(first.source))
            is_said = any({*passages} == {first, second} for passages in known)
            if dependence.id not in self._map.dependences and first != second and not is_said:
                made.append(replace(dependence, passages=(first, second)))
        said = {frozenset(passage.source for passage in dependence.passages) for dependence in made}
        return [*made, *(_printed_twice(*pair) for pair in self._voices if frozenset(pair) not in said)]

    def _new_verdicts(self) -> list[Distinct]:
        judged = {frozenset(distinct.wordings) for distinct in self._map.distincts.values()}
        others = (each for each in self._other.distincts.values() if each.id not in self._map.distincts)
        return [each for each in others if frozenset(each.wordings) not in judged]

    def _terms(self) -> list[Change]:
        """Return the changes that bring in what means the same; a term that shares a word with one of ours joins it."""
        words: dict[str, Term] = {}
        for term in self._map.terms.values():
            words.update((normal_form(word), term) for word in term.words)
        now = {term.id: term for term in self._map.terms.values()}
        for term in self._other.terms.values():
            sharing = {words[form].id for form in map(normal_form, term.words) if form in words}
            if len(sharing) > 1:
                self.report.left_out.append(f"The term {term.words[0]}: its words belong to several terms here.")
                continue
            mine = now[sharing.pop()] if sharing else None
            joined = term if mine is None else replace(mine, words=(*mine.words, *_new_words(mine, term)))
            now[joined.id] = joined
            words.update((normal_form(word), joined) for word in joined.words)
        return [Change(self._map.terms.get(id_), term) for id_, term in now.items() if self._map.terms.get(id_) != term]


def _printed_twice(source: SourceId, other: SourceId) -> Dependence:
    return Dependence(passages=(Passage(source), Passage(other)), note="The same title by the same author.")


def _new_words(mine: Term, theirs: Term) -> list[str]:
    forms = {normal_form(word) for word in mine.words}
    return [word for word in theirs.words if normal_form(word) not in forms]
