"""What argmap writes as Argdown says the same to Argdown's own command line, where it is installed.

Set ``ARGMAP_PEER_ARGDOWN`` to the program ``argdown`` (``npm install @argdown/cli`` in a folder of its own).
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from argmap import formats
from argmap.document import Document
from argmap.formats.argdown.document import Inference
from argmap.formats.argdown.kept import flat
from argmap.formats.argdown.parsing import parsed
from tests.formats.arguments import TRAPS, arguments, cleaned
from tests.strategies import maps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.argdown.document import End
    from argmap.model import ArgumentMap

SAMPLES = Path(__file__).parents[3] / "argmaps"
OWN = Path(__file__).parents[1] / "argdown" / "files"
_NOT_TESTED = (
    "NO ARGDOWN: that @argdown/cli reads what argmap writes was NOT TESTED. "
    "Set ARGMAP_PEER_ARGDOWN to the program argdown of @argdown/cli."
)


@pytest.fixture(scope="module")
def argdown() -> str:
    """The program; without it, a warning that cannot be overlooked."""
    found = os.environ.get("ARGMAP_PEER_ARGDOWN", "")
    if not found:
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            warnings.warn(_NOT_TESTED, stacklevel=1)
        pytest.skip(_NOT_TESTED)
    assert shutil.which(found), f"ARGMAP_PEER_ARGDOWN is {found}, which cannot be run"
    return found


def printed(argdown: str, folder: Path, written: dict[str, str]) -> dict[str, Any]:
    """Let the program read all texts at once; return its JSON by name."""
    for name, text in written.items():
        (folder / f"{name}.argdown").write_text(text, encoding="utf-8")
    out = folder / "out"
    out.mkdir()
    command = [argdown, "json", str(folder / "*.argdown"), str(out)]
    subprocess.run(command, capture_output=True, timeout=120, check=False)  # a fault in one leaves out the rest
    return {each.stem: json.loads(each.read_text(encoding="utf-8")) for each in out.glob("*.json")}


def assert_same(text: str, said: dict[str, Any], map_: ArgumentMap) -> None:
    """See that the program says of *text* what argmap does, and that all claims of *map_* are in it in their words."""
    ours = parsed(text)
    assert ours.faults == []
    assert set(said["statements"]) == set(ours.statements)
    assert set(said["arguments"]) == set(ours.arguments)
    theirs = sorted((each["relationType"], each["from"], each["to"]) for each in said["relations"])
    assert theirs == sorted((each.kind, _title(each.source), _title(each.target)) for each in ours.relations)
    assert list(_headings(said["sections"])) == [(each.title, each.level) for each in ours.sections]
    words = {}
    for titled in (*said["statements"].values(), *said["arguments"].values()):
        own = titled.get("data", {}).get("argmap", {})
        if "id" in own:
            words[own["id"]] = _without_tags(titled)
    assert words == {claim.id: flat(claim.text) for claim in map_.claims.values()}


def _title(end: End) -> str:
    return end.argument.title if isinstance(end, Inference) else end.title


def _headings(sections: list[dict[str, Any]]) -> Iterator[tuple[str, int]]:
    for each in sections:
        yield each["title"], each["level"]
        yield from _headings(each["children"])


def _without_tags(titled: dict[str, Any]) -> str:
    (text,) = [each["text"] for each in titled["members"] if not each.get("isReference")]
    text = text.strip()
    for tag in reversed(titled.get("tags", [])):
        text = text.removesuffix(f"#({tag})").rstrip()
    return str(text)


def _generated() -> dict[str, ArgumentMap]:
    found: list[ArgumentMap] = []
    for strategy in (maps(), arguments()):

        @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
        @given(strategy)
        def collect(map_: ArgumentMap) -> None:
            found.append(cleaned(map_))

        collect()
    return {f"generated{place}": each for place, each in enumerate(found)}


def test_argdown_reads_every_map_as_argmap_means_it(argdown: str, tmp_path: Path) -> None:
    """All sample maps, all files of Argdown's own that are in the project, and maps of any kind."""
    there = _generated()
    for place in sorted(SAMPLES.glob("*.argmap")):
        there[place.stem] = Document.open(Path(shutil.copy(place, tmp_path / place.name))).map
    for place in sorted(OWN.glob("*.argdown")):
        there[f"own-{place.stem}"] = formats.read(place.read_bytes(), place.name, "argdown").map()
    there = {name: map_ for name, map_ in there.items() if map_.claims}
    written = {name: formats.write(map_, "argdown").content.decode() for name, map_ in there.items()}
    written = {name: text.replace('"regroup"', '"regroup in argmap"') for name, text in written.items()}
    said = printed(argdown, tmp_path, written)
    assert said.keys() == there.keys()
    for name, map_ in there.items():
        assert_same(written[name], said[name], map_)


_PLACES = ("[{}]: {}", "[{}]: a\n  + [b]: {}", "<{}>: {}", "# {1}", "<{}>\n\n(1) {}\n--\n{}\n--\n(2) c", "* {1}")
_SIGNS = st.sampled_from([*"\\#*_[]<>{}/@.:=-+()|~`^!,;&%$'\" ab", "http://", "...", "//", "/*", "*/", "<!--", "==="])
_NASTY = st.lists(_SIGNS, min_size=1, max_size=12).map("".join)


def test_argdown_reads_any_words_as_they_are(argdown: str, tmp_path: Path) -> None:
    """The rule of escaping holds for every sign, in every place where words may stand."""
    from argmap.formats.argdown.escaping import escaped

    texts = [flat(trap) for trap in TRAPS]

    @settings(max_examples=200, deadline=None, phases=[Phase.generate])
    @given(_NASTY)
    def collect(text: str) -> None:
        texts.append(flat(text))

    collect()
    texts = [text for text in texts if text]
    files = {}
    for number, place in enumerate(_PLACES):
        for at, text in enumerate(texts):
            rule = escaped(text, in_rules=True)
            files[f"p{number}-{at}"] = place.format("t", escaped(text), rule) + "\n"
    said = printed(argdown, tmp_path, files)
    assert said.keys() == files.keys()
    for name, text in files.items():
        ours = parsed(text)
        assert {title: each.text for title, each in ours.statements.items()} == {
            title: _said(each) for title, each in said[name]["statements"].items()
        }, text
        assert [(each.title, each.level) for each in ours.sections] == list(_headings(said[name]["sections"])), text
        wanted = texts[int(name.partition("-")[2])]
        rules = [line.inference.rules for each in ours.arguments.values() for line in each.pcs if line.inference]
        spoken = [each.text for each in (*ours.statements.values(), *ours.arguments.values()) if each.text is not None]
        assert wanted in [*(each.strip() for each in spoken), *(each.title for each in ours.sections)], text
        assert rules in ([], [[wanted]]), text


def _said(plain: dict[str, Any]) -> str | None:
    words = [each["text"] for each in plain["members"] if not each.get("isReference")]
    return words[-1] if words else None
