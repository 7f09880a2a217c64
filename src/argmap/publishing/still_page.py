"""Pages for browsers that only lie there to be read and printed: no script, and nothing loaded from anywhere."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import escape

from argmap.display import printable


def still_page(title: str, language: str, style: str, body: str) -> str:
    """Return an HTML page of *title* that holds *body*, markup of ours, and allows nothing but its own *style*.

    *title* may be anybody's words, and *language* what anybody calls it: what is no BCP 47 tag is left out.
    """
    hashed = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{hashed}'; base-uri 'none'; form-action 'none'"
    tag = language if language.replace("-", "").isalnum() else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(tag)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(printable(title))}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n{body}\n"
        "</main>\n</body>\n</html>\n"
    )
