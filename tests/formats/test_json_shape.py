"""The shape of a JSON text is looked for where its words allow one, and keeps no large file in memory."""

from __future__ import annotations

import json
import sys

import pytest

from argmap import formats
from argmap.formats import json_shape
from argmap.formats.json_shape import mentions, shape_of

_AIF = {"nodes": [{"nodeID": "1", "text": "a", "type": "I"}], "edges": [], "locutions": []}


def test_the_shape_of_a_large_text_does_not_keep_it() -> None:
    text = json.dumps({"nodes": {"a": {"atom": {"text": "b" * 1_000_000}}}})
    held = sys.getrefcount(text)
    assert shape_of(text).has("nodes", "{", "atom")
    assert sys.getrefcount(text) == held


def test_an_aif_graph_is_told_without_looking_for_its_shape(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_shape, "_shape", None)
    assert formats.detect(json.dumps(_AIF).encode()).name == "aif"


@pytest.mark.parametrize(
    ("words", "there"), [(("nodeID",), True), (("node",), False), (("atom", "edges"), True), ((), False)]
)
def test_a_word_is_mentioned_where_it_stands_whole_and_in_quotes(words: tuple[str, ...], *, there: bool) -> None:
    assert mentions(json.dumps(_AIF), *words) == there
