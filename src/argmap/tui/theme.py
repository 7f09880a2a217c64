"""Theme: a dark and a light theme of neutral greys, with blue for and orange against, and one of sixteen colours."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.style import Style
from textual.color import Color
from textual.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

DARK = Theme(
    name="argmap-dark",
    dark=True,
    primary="#56B4E9",
    secondary="#9A9A9A",
    accent="#56B4E9",
    warning="#E69F00",
    error="#FF8A5C",
    success="#56B4E9",
    foreground="#E4E4E4",
    background="#121212",
    surface="#1A1A1A",
    panel="#262626",
    variables={"for": "#56B4E9", "against": "#E69F00", "attack": "#C9A0DC", "quiet": "#9A9A9A"},
)

LIGHT = Theme(
    name="argmap-light",
    dark=False,
    primary="#0067A3",
    secondary="#5F5F5F",
    accent="#0067A3",
    warning="#A84300",
    error="#A02000",
    success="#0067A3",
    foreground="#1A1A1A",
    background="#FFFFFF",
    surface="#F6F6F6",
    panel="#E6E6E6",
    variables={"for": "#0067A3", "against": "#A84300", "attack": "#7B3F98", "quiet": "#5F5F5F"},
)

ANSI = Theme(
    name="argmap-ansi",
    ansi=True,
    dark=True,
    primary="ansi_bright_blue",
    secondary="ansi_default",
    accent="ansi_bright_blue",
    warning="ansi_bright_red",
    error="ansi_bright_red",
    success="ansi_bright_blue",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        "for": "ansi_bright_blue",
        "against": "ansi_bright_red",
        "attack": "ansi_bright_magenta",
        "quiet": "ansi_default",
        "ansi-background": "ansi_black",
        "ansi-foreground": "ansi_white",
        "border-blurred": "ansi_default",
        "block-cursor-foreground": "ansi_default",
        "block-cursor-background": "ansi_default",
        "input-cursor-background": "ansi_default",
        "input-cursor-foreground": "ansi_default",
        "input-cursor-text-style": "reverse",
        "input-selection-background": "ansi_blue",
        "input-selection-foreground": "ansi_bright_white",
        "screen-selection-background": "ansi_blue",
        "screen-selection-foreground": "ansi_bright_white",
    },
)
"""The terminal's own sixteen colours, on its own ground."""

THEMES = {"dark": DARK, "light": LIGHT, "ansi": ANSI}
"""The themes by the names people give them."""

VARIABLES = DARK.variables
"""What the names of our own mean in any theme that does not say it."""

LOOKS = {
    "text": ("foreground", ""),
    "question": ("foreground", "bold"),
    "heading": ("quiet", "bold"),
    "position": ("foreground", "bold"),
    "label": ("quiet", ""),
    "together": ("quiet", ""),
    "repeat": ("quiet", "italic"),
    "guide": ("quiet", ""),
    "fold": ("quiet", ""),
    "for": ("for", ""),
    "against": ("against", ""),
    "attack": ("attack", ""),
    "credence": ("quiet", ""),
    "alike": ("foreground", "bold"),
    "places": ("quiet", ""),
    "hidden": ("foreground", "bold"),
    "sources": ("quiet", ""),
    "implicit": ("quiet", ""),
    "unsourced": ("against", "bold"),
    "comments": ("quiet", ""),
    "cursor": ("", "reverse bold"),
    "match": ("", "underline"),
    "head": ("foreground", "bold"),
    "title": ("quiet", "bold underline"),
    "muted": ("quiet", ""),
    "quote": ("foreground", "italic"),
    "error": ("error", "bold"),
    "key": ("for", "bold"),
}
"""The look of every style name that pieces of text carry: the theme's name of its colour, if any, and how it is set."""

_COLOURS = sorted({colour for colour, _ in LOOKS.values() if colour})


def looks_in(variables: Mapping[str, str]) -> dict[str, Style]:
    """Return the style of each style name where the theme's names of colours mean *variables*."""
    return _looks(tuple(variables[colour] for colour in _COLOURS))


@lru_cache(maxsize=len(THEMES))
def _looks(colours: tuple[str, ...]) -> dict[str, Style]:
    meaning = {name: Color.parse(colour).rich_color for name, colour in zip(_COLOURS, colours, strict=True)}
    return {name: Style(color=meaning.get(colour)) + Style.parse(how) for name, (colour, how) in LOOKS.items()}
