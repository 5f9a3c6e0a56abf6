"""Options and arguments that several commands share, each meaning the same everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ifnlit.cli.paths import PathName
from ifnlit.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from click.shell_completion import CompletionItem

    from ifnlit.registry import Registry
    from ifnlit.store.library import Library

    Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

# Layouts of a list in a citation style (`cite.layout`); some are formats of their own too.
LAYOUTS = ("text", "markdown", "html", "docx")
CONSUMERS = ("zotero", "jabref", "endnote", "mendeley", "pandoc", "biblatex")


class TableName(click.ParamType[str, Any]):
    """A name (or alias) in a registry; a wrong one is answered with the nearest."""

    name = "name"

    def __init__(self, table: Registry[Any], also: tuple[str, ...] = ()) -> None:
        self.table = table
        self.also = also

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name itself; raises `UsageFault`."""
        del param, ctx
        return value if value in self.also else self.table.name(value)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Names that begin so, with their summaries."""
        from click.shell_completion import CompletionItem

        del ctx, param
        found = [
            CompletionItem(name, help=self.table.entry(name).summary)
            for name in self.table
            if name.startswith(incomplete)
        ]
        more = [name for name in self.also if name.startswith(incomplete)]
        return found + [CompletionItem(name) for name in more if name not in self.table]


class Word(click.ParamType[str, Any]):
    """One of a few words; a wrong one is answered with the nearest."""

    def __init__(self, kind: str, words: tuple[str, ...]) -> None:
        self.name = kind
        self.words = words

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word itself; raises `UsageFault`."""
        del param, ctx
        if value in self.words:
            return value
        from ifnlit.errors import UsageFault
        from ifnlit.registry import did_you_mean

        raise UsageFault(f'no {self.name} is named "{value}"', hint=did_you_mean(value, self.words))

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Words that begin so."""
        from click.shell_completion import CompletionItem

        del ctx, param
        return [CompletionItem(word) for word in self.words if word.startswith(incomplete)]


def format_option(default: str = "bib", also: tuple[str, ...] = ()) -> Decorator:
    """`-f/--format`: a name in `FORMATS`, or one of `also`."""
    return click.option(
        "-f",
        "--format",
        "format_name",
        type=TableName(FORMATS, also),
        default=default,
        metavar="FORMAT",
        help=f"One of: {', '.join(dict.fromkeys([*FORMATS, *also]))}.  [default: {default}]",
    )


def flavour_options() -> Decorator:
    """`--for`, `--zotero` and `--raw-notes`: for whom a file is written."""
    options = (
        click.option(
            "--for",
            "consumer",
            type=Word("consumer", CONSUMERS),
            default=None,
            metavar="CONSUMER",
            help=f"Write what this program reads best: {', '.join(CONSUMERS)}.",
        ),
        click.option(
            "--zotero",
            type=click.IntRange(7, 10),
            default=8,
            show_default=True,
            help="Version of Zotero that --for zotero writes for.",
        ),
        click.option("--raw-notes", is_flag=True, help="Put the printed text of each into a note."),
    )
    return all_of(options)


def loss_options() -> Decorator:
    """`--check` and `--strict`: what the format cannot hold."""
    options = (
        click.option(
            "--check", is_flag=True, help="List what the format cannot hold; write nothing."
        ),
        click.option(
            "--strict", is_flag=True, help="Write nothing where the format loses anything."
        ),
    )
    return all_of(options)


def all_of(options: Sequence[Decorator]) -> Decorator:
    """Several options as one decorator, in their order."""

    def decorated(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            command = option(command)
        return command

    return decorated


def style_option(default: str | None = None) -> Decorator:
    """`-s/--style`: a citation style."""
    return click.option(
        "-s",
        "--style",
        default=default,
        show_default=default is not None,
        metavar="STYLE",
        help="apa, gbt7714, nature, vancouver, ..., any name of the CSL styles, or a .csl file.",
    )


def engine_option() -> Decorator:
    """`--engine`: which CSL engine formats; the better one that is installed by default."""
    return click.option(
        "--engine",
        type=Word("engine", ("auto", "pandoc", "citeproc-py")),
        default="auto",
        metavar="ENGINE",
        help="CSL engine for --style: pandoc or citeproc-py.  [default: pandoc where installed]",
    )


def output_option() -> Decorator:
    """`-o/--output`: a file, written whole or not at all, or - for standard output."""
    return click.option(
        "-o",
        "--output",
        type=PathName(),
        default="-",
        metavar="FILE",
        help="Write to FILE, whole or not at all; - is standard output.",
    )


def json_option() -> Decorator:
    """`--json`: the same for machines."""
    return click.option("--json", "as_json", is_flag=True, help="Write JSON for machines.")


def keys_argument() -> Decorator:
    """`[KEYS]...`: citation keys, or numbers in the list, to choose entries."""
    return click.argument("keys", nargs=-1, metavar="[KEYS]...", shell_complete=_complete_keys)


def library_of(ctx: click.Context) -> Library:
    """The library that the command works on, loaded; raises `UnreadableInput`."""
    from ifnlit.store.library import load, locate

    return load(locate(option_of(ctx)))


def option_of(ctx: click.Context) -> str:
    """What `-L` said, or ""."""
    value = ctx.find_root().obj
    return value if isinstance(value, str) else ""


def _complete_keys(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> Sequence[CompletionItem]:
    del param
    from click.shell_completion import CompletionItem

    from ifnlit.errors import IfnlitError

    option = ctx.find_root().params.get("library") or ""
    try:
        from ifnlit.store.library import load, locate

        references = load(locate(str(option))).references
    except IfnlitError:
        return []
    return [
        CompletionItem(reference.id, help=reference.title)
        for reference in references
        if reference.id.startswith(incomplete)
    ]
