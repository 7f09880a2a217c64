"""Carrying: branches copied, cut and pasted, inside a map and between maps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.display import one_line
from argmap.errors import ArgmapError, FormatError, UnfitError
from argmap.model import ArgumentMap, Claim
from argmap.outlines import walk
from argmap.settings import keep_copied, kept_copy
from argmap.tui.acting.chosen import claim_of
from argmap.tui.acting.selecting import change_each, chosen_branches, clear
from argmap.tui.action import EDIT, Action
from argmap.tui.cut import cut_out
from argmap.tui.places import QUESTION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from argmap.editing import Copied
    from argmap.model import Step
    from argmap.outlines.walk import Place
    from argmap.tui.places import Row
    from argmap.tui.stage import Stage

MOST_CLAIMS = 20_000
"""A larger branch is not kept for pasting: one key would take seconds."""


def _copy(screen: Stage, _: str) -> None:
    places = _places(chosen_branches(screen))
    map_ = screen.document.map
    count = _claims_in(_keep(map_, places)[0])
    screen.cut = None
    how = screen.to_clipboard(_outline(map_, places))
    what = f"the branch of {map_.claims[places[0][1]].label}" if len(places) == 1 else f"{len(places)} branches"
    claims = "1 claim" if count == 1 else f"{count:,} claims"
    clear(screen)
    screen.say(f"Copied {what} ({claims}), {how} · {screen.key('paste')} {screen.key('paste-after')} paste it")


def _cut(screen: Stage, _: str) -> None:
    map_, rows = screen.document.map, chosen_branches(screen)
    places = _places(rows)
    only = rows[0].claim
    if len(rows) == 1 and _stays(map_, rows[0]):
        change_each(screen, _removed, "Remove", rows=rows)
        clear(screen)
        return
    branches: Copied = ()
    kept = b""
    try:
        branches, kept = _keep(map_, places)
        lost = ""
    except (ArgmapError, OSError) as error:
        lost = f" · It is not kept for pasting: {error}"
    change_each(screen, _removed, "Remove", rows=rows)
    screen.cut = cut_out(screen.document.map, kept, branches[1:]) if branches else None
    clear(screen)
    if len(rows) == 1 and only in screen.document.map.claims:
        label = screen.document.map.claims[only].label
        screen.say(f"Remove {label} here; it stays where else it is used · {screen.keymap.offer('undo', 'undo')}")
    if lost:
        screen.say(f"Removed · {screen.keymap.offer('undo', 'undo')}{lost}")


def _stays(map_: ArgumentMap, row: Row) -> bool:
    """Whether removing the claim at *row* only means that it is no position any more."""
    return row.inference is None and map_.claims[row.claim].is_position and map_.is_used(row.claim)


def _removed(map_: ArgumentMap, row: Row) -> Step:
    from argmap.editing import remove_branch, unmake_position

    claim = claim_of(row)
    if claim in map_.claims and _stays(map_, row):
        return unmake_position(map_, claim)
    return remove_branch(map_, claim, row.inference)


def _pastes(place: Callable[[Stage, Copied], Step]) -> Callable[[Stage, str], None]:
    def paste(screen: Stage, _: str) -> None:
        from argmap.editing.repeating import says_again

        step = place(screen, _kept())
        if says_again(screen.document.map, step):
            message = "It stands there already, and bears on it in the same way. Choose another place."
            raise UnfitError(message)
        screen.take(step)

    return paste


def _moves(screen: Stage) -> bool:
    """Whether what is kept was cut out of this map: pasted, it is moved and no other claim."""
    return screen.cut is not None and screen.cut.is_out(screen.document.map, kept_copy())


def _under(screen: Stage, branches: Copied, *, link: bool = False) -> Step:
    from argmap.editing import paste

    map_, row, back = screen.document.map, screen.tree_view.row, _moves(screen)
    if row.place == QUESTION:
        return paste(map_, branches, None, link=link, back=back)
    return paste(map_, branches, claim_of(row), link=link, back=back)


def _after(screen: Stage, branches: Copied) -> Step:
    from argmap.editing import paste

    map_, row, back = screen.document.map, screen.tree_view.row, _moves(screen)
    if row.inference is not None:
        return paste(map_, branches, map_.inferences[row.inference].target, row.inference, back=back)
    claim = map_.claims[claim_of(row)]
    if not claim.is_position:
        message = f"{claim.label} stands under nothing, so nothing can stand after it. [paste] pastes under it."
        raise UnfitError(screen.keymap.filled(message))
    return paste(map_, branches, None, claim.id, back=back)


def _places(rows: Sequence[Row]) -> list[Place]:
    return [(row.inference, claim_of(row)) for row in rows]


def _keep(map_: ArgumentMap, places: Sequence[Place]) -> tuple[Copied, bytes]:
    """Keep the branches at *places* for pasting; return them, and as they were kept."""
    from argmap.editing import copied
    from argmap.formats import write

    branches = copied(map_, places)
    count = _claims_in(branches)
    if count > MOST_CLAIMS:
        message = f"The branch holds {count:,} claims, too many to copy. Copy a smaller part of it."
        raise UnfitError(message)
    kept = write(ArgumentMap(branches), "json").content
    keep_copied(kept)
    return branches, kept


def _claims_in(branches: Copied) -> int:
    """Return how many claims *branches* hold, without the one that stands in for what they hang on."""
    return sum(isinstance(each, Claim) for each in branches) - 1


def _kept() -> Copied:
    """Return the branches that were kept; what cannot be understood is refused with `UnfitError`."""
    from argmap.formats import read

    try:
        return tuple(read(kept_copy(), "what was copied", "json").entities)
    except FormatError:
        message = "What was copied last is damaged and cannot be pasted. Copy a branch again."
        raise UnfitError(message) from None


def _outline(map_: ArgumentMap, places: Iterable[Place]) -> str:
    """Write the branches as an outline for other programs."""
    starts = [
        map_.claims[claim] if inference is None else (map_.inferences[inference], map_.claims[claim])
        for inference, claim in places
    ]
    lines = []
    for line in walk(map_, starts):
        again = f" ({line.elsewhere})" if line.repeat else ""
        lines.append(f"{'  ' * line.depth}- ({line.sign}) {line.claim.label} {one_line(line.claim.text)}{again}\n")
    return "".join(lines)


def _carries(
    id_: str,
    keys: tuple[str, ...],
    words: str,
    help_: str,
    do: Callable[[Stage, str], None],
    *,
    footer: str = "",
    edits: bool = True,
) -> Action:
    return Action(id_, keys, EDIT, words, help_, do, footer=footer, edits=edits)


ACTIONS = (
    _carries(
        "remove",
        ("d", "delete"),
        "Remove here",
        "Remove the claim here with the branch under it; it can be pasted elsewhere.",
        _cut,
        footer="remove",
    ),
    _carries(
        "copy",
        ("y",),
        "Copy the branch",
        "Keep the claim and all under it for pasting, and as text for other programs.",
        _copy,
        edits=False,
    ),
    _carries(
        "paste", ("p",), "Paste under this", "Hang what was copied under the claim, with its signs.", _pastes(_under)
    ),
    _carries("paste-after", ("P",), "Paste after this", "Put what was copied behind the row.", _pastes(_after)),
    _carries(
        "paste-links",
        (),
        "Paste the same claims",
        "Use the copied claims themselves here, where this map still has them.",
        _pastes(lambda screen, branches: _under(screen, branches, link=True)),
    ),
)
"""Taking branches from one place to another."""
