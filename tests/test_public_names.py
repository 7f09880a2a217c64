"""The Python API: small, lazy, and all of it there."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import argmap
from argmap.document import Document
from argmap.errors import ArgmapError
from argmap.model import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(argmap.__file__).parent
PACKAGES = sorted(
    str(path.parent.relative_to(PACKAGE)).replace("/", ".")
    for path in PACKAGE.rglob("__init__.py")
    if "__all__" in path.read_text(encoding="utf-8")
)


@pytest.fixture(scope="module", autouse=True)
def state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What argmap remembers of its user is the tests' own."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("ARGMAP_STATE_DIR", str(tmp_path_factory.mktemp("state")))
        yield


def test_the_public_names_are_sorted_and_each_once() -> None:
    assert list(argmap.__all__) == sorted(set(argmap.__all__))


@pytest.mark.parametrize("name", argmap.__all__)
def test_a_public_name_is_there(name: str) -> None:
    assert getattr(argmap, name) is not None


def test_the_names_are_listed() -> None:
    assert dir(argmap) == sorted(argmap.__all__)


def test_a_name_there_is_not_is_refused() -> None:
    with pytest.raises(AttributeError, match="argmap has no 'nothing'"):
        _ = argmap.nothing


def test_public_names_are_those_of_their_homes() -> None:
    assert argmap.Claim is Claim
    assert argmap.Document is Document
    assert argmap.ArgmapError is ArgmapError


def test_a_map_is_opened_argued_in_and_read_again(tmp_path: Path) -> None:
    """As the package's docstring shows it."""
    path = tmp_path / "tax.argmap"
    Document.create(path, argmap.editing.new_map(question="Should we?", positions=["Yes"]), author="A")
    document = argmap.open(str(path))
    claim = document.map.numbered(argmap.Claim, 1)
    assert claim is not None
    document.do(argmap.editing.add_objection(document.map, claim.id, "Poor households pay most"))  # type: ignore[arg-type]
    assert [each.text for each in argmap.open(path).map.claims.values()] == ["Yes", "Poor households pay most"]
    assert argmap.matching.search(document.map, "poor")[0].label == "C2"
    assert b"Poor households" in argmap.formats.write(document.map, "json").content


def test_what_is_no_map_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(argmap.ArgmapError, match="There is no file "):
        argmap.open(tmp_path / "missing.argmap")


def test_the_package_is_typed() -> None:
    assert (PACKAGE / "py.typed").is_file()


@pytest.mark.parametrize("name", [name for name in PACKAGES if name != "."])
def test_a_part_names_what_it_offers_in_order(name: str) -> None:
    """Every name is there and each stands once, constants, classes and functions each in their order."""
    from importlib import import_module

    module = import_module(f"argmap.{name}")
    assert len(set(module.__all__)) == len(module.__all__)
    assert [each for each in module.__all__ if not hasattr(module, each)] == []


@pytest.mark.parametrize("name", [name for name in PACKAGES if name != "."])
def test_a_part_offers_what_it_explains(name: str) -> None:
    """Whatever a package offers has a docstring."""
    from importlib import import_module

    module = import_module(f"argmap.{name}")
    offered = [getattr(module, each) for each in module.__all__]
    silent = [each for each in offered if (inspect.isclass(each) or inspect.isfunction(each)) and not each.__doc__]
    assert silent == []


def test_the_version_is_a_literal() -> None:
    """So that it can be read without running anything."""
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    values = [
        node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and ast.unparse(node.targets[0]) == "__version__"
    ]
    assert values == [argmap.__version__]
