"""Ids: text made in memory, so that a pure edit needs no file to name what it makes."""

from __future__ import annotations

import os
import time
from typing import Self


def new_id() -> str:
    """Return a new UUIDv7 (RFC 9562 §5.7) as 32 hexadecimal digits: sortable by the millisecond it was made in."""
    chance = os.urandom(10).hex()
    return f"{time.time_ns() // 1_000_000:012x}7{chance[:3]}{_VARIANT[chance[3]]}{chance[4:19]}"


_VARIANT = {digit: "89ab"[int(digit, 16) % 4] for digit in "0123456789abcdef"}
"""The digit that says how the id is laid out: its first two bits are 10, the others as they come."""


class EntityId(str):
    """Names one entity in every copy of a map; each kind of entity has a class of its own."""

    __slots__ = ()

    @classmethod
    def new(cls) -> Self:
        """Make an id that nothing else has."""
        return cls(new_id())


class MapId(EntityId):
    """Names a map and every copy of it."""

    __slots__ = ()


class ClaimId(EntityId):
    """Names a claim."""

    __slots__ = ()


class InferenceId(EntityId):
    """Names an inference."""

    __slots__ = ()


class ConflictId(EntityId):
    """Names a conflict."""

    __slots__ = ()


class SourceId(EntityId):
    """Names a source."""

    __slots__ = ()


class CitationId(EntityId):
    """Names a citation."""

    __slots__ = ()


class DependenceId(EntityId):
    """Names a dependence between two passages."""

    __slots__ = ()


class CommentId(EntityId):
    """Names a comment."""

    __slots__ = ()


class AliasId(EntityId):
    """Names what is left of a merged-away claim; the same text as the id that claim had."""

    __slots__ = ()


class DistinctId(EntityId):
    """Names a verdict on a pair of wordings."""

    __slots__ = ()


class TermId(EntityId):
    """Names a set of words that mean the same in this map."""

    __slots__ = ()
