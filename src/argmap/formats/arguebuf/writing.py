"""From a map to an arguebuf graph: an atom for each claim, a scheme for each inference; the rest lies in `userdata`."""

from __future__ import annotations

import json
from itertools import count as count_up
from typing import TYPE_CHECKING, Any

from argmap.formats.arguebuf.reading import STAMPS
from argmap.formats.arguebuf.schemes import value_of
from argmap.formats.arguebuf.sourcing import FOREIGN, name_of
from argmap.formats.carried import CARRIED, about_map, around, packed
from argmap.formats.graphs.citing import MADE
from argmap.formats.graphs.kept import foreign_in, without_foreign
from argmap.formats.graphs.naming import Names, named_edges
from argmap.formats.graphs.telling import tell
from argmap.formats.report import Place

if TYPE_CHECKING:
    from argmap.formats.report import Tally
    from argmap.model import ArgumentMap, Citation, Claim, ClaimId, Inference, Source

Plain = dict[str, Any]
_HIGHEST_OFFSET = 2**32 - 1
_ENDS = ("polarity", "premises", "target")
_IN_PLACE = ("id", "atom", "scheme", "userdata", "edges", "untitled")


def write(map_: ArgumentMap, tally: Tally) -> bytes:
    """Write all of *map_*; what arguebuf has no word for lies beside it, and is read back by argmap."""
    graph = _Writing(map_, tally).graph()
    return (json.dumps(graph, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


class _Writing:
    """Names nodes, resources and participants, and draws the edges."""

    def __init__(self, map_: ArgumentMap, tally: Tally) -> None:
        self._map = map_
        self._tally = tally
        self._kept = foreign_in(map_.about.extras, FOREIGN)
        self._cited: dict[ClaimId, list[Citation]] = {}
        for citation in map_.citations.values():
            self._cited.setdefault(citation.claim, []).append(citation)
        for several in self._cited.values():
            several.sort(key=lambda each: (each.order, each.id))
        self._nodes = Names(FOREIGN, self._object("nodes"))
        named: list[Claim | Inference] = [*map_.claims.values(), *map_.inferences.values()]
        for each in named:
            self._nodes.give(each, each.label)
        self._resources = Names(FOREIGN)
        for source in map_.sources.values():
            self._resources.give(source, source.label)
        self._participants = dict(self._object("participants"))
        self._people = {name_of(_dict(each)): id_ for id_, each in self._participants.items()}

    def graph(self) -> Plain:
        """Return the whole file."""
        nodes = {self._nodes[claim.id]: self._atom(claim) for claim in self._map.claims.values()}
        nodes |= {self._nodes[each.id]: self._scheme(each) for each in self._map.inferences.values()}
        nodes |= self._object("nodes")
        positions = self._map.positions()
        self._tell()
        shown = {"resources": self._shown_resources(), "participants": self._participants}
        rest = {key: value for key, value in self._kept.items() if key not in {"nodes", "edges", *shown, "userdata"}}
        return {
            "nodes": nodes,
            "edges": self._edges(nodes),
            **{key: value for key, value in shown.items() if value},
            **({"majorClaim": self._nodes[positions[0].id]} if positions else {}),
            "schemaVersion": 1,
            **rest,
            "userdata": self._userdata(),
        }

    def _object(self, key: str) -> Plain:
        found = self._kept.get(key)
        return found if isinstance(found, dict) else {}

    def _atom(self, claim: Claim) -> Plain:
        extra = foreign_in(claim.extras, FOREIGN)
        atom: Plain = {"text": claim.text, **_dict(extra.get("atom"))}
        cited = self._cited.get(claim.id, [])
        reference = self._reference(cited[0]) if cited else {}
        if reference:
            atom["reference"] = reference
        speaker = next((each.asserted_by for each in cited if each.asserted_by), "")
        if speaker:
            atom["participant"] = self._person(speaker)
        own = {"id": claim.id, "number": claim.number, **packed(claim, ("id", "number", "text"))}
        return {"atom": atom, **_rest(extra), "userdata": _userdata(extra, own)}

    def _scheme(self, inference: Inference) -> Plain:
        extra = foreign_in(inference.extras, FOREIGN)
        kind, value = value_of(inference.scheme, inference.polarity)
        own = {"id": inference.id, "number": inference.number, "order": inference.order}
        own.update(packed(inference, ("id", "number", "order", *_ENDS)))
        if inference.is_joint:
            own["premises"] = [self._nodes[premise] for premise in inference.premises]
        scheme = {kind: value, **_dict(extra.get("scheme"))}
        return {"scheme": scheme, **_rest(extra), "userdata": _userdata(extra, own)}

    def _reference(self, citation: Citation) -> Plain:
        source = self._map.sources[citation.source]
        shown: Plain = {"resource": "" if _is_made(source) else self._resources[source.id], "text": citation.quote}
        if citation.start is not None and citation.start <= _HIGHEST_OFFSET:
            shown["offset"] = citation.start
        return {key: value for key, value in shown.items() if value not in ("", None)} | _dict(
            foreign_in(citation.extras, FOREIGN).get("reference")
        )

    def _person(self, name: str) -> str:
        """Return the id of the participant called *name*, who is made if not there."""
        if name not in self._people:
            id_ = f"P{len(self._participants) + 1}"
            while id_ in self._participants:
                id_ += "+"
            self._people[name] = id_
            self._participants[id_] = {"name": name, "userdata": {CARRIED: _text({"made": True})}}
        return self._people[name]

    def _shown_resources(self) -> Plain:
        return {
            self._resources[source.id]: _resource(source)
            for source in self._map.sources.values()
            if not _is_made(source)
        }

    def _edges(self, nodes: Plain) -> Plain:
        """Return the edges of the inferences, called as they came, and those that were kept."""
        there = {id_: each for id_, each in self._object("edges").items() if _joins(each, nodes)}
        numbers = count_up(1)
        drawn = named_edges(self._map, self._nodes, FOREIGN, there, lambda *_: f"E{next(numbers)}")
        return {id_: {**kept, "source": source, "target": target} for id_, source, target, kept in drawn} | there

    def _userdata(self) -> Plain:
        """Return what stands beside the whole graph: what was there, the title, and all that belongs to no node."""
        own = about_map(self._map)
        own["map"].pop("title", None)
        if self._kept:
            stamps = {key: self._kept[key] for key in STAMPS if key in self._kept}
            own["map"]["extras"] = {
                **without_foreign(self._map.about.extras, FOREIGN),
                **({FOREIGN: stamps} if stamps else {}),
            }
        title = {"title": self._map.about.title} if self._map.about.title else {}
        return {**self._object("userdata"), **title, CARRIED: _text({"version": 1, **own, "around": around(self._map)})}

    def _tell(self) -> None:
        """Tell what other programs do not see, though it is there."""
        for conflict in self._map.conflicts.values():
            named = " and ".join(self._map.claims[claim].label for claim in conflict.claims)
            tell(self._tally, "conflicts", Place(label=named))
        for claim, cited in self._cited.items():
            if len(cited) > 1:
                tell(self._tally, "further-citations", Place(label=self._map.claims[claim].label))


def _is_made(source: Source) -> bool:
    """Whether a source is one that no file has named."""
    return bool(foreign_in(source.extras, FOREIGN).get(MADE))


def _resource(source: Source) -> Plain:
    extra = foreign_in(source.extras, FOREIGN)
    title = "" if extra.get("untitled") else source.title
    shown = {"text": source.text, "title": title, "source": source.url or source.container_title}
    own = {"id": source.id}
    return {**{key: value for key, value in shown.items() if value}, **_rest(extra), "userdata": _userdata(extra, own)}


def _rest(extra: Plain) -> Plain:
    return {key: value for key, value in extra.items() if key not in _IN_PLACE}


def _userdata(extra: Plain, own: Plain) -> Plain:
    return {**_dict(extra.get("userdata")), CARRIED: _text(own)}


def _text(own: Plain) -> str:
    """Return *own* as JSON in a text: arguebuf makes every number a fraction, but leaves texts alone."""
    return json.dumps(own, ensure_ascii=False, separators=(",", ":"))


def _dict(value: object) -> Plain:
    return value if isinstance(value, dict) else {}


def _joins(edge: object, nodes: Plain) -> bool:
    ends = (_dict(edge).get("source"), _dict(edge).get("target"))
    return all(isinstance(end, str) and end in nodes for end in ends)
