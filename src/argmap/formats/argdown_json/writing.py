"""From a map to Argdown's JSON: the model of the Argdown text that argmap writes, and a map of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from argmap.formats.argdown.document import Argument, Inference, Statement
from argmap.formats.argdown.parsing import parsed
from argmap.formats.argdown.writing import write as write_argdown
from argmap.formats.argdown_json.drawing import drawn
from argmap.formats.argdown_json.kept import FOREIGN, KNOWN
from argmap.formats.argdown_json.tags import ranges_of
from argmap.formats.graphs.kept import foreign_in
from argmap.formats.lines import Lines

if TYPE_CHECKING:
    from argmap.formats.argdown.document import Document, End, Member, Numbered, Relation, Section, Titled
    from argmap.formats.report import Tally
    from argmap.model import ArgumentMap

Plain = dict[str, Any]


def write(map_: ArgumentMap, tally: Tally) -> bytes:
    """Write all of *map_*; nothing is lost that is read back by argmap."""
    text = write_argdown(map_, tally).decode("utf-8")
    kept = foreign_in(map_.about.extras, FOREIGN)
    model = model_of(parsed(text), text)
    model.update({key: value for key, value in kept.items() if key not in KNOWN})
    others = kept.get("relations")
    model["relations"] += others if isinstance(others, list) else []
    sections = ",\n".join(f"{json.dumps(key)}: {_section(value)}" for key, value in model.items())
    return f"{{\n{sections}\n}}\n".encode("utf-8", "backslashreplace")


def _section(value: object) -> str:
    """Lay a section out with an entry a line: this takes a fifth of the time that more lines take."""
    if isinstance(value, dict) and value:
        entries = ",\n ".join(f"{_line(str(key))}: {_line(each)}" for key, each in value.items())
        return f"{{\n {entries}\n}}"
    if isinstance(value, list) and value:
        entries = ",\n ".join(map(_line, value))
        return f"[\n {entries}\n]"
    return _line(value)


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def model_of(document: Document, text: str) -> Plain:
    """Return the model of *document*, which is what *text* says."""
    return _Modelled(document, Lines(text)).model()


class _Modelled:
    """Says what a document says, in Argdown's own keys; lines are those of the Argdown text."""

    def __init__(self, document: Document, lines: Lines) -> None:
        self._document = document
        self._lines = lines
        self._relations = [_relation(each) for each in document.relations]
        self._sections = {id(each): f"s{place}" for place, each in enumerate(document.sections, 1)}
        self._about: dict[int, list[Plain]] = {}
        for each, shown in zip(document.relations, self._relations, strict=True):
            for end in {id(each.source): each.source, id(each.target): each.target}.values():
                self._about.setdefault(id(end), []).append(shown)

    def model(self) -> Plain:
        """Return the whole file."""
        document = self._document
        return {
            "arguments": {title: self._argument(each) for title, each in document.arguments.items()},
            "statements": {title: self._statement(each) for title, each in document.statements.items()},
            "relations": self._relations,
            "map": drawn(document),
            "sections": self._nested_sections(),
            "tags": {tag: {"tag": tag} for each in document.statements.values() for tag in each.tags},
            "frontMatter": document.front_matter,
        }

    def _nested_sections(self) -> list[Plain]:
        """Return the outermost headings, each with those under it as its children."""
        shown: dict[int, Plain] = {}
        outermost: list[Plain] = []
        for each in self._document.sections:
            ranges = ranges_of(each.title, each.tags)
            found = shown[id(each)] = {
                "type": "section",
                "id": self._sections[id(each)],
                "level": each.level,
                "title": each.title,
                "children": [],
                **({"tags": each.tags} if each.tags else {}),
                **({"ranges": ranges} if ranges else {}),
                **({"data": each.data} if each.data else {}),
                "startLine": self._lines.line(each.start).line,
            }
            (outermost if each.parent is None else shown[id(each.parent)]["children"]).append(found)
        return outermost

    def _section(self, section: Section | None) -> Plain:
        return {"section": self._sections[id(section)]} if section is not None else {}

    def _statement(self, statement: Statement) -> Plain:
        return {"type": "equivalence-class", **self._titled(statement)}

    def _argument(self, argument: Argument) -> Plain:
        pcs = [self._numbered(argument, at, each) for at, each in enumerate(argument.pcs)]
        return {"type": "argument", **self._titled(argument), "pcs": pcs}

    def _titled(self, titled: Titled) -> Plain:
        role = "argument-description" if isinstance(titled, Argument) else "top-level-statement"
        return {
            "title": titled.title,
            "relations": self._about.get(id(titled), []),
            "members": [self._member(titled, each, role) for each in titled.members],
            **({"tags": list(titled.tags)} if titled.tags else {}),
            **({"data": titled.data} if titled.data else {}),
            **self._section(titled.section),
        }

    def _member(self, titled: Titled, member: Member, role: str) -> Plain:
        place = self._lines.place(member.start)
        ranges = ranges_of(member.text, member.tags, len(member.words))
        return {
            "type": "statement",
            "role": role,
            "title": titled.title,
            **({"isReference": True} if member.is_reference else {"text": member.text}),
            **({"ranges": ranges} if ranges else {}),
            **({"tags": member.tags} if member.tags else {}),
            **({"data": member.data} if member.data else {}),
            **self._section(member.section),
            "startLine": place.line,
            "startColumn": place.column,
        }

    def _numbered(self, argument: Argument, at: int, line: Numbered) -> Plain:
        shown: Plain = {"type": "statement", "title": line.statement.title, "role": line.role}
        shown["argumentTitle"] = argument.title
        inference = line.inference
        if inference is not None:
            shown["inference"] = {
                "type": "inference",
                "relations": self._about.get(id(inference), []),
                "inferenceRules": inference.rules,
                **({"data": inference.data} if inference.data else {}),
                "conclusionIndex": at,
                "argumentTitle": argument.title,
                "startLine": self._lines.line(inference.start).line,
            }
        return shown


def _relation(relation: Relation) -> Plain:
    shown: Plain = {"type": "relation", "relationType": relation.kind}
    for key, end in (("from", relation.source), ("to", relation.target)):
        shown |= {key: _title(end), f"{key}Type": _type(end)}
        if isinstance(end, Inference):
            shown["conclusionIndex"] = next(at for at, line in enumerate(end.argument.pcs) if line.inference is end)
    return shown


def _title(end: End) -> str:
    return end.argument.title if isinstance(end, Inference) else end.title


def _type(end: End) -> str:
    if isinstance(end, Statement):
        return "equivalence-class"
    return "argument" if isinstance(end, Argument) else "inference"
