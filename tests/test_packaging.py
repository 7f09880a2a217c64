"""The wheel holds what argmap needs to run: the schema, the samples, its types; and it runs without the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import argmap

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    pytest.importorskip("hatchling", reason="the wheel is built with hatchling; pip install hatchling")
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index", "--quiet"),
            *("--wheel-dir", str(folder), str(ROOT)),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_is_named_after_the_version(wheel: Path) -> None:
    assert wheel.name == f"argmap-{argmap.__version__}-py3-none-any.whl"


def test_the_wheel_holds_every_module_and_all_that_goes_with_them(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    package = ROOT / "src" / "argmap"
    needed = {
        f"argmap/{path.relative_to(package).as_posix()}"
        for path in package.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert {"argmap/py.typed", "argmap/store/schema/v1.sql", "argmap/wording/lexicon/opposites.txt"} <= needed
    assert needed - held == set()
    samples = {
        f"argmap/argmaps/{path.relative_to(ROOT / 'argmaps').as_posix()}"
        for path in (ROOT / "argmaps").rglob("*.argmap")
    }
    assert len(samples) == 10
    assert samples - held == set()


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    """No tests, no sources, no caches."""
    with zipfile.ZipFile(wheel) as archive:
        held = archive.namelist()
    ours = f"argmap-{argmap.__version__}.dist-info/"
    assert [name for name in held if not name.startswith(("argmap/", ours))] == []
    assert [name for name in held if "__pycache__" in name or name.endswith((".pyc", ".yaml", ".md"))] == []


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's content, as an installation would lay it out."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def _run(unpacked: Path, here: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "argmap", *arguments],
        cwd=here,
        capture_output=True,
        text=True,
        check=False,
        env={
            **os.environ,
            "PYTHONPATH": str(unpacked),
            "ARGMAP_STATE_DIR": str(here / "state"),
            "ARGMAP_AUTHOR": "Tester",
        },
    )


def test_what_runs_is_the_wheels_content(unpacked: Path, tmp_path: Path) -> None:
    code = "import argmap; print(argmap.__file__)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(unpacked)},
    )
    assert Path(done.stdout.strip()).is_relative_to(unpacked)


def test_the_samples_are_found_in_an_installation(unpacked: Path, tmp_path: Path) -> None:
    copied = _run(unpacked, tmp_path, "sample", "--all")
    assert (copied.returncode, copied.stdout.count("Copied ")) == (0, 10), copied.stderr
    for path in (ROOT / "argmaps").rglob("*.argmap"):
        assert (tmp_path / path.relative_to(ROOT / "argmaps")).read_bytes() == path.read_bytes()


def test_an_installation_makes_edits_and_shows_maps(unpacked: Path, tmp_path: Path) -> None:
    """Which needs the schema's text."""
    assert _run(unpacked, tmp_path, "new", "tax.argmap", "-p", "Yes").returncode == 0
    assert _run(unpacked, tmp_path, "add", "tax.argmap", "Since", "--supports", "C1").returncode == 0
    shown = _run(unpacked, tmp_path, "show", "tax.argmap")
    assert shown.stdout.splitlines() == ["= position C1 Yes", "  + supports C2 Since"]


def test_the_licence_travels_with_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (licence,) = [name for name in archive.namelist() if name.endswith("LICENSE")]
        assert b"MIT License" in archive.read(licence)


def test_every_library_that_the_tests_and_checks_bring_is_pinned() -> None:
    """Also what they bring themselves: else a release of somebody's library changes what a test sees overnight."""
    pinned = {canonicalize_name(line.partition("==")[0]) for line in _lines("constraints.txt") if "==" in line}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    waiting = [Requirement(each) for group in (project["dependencies"], *extras) for each in group]
    known: set[str] = set()
    while waiting:
        wanted = waiting.pop()
        if wanted.name != "argmap" and str(wanted) not in known:
            known.add(str(wanted))
            assert canonicalize_name(wanted.name) in pinned, wanted
            waiting += _brought_by(wanted)
    assert len(known) > len(project["dependencies"])


def _lines(name: str) -> list[str]:
    return (ROOT / name).read_text("utf-8").splitlines()


def _brought_by(wanted: Requirement) -> list[Requirement]:
    """Return what a library needs here, with the extras that are asked for; of one that is not installed, nothing."""
    try:
        needed = [Requirement(each) for each in requires(wanted.name) or ()]
    except PackageNotFoundError:
        return []
    extras = ["", *wanted.extras]
    return [each for each in needed if each.marker is None or any(each.marker.evaluate({"extra": e}) for e in extras)]
