"""Write the table of text widths into the package: ``python tools/build_widths.py``.

Pictures break their lines by the widths of Source Sans, the font that their PDF and PNG are set in. This reads the
advance widths out of the font's files (OpenType: tables ``cmap`` format 4 or 12, ``hmtx``) into
``src/argmap/drawings/widths.json``, so that drawing needs no font. With ``--check`` nothing is written: a stale table
is named, and the exit status is 1.
"""

from __future__ import annotations

import json
import struct
import sys
from itertools import pairwise
from pathlib import Path

import font_source_sans_pro

TABLE = Path(__file__).parents[1] / "src" / "argmap" / "drawings" / "widths.json"
_SEGMENTS, _GROUPS = 4, 12  # formats of subtables of cmap
FACES = {"regular": "SourceSansPro", "semibold": "SourceSansProSemibold"}


def widths_of(font: bytes) -> dict[int, int]:
    """Return the advance width of every character in a TrueType font, in thousandths of its size."""
    tables = _tables(font)
    (units,) = struct.unpack_from(">H", font, tables["head"] + 18)
    (metrics,) = struct.unpack_from(">H", font, tables["hhea"] + 34)
    advances = [struct.unpack_from(">H", font, tables["hmtx"] + 4 * place)[0] for place in range(metrics)]
    glyphs = _glyphs(font, tables["cmap"])
    return {code: round(1000 * advances[min(glyph, metrics - 1)] / units) for code, glyph in sorted(glyphs.items())}


def _tables(font: bytes) -> dict[str, int]:
    (count,) = struct.unpack_from(">H", font, 4)
    records = (struct.unpack_from(">4sIII", font, 12 + 16 * place) for place in range(count))
    return {tag.decode(): offset for tag, _, offset, _ in records}


def _glyphs(font: bytes, cmap: int) -> dict[int, int]:
    """Return the glyph of every character, from the last table of a format that is known."""
    (count,) = struct.unpack_from(">H", font, cmap + 2)
    found: dict[int, int] = {}
    for place in range(count):
        start = cmap + struct.unpack_from(">HHI", font, cmap + 4 + 8 * place)[2]
        (form,) = struct.unpack_from(">H", font, start)
        if form == _SEGMENTS:
            found.update(_segments(font, start))
        elif form == _GROUPS:
            found.update(_groups(font, start))
    return found


def _segments(font: bytes, start: int) -> dict[int, int]:
    """Read a ``cmap`` subtable of format 4."""
    count = struct.unpack_from(">H", font, start + 6)[0] // 2
    ends, starts = start + 14, start + 16 + 2 * count
    found: dict[int, int] = {}
    for place in range(count):
        last, first, delta, skip = (
            struct.unpack_from(">H", font, table + 2 * place)[0]
            for table in (ends, starts, starts + 2 * count, starts + 4 * count)
        )
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if skip:
                (glyph,) = struct.unpack_from(">H", font, starts + 4 * count + 2 * place + skip + 2 * (code - first))
            if glyph:
                found[code] = (glyph + delta) & 0xFFFF
    return {code: glyph for code, glyph in found.items() if glyph}


def _groups(font: bytes, start: int) -> dict[int, int]:
    """Read a ``cmap`` subtable of format 12."""
    (count,) = struct.unpack_from(">I", font, start + 12)
    groups = (struct.unpack_from(">III", font, start + 16 + 12 * place) for place in range(count))
    return {code: glyph + code - first for first, last, glyph in groups for code in range(first, last + 1)}


def written() -> str:
    """Return the table as JSON: for each weight, runs of neighbouring characters as ``[first, [widths …]]``."""
    faces = {
        weight: _runs(widths_of(Path(font_source_sans_pro.font_files_ttf[name]).read_bytes()))
        for weight, name in FACES.items()
    }
    rows = (f'"{weight}": {json.dumps(runs, separators=(",", ":"))}' for weight, runs in faces.items())
    return "{\n" + ",\n".join(rows) + "\n}\n"


def _runs(widths: dict[int, int]) -> list[tuple[int, list[int]]]:
    codes = list(widths)
    begins = [codes[0], *(later for earlier, later in pairwise(codes) if later != earlier + 1)]
    runs: dict[int, list[int]] = {}
    for code in codes:
        if code in set(begins[len(runs) : len(runs) + 1]):
            runs[code] = []
        runs[next(reversed(runs))].append(widths[code])
    return list(runs.items())


def main() -> int:
    """Write the table, or with ``--check`` say whether it is stale."""
    new = written()
    old = TABLE.read_text(encoding="utf-8") if TABLE.exists() else ""
    if new == old:
        return 0
    if "--check" in sys.argv[1:]:
        print(f"{TABLE.name} is stale: run python tools/build_widths.py")
        return 1
    TABLE.write_text(new, encoding="utf-8")
    print(f"Wrote {TABLE.name}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
