"""No output does much more than ten times the work for ten times the claims: calls are counted, no time is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.drawings import Layout
from argmap.model import ArgumentMap
from argmap.publishing.pictures import one_sheet, write_pdf
from argmap.publishing.svg import write_svg
from benchmarks.outline_speed import outputs
from tests.counting import calls
from tests.drawings.scenes import scene_of, synthetic

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.drawings import Scene

FEW, MANY = 50, 500
MOST = 12
"""Times the calls that ten times the claims may take: what is linear but for sorting stays below."""

PRINTED = sorted(name for name in outputs(ArgumentMap(())) if not name.endswith(" pdf"))
"""What is ours alone: in a PDF the typesetting is another program's."""


@pytest.mark.parametrize("name", PRINTED)
def test_papers_grow_with_their_map(name: str) -> None:
    outputs(synthetic(3))[name]()  # what is done once for all
    few, many = (calls(outputs(synthetic(claims))[name]) for claims in (FEW, MANY))
    assert many <= MOST * few


@pytest.mark.parametrize("layout", Layout)
def test_pictures_grow_with_their_map(layout: Layout) -> None:
    def drawn(claims: int) -> Callable[[], str]:
        map_ = synthetic(claims)
        return lambda: write_svg(scene_of(map_, layout))

    drawn(3)()
    assert calls(drawn(MANY)) <= MOST * calls(drawn(FEW))


def test_pages_of_pictures_grow_with_their_map(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is handed to the typesetter."""
    monkeypatch.setattr("argmap.publishing.pictures.typeset", lambda *_, **__: (b"", ()))
    monkeypatch.setattr("argmap.publishing.pictures.MOST_POINTS", float("inf"))

    def written(scene: Scene) -> Callable[[], object]:
        return lambda: write_pdf([one_sheet(scene)])

    few, many = (calls(written(scene_of(synthetic(claims)))) for claims in (FEW, MANY))
    assert few > FEW
    assert many <= MOST * few
