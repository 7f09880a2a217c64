"""The shipped maps are what their reviewable text says: the same content, the same history, the same schema."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from argmap import formats
from argmap.model import ArgumentMap, Claim
from argmap.model.roles import undercuts_of
from argmap.store import MapFile
from tests.store.raw import fetch, right_sum, steps_in, stored_sum

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

ROOT = Path(__file__).parents[1]
TEXTS = sorted((ROOT / "data" / "maps").glob("*.yaml"))
BUILT = ROOT / "argmaps"

IRAQ = "iraq-troops"


def _tool(name: str) -> ModuleType:
    """A script of this project, which is no part of the package."""
    spec = spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


build_maps = _tool("build_maps")


@pytest.fixture(scope="module", autouse=True)
def state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What argmap remembers of its user is the tests' own."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("ARGMAP_STATE_DIR", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every map, built anew from its text."""
    folder = tmp_path_factory.mktemp("rebuilt")
    return {text.stem: build_maps.build(text, folder) for text in TEXTS}


def _committed(text: Path) -> Path:
    place: Path = build_maps.place_of(text)
    return BUILT / place


def _read(name: str) -> ArgumentMap:
    return MapFile(_committed(ROOT / "data" / "maps" / f"{name}.yaml")).read().map


def test_every_text_has_its_map_and_every_map_its_text() -> None:
    assert sorted(map(_committed, TEXTS)) == sorted(BUILT.rglob("*.argmap"))


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.stem)
def test_the_committed_map_says_what_its_text_says(rebuilt: dict[str, Path], text: Path) -> None:
    """Equal canonical JSON."""
    made, committed = MapFile(rebuilt[text.stem]).read().map, MapFile(_committed(text)).read().map
    assert formats.write(made, "json").content == formats.write(committed, "json").content
    assert made == committed


def _history(path: Path) -> list[dict[str, Any]]:
    columns = ("id", "seq", "parent", "parent2", "kind", "label", "author", "at", "session", "refers")
    return [{name: getattr(step, name) for name in columns} | {"changes": step.text} for step in steps_in(path)]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.stem)
def test_the_committed_map_has_the_history_its_text_makes(rebuilt: dict[str, Path], text: Path) -> None:
    """Step by step, with the same ids, times, authors and changes."""
    assert _history(rebuilt[text.stem]) == _history(_committed(text))


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.stem)
def test_the_committed_map_has_the_schema_of_today(rebuilt: dict[str, Path], text: Path) -> None:
    schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
    assert fetch(rebuilt[text.stem], schema) == fetch(_committed(text), schema)
    kept = "SELECT copy_id, head, seq, state_sum, last_claim, last_inference, last_source, last_comment FROM file"
    assert fetch(rebuilt[text.stem], kept) == fetch(_committed(text), kept)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.stem)
def test_the_committed_map_is_sound(text: Path) -> None:
    path = _committed(text)
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert right_sum(path) == stored_sum(path)
    assert [step.right_id for step in steps_in(path)] == [step.id for step in steps_in(path)]


def test_the_iraq_map_holds_the_whole_argument() -> None:
    map_ = _read(IRAQ)
    assert (len(map_.claims), len(map_.sources), len(map_.positions())) == (139, 5, 3)
    assert map_.about.question != ""
    undercuts = [use for use in map_.inferences.values() if use.bears_on_inference and not use.supports]
    assert len(undercuts) >= 10
    assert any(undercuts_of(map_, use.id) for use in map_.inferences.values())
    assert len([use for use in map_.inferences.values() if use.is_joint]) >= 10
    assert len([claim for claim in map_.claims if len(map_.uses_of(claim)) > 1]) >= 10
    assert len(map_.conflicts) >= 1
    assert len(map_.dependences) >= 1
    assert all(citation.paragraph or citation.page for citation in map_.citations.values())
    assert any(citation.asserted_by and citation.via for citation in map_.citations.values())


@pytest.mark.parametrize(
    "words",
    [
        "Withdrawal enables an ISIS return.",
        "ISIS is defeated and the coalition is a magnet for instability.",
    ],
)
def test_the_claims_of_the_design_card_are_in_the_iraq_map(words: str) -> None:
    found = [claim for claim in _read(IRAQ).claims.values() if claim.text == words]
    assert [type(claim) for claim in found] == [Claim]
    assert _read(IRAQ).uses_of(found[0].id) != ()


@pytest.mark.parametrize("text", [text for text in TEXTS if text.stem != IRAQ], ids=lambda text: text.stem)
def test_every_other_map_is_an_argument_too(text: Path) -> None:
    """A question, positions, reasons and objections."""
    map_ = MapFile(_committed(text)).read().map
    assert map_.about.title
    assert map_.about.question.endswith("?")
    assert len(map_.positions()) >= 1
    polarities = {use.polarity.value for use in map_.inferences.values()}
    assert polarities == {"supports", "opposes"}
    unplaced = [
        claim.label
        for claim in map_.claims.values()
        if not claim.is_position and not map_.is_used(claim.id) and not map_.is_targeted(claim.id)
    ]
    assert len(unplaced) <= 1, "a figure kept for comparison"


def test_the_maps_of_one_source_cite_one_source_each() -> None:
    singles = [text for text in TEXTS if build_maps.place_of(text).parent.name == "iraq"]
    assert len(singles) == 5
    for text in singles:
        map_ = MapFile(_committed(text)).read().map
        assert len(map_.sources) == 1, text.stem
        assert len(map_.citations) > 0, text.stem


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.stem)
def test_building_twice_gives_the_same_step(rebuilt: dict[str, Path], tmp_path: Path, text: Path) -> None:
    again = build_maps.build(text, tmp_path)
    assert steps_in(again)[-1].id == steps_in(rebuilt[text.stem])[-1].id
