"""Who says what and where it stands: resources become sources, references and participants citations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.drafted_texts import says_something
from argmap.formats.graphs.graph import named_entries
from argmap.formats.graphs.kept import others_of, own_of, with_foreign
from argmap.formats.graphs.telling import tell
from argmap.formats.report import Place
from argmap.model import Citation, Source, SourceId

if TYPE_CHECKING:
    from argmap.formats.drafting import Draft, Said
    from argmap.formats.report import Tally

Plain = dict[str, Any]

FOREIGN = "arguebuf"
LONGEST_TITLE = 80
HIGHEST_OFFSET = 2**32 - 1
"""The farthest place in a text that arguebuf can name."""


class Sourcing:
    """Takes the resources of a graph into a draft, and cites them; what argmap carried there itself counts first."""

    def __init__(self, plain: Plain, draft: Draft, tally: Tally, name: str) -> None:
        self._draft = draft
        self._tally = tally
        self._name = name
        self._whole: SourceId | None = None
        known = {each.id for each in draft.others if isinstance(each, Source)}
        self._quoted = {(each.claim, each.quote) for each in draft.others if isinstance(each, Citation)}
        self._speakers = _speakers(plain, tally)
        self._sources: dict[str, SourceId] = {}
        for id_, each in named_entries(plain, "resources", tally):
            own = own_of(each.get("userdata")).get("id")
            if isinstance(own, str) and own in known:
                self._sources[id_] = SourceId(own)
            else:
                self._sources[id_] = self._source(id_, each)

    def cite(self, said: Said, atom: Plain, place: Place) -> None:
        """Take in what an atom refers to, and who says it."""
        found = atom.get("reference")
        reference = found if isinstance(found, dict) else {}
        participant = atom.get("participant")
        speaker = self._speakers.get(participant, "") if isinstance(participant, str) else ""
        quote, resource = reference.get("text"), reference.get("resource")
        quote = quote if isinstance(quote, str) else ""
        source = self._sources.get(resource) if isinstance(resource, str) else None
        if (said.id, quote) in self._quoted or not (quote or source or speaker):
            return
        fields = {"quote": quote, "asserted_by": speaker, "start": _offset(reference.get("offset"))}
        rest = {key: value for key, value in reference.items() if key not in {"text", "offset", "resource"}}
        cited = self._text_of_file() if source is None else source
        self._draft.cite(said, cited, place, **with_foreign(fields, FOREIGN, {"reference": rest}))
        tell(self._tally, "cited" if reference else "said", place)

    def _source(self, id_: str, plain: Plain) -> SourceId:
        text, title, origin = (_text(plain.get(key)) for key in ("text", "title", "source"))
        first = text.strip().split("\n")[0][:LONGEST_TITLE]
        named = next((each for each in (title, origin, first) if says_something(each)), f"Text of {self._name}")
        rest = {key: value for key, value in plain.items() if key not in {"text", "title", "source", "userdata"}}
        foreign = {"id": id_, **rest, "title": title and None, "userdata": others_of(plain.get("userdata"))}
        if not title:
            foreign["untitled"] = True
        fields = {"text": text, "url" if is_address(origin) else "container_title": origin}
        return self._draft.source(named, Place(label=f"resource {id_[:40]}"), **with_foreign(fields, FOREIGN, foreign))

    def _text_of_file(self) -> SourceId:
        if self._whole is None:
            self._whole = self._draft.source(f"Text of {self._name}", Place(1))
        return self._whole


def is_address(origin: str) -> bool:
    """Whether what a resource names as its source is an address on the web."""
    return "://" in origin or origin.startswith(("www.", "doi:"))


def _speakers(plain: Plain, tally: Tally) -> dict[str, str]:
    """Return how participants are called, by their ids."""
    return {
        id_: next((name for key in ("name", "username", "email") if (name := _text(each.get(key)).strip())), id_)
        for id_, each in named_entries(plain, "participants", tally)
    }


def _offset(value: object) -> int | None:
    """Return a place in a text, which some writers put in quotes."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 12:  # noqa: PLR2004  # digits
        value = int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= HIGHEST_OFFSET else None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
