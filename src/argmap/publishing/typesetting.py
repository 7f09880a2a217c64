"""Typesetting: our templates compiled to PDF or PNG by typst, with our font, text handed over as data."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

import typst

from argmap.drawings.wrapping import signs
from argmap.publishing.lacking import notices_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.publishing.lacking import Place

FONT = "Source Sans Pro"
"""The font of everything that is typeset: Latin, Greek and Cyrillic, under the Open Font License."""

_NAMED = re.compile(r"the text `\"(.*?)\"` could not be displayed", re.DOTALL)
_CHECK = f"""#set document(title: "x")
#set text(font: "{FONT}")
#for character in json(bytes(sys.inputs.given)) {{ par(character) }}
""".encode()
_SIZES = f"""#set text(font: "{FONT}", size: 100pt, top-edge: "bounds", bottom-edge: "bounds")
#context [#metadata(json(bytes(sys.inputs.given)).map(it => {{
  let size = measure(it)
  (size.width.pt(), size.height.pt())
}})) <sizes>]
""".encode()
_NOBODYS = "\ufdd0"  # a noncharacter: no font has it
_LONG_WORD = re.compile(r"\S{25,}")
_PIECE = 5  # signs after which a very long word may break


def typeset(
    template: str,
    given: Any,  # noqa: ANN401  # JSON values
    *,
    output: Literal["pdf", "png"] = "pdf",
    ppi: int = 144,
    places: Iterable[Place] = (),
) -> tuple[bytes, tuple[str, ...]]:
    """Compile the *template* of that name with *given* (JSON values) as data; return the bytes and the notices.

    PNG holds the first page alone, *ppi* points an inch. Fonts of the machine are used only for what ours lacks.
    *places* are where claims stand, so that notices can name them.
    """
    system_fonts = not _is_ours(given)
    asked = set(_characters(given)) if system_fonts else set()
    lacking = missing_glyphs(asked, system_fonts=True)
    made = _compile(_source(template), given, output=output, system_fonts=system_fonts, ppi=ppi)
    return (made[0] if isinstance(made, list) else made), tuple(notices_of(lacking, places))


def page_count(template: str, given: Any) -> int:  # noqa: ANN401  # JSON values
    """Return how many pages the *template* makes of *given*."""
    made = _compile(_source(template), given, output="png", system_fonts=not _is_ours(given), ppi=4)
    return len(made) if isinstance(made, list) else 1


def missing_glyphs(characters: set[str], *, system_fonts: bool, most: int | None = None) -> list[str]:
    """Return which of *characters* no font can show, sorted, at most so many; marks and spaces are not asked for."""
    asked = frozenset(c for c in characters if not c.isascii() and unicodedata.category(c)[0] not in "MCZ")
    return list(_missing(asked, system_fonts=system_fonts))[:most] if asked else []


@lru_cache(maxsize=64)
def _missing(characters: frozenset[str], *, system_fonts: bool) -> tuple[str, ...]:
    """Return those of *characters* that are as large as the box for what is missing, and those that typst names.

    Sizes find all at once. Those left over are set under a rule that refuses what cannot be shown, one at a time.
    """
    asked = sorted(characters)
    box, *sizes = _sizes([_NOBODYS, *asked], system_fonts=system_fonts)
    found = [character for character, size in zip(asked, sizes, strict=True) if size == box]
    asked = [character for character, size in zip(asked, sizes, strict=True) if size != box]
    while asked:
        try:
            _compile(_CHECK, asked, output="pdf", system_fonts=system_fonts, strict=True)
        except typst.TypstError as error:
            match = _NAMED.search(str(error))
            named = [c for c in asked if match is not None and c in match[1]]
            if not named:
                break
            found += named
            asked = [c for c in asked if c not in named]
        else:
            break
    return tuple(sorted(found))


def _sizes(characters: Sequence[str], *, system_fonts: bool) -> list[list[float]]:
    """Return the width and height of what is drawn for each character."""
    told = typst.query(
        _SIZES,
        "<sizes>",
        field="value",
        one=True,
        font_paths=_fonts(system_fonts=system_fonts),
        sys_inputs={"given": json.dumps(characters, ensure_ascii=False)},
    )
    sizes: list[list[float]] = json.loads(told)
    return sizes


def breakable(text: str) -> str:
    """Return *text* with places to break inside words too long for a line (zero-width spaces)."""
    return _LONG_WORD.sub(_broken, text)


def _broken(found: re.Match[str]) -> str:
    word = list(signs(found[0]))
    return "\u200b".join("".join(word[place : place + _PIECE]) for place in range(0, len(word), _PIECE))


@cache
def _source(template: str) -> bytes:
    return files("argmap.publishing").joinpath("templates", f"{template}.typ").read_bytes()


@cache
def _fonts(*, system_fonts: bool) -> typst.Fonts:
    """Return our font, those inside typst, and with *system_fonts* those of the machine, searched once."""
    import font_source_sans_pro

    folder = str(font_source_sans_pro.font_directory)
    return typst.Fonts(include_system_fonts=system_fonts, font_paths=[folder])


def _compile(
    source: bytes,
    given: Any,  # noqa: ANN401  # JSON values
    *,
    output: Literal["pdf", "png"],
    system_fonts: bool,
    strict: bool = False,
    ppi: int = 144,
) -> bytes | list[bytes]:
    """Compile *source*; *strict* refuses characters that no font can show. Several pages of PNG are a list."""
    return typst.compile(
        source,
        format=output,
        font_paths=_fonts(system_fonts=system_fonts),
        sys_inputs={"given": json.dumps(given, ensure_ascii=False)},
        pdf_standards=["ua-1"] if strict else [],
        timestamp=0,
        ppi=ppi,
    )


def _characters(given: Any) -> Iterator[str]:  # noqa: ANN401  # JSON values
    waiting = [given]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            if not value.isascii():
                yield from set(value)
        elif isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def _is_ours(given: Any) -> bool:  # noqa: ANN401  # JSON values
    """Whether our font has every character of *given*."""
    return not missing_glyphs(set(_characters(given)), system_fonts=False, most=1)
