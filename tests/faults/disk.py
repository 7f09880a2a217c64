"""A disk whose every operation can be watched or refused, and what a power cut leaves of it.

It lies below the store: SQLite, as apsw brings it, writes through it. What it leaves after a cut follows what disks and
file systems promise: what was synced is there; of the rest any part may be, in any order, torn at every 512 bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import apsw

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable

    from typing_extensions import Buffer

SECTOR = 512
"""The bytes a disk writes whole or not at all."""


@dataclass(frozen=True, slots=True)
class Operation:
    """What SQLite asks of the disk: *kind* is create, write, truncate, sync, delete, read or lock.

    A truncation is to *offset*; a deletion that *is_final* is one the folder was synced after.
    """

    kind: str
    file: str
    offset: int = 0
    content: bytes = b""
    is_final: bool = False


Hand = Callable[[Operation, Callable[[], None]], None]
"""Is given each operation, and what does it."""


class Disk(apsw.VFS):
    """The real disk, behind a hand that every operation goes through."""

    def __init__(self, hand: Hand) -> None:
        """Let *hand* do every operation."""
        self.hand = hand
        self.name = f"watched-{id(self):x}"
        super().__init__(self.name, "")

    def excepthook(self, *_: object) -> bool:
        """Say nothing of a refusal: SQLite does."""
        return True

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:  # noqa: N802  # SQLite's
        return _File(self.hand, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802  # SQLite's
        operation = Operation("delete", Path(filename).name, is_final=bool(syncdir))
        self.hand(operation, partial(super().xDelete, filename, syncdir))


class _File(apsw.VFSFile):
    def __init__(
        self,
        hand: Hand,
        name: str | apsw.URIFilename | None,
        flags: list[int],
    ) -> None:
        self._hand = hand
        path = name if isinstance(name, str) else name.filename() if name else ""
        self._file = Path(path).name
        if path and not Path(path).exists():
            hand(Operation("create", self._file), partial(super().__init__, "", name, flags))
        else:
            super().__init__("", name, flags)

    def excepthook(self, *_: object) -> bool:
        """Say nothing of a refusal: SQLite does."""
        return True

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802  # SQLite's
        got = b""
        read = super().xRead

        def do() -> None:
            nonlocal got
            got = read(amount, offset)

        self._hand(Operation("read", self._file, offset), do)
        return got

    def xLock(self, level: int) -> None:  # noqa: N802  # SQLite's
        self._hand(Operation("lock", self._file, level), partial(super().xLock, level))

    def xWrite(self, data: Buffer, offset: int) -> None:  # noqa: N802  # SQLite's
        content = bytes(data)
        self._hand(Operation("write", self._file, offset, content), partial(super().xWrite, content, offset))

    def xTruncate(self, newsize: int) -> None:  # noqa: N802  # SQLite's
        self._hand(Operation("truncate", self._file, newsize), partial(super().xTruncate, newsize))

    def xSync(self, flags: int) -> None:  # noqa: N802  # SQLite's
        self._hand(Operation("sync", self._file), partial(super().xSync, flags))


_CHANGING = {"create", "write", "truncate", "sync", "delete"}


@dataclass(slots=True)
class Recorder:
    """Does everything, and notes what changes the disk."""

    operations: list[Operation] = field(default_factory=list)

    def __call__(self, operation: Operation, do: Callable[[], None]) -> None:
        """Do one operation and note it."""
        do()
        if operation.kind in _CHANGING:
            self.operations.append(operation)


@dataclass(slots=True)
class Breaker:
    """Refuses the *number*-th operation of its *kinds*, and all later ones too if it *stays_broken*."""

    number: int
    error: str = "SQLITE_IOERR"
    kinds: frozenset[str] = frozenset(_CHANGING)
    stays_broken: bool = False
    seen: int = 0

    def __call__(self, operation: Operation, do: Callable[[], None]) -> None:
        """Do one operation, or refuse it."""
        if operation.kind in self.kinds:
            self.seen += 1
            if self.seen == self.number or (self.stays_broken and self.seen > self.number):
                raise refusal_of(self.error)
        do()

    @property
    def has_struck(self) -> bool:
        """Whether there was a *number*-th operation."""
        return self.seen >= self.number


def refusal_of(error: str) -> Exception:
    """What a disk raises, by SQLite's name for it."""
    code = apsw.mapping_result_codes.get(error) or apsw.mapping_extended_result_codes[error]
    assert isinstance(code, int)
    return apsw.exception_for(code)


Files = dict[str, bytes]
"""A folder: the bytes of its files by their names."""


def after_power_cut(files: Files, operations: Iterable[Operation], choose: random.Random) -> Files:
    """What a folder that held *files* holds after *operations* and a power cut."""
    durable = {name: bytearray(content) for name, content in files.items()}
    waiting: list[Operation] = []
    for operation in operations:
        if operation.kind == "sync" or operation.is_final:
            for each in waiting:
                if each.file == operation.file:
                    _apply(each, durable)
            waiting = [each for each in waiting if each.file != operation.file]
            if operation.is_final:
                durable.pop(operation.file, None)
        else:
            waiting.append(operation)
    for file in sorted({operation.file for operation in waiting}):
        _happen_in_part([each for each in waiting if each.file == file], durable, choose)
    return {name: bytes(content) for name, content in durable.items()}


def _happen_in_part(waiting: list[Operation], files: dict[str, bytearray], choose: random.Random) -> None:
    """Let some of what nobody synced happen to one file.

    A file that is deleted and made again is another file, even under the same name: what is written to the second
    never lands in the first, and the second is there only if the first is gone.
    """
    deletions = [at for at, each in enumerate(waiting) if each.kind == "delete"]
    begins = 0
    for at in deletions[: choose.randint(0, len(deletions))]:
        files.pop(waiting[at].file, None)
        begins = at + 1
    ends = next((at for at in deletions if at >= begins), len(waiting))
    for operation in waiting[begins:ends]:
        if choose.random() < 0.5:
            _apply_part(operation, files, choose)
        elif operation.kind == "create":
            return  # no name leads to it


def after_kill(files: Files, operations: Iterable[Operation]) -> Files:
    """What the folder holds if only the program dies: all it had asked for."""
    held = {name: bytearray(content) for name, content in files.items()}
    for operation in operations:
        _apply(operation, held)
    return {name: bytes(content) for name, content in held.items()}


def _apply(operation: Operation, files: dict[str, bytearray]) -> None:
    match operation.kind:
        case "create":
            files.setdefault(operation.file, bytearray())
        case "write":
            _put(files.setdefault(operation.file, bytearray()), operation.offset, operation.content)
        case "truncate":
            del files.setdefault(operation.file, bytearray())[operation.offset :]
        case "delete":
            files.pop(operation.file, None)


def _put(content: bytearray, offset: int, new: bytes) -> None:
    end = offset + len(new)
    content.extend(bytes(max(0, end - len(content))))
    content[offset:end] = new


def _apply_part(operation: Operation, files: dict[str, bytearray], choose: random.Random) -> None:
    """Let an operation that nobody synced happen: whole, torn, or only in that the file grew."""
    if operation.kind != "write" or choose.random() < 0.5:
        _apply(operation, files)
        return
    content = files.setdefault(operation.file, bytearray())
    end = operation.offset + len(operation.content)
    if end > len(content):  # what a new part of a file holds before its content is there is anybody's guess
        content.extend(choose.randbytes(end - len(content)) if choose.random() < 0.5 else bytes(end - len(content)))
    for at in range(0, len(operation.content), SECTOR):
        if choose.random() < 0.5:
            _put(content, operation.offset + at, operation.content[at : at + SECTOR])
