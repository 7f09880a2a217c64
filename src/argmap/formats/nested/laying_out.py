"""From a map to nested entries: an outline of it, in which a claim that is used twice stands in full once."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.formats.carried import about_map, around, packed
from argmap.formats.nested.exactness import shown
from argmap.formats.nested.reading import ARROWS, ID, OTHERS, UNDER
from argmap.formats.nested.telling import tell
from argmap.formats.report import Place
from argmap.model import ClaimId
from argmap.model.roles import unplaced_claims
from argmap.outlines import deep_starts, roots, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from argmap.formats.report import Tally
    from argmap.model import ArgumentMap, Claim, Inference
    from argmap.outlines import Line

_STANCES = {"reason": "supports", "objection": "opposes", "undercut": "undercuts", "backing": "backs",
            "together": "and", "position": "position", "root": "claim"}  # fmt: skip
_FITTING = re.compile(r"[A-Za-z0-9_.:-]{1,64}")
_ENDS = ("polarity", "premises", "target")


@dataclass(slots=True, eq=False)
class Entry:
    """A claim at one of its places: *label* is its own, *same_as* says that it stands in full where that is."""

    text: str
    stance: str
    label: str
    is_repeat: bool = False
    note: str = ""
    link: str = ""
    arrows: list[tuple[str, str]] = field(default_factory=list)
    own: dict[str, Any] = field(default_factory=dict)
    others: dict[str, Any] = field(default_factory=dict)
    under: list[Entry] = field(default_factory=list)


class Layout:
    """Lays a map out; *format_name* is the key under which extras keep what this format said.

    *fits* says of a field that was kept there, by its name and what it holds, whether the format can show it again;
    *note_as_read* what comes back of a note; *mark* stands before the labels that name claims; *link_name* is the
    field in which the address of a claim's source stands, where what was kept may stand there as well.
    """

    def __init__(
        self,
        map_: ArgumentMap,
        tally: Tally,
        format_name: str,
        fits: Callable[[str, object], bool],
        note_as_read: Callable[[str], str] = str,
        mark: str = "",
        link_name: str = "",
    ) -> None:
        self._map = map_
        self._tally = tally
        self._format_name = format_name
        self._fits = fits
        self._note_as_read = note_as_read
        self._link_name = link_name
        self._full: dict[ClaimId, Entry] = {}
        self._labels = _labels(map_, format_name, mark)
        self.tops: list[Entry] = []
        self._lay_out()
        self._put_back()

    def own(self) -> dict[str, Any]:
        """Return what argmap carries for the map."""
        own = about_map(self._map)
        own["map"] = {**own["map"], "extras": self._extras(self._map.about.extras)[0]}
        if not own["map"]["extras"]:
            del own["map"]["extras"]
        return {**own, "around": around(self._map)}

    def others(self) -> dict[str, Any]:
        """Return what the file said of itself that argmap has no word for."""
        return self._extras(self._map.about.extras)[1]

    def _lay_out(self) -> None:
        start = roots(self._map)
        tops = (*start.positions, *start.others)
        starts = (*tops, *deep_starts(self._map, tops), *unplaced_claims(self._map))
        path: list[Entry] = []
        told: set[str] = set()
        for line in walk(self._map, starts):
            del path[line.depth :]
            entry = self._entry(line)
            (path[-1].under if path else self.tops).append(entry)
            path.append(entry)
            if line.inference is not None:
                told.add(line.inference.id)
        for inference in sorted(self._map.inferences.values(), key=lambda each: each.number):
            if inference.id not in told:
                tell(self._tally, "circles", Place(label=inference.label))

    def _entry(self, line: Line) -> Entry:
        claim = line.claim
        entry = Entry(shown(claim.text), _STANCES[line.kind], self._labels[claim.id], is_repeat=line.repeat)
        if not line.repeat:
            self._full[claim.id] = entry
            self._say(entry, claim)
        if line.inference is not None and not line.mate:
            entry.own["step"] = _step(line.inference)
        return entry

    def _say(self, entry: Entry, claim: Claim) -> None:
        entry.note = shown(claim.note)
        own = packed(claim, ("text", "note", "extras"))
        sources = (self._map.sources[each.source] for each in self._map.citations_of(claim.id))
        entry.link = next((shown(each.url) for each in sources if each.url), "")
        extras, entry.others = self._extras(claim.extras, self._link_name if entry.link else "")
        entry.arrows = self._arrows(claim)
        exactly = {"extras": extras, "text": claim.text if entry.text != claim.text else ""}
        exactly["note"] = claim.note if self._note_as_read(entry.note) != claim.note else ""
        own.update({key: value for key, value in exactly.items() if value})
        if entry.link:
            own["links"] = [entry.link]
        entry.own["claim"] = own

    def _arrows(self, claim: Claim) -> list[tuple[str, str]]:
        """Return the arrows that came with a claim and say nothing of support: the label they lead to, their words."""
        kept = _foreign(claim.extras, self._format_name).get(ARROWS)
        pairs = kept if isinstance(kept, list) else []
        return [(self._labels[pair[0]], shown(pair[1])) for pair in pairs if self._is_arrow(pair)]

    def _is_arrow(self, pair: object) -> bool:
        match pair:
            case [str(target), str()]:
                return target in self._labels
        return False

    def _put_back(self) -> None:
        """Put claims that bear on nothing under those that they came under from such a file."""
        home = {id(entry): claim for claim, entry in self._full.items()}
        above: dict[int, Entry] = {}
        kept: list[Entry] = []
        for entry in self.tops:
            claim = self._map.claims[home[id(entry)]]
            above_it = _foreign(claim.extras, self._format_name).get(UNDER)
            wanted = self._full.get(ClaimId(above_it)) if isinstance(above_it, str) else None
            fits = wanted is not None and entry.stance == "claim" and not self._map.is_targeted(claim.id)
            if wanted is None or not fits or _uppermost(wanted, above) is entry:  # never under itself
                kept.append(entry)
                continue
            above[id(entry)] = wanted
            wanted.under.append(entry)
        self.tops = kept

    def _extras(self, extras: str, taken: str = "") -> tuple[str, dict[str, Any]]:
        """Return *extras* without what this format shows itself, and that; the field *taken* shows something else."""
        found = _foreign(extras, self._format_name).get(OTHERS)
        shown_ones = (
            {k: v for k, v in found.items() if k != taken and self._fits(k, v)} if isinstance(found, dict) else {}
        )
        if not shown_ones or not isinstance(found, dict):
            return extras, {}
        whole = json.loads(extras)
        kept = {key: value for key, value in whole.pop(self._format_name).items() if key != OTHERS}
        rest = {key: value for key, value in found.items() if key not in shown_ones}
        if rest:
            kept[OTHERS] = rest
        if kept:
            whole[self._format_name] = kept
        return (json.dumps(whole, ensure_ascii=False) if whole else ""), shown_ones


def entries_in_order(tops: list[Entry]) -> Iterator[tuple[int, Entry | None]]:
    """Yield every entry with its level, each before those under it; None where one with others under it ends."""
    waiting: list[tuple[int, Entry | None]] = [(0, entry) for entry in reversed(tops)]
    while waiting:
        level, entry = waiting.pop()
        yield level, entry
        if entry is not None and entry.under:
            waiting.append((level, None))
            waiting.extend((level + 1, each) for each in reversed(entry.under))


def _uppermost(entry: Entry, above: dict[int, Entry]) -> Entry:
    """Return the entry that *entry* stands under in the end; *above* then leads there in fewer steps.

    Without those shorter ways a chain of entries would be walked anew for each of them.
    """
    place = entry
    while (upper := above.get(id(place))) is not None:
        above[id(place)] = above.get(id(upper), upper)
        place = upper
    return place


def _step(inference: Inference) -> dict[str, Any]:
    return {"order": inference.order, **packed(inference, _ENDS)}


def _labels(map_: ArgumentMap, format_name: str, mark: str) -> dict[ClaimId, str]:
    """Return what each claim is called in the file: by the id it came with, if no other has it, else by its label."""
    taken = {f"{mark}{claim.label}" for claim in map_.claims.values()}
    labels: dict[ClaimId, str] = {}
    used: set[str] = set()
    for claim in map_.claims.values():
        wanted = _foreign(claim.extras, format_name).get(ID)
        fits = isinstance(wanted, str) and _FITTING.fullmatch(wanted) is not None and wanted not in taken
        label = str(wanted) if fits else f"{mark}{claim.label}"
        while label in used:
            label += "+"
        used.add(label)
        labels[claim.id] = label
    return labels


def _foreign(extras: str, format_name: str) -> dict[str, Any]:
    found = json.loads(extras).get(format_name) if extras else None
    return found if isinstance(found, dict) else {}
