"""What claims say in words: their normal form, and the guard against taking two of them for one."""

from argmap.wording.guard import Flag, FlagKind, guard
from argmap.wording.normal_form import normal_form

__all__ = ["Flag", "FlagKind", "guard", "normal_form"]
