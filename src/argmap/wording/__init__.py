"""What claims say in words: their forms, what words mean the same, and the guard against taking two claims for one."""

from argmap.wording.flags import Flag, FlagKind
from argmap.wording.guard import guard
from argmap.wording.normal_form import normal_form
from argmap.wording.opposites import Opposites
from argmap.wording.plain_form import plain_form
from argmap.wording.terms import Terms

__all__ = ["Flag", "FlagKind", "Opposites", "Terms", "guard", "normal_form", "plain_form"]
