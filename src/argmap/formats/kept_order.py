"""Order keys that a file carries: kept as long as the file still shows the order they say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.model.order import key_after

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.formats.drafting import Draft, Said


def settle_orders(draft: Draft, positions: Iterable[Said]) -> None:
    """Leave order keys out where somebody has moved things; *positions* stand as the file shows them."""
    siblings: dict[int, list[dict[str, Any]]] = {}
    for step in draft.steps:
        siblings.setdefault(id(step.target), []).append(step.fields)
    for fields in siblings.values():
        _settle(fields, "order")
    said = list(positions)
    shown = {id(each) for each in said}
    for each in draft.claims:
        if id(each) not in shown:
            each.fields.pop("position", None)
    if not _settle([each.fields for each in said], "position"):
        for each in said:
            each.is_position = True


def _settle(entries: list[dict[str, Any]], field: str) -> bool:
    """Keep the keys if they rise, and give those behind them later ones; else take all away. Whether any is kept."""
    given = [each.get(field) for each in entries]
    known = [key for key in given if isinstance(key, str) and key.strip()]
    if known and known == given[: len(known)] and not any(given[len(known) :]) and known == sorted(known):
        last = known[-1]
        for each in entries[len(known) :]:
            last = each[field] = key_after(last)
        return True
    for each in entries:
        each.pop(field, None)
    return False
