"""Where claims stand and who says them: resources of a foreign graph become sources, references to them citations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.drafted_texts import says_something
from argmap.formats.graphs.telling import tell
from argmap.formats.report import Place
from argmap.model import Citation, Source, SourceId

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.formats.drafting import Draft, Said
    from argmap.formats.report import Tally

_LONGEST_TITLE = 80

MADE = "made"
"""Marks, in the extras, a source that no file has named: it stands for what the file was made of."""


class Citing:
    """Takes resources and references into a draft; what argmap carried among the draft's *others* counts first.

    *key* is that of the format in the extras.
    """

    def __init__(self, draft: Draft, tally: Tally, name: str, key: str) -> None:
        self._draft = draft
        self._key = key
        self._tally = tally
        self._name = name
        self._whole: SourceId | None = None
        self._sources: dict[str, SourceId] = {}
        self._known = {each.id for each in draft.others if isinstance(each, Source)}
        self._quoted = {(each.claim, each.quote) for each in draft.others if isinstance(each, Citation)}

    def add(self, id_: str, own_id: object, titles: Iterable[str], text: str, **fields: Any) -> None:  # noqa: ANN401  # fields of a source
        """Take in the resource called *id_*, titled by the first of *titles* that says anything, or by its *text*."""
        if isinstance(own_id, str) and own_id in self._known:
            self._sources[id_] = SourceId(own_id)
            return
        first = text.strip().split("\n")[0][:_LONGEST_TITLE]
        title = next((each for each in (*titles, first) if says_something(each)), f"Text of {self._name}")
        place = Place(label=f"resource {id_[:40]}")
        self._sources[id_] = self._draft.source(title, place, text=text, **fields)

    def cite(self, said: Said, resource: object, place: Place, **fields: Any) -> None:  # noqa: ANN401  # fields of a citation
        """Take in what is said of where *said* stands, if it says anything that is not known."""
        source = self._sources.get(resource) if isinstance(resource, str) else None
        tell(self._tally, "no-resource", place, int(source is None and resource not in (None, "")))
        if (said.id, fields.get("quote", "")) in self._quoted:
            return
        if source is not None or fields.get("quote"):
            tell(self._tally, "cited", place)
        elif fields.get("asserted_by"):
            tell(self._tally, "said", place)
        else:
            return
        self._draft.cite(said, self._text_of_file() if source is None else source, place, **fields)

    def _text_of_file(self) -> SourceId:
        if self._whole is None:
            extras = {self._key: {MADE: True}}
            self._whole = self._draft.source(f"Text of {self._name}", Place(1), extras=extras)
        return self._whole


def words_of(value: object) -> str:
    """Return a text of a file; what is none is empty."""
    return value if isinstance(value, str) else ""


def offset_of(value: object) -> int | None:
    """Return a place in a text, which some writers put in quotes; None for what cannot be one."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 12:  # noqa: PLR2004  # digits
        value = int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**53 else None


def is_address(origin: str) -> bool:
    """Whether what a resource names as where it comes from is an address on the web."""
    return "://" in origin or origin.startswith(("www.", "doi:"))
