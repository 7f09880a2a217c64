"""Small files of argument graphs, one a format, and hostile values to put into every place of them."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgumentMap

ARGUEBUF: dict[str, Any] = {
    "nodes": {
        "a": {"atom": {"text": "Rents rise.", "reference": {"resource": "t", "offset": 4, "text": "rents"}}},
        "b": {"atom": {"text": "Few flats are built.", "participant": "p"}},
        "c": {"atom": {"text": "Land is dear."}, "userdata": {"colour": "red"}},
        "d": {"atom": {"text": "Land is cheap here."}},
        "s": {"scheme": {"support": "SUPPORT_CAUSE_TO_EFFECT"}, "metadata": {"created": "2024-01-02T03:04:05Z"}},
        "x": {"scheme": {"attack": "ATTACK_DEFAULT"}},
        "m": {"scheme": {"rephrase": "REPHRASE_DEFAULT"}},
        "n": {"scheme": {}},
    },
    "edges": {
        "1": {"source": "b", "target": "s", "userdata": {"sure": True}},
        "2": {"source": "c", "target": "s"},
        "3": {"source": "s", "target": "a"},
        "4": {"source": "d", "target": "x"},
        "5": {"source": "x", "target": "s"},
        "6": {"source": "c", "target": "m"},
        "7": {"source": "m", "target": "d"},
    },
    "resources": {"t": {"text": "All rents rise now.", "title": "On rents", "source": "https://example.org/rents"}},
    "participants": {"p": {"name": "Ada", "email": "ada@example.org"}},
    "analysts": {"q": {"name": "Ben"}},
    "majorClaim": "a",
    "schemaVersion": 1,
    "userdata": {"topic": "rents"},
}
SADFACE: dict[str, Any] = {
    "metadata": {"core": {"title": "Rents", "analyst_name": "Ben", "analyst_email": "", "version": "0.2"}},
    "resources": [{"id": "t", "content": "All rents rise now.", "type": "text", "metadata": {"core": {"title": "On"}}}],
    "nodes": [
        {"id": "a", "type": "atom", "text": "Rents rise.", "metadata": {},
         "sources": [{"resource_id": "t", "text": "rents", "offset": 4, "length": 5}]},
        {"id": "b", "type": "atom", "text": "Few flats are built.", "metadata": {"core": {}, "mine": {"k": 1}},
         "sources": []},
        {"id": "c", "type": "atom", "text": "Land is dear.", "metadata": {}, "sources": []},
        {"id": "d", "type": "atom", "text": "Land is cheap here.", "metadata": {}, "sources": []},
        {"id": "s", "type": "scheme", "name": "support", "metadata": {}},
        {"id": "x", "type": "scheme", "name": "conflict", "metadata": {}},
        {"id": "m", "type": "scheme", "name": "rephrase", "metadata": {}},
    ],
    "edges": [
        {"id": "1", "source_id": "b", "target_id": "s"},
        {"id": "2", "source_id": "c", "target_id": "s"},
        {"id": "3", "source_id": "s", "target_id": "a"},
        {"id": "4", "source_id": "d", "target_id": "x"},
        {"id": "5", "source_id": "x", "target_id": "s"},
        {"id": "6", "source_id": "c", "target_id": "m"},
        {"id": "7", "source_id": "m", "target_id": "d"},
    ],
}  # fmt: skip
ARGDOWN_JSON: dict[str, Any] = {
    "arguments": {
        "R": {
            "type": "argument",
            "title": "R",
            "relations": [],
            "members": [{"type": "statement", "role": "argument-description", "text": "Why so", "startLine": 7}],
            "pcs": [
                {"type": "statement", "title": "b", "role": "premise"},
                {"type": "statement", "title": "c", "role": "premise"},
                {
                    "type": "statement",
                    "title": "a",
                    "role": "main-conclusion",
                    "inference": {"type": "inference", "inferenceRules": ["Scarcity"], "relations": []},
                },
            ],
        }
    },
    "statements": {
        "a": {
            "type": "equivalence-class",
            "title": "a",
            "relations": [],
            "members": [{"text": "Rents rise.", "startLine": 1}],
        },
        "b": {"type": "equivalence-class", "title": "b", "members": [{"text": "Few flats are built."}]},
        "c": {
            "type": "equivalence-class",
            "title": "c",
            "members": [
                {"text": "Land is dear. #cost", "ranges": [{"type": "tag", "start": 14, "stop": 18, "tag": "cost"}]}
            ],
            "tags": ["cost"],
            "data": {"source": "me"},
        },
        "d": {"type": "equivalence-class", "title": "d", "members": [{"text": "Land is cheap here."}]},
    },
    "relations": [
        {
            "type": "relation",
            "relationType": "undercut",
            "from": "d",
            "fromType": "equivalence-class",
            "to": "R",
            "toType": "inference",
            "conclusionIndex": 2,
        },
        {"relationType": "contrary", "from": "c", "to": "d"},
        {"relationType": "rephrase", "from": "c", "to": "d"},
    ],
    "sections": [],
    "tags": {},
}
CARNEADES = """\
meta:
  title: Rents
  notes: by hand
statements:
  a: Rents rise.
  b: Few flats are built.
  c:
    text: Land is dear.
    assumed: true
  ¬c: Land is not dear.
  d: Land is cheap here.
  ¬app(a1): ¬app(a1)
arguments:
  a1:
    conclusion: a
    premises: [b, c]
    undercutter: ¬app(a1)
  a2:
    conclusion: ¬app(a1)
    premises: [d]
  a3:
    conclusion: ¬b
    premises: [d]
issues:
  i1:
    positions: [c, ¬c]
    standard: CCE
assumptions: [d]
tests:
  in: [d]
"""
KINDS = {"arguebuf": ARGUEBUF, "sadface": SADFACE, "argdown-json": ARGDOWN_JSON}
HOSTILE: tuple[Any, ...] = (
    None, True, 7, -1, 1.5, 10**30, "", " ", "\x00\x1b[31m", "\ud83d", "</script>{{7*7}}%s$(id)", [], {}, [None], [[]],
    [{}], {"": {}}, {"id": []}, "x" * 12_000,
)  # fmt: skip


def with_each_place_replaced(plain: Any, share: int) -> Iterator[tuple[str, Any]]:
    """Yield *plain* with one place after the other replaced by one in *share* of the hostile values, in turn."""
    for number, path in enumerate(_paths(plain)):
        for at, value in enumerate(HOSTILE):
            if (number + at) % share:
                continue
            changed = copy.deepcopy(plain)
            inner = changed
            for key in path[:-1]:
                inner = inner[key]
            inner[path[-1]] = value
            yield f"{'/'.join(map(str, path))}={at}", changed


def _paths(plain: Any) -> Iterator[tuple[Any, ...]]:
    waiting: list[tuple[tuple[Any, ...], Any]] = [((), plain)]
    while waiting:
        path, value = waiting.pop()
        if path:
            yield path
        if isinstance(value, dict):
            waiting.extend(((*path, key), each) for key, each in value.items())
        elif isinstance(value, list):
            waiting.extend(((*path, at), each) for at, each in enumerate(value))


def steps(map_: ArgumentMap) -> set[tuple[str, tuple[str, ...], str, str]]:
    """The kind, the premises, the target and the scheme of every inference."""
    return {
        (
            each.kind,
            tuple(sorted(map_.claims[premise].text for premise in each.premises)),
            map_.claims[each.target].text if each.target in map_.claims else map_.inferences[each.target].label,  # type: ignore[index]
            each.scheme,
        )
        for each in map_.inferences.values()
    }
