"""The command tree, and the one place where errors become sentences and exit statuses."""

from __future__ import annotations

import errno
import os
import re
import sys
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

from argmap.cli.table import COMMANDS, SECTIONS
from argmap.display import clean_display, shorten
from argmap.errors import ArgmapError, OutputFullError, UnreadableFileError

INTERRUPTED = 130
_LONGEST = 400  # characters of a sentence that quotes what was typed
SUFFIX = ".argmap"
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}
"""Why what stands behind standard output takes no more."""


class CommandTree(click.Group):
    """Commands by name, each loaded from a file of its own when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name every command, in the order of the help page."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the command called *cmd_name*."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"argmap.cli.commands.{cmd_name}_").command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options; ``argmap --ascii FILE.argmap`` is ``argmap open --ascii FILE.argmap``."""
        own = {name for parameter in self.get_params(ctx) for name in parameter.opts}
        start = next((place for place, each in enumerate(args) if each not in own), len(args))
        rest = args[start:]
        if rest and rest[0].startswith("-") and rest[-1].lower().endswith(SUFFIX) and not COMMANDS.keys() & set(rest):
            args = [*args[:start], "open", *rest]
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; ``argmap FILE.argmap`` is ``argmap open FILE.argmap``."""
        if args[0] not in COMMANDS and args[0].lower().endswith(SUFFIX):
            args = ["open", *args]
        if args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            raise click.UsageError(_no_command(args[0]), ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  # whatever the command returns
        """Run the command; that the reader of its output has gone is no error."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            return _quietly()
        except OSError as error:
            if error.errno not in _FULL or error.filename is not None:
                raise
            _quietly()
            raise OutputFullError(os.strerror(error.errno)) from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table of commands, by section, without loading any."""
        del ctx
        for section, commands in SECTIONS.items():
            with formatter.section(section):
                formatter.write_dl(list(commands.items()))


def _no_command(typed: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(typed, COMMANDS, n=1)
    hint = f" Did you mean {close[0]}?" if close else ""
    return f"There is no command “{typed[:40]}”.{hint}"


def _print_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(f"argmap {sys.modules['argmap'].__version__}")
        ctx.exit()


@click.command(
    cls=CommandTree,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Every command explains itself: argmap add --help. Every step is saved at once and can be undone.",
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version, help="Show version."
)
@click.option("--no-input", is_flag=True, envvar="ARGMAP_NO_INPUT", help="Never ask; stop where a person must decide.")
@click.pass_context
def argmap(ctx: click.Context, *, no_input: bool) -> None:
    """Map claims and the reasons for and against them: one file, any terminal, offline.

    `argmap FILE.argmap` opens a map on screen.
    """
    ctx.obj = {"no_input": no_input}
    if ctx.invoked_subcommand is None:
        from argmap.cli.welcome import welcome

        welcome()


def main(arguments: list[str] | None = None) -> int:
    """Run argmap with *arguments* (else the process's own) and return its exit status."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal that knows fewer characters than a map
    try:
        result = argmap.main(arguments, prog_name="argmap", standalone_mode=False)
    except (click.exceptions.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except click.ClickException as error:
        return _complain(shorten(error.format_message(), _LONGEST), error.exit_code, _hint(error))
    except UnreadableFileError as error:
        return _complain(str(error), error.exit_status, code=error.code)
    except ArgmapError as error:
        return _complain(str(error), error.exit_status)
    except Exception as error:  # the last line of defence: no traceback reaches who did not ask for it
        if os.environ.get("ARGMAP_TRACEBACK"):
            raise
        return _complain(_UNEXPECTED.format(kind=type(error).__name__, error=error), 1)
    return result if isinstance(result, int) else 0


_UNEXPECTED = (
    "this should not have happened ({kind}: {error}). Your file is as it was. "
    "Set ARGMAP_TRACEBACK=1 to see more, and please report it."
)


_OPTION = re.compile(r"--[a-z][a-z-]*$")


def _hint(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    if context is None:
        return ""
    see = f"See: {context.command_path} --help"
    if isinstance(error, click.NoSuchOption) and _takes_words(context) and not _OPTION.match(error.option_name):
        return f'{see}    Words that begin with a dash stand behind --, as in: -- "-5 degrees"'
    return see


def _takes_words(context: click.Context) -> bool:
    """Whether an argument of the command is what somebody says, which may begin with a dash."""
    arguments = [each for each in context.command.params if isinstance(each, click.Argument)]
    return any("text" in argument.human_readable_name.casefold() for argument in arguments)


def _complain(message: str, status: int, hint: str = "", code: str = "") -> int:
    """Say on stderr what went wrong, with the code of a refused file, and return *status*."""
    begin = f"argmap [{code}]" if code else "argmap"
    click.echo(clean_display(f"{begin}: {message}"), err=True)
    if hint:
        click.echo(clean_display(hint), err=True)
    return status


def _quietly() -> int:
    """Leave without a word when the reader of our output has gone."""
    sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # Python flushes it once more at exit
    return 0


if __name__ == "__main__":
    sys.exit(main())
