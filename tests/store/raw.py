"""Looking into .argmap files, and spoiling them, without argmap: plain sqlite3, and the format's page by the letter."""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
import zlib
from contextlib import closing, contextmanager
from dataclasses import dataclass
from hashlib import blake2b, sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from argmap.store.rows import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator

_IN_MEMORY = Path("/dev/shm")  # where there is one, a test that saves hundreds of times need not wait for a disk


@contextmanager
def quick_folder() -> Iterator[Path]:
    """A folder for one example of a test, on the fastest disk there is."""
    fastest = _IN_MEMORY if os.access(_IN_MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=fastest) as folder:
        yield Path(folder)


def digest(path: Path) -> str:
    """The hash of a file's bytes."""
    return sha256(path.read_bytes()).hexdigest()


def snapshot(folder: Path) -> dict[str, str]:
    """Every file in a folder with the hash of its bytes."""
    return {str(path.relative_to(folder)): digest(path) if path.is_file() else "" for path in sorted(folder.rglob("*"))}


def fetch(path: Path, query: str) -> list[tuple[Any, ...]]:
    """What a query finds in a file."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def run(path: Path, *statements: str) -> None:
    """Change a file behind argmap's back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for statement in statements:
            connection.execute(statement)


def stored_sum(path: Path) -> str:
    """The state sum a file holds."""
    ((state_sum,),) = fetch(path, "SELECT state_sum FROM file")
    return str(state_sum)


def right_sum(path: Path) -> str:
    """The state sum a file should hold, from its rows."""
    total = 0
    for table, columns in COLUMNS.items():
        for row in fetch(path, f"SELECT {', '.join(columns)} FROM {table}"):
            said = "\0".join((table, *map(str, row)))
            total += int.from_bytes(blake2b(said.encode(), digest_size=16).digest(), "big")
    return f"{total % (1 << 128):032x}"


def forge(path: Path, *statements: str) -> None:
    """Change a file behind argmap's back, and its state sum with it."""
    run(path, *statements)
    run(path, f"UPDATE file SET state_sum = '{right_sum(path)}'")


def patch(path: Path, offset: int, new: bytes) -> None:
    """Change bytes of a file."""
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(new)


@dataclass(frozen=True)
class StepRow:
    """One row of the history, as it stands in a file."""

    id: str
    seq: int
    parent: str
    parent2: str
    kind: str
    label: str
    author: str
    at: int
    session: str
    refers: str
    payload: bytes

    @property
    def text(self) -> bytes:
        """The payload, unpacked."""
        return zlib.decompress(self.payload)

    @property
    def right_id(self) -> str:
        """The id the step should have: the hash of all that it says."""
        said = [self.parent, self.parent2, self.kind, self.label, self.author, self.at, self.session, self.refers]
        begin = json.dumps(said, ensure_ascii=True, separators=(",", ":")).encode()
        return blake2b(begin + b"\0" + self.text, digest_size=16).hexdigest()


def steps_in(path: Path) -> list[StepRow]:
    """The history of a file, the oldest step first."""
    columns = ", ".join(StepRow.__dataclass_fields__)
    return [StepRow(*row) for row in fetch(path, f"SELECT {columns} FROM step ORDER BY seq")]
