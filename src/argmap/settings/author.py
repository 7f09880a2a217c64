"""The author whose name steps and comments carry."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
from functools import cache


def author() -> str:
    """Return the user's name: ``ARGMAP_AUTHOR``, else git's ``user.name``, else the login name, else nothing."""
    return os.environ.get("ARGMAP_AUTHOR", "").strip() or _git_name() or _login_name()


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
