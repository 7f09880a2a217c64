"""Who says what and where it stands in an arguebuf graph: resources, references and participants."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.graphs.citing import Citing, is_address, offset_of, words_of
from argmap.formats.graphs.graph import named_entries
from argmap.formats.graphs.kept import others_of, own_of, with_foreign
from argmap.formats.graphs.telling import tell

if TYPE_CHECKING:
    from argmap.formats.drafting import Draft, Said
    from argmap.formats.report import Place, Tally

Plain = dict[str, Any]

FOREIGN = "arguebuf"
"""The key of `extras` under which what only arguebuf has a word for stands."""


class Sourcing:
    """Takes the resources of a graph into a draft, and cites them."""

    def __init__(self, plain: Plain, draft: Draft, tally: Tally, name: str) -> None:
        self._tally = tally
        self._citing = Citing(draft, tally, name, FOREIGN)
        self._speakers = {id_: name_of(each) or id_ for id_, each in named_entries(plain, "participants", tally)}
        for id_, each in named_entries(plain, "resources", tally):
            self._add(id_, each)

    def cite(self, said: Said, atom: Plain, place: Place) -> None:
        """Take in what an atom refers to, and who says it."""
        found = atom.get("reference")
        reference = found if isinstance(found, dict) else {}
        rest = {key: value for key, value in reference.items() if key not in {"text", "offset", "resource"}}
        speaker = atom.get("participant")
        tell(self._tally, "no-participant", place, int(bool(speaker) and words_of(speaker) not in self._speakers))
        fields = {
            "quote": words_of(reference.get("text")),
            "start": offset_of(reference.get("offset")),
            "asserted_by": self._speakers.get(words_of(speaker), ""),
        }
        self._citing.cite(said, reference.get("resource"), place, **with_foreign(fields, FOREIGN, {"reference": rest}))

    def _add(self, id_: str, plain: Plain) -> None:
        text, title, origin = (words_of(plain.get(key)) for key in ("text", "title", "source"))
        rest = {key: value for key, value in plain.items() if key not in {"text", "title", "source", "userdata"}}
        foreign = {**rest, "id": id_, "untitled": not title, "userdata": others_of(plain.get("userdata"))}
        fields = with_foreign({"url" if is_address(origin) else "container_title": origin}, FOREIGN, foreign)
        self._citing.add(id_, own_of(plain.get("userdata")).get("id"), (title, origin), text, **fields)


def name_of(participant: Plain) -> str:
    """Return what a participant is called, or nothing."""
    names = (words_of(participant.get(key)).strip() for key in ("name", "username", "email"))
    return next((name for name in names if name), "")
