"""``argmap dedupe``: go through the claims that may be one, and decide."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.excluding import refuse_several, refuse_without
from argmap.cli.parameters import FilePath, json_output, map_file, open_map
from argmap.cli.saying import counted, is_terminal, remark, say, say_json, shown, typed
from argmap.display import one_line, shorten
from argmap.errors import NeedsPersonError
from argmap.model import Alias

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.document import Document
    from argmap.matching import Duplicates, Pair
    from argmap.model import ArgumentMap, Step
    from argmap.reviewing.applying import Applied


class Score(click.ParamType[float]):
    """A number from 0 to 1, and nothing that only passes for a number."""

    name = "score"

    def convert(self, value: str | float, parameter: click.Parameter | None, context: click.Context | None) -> float:
        """Return the number that was typed."""
        number = -1.0
        with suppress(ValueError):
            number = float(value)
        if not 0 <= number <= 1:  # which is so of NaN as well
            self.fail(f"“{str(value)[:40]}” is no number from 0 to 1.", parameter, context)
        return number


_INTERRUPTED = 130
_CELLS = 72


@click.command("dedupe")
@map_file
@click.option("--list", "listing", is_flag=True, help="List the pairs and decide nothing.")
@json_output
@click.option("--plan", "plan", type=FilePath(), help="Write the pairs to a text file, to decide in an editor.")
@click.option("--apply", "applied", type=FilePath(), help="Do what a plan says, all of it or nothing; - reads it.")
@click.option("--identical", is_flag=True, help="Merge the claims with the same words, all in one step.")
@click.option("--min", "at_least", type=Score(), metavar="SCORE", help="How alike at least, 0 to 1.")
@click.option("--force", is_flag=True, help="With --plan: write over a file that is there.")
@click.pass_context
def command(
    context: click.Context,
    file: Path,
    *,
    listing: bool,
    as_json: bool,
    plan: Path | None,
    applied: Path | None,
    identical: bool,
    at_least: float | None,
    force: bool,
) -> None:
    """Review the claims of FILE that may be one and the same, pair by pair, one key a decision.

    Every decision is saved at once and can be undone. Leave at any time: the next review begins where this one ended.

    \b
    Examples:
      argmap dedupe iraq.argmap
      argmap dedupe iraq.argmap --list --min 0.8
      argmap dedupe iraq.argmap --plan plan.txt
      argmap dedupe iraq.argmap --apply plan.txt
      argmap dedupe iraq.argmap --identical
    """
    refuse_several({"--list": listing, "--plan": plan, "--apply": applied, "--identical": identical})
    refuse_without("--plan", plan, {"--force": force})
    document = open_map(file)
    if applied is not None:
        _apply(document, applied, as_json=as_json)
        return
    from argmap.cli.searching import searched

    found, stopped = searched(document.map, at_least)
    if identical:
        _merge_identical(document, found, as_json=as_json)
    elif plan is not None:
        _write_plan(document.map, found, file, plan, force=force)
    elif as_json:
        say_json(_as_value(document.map, found))
    elif not found.pairs:
        say("No two claims look alike." if found.complete else "No two claims that were compared look alike.")
    elif listing:
        _list(document.map, found)
    else:
        _review(context, document, found)
    if stopped:
        raise click.exceptions.Exit(_INTERRUPTED)


def _review(context: click.Context, document: Document, found: Duplicates) -> None:
    """Ask a person about each pair; where there is none, list them and say what to do instead."""
    if (context.obj or {}).get("no_input") or not (sys.stdin.isatty() and sys.stdout.isatty()):
        _list(document.map, found)
        pairs = "1 pair needs" if len(found.pairs) == 1 else f"{len(found.pairs):,} pairs need"
        message = (
            f"{pairs} a decision, and there is nobody to ask. Write a plan with --plan FILE, decide in it, "
            "and take it with --apply FILE."
        )
        raise NeedsPersonError(message)
    from argmap.cli.asking import ask_about
    from argmap.reviewing.review import Review

    ask_about(document, Review(document.map, found))


def _list(map_: ArgumentMap, found: Duplicates) -> None:
    from argmap.reviewing.around import Around, in_words
    from argmap.reviewing.review import LANES

    for lane, heading in LANES.items():
        pairs = [pair for pair in found.pairs if pair.lane is lane]
        if pairs:
            say(f"{heading} ({len(pairs):,})")
        for pair in pairs:
            _list_pair(map_, pair)
    clusters = Around(found.clusters).clusters
    if clusters:
        say(f"Clusters: claims that may all be one ({len(clusters):,})")
    for cluster in clusters:
        say(f"  {in_words(map_, cluster)}")


def _fitted(text: str) -> str:
    """Return a claim on one line, cut to fit where a terminal shows it."""
    return shorten(text, _CELLS) if is_terminal() else one_line(text)


def _list_pair(map_: ArgumentMap, pair: Pair) -> None:
    from argmap.reviewing.about_pair import EARLIER, strength

    one, other = map_.claims[pair.first], map_.claims[pair.second]
    width = max(len(one.label), len(other.label))
    say(f"  {pair.likeness.score:.2f}  {one.label:<{width}}  {_fitted(one.text)}")
    say(f"        {other.label:<{width}}  {_fitted(other.text)}")
    alike = strength(map_, pair)
    if alike == EARLIER:
        say(f"        note: {alike}")
    for flag in pair.likeness.flags:
        say(f"        {'!' if flag.hard else 'note:'} {one_line(flag.sentence)}")


def _write_plan(map_: ArgumentMap, found: Duplicates, file: Path, place: Path, *, force: bool) -> None:
    from argmap.reviewing.plans import write_plan
    from argmap.reviewing.review import in_order
    from argmap.store.copying import write_whole

    text = "\n".join(write_plan(map_, in_order(found.pairs, found.clusters), found.clusters)) + "\n"
    if str(place) == "-":
        say(text.rstrip("\n"))
        return
    write_whole(place, text.encode("utf-8", "replace"), force=force)
    say(f"Wrote {shown(place)}: {counted(len(found.pairs), 'pair')} to decide.")
    remark(f"Next: change the decisions in it, then argmap dedupe {typed(file)} --apply {typed(place)}")


def _apply(document: Document, place: Path, *, as_json: bool) -> None:
    from argmap.cli.parameters import text_of
    from argmap.reviewing.applying import plan_step
    from argmap.reviewing.plans import read_plan

    name = "the plan" if str(place) == "-" else place.name
    _take(document, plan_step(document.map, read_plan(text_of(place), name), name), as_json=as_json)


def _merge_identical(document: Document, found: Duplicates, *, as_json: bool) -> None:
    from argmap.reviewing.applying import identical_step

    _take(document, identical_step(document.map, found.pairs), as_json=as_json)


def _take(document: Document, applied: Applied, *, as_json: bool) -> None:
    """Take the step of many decisions, if there is anything in it, and say what was done and what was not."""
    for error in applied.refused:
        remark(f"Left as it is: {error}")
    step = document.do(applied.step) if applied.step.changes else applied.step
    if as_json:
        say_json(_taken_value(document.map, applied, step))
        return
    if not step.changes:
        say("Nothing was to be done; the map is as it was.")
        return
    map_ = document.map
    gone = [change.after for change in step.changes if change.before is None and isinstance(change.after, Alias)]
    done = f"Merged {counted(len(gone), 'claim')} into {'another' if len(gone) == 1 else 'others'}"
    otherwise = f"{'Decided' if not gone else ', decided'} {counted(applied.decided, 'pair')} otherwise"
    said = (done if gone else "") + (otherwise if applied.decided else "")
    say(f"{said}. {counted(len(map_.claims), 'claim')} left.")
    for alias in gone:
        say(f"  C{alias.number} into {map_.claims[alias.survivor].label}: {_fitted(alias.text)}")
    remark(f"To take it back: argmap undo {typed(document.path)}")


def _taken_value(map_: ArgumentMap, applied: Applied, step: Step) -> dict[str, Any]:
    """Return what a step of many decisions did, each merged claim with the number it had and what it is now."""
    merged = [change.after for change in step.changes if change.before is None and isinstance(change.after, Alias)]
    return {
        "step": step.label,
        "merged": [
            {
                "claim": f"C{alias.number}",
                "number": alias.number,
                "survivor": map_.claims[alias.survivor].label,
                "text": alias.text,
            }
            for alias in merged
        ],
        "decided": applied.decided,
        "refused": [str(error) for error in applied.refused],
    }


def _as_value(map_: ArgumentMap, found: Duplicates) -> dict[str, Any]:
    labels = {claim.id: claim.label for claim in map_.claims.values()}
    return {
        "complete": found.complete,
        "pairs": [_pair_value(map_, pair) for pair in found.pairs],
        "clusters": [
            {"centre": labels[cluster.centre], "members": [labels[each] for each in cluster.members]}
            for cluster in found.clusters
        ],
    }


def _pair_value(map_: ArgumentMap, pair: Pair) -> dict[str, Any]:
    one, other = map_.claims[pair.first], map_.claims[pair.second]
    return {
        "a": {"claim": one.label, "number": one.number, "text": one.text},
        "b": {"claim": other.label, "number": other.number, "text": other.text},
        "score": round(pair.likeness.score, 4),
        "lane": pair.lane.value,
        "flags": [
            {"kind": flag.kind.value, "hard": flag.hard, "sentence": flag.sentence} for flag in pair.likeness.flags
        ],
        "why": pair.likeness.why,
    }
