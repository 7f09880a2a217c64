"""Who is at the keyboard, and where this user's own files live: nothing here is part of a map."""

from argmap.settings.author import author
from argmap.settings.copied import keep_copied, kept_copy
from argmap.settings.own_files import own_mark, remember_own
from argmap.settings.own_words import own_opposites
from argmap.settings.places import named_after, state_folder
from argmap.settings.recent import recent_files, remember_file
from argmap.settings.views import read_view, write_view

__all__ = [
    "author",
    "keep_copied",
    "kept_copy",
    "named_after",
    "own_mark",
    "own_opposites",
    "read_view",
    "recent_files",
    "remember_file",
    "remember_own",
    "state_folder",
    "write_view",
]
