"""Spoiling a file of ours at random, as disks, mails and people do, and seeing whether anybody notices."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap import editing
from argmap.document import Document
from argmap.errors import ArgmapError
from argmap.store import MapFile
from tests.faults.scenes import State, claim, many_reasons, put_whole
from tests.store.raw import stored_sum

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from argmap.model import Change
    from argmap.store import Record

    Mutate = Callable[[bytes, "Originals", random.Random], bytes]

PAGE = 4096


@dataclass(frozen=True)
class Originals:
    """A file, and the same file after some more steps."""

    one: bytes
    two: bytes
    state: State
    state_sum: str
    steps: list[tuple[Record, tuple[Change, ...]]]


def originals(folder: Path) -> Originals:
    """Make a file in which every table has rows, some fill several pages, and some pages were freed."""
    path = put_whole(folder)
    document = Document.open(path)
    document.do(many_reasons(document, 60))
    document.do(editing.remove_claim(document.map, claim(document, f"C{document.map.highest_numbers()[0]}")))
    document.do(editing.set_note(document.map, claim(document, "C2"), "A long note. " * 900))
    document.do(editing.set_note(document.map, claim(document, "C2"), ""))
    one = path.read_bytes()
    state, state_sum, steps = State.of(path), stored_sum(path), MapFile(path).steps()
    document.do(editing.reword(document.map, claim(document, "C4"), "Said in other words"))
    document.do(editing.remove_branch(document.map, claim(document, "C5")))
    document.do(editing.add_reason(document.map, claim(document, "C2"), "Said later"))
    two = path.read_bytes()
    path.unlink()
    return Originals(one, two, state, state_sum, steps)


def _flip_bits(file: bytes, _: Originals, choose: random.Random) -> bytes:
    """A few bits, half the time where something stands."""
    content = bytearray(file)
    for _bit in range(choose.choice([1, 1, 1, 2, 8, 64])):
        content[_a_place(file, choose)] ^= 1 << choose.randrange(8)
    return bytes(content)


def _a_place(file: bytes, choose: random.Random) -> int:
    """A place in a file: in its header, anywhere, or where bytes are not zero."""
    way = choose.random()
    if way < 0.05:
        return choose.randrange(100)
    place = choose.randrange(len(file))
    if way > 0.4:
        while not file[place]:
            place = choose.randrange(len(file))
    return place


def _flip_letters(file: bytes, _: Originals, choose: random.Random) -> bytes:
    """One letter or digit into another: the database stays sound."""
    content = bytearray(file)
    place = next(place for place in iter(lambda: choose.randrange(len(file)), None) if chr(file[place]).isalnum())
    content[place] = choose.choice(b"abcdefghijklmnopqrstuvwxyz0123456789")
    return bytes(content)


def _flip_about_the_file(file: bytes, both: Originals, choose: random.Random) -> bytes:
    """A bit of the one row that says the newest step, the sum and the highest numbers."""
    content = bytearray(file)
    place = file.index(both.state_sum.encode()) + choose.randrange(-80, 50)
    content[place] ^= 1 << choose.randrange(8)
    return bytes(content)


def _other_bytes(file: bytes, _: Originals, choose: random.Random) -> bytes:
    """A run of other bytes."""
    place, length = _a_place(file, choose), choose.choice([1, 4, 16, 64, 512])
    return (file[:place] + choose.randbytes(length) + file[place + length :])[: len(file)]


def _zero_pages(file: bytes, _: Originals, choose: random.Random) -> bytes:
    """Pages that were never written."""
    return _with_pages(file, {number: bytes(PAGE) for number in _page_numbers(file, choose)})


def _torn_page(file: bytes, _: Originals, choose: random.Random) -> bytes:
    """A page of which some sectors hold nothing."""
    place = choose.randrange(len(file) // 512) * 512
    return file[:place] + bytes(512) + file[place + 512 :]


def _swap_pages(file: bytes, _: Originals, choose: random.Random) -> bytes:
    """Two pages changed places."""
    one, other = (choose.randrange(len(file) // PAGE) for _ in range(2))
    return _with_pages(file, {one: _page(file, other), other: _page(file, one)})


def _repeat_page(file: bytes, _: Originals, choose: random.Random) -> bytes:
    """A page stands where another should."""
    one, other = (choose.randrange(len(file) // PAGE) for _ in range(2))
    return _with_pages(file, {one: _page(file, other)})


def _pages_of_another_version(file: bytes, both: Originals, choose: random.Random) -> bytes:
    """A copy taken during a save, or put together by a sync program: some pages are of the other version."""
    differing = [n for n in range(len(file) // PAGE) if _page(file, n) != _page(both.two, n)]
    some = choose.sample(differing, choose.randint(1, len(differing) - 1))
    return _with_pages(file, {number: _page(both.two, number) for number in some})


def _sectors_of_another_version(file: bytes, both: Originals, choose: random.Random) -> bytes:
    """The same, sector by sector."""
    content = bytearray(file)
    for place in range(0, min(len(file), len(both.two)), 512):
        if choose.random() < 0.5:
            content[place : place + 512] = both.two[place : place + 512]
    return bytes(content)


def _the_end_of_another_version(file: bytes, both: Originals, choose: random.Random) -> bytes:
    """A copy of which the first part is old and the rest new."""
    place = choose.randrange(1, len(file) // PAGE) * PAGE
    return file[:place] + both.two[place:]


def _cut_off(file: bytes, _: Originals, choose: random.Random) -> bytes:
    """The end is missing, at a page's end or anywhere."""
    pages = choose.randrange(len(file) // PAGE) * PAGE
    return file[: choose.choice([pages, choose.randrange(len(file))])]


def _grown(file: bytes, _: Originals, choose: random.Random) -> bytes:
    """Something was appended."""
    length = choose.choice([1, 100, 512, PAGE, 3 * PAGE])
    return file + choose.choice([bytes(length), choose.randbytes(length)])


def _moved(file: bytes, _: Originals, choose: random.Random) -> bytes:
    """Bytes went missing, or came in, in the middle; the size is as it was."""
    place, length = choose.randrange(len(file)), choose.choice([1, 2, 512])
    if choose.random() < 0.5:
        return file[:place] + file[place + length :] + bytes(length)
    return (file[:place] + bytes(length) + file[place:])[: len(file)]


def _as_text(file: bytes, _: Originals, choose: random.Random) -> bytes:
    """A program took the file for text."""
    ways = [
        file.replace(b"\n", b"\r\n"),
        file.replace(b"\r\n", b"\n").replace(b"\r", b"\n"),
        file.decode("utf-8", "replace").encode(),
        file.decode("latin-1").encode(),
        bytes(byte & 0x7F for byte in file),
    ]
    return choose.choice(ways)


def _page(file: bytes, number: int) -> bytes:
    return file[number * PAGE : (number + 1) * PAGE]


def _page_numbers(file: bytes, choose: random.Random) -> Iterator[int]:
    for _ in range(choose.choice([1, 1, 2, 5])):
        yield choose.randrange(len(file) // PAGE)


def _with_pages(file: bytes, pages: dict[int, bytes]) -> bytes:
    return b"".join(pages.get(number, _page(file, number)) for number in range(len(file) // PAGE))


MUTATIONS: tuple[Mutate, ...] = (
    _flip_bits,
    _flip_letters,
    _flip_about_the_file,
    _other_bytes,
    _zero_pages,
    _torn_page,
    _swap_pages,
    _repeat_page,
    _pages_of_another_version,
    _sectors_of_another_version,
    _the_end_of_another_version,
    _cut_off,
    _grown,
    _moved,
    _as_text,
)
_OFTEN = (_flip_bits, _flip_letters, _other_bytes, _pages_of_another_version)


@dataclass(slots=True)
class Noticed:
    """How many files were spoiled, and what became of them.

    *undetected* are those read as another map; *history_only* those read as the same map with another history, or with
    numbers that will be given twice. Numbers that will be left out (*numbers_skipped*) do no harm.
    """

    tried: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    equal: int = 0
    undetected: Counter[str] = field(default_factory=Counter)
    history_only: Counter[str] = field(default_factory=Counter)
    numbers_skipped: int = 0


def spoil_often(folder: Path, times: int, seed: int = 0) -> Noticed:
    """Spoil a file *times* times and open it."""
    both = originals(folder)
    choose = random.Random(seed)
    noticed = Noticed()
    while noticed.tried < times:
        mutate = choose.choice((*MUTATIONS, *_OFTEN))
        spoiled = mutate(both.one, both, choose)
        if spoiled != both.one:
            _open(folder / f"{noticed.tried}.argmap", spoiled, both, noticed, mutate.__name__.lstrip("_"))
    return noticed


def _open(path: Path, spoiled: bytes, both: Originals, noticed: Noticed, how: str) -> None:
    """Read a spoiled file and count what it is; only an `ArgmapError` may come of it, and no byte may change."""
    path.write_bytes(spoiled)
    noticed.tried += 1
    try:
        state = State.of(path)
    except ArgmapError as error:
        noticed.refused[getattr(error, "code", "")] += 1
    else:
        if state.map != both.state.map:
            noticed.undetected[how] += 1
        elif state.head != both.state.head or _steps(path) != both.steps or _gives_again(state, both.state):
            noticed.history_only[how] += 1
        elif state != both.state:
            noticed.numbers_skipped += 1
        else:
            noticed.equal += 1
    assert path.read_bytes() == spoiled
    assert [path] == list(path.parent.iterdir()), "nothing was left beside it"
    path.unlink()


def _gives_again(state: State, original: State) -> bool:
    """Whether a number that was given once would be given again."""
    return any(now < then for now, then in zip(state.highest, original.highest, strict=True))


def _steps(path: Path) -> object:
    try:
        return MapFile(path).steps()
    except ArgmapError as error:
        return error
