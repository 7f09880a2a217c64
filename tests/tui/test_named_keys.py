"""Sentences of the screen name the keys in use, never those that stand in the registry."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import argmap.settings
import argmap.tui
from argmap.tui.actions import ACTIONS, keymap_of
from argmap.tui.app import ArgmapApp
from argmap.tui.preferences import Preferences
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.document import Document

_TUI, _SETTINGS = (Path(package.__path__[0]) for package in (argmap.tui, argmap.settings))
_OWN_KEYS = {"sources.py", "quotes.py", "remarks.py", "browsing.py", "citing.py", "sourced.py", "keys.py"}
"""Dialogs with keys of their own, which no keymap changes, and the names of keys."""

_HARD = re.compile(
    r"\b[Pp]ress (?!\[|Enter|Esc)\S"  # Press x
    r"|\bBackspace\b"
    r"|(?:^|[.:;,] )\S (?:goes|shows|zooms|moves|marks|attaches|removes|pastes|brings|adds|sets|here|on a claim)\b"
)


def _sentences() -> Iterator[tuple[str, str]]:
    """Every text in the code of the screen that is no docstring; what is filled in stands as ``[]``."""
    for path in (*_TUI.rglob("*.py"), *_SETTINGS.glob("*.py")):
        if path.name in _OWN_KEYS:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                parts = (str(part.value) if isinstance(part, ast.Constant) else "[]" for part in node.values)
                yield path.name, "".join(parts)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
                yield path.name, node.value


def test_no_sentence_has_a_key_in_it() -> None:
    found = [f"{name}: {text}" for name, text in _sentences() if _HARD.search(text)]
    assert not found


@pytest.mark.parametrize("text", ["Press m to choose.", "It is in focus. Backspace zooms out.", "None. b on a claim."])
def test_the_search_finds_what_it_is_for(text: str) -> None:
    assert _HARD.search(text)


async def test_other_keys_are_named_where_they_are_in_use(document: Document) -> None:
    """With every key another, no sentence names an old one."""
    keys = {
        action.id: (f"f{number}" if number < 25 else f"ctrl+f{number % 25 + 1}",)
        for number, action in enumerate(ACTIONS)
    }
    app = ArgmapApp(document, wishes=Preferences(keymap=keymap_of(keys)))
    async with at(app) as pilot:
        person = Person(app, pilot)
        for row in (0, 3):
            person.screen.tree_view.jump(row)
            for id_ in ("select", "next-bookmark", "zoom-out", "paste", "resolve-comment", "quotes", "forward", "copy"):
                action = next((each for each in ACTIONS if each.id == id_), None)
                if action is not None:
                    person.screen.attempt(lambda: action.do(person.screen, ""))  # noqa: B023  # done at once
                    words = re.findall(r"(?<!\S)[a-zA-Z'~&@|!](?!\S)", person.status)
                    assert set(words) <= {"a"}, person.status
