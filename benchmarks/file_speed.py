"""Start-up, reading, importing and editing, as ratios: ``python -m benchmarks.file_speed [CLAIMS …]``."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from itertools import count
from pathlib import Path

from argmap import editing
from argmap.document import Document
from argmap.model import ArgumentMap, ClaimId, Entity, MapId, added
from argmap.model.memory import without_collecting
from argmap.store import MapFile, Record
from argmap.store.connection import set_writing
from argmap.store.migrations import make_tables
from argmap.store.reading import fetch_rows, read_file
from argmap.store.rows import COLUMNS, entities_in, rows_of
from benchmarks.ratios import Ratio, compare
from benchmarks.synthetic import entities


def main() -> None:
    """Measure at 100 claims for comparison, and at each size asked for (10,000 and 100,000)."""
    sizes = [int(size) for size in sys.argv[1:]] or [10_000, 100_000]
    with tempfile.TemporaryDirectory() as folder:
        print(start_up())
        for size in sizes:
            for ratio in at_size(Path(folder), size):
                print(ratio, flush=True)
        print(edit_in_memory(100, max(sizes)))


def start_up() -> Ratio:
    """``argmap --help`` against a Python that does nothing."""
    python = sys.executable
    return compare(
        "argmap --help : python -c pass",
        lambda: subprocess.run([python, "-m", "argmap", "--help"], check=True, capture_output=True),
        lambda: subprocess.run([python, "-c", "pass"], check=True),
        bar=6,
        times=15,
        clock=time.perf_counter,
    )


def at_size(folder: Path, size: int) -> list[Ratio]:
    """Everything that is measured on a map of one size."""
    made = entities(size)
    times = 15 if size <= 10_000 else 5
    path = folder / f"{size}.argmap"
    head = Document.create(path, made, author="benchmark").log()[-1].id
    return [
        compare(
            f"read {size:,} claims, no checks : raw fetch",
            lambda: build(path),
            lambda: raw_read(path),
            bar=3.5,
            times=times,
        ),
        compare(
            f"read {size:,} claims of our own, all its checks : raw fetch",
            lambda: read_file(path, head),
            lambda: raw_read(path),
            bar=6,
            times=times,
        ),
        compare(
            f"read {size:,} claims of a stranger, history replayed : raw fetch",
            lambda: read_file(path),
            lambda: raw_read(path),
            bar=6,
            times=times,
        ),
        import_ratio(folder, made, size, times),
        write_ratio(folder, path, size),
    ]


def build(path: Path) -> ArgumentMap:
    """Read a map without any check."""
    with closing(sqlite3.connect(path)) as connection, without_collecting():
        rows = fetch_rows(connection)
        return ArgumentMap(entities_in(rows, MapId(rows["map"][0][0])))


def raw_read(path: Path) -> int:
    """Fetch the same rows with sqlite3 alone."""
    with closing(sqlite3.connect(path)) as connection:
        return sum(
            len(connection.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall())
            for table, columns in COLUMNS.items()
        )


def import_ratio(folder: Path, made: list[Entity], size: int, times: int) -> Ratio:
    """Import a map as one step with history, against executemany of the same rows into the same tables."""
    rows: dict[str, list[tuple[object, ...]]] = {}
    for entity in made:
        for table, row in rows_of(entity):
            rows.setdefault(table, []).append((1, *row))
    numbers = count()
    where = folder / f"import-{size}"
    where.mkdir()
    changes = [added(entity) for entity in made]

    def ours() -> None:
        MapFile.create(where / f"ours{next(numbers)}.argmap", Record(label="Import", author="benchmark"), changes)

    def plain() -> None:
        with closing(sqlite3.connect(where / f"raw{next(numbers)}.db", isolation_level=None)) as connection:
            set_writing(connection)
            make_tables(connection)
            connection.execute("BEGIN IMMEDIATE")
            for table, many in rows.items():
                names = ", ".join(("map_no", *COLUMNS[table]))
                marks = ", ".join("?" * len(many[0]))
                connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", many)
            connection.execute("COMMIT")

    return compare(f"import {size:,} claims as one step : raw executemany", ours, plain, bar=3, times=min(times, 5))


def write_ratio(folder: Path, path: Path, size: int) -> Ratio:
    """Save one edit, against the same rows in one raw transaction with the same pragmas."""
    document = Document.open(path, "benchmark")
    position = document.map.positions()[0].id
    raw = folder / f"raw-edit-{size}.argmap"
    raw.write_bytes(path.read_bytes())
    numbers = count(10_000_000)

    def ours() -> None:
        document.do(editing.add_objection(document.map, position, "One more objection, in a few words."))

    def plain() -> None:
        number = next(numbers)
        with closing(sqlite3.connect(raw, isolation_level=None)) as connection:
            set_writing(connection)
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(
                "INSERT INTO claim VALUES (1, ?, ?, 'One more.', '', NULL, 0, '', '', '')", (f"c{number}", number)
            )
            connection.execute(
                "INSERT INTO inference VALUES (1, ?, ?, 'opposes', ?, NULL, '', '', NULL, 'a0', '')",
                (f"r{number}", number, position),
            )
            connection.execute("INSERT INTO premise VALUES (1, ?, ?, 0)", (f"r{number}", f"c{number}"))
            connection.execute(
                "INSERT INTO step VALUES (1, ?, ?, '', '', 'edit', 'Add', '', 0, '', '', ?)",
                (f"s{number}", number, b"x" * 300),
            )
            connection.execute("UPDATE file SET head = ?, seq = seq + 1", (f"s{number}",))
            connection.execute("COMMIT")

    return compare(
        f"save one edit at {size:,} claims : raw commit", ours, plain, bar=1.5, times=40, clock=time.perf_counter
    )


def edit_in_memory(small: int, large: int) -> Ratio:
    """Compute and apply one edit on a large map, against the same on a small one."""
    maps = [ArgumentMap(entities(size)) for size in (large, small)]
    targets = [map_.positions()[1].id for map_ in maps]

    def edits(map_: ArgumentMap, target: ClaimId) -> None:
        for _ in range(1000):
            step = editing.add_objection(map_, target, "One more objection, in a few words.")
            map_.apply(step)
            map_.apply(step.reversed())

    return compare(
        f"compute and apply 1,000 edits, {large:,} : {small} claims",
        lambda: edits(maps[0], targets[0]),
        lambda: edits(maps[1], targets[1]),
        bar=1.5,
    )


if __name__ == "__main__":
    main()
