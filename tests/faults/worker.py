"""A program that edits a map in processes of their own, and says each step once it is saved: ``python -m`` it.

Everything is loaded once; each job is a fork, so that a hundred of them can be killed in little time. A job is a line:
its name, its words. The job answers with its process number, waits for a line, works on, and ends with ``end STATUS``.
"""

from __future__ import annotations

import os
import random
import resource
import signal
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from argmap import editing
from argmap.document import Document
from argmap.errors import StaleError, UnreadableFileError, UnwritableFileError
from argmap.model import ArgumentMap
from argmap.store import MapFile, Record
from argmap.store import connection as connecting
from tests.faults.scenes import many_reasons

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from argmap.model import Change, Step

ENOUGH = "enough"
"""Says that there is no more to look at."""


class _NotedFile(MapFile):
    """Remembers the newest step it saved."""

    newest = ""

    def write(self, record: Record, changes: Sequence[Change], expected: str) -> Record:
        """Save a step."""
        saved = super().write(record, changes, expected)
        self.newest = saved.id
        return saved


def edit(path: str, seed: str) -> None:
    """Edit without end, and say the id of each step."""
    choose = random.Random(int(seed))
    file = _NotedFile(Path(path))
    document = Document(file)
    _wait()
    while True:
        _any_edit(document, choose)
        say("saved", file.newest)


def _any_edit(document: Document, choose: random.Random) -> None:
    """Take one step of any size."""
    claims = sorted(document.map.claims)
    one = choose.choice(claims)
    match choose.randrange(6):
        case 0:
            document.do(many_reasons(document, 40))
        case 1 if len(claims) > 60 and document.map.claims[one].position is None:
            document.do(editing.remove_branch(document.map, one))
        case 1 | 2:
            document.undo()
        case 3:
            document.do(editing.reword(document.map, one, f"Said anew {choose.randrange(1 << 60)}"))
        case _:
            document.do(editing.add_reason(document.map, one, f"A reason {choose.randrange(1 << 60)}"))


def share(path: str, name: str, steps: str) -> None:
    """Take *steps* steps on a file that others edit too; say each, and how often somebody else was faster."""
    file = _NotedFile(Path(path))
    document = Document(file)
    _wait()
    for number in range(int(steps)):
        step = editing.add_objection(document.map, document.map.positions()[0].id, f"{name} {number}")
        _persist(document, step)
        say("saved", file.newest)


def _persist(document: Document, step: Step) -> None:
    while True:
        try:
            document.do(step)
        except StaleError:
            say("late")
        else:
            return


def look(path: str) -> None:
    """Read the map each time a line says so, without waiting for who holds it; say its newest step, or the refusal."""
    connecting.BUSY = 0.0
    file = MapFile(Path(path))
    _wait()
    for _ in iter(sys.stdin.readline, f"{ENOUGH}\n"):
        try:
            opened = file.read()
        except UnreadableFileError as error:
            say("refused", str(error.code))
        else:
            say("seen", opened.head)


def fill(path: str, room: str) -> None:
    """Let the file grow by *room* bytes at most, write until it is refused, and say what is left."""
    document = Document.open(Path(path))
    size = document.path.stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + int(room), resource.RLIM_INFINITY))
    _wait()
    choose = random.Random(room)
    claim = next(iter(document.map.claims))
    for _ in range(200):
        before, known = document.path.read_bytes(), ArgumentMap(document.map.entities())
        try:
            note = "".join(chr(choose.randrange(0x4E00, 0x9FFF)) for _ in range(9_000))
            document.do(editing.set_note(document.map, claim, note))
        except UnwritableFileError as error:
            say("refused", str(error))
            say("file", str(before == document.path.read_bytes()))
            say("memory", str(known == document.map))
            break
    document.do(editing.set_title(document.map, "Short"))
    say("small", str(Document.open(document.path).map == document.map))


def say(*words: str) -> None:
    """Say a line at once."""
    os.write(1, (" ".join(words) + "\n").encode())


def _wait() -> None:
    say("ready")
    sys.stdin.readline()
    say("going")


JOBS: dict[str, Callable[..., None]] = {"edit": edit, "share": share, "look": look, "fill": fill}


def main() -> None:
    """Take jobs until nobody gives any more."""
    for line in sys.stdin:
        job, *words = line.rstrip("\n").split("\t")
        child = os.fork()
        if child == 0:
            _work(job, words)
        _, status = os.waitpid(child, 0)
        say("end", str(os.waitstatus_to_exitcode(status)))


def _work(job: str, words: Sequence[str]) -> None:
    """Do one job and leave without a word to whoever forked."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # as Python does by itself
    say("pid", str(os.getpid()))
    try:
        JOBS[job](*words)
    except BaseException:  # noqa: BLE001  # told, and then this process is over
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    main()
