"""The layers hold: who may import whom, and what every module says of itself."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "argmap"
_LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"
MODULES = sorted(PACKAGE.rglob("*.py"))


def test_the_import_contracts_hold() -> None:
    """Layers, the plain core, SQLModel in the store alone: see the contracts in ``pyproject.toml``."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            "--no-cache",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 broken" in done.stdout


def _named(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", MODULES, ids=_named)
def test_a_module_begins_with_what_it_is(path: Path) -> None:
    """Its docstring's first line is a sentence of its own."""
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert said, "no docstring"
    first, *rest = said.splitlines()
    assert first[-1] in ".?!", "no sentence"
    assert len(first) <= 117
    assert not rest or rest[0] == "", "the first line ends the sentence"


def _is_part(name: str) -> bool:
    return (PACKAGE / name).is_dir() or (PACKAGE / f"{name}.py").is_file()


@pytest.mark.parametrize("path", MODULES, ids=_named)
def test_no_module_imports_the_bare_package(path: Path) -> None:
    """``argmap`` itself is the public face, for users of the package and not for its parts."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names if alias.name == "argmap"]
        if isinstance(node, ast.ImportFrom) and node.module == "argmap" and path.name != "__init__.py":
            found += [alias.name for alias in node.names if not _is_part(alias.name)]
    assert found == []


@pytest.mark.parametrize("path", MODULES, ids=_named)
def test_imports_name_modules_whole(path: Path) -> None:
    """No relative imports: a module can be moved, and its imports read the same everywhere."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [node.lineno for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level] == []
