"""A page of 10,000 claims in a browser: ``python -m benchmarks.page_speed [CLAIMS …]``, with Chromium and playwright.

Its size (at most 10 MB for 10,000 claims), and seconds by the clock until it is loaded (bar 3), until a search has
answered (bar 2), and until everything is unfolded. Says so where no browser is there.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from argmap.model import ArgumentMap
from argmap.outlines import Selection, selected
from argmap.publishing.drawn import Manner, publish_picture
from benchmarks.synthetic import entities

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_WAIT = 60_000  # milliseconds


def measure(browser: Any, claims: int) -> str:  # noqa: ANN401  # playwright's browser
    """Return a line on the page of a map of so many claims."""
    map_ = ArgumentMap(entities(claims))
    content = publish_picture(map_, selected(map_, Selection()), "html", Manner()).content
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_bytes(content)
        page = browser.new_page()
        start = time.perf_counter()
        page.goto(file.as_uri())
        page.locator("#told").filter(has_text="items").wait_for(timeout=_WAIT)
        loaded = time.perf_counter()
        page.locator("#search").fill(str(claims - 1))
        page.locator("#told").filter(has_text="match").wait_for(timeout=_WAIT)
        found = time.perf_counter()
        page.locator("#search").fill("")
        page.locator("#told").filter(has_text="items").wait_for(timeout=_WAIT)
        folded = time.perf_counter()
        page.locator("#all").click()
        page.evaluate("document.body.offsetHeight")
        unfolded = time.perf_counter()
        page.close()
    return (
        f"{claims:,} claims: {len(content) / 1e6:.1f} MB (bar 10), loaded in {loaded - start:.2f} s (bar 3), "
        f"searched in {found - loaded:.2f} s (bar 2), unfolded in {unfolded - folded:.2f} s"
    )


def main(sizes: Sequence[int]) -> None:
    """Print a line for each size."""
    program = os.environ.get("ARGMAP_BROWSER") or next(filter(None, map(shutil.which, _NAMES)), None)
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        program = None
    if program is None:
        print("NO BROWSER: nothing was measured. Install chromium and playwright.")
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for claims in sizes:
            print(measure(browser, claims), flush=True)
        browser.close()


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [50, 1000, 10_000])
