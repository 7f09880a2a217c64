"""Preferences: how this person wants the screen, from what they typed, their environment and their own files."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.settings.keys_file import chosen_keys
from argmap.settings.remembered import remember, remembered
from argmap.tui.actions import STANDARD
from argmap.tui.rebinding import keymap_from

if TYPE_CHECKING:
    from argmap.tui.keymap import Keymap


@dataclass(frozen=True, slots=True)
class Preferences:
    """How the screen is to be: its signs, colours and keys, and whether it meets this person for the first time.

    *accessible* is for screen readers, braille lines and magnifiers: words for signs, no guides, and the terminal's
    own cursor on the row. *is_far*: over SSH, where each byte counts. *is_kept* says that a choice made on the screen
    is remembered.
    """

    ascii_only: bool = False
    accessible: bool = False
    theme: str = ""
    mouse: bool = True
    is_far: bool = False
    is_first_time: bool = False
    is_kept: bool = False
    keymap: Keymap = STANDARD

    @property
    def draws_ascii(self) -> bool:
        """Whether only ASCII signs are drawn: other signs are read out in odd words."""
        return self.ascii_only or self.accessible

    def keep_theme(self, name: str) -> None:
        """Remember a theme for next time."""
        if self.is_kept:
            remember("theme", name)


def preferences(
    *, ascii_only: bool | None = None, accessible: bool = False, theme: str = "", mouse: bool = True
) -> Preferences:
    """Return what this person wants: what they *typed* for this time, then their environment and their own files.

    Where they did not say whether they want ASCII (None), the terminal decides.
    """
    is_first_time = not remembered("welcomed")
    remember("welcomed", "yes")
    return Preferences(
        ascii_only=_lacks_signs() if ascii_only is None else ascii_only,
        accessible=accessible or os.environ.get("ARGMAP_ACCESSIBLE", "0") not in {"", "0"},
        theme=theme or remembered("theme") or _usual_theme(),
        mouse=mouse,
        is_far=bool(os.environ.get("SSH_CONNECTION") or os.environ.get("SSH_TTY")),
        is_first_time=is_first_time,
        is_kept=True,
        keymap=keymap_from(chosen_keys()),
    )


def _usual_theme() -> str:
    """Return the theme for a terminal that has sixteen colours; nothing for others."""
    term = os.environ.get("TERM", "")
    return "ansi" if term in {"linux", "ansi"} or term.endswith("-16color") else ""


def _lacks_signs() -> bool:
    """Whether the usual fonts of this kind of terminal, such as those of the Linux console, lack the signs drawn."""
    return os.environ.get("TERM", "") in {"linux", "vt100", "vt102", "vt220", "dumb"}
