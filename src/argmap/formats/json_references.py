"""References in JSON: an entry names another by its id or by its label (``C17``), and every name must be found."""

from __future__ import annotations

import re
import reprlib
from typing import TYPE_CHECKING, Any

from argmap.model import About, Alias, Citation, Claim, Comment, Conflict, Dependence, Inference, Source

if TYPE_CHECKING:
    from argmap.model import Entity

_LABEL = re.compile(r"([CRSN])0*(\d{1,9})", re.IGNORECASE)
_LETTERS: dict[str, type[Entity]] = {"C": Claim, "R": Inference, "S": Source, "N": Comment}
_WORDS: dict[type[Entity], str] = {Claim: "claim", Inference: "inference", Source: "source", About: "map"}
_KINDS = {word: kind for kind, word in _WORDS.items()}


class Unresolved(Exception):  # noqa: N818  # becomes a FormatError where the entry is known
    """A reference in *field* that names nothing, or nothing of the right kind."""

    def __init__(self, message: str, field: str) -> None:
        super().__init__(message)
        self.field = field


class Directory:
    """What every id and every label of a file names."""

    def __init__(self) -> None:
        self.about = ""
        self._kinds: dict[str, type[Entity]] = {}
        self._numbers: dict[tuple[type[Entity], int], object] = {}

    def add_id(self, id_: str, kind: type[Entity]) -> bool:
        """Take in an id; False if another entry has it."""
        if id_ in self._kinds:
            return False
        self._kinds[id_] = kind
        return True

    def add_number(self, kind: type[Entity], number: int, id_: object) -> bool:
        """Take in a number of *kind*; False if another entry of the kind has it. Merged-away claims may share one."""
        taken = (kind, number) in self._numbers
        self._numbers.setdefault((kind, number), id_)
        return not taken or kind is Alias

    def find(self, name: object, kinds: tuple[type[Entity], ...], field: str) -> tuple[type[Entity], str]:
        """Return the kind and the id of what *name* names, one of *kinds*."""
        if not isinstance(name, str):
            message = f"A reference is a label such as “C1” or an id, not {_short(name)}."
            raise Unresolved(message, field)
        kind, id_ = (self._kinds[name], name) if name in self._kinds else self._labelled(name)
        if kind is None or kind not in kinds:
            wanted = " or ".join(_WORDS[each] for each in kinds)
            message = f"There is no {wanted} “{name[:40]}” in this file."
            raise Unresolved(message, field)
        return kind, id_

    def _labelled(self, name: str) -> tuple[type[Entity] | None, str]:
        match = _LABEL.fullmatch(name)
        if match is None:
            return None, ""
        kind, number = _LETTERS[match[1].upper()], int(match[2])
        id_ = self._numbers.get((kind, number))
        if id_ is None and kind is Claim:
            survivor = self._numbers.get((Alias, number))
            id_ = survivor if isinstance(survivor, str) and self._kinds.get(survivor) is Claim else None
        return (kind, id_) if isinstance(id_, str) else (None, "")


def resolve(kind: type[Entity], plain: dict[str, Any], directory: Directory) -> None:
    """Replace every reference in *plain*, an entry of *kind*, by the id of what it names."""
    if kind is Inference:
        _aimed(plain, "target", (Claim, Inference), directory)
        _listed(plain, "premises", directory)
    elif kind is Citation:
        _single(plain, "claim", Claim, directory)
        _single(plain, "source", Source, directory)
    elif kind is Conflict:
        _listed(plain, "claims", directory)
    elif kind is Comment:
        if plain.get("about") == "map":
            plain["about"] = directory.about
        _aimed(plain, "about", (Claim, Inference, About), directory)
    elif kind is Alias:
        _single(plain, "survivor", Claim, directory)
    elif kind is Dependence:
        _passages(plain, directory)


def _single(plain: dict[str, Any], field: str, kind: type[Entity], directory: Directory) -> None:
    if field in plain:
        plain[field] = directory.find(plain[field], (kind,), field)[1]


def _listed(plain: dict[str, Any], field: str, directory: Directory) -> None:
    if field in plain:
        names = plain[field] if isinstance(plain[field], list) else [plain[field]]
        plain[field] = [directory.find(name, (Claim,), field)[1] for name in names]


def _aimed(plain: dict[str, Any], field: str, kinds: tuple[type[Entity], ...], directory: Directory) -> None:
    """Resolve a reference that says what it is, ``{"claim": …}``, or a bare one."""
    if field not in plain:
        return
    found = plain[field]
    if isinstance(found, dict):
        word, name = next(iter(found.items()), ("", None))
        if len(found) != 1 or _KINDS.get(word) not in kinds:
            wanted = " or ".join(f'{{"{_WORDS[kind]}": …}}' for kind in kinds)
            message = f"This must be a label, an id or {wanted}, not {_short(found)}."
            raise Unresolved(message, field)
        kinds, found = (_KINDS[word],), name
    kind, id_ = directory.find(found, kinds, field)
    plain[field] = {_WORDS[kind]: id_}


def _passages(plain: dict[str, Any], directory: Directory) -> None:
    found = plain.get("passages")
    if not isinstance(found, list):
        return  # its absence or shape is refused where the entity is made
    passages = [dict(each) if isinstance(each, dict) else {"source": each} for each in found]
    for passage in passages:
        unknown = [key for key in passage if key not in {"source", "paragraph"}]
        if unknown or "source" not in passage:
            message = "A passage has a “source” and perhaps a “paragraph”, nothing else."
            raise Unresolved(message, "passages")
        _single(passage, "source", Source, directory)
    plain["passages"] = passages


def _short(value: object) -> str:
    return reprlib.repr(value)[:60]
