"""``argmap comment``: comment on a claim, an inference or the map; list and resolve comments."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.excluding import refuse_several
from argmap.cli.parameters import json_output, map_file, open_map, text_or_input
from argmap.cli.saying import remark, say, say_json, take
from argmap.display import one_line

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.document import Document
    from argmap.model import ArgumentMap, Comment, Step


@click.command("comment")
@map_file
@click.argument("number", required=False, metavar="[NUMBER]")
@click.argument("text", required=False)
@click.option("--on-map", metavar="TEXT", help="Comment on the map as a whole.")
@click.option("--resolve", metavar="N3", help="Mark a comment as dealt with.")
@click.option("--reopen", metavar="N3", help="Open a comment again.")
@click.option("--edit", metavar="N3", help="Give a comment the words TEXT.")
@json_output
def command(file: Path, number: str | None, text: str | None, *, as_json: bool, **ways: str | None) -> None:
    """Comment with TEXT on a claim (C17) or a step (R12); without one, list the comments.

    \b
    Examples:
      argmap comment tax.argmap C17 "Which year is this from?"
      argmap comment tax.argmap --on-map "Both sides need sources"
      argmap comment tax.argmap
      argmap comment tax.argmap --resolve N3
      argmap comment tax.argmap --edit N3 "Which year and which country?"
    """
    given = {name: value for name, value in ways.items() if value is not None}
    placed = number if text is not None or "edit" not in given else None  # --edit N3 "…" takes its one text there
    refuse_several({"NUMBER": placed, **{"--" + name.replace("_", "-"): value for name, value in given.items()}})
    document = open_map(file)
    if not given and number is None:
        _list(document.map, as_json=as_json)
        return
    take(document, _step(document, number, text, given), as_json=as_json)


def _step(document: Document, number: str | None, text: str | None, given: dict[str, str]) -> Step:
    from argmap import editing
    from argmap.model.labels import find, find_comment

    map_ = document.map
    match given:
        case {"resolve": typed}:
            return editing.resolve_comment(map_, find_comment(map_, typed).id)
        case {"reopen": typed}:
            return editing.resolve_comment(map_, find_comment(map_, typed).id, resolved=False)
        case {"edit": typed}:
            return editing.edit_comment(map_, find_comment(map_, typed).id, text_or_input(text or number or ""))
        case _:
            pass
    about: Any = map_.about.id if "on_map" in given else find(map_, number or "", "CR").id
    words = text_or_input(given.get("on_map") or text or "")
    return editing.add_comment(map_, about, words, author=document.author, at=time.time_ns() // 1_000_000)


def _list(map_: ArgumentMap, *, as_json: bool) -> None:
    comments = sorted(map_.comments.values(), key=lambda comment: comment.number)
    if as_json:
        say_json([_as_value(map_, comment) for comment in comments])
        return
    for comment in comments:
        state = " (resolved)" if comment.resolved else ""
        by = f" by {one_line(comment.author)}" if comment.author else ""
        say(f"{comment.label} on {_about(map_, comment)}{by}{state}: {one_line(comment.text)}")
    if not comments:
        remark('No comments yet. To make one: argmap comment FILE C17 "…"')


def _about(map_: ArgumentMap, comment: Comment) -> str:
    target = map_.get(comment.about)
    return getattr(target, "label", "") or "the map"


def _as_value(map_: ArgumentMap, comment: Comment) -> dict[str, Any]:
    return {
        "comment": comment.label,
        "on": _about(map_, comment),
        "author": comment.author,
        "at": comment.at,
        "text": comment.text,
        "resolved": comment.resolved,
    }
