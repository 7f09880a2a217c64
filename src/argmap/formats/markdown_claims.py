"""The claims of an outline: which heading and which bullet says which claim."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from argmap.errors import EmptyTextError
from argmap.formats.markdown_text import Marked, joined, marked, unescape
from argmap.formats.markdown_words import tell
from argmap.model import About, Claim, ClaimId
from argmap.model.limits import CLAIM_LENGTH, HIGHEST_NUMBER, NOTE_LENGTH, check_words, without_controls
from argmap.model.order import keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.formats.markdown_lines import Block, Outline
    from argmap.formats.report import Tally


@dataclass(slots=True, eq=False)
class Saying:
    """A claim in the making; *number* 0: to be given."""

    text: str
    line: int
    number: int
    note: str
    id: ClaimId = field(default_factory=ClaimId.new)


class Sayings:
    """Finds what each heading and bullet says, the same claim for all that refer to it."""

    def __init__(self, outline: Outline, tally: Tally) -> None:
        self.of: dict[Block, Saying] = {}
        self._outline = outline
        self._tally = tally
        self._numbered: dict[int, Saying] = {}
        self._read()

    def about(self) -> About:
        """Return the title and the question."""
        return About(title=self._header("title"), question=self._header("question"))

    def claims(self) -> Iterable[Claim]:
        """Yield the claims in the order of the file; those without a number are numbered behind those with one."""
        in_order = sorted(dict.fromkeys(self.of.values()), key=lambda said: said.line)
        self._tell_equal(in_order)
        places = self._places()
        unused = self._unused_numbers(sum(not said.number for said in in_order))
        for said in in_order:
            number = said.number or next(unused)
            yield Claim(id=said.id, number=number, text=said.text, note=said.note, position=places.get(said.id))

    def _unused_numbers(self, wanted: int) -> Iterator[int]:
        """Return the numbers behind the highest one given, or where they would run out, those left free."""
        first = max(self._numbered, default=0) + 1
        if first + wanted > HIGHEST_NUMBER:
            first = 1
        return (number for number in count(first) if number not in self._numbered)

    def _read(self) -> None:
        """Take in what is said in full, then what refers to it."""
        later: list[tuple[Block, Marked]] = []
        for block in self._outline.blocks:
            if block.is_divider:
                continue
            if block.level > 1:
                tell(self._tally, "level", block.line)
            found = self._marked(block)
            if found.number and (found.see or not found.text):
                later.append((block, found))
            elif not _says_something(found.text):
                tell(self._tally, "empty-heading" if block.is_heading else "empty-bullet", block.line)
            else:
                self._say(block, found)
        for block, found in later:
            self._refer(block, found)

    def _marked(self, block: Block) -> Marked:
        found = marked(joined(block.lines))
        return Marked(self._clean(found.text, block.line), found.number, found.see)

    def _say(self, block: Block, found: Marked) -> None:
        there = self._numbered.get(found.number)
        if there is not None and there.text == found.text:
            tell(self._tally, "repeated", block.line)
            self.of[block] = there
            return
        if there is not None:
            tell(self._tally, "number-taken", block.line)
        text = self._fitted(found.text, block.line)
        said = Saying(text, block.line, 0 if there else found.number, self._note(block, found.text, text))
        self.of[block] = said
        if said.number:
            self._numbered[said.number] = said

    def _refer(self, block: Block, found: Marked) -> None:
        there = self._numbered.get(found.number)
        wordless = not _says_something(found.text)
        if there is None:
            tell(self._tally, "see-nothing" if wordless else "see-itself", block.line)
            if not wordless:
                self._say(block, found)
            return
        if not wordless and found.text != there.text:
            tell(self._tally, "see-words", block.line)
        self.of[block] = there

    def _note(self, block: Block, whole: str, kept: str) -> str:
        """Return the note of a claim: all of a text that was cut, and the paragraphs under it."""
        parts = [] if whole == kept else [whole]
        if block.notes:
            tell(self._tally, "paragraphs", block.line)
            parts.extend(self._clean(_paragraph(lines), block.line) for lines in block.notes)
        note = "\n\n".join(part for part in parts if part)
        if len(note) > NOTE_LENGTH:
            tell(self._tally, "note-too-long", block.line)
        return note[:NOTE_LENGTH]

    def _header(self, which: str) -> str:
        text = unescape(joined(self._outline.headers.get(which, [])))
        return self._fitted(self._clean(text, 1), 1)

    def _clean(self, text: str, line: int) -> str:
        cleaned, removed = without_controls(text.replace("\0", ""))
        tell(self._tally, "controls", line, removed + text.count("\0"))
        return cleaned

    def _fitted(self, text: str, line: int) -> str:
        if len(text) <= CLAIM_LENGTH:
            return text
        tell(self._tally, "too-long", line)
        return f"{text[: CLAIM_LENGTH - 1]}…"

    def _places(self) -> dict[ClaimId, str]:
        """Return the order keys of the positions: the claims that stand as headings."""
        heads = [self.of[block].id for block in self._outline.blocks if block.is_heading and block in self.of]
        positions = list(dict.fromkeys(heads))
        return dict(zip(positions, keys(len(positions)), strict=True))

    def _tell_equal(self, in_order: list[Saying]) -> None:
        seen: set[str] = set()
        for said in in_order:
            if said.text in seen:
                tell(self._tally, "equal-words", said.line)
            seen.add(said.text)


def _says_something(text: str) -> bool:
    try:
        check_words("A claim", text, len(text))
    except EmptyTextError:
        return False
    return True


def _paragraph(lines: list[str]) -> str:
    return "\n".join(line.strip() for line in lines).strip()
