"""Argdown: the text language for arguments by Christian Voigt, Gregor Betz and others, in and out."""
