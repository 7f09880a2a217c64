"""From Argdown's JSON to a map: the model it describes is the one that argmap makes of the Argdown text itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.errors import FormatError
from argmap.formats.argdown.document import Document
from argmap.formats.argdown.reading import imported_from
from argmap.formats.argdown_json.kept import KNOWN, with_rest
from argmap.formats.argdown_json.maps import model_of_map
from argmap.formats.argdown_json.relations import related
from argmap.formats.argdown_json.statements import Modelling
from argmap.formats.json_foreign import load
from argmap.formats.report import Place

if TYPE_CHECKING:
    from argmap.formats.report import Imported, Tally

Plain = dict[str, Any]


class Origins:
    """Says where something stood in the Argdown text that the JSON was made of."""

    def line(self, start: int, /) -> Place:
        """Return the place of line *start*."""
        return Place(label=f"line {start} of the Argdown text" if start else "the file")


def read(text: str, name: str, tally: Tally) -> Imported:
    """Read the map that Argdown's JSON describes, from its statements and arguments, or from its map alone."""
    outermost = load(text, name, tally)
    if not isinstance(outermost, dict):
        message = "Argdown's JSON is one object with “statements” and “arguments” in it. Nothing was imported."
        raise FormatError(message, name=name)
    document, others = _document_of(outermost, tally)
    rest = {key: value for key, value in outermost.items() if key not in KNOWN}
    if others:
        rest["relations"] = others
    return with_rest(imported_from(document, Origins(), tally), rest, tally)


def _document_of(plain: Plain, tally: Tally) -> tuple[Document, list[Plain]]:
    """Return what *plain* describes as a document, and the relations that no document has."""
    model = plain if "statements" in plain or "arguments" in plain else model_of_map(plain, tally)
    document = Document(front_matter=plain.get("frontMatter"))
    modelling = Modelling(document, tally)
    modelling.take_sections(model.get("sections"))
    modelling.take_statements(model)
    modelling.take_arguments(model)
    document.relations, others = related(model, document, tally)
    return document, others
