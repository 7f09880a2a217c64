"""Statements that are no claims of their own: opposites that are only argued for, and what undercuts is called by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.carneades.atoms import NEGATION, negated, says_only_inapplicable

if TYPE_CHECKING:
    from collections.abc import Collection

    from argmap.formats.carneades.system import Argument, System


_MOST_UNDERCUTS = 10_000
"""Most undercuts that one statement may stand for: each argument for it undercuts each that it makes inapplicable."""


class Standing:
    """Tells which statements stand for an objection to another (*opposites*) or for undercuts of arguments (*cuts*).

    *ours* are those that argmap has written for that purpose.
    """

    def __init__(self, system: System, ours: Collection[str]) -> None:
        self._system = system
        self._ours = ours
        self._positions = {each for issue in system.issues.values() for each in issue}
        self._believed = {*(each for argument in system.arguments for each in argument.premises), *system.assumed}
        self._concluding: dict[str, list[Argument]] = {}
        self._cutting: dict[str, list[Argument]] = {}
        for argument in system.arguments:
            self._concluding.setdefault(argument.conclusion, []).append(argument)
            if argument.undercutter:
                self._cutting.setdefault(argument.undercutter, []).append(argument)
        self.cuts = {atom: cut for atom, cut in self._cutting.items() if self._is_cut(atom, cut)}
        self.opposites = {atom for atom in system.statements if self._is_opposite(atom)}

    def is_claim(self, atom: str) -> bool:
        """Whether a statement is a claim of its own."""
        return atom not in self.cuts and atom not in self.opposites

    def _is_cut(self, atom: str, cut: list[Argument]) -> bool:
        concluding = self._concluding.get(atom, [])
        return (
            (atom in self._ours or says_only_inapplicable(atom, self._system.statements[atom].text))
            and atom not in self._believed
            and atom not in self._positions
            and bool(concluding)
            and all(each.premises and each.conclusion for each in (*concluding, *cut))
            and (1 in (len(concluding), len(cut)) or len(concluding) * len(cut) <= _MOST_UNDERCUTS)
            and set(cut).isdisjoint(concluding)
        )

    def _is_opposite(self, atom: str) -> bool:
        """Whether nothing is known of *atom* but what speaks for it, and that it is the opposite of a statement."""
        return (
            atom.startswith(NEGATION)
            and negated(atom) in self._system.statements
            and (atom in self._ours or not self._system.statements[atom].is_declared)
            and atom not in self._believed
            and atom not in self._cutting
            and all(each.premises for each in self._concluding.get(atom, []))
        )
