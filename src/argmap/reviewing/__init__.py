"""Reviewing: rules that the command line and the screen share where claims become one and maps come together."""

from argmap.reviewing.effect import Effect
from argmap.reviewing.including import Inclusion, include, include_all
from argmap.reviewing.incoming import Report
from argmap.reviewing.preflight import CONFIRMING, Concern, ConcernKind, Gravity, Preflight, preflight

__all__ = [
    "CONFIRMING",
    "Concern",
    "ConcernKind",
    "Effect",
    "Gravity",
    "Inclusion",
    "Preflight",
    "Report",
    "include",
    "include_all",
    "preflight",
]
