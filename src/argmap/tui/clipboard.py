"""Clipboard: text for other programs, by the platform's own tool, or by the terminal where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TIMEOUT = 2.0
"""Seconds to wait for a tool."""

TERMINAL_BYTES = 70_000
"""Most bytes to send through the terminal: many take no longer sequence."""

_TOOLS = (
    ("pbcopy", (), "utf-8", ""),
    ("wl-copy", (), "utf-8", "WAYLAND_DISPLAY"),
    ("xclip", ("-selection", "clipboard"), "utf-8", "DISPLAY"),
    ("clip.exe", (), "utf-16", ""),
)
"""The tools there may be: their arguments, the encoding they read, and the variable that says they have a screen."""


def copy_text(text: str, through_terminal: Callable[[str], None]) -> str:
    """Put *text* on the system's clipboard; say in a few words how, or why it is not there."""
    if not os.environ.get("SSH_CONNECTION"):  # a tool over SSH would fill the clipboard of the other machine
        for name, arguments, encoding, display in _TOOLS:
            if (not display or os.environ.get(display)) and _run(name, arguments, text.encode(encoding, "replace")):
                return f"and as text on the clipboard, by {name}"
    if len(text.encode("utf-8", "replace")) > TERMINAL_BYTES:
        return "not as text: too long for the terminal's clipboard"
    through_terminal(text)
    return "and as text on the clipboard, if the terminal lets programs write there"


def _run(name: str, arguments: tuple[str, ...], given: bytes) -> bool:
    """Give text to a tool; tell whether it took it."""
    path = shutil.which(name)
    if path is None:
        return False
    try:
        # No pipes to read: xclip and wl-copy stay in the background and would keep them open.
        done = subprocess.run(  # noqa: S603  # one of the tools above, without a shell
            [path, *arguments],
            input=given,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=TIMEOUT,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
