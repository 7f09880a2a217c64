"""Meaning: the terms and opposites by which the claims of one map are read."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from argmap.settings import own_opposites
from argmap.wording import Opposites, Terms

if TYPE_CHECKING:
    from argmap.model import ArgumentMap


def terms_of(map_: ArgumentMap) -> Terms:
    """Return what means the same in *map_*: its own terms, the general ones, and this user's own opposites."""
    return Terms.of(map_, _opposites(tuple(own_opposites())))


@lru_cache(maxsize=4)
def _opposites(lines: tuple[str, ...]) -> Opposites:
    """Return the opposites in *lines* besides those that we ship: made once, as every comparison asks for them."""
    return Opposites.with_general(lines)
