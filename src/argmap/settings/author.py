"""The author whose name steps and comments carry."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
from functools import cache

_LONGEST = 200
"""Most characters of a name that is kept."""


def author() -> str:
    """Return the user's name: ``ARGMAP_AUTHOR``, else git's ``user.name``, else the login name, else nothing."""
    return _clean(os.environ.get("ARGMAP_AUTHOR", "")) or _clean(_git_name()) or _clean(_login_name())


def _clean(name: str) -> str:
    """Return *name* as a file can hold it: one short line of whole characters."""
    whole = name.encode("utf-8", "replace").decode()
    return " ".join("".join(sign if sign.isprintable() else " " for sign in whole).split())[:_LONGEST]


@cache
def _git_name() -> str:
    git = shutil.which("git")
    if git is None:
        return ""
    try:
        answer = subprocess.run(  # noqa: S603  # a fixed question to the user's own git
            [git, "config", "--get", "user.name"], capture_output=True, text=True, timeout=2, check=False
        )
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return ""
    return answer.stdout.strip()


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no login on this system, or no module to ask
        return ""
