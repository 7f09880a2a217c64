"""What claims say in words: their forms, what words mean the same, and the guard against taking two claims for one."""

from argmap.wording.flags import Flag, FlagKind
from argmap.wording.guard import guard
from argmap.wording.normal_form import normal_form
from argmap.wording.opposites import Opposites
from argmap.wording.phrasings import Phrasing, in_same_words, phrasings
from argmap.wording.plain_form import plain_form
from argmap.wording.terms import Terms

__all__ = [
    "Flag",
    "FlagKind",
    "Opposites",
    "Phrasing",
    "Terms",
    "guard",
    "in_same_words",
    "normal_form",
    "phrasings",
    "plain_form",
]
