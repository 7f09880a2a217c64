"""Whether a text is an argument graph of Carneades in YAML, by its outermost keys."""

from __future__ import annotations

import re

_BEGINNING = re.compile(
    r"(?:---[^\n]*\n|[ \t]*(?:#[^\n]*)?\n)*"
    r"(?:meta|language|statements|arguments|issues|assumptions|argument_schemes|issue_schemes|references|tests"
    r"|weighing_functions)[ \t]*:"
)
_STATEMENTS = re.compile(r"^statements[ \t]*:", re.MULTILINE)
_ARGUMENTS = re.compile(r"^arguments[ \t]*:", re.MULTILINE)
_OTHERS = re.compile(r"^(?:issues|assumptions|tests|argument_schemes|issue_schemes|language)[ \t]*:", re.MULTILINE)
_SCHEMES = re.compile(r"^argument_schemes[ \t]*:", re.MULTILINE)
_CONCLUSION = re.compile(r"^[ \t]+[\"']?conclusion[\"']?[ \t]*:", re.MULTILINE)


def recognises(text: str) -> bool:
    """Whether *text* begins with such a key, and has statements and arguments, issues or schemes that make them."""
    if not _BEGINNING.match(text):
        return False
    if _STATEMENTS.search(text):
        return bool(_ARGUMENTS.search(text) or _OTHERS.search(text))
    if _ARGUMENTS.search(text):
        return bool(_CONCLUSION.search(text) or _OTHERS.search(text))
    return bool(_SCHEMES.search(text)) and len(set(_OTHERS.findall(text))) > 1
