"""Signs: the marks the screen is drawn with, in a set for every terminal and a set of plain ASCII."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signs:
    """One set of marks; every mark has the same width in both sets."""

    opened: str
    closed: str
    down: str
    corner: str
    tee: str
    dash: str
    dots: str
    split: str
    tied: str
    repeat: str
    ellipsis: str
    deeper: str
    full: str
    empty: str
    arrow: str
    paragraph: str
    rule: str
    quotes: tuple[str, str]
    bullet: str


PRETTY = Signs(
    opened="▾",
    closed="▸",
    down="│",
    corner="└",
    tee="├",
    dash="─",
    dots="┄",
    split="┬",
    tied="┆",
    repeat="↺ ",
    ellipsis="…",
    deeper="‹",
    full="▮",
    empty="▯",
    arrow="›",
    paragraph="¶",
    rule="─",
    quotes=("“", "”"),
    bullet="·",
)

PLAIN = Signs(
    opened="v",
    closed=">",
    down="|",
    corner="`",
    tee="|",
    dash="-",
    dots=".",
    split="-",
    tied=":",
    repeat="",
    ellipsis="...",
    deeper="<",
    full="#",
    empty=".",
    arrow=">",
    paragraph="par. ",
    rule="-",
    quotes=('"', '"'),
    bullet="-",
)

_ASCII = str.maketrans(
    {
        "…": "...",
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "–": "-",
        "—": "-",
        "¶": "par. ",
        "·": "-",
        "›": ">",
        "→": "->",
        "←": "<-",
        "↑": "Up",
        "↓": "Down",
    }
)


def plain(text: str) -> str:
    """Return a sentence of ours with its typographic signs written in ASCII."""
    return text.translate(_ASCII)
