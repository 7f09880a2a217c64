"""Whether a text is Argdown, by what stands in it."""

from __future__ import annotations

import re

from argmap.formats.argdown.preparing import INCLUDE, argdown_blocks, without_code
from argmap.formats.foreign import is_data

_FEW = 200_000
# Blanks and lines are never given back (``*+``): whoever tries all ways to share them out never comes to an end.
_MARKUP = re.compile(
    r"\s*+(?:<[\w:.-]++\s++[\w:.-]++\s*+=\s*+[\"']|(?:strict\s++)?(?:di)?graph\b[^\n{]*+\{)", re.IGNORECASE
)
"""What XML without a declaration and DOT begin with."""
_FENCE = re.compile(r"\s*={3,}[ \t]*+\n(?:\s*+(?:#|//)[^\n]*+\n)*+\s*+(?=[\"']?\w[^\n:]*+:\s|\{|===)")
_TITLE = r"\[(?!\^)[^\]\n]+\]|<(?!\w++://|mailto:)[^>\n]+>"
_DEFINITION = re.compile(
    rf"^[ \t]*+(?:[*+-]|[0-9]+\.|<[-+_]|[-+_]>|>)?[ \t]*+(?:{_TITLE}):",
    re.MULTILINE,
)
_REFERENCE = re.compile(
    r"^[ \t]*+(?:[+_-]>?|<[-+_]|><)[ \t]*+"
    r"(?:\[(?![ xX]\]|\^)[^\]\n]+\]|<(?!\w++://|mailto:)[^>\n-][^>\n]*>(?![^\n]*</))(?![\w.(\[])",
    re.MULTILINE,
)
_RELATION = re.compile(r"^[ \t]*+(?:\+>|->|<\+|<-|><|_>|<_)[ \t]*+\S|^[ \t]++\+[ \t]++\S", re.MULTILINE)
_MENTION = re.compile(r"(?<!\S)@(?:\[[^\]\n]+\](?!\()|<[^>@\n]+>)")
_EXTENDED = re.compile(
    r"^[ \t]*+(?:\[#[\w-]++\][ \t]++[^\s#{:]|\(\[#[\w-]++\](?:,[ \t]*+\[#[\w-]++\])*+\)[ \t]*+->)", re.MULTILINE
)
"""A claim or an arrow of Argdown Extended, another language with the same suffix: what Argdown would make of it is not
what it says."""
_BULLET = re.compile(r"^[-*+][ \t]", re.MULTILINE)
_STEP = re.compile(r"^[ \t]*+\([0-9]+\)[ \t]*+\S[^\n]*+\n(?:[ \t]*+[^\s][^\n]*+\n){0,20}?[ \t]*+--", re.MULTILINE)
_OUTLINE = re.compile(
    r"^(?:[ \t]*+[-*+][ \t]+\((?:[-+&x^])\)[ \t]|#{1,6}[ \t][^\n]*\[C[0-9]{1,9}\][ \t]*$)", re.MULTILINE
)
"""Signs of a Markdown outline, and a heading that ends in the number of a claim."""
_MARKDOWN_REFERENCE = re.compile(r"^[ \t]*+\[[^\]\n]+\]:[ \t]*+(?:https?://|<|/|#|\.)", re.MULTILINE)
_INCLUDE = re.compile(rf"^[ \t]*+{INCLUDE.pattern}", re.MULTILINE)


def recognises(text: str) -> bool:
    """Whether *text* has titles, relations or numbered premises as Argdown writes them, and no outline's signs."""
    whole, text = text, text[:_FEW]
    if is_data(text) or _MARKUP.match(text) or _OUTLINE.search(text):
        return False
    if is_extended(text):
        return False
    if argdown_blocks(text):
        return True
    text = without_code(text)
    fence = _FENCE.match(text)
    if fence and whole.find("\n===", fence.end() - 1) >= 0:  # front matter may be long: texts of sources stand in it
        return True
    definitions = len(_DEFINITION.findall(text)) - len(_MARKDOWN_REFERENCE.findall(text))
    if definitions > 0 or _REFERENCE.search(text) or _STEP.search(text) or _INCLUDE.search(text):
        return True
    return not _BULLET.search(text) and (_RELATION.search(text) or _MENTION.search(text)) is not None


def is_extended(text: str) -> bool:
    """Whether *text* is Argdown Extended: its claims are called ``[#name]``, and no title stands before a colon."""
    few = text[:_FEW]
    return bool(_EXTENDED.search(few)) and not _DEFINITION.search(few)
