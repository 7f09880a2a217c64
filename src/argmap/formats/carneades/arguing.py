"""What arguments a map has in Carneades: one for each inference, but for backings, which it has no place for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from argmap.formats.carneades.atoms import NEGATION
from argmap.formats.carneades.reading import CONVERGENT, FOREIGN, WEIGHING
from argmap.formats.carried import packed
from argmap.formats.graphs.kept import foreign_in
from argmap.model import ClaimId, InferenceId

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgumentMap, Inference

Plain = dict[str, Any]

_NO_ATOM = re.compile(r"[^a-z0-9]+")
_ENDS = ("polarity", "premises", "target", "id", "number")


class Arguing:
    """Names the arguments, and knows what each concludes.

    *opposed* are the claims whose opposites are argued for; *cuts* the statements that stand for undercuts, with the
    inference each makes inapplicable.
    """

    def __init__(self, map_: ArgumentMap, atoms: dict[ClaimId, str], kept: Plain) -> None:
        self._map = map_
        self._atoms = atoms
        found = kept.get("argument_schemes")
        self._kept_schemes = [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
        self._ids = {str(each.get("id")) for each in self._kept_schemes}
        self._made: dict[tuple[str, float | None], str] = {}
        self._said = _said(map_)
        self._direct = {each.target: each for each in self._said if self._is_direct(each)}
        kept_arguments = kept.get("arguments")
        self._names = self._named(set(kept_arguments) if isinstance(kept_arguments, dict) else set())
        self.opposed: dict[ClaimId, None] = {
            each.target: None for each in self._said if isinstance(each.target, ClaimId) and not each.supports
        }
        self._taken = set(atoms.values())
        self.cuts: dict[str, InferenceId] = {}
        self._cut_names: dict[InferenceId, str] = {}
        for each in self._said:
            if isinstance(each.target, InferenceId) and each is not self._direct.get(each.target):
                self._cut(each.target)
        self._convergent: set[InferenceId] = set()
        self._groups = self._grouped()

    def arguments(self) -> Plain:
        """Return the arguments by name."""
        shown: Plain = {}
        for group in self._groups:
            first = group[0]
            extra = foreign_in(first.extras, FOREIGN)
            premises = [self._atoms[premise] for each in group for premise in each.premises]
            roles = extra.get("roles")
            fits = isinstance(roles, list) and len(set(map(str, roles))) == len(premises)
            rest = {key: value for key, value in extra.items() if key not in {"id", "scheme", "roles", "undercutter"}}
            undercutter = self._undercutter(first)
            shown[self._names[first.id]] = {
                "conclusion": self._conclusion(first),
                "premises": dict(zip(map(str, roles), premises, strict=True)) if fits and roles else premises,
                **({"scheme": scheme} if (scheme := self._scheme(first)) else {}),
                **({"undercutter": undercutter} if undercutter else {}),
                **rest,
            }
        return shown

    def carried(self) -> Plain:
        """Return what is carried of each argument."""
        carried: Plain = {}
        for group in self._groups:
            first = group[0]
            others = {"others": [_own(each) for each in group[1:]]} if group[1:] else {}
            carried[self._names[first.id]] = {**_own(first), "as": self._scheme(first), **others}
        for target, each in self._direct.items():
            carried[f"{self._names[InferenceId(target)]} undercutter"] = _own(each)
        return carried

    def unsaid(self) -> list[Plain]:
        """Return the inferences that Carneades has no argument for, whole."""
        return [{**packed(each), "order": each.order} for each in self._left_out()]

    def unsaid_labels(self) -> Iterator[str]:
        """Yield the labels of those inferences."""
        return (each.label for each in self._left_out())

    def _left_out(self) -> Iterator[Inference]:
        said = {each.id for each in self._said}
        return (each for each in self._map.inferences.values() if each.id not in said)

    def schemes(self) -> list[Plain]:
        """Return the schemes that arguments name: those that were kept, and one for each other and its strength."""
        for group in self._groups:
            self._scheme(group[0])
        made = [
            {"id": id_, "meta": {"title": scheme}, **({"weight": {"constant": weight}} if weight is not None else {})}
            for (scheme, weight), id_ in self._made.items()
        ]
        return [*self._kept_schemes, *made]

    def made_schemes(self) -> list[str]:
        """Return the names of the schemes that were made for this file."""
        return list(self._made.values())

    # -- names -----------------------------------------------------------------------------------------------------

    def _named(self, taken: set[str]) -> dict[InferenceId, str]:
        names: dict[InferenceId, str] = {}
        for each in self._said:
            wanted = foreign_in(each.extras, FOREIGN).get("id")
            name = wanted if isinstance(wanted, str) and wanted.isprintable() and wanted not in taken else ""
            name = name or f"r{each.number}"
            while name in taken:
                name += "_"
            taken.add(name)
            names[each.id] = name
        return names

    def _conclusion(self, inference: Inference) -> str:
        target = inference.target
        if isinstance(target, InferenceId):
            return self._cut_names[target]
        return self._atoms[target] if inference.supports else NEGATION + self._atoms[target]

    def _cut(self, target: InferenceId) -> None:
        """Name the statement that says that *target* does not apply."""
        if target in self._cut_names:
            return
        name = f"¬app({self._names[target]})"
        while name in self._taken:
            name += "_"
        self._taken.add(name)
        self._cut_names[target] = name
        self.cuts[name] = target

    def _undercutter(self, inference: Inference) -> str:
        direct = self._direct.get(inference.id)
        return self._atoms[direct.premises[0]] if direct is not None else self._cut_names.get(inference.id, "")

    def _is_direct(self, inference: Inference) -> bool:
        """Whether an inference came as the undercutter of an argument, and can be written so again."""
        return (
            isinstance(inference.target, InferenceId)
            and bool(foreign_in(inference.extras, FOREIGN).get("undercutter"))
            and len(inference.premises) == 1
            and not self._map.bearing_on(inference.id)
            and len(self._map.bearing_on(inference.target)) == 1
        )

    def _grouped(self) -> list[list[Inference]]:
        """Return the inferences that are one argument together: those that came as one, else each by itself."""
        direct = {each.id for each in self._direct.values()}
        groups: dict[object, list[Inference]] = {}
        for each in self._said:
            if each.id not in direct:
                extra = foreign_in(each.extras, FOREIGN)
                together = extra.get("scheme") == CONVERGENT and self._can_join(each)
                groups.setdefault((str(extra.get("id")), each.target) if together else each.id, []).append(each)
        self._convergent = {group[0].id for group in groups.values() if len(group) > 1}
        return list(groups.values())

    def _can_join(self, inference: Inference) -> bool:
        """Whether an inference can be one of several that are one argument."""
        is_plain = not inference.scheme and inference.relevance is None
        return is_plain and inference.supports and not inference.is_joint and not self._map.bearing_on(inference.id)

    def _scheme(self, inference: Inference) -> str:
        """Return the scheme of an argument: the one it came with, where it says the same, or one made for it."""
        came_with = foreign_in(inference.extras, FOREIGN).get("scheme")
        is_plain = not inference.scheme and inference.relevance is None
        if isinstance(came_with, str) and self._says_the_same(came_with, inference, is_plain=is_plain):
            return came_with
        return "" if is_plain else self._new_scheme(inference.scheme, inference.relevance)

    def _says_the_same(self, came_with: str, inference: Inference, *, is_plain: bool) -> bool:
        """Whether the scheme an argument came with still says all that the inference does."""
        if came_with == CONVERGENT:
            return is_plain and inference.id in self._convergent
        if came_with in WEIGHING:
            return is_plain
        is_there = came_with == inference.scheme and came_with in self._ids
        return is_there and inference.relevance in (None, self._constant(came_with))

    def _constant(self, id_: str) -> object:
        weights = (each.get("weight") for each in self._kept_schemes if str(each.get("id")) == id_)
        return next((each.get("constant") for each in weights if isinstance(each, dict)), None)

    def _new_scheme(self, scheme: str, relevance: float | None) -> str:
        key = (scheme, relevance)
        if key not in self._made:
            strength = "" if relevance is None else f"_{round(relevance * 1000)}"
            words = _NO_ATOM.sub("_", scheme.lower()).strip("_") if scheme.isascii() else ""
            name = f"{words[:60] or ('scheme' if scheme else 'strength')}{strength}"
            name = name if name[0].isalpha() else f"scheme_{name}"
            while name in self._ids or name in WEIGHING:
                name += "_"
            self._ids.add(name)
            self._made[key] = name
        return self._made[key]


def _own(inference: Inference) -> Plain:
    return {"id": inference.id, "number": inference.number, **packed(inference, _ENDS), "order": inference.order}


def _said(map_: ArgumentMap) -> list[Inference]:
    """Return the inferences that lead to a claim by undercuts alone."""
    said: list[Inference] = []
    waiting = [each for each in map_.inferences.values() if isinstance(each.target, ClaimId)]
    while waiting:
        each = waiting.pop()
        said.append(each)
        waiting.extend(other for other in map_.bearing_on(each.id) if not other.supports)
    return sorted(said, key=lambda each: (each.number, each.id))
