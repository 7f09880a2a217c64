"""The samples by name: in a checkout, or in an installed package, or nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.settings import samples as finding
from argmap.settings.samples import sample_files, samples


def test_every_sample_that_is_named_is_there() -> None:
    for name, words in samples().items():
        assert words.endswith((".", "?")), name
        assert sample_files(name) != {}, name


def test_a_single_map_goes_here_and_a_set_into_a_folder_of_its_name() -> None:
    assert list(sample_files("iraq-troops")) == [Path("iraq-troops.argmap")]
    assert {place.parent for place in sample_files("iraq")} == {Path("iraq")}
    assert len(sample_files("iraq")) == 5


def test_every_shipped_map_belongs_to_a_sample() -> None:
    given = {source for name in samples() for source in sample_files(name).values()}
    folder = next(folder for folder in finding._FOLDERS if folder.is_dir())
    assert given == set(folder.rglob("*.argmap"))


@pytest.mark.parametrize("name", ["", "nothing", "../secrets", "iraq-troops.argmap"])
def test_a_name_there_is_not_has_no_files(name: str) -> None:
    assert sample_files(name) == {}


def test_without_the_samples_there_are_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(finding, "_FOLDERS", (tmp_path / "nowhere",))
    assert sample_files("iraq-troops") == {}


def test_the_packages_own_samples_come_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(finding, "_FOLDERS", (tmp_path, *finding._FOLDERS))
    (tmp_path / "voting-age.argmap").touch()
    assert list(sample_files("voting-age").values()) == [tmp_path / "voting-age.argmap"]
