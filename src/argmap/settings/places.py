"""The folders of this user's own files."""

from __future__ import annotations

import os
from hashlib import blake2b
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


def named_after(path: Path) -> str:
    """Return the name under which what belongs to the map at *path* is kept, whether or not it is there."""
    return blake2b(str(path.absolute()).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def put_whole(place: Path, content: bytes) -> None:
    """Write *content* to *place*, making its folder; who reads it finds the old or the new. Raises `OSError`."""
    place.parent.mkdir(parents=True, exist_ok=True)
    unfinished = place.with_name(f"{place.name}.{os.getpid():x}-{id(content):x}")
    try:
        opened = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)  # nobody else's to read
        with os.fdopen(opened, "wb") as file:
            file.write(content)
        unfinished.replace(place)
    finally:
        unfinished.unlink(missing_ok=True)
