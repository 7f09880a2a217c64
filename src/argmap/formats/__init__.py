"""Formats: reading what others write and writing what others read, with a report of what was lost."""

from argmap.formats.branches import branch_of
from argmap.formats.markdown_pasted import Pasted, read_pasted
from argmap.formats.registry import FORMATS, Format, detect, named, read, write
from argmap.formats.report import Exported, Finding, Imported, Place, Report

__all__ = [
    "FORMATS",
    "Exported",
    "Finding",
    "Format",
    "Imported",
    "Pasted",
    "Place",
    "Report",
    "branch_of",
    "detect",
    "named",
    "read",
    "read_pasted",
    "write",
]
