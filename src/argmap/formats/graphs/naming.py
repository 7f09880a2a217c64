"""What nodes, edges and resources are called in a file: as they came, where that is free; else by names of argmap's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.graphs.kept import foreign_in

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from argmap.model import ArgumentMap, Claim, Conflict, EntityId, Inference, Source

Plain = dict[str, Any]


class Names:
    """Gives each thing a name that no other has; *key* is that of the format in the extras."""

    def __init__(self, key: str, taken: Collection[str] = ()) -> None:
        self._key = key
        self._taken = set(taken)
        self._names: dict[EntityId, str] = {}

    def give(self, entity: Claim | Inference | Source | Conflict, otherwise: str) -> None:
        """Name *entity* as it came, or *otherwise*."""
        wanted = foreign_in(entity.extras, self._key).get("id")
        name = wanted if isinstance(wanted, str) and wanted and wanted not in self._taken else otherwise
        while name in self._taken:
            name += "+"
        self._taken.add(name)
        self._names[entity.id] = name

    def __getitem__(self, id_: EntityId) -> str:
        """Return the name of what has the id."""
        return self._names[id_]


def named_edges(
    map_: ArgumentMap,
    names: Names,
    key: str,
    taken: Collection[str],
    make: Callable[[str, str, int], str],
    ends: tuple[str, str] = ("source", "target"),
) -> Iterator[tuple[str, str, str, Plain]]:
    """Yield the edges of all inferences: name, source, target, and what else the file said of each.

    *make* makes a name of both ends and of how many times that was tried; *ends* is what the file calls them.
    """
    used = set(taken)
    for inference in map_.inferences.values():
        found = foreign_in(inference.extras, key).get("edges")
        kept = {id_: each for id_, each in found.items() if isinstance(each, dict)} if isinstance(found, dict) else {}
        called = {(str(each.get(ends[0])), str(each.get(ends[1]))): id_ for id_, each in kept.items()}
        node = names[inference.id]
        pairs = [(names[premise], node) for premise in inference.premises]
        for source, target in (*pairs, (node, names[inference.target])):
            id_ = called.get((source, target), "")
            tried = 0
            while not id_ or id_ in used:
                tried += 1
                id_ = make(source, target, tried)
            used.add(id_)
            yield id_, source, target, kept.get(called.get((source, target), ""), {})
