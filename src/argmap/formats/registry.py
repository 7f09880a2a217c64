"""The registry: every format argmap reads and writes, found by name or by what is in the file."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from argmap.errors import FormatError, UnfitError
from argmap.formats.decoding import decode
from argmap.formats.foreign import is_foreign, is_no_prose
from argmap.formats.json_broken import upto
from argmap.formats.json_text import BrokenJsonError
from argmap.formats.lines import Lines
from argmap.formats.report import Exported, Imported, Tally
from argmap.model import Claim
from argmap.model.memory import without_collecting

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.formats.decoding import Decoded
    from argmap.model import ArgumentMap


@dataclass(frozen=True, slots=True)
class Later:
    """A function in a module of this package, which is loaded when it is called: a file has one format, not twenty."""

    module: str
    function: str

    def __call__(self, *given: Any, **options: Any) -> Any:  # noqa: ANN401  # stands for functions of several kinds
        """Call the function."""
        return getattr(import_module(f"argmap.formats.{self.module}"), self.function)(*given, **options)


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its name on the command line, usual suffixes, what it is in words, and how it is converted.

    *read* takes the text, the file's name for error messages, the tally of its report, and the *options* by name; a
    format that is only written has none, one that is only read no *write*. *opening* are the signs of which every text
    in it begins with one, if there are any. *lost_in* and *lost_out* say in words what does not survive reading and
    writing, for the table in the documentation.
    """

    name: str
    suffixes: tuple[str, ...]
    words: str
    recognises: Callable[[str], bool]
    read: Callable[..., Imported] | None
    write: Callable[[ArgumentMap, Tally], bytes] | None
    options: frozenset[str] = frozenset()
    opening: str = ""
    lost_in: str = "nothing"
    lost_out: str = "nothing"


def _never(text: str) -> bool:
    """Recognise nothing: such a file is only written."""
    del text
    return False


_refusal, _tell_called = Later("refusing", "refusal"), Later("refusing", "tell_called")

FORMATS: tuple[Format, ...] = (
    Format(
        name="json",
        suffixes=(".json",),
        words="argmap's own JSON: the whole map, nothing lost",
        recognises=Later("json_map", "recognises"),
        read=Later("json_map", "read"),
        write=Later("json_map", "write"),
        opening="{",
    ),
    Format(
        name="arguebuf",
        suffixes=(),
        words="an argument graph of arguebuf and ArgueMapper, in JSON",
        recognises=Later("arguebuf.recognising", "recognises"),
        read=Later("arguebuf.reading", "read"),
        write=Later("arguebuf.writing", "write"),
        opening="{",
    ),
    Format(
        name="sadface",
        suffixes=(),
        words="SADFace, as MonkeyPuzzle has it: versions 0.1, 0.2 and 0.5 are read, 0.2 is written",
        recognises=Later("sadface.recognising", "recognises"),
        read=Later("sadface.reading", "read"),
        write=Later("sadface.writing", "write"),
        opening="{",
    ),
    Format(
        name="argdown-json",
        suffixes=(),
        words="what argdown json prints of an Argdown file, with its map or without",
        recognises=Later("argdown_json.recognising", "recognises"),
        read=Later("argdown_json.reading", "read"),
        write=Later("argdown_json.writing", "write"),
        opening="{",
        lost_in="colours, and places in the Argdown text",
    ),
    Format(
        name="csv",
        suffixes=(".csv",),
        words="a table of claims, as spreadsheets have it: a row each, with the parent it bears on, or a bare list",
        recognises=Later("tables.csv_text", "recognises"),
        read=Later("tables.reading", "read_csv"),
        write=Later("tables.writing", "write_csv"),
        options=frozenset({"bare"}),
    ),
    Format(
        name="jsonl",
        suffixes=(".jsonl", ".ndjson"),
        words="the same table in JSON Lines: an object a line",
        recognises=Later("tables.jsonl_text", "recognises"),
        read=Later("tables.reading", "read_jsonl"),
        write=Later("tables.writing", "write_jsonl"),
        options=frozenset({"bare"}),
        opening="{[",
    ),
    Format(
        name="opml",
        suffixes=(".opml",),
        words="OPML 2.0, the outlines of outliners such as Workflowy and OmniOutliner",
        recognises=Later("opml.recognising", "recognises"),
        read=Later("opml.reading", "read"),
        write=Later("opml.writing", "write"),
        options=frozenset({"bare"}),
        opening="<",
        lost_in="formatting inside texts",
    ),
    Format(
        name="freeplane",
        suffixes=(".mm",),
        words="a mind map of Freeplane or FreeMind",
        recognises=Later("freeplane.recognising", "recognises"),
        read=Later("freeplane.reading", "read"),
        write=Later("freeplane.writing", "write"),
        options=frozenset({"bare"}),
        opening="<",
        lost_in="formatting and pictures inside texts",
    ),
    Format(
        name="kialo2",
        suffixes=(),
        words="the newer layout of Kialo's text export",
        recognises=Later("kialo.entries", "recognises_newer"),
        read=Later("kialo.reading", "read"),
        write=Later("kialo.writing", "write_newer"),
        lost_out="the same as kialo",
    ),
    Format(
        name="kialo",
        suffixes=(),
        words="a discussion exported from Kialo as text: both layouts are read, the older is written",
        recognises=Later("kialo.entries", "recognises"),
        read=Later("kialo.reading", "read"),
        write=Later("kialo.writing", "write"),
        lost_out="co-premises (each becomes a claim of its own), undercuts, sources but for addresses, notes, all else",
    ),
    Format(
        name="carneades",
        suffixes=(),
        words="an argument graph of Carneades 4, in YAML",
        recognises=Later("carneades.recognising", "recognises"),
        read=Later("carneades.reading", "read"),
        write=Later("carneades.writing", "write"),
        lost_in="comments",
    ),
    Format(
        name="hmm",
        suffixes=(".hmm",),
        words="h-m-m: a mind map as lines indented by tabs, with the signs of our outlines",
        recognises=Later("hmm.texts", "recognises"),
        read=Later("hmm.reading", "read"),
        write=Later("hmm.writing", "write"),
        options=frozenset({"bare"}),
        lost_in="marks that a line is hidden, done or starred",
        lost_out="the same as markdown",
    ),
    Format(
        name="argdown",
        suffixes=(".argdown", ".ad"),
        words="Argdown, the text language for arguments",
        recognises=Later("argdown.recognising", "recognises"),
        read=Later("argdown.reading", "read"),
        write=Later("argdown.writing", "write"),
        lost_in="comments",
    ),
    Format(
        name="xaif",
        suffixes=(".xaif",),
        words="xAIF: an AIF graph with its text, as the tools of oAMF and OVA3 pass it on",
        recognises=Later("aif.recognising", "is_xaif"),
        read=Later("aif.reading", "read_xaif"),
        write=Later("aif.writing", "write_xaif"),
        opening="{",
    ),
    Format(
        name="ova",
        suffixes=(),
        words="what OVA saves",
        recognises=Later("aif.recognising", "is_ova"),
        read=Later("aif.reading", "read_ova"),
        write=None,
        opening="{",
        lost_out="not written",
    ),
    Format(
        name="aif",
        suffixes=(".aif",),
        words="the Argument Interchange Format in JSON, as AIFdb has it",
        recognises=Later("aif.recognising", "is_aif"),
        read=Later("aif.reading", "read"),
        write=Later("aif.writing", "write"),
        opening="{",
    ),
    Format(
        name="jsoncanvas",
        suffixes=(".canvas",),
        words="JSON Canvas, as Obsidian has it: texts are claims, arrows that say so inferences",
        recognises=Later("canvas.cards", "recognises"),
        read=Later("canvas.reading", "read"),
        write=Later("canvas.writing", "write"),
        opening="{",
        lost_in="colours and sides of edges between claims in conflict",
    ),
    Format(
        name="mindmup",
        suffixes=(".mup",),
        words="MindMup (mapjs): mind maps in JSON, whose groups of supporting and opposing ideas are arguments",
        recognises=Later("mindmup.ideas", "recognises"),
        read=Later("mindmup.reading", "read"),
        write=Later("mindmup.writing", "write"),
        opening="{",
    ),
    Format(
        name="markdown",
        suffixes=(".md", ".markdown", ".txt"),
        words="a Markdown outline: claims and how they bear on one another, for any editor",
        recognises=Later("markdown_outline", "recognises"),
        read=Later("markdown_outline", "read"),
        write=Later("markdown_outline", "write"),
        options=frozenset({"bare"}),
        lost_in="paragraphs that are neither heading nor bullet",
        lost_out="sources, notes, ratings, tags, warrants, conflicts, comments and all else but the argument itself",
    ),
    Format(
        name="graphml",
        suffixes=(".graphml",),
        words="GraphML: a graph with data for programs such as yEd, Gephi and networkx",
        recognises=_never,
        read=None,
        write=Later("diagrams.graphml", "write"),
        lost_in="not read",
        lost_out="sources, citations, comments, merged-away wordings, terms",
    ),
    Format(
        name="dot",
        suffixes=(".dot", ".gv"),
        words="DOT: a picture to be laid out by Graphviz",
        recognises=_never,
        read=None,
        write=Later("diagrams.dot", "write"),
        lost_in="not read",
        lost_out="sources, ratings, tags, comments and all else but the argument, notes, warrants and conflicts",
    ),
    Format(
        name="mermaid",
        suffixes=(".mmd", ".mermaid"),
        words="Mermaid: a flowchart for Markdown pages that draw it",
        recognises=_never,
        read=None,
        write=Later("diagrams.mermaid", "write"),
        lost_in="not read",
        lost_out="sources, notes, ratings, tags, warrants, comments and all else but the argument and conflicts",
    ),
)
"""Every format, in the order in which they are asked whether a file is theirs: see `_possible`."""


def named(name: str) -> Format:
    """Return the format called *name*; refuse with `UnfitError` if there is none."""
    for format_ in FORMATS:
        if format_.name == name:
            return format_
    message = f"There is no format “{name[:40]}”. Formats: {', '.join(each.name for each in FORMATS)}."
    raise UnfitError(message)


def detect(raw: bytes, name: str = "") -> Format:
    """Return the format *raw* is written in, by its content; refuse with `FormatError` saying what it looks like."""
    return _detect(raw, name)[0]


def read(raw: bytes, name: str = "", format_name: str | None = None, **options: Any) -> Imported:  # noqa: ANN401  # each format checks its own
    """Read the file *raw* called *name* as the format called *format_name*, or as what it is."""
    format_, decoded = (named(format_name), _text(raw, name)) if format_name else _detect(raw, name)
    if format_.read is None:
        message = f"Files in the format {format_.name} are only written, not read."
        raise UnfitError(message)
    for option in options:
        if option not in format_.options:
            message = f"“{option}” means nothing for a file in the format {format_.name}. Leave it out."
            raise UnfitError(message)
    tally = Tally(format_.name)
    decoded.tell(tally)
    if not format_name and format_.name == "markdown" and (called := _called(name)) not in ("", "markdown"):
        _tell_called(tally, name, called)
    with without_collecting():
        try:
            imported = format_.read(decoded.text, name, tally, **options)
        except BrokenJsonError as error:
            return _read_up_to(error, format_, decoded, name, options)
    assert isinstance(imported, Imported)
    return imported if _holds_claims(imported) else _told_empty(imported, tally, decoded.text)


def _read_up_to(
    error: BrokenJsonError, format_: Format, decoded: Decoded, name: str, options: dict[str, Any]
) -> Imported:
    """Read what stands before the place where JSON breaks off; raise *error* if that says nothing, or for our own."""
    whole = None if format_.name == "json" else upto(decoded.text, error.start)
    if whole is None or format_.read is None:
        raise error
    tally = Tally(format_.name)
    decoded.tell(tally)
    words = f"The JSON breaks off or is broken here ({error.fault}); what stands before it was read"
    tally.fault(words, Lines(decoded.text).place(error.start))
    try:
        imported = format_.read(whole, name, tally, **options)
    except FormatError:
        raise error from None
    assert isinstance(imported, Imported)
    if not _holds_claims(imported):
        raise error
    return imported


def write(map_: ArgumentMap, format_name: str) -> Exported:
    """Write *map_* in the format called *format_name*."""
    format_ = named(format_name)
    if format_.write is None:
        message = f"Files in the format {format_.name} are only read, not written."
        raise UnfitError(message)
    tally = Tally(format_.name)
    with without_collecting():
        content = format_.write(map_, tally)
    return Exported(content, tally.report())


def _holds_claims(imported: Imported) -> bool:
    return any(isinstance(each, Claim) for each in imported.entities)


def _told_empty(imported: Imported, tally: Tally, text: str) -> Imported:
    """Tell that a file held no claims, and whether it looks like one of another format."""
    other = next((each.name for each in _possible(text) if each.recognises(text)), None)
    words = "No claim was found in it, so the map is empty"
    if other not in (None, tally.format_name):
        words += f"; it looks like {other}: --from {other} reads it as that"
    tally.note("no-claims", words, words)
    return Imported(imported.entities, tally.report(), imported.highest)


def _detect(raw: bytes, name: str) -> tuple[Format, Decoded]:
    decoded = _text(raw, name)
    if not is_no_prose(decoded.text):
        for format_ in _possible(decoded.text):
            if format_.recognises(decoded.text):
                return format_, decoded
    raise _refusal(raw, decoded.text, name, _called(name))


def _possible(text: str) -> list[Format]:
    """Return the formats that *text* may be in, first those that always begin as it does: most JSON needs no others."""
    first = text.lstrip()[:1]
    readable = [each for each in FORMATS if each.read is not None]
    return [each for each in readable if first in each.opening] + [each for each in readable if not each.opening]


def _called(name: str) -> str:
    """Return the format that the end of a file's *name* promises; nothing for an end that says little."""
    end = PurePath(name).suffix.lower()
    promised = (each.name for each in FORMATS if each.read is not None and end in each.suffixes)
    return "" if end in {".json", ".txt", ".md"} else next(promised, "")


def _text(raw: bytes, name: str) -> Decoded:
    """Return the text of *raw*; refuse what is no text, or says nothing."""
    if is_foreign(raw):
        raise _refusal(raw, "", name, "")
    decoded = decode(raw)
    if not decoded.text.strip():
        raise _refusal(raw, "", name, "")
    return decoded
