"""Who is at the keyboard, and where this user's own files live: nothing here is part of a map."""

from argmap.settings.author import author
from argmap.settings.places import state_folder
from argmap.settings.recent import recent_files, remember_file

__all__ = ["author", "recent_files", "remember_file", "state_folder"]
