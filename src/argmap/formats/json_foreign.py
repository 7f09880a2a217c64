"""JSON of strangers: what no map can hold is left out, of keys that stand twice the last counts, and both are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.json_text import Doubled, Impossible, parsed, place
from argmap.formats.mending import told
from argmap.formats.report import Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.formats.json_text import Path
    from argmap.formats.report import Tally

_LONGEST_LABEL = 80


def load(text: str, name: str, tally: Tally) -> Any:  # noqa: ANN401  # JSON is anything
    """Return the value *text* describes, mended; refuse with `FormatError` what is no JSON."""
    value, wrong = parsed(text, name)
    return mended(value, tally) if wrong else value


def mended(value: Any, tally: Tally, where: Place | None = None) -> Any:  # noqa: ANN401  # as above
    """Return *value* with null for numbers that no map can hold; tell these and doubled keys, at *where* if given."""
    outermost = [value]
    pending: list[tuple[Path, Any]] = [((), outermost)]
    while pending:
        path, holder = pending.pop()
        inner: list[tuple[Path, Any]] = []
        for key, each in _entries(holder):
            if isinstance(each, Impossible):
                holder[key] = None
                told(tally, "numbers", where or _place((*path, key)))
            elif isinstance(each, Doubled):
                holder[key] = dict(each)
                told(tally, "doubled", where or _place((*path, key, each.key)), each.times)
            if isinstance(holder[key], dict | list):
                inner.append(((*path, key), holder[key]))
        pending.extend(reversed(inner))
    return outermost[0]


def _entries(holder: Any) -> Iterable[tuple[str | int, Any]]:  # noqa: ANN401  # an object or a list
    return list(holder.items()) if isinstance(holder, dict) else enumerate(holder)


def _place(path: Path) -> Place:
    """Say where *path* leads; its first step is into what holds the outermost value."""
    label = place(path[1:])
    return Place(label=label if len(label) <= _LONGEST_LABEL else f"{label[: _LONGEST_LABEL - 1]}…")
