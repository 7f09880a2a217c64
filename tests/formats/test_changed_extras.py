"""What a foreign file said is kept in a map, where a stranger may have changed it: no export ever stumbles over it."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import pytest

from argmap import formats
from tests.formats.graph_files import CARNEADES, KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

ANYTHING: tuple[Any, ...] = (None, 7, "x", ["x"], {"id": {}})

KEPT: dict[str, Any] = {
    **KINDS,
    "carneades": CARNEADES,
    "aif": {
        "nodes": [
            {"nodeID": "1", "text": "a", "type": "I", "odd": 1},
            {"nodeID": "2", "text": "b", "type": "I"},
            {"nodeID": "3", "text": "Modus", "type": "RA", "scheme": "x"},
            {"nodeID": "4", "text": "S : b", "type": "L"},
            {"nodeID": "5", "text": "Asserting", "type": "YA"},
            {"nodeID": "6", "text": "TA", "type": "TA"},
        ],
        "edges": [
            {"edgeID": ends, "fromID": ends[0], "toID": ends[1]} for ends in ("23", "31", "45", "52", "46")
        ],
        "locutions": [{"nodeID": "4", "personID": "9", "start": None}],
    },
    "jsoncanvas": {
        "nodes": [
            {"id": "1", "type": "text", "text": "a", "x": 1, "y": 1, "width": 9, "height": 9, "color": "3"},
            {"id": "2", "type": "text", "text": "b", "x": 1, "y": 1, "width": 9, "height": 9},
            {"id": "3", "type": "file", "file": "f.md", "x": 1, "y": 1, "width": 9, "height": 9},
        ],
        "edges": [
            {"id": "4", "fromNode": "2", "toNode": "1", "label": "supports", "fromSide": "top"},
            {"id": "5", "fromNode": "3", "toNode": "1", "label": "see"},
        ],
    },
    "mindmup": {
        "id": "root",
        "formatVersion": 3,
        "title": "a",
        "ideas": {
            "1": {
                "id": 2,
                "title": "group",
                "attr": {"group": "supporting", "contentLocked": True, "odd": [1]},
                "ideas": {"1": {"id": 3, "title": "b", "attr": {"note": {"text": "n"}, "style": {"k": 1}}}},
            },
            "-1": {"id": 4, "title": "c", "attr": {"collapsed": True}},
        },
        "links": [{"ideaIdFrom": 3, "ideaIdTo": 4, "attr": {"k": 1}}],
    },
    "freeplane": """<map version="freeplane 1.9"><node TEXT="a" ID="ID_1" COLOR="#111111"><icon BUILTIN="idea"/>
        <attribute NAME="k" VALUE="v"/><node TEXT="b" ID="ID_2" LINK="#ID_1"><icon BUILTIN="button_ok"/></node>
        <node TEXT="c" ID="ID_3" POSITION="left"><arrowlink DESTINATION="ID_2" MIDDLE_LABEL="see"/></node></node>
        </map>""",
    "opml": """<opml version="2.0"><head><title>t</title><ownerName>o</ownerName></head><body>
        <outline text="a" odd="1"><outline text="PRO: b" type="x"/><outline text="c" created="y"/></outline></body>
        </opml>""",
    "argdown": (
        "===\ntitle: t\nodd: {k: [1]}\n===\n\n# H #(t) {isGroup: true}\n\n[A]: a #(t) {k: 1}\n"
        "    + <B>: b {k: [1]}\n\n<B>\n\n(1) [C]: c {k: 1}\n-- Rule {uses: [1], k: 1} --\n(2) [A]\n\n[A]: again\n"
    ),
    "csv": "id,claim,relation,parent,odd,credence\nx,a,,,o,\ny,b,pro,x,,high\nz,c,perhaps,x,,\n",
}  # fmt: skip


def places_in(value: Any, above: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the way to everything inside *value*."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield (*above, key)
        yield from places_in(inner, (*above, key))


def put(whole: Any, place: tuple[str | int, ...], value: object) -> Any:
    """Return a copy of *whole* with *value* at *place*."""
    changed = here = copy.deepcopy(whole)
    for key in place[:-1]:
        here = here[key]
    here[place[-1]] = value
    return changed


@pytest.mark.parametrize("name", KEPT)
def test_whatever_stands_among_the_extras_is_written_or_left_out(name: str) -> None:
    """At every place of the extras anything may stand; what comes out is a file that is read again."""
    said = KEPT[name]
    map_ = formats.read((said if isinstance(said, str) else json.dumps(said)).encode(), "x", name).map()
    whole = json.loads(formats.write(map_, "json").content)
    places = [place for place in places_in(whole) if "extras" in place[:-1]]
    assert places, "nothing was kept of it"
    for place in places:
        for value in ANYTHING:
            changed = formats.read(json.dumps(put(whole, place, value)).encode(), "x", "json").map()
            again = formats.read(formats.write(changed, name).content, "x", name).map()
            assert len(again.claims) >= len(map_.claims)
            assert len(again.inferences) >= len(map_.inferences)
