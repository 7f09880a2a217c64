"""The registry: every format argmap reads and writes, found by name or by what is in the file."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.errors import FormatError, UnfitError
from argmap.formats import (
    aif,
    argdown,
    argdown_json,
    arguebuf,
    canvas,
    carneades,
    diagrams,
    freeplane,
    hmm,
    json_map,
    kialo,
    markdown_outline,
    mindmup,
    opml,
    sadface,
    tables,
)
from argmap.formats.decoding import decode
from argmap.formats.foreign import is_foreign, is_no_prose, looks_like
from argmap.formats.report import Exported, Imported, Tally
from argmap.model import Claim

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from argmap.formats.decoding import Decoded
    from argmap.model import ArgumentMap


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its name on the command line, usual suffixes, what it is in words, and how it is converted.

    *read* takes the text, the file's name for error messages, the tally of its report, and the *options* by name; a
    format that is only written has none, one that is only read no *write*. *lost_in* and *lost_out* say in words what
    does not survive reading and writing, for the table in the documentation.
    """

    name: str
    suffixes: tuple[str, ...]
    words: str
    recognises: Callable[[str], bool]
    read: Callable[..., Imported] | None
    write: Callable[[ArgumentMap, Tally], bytes] | None
    options: frozenset[str] = frozenset()
    lost_in: str = "nothing"
    lost_out: str = "nothing"


def _never(text: str) -> bool:
    """Recognise nothing: such a file is only written."""
    del text
    return False


FORMATS: tuple[Format, ...] = (
    Format(
        name="json",
        suffixes=(".json",),
        words="argmap's own JSON: the whole map, nothing lost",
        recognises=json_map.recognises,
        read=json_map.read,
        write=json_map.write,
    ),
    Format(
        name="arguebuf",
        suffixes=(),
        words="an argument graph of arguebuf and ArgueMapper, in JSON",
        recognises=arguebuf.recognises,
        read=arguebuf.read,
        write=arguebuf.write,
    ),
    Format(
        name="sadface",
        suffixes=(),
        words="SADFace, as MonkeyPuzzle has it: versions 0.1, 0.2 and 0.5 are read, 0.2 is written",
        recognises=sadface.recognises,
        read=sadface.read,
        write=sadface.write,
    ),
    Format(
        name="argdown-json",
        suffixes=(),
        words="what argdown json prints of an Argdown file, with its map or without",
        recognises=argdown_json.recognises,
        read=argdown_json.read,
        write=argdown_json.write,
        lost_in="colours, and places in the Argdown text",
    ),
    Format(
        name="csv",
        suffixes=(".csv",),
        words="a table of claims, as spreadsheets have it: a row each, with the parent it bears on, or a bare list",
        recognises=tables.recognises_csv,
        read=tables.read_csv,
        write=tables.write_csv,
        options=frozenset({"bare"}),
    ),
    Format(
        name="jsonl",
        suffixes=(".jsonl", ".ndjson"),
        words="the same table in JSON Lines: an object a line",
        recognises=tables.recognises_jsonl,
        read=tables.read_jsonl,
        write=tables.write_jsonl,
        options=frozenset({"bare"}),
    ),
    Format(
        name="opml",
        suffixes=(".opml",),
        words="OPML 2.0, the outlines of outliners such as Workflowy and OmniOutliner",
        recognises=opml.recognises,
        read=opml.read,
        write=opml.write,
        options=frozenset({"bare"}),
        lost_in="formatting inside texts",
    ),
    Format(
        name="freeplane",
        suffixes=(".mm",),
        words="a mind map of Freeplane or FreeMind",
        recognises=freeplane.recognises,
        read=freeplane.read,
        write=freeplane.write,
        options=frozenset({"bare"}),
        lost_in="formatting and styles",
    ),
    Format(
        name="kialo2",
        suffixes=(),
        words="the newer layout of Kialo's text export",
        recognises=kialo.recognises_newer,
        read=kialo.read,
        write=kialo.write_newer,
        lost_in="which words a link stood on",
        lost_out="the same as kialo",
    ),
    Format(
        name="kialo",
        suffixes=(),
        words="a discussion exported from Kialo as text: both layouts are read, the older is written",
        recognises=kialo.recognises,
        read=kialo.read,
        write=kialo.write,
        lost_in="which words a link stood on",
        lost_out="co-premises (each becomes a claim of its own), undercuts and backings, sources, notes, and all else",
    ),
    Format(
        name="carneades",
        suffixes=(),
        words="an argument graph of Carneades 4, in YAML",
        recognises=carneades.recognises,
        read=carneades.read,
        write=carneades.write,
        lost_in="comments",
    ),
    Format(
        name="hmm",
        suffixes=(".hmm",),
        words="h-m-m: a mind map as lines indented by tabs, with the signs of our outlines",
        recognises=hmm.recognises,
        read=hmm.read,
        write=hmm.write,
        options=frozenset({"bare"}),
        lost_in="marks that a line is hidden, done or starred",
        lost_out="the same as markdown",
    ),
    Format(
        name="argdown",
        suffixes=(".argdown", ".ad"),
        words="Argdown, the text language for arguments",
        recognises=argdown.recognises,
        read=argdown.read,
        write=argdown.write,
        lost_in="comments",
    ),
    Format(
        name="xaif",
        suffixes=(".xaif",),
        words="xAIF: an AIF graph with its text, as the tools of oAMF and OVA3 pass it on",
        recognises=aif.is_xaif,
        read=aif.read_xaif,
        write=aif.write_xaif,
    ),
    Format(
        name="ova",
        suffixes=(),
        words="what OVA saves",
        recognises=aif.is_ova,
        read=aif.read_ova,
        write=None,
        lost_out="not written",
    ),
    Format(
        name="aif",
        suffixes=(".aif",),
        words="the Argument Interchange Format in JSON, as AIFdb has it",
        recognises=aif.is_aif,
        read=aif.read,
        write=aif.write,
    ),
    Format(
        name="jsoncanvas",
        suffixes=(".canvas",),
        words="JSON Canvas, as Obsidian has it: texts are claims, arrows that say so inferences",
        recognises=canvas.recognises,
        read=canvas.read,
        write=canvas.write,
        lost_in="colours and sides of edges between claims in conflict",
    ),
    Format(
        name="mindmup",
        suffixes=(".mup",),
        words="MindMup (mapjs): mind maps in JSON, whose groups of supporting and opposing ideas are arguments",
        recognises=mindmup.recognises,
        read=mindmup.read,
        write=mindmup.write,
    ),
    Format(
        name="markdown",
        suffixes=(".md", ".markdown", ".txt"),
        words="a Markdown outline: claims and how they bear on one another, for any editor",
        recognises=markdown_outline.recognises,
        read=markdown_outline.read,
        write=markdown_outline.write,
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
        write=diagrams.write_graphml,
        lost_in="not read",
        lost_out="sources, citations, comments, merged-away wordings, terms",
    ),
    Format(
        name="dot",
        suffixes=(".dot", ".gv"),
        words="DOT: a picture to be laid out by Graphviz",
        recognises=_never,
        read=None,
        write=diagrams.write_dot,
        lost_in="not read",
        lost_out="sources, ratings, tags, comments and all else but the argument, notes, warrants and conflicts",
    ),
    Format(
        name="mermaid",
        suffixes=(".mmd", ".mermaid"),
        words="Mermaid: a flowchart for Markdown pages that draw it",
        recognises=_never,
        read=None,
        write=diagrams.write_mermaid,
        lost_in="not read",
        lost_out="sources, notes, ratings, tags, warrants, comments and all else but the argument and conflicts",
    ),
)
"""Every format, in the order in which they are asked whether a file is theirs."""


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
    with _uncollected():
        imported = format_.read(decoded.text, name, tally, **options)
    assert isinstance(imported, Imported)
    return imported if _holds_claims(imported) else _told_empty(imported, tally, decoded.text)


def write(map_: ArgumentMap, format_name: str) -> Exported:
    """Write *map_* in the format called *format_name*."""
    format_ = named(format_name)
    if format_.write is None:
        message = f"Files in the format {format_.name} are only read, not written."
        raise UnfitError(message)
    tally = Tally(format_.name)
    content = format_.write(map_, tally)
    return Exported(content, tally.report())


def _holds_claims(imported: Imported) -> bool:
    return any(isinstance(each, Claim) for each in imported.entities)


def _told_empty(imported: Imported, tally: Tally, text: str) -> Imported:
    """Tell that a file held no claims, and whether it looks like one of another format."""
    other = next((each.name for each in FORMATS if each.read is not None and each.recognises(text)), None)
    words = "No claim was found in it, so the map is empty"
    if other not in (None, tally.format_name):
        words += f"; it looks like {other}: --from {other} reads it as that"
    tally.note("no-claims", words, words)
    return Imported(imported.entities, tally.report(), imported.highest)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector off while a file is read: all that is made stays, and looking for litter costs time.

    With it, reading five times as much takes seven times as long.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _detect(raw: bytes, name: str) -> tuple[Format, Decoded]:
    decoded = _text(raw, name)
    if not is_no_prose(decoded.text):
        for format_ in FORMATS:
            if format_.read is not None and format_.recognises(decoded.text):
                return format_, decoded
    raise _refusal(raw, decoded.text, name)


def _text(raw: bytes, name: str) -> Decoded:
    """Return the text of *raw*; refuse what is no text, or says nothing."""
    if is_foreign(raw):
        raise _refusal(raw, "", name)
    decoded = decode(raw)
    if not decoded.text.strip():
        raise _refusal(raw, "", name)
    return decoded


def _refusal(raw: bytes, text: str, name: str) -> FormatError:
    words, advice = looks_like(raw, text)
    advice = f" {advice}" if advice else ""
    return FormatError(f"This looks like {words}, which argmap cannot import.{advice} Nothing was imported.", name=name)
