"""Files that are no maps, or no longer: each way to spoil one, and the code of the refusal."""

from __future__ import annotations

import os
import shutil
import sqlite3
import zlib
from contextlib import closing
from typing import TYPE_CHECKING

from tests.store.raw import forge, patch, right_sum, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Spoil = Callable[[Path], None]


def _becomes(content: bytes) -> Spoil:
    """The file holds something else."""

    def spoil(path: Path) -> None:
        path.write_bytes(content)

    return spoil


def _cut(keep: Callable[[int], int]) -> Spoil:
    """The file ends early."""

    def spoil(path: Path) -> None:
        os.truncate(path, keep(path.stat().st_size))

    return spoil


def _patched(offset: int, new: bytes) -> Spoil:
    """Bytes of the file are others."""
    return lambda path: patch(path, offset, new)


def _ran(*statements: str) -> Spoil:
    """Another program changed the database."""
    return lambda path: run(path, *statements)


def _forged(*statements: str) -> Spoil:
    """Another program changed the database, and put the state sum right."""
    return lambda path: forge(path, *statements)


def _schema(*statements: str) -> Spoil:
    """Another program changed the schema's own table."""
    return lambda path: run(path, "PRAGMA writable_schema = ON", *statements, "PRAGMA writable_schema = RESET")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _folder_with_files(path: Path) -> None:
    _folder(path)
    (path / "inside.txt").write_text("inside")


def _missing(path: Path) -> None:
    path.unlink()


def _dangling_link(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.with_name("nowhere"))


def _circular_link(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _device(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def _sparse(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(5 << 30)


def _other_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
        connection.execute("PRAGMA application_id = 252006674")


def _utf16(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA encoding = 'UTF-16'")
        connection.execute("PRAGMA application_id = 1095912784")
        connection.execute("PRAGMA user_version = 1")
        connection.execute("CREATE TABLE claim (id TEXT)")


def _wal_of_other_tables(path: Path) -> None:
    run(path, "CREATE TABLE extra (x TEXT)")
    patch(path, 18, b"\2\2")


def _flipped(before: bytes, after: bytes) -> Spoil:
    """Bits of a text in the file flipped, wherever it stands."""

    def spoil(path: Path) -> None:
        content = path.read_bytes()
        assert before in content
        path.write_bytes(content.replace(before, after))

    return spoil


def _swapped_pages(path: Path) -> None:
    """Two pages changed places, as on a failing disk."""
    content = path.read_bytes()
    page = int.from_bytes(content[16:18])
    first, second = 4 * page, 9 * page
    pages = bytearray(content)
    pages[first : first + page], pages[second : second + page] = (
        content[second : second + page],
        content[first : first + page],
    )
    path.write_bytes(bytes(pages))


def _zeroed_page(path: Path) -> None:
    content = path.read_bytes()
    page = int.from_bytes(content[16:18])
    patch(path, page, bytes(page))


def _two_halves(path: Path) -> None:
    """Copied in the middle of a save: the first pages are of the new state, the rest of the old."""
    old = path.read_bytes()
    newer = path.with_name("newer")
    shutil.copyfile(path, newer)
    run(newer, "UPDATE claim SET text = 'Changed' WHERE number = 3")
    changed = newer.read_bytes()
    newer.unlink()
    assert len(old) == len(changed)
    page = int.from_bytes(old[16:18])
    differs = [at for at in range(page, len(old), page) if old[at : at + page] != changed[at : at + page]]
    patch(path, differs[0], changed[differs[0] : differs[0] + page])


def _behind_an_index(path: Path) -> None:
    """A row was written while an index was out of the schema, which was then put back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        row = connection.execute("SELECT * FROM sqlite_schema WHERE type = 'index' AND name = 'step_seq'").fetchone()
    assert row is not None
    run(path, "PRAGMA writable_schema = ON", "DELETE FROM sqlite_schema WHERE name = 'step_seq'")
    run(path, "UPDATE step SET seq = seq + 100 WHERE seq = 1")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", row)


def _bytes_for_a_text(path: Path) -> None:
    """A row was written while its table was not strict."""
    strict = "UPDATE sqlite_schema SET sql = {} WHERE name = 'claim'"
    with closing(sqlite3.connect(path)) as connection:
        (sql,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'claim'").fetchone()
    lax = sql.replace("STRICT", "").replace("'", "''")
    run(path, "PRAGMA writable_schema = ON", strict.format(f"'{lax}'"))
    run(path, "UPDATE claim SET text = CAST('bytes' AS BLOB) WHERE number = 3")
    whole = sql.replace("'", "''")
    run(path, "PRAGMA writable_schema = ON", strict.format(f"'{whole}'"))
    run(path, f"UPDATE file SET state_sum = '{right_sum(path)}'")


_ID = "(SELECT id FROM claim WHERE number = 3)"
_STEP = "(SELECT id FROM inference WHERE number = 1)"
_CLAIM = "INSERT INTO claim VALUES (1, 'new', 99, {text}, '', {credence}, 0, {position}, '', {extras})"


def _unchecked(*statements: str) -> Spoil:
    """Another program changed the database in a way that its own constraints forbid."""
    return _forged("PRAGMA ignore_check_constraints = ON", *statements)


def _claim(text: str = "'New'", credence: str = "NULL", position: str = "''", extras: str = "''") -> Spoil:
    """Another program added a claim that argmap would not."""
    return _unchecked(_CLAIM.format(text=text, credence=credence, position=position, extras=extras))


SPOILED: dict[str, tuple[Spoil, str]] = {
    # no regular file
    "missing": (_missing, "E-MISSING"),
    "dangling link": (_dangling_link, "E-MISSING"),
    "circular link": (_circular_link, "E-NO-ACCESS"),
    "folder": (_folder, "E-FOLDER"),
    "folder with files": (_folder_with_files, "E-FOLDER"),
    "pipe": (_pipe, "E-NOT-A-FILE"),
    "device": (_device, "E-NOT-A-FILE"),
    # no database
    "empty": (_becomes(b""), "E-EMPTY"),
    "text": (_becomes(b"- (+) a claim\n" * 50), "E-NOT-A-MAP"),
    "one byte": (_becomes(b"S"), "E-NOT-A-MAP"),
    "PDF": (_becomes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(500)), "E-NOT-A-MAP"),
    "ZIP": (_becomes(b"PK\x03\x04" + bytes(500)), "E-NOT-A-MAP"),
    "HTML": (_becomes(b"<!DOCTYPE html><title>Sign in</title>" * 20), "E-NOT-A-MAP"),
    "JSON": (_becomes(b'\xef\xbb\xbf{"map": {"title": "Tax"}}'), "E-NOT-A-MAP"),
    "picture": (_becomes(b"\x89PNG\r\n\x1a\n" + bytes(500)), "E-NOT-A-MAP"),
    "zeroes": (_becomes(bytes(4096)), "E-NOT-A-MAP"),
    # another database
    "another application": (_other_database, "E-OTHER-APPLICATION"),
    "no application": (_patched(68, bytes(4)), "E-OTHER-APPLICATION"),
    "UTF-16": (_utf16, "E-ENCODING"),
    "newer format": (_patched(60, (99).to_bytes(4)), "E-NEWER-FORMAT"),
    "format 0": (_patched(60, bytes(4)), "E-BAD-VERSION"),
    "negative format": (_patched(60, b"\xff\xff\xff\xff"), "E-BAD-VERSION"),
    "highest format": (_patched(60, b"\x7f\xff\xff\xff"), "E-NEWER-FORMAT"),
    # cut off
    "half a header": (_cut(lambda _: 50), "E-TRUNCATED"),
    "header alone": (_cut(lambda _: 100), "E-TRUNCATED"),
    "first page alone": (_cut(lambda _: 4096), "E-TRUNCATED"),
    "half": (_cut(lambda size: size // 2), "E-TRUNCATED"),
    "last byte gone": (_cut(lambda size: size - 1), "E-TRUNCATED"),
    "last page gone": (_cut(lambda size: size - 4096), "E-TRUNCATED"),
    "larger than any map": (_sparse, "E-TOO-BIG"),
    "impossible page size": (_patched(16, b"\3\0"), "E-DAMAGED"),
    # other tables
    "extra table": (_ran("CREATE TABLE extra (x TEXT)"), "E-SCHEMA"),
    "extra index": (_ran("CREATE INDEX extra ON claim (text)"), "E-SCHEMA"),
    "view": (_ran("CREATE VIEW extra AS SELECT * FROM claim"), "E-SCHEMA"),
    "trigger": (_ran("CREATE TRIGGER extra AFTER INSERT ON claim BEGIN DELETE FROM claim; END"), "E-SCHEMA"),
    "index over an expression": (_ran("CREATE INDEX extra ON claim (lower(text))"), "E-SCHEMA"),
    "virtual table": (_ran("CREATE VIRTUAL TABLE extra USING fts5 (x)"), "E-SCHEMA"),
    "generated column": (_ran("ALTER TABLE claim ADD COLUMN x TEXT GENERATED ALWAYS AS (upper(text))"), "E-SCHEMA"),
    "statistics of another shape": (
        _schema("ANALYZE", "UPDATE sqlite_schema SET sql = replace(sql, 'stat)', 'stat,x)')"),
        "E-SCHEMA",
    ),
    "missing table": (_ran("DROP TABLE term_word"), "E-SCHEMA"),
    "missing index": (_ran("DROP INDEX step_seq"), "E-SCHEMA"),
    "extra column": (_ran("ALTER TABLE claim ADD COLUMN x TEXT"), "E-SCHEMA"),
    "renamed column": (_ran("ALTER TABLE claim RENAME COLUMN note TO remark"), "E-SCHEMA"),
    "table become an endless view": (
        _ran(
            "DROP TABLE term_word",
            "CREATE VIEW term_word AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
        ),
        "E-SCHEMA",
    ),
    "altered default": (
        _schema("UPDATE sqlite_schema SET sql = replace(sql, 'note TEXT', 'note TEXT DEFAULT 1') WHERE name = 'claim'"),
        "E-SCHEMA",
    ),
    "bytes for a name in the schema": (
        _schema("UPDATE sqlite_schema SET name = x'00ff' WHERE name = 'term_word'"),
        "E-DAMAGED",
    ),
    "bytes for a text in the schema": (
        _schema("UPDATE sqlite_schema SET sql = CAST(sql AS BLOB) WHERE name = 'term_word'"),
        "E-SCHEMA",
    ),
    "altered check": (
        _schema("UPDATE sqlite_schema SET sql = replace(sql, '0 AND 1', '0 AND 9') WHERE name = 'claim'"),
        "E-SCHEMA",
    ),
    "write-ahead log with other tables": (_wal_of_other_tables, "E-SCHEMA"),
    # damaged
    "flipped bits in a text": (_flipped(b"It cuts emissions", b"It cuts emissionz"), "E-MIXED"),
    "invalid UTF-8 in a text": (_flipped(b"It cuts emissions", b"It cuts emission\xff"), "E-DAMAGED"),
    "swapped pages": (_swapped_pages, "E-DAMAGED"),
    "zeroed page": (_zeroed_page, "E-DAMAGED"),
    "copied during a save": (_two_halves, "E-MIXED"),
    "changed behind argmap's back": (_ran("UPDATE claim SET text = 'Other' WHERE number = 3"), "E-MIXED"),
    "a row gone": (_ran(f"DELETE FROM claim_tag WHERE claim_id = {_ID}"), "E-MIXED"),
    "an index that disagrees with its table": (_behind_an_index, "E-DAMAGED"),
    "bytes for a text": (_bytes_for_a_text, "E-DAMAGED"),
    "dangling reference": (_forged("DELETE FROM claim WHERE number = 3"), "E-DAMAGED"),
    "two maps": (_forged("INSERT INTO map VALUES (1, 'other', '', '', '', '', '', '', '')"), "E-DAMAGED"),
    "no map": (_forged("DELETE FROM map"), "E-DAMAGED"),
    "a map of another number": (
        _forged("INSERT INTO map VALUES (2, 'other', '', '', '', '', '', '', '')"),
        "E-DAMAGED",
    ),
    "two files": (_ran("INSERT INTO file SELECT 2, copy_id, head, seq, state_sum, 0, 0, 0, 0 FROM file"), "E-DAMAGED"),
    "no file": (_ran("DELETE FROM file"), "E-DAMAGED"),
    "a flag that is neither": (_unchecked("UPDATE claim SET implicit = 7"), "E-DAMAGED"),
    "a doubt that is neither": (_unchecked("UPDATE citation SET uncertain = -1"), "E-DAMAGED"),
    "an inference for nothing and against nothing": (_unchecked("UPDATE inference SET polarity = ''"), "E-DAMAGED"),
    "an inference without target": (_unchecked("UPDATE inference SET target_claim = NULL"), "E-DAMAGED"),
    "an inference with two targets": (
        _unchecked(
            "UPDATE inference SET target_inference = (SELECT id FROM inference WHERE number = 1), target_claim = "
            f"{_ID} WHERE number > 1"
        ),
        "E-DAMAGED",
    ),
    "a comment on two things": (
        _unchecked("UPDATE comment SET inference_id = (SELECT id FROM inference) WHERE claim_id IS NOT NULL"),
        "E-DAMAGED",
    ),
    "a comment half resolved": (_unchecked("UPDATE comment SET resolved = 2"), "E-DAMAGED"),
    "a conflict of no kind": (_unchecked("UPDATE conflict_pair SET kind = 'bitter'"), "E-DAMAGED"),
    "a verdict there is not": (_unchecked("UPDATE distinct_pair SET verdict = 'perhaps'"), "E-DAMAGED"),
    "cell larger than any text": (
        _forged("UPDATE claim SET note = replace(hex(zeroblob(9000000)), '0', 'x') WHERE number = 3"),
        "E-DAMAGED",
    ),
    # what no map can hold, in a file that is sound otherwise
    "credence out of range": (_claim(credence="7.5"), "E-CONTENT"),
    "relevance out of range": (_unchecked("UPDATE inference SET relevance = -1.0"), "E-CONTENT"),
    "quote before the beginning": (_unchecked("UPDATE citation SET start = -1"), "E-CONTENT"),
    "claim without words": (_claim(text="''"), "E-CONTENT"),
    "claim of white space": (_claim(text="' \n '"), "E-CONTENT"),
    "claim with NUL": (_claim(text="'a' || char(0) || 'b'"), "E-CONTENT"),
    "claim of a million characters": (
        _claim(text="replace(hex(zeroblob(500000)), '0', 'x')"),
        "E-CONTENT",
    ),
    "extras that are no JSON": (_claim(extras="'{broken'"), "E-CONTENT"),
    "two claims of one number": (_forged("UPDATE claim SET number = 1 WHERE number = 3"), "E-CONTENT"),
    "two inferences of one number": (_forged("UPDATE inference SET number = 1"), "E-CONTENT"),
    "impossible number": (_forged("UPDATE claim SET number = -5 WHERE number = 3"), "E-CONTENT"),
    "inference without premises": (_forged("DELETE FROM premise"), "E-CONTENT"),
    "inference that bears on itself": (
        _forged("UPDATE inference SET target_claim = NULL, target_inference = id WHERE number = 1"),
        "E-CONTENT",
    ),
    "term of one word": (_forged("DELETE FROM term_word WHERE place > 0"), "E-CONTENT"),
    "source without title": (_forged("UPDATE source SET title = ''"), "E-CONTENT"),
}
"""How to spoil a file, and the code of the refusal."""


def bomb() -> bytes:
    """A payload that unpacks to more than any step can be."""
    packer = zlib.compressobj(9)
    block = b" " * (1 << 20)
    return b"".join(packer.compress(block) for _ in range(260)) + packer.flush()
