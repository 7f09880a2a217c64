"""What issues a map has in Carneades, where a statement belongs to one issue at most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.carneades.atoms import NEGATION, atom_of
from argmap.formats.carneades.reading import MOST_POSITIONS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from argmap.model import ArgumentMap, ClaimId

Plain = dict[str, Any]


class Issues:
    """Brings together what conflicts.

    *shown* are the issues by name; *united* names those that several conflicts share; *apart* lists the conflicts that
    would make an issue too large to be read back as what they are.
    """

    def __init__(self, map_: ArgumentMap, atoms: dict[ClaimId, str], kept: Plain, opposed: Collection[ClaimId]) -> None:
        self._parents: dict[str, str] = {}
        self.shown: Plain = {}
        self.united: list[str] = []
        self.apart: list[str] = []
        there = {*atoms.values(), *(NEGATION + atoms[each] for each in opposed)}
        names = self._kept(kept, there)
        pairs = [(atoms[each], NEGATION + atoms[each]) for each in opposed]
        pairs += [(atoms[one], atoms[other]) for one, other in (each.claims for each in map_.conflicts.values())]
        for one, other in pairs:
            self._join(one, other)
        self._show(kept, names, pairs)
        for conflict in map_.conflicts.values():
            if not any({atoms[each] for each in conflict.claims} <= set(shown["positions"]) for shown in self._few()):
                self.apart.append(conflict.id)

    def _few(self) -> Iterator[Plain]:
        return (each for each in self.shown.values() if len(each["positions"]) <= MOST_POSITIONS)

    def _kept(self, kept: Plain, there: set[str]) -> dict[str, str]:
        """Join the positions of the issues that came with the map; return their names by position."""
        names: dict[str, str] = {}
        found = kept.get("issues")
        for name, issue in found.items() if isinstance(found, dict) else ():
            positions = issue.get("positions") if isinstance(issue, dict) else None
            listed = [atom_of(each) for each in positions] if isinstance(positions, list) else []
            listed = [atom for atom in listed if atom in there]
            for atom in listed:
                names.setdefault(atom, name)
                self._join(listed[0], atom)
        return names

    def _show(self, kept: Plain, names: dict[str, str], pairs: list[tuple[str, str]]) -> None:
        groups: dict[str, list[str]] = {}
        for atom in list(self._parents):
            groups.setdefault(self._root(atom), []).append(atom)
        conflicts: dict[str, int] = {}
        for one, _ in pairs:
            conflicts[self._root(one)] = conflicts.get(self._root(one), 0) + 1
        taken = set(names.values())
        for root, positions in groups.items():
            name = next((names[atom] for atom in positions if atom in names and names[atom] not in self.shown), "")
            number = len(self.shown) + 1
            while not name or name in self.shown:
                name = f"i{number}" if f"i{number}" not in taken else ""
                number += 1
            found = kept.get("issues")
            came_as = found.get(name) if isinstance(found, dict) else None
            rest = came_as if isinstance(came_as, dict) else {}
            self.shown[name] = {**rest, "positions": positions}
            if conflicts.get(root, 0) > 1 and not rest:
                self.united.append(name)

    def _join(self, one: str, other: str) -> None:
        self._parents[self._root(other)] = self._root(one)

    def _root(self, atom: str) -> str:
        """Return what stands for all that *atom* is joined to."""
        self._parents.setdefault(atom, atom)
        while self._parents[atom] != atom:
            self._parents[atom] = self._parents[self._parents[atom]]
            atom = self._parents[atom]
        return atom
