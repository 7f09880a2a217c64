"""``argmap merge``: let two claims of one map be one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.parameters import json_output, map_file, open_map, text_or_input
from argmap.cli.saying import named, remark, report, say, say_json, typed
from argmap.display import one_line
from argmap.errors import NeedsPersonError, UnfitError

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.model import ArgumentMap, Claim
    from argmap.reviewing import Preflight


@click.command("merge")
@map_file
@click.argument("first", metavar="C3")
@click.argument("second", metavar="C17")
@click.option("--keep", type=click.Choice(["first", "second"]), help="Whose number and wording stay; else the first's.")
@click.option("--text", help="A new wording for both; - reads it.")
@click.option("--yes", is_flag=True, help="Say yes to what would be asked; some things need --confirm.")
@click.option("--confirm", metavar="WORD", help="Confirm in writing, ahead of being asked.")
@click.option("-n", "--dry-run", is_flag=True, help="Say what it would do, and do nothing.")
@json_output
@click.pass_context
def command(
    context: click.Context,
    file: Path,
    first: str,
    second: str,
    *,
    keep: str | None,
    text: str | None,
    yes: bool,
    confirm: str | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Let two claims that say the same be one: the first (C3) stays and takes over what hangs on the second (C17).

    Before that, it says what speaks against it and what would change. The other wording, its number and its links are
    kept: C17 still finds the claim, and `argmap unmerge` takes it out again, at any later time.

    \b
    Examples:
      argmap merge iraq.argmap C3 C17
      argmap merge iraq.argmap C3 C17 --keep second
      argmap merge iraq.argmap C3 C17 --text "The Islamic State could return" --yes
      argmap merge iraq.argmap C3 C17 --dry-run
    """
    from argmap.reviewing import preflight

    document = open_map(file)
    survivor, gone = _pair(document.map, first, second, turned=keep == "second")
    wording = None if text is None else text_or_input(text)
    before = preflight(document.map, survivor.id, gone.id, text=wording)
    if dry_run and as_json:
        say_json(_as_value(before, survivor, gone))
        return
    if not as_json or dry_run:
        _show(before, survivor, gone)
    if before.step is None:
        message = f"{before.refusal}{_advice(file, before)}"
        raise UnfitError(message)
    if dry_run:
        return
    _decide(before, yes=yes, confirm=confirm, may_ask=not context.obj["no_input"] and sys.stdin.isatty())
    report(document.do(before.step), as_json=as_json)
    if not as_json:
        back = f"argmap unmerge {typed(file)} {gone.label}"
        remark(f"{gone.label} is {survivor.label} now. To take it out again, at any later time: {back}")


def _pair(map_: ArgumentMap, first: str, second: str, *, turned: bool) -> tuple[Claim, Claim]:
    from argmap.model.labels import find_claim

    one, other = find_claim(map_, first), find_claim(map_, second)
    if one.id == other.id:
        message = f"{one_line(first)} and {one_line(second)} are one claim already: {one.label}."
        raise UnfitError(message)
    return (other, one) if turned else (one, other)


def _show(before: Preflight, survivor: Claim, gone: Claim) -> None:
    """Say what would be done, what speaks against it, and what would change."""
    say(f"Merge {named(gone)}")
    say(f"into  {named(survivor)}")
    for concern in before.concerns if before.step is not None else ():
        say(f"  {'!' if concern.gravity != 'told' else '-'} {one_line(concern.sentence)}")
    for sentence in before.effect.sentences(survivor.label) if before.effect else ():
        say(f"  {one_line(sentence)}")


def _decide(before: Preflight, *, yes: bool, confirm: str | None, may_ask: bool) -> None:
    """Go on only if a person says so where there is reason to ask; a merge without any needs no word."""
    from argmap.reviewing import CONFIRMING, Gravity

    if before.gravity is Gravity.TYPED:
        if confirm is None and may_ask:
            confirm = click.prompt(f"Type {CONFIRMING} to merge them all the same", default="", show_default=False)
        if (confirm or "").strip().lower() != CONFIRMING:
            _stop(before, f"confirm it in writing: --confirm {CONFIRMING}", asked=may_ask or confirm is not None)
    elif before.gravity is Gravity.ASKED and not yes and not (may_ask and click.confirm("Merge them?")):
        _stop(before, "say --yes", asked=may_ask)


def _stop(before: Preflight, way: str, *, asked: bool) -> None:
    if asked:
        message = "Nothing was changed: the merge was not confirmed."
        raise NeedsPersonError(message)
    reasons = " ".join(one_line(each.sentence) for each in before.concerns if each.gravity != "told")
    message = f"A person must decide. {reasons} Nothing was changed. To merge them all the same, {way}"
    raise NeedsPersonError(message)


def _advice(file: Path, before: Preflight) -> str:
    """Say how to undo the links that stand in the way."""
    links = [link.label for concern in before.concerns if concern.gravity == "refused" for link in concern.links]
    return "".join(f" To do so: argmap remove {typed(file)} {label}" for label in links)


def _as_value(before: Preflight, survivor: Claim, gone: Claim) -> dict[str, Any]:
    from dataclasses import asdict

    return {
        "survivor": survivor.label,
        "gone": gone.label,
        "gravity": before.gravity.value,
        "concerns": [
            {
                "kind": concern.kind.value,
                "gravity": concern.gravity.value,
                "sentence": concern.sentence,
                "links": [link.label for link in concern.links],
            }
            for concern in before.concerns
        ],
        "effect": None if before.effect is None else asdict(before.effect),
    }
