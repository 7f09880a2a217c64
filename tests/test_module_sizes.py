"""Modules and functions stay small enough to be read in one go."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import median

PACKAGE = Path(__file__).parents[1] / "src" / "argmap"
MODULES = {str(path.relative_to(PACKAGE)): path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py"))}
MOST_IN_A_MODULE = 500
MOST_IN_A_FUNCTION = 50
USUAL_MOST_IN_A_FUNCTION = 30
USUAL_SHARE = 0.95
MEDIAN_MODULE = 150


def _functions() -> dict[str, int]:
    """The lines of every function's body, its docstring left out."""
    found: dict[str, int] = {}
    for module, text in MODULES.items():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                body = node.body[1:] if ast.get_docstring(node) else node.body
                last = node.end_lineno or node.lineno
                found[f"{module}:{node.lineno} {node.name}"] = last - body[0].lineno + 1 if body else 0
    return found


def test_no_module_is_long() -> None:
    lines = {module: len(text.splitlines()) for module, text in MODULES.items()}
    assert {module: count for module, count in lines.items() if count > MOST_IN_A_MODULE} == {}


def test_the_usual_module_is_short() -> None:
    assert len(MODULES) > 50
    assert median(len(text.splitlines()) for text in MODULES.values()) <= MEDIAN_MODULE


def test_no_function_is_long() -> None:
    assert {name: count for name, count in _functions().items() if count > MOST_IN_A_FUNCTION} == {}


def test_nearly_every_function_is_short() -> None:
    counts = list(_functions().values())
    assert len(counts) > 500
    short = sum(count < USUAL_MOST_IN_A_FUNCTION for count in counts)
    assert short / len(counts) >= USUAL_SHARE
