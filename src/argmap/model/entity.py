"""entity: what makes a class one of the map's entities, frozen for the type checker and quick to make at run time.

A frozen dataclass takes three times as long to make as one that is not, and a map of 100,000 claims makes 200,000: a
third of the time it takes to open. No entity is ever changed; the type checker sees to that in every check.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass as entity
else:
    _Class = TypeVar("_Class")

    def entity(*, frozen: bool, **options: bool) -> Callable[[type[_Class]], type[_Class]]:
        """Make a dataclass that can be hashed as a frozen one can, without being one."""
        return dataclasses.dataclass(unsafe_hash=frozen, **options)


__all__ = ["entity"]
