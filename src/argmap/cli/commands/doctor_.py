"""``argmap doctor``: say what is wrong with a map's file, and rescue what can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from argmap.cli.parameters import FilePath, json_output, map_file
from argmap.cli.saying import remark, say, say_json, typed
from argmap.display import one_line, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from argmap.store.salvage import Rescue
    from argmap.store.salvage_checks import Check, Examination
    from argmap.store.salvage_report import Note, Report

FINDINGS = 1
_LISTED = 20
_SIGNS = {True: "ok", False: "wrong", None: "-"}


@click.command("doctor")
@map_file
@click.option("--salvage", is_flag=True, help="Put all that can be read into a new map, and list what is lost.")
@click.option("-o", "--output", type=FilePath(), help="The new map --salvage makes; never one that is there.")
@json_output
def command(file: Path, *, salvage: bool, output: Path | None, as_json: bool) -> int:
    """Say what is right and what is wrong with FILE, check by check. FILE is only read, never changed.

    With --salvage, all that can still be read of a damaged map goes into a new one. What a table has lost is looked
    for in the map's history. What is lost for good is listed.

    \b
    Examples:
      argmap doctor debate.argmap
      argmap doctor debate.argmap --salvage -o rescued.argmap
    """
    if salvage != (output is not None):
        message = "To rescue what can be read, say --salvage and where to put it: --salvage -o NEW.argmap"
        raise click.UsageError(message)
    if output is None:
        return _examine(file, as_json=as_json)
    return _salvage(file, output, as_json=as_json)


def _examine(file: Path, *, as_json: bool) -> int:
    from argmap.store.salvage_checks import examine

    examination = examine(file)
    if as_json:
        say_json(_examined(file, examination))
        return 0 if examination.is_sound else FINDINGS
    for check in examination.checks:
        say(f"{_SIGNS[check.is_right]:<6} {check.name:<8} {one_line(check.said)}")
        for detail in check.details:
            say(f"{'':<16}{one_line(detail)}")
    if examination.is_sound:
        say(f"{one_line(str(file))} is sound.")
        return 0
    _advise(file, examination)
    return FINDINGS


def _advise(file: Path, examination: Examination) -> None:
    """Say what the findings mean, and what to do next."""
    name = one_line(str(file))
    if examination.rescue is None:
        remark(f"argmap: {name} is damaged, and no part of a map can be read in it. Nothing was changed.")
        remark(f"Next: open another copy{_or_backup(file)}.")
        return
    report = examination.rescue.report
    say(f"Can be rescued: {_kept(report)}.")
    lost = len(report.lost)
    if report.is_whole:
        say("Nothing would be lost.")
    if lost:
        say(f"Cannot be rescued: {lost:,} {'part' if lost == 1 else 'parts'} ({', '.join(_counted(report.lost))}).")
    remark(f"argmap: {name} is damaged or was changed by another program. Nothing was changed.")
    remark(f"Next: open another copy{_or_backup(file)}, or: argmap doctor {typed(file)} --salvage -o rescued.argmap")


def _or_backup(file: Path) -> str:
    """Say how to find the backups of a file, where there are any."""
    from argmap.store.backups import backups_of

    return f", or a backup (argmap restore {typed(file)} lists them)" if backups_of(file) else ""


def _salvage(file: Path, output: Path, *, as_json: bool) -> int:
    from argmap.settings import author
    from argmap.store.salvage import salvage

    rescue = salvage(file, output, author())
    report = rescue.report
    if as_json:
        say_json({"file": str(file), "made": str(output), **_rescued(rescue)})
    else:
        say(f"Made {one_line(str(output))}: {_kept(report)}.")
        for row in _rows(report):
            say(row)
    if report.is_whole:
        remark(f"Nothing is lost. Next: argmap open {typed(output)}")
        return 0
    said = "something is lost or was changed; it is listed" if report.lost or report.told else "something was changed"
    remark(f"argmap: {said}. {one_line(str(file))} is as it was. Next: argmap open {typed(output)}")
    return FINDINGS


def _kept(report: Report) -> str:
    """Say how much of each kind there is, as in ``139 claims, 1 source``."""
    from argmap.store.salvage_report import WORDS, number_of

    counts = [number_of(report.kept[words[1]], words) for words in WORDS.values() if report.kept[words[1]]]
    return ", ".join(counts) or "the question alone"


def _rows(report: Report) -> Iterator[str]:
    """Say all of a report: what the history gave back, what was changed, what is lost."""
    if report.from_history:
        yield "Its history can be read from the first step to the last, so the map is as the history gives it."
    elif report.restored:
        yield f"The history gave back: {', '.join(_counted(report.restored))}."
    for title, notes in (("Changed, so that it could be kept", report.repaired), ("Lost", report.lost)):
        if notes:
            yield f"{title}: {', '.join(_counted(notes))}."
            yield from _listed(notes)
    yield from report.told


def _counted(notes: list[Note]) -> list[str]:
    """Count notes by their kinds, as in ``3 claims``."""
    from argmap.store.salvage_report import WORDS, number_of

    by_kind = {one: (one, many) for one, many in WORDS.values()}
    return [
        number_of(sum(note.kind == kind for note in notes), by_kind[kind])
        for kind in dict.fromkeys(note.kind for note in notes)
    ]


def _listed(notes: list[Note]) -> Iterator[str]:
    """List notes, of each kind the first twenty."""
    for kind in dict.fromkeys(note.kind for note in notes):
        mine = [note for note in notes if note.kind == kind]
        for note in mine[:_LISTED]:
            named = one_line(note.label) or f"{kind} {shorten(note.id, 40)}".rstrip()
            text = f" “{shorten(note.text, 60)}”" if note.text else ""
            yield f"  {named}{text}: {one_line(note.what)}"
        if len(mine) > _LISTED:
            yield f"  … and {len(mine) - _LISTED:,} more; --json lists them all"


def _examined(file: Path, examination: Examination) -> dict[str, Any]:
    return {
        "file": str(file),
        "sound": examination.is_sound,
        "checks": [_check_value(check) for check in examination.checks],
        "can_be_rescued": None if examination.rescue is None else _rescued(examination.rescue),
    }


def _check_value(check: Check) -> dict[str, Any]:
    state = "not checked" if check.is_right is None else _SIGNS[check.is_right]
    return {"check": check.name, "state": state, "said": check.said, "details": list(check.details)}


def _rescued(rescue: Rescue) -> dict[str, Any]:
    report = rescue.report
    return {
        "kept": dict(report.kept),
        "as_the_history_gives_it": report.from_history,
        "lost": [_note_value(note) for note in report.lost],
        "changed": [_note_value(note) for note in report.repaired],
        "from_history": [_note_value(note) for note in report.restored],
        "remarks": report.told,
    }


def _note_value(note: Note) -> dict[str, str]:
    return {"kind": note.kind, "id": note.id, "label": note.label, "what": note.what, "text": note.text}
