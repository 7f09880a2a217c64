"""``argmap completion``: the completion script of a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from argmap.cli.saying import say


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the script that lets SHELL complete argmap's commands and options.

    \b
    Examples:
      argmap completion bash > ~/.local/share/bash-completion/completions/argmap
      argmap completion fish > ~/.config/fish/completions/argmap.fish
    """
    from argmap.cli.main import argmap

    completion = get_completion_class(shell)
    assert completion is not None
    say(completion(argmap, {}, "argmap", "_ARGMAP_COMPLETE").source())
