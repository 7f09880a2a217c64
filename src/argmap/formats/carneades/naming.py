"""What claims are called as statements of Carneades: as they came, else ``c17``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.carneades.atoms import atom_of
from argmap.formats.graphs.kept import foreign_in

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, ClaimId

FOREIGN = "carneades"


def names_of(map_: ArgumentMap) -> dict[ClaimId, str]:
    """Return the name of each claim's statement."""
    wanted = {claim.id: atom_of(foreign_in(claim.extras, FOREIGN).get("atom")) for claim in map_.claims.values()}
    names: dict[ClaimId, str] = {}
    taken: set[str] = set()
    for claim in map_.claims.values():
        name = wanted[claim.id]
        if not name or name in taken:
            name = f"c{claim.number}"
        while name in taken:
            name += "_"
        taken.add(name)
        names[claim.id] = name
    return names
