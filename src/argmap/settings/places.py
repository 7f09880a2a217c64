"""The folders of this user's own files."""

from __future__ import annotations

import os
from pathlib import Path


def state_folder() -> Path:
    """Return the folder for what argmap remembers of this user: ``ARGMAP_STATE_DIR``, else the system's state folder.

    The folder is not made here; whoever writes into it makes it.
    """
    chosen = os.environ.get("ARGMAP_STATE_DIR", "")
    if chosen:
        return Path(chosen)
    from platformdirs import user_state_path

    return user_state_path("argmap", appauthor=False)


def config_folder() -> Path:
    """Return the folder for what this user wrote: ``ARGMAP_CONFIG_DIR``, else the system's settings folder."""
    chosen = os.environ.get("ARGMAP_CONFIG_DIR", "")
    if chosen:
        return Path(chosen)
    from platformdirs import user_config_path

    return user_config_path("argmap", appauthor=False)
