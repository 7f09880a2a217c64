"""Plans: a review as a text file, one block a pair, to be decided in an editor and applied whole or not at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.display import one_line
from argmap.errors import FormatError
from argmap.matching import Lane
from argmap.reviewing.about_pair import concerns_of
from argmap.reviewing.around import Around, in_words
from argmap.reviewing.decisions import Decision
from argmap.reviewing.preflight import Gravity, preflight

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.matching import Cluster, Pair
    from argmap.model import ArgumentMap

HEAD = """\
# Pairs of claims that look alike, for you to decide. Change what stands behind "decision:" and then say
#     argmap dedupe MAP --apply THIS-FILE
# Everything is checked first and then done as one step, or nothing is done.
#
#   keep A, keep B         one claim, in the words of A or of B
#   write: NEW WORDS       one claim, in words of yours
#   different              not the same, never asked again
#   A opposes B            (or B opposes A) leave both, and make one an objection to the other
#   A supports B           (or B supports A) leave both, and make one a reason for the other
#   conflict               leave both; they cannot both be true
#   A says more than B     (or B says more than A) leave both, one is more specific
#   skip                   leave both, undecided
#
# Where a warning stands, one claim must be confirmed: keep A, confirmed   or   write, confirmed: NEW WORDS
"""
"""What stands at the top of every plan."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A pair of a plan: its labels and words as written there, and what is to be done; lines count from 1."""

    line: int
    labels: tuple[str, str]
    wordings: tuple[str, str]
    decision: Decision
    decision_line: int
    text: str = ""
    by_first: bool = True
    confirmed: bool = False


def write_plan(map_: ArgumentMap, pairs: Iterable[Pair], clusters: Iterable[Cluster] = ()) -> Iterator[str]:
    """Yield the lines of a plan of *pairs*; identical ones are planned to be merged, the others to be skipped.

    The *clusters* of three claims and more are named at the top.
    """
    yield from HEAD.splitlines()
    for number, cluster in enumerate(Around(clusters).clusters):
        if not number:
            yield "#"
            yield "# Claims that may all be one; keep the same one in each of their pairs:"
        yield f"#   {in_words(map_, cluster)}"
    for pair in pairs:
        one, other = map_.claims[pair.first], map_.claims[pair.second]
        yield ""
        yield f"pair {one.label} {other.label}  ({pair.lane}, {pair.likeness.score:.2f})"
        yield f"  A: {one_line(one.text)}"
        yield f"  B: {one_line(other.text)}"
        before = preflight(map_, pair.first, pair.second)
        for sign, sentence in concerns_of(pair, before):
            yield f"  {'note' if sign == '-' else 'warning'}: {one_line(sentence)}"
        goes_alone = pair.lane is Lane.IDENTICAL and before.gravity is Gravity.TOLD
        yield f"  decision: {(Decision.KEEP_A if goes_alone else Decision.SKIP).value}"


def read_plan(text: str, name: str) -> list[Planned]:
    """Read the plan in *text*, the content of the file *name*; raises `FormatError` naming the line it stopped at."""
    blocks: list[_Block] = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        stripped = line.strip()
        if not stripped or stripped.startswith("#"):
            continue
        begun = _PAIR.fullmatch(stripped)
        if begun is not None:
            blocks.append(_Block(name, number, (begun["a"], begun["b"])))
        elif not blocks:
            message = "A plan begins with a pair, as in “pair C3 C17”. Nothing was changed."
            raise FormatError(message, name=name, line=number)
        else:
            blocks[-1].take(stripped, number)
    return [block.whole() for block in blocks]


_PAIR = re.compile(r"pair\s+(?P<a>[Cc]\d{1,9})\s+(?P<b>[Cc]\d{1,9})(?:\s.*)?")
_FIELD = re.compile(r"(?P<name>[A-Za-z]+)\s*:\s?(?P<value>.*)")
_KEEP = re.compile(r"keep\s+(?P<side>[ab])(?P<sure>\s*,\s*confirmed)?", re.IGNORECASE)
_WRITE = re.compile(r"write(?P<sure>\s*,\s*confirmed)?\s*:\s*(?P<text>\S.*)", re.IGNORECASE)
_DIRECTED = re.compile(r"(?P<by>[ab])\s+(?P<verb>opposes|supports|says\s+more\s+than)\s+(?P<to>[ab])", re.IGNORECASE)
_PLAIN = {each.value: each for each in (Decision.DIFFERENT, Decision.CONFLICT, Decision.SKIP)}
_VERBS = {"opposes": Decision.OPPOSES, "supports": Decision.SUPPORTS, "says": Decision.NARROWER}


class _Block:
    """The lines of one pair."""

    def __init__(self, name: str, line: int, labels: tuple[str, str]) -> None:
        self._name = name
        self._line = line
        self._labels = labels
        self._fields: dict[str, tuple[str, int]] = {}

    def take(self, stripped: str, number: int) -> None:
        """Take in a line of the block."""
        found = _FIELD.fullmatch(stripped)
        field = found["name"].lower() if found is not None else ""
        if found is None or field not in {"a", "b", "note", "warning", "decision"}:
            message = "This is no line of a plan: A:, B:, note:, warning: or decision: is meant. Nothing was changed."
            raise FormatError(message, name=self._name, line=number)
        if field in self._fields and field in {"a", "b", "decision"}:
            message = f"There is a second “{found['name']}:” for this pair. Nothing was changed."
            raise FormatError(message, name=self._name, line=number)
        self._fields[field] = (found["value"].strip(), number)

    def whole(self) -> Planned:
        """Return the pair, which must have all its parts."""
        for field in ("a", "b", "decision"):
            if field not in self._fields:
                wanted = field.upper() if len(field) == 1 else field
                message = f"The pair {' '.join(self._labels)} has no line “{wanted}:”. Nothing was changed."
                raise FormatError(message, name=self._name, line=self._line)
        decision, line = self._fields["decision"]
        wordings = self._fields["a"][0], self._fields["b"][0]
        return self._decided(Planned(self._line, self._labels, wordings, Decision.SKIP, line), decision)

    def _decided(self, planned: Planned, typed: str) -> Planned:
        from dataclasses import replace

        if typed.lower() in _PLAIN:
            return replace(planned, decision=_PLAIN[typed.lower()])
        keep, write, directed = (pattern.fullmatch(typed) for pattern in (_KEEP, _WRITE, _DIRECTED))
        if keep is not None:
            side = Decision.KEEP_A if keep["side"].lower() == "a" else Decision.KEEP_B
            return replace(planned, decision=side, confirmed=keep["sure"] is not None)
        if write is not None:
            sure = write["sure"] is not None
            return replace(planned, decision=Decision.REWRITE, text=write["text"], confirmed=sure)
        if directed is not None and directed["by"].lower() != directed["to"].lower():
            verb = directed["verb"].lower().split()[0]
            return replace(planned, decision=_VERBS[verb], by_first=directed["by"].lower() == "a")
        message = f"“{typed[:60]}” is no decision. The top of a plan lists them all. Nothing was changed."
        raise FormatError(message, name=self._name, line=planned.decision_line)
