"""Meaning: the terms and opposites by which the claims of one map are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.settings import own_opposites
from argmap.wording import Opposites, Terms

if TYPE_CHECKING:
    from argmap.model import ArgumentMap


def terms_of(map_: ArgumentMap) -> Terms:
    """Return what means the same in *map_*: its own terms, the general ones, and this user's own opposites."""
    return Terms.of(map_, Opposites.with_general(own_opposites()))
