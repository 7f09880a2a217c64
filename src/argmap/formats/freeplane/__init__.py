"""Freeplane: the mind maps of Freeplane and FreeMind, in files that end in .mm."""
