"""`ifnlit completion`."""

from __future__ import annotations

import click

from ifnlit.cli.emit import emit
from ifnlit.cli.options import Word

SHELLS = ("bash", "zsh", "fish")


@click.command("completion")
@click.argument("shell", type=Word("shell", SHELLS))
@click.pass_context
def COMMAND(ctx: click.Context, shell: str) -> None:
    """Print the completion script of a shell.

    SHELL is bash, zsh or fish.

    \b
    ifnlit completion bash > ~/.local/share/bash-completion/completions/ifnlit
    ifnlit completion zsh > "${fpath[1]}/_ifnlit"
    ifnlit completion fish > ~/.config/fish/completions/ifnlit.fish
    """
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    if kind is None:  # pragma: no cover  # click knows all of SHELLS
        return
    root = ctx.find_root().command
    emit(kind(root, {}, "ifnlit", "_IFNLIT_COMPLETE").source() + "\n")
