"""From a map to an argument graph of Carneades: what it can say in its own words, all else under ``argmap``."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from argmap.formats.argdown.escaping import as_data
from argmap.formats.carneades.arguing import Arguing
from argmap.formats.carneades.atoms import NEGATION, atom_of
from argmap.formats.carneades.issues import Issues
from argmap.formats.carneades.naming import names_of
from argmap.formats.carneades.reading import FOREIGN
from argmap.formats.carneades.telling import tell
from argmap.formats.carried import CARRIED, about_map, around, packed
from argmap.formats.graphs.kept import foreign_in, without_foreign
from argmap.formats.report import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.report import Tally
    from argmap.model import ArgumentMap, Claim

Plain = dict[str, Any]

_PLAIN_KEY = re.compile(r"¬?[A-Za-z_][A-Za-z0-9_]*(?:\([A-Za-z0-9_]+\))?")
_WORDS_OF_YAML = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}
_BELIEVED = 0.5
_SHOWN = ("meta", "statements", "arguments", "issues", "assumptions", "argument_schemes", CARRIED)


def write(map_: ArgumentMap, tally: Tally) -> bytes:
    """Write all of *map_*; what Carneades has no word for lies beside it, and is read back by argmap."""
    lines = _Writing(map_, tally).lines()
    return ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace")


class _Writing:
    """Writes section after section."""

    def __init__(self, map_: ArgumentMap, tally: Tally) -> None:
        self._map = map_
        self._kept = foreign_in(map_.about.extras, FOREIGN)
        self._atoms = names_of(map_)
        self._arguing = Arguing(map_, self._atoms, self._kept)
        self._issues = Issues(map_, self._atoms, self._kept, self._arguing.opposed)
        self._believed = [
            self._atoms[claim.id]
            for claim in map_.claims.values()
            if claim.credence is not None and claim.credence > _BELIEVED and not map_.bearing_on(claim.id)
        ]
        for label in self._arguing.unsaid_labels():
            tell(tally, "backings", Place(label=label))
        for name in self._issues.united:
            tell(tally, "one-issue", Place(label=f"issue {name}"))

    def lines(self) -> list[str]:
        """Return the whole file."""
        meta = {**_dict(self._kept.get("meta"))}
        meta |= {key: value for key in ("title", "description") if (value := getattr(self._map.about, key))}
        rest = {key: value for key, value in self._kept.items() if key not in _SHOWN}
        schemes = self._arguing.schemes()
        return [
            *(["meta:", *_fields(meta, 1)] if meta else []),
            "statements:",
            *self._statements(),
            "arguments:",
            *_objects({**_dict(self._kept.get("arguments")), **self._arguing.arguments()}),
            *(["issues:", *_objects(self._issues.shown)] if self._issues.shown else []),
            *(["assumptions:", *(f"  - {_key(atom)}" for atom in self._assumptions())] if self._assumptions() else []),
            *(["argument_schemes:", *(f"  - {as_data(each)}" for each in schemes)] if schemes else []),
            *_fields(rest, 0),
            f"{CARRIED}: {as_data(json.dumps(self._carried(), ensure_ascii=False, separators=(',', ':')))}",
        ]

    def _statements(self) -> Iterator[str]:
        for claim in self._map.claims.values():
            rest = {key: value for key, value in foreign_in(claim.extras, FOREIGN).items() if key != "atom"}
            words = as_data({"text": claim.text, **rest}) if rest else as_data(claim.text)
            yield f"  {_key(self._atoms[claim.id])}: {words}"
        for opposed in self._arguing.opposed:
            text = f"It is not so that: {self._map.claims[opposed].text}"
            yield f"  {_key(NEGATION + self._atoms[opposed])}: {as_data(text)}"
        for stand_in in self._arguing.cuts:
            yield f"  {_key(stand_in)}: {as_data(stand_in)}"
        for atom in _lasting(self._kept.get("arguments"), set(self._atoms.values())):
            yield f"  {_key(atom)}: {as_data(atom)}"

    def _assumptions(self) -> list[str]:
        there = {*self._atoms.values()}
        kept = self._kept.get("assumptions")
        listed = [each for each in kept if isinstance(each, str)] if isinstance(kept, list) else []
        return list(dict.fromkeys([*(each for each in listed if atom_of(each) in there), *self._believed]))

    def _carried(self) -> Plain:
        own = about_map(self._map)
        for shown in ("title", "description"):
            own["map"].pop(shown, None)
        if self._kept:
            own["map"]["extras"] = without_foreign(self._map.about.extras, FOREIGN)
            issues = {"issues": self._kept["issues"]} if "issues" in self._kept else {}
            if issues:
                own["map"]["extras"][FOREIGN] = issues
        kept = self._kept.get("assumptions")
        return {
            "version": 1,
            **own,
            "claims": {self._atoms[claim.id]: _claim(claim) for claim in self._map.claims.values()},
            "arguments": self._arguing.carried(),
            "unsaid": self._arguing.unsaid(),
            "schemes": self._arguing.made_schemes(),
            "stand_ins": [*(NEGATION + self._atoms[each] for each in self._arguing.opposed), *self._arguing.cuts],
            "issues": {name: each["positions"] for name, each in self._issues.shown.items()},
            "apart": self._issues.apart,
            "believed": [each for each in self._believed if not (isinstance(kept, list) and each in kept)],
            "around": around(self._map),
        }


def _claim(claim: Claim) -> Plain:
    return {"id": claim.id, "number": claim.number, **packed(claim, ("id", "number", "text"))}


def _objects(entries: Plain) -> Iterator[str]:
    for name, entry in entries.items():
        if isinstance(entry, dict) and entry:
            yield f"  {_key(name)}:"
            yield from _fields(entry, 2)
        else:
            yield f"  {_key(name)}: {as_data(entry)}"


def _fields(entry: Plain, level: int) -> Iterator[str]:
    """Yield one line for each field; names of statements stand without quotes where they can."""
    for key, value in entry.items():
        if (
            key in {"premises", "positions"}
            and isinstance(value, list)
            and all(isinstance(each, str) for each in value)
        ):
            shown = f"[{', '.join(_key(each) for each in value)}]"
        elif key in {"conclusion", "undercutter", "scheme", "standard"} and isinstance(value, str):
            shown = _key(value)
        else:
            shown = as_data(value)
        yield f"{'  ' * level}{_key(key)}: {shown}"


def _key(name: str) -> str:
    return name if _PLAIN_KEY.fullmatch(name) and name.lower() not in _WORDS_OF_YAML else as_data(name)


def _dict(value: object) -> Plain:
    return value if isinstance(value, dict) else {}


def _lasting(arguments: object, there: set[str]) -> Iterator[str]:
    """Yield the statements that kept arguments need and that are gone from the map."""
    for each in _dict(arguments).values():
        for key in ("conclusion", "undercutter"):
            found = each.get(key) if isinstance(each, dict) else None
            atom = atom_of(found)
            if atom and atom not in there:
                there.add(atom)
                yield atom
