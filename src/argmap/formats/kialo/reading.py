"""From a Kialo discussion to a map: theses are positions, pros and cons reasons and objections."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.formats.drafting import Draft
from argmap.formats.kialo.anchors import with_links, with_marks
from argmap.formats.kialo.entries import Discussion, Entry, discussion_of
from argmap.formats.kialo.telling import tell
from argmap.formats.report import Place
from argmap.model import Polarity

if TYPE_CHECKING:
    from argmap.formats.drafting import Said
    from argmap.formats.kialo.anchors import Linked
    from argmap.formats.report import Imported, Tally
    from argmap.model import SourceId

_POLARITIES = {"Pro": Polarity.SUPPORTS, "Con": Polarity.OPPOSES}
_SEE = re.compile(r"-> See ([0-9]+(?:\.[0-9]+)*)\.$")
_URL = re.compile(r"(?:\w+://|www\.)\S+")


def read(text: str, name: str, tally: Tally) -> Imported:
    """Read a discussion in either layout; what of it can be read is read, wherever the file ends."""
    del name
    return _Reading(discussion_of(text), tally).imported()


class _Reading:
    """Turns a discussion into a draft."""

    def __init__(self, discussion: Discussion, tally: Tally) -> None:
        self._discussion = discussion
        self._tally = tally
        self._draft = Draft(tally)
        self._said: dict[Entry, Said] = {}
        self._claims: dict[tuple[int, ...], Said] = {}  # of several entries with a number the first
        self._sources: dict[str, SourceId] = {}

    def imported(self) -> Imported:
        """Return the map."""
        discussion = self._discussion
        for line in discussion.outside:
            tell(self._tally, "outside", Place(line))
        if discussion.cut:
            tell(self._tally, "cut", Place(discussion.cut))
        for line in discussion.adrift:
            tell(self._tally, "adrift", Place(line))
        self._draft.about["title"] = discussion.title
        question = self._question()
        if question is not None:
            linked = self._linked(question.text)
            self._draft.about["question"] = linked.words
            for address, quote in linked.passages:
                self._source(address, Place(question.line), quote)
        said = [entry for entry in discussion.entries if entry is not question]
        references = [entry for entry in said if _SEE.match(entry.text)]
        above_theses = None if question is None else question.number
        for entry in said:
            if not _SEE.match(entry.text):
                self._say(entry, is_position=entry.number[:-1] == above_theses)
        for entry in references:  # a thesis may be a reason for another thesis, too
            self._refer(entry, is_position=entry.number[:-1] == above_theses)
        self._bear_all(said, question)
        self._list_unused()
        return self._draft.imported()

    def _question(self) -> Entry | None:
        """Return the entry that is no claim but what the theses answer: it says so, or they have no stance."""
        entries = self._discussion.entries
        if not entries:
            return None
        under = [entry.stance for entry in entries if entry.number[:-1] == entries[0].number]
        asks = entries[0].stance == "Question" or (bool(under) and all(stance in {"", "Thesis"} for stance in under))
        return entries[0] if asks else None

    def _say(self, entry: Entry, *, is_position: bool) -> None:
        place = Place(entry.line)
        linked = self._linked(entry.text)
        said = self._draft.say(linked.words, place)
        if linked.anchors:
            said.fields["extras"] = linked.extras
        said.is_position = is_position or len(entry.number) == 1
        self._said[entry] = said
        self._claims.setdefault(entry.number, said)
        for address, quote in linked.passages:
            self._draft.cite(said, self._source(address, place), place, quote=quote)

    def _source(self, address: str, place: Place, note: str = "") -> SourceId:
        source = self._sources.get(address)
        if source is None:
            url = address if _URL.fullmatch(address) else ""
            source = self._sources[address] = self._draft.source(address, place, url=url, note=note)
        return source

    def _list_unused(self) -> None:
        """Take in the sources that no claim refers to."""
        for each in self._discussion.sources.values():
            self._source(each.address, Place(each.line), each.quote)

    def _linked(self, text: str) -> Linked:
        """Return a claim's words, the passages it links to, and where."""
        return with_marks(text, self._discussion.sources) if self._discussion.is_newer else with_links(text)

    def _refer(self, entry: Entry, *, is_position: bool) -> None:
        """Let an entry that only refers to another stand for the same claim."""
        found = _SEE.match(entry.text)
        assert found is not None
        target = self._claims.get(tuple(int(part) for part in found[1].split(".")))
        if target is None:
            tell(self._tally, "see-nothing", Place(entry.line))
        else:
            self._said[entry] = target
            self._claims.setdefault(entry.number, target)
            target.is_position = target.is_position or is_position

    def _bear_all(self, entries: list[Entry], question: Entry | None) -> None:
        """Let each entry bear on what it stands under: of several entries with that number the last one before it."""
        before: dict[tuple[int, ...], Said] = {}
        for entry in entries:
            number = entry.number[:-1]
            self._bear(entry, before.get(number) or self._claims.get(number), question)
            if entry in self._said:
                before[entry.number] = self._said[entry]

    def _bear(self, entry: Entry, above: Said | None, question: Entry | None) -> None:
        said = self._said.get(entry)
        polarity = _POLARITIES.get(entry.stance)
        place = Place(entry.line)
        if said is None or len(entry.number) == 1 or (question is not None and entry.number[:-1] == question.number):
            return
        if polarity is None or above is None:
            tell(self._tally, "no-stance" if above is not None else "nothing-above", place)
            return
        self._draft.infer(polarity, [said], above, place)
