"""Statements, arguments and headings of Argdown's JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.argdown.document import (
    INTERMEDIARY,
    MAIN,
    PREMISE,
    Argument,
    Inference,
    Member,
    Numbered,
    Section,
    Statement,
)
from argmap.formats.argdown_json.tags import without_tags
from argmap.formats.graphs.graph import named_entries, objects
from argmap.formats.graphs.telling import tell
from argmap.formats.report import Place

if TYPE_CHECKING:
    from argmap.formats.argdown.document import Document, Titled
    from argmap.formats.report import Tally

Plain = dict[str, Any]

UNTITLED = "Untitled"
_ROLES = {PREMISE, INTERMEDIARY, MAIN}


class Modelling:
    """Fills a document with what the JSON says of each title."""

    def __init__(self, document: Document, tally: Tally) -> None:
        self._document = document
        self._tally = tally
        self._sections: dict[str, Section] = {}

    def take_sections(self, plain: object) -> None:
        """Take in the headings, each with those under it."""
        waiting: list[tuple[object, Section | None]] = [(each, None) for each in reversed(_list(plain))]
        while waiting:
            each, parent = waiting.pop()
            if not isinstance(each, dict):
                continue
            level, title = each.get("level"), _words(each.get("title"))
            section = Section(
                title=title,
                level=level if isinstance(level, int) else 1,
                start=_line(each),
                parent=parent,
                tags=_texts(each.get("tags")),
                data=each.get("data"),
                words=without_tags(title, objects(each, "ranges")),
            )
            self._document.sections.append(section)
            self._sections.setdefault(_words(each.get("id")), section)
            waiting.extend((inner, section) for inner in reversed(_list(each.get("children"))))

    def take_statements(self, model: Plain) -> None:
        """Take in the statements."""
        for title, each in named_entries(model, "statements", self._tally):
            statement = Statement(title)
            self._fill(statement, each)
            self._document.statements[title] = statement

    def take_arguments(self, model: Plain) -> None:
        """Take in the arguments with their steps."""
        for title, each in named_entries(model, "arguments", self._tally):
            argument = Argument(title)
            self._fill(argument, each)
            argument.pcs = self._steps(argument, each)
            self._document.arguments[title] = argument

    def _fill(self, titled: Titled, plain: Plain) -> None:
        titled.is_titled = not titled.title.startswith(UNTITLED)
        tell(self._tally, "colours", Place(label=f"“{titled.title[:40]}”"), int("color" in plain))
        titled.members = [self._member(each) for each in objects(plain, "members")] or [
            Member(_line(plain), section=self._section(plain))
        ]
        if not objects(plain, "members"):
            titled.members[0].is_reference = True
        titled.tags = dict.fromkeys(_texts(plain.get("tags")))
        data = plain.get("data")
        titled.data = data if isinstance(data, dict) else None

    def _member(self, plain: Plain) -> Member:
        text = _words(plain.get("text"))
        ranges = objects(plain, "ranges")
        return Member(
            start=_line(plain),
            text=text,
            words=without_tags(text, ranges),
            is_reference=bool(plain.get("isReference")) or not text.strip(),
            tags=_texts(plain.get("tags")),
            links=[(_part(text, each), _words(each.get("url"))) for each in ranges if each.get("type") == "link"],
            data=plain.get("data"),
            section=self._section(plain),
        )

    def _section(self, plain: Plain) -> Section | None:
        return self._sections.get(_words(plain.get("section")))

    def _steps(self, argument: Argument, plain: Plain) -> list[Numbered]:
        """Return the numbered lines of an argument; without a conclusion they are no structure."""
        lines: list[Numbered] = []
        for each in objects(plain, "pcs"):
            role = _words(each.get("role"))
            title = each.get("title")
            statement = self._document.statements.get(title) if isinstance(title, str) else None
            if statement is None or role not in _ROLES:
                tell(self._tally, "dangling-step", Place(label=f"argument “{argument.title[:40]}”"))
                continue
            inference = None if role == PREMISE else self._inference(argument, each)
            lines.append(Numbered(statement, role, inference))
        if lines and lines[-1].inference is None:
            tell(self._tally, "no-conclusion", Place(label=f"argument “{argument.title[:40]}”"))
            return []
        return lines

    def _inference(self, argument: Argument, line: Plain) -> Inference:
        found = line.get("inference")
        plain = found if isinstance(found, dict) else {}
        return Inference(argument, _line(plain), _texts(plain.get("inferenceRules")), plain.get("data"))


def _part(text: str, plain: Plain) -> str:
    start, stop = plain.get("start"), plain.get("stop")
    return text[start : stop + 1] if type(start) is int and type(stop) is int and start >= 0 else ""


def _line(plain: Plain) -> int:
    line = plain.get("startLine")
    return line if type(line) is int and line > 0 else 0


def _words(value: object) -> str:
    return value if isinstance(value, str) else ""


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _texts(value: object) -> list[str]:
    return [each for each in _list(value) if isinstance(each, str)]
