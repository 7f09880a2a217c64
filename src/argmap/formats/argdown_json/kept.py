"""What a JSON file of Argdown's holds beside the model: kept with the map, and written again."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from argmap.errors import ArgmapError, UnfitError
from argmap.formats.graphs.kept import fitting
from argmap.formats.json_text import is_shallow
from argmap.formats.mending import told
from argmap.formats.report import Imported, Place
from argmap.model import About

if TYPE_CHECKING:
    from argmap.formats.report import Tally

FOREIGN = "argdown-json"
"""The key of `extras` under which it stands."""

KNOWN = frozenset({"statements", "arguments", "relations", "sections", "tags", "map", "frontMatter"})
"""What the file holds of the model itself."""


def with_rest(imported: Imported, rest: dict[str, Any], tally: Tally) -> Imported:
    """Return *imported* with the *rest* of the file among what the map keeps."""
    rest = fitting(rest, tally) if is_shallow(rest) else rest
    try:
        entities = tuple(_with(each, rest) if isinstance(each, About) else each for each in imported.entities)
    except (ArgmapError, RecursionError):
        told(tally, "extras", Place(1))
        entities = imported.entities
    return Imported(entities, tally.report(), imported.highest)


def _with(about: About, rest: dict[str, Any]) -> About:
    if not rest:
        return about
    if not is_shallow(rest):
        message = "What stands beside the model is nested too deeply."
        raise UnfitError(message)
    extras = {**(json.loads(about.extras) if about.extras else {}), FOREIGN: rest}
    return replace(about, extras=json.dumps(extras, ensure_ascii=False))
