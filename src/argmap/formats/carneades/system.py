"""What a file of Carneades says: statements, arguments, issues and assumptions, whichever of its writings it uses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.formats.carneades.atoms import atom_of, verbalised
from argmap.formats.carneades.telling import tell
from argmap.formats.report import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.carneades.loading import Loaded
    from argmap.formats.report import Tally

Plain = dict[str, Any]


@dataclass(slots=True)
class Statement:
    """A statement: its words, and all else that is said of it."""

    atom: str
    text: str
    place: Place
    rest: Plain = field(default_factory=dict)
    is_declared: bool = True


@dataclass(slots=True, eq=False)
class Argument:
    """An argument; *roles* are what its premises are called, where they are; *rest* is all else that is said of it."""

    id: str
    conclusion: str
    premises: list[str]
    place: Place
    roles: list[str] = field(default_factory=list)
    scheme: str = ""
    undercutter: str = ""
    weight: float | None = None
    rest: Plain = field(default_factory=dict)


@dataclass(slots=True)
class System:
    """A whole file."""

    statements: dict[str, Statement] = field(default_factory=dict)
    arguments: list[Argument] = field(default_factory=list)
    issues: dict[str, list[str]] = field(default_factory=dict)
    assumed: list[str] = field(default_factory=list)
    constants: dict[str, float] = field(default_factory=dict)
    """The weights of schemes that give every argument the same."""


def system_of(loaded: Loaded, tally: Tally) -> System:
    """Return what *loaded* says; what is not as Carneades has it is told."""
    system = System()
    language = loaded.plain.get("language")
    for name, value in _entries(loaded, "statements", tally):
        _declare(system, name, value, loaded.place("statements", name), tally)
    for name, value in _entries(loaded, "arguments", tally):
        system.arguments.append(_argument(name, value, loaded.place("arguments", name)))
    for name, value in _entries(loaded, "issues", tally):
        system.issues[name] = _atoms(value.get("positions"))
    system.assumed = [
        *_atoms(loaded.plain.get("assumptions")),
        *(each.atom for each in system.statements.values() if each.rest.get("assumed") is True),
    ]
    system.constants = dict(_constants(loaded.plain.get("argument_schemes")))
    _complete(system, language if isinstance(language, dict) else {})
    return system


def _entries(loaded: Loaded, section: str, tally: Tally) -> Iterator[tuple[str, Any]]:
    """Yield the entries of a section by name: objects, and for statements texts as well."""
    found = loaded.plain.get(section)
    if isinstance(found, list):  # as older files have arguments
        ids = [each.get("id") if isinstance(each, dict) else None for each in found]
        found = {str(id_ or f"a{at}"): each for at, (id_, each) in enumerate(zip(ids, found, strict=True), 1)}
    if found is not None and not isinstance(found, dict):
        tell(tally, "no-object", Place(label=f"“{section}”"))
        return
    for name, value in (found or {}).items():
        if isinstance(value, dict) or section == "statements":
            yield name, value
        else:
            tell(tally, "no-object", loaded.place(section, name))


def _declare(system: System, name: str, value: object, place: Place, tally: Tally) -> None:
    atom = atom_of(name)
    if atom in system.statements or not atom:
        tell(tally, "doubled", place)
        return
    rest = {key: each for key, each in value.items() if key != "text"} if isinstance(value, dict) else {}
    text = value.get("text") if isinstance(value, dict) else value
    system.statements[atom] = Statement(atom, "" if text is None else str(text), place, rest)


def _argument(name: str, plain: Plain, place: Place) -> Argument:
    premises = plain.get("premises")
    pairs = list(premises.items()) if isinstance(premises, dict) else [("", each) for each in _list(premises)]
    named = [(str(role), atom_of(each)) for role, each in pairs if atom_of(each)]
    weight = plain.get("weight", plain.get("weigth"))  # Carneades itself looks for the latter
    known = {"conclusion", "premises", "scheme", "undercutter", "weight", "weigth"}
    number = _share(weight)
    rest = {key: value for key, value in plain.items() if key not in known}
    if number is None and weight is not None:
        rest["weight"] = weight
    return Argument(
        id=name,
        conclusion=atom_of(plain.get("conclusion")),
        premises=[atom for _, atom in named],
        place=place,
        roles=[role for role, _ in named] if isinstance(premises, dict) else [],
        scheme=str(plain["scheme"]).strip() if isinstance(plain.get("scheme"), str | int | float) else "",
        undercutter=atom_of(plain.get("undercutter")),
        weight=number,
        rest=rest,
    )


def _constants(schemes: object) -> Iterator[tuple[str, float]]:
    for each in _list(schemes):
        weight = each.get("weight") if isinstance(each, dict) else None
        constant = _share(weight.get("constant")) if isinstance(weight, dict) else None
        if constant is not None:
            yield str(each.get("id")), constant


def _share(value: object) -> float | None:
    """Return a number from 0 to 1; None for anything else. ``1e-05`` is a text in YAML 1.1 and a number in 1.2."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if 0 <= number <= 1 else None


def _complete(system: System, language: Plain) -> None:
    """Give statements that have no words those of the language, and take in those that are only used."""
    for statement in system.statements.values():
        statement.text = statement.text if statement.text.strip() else verbalised(statement.atom, language)
    used = [
        each
        for argument in system.arguments
        for each in (argument.conclusion, *argument.premises, argument.undercutter)
    ]
    positions = [each for issue in system.issues.values() for each in issue]
    for atom in (*used, *positions, *system.assumed):
        if atom and atom not in system.statements:
            words = verbalised(atom, language)
            system.statements[atom] = Statement(atom, words, Place(label=f"“{atom[:40]}”"), is_declared=False)


def _atoms(value: object) -> list[str]:
    return list(dict.fromkeys(atom for each in _list(value) if (atom := atom_of(each))))


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
