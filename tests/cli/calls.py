"""A fitting call of every command that works on a map, for what must hold of each."""

from __future__ import annotations

FILE = "FILE"
"""Stands for the map's path."""

READING: dict[str, tuple[str, ...]] = {
    "show": ("show", FILE),
    "show --json": ("show", FILE, "--json"),
    "show --details": ("show", FILE, "C3", "--details"),
    "show --details --json": ("show", FILE, "C3", "--details", "--json"),
    "show --at": ("show", FILE, "--at", "R1", "--depth", "1"),
    "show --plain": ("show", FILE, "--plain"),
    "find": ("find", FILE, "a"),
    "find --json": ("find", FILE, "--json", "a"),
    "show --steps": ("show", FILE, "--steps"),
    "log": ("log", FILE),
    "log --show": ("log", FILE, "--show", "1"),
    "log --claim": ("log", FILE, "--claim", "C3"),
    "log --json": ("log", FILE, "--json"),
    "sources": ("sources", FILE),
    "sources --json": ("sources", FILE, "--json"),
    "merge --dry-run": ("merge", FILE, "C4", "C5", "--dry-run"),
    "merge --dry-run --json": ("merge", FILE, "C4", "C5", "--dry-run", "--json"),
    "unmerge --list": ("unmerge", FILE, "--list"),
    "unmerge --list --json": ("unmerge", FILE, "--list", "--json"),
    "terms": ("terms", FILE),
    "terms --json": ("terms", FILE, "--json"),
    "terms suggest": ("terms", FILE, "suggest"),
    "terms suggest --json": ("terms", FILE, "suggest", "--json"),
    "comment": ("comment", FILE),
    "comment --json": ("comment", FILE, "--json"),
    "dedupe --list": ("dedupe", FILE, "--list", "--min", "0.1"),
    "dedupe --json": ("dedupe", FILE, "--json", "--min", "0.1"),
    "dedupe --plan -": ("dedupe", FILE, "--plan", "-", "--min", "0.1"),
    "outline": ("outline", FILE),
    "outline blocks": ("outline", FILE, "--as", "blocks", "--comments", "--top", "3"),
    "outline brief": ("outline", FILE, "--as", "brief", "--to", "html"),
    "outline memo": ("outline", FILE, "--as", "memo", "--to", "markdown"),
    "outline cards": ("outline", FILE, "--as", "cards", "--to", "html", "--comments"),
    "outline flow": ("outline", FILE, "--as", "flow"),
    "export json": ("export", FILE, "--to", "json"),
    "export markdown": ("export", FILE, "--to", "markdown"),
    "export jsoncanvas": ("export", FILE, "--to", "jsoncanvas"),
    "export mermaid": ("export", FILE, "--to", "mermaid"),
    "draw": ("draw", FILE, "--to", "svg", "-o", "-"),
    "draw --comments": ("draw", FILE, "--comments", "--to", "svg", "-o", "-"),
    "draw html": ("draw", FILE, "--to", "html", "-o", "-"),
    "export --at": ("export", FILE, "--at", "C1", "--to", "json"),
}
"""Calls that change nothing."""

EDITING: dict[str, tuple[str, ...]] = {
    "add": ("add", FILE, "A new claim", "--supports", "C1"),
    "link": ("link", FILE, "C8", "--opposes", "C2"),
    "reword": ("reword", FILE, "C1", "In other words"),
    "set": ("set", FILE, "--title", "Another title"),
    "set claim": ("set", FILE, "C1", "--note", "A note"),
    "rate": ("rate", FILE, "C1", "likely"),
    "move": ("move", FILE, "R2", "--before", "R1"),
    "flip": ("flip", FILE, "R2"),
    "join": ("join", FILE, "R2", "R6"),
    "split": ("split", FILE, "C4"),
    "remove": ("remove", FILE, "C8"),
    "merge": ("merge", FILE, "C4", "C8", "--yes", "--confirm", "merge"),
    "unmerge": ("unmerge", FILE, "C9"),
    "include": ("include", FILE, "other.argmap"),
    "restore": ("restore", FILE, "--step", "2"),
    "share": ("share", FILE, "-o", "copy.argmap"),
    "undo": ("undo", FILE),
    "redo": ("redo", FILE),
    "sources add": ("sources", FILE, "add", "--title", "Another"),
    "sources edit": ("sources", FILE, "edit", "S1", "--title", "Another"),
    "sources remove": ("sources", FILE, "remove", "S1"),
    "sources same": ("sources", FILE, "same", "S1", "S2", "--paragraph-a", "9"),
    "cite": ("cite", FILE, "C4", "S1"),
    "comment on": ("comment", FILE, "C1", "Really?"),
    "terms add": ("terms", FILE, "add", "levy", "tax"),
    "terms edit": ("terms", FILE, "edit", "1", "levy", "tax"),
    "terms remove": ("terms", FILE, "remove", "1"),
}
"""Calls that change the map; ``redo`` and ``join`` need one made ready for them."""

OPENING: dict[str, tuple[str, ...]] = {"open": ("open", FILE), "the file alone": (FILE,)}
"""Calls that open the screen."""

WITHOUT_A_MAP = {"new", "sample", "tour", "import", "convert", "completion", "doctor"}
"""Commands that work on no map that is there, or on what may be none."""


def call(arguments: tuple[str, ...], path: str) -> list[str]:
    """The arguments of a call on the map at *path*."""
    return [path if argument == FILE else argument for argument in arguments]
