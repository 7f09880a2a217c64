"""Keeping maps in .argmap files: one SQLite database each. The only package that knows SQLite and SQLModel."""

from argmap.store.backups import backups_of
from argmap.store.backups import time_of as backup_time
from argmap.store.history import Kind, Record
from argmap.store.map_file import MapFile
from argmap.store.reading import Opened

__all__ = ["Kind", "MapFile", "Opened", "Record", "backup_time", "backups_of"]
