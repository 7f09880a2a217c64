"""What bare ``argmap`` says: what it is, how to start, and the maps opened last."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from argmap.cli.saying import say, typed
from argmap.settings import recent_files


def welcome() -> None:
    """Print the start page."""
    say("argmap - map claims and the reasons for and against them\n")
    say("  argmap sample --open        look around in a worked example")
    say("  argmap tour                 learn the screen in seven steps")
    say("  argmap new FILE.argmap      start a map")
    say("  argmap open FILE.argmap     edit it on screen")
    say("  argmap show FILE.argmap     print it\n")
    recent = recent_files()
    if recent:
        say("Opened last:")
        for path in recent[:5]:
            say(f"  argmap open {_short(path)}")
        say()
    say("All commands: argmap --help      One command: argmap add --help")


def _short(path: Path) -> str:
    """Return a path as it is typed from here, quoted where it has to be."""
    with suppress(ValueError):
        path = path.relative_to(Path.cwd())
    return typed(path)
