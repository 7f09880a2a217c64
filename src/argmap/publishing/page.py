"""Pages for browsers: a map as one HTML file, an outline to fold and search and a picture, that loads nothing else."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from argmap.drawings import draw
from argmap.drawings.wrapping import is_from_right
from argmap.outlines import sources_of
from argmap.outlines.bibliography import Bibliography
from argmap.outlines.pro_con import comment_told
from argmap.outlines.telling import title_of
from argmap.publishing.directions import direction
from argmap.publishing.svg import text_of, write_svg
from argmap.publishing.tree import items_of, write_item

if TYPE_CHECKING:
    from argmap.drawings import Layout
    from argmap.model import ArgumentMap
    from argmap.outlines import Selected
    from argmap.outlines.paper import Run
    from argmap.publishing.palettes import Palette

MOST_DRAWN = 300
"""With more claims than these a page holds the outline alone: a picture that large helps nobody in a browser."""

_TABS = """<div role="tablist" aria-label="Views">
<button role="tab" id="tab-outline" aria-controls="outline" aria-selected="true">Outline</button>
<button role="tab" id="tab-picture" aria-controls="picture" aria-selected="false" tabindex="-1">Picture</button>
</div>
"""
_PICTURE = """<section role="tabpanel" id="picture" class="picture-panel" aria-labelledby="tab-picture">
<div class="bar picture-bar" role="group" aria-label="Size of the picture">
<button id="larger" aria-label="Larger">+</button><button id="smaller" aria-label="Smaller">−</button>
<button id="fit">Fit</button></div>
<div class="picture" tabindex="0" role="region" aria-label="Picture">{svg}</div>
</section>
"""
_PAGE = """<!DOCTYPE html>
<html lang="{language}"{direction}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="argmap">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<header>
<h1 dir="auto">{title}</h1>
{remarks}<div class="bar" role="group" aria-label="Find and fold">
{tabs}<input type="search" id="search" placeholder="Search claims and sources ( / )"
aria-label="Search claims and sources">
<span id="told" dir="ltr" role="status" aria-live="polite"></span>
<button id="all">Unfold all</button><button id="two">Two levels</button><button id="none">Fold</button>
<button id="print">Print</button>
</div>
</header>
<main>
<section{outline}>
<div role="tree" aria-label="{title}">
{items}
</div>
{sources}</section>
{picture}</main>
<script>{script}</script>
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class _Part:
    """A style sheet or script of ours, and its hash for the page's policy."""

    text: str
    digest: str


def write_page(map_: ArgumentMap, selected: Selected, layout: Layout | None, palette: Palette) -> str:
    """Return what was *selected* as one HTML page; its policy lets run nothing but the script in it."""
    title = title_of(map_, selected)
    bibliography = Bibliography(sources_of(map_, selected.claims))
    is_drawn = len(selected.claims) <= MOST_DRAWN
    style, script = _part("page.css"), _part("page.js")
    return _PAGE.format(
        language=text_of(map_.about.language or "en"),
        direction=' dir="rtl"' if is_from_right(title) else "",
        policy=f"default-src 'none'; style-src 'sha256-{style.digest}'; script-src 'sha256-{script.digest}'; "
        "base-uri 'none'; form-action 'none'",
        title=text_of(title),
        remarks="".join(f'<p class="said" dir="auto">{text_of(comment_told(each))}</p>\n' for each in selected.on_map),
        style=style.text,
        script=script.text,
        tabs=_TABS if is_drawn else "",
        outline=' role="tabpanel" id="outline" aria-labelledby="tab-outline"' if is_drawn else ' id="outline"',
        items="\n".join(write_item(item, map_, bibliography) for item in items_of(selected)),
        sources=_sources(bibliography),
        picture=_PICTURE.format(svg=write_svg(draw(map_, selected, layout), palette)) if is_drawn else "",
    )


def _sources(bibliography: Bibliography) -> str:
    entries = bibliography.entries()
    if not entries:
        return ""
    rows = "\n".join(f'<li dir="{direction(entry, "reference")}">{"".join(map(_run, entry))}</li>' for entry in entries)
    return f'<h2>Sources</h2>\n<ul class="sources">\n{rows}\n</ul>\n'


def _run(run: Run) -> str:
    if run.link:
        return f'<a href="{text_of(run.link)}" rel="noopener noreferrer">{text_of(run.text)}</a>'
    return f'<span class="{text_of(run.manner)}">{text_of(run.text)}</span>' if run.manner else text_of(run.text)


@cache
def _part(name: str) -> _Part:
    text = files("argmap.publishing").joinpath("templates", name).read_text(encoding="utf-8")
    return _Part(text, b64encode(sha256(text.encode()).digest()).decode())
