"""Which of the AIF family a JSON text is, by the keys in it: cheaply, without reading the whole."""

from __future__ import annotations

import re

_FEW = 400_000
_XAIF = re.compile(r'"AIF"\s*:\s*\{')
_OVA = re.compile(r'"analysis"\s*:\s*\{')
_NODE = re.compile(r'"nodeID"\s*:')
_LISTS = re.compile(r'"nodes"\s*:\s*\[')


def is_xaif(text: str) -> bool:
    """Whether *text* is an object with an AIF graph inside."""
    return _is_object(text) and _XAIF.search(text[:_FEW]) is not None


def is_ova(text: str) -> bool:
    """Whether *text* is what OVA saves: nodes, and an analysis with its text."""
    few = text[:_FEW]
    return _is_object(text) and _LISTS.search(few) is not None and (_OVA.search(few) or _OVA.search(text)) is not None


def is_aif(text: str) -> bool:
    """Whether *text* is an AIF graph: a list of nodes with node ids, or with none at all."""
    few = text[:_FEW]
    if not _is_object(text) or not _LISTS.search(few):
        return False
    return _NODE.search(few) is not None or ('"locutions"' in few and '"edges"' in few)


def _is_object(text: str) -> bool:
    return text.lstrip()[:1] == "{"
