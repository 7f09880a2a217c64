"""Theme: a dark and a light theme of neutral greys, with blue for and orange against, and one of sixteen colours."""

from __future__ import annotations

from textual.theme import Theme

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

STYLES = """
    .is-text { color: $foreground; }
    .is-question { color: $foreground; text-style: bold; }
    .is-heading { color: $quiet; text-style: bold; }
    .is-position { color: $foreground; text-style: bold; }
    .is-label { color: $quiet; }
    .is-together { color: $quiet; }
    .is-repeat { color: $quiet; text-style: italic; }
    .is-guide { color: $quiet; }
    .is-fold { color: $quiet; }
    .is-for { color: $for; }
    .is-against { color: $against; }
    .is-attack { color: $attack; }
    .is-credence { color: $quiet; }
    .is-alike { color: $foreground; text-style: bold; }
    .is-places { color: $quiet; }
    .is-hidden { color: $foreground; text-style: bold; }
    .is-sources { color: $quiet; }
    .is-implicit { color: $quiet; }
    .is-unsourced { color: $against; text-style: bold; }
    .is-comments { color: $quiet; }
    .is-cursor { text-style: reverse bold; }
    .is-match { text-style: underline; }
    .is-head { color: $foreground; text-style: bold; }
    .is-title { color: $quiet; text-style: bold underline; }
    .is-muted { color: $quiet; }
    .is-quote { color: $foreground; text-style: italic; }
    .is-error { color: $error; text-style: bold; }
    .is-key { color: $for; text-style: bold; }
"""
"""The looks of every style name that pieces of text carry."""

NAMES = frozenset(line.split()[0].removeprefix(".") for line in STYLES.splitlines() if line.strip())
"""The style names, as the widgets register them."""


def styles_for(widget: str) -> str:
    """Return the looks of the style names inside *widget*, as CSS."""
    return STYLES.replace("    .is-", f"    {widget} .is-")
