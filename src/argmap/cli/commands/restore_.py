"""``argmap restore``: bring a map back as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli.excluding import refuse_several, refuse_without
from argmap.cli.parameters import FilePath, Number, json_output, map_file, open_map
from argmap.cli.saying import remark, report, say, say_json, shown, typed
from argmap.errors import UnfitError

if TYPE_CHECKING:
    from pathlib import Path


@click.command("restore")
@map_file
@click.option("--step", type=Number(1), metavar="N", help="As it was after step N of its history.")
@click.option("--backup", type=Number(1), metavar="N", help="As backup N of the list holds it.")
@click.option("-o", "--output", type=FilePath(), help="With --backup: write the backup to this new file instead.")
@json_output
def command(file: Path, *, step: int | None, backup: int | None, output: Path | None, as_json: bool) -> None:
    """Bring the map in FILE back as it was, as one new step that can be undone; without an option, list its backups.

    A backup is kept before the first edit of a day and before a file is brought to a newer format, ten of each file.

    \b
    Examples:
      argmap restore tax.argmap
      argmap restore tax.argmap --step 12
      argmap restore tax.argmap --backup 1
      argmap restore tax.argmap --backup 1 -o tax-yesterday.argmap
    """
    refuse_several({"--step": step, "--backup": backup})
    refuse_without("--backup", backup, {"-o": output})
    if step is not None:
        report(open_map(file).restore_step(step), as_json=as_json)
    elif backup is None:
        _list(file, as_json=as_json)
    elif output is None:
        report(open_map(file).restore_backup(_backup(file, backup)), as_json=as_json)
    else:
        from argmap.store.copying import copy_new

        copy_new(_backup(file, backup), output)
        say(f"Wrote {shown(output)}.")


def _list(file: Path, *, as_json: bool) -> None:
    from argmap.store import backup_time, backups_of

    found = backups_of(file)
    times = [backup_time(backup).astimezone() for backup in found]
    if as_json:
        say_json([{"backup": place, "made": made.isoformat()} for place, made in enumerate(times, 1)])
        return
    for place, (backup, made) in enumerate(zip(found, times, strict=True), 1):
        say(f"{place:>2}  {made:%Y-%m-%d %H:%M}  {backup.stat().st_size / 1024:,.0f} KB")
    if found:
        remark(f"To bring one back: argmap restore {typed(file)} --backup 1")
    else:
        remark("There is no backup of this file yet; one is kept before the first edit of a day.")


def _backup(file: Path, place: int) -> Path:
    from argmap.store import backups_of

    found = backups_of(file)
    if place > len(found):
        message = f"There is no backup {place} of {file}. To list them: argmap restore {typed(file)}"
        raise UnfitError(message)
    return found[place - 1]
