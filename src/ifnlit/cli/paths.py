"""Paths on the command line, which the shell completes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class PathName(click.ParamType[str, Any]):
    """A path as it was given; the shell completes it, folders alone for the kind "dir"."""

    name = "path"

    def __init__(self, kind: str = "file") -> None:
        self.kind = kind

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """What tells the shell to complete files or folders by itself."""
        from click.shell_completion import CompletionItem

        del ctx, param
        return [CompletionItem(incomplete, type=self.kind)]
