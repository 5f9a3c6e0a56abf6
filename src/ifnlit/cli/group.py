"""The commands, and a click group that imports one only when it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ifnlit.errors import UsageFault
from ifnlit.registry import Entry, Registry

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS: Registry[click.Command] = Registry(
    "command",
    {
        "export": Entry("ifnlit.cli.commands.export:COMMAND", "Write references in a format."),
        "convert": Entry(
            "ifnlit.cli.commands.convert:COMMAND", "Turn a file of references into another format."
        ),
        "add": Entry("ifnlit.cli.commands.add:COMMAND", "Add references to the library."),
        "init": Entry("ifnlit.cli.commands.init:COMMAND", "Make a library of any document."),
        "parse": Entry("ifnlit.cli.commands.parse:COMMAND", "Read printed references."),
        "lint": Entry("ifnlit.cli.commands.lint:COMMAND", "Find faults in references."),
        "rule": Entry("ifnlit.cli.commands.rule:COMMAND", "Explain a rule, or list all of them."),
        "list": Entry("ifnlit.cli.commands.list:COMMAND", "List the library.", ("ls",)),
        "show": Entry("ifnlit.cli.commands.show:COMMAND", "Show one reference with its text."),
        "cite": Entry(
            "ifnlit.cli.commands.cite:COMMAND", "Print references formatted in a citation style."
        ),
        "check": Entry("ifnlit.cli.commands.check:COMMAND", "Check DOIs against the registries."),
        "resolve": Entry(
            "ifnlit.cli.commands.resolve:COMMAND", "Find missing DOIs, PMIDs and PMCIDs."
        ),
        "zotero": Entry(
            "ifnlit.cli.commands.zotero:COMMAND", "Push references into Zotero, or pull edits back."
        ),
        "config": Entry("ifnlit.cli.commands.config:COMMAND", "Show settings and their origin."),
        "completion": Entry(
            "ifnlit.cli.commands.completion:COMMAND", "Print the completion script of a shell."
        ),
    },
)


_LIBRARY = ("-L", "--library")


class LazyGroup(click.Group):
    """A group whose listing comes from `COMMANDS`: click's own would import every command."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does, but `-L PATH` may stand behind the command too."""
        first: list[str] = []
        rest: list[str] = []
        words = iter(args)
        for word in words:
            if word == "--":
                rest += [word, *words]
            elif word in _LIBRARY:
                path = next(words, None)
                if path is None and ctx.resilient_parsing:
                    break  # the shell asks what could come next
                if path is None:
                    raise UsageFault(f"{word} needs a path", hint="name a library's file or folder")
                # click looks a short name up among the long ones first, and loads difflib for it.
                first += ["--library", path]
            elif word.startswith(tuple(f"{name}=" for name in _LIBRARY)):
                first.append(word)
            else:
                rest.append(word)
        return super().parse_args(ctx, first + rest)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order of the table."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name or alias, imported now; `None` when there is none."""
        del ctx
        return COMMANDS.load(cmd_name) if cmd_name in COMMANDS else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, but a mistyped name is answered with the nearest one."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            COMMANDS.entry(name)  # raises UsageFault, which names the nearest
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List names and summaries without importing a command."""
        del ctx
        rows: Sequence[tuple[str, str]] = [(n, COMMANDS.entry(n).summary) for n in COMMANDS]
        with formatter.section("Commands"):
            formatter.write_dl(rows)
