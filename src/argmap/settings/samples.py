"""The sample maps that come with argmap: in the package once installed, in the checkout's ``argmaps/`` before."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_FOLDERS = (_PACKAGE / "argmaps", _PACKAGE.parents[1] / "argmaps")

_WORDS = {
    "iraq-troops": "Should US and coalition forces leave Iraq? Five articles in one argument.",
    "iraq": "The same five articles, one map each: an exercise in merging.",
    "carbon-tax": "Should the country introduce a carbon tax?",
    "basic-income": "Should every adult receive an unconditional basic income?",
    "nuclear-power": "Should the country build new nuclear power stations?",
    "voting-age": "Should the voting age be 16?",
}


def samples() -> dict[str, str]:
    """Return the names of the samples with a line on each."""
    return dict(_WORDS)


def sample_files(name: str) -> dict[Path, Path]:
    """Return the files of a sample: where each goes, below the user's folder, and where it is; empty if unknown."""
    if name not in _WORDS:
        return {}
    folder = next((folder for folder in _FOLDERS if folder.is_dir()), None)
    if folder is None:
        return {}
    single = folder / f"{name}.argmap"
    if single.is_file():
        return {Path(single.name): single}
    return {Path(name) / path.name: path for path in sorted((folder / name).glob("*.argmap"))}
