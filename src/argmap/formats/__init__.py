"""Formats: reading what others write and writing what others read, with a report of what was lost."""

from argmap.formats.branches import branch_of
from argmap.formats.registry import FORMATS, Format, detect, named, read, write
from argmap.formats.report import Exported, Finding, Imported, Place, Report

__all__ = [
    "FORMATS",
    "Exported",
    "Finding",
    "Format",
    "Imported",
    "Place",
    "Report",
    "branch_of",
    "detect",
    "named",
    "read",
    "write",
]
