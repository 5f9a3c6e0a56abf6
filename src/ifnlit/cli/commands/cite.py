"""`ifnlit cite`."""

from __future__ import annotations

import click

from ifnlit.cli.emit import emit
from ifnlit.cli.options import (
    LAYOUTS,
    Word,
    engine_option,
    keys_argument,
    library_of,
    output_option,
    style_option,
)
from ifnlit.errors import UsageFault


@click.command("cite")
@keys_argument()
@style_option("vancouver")
@click.option(
    "-f",
    "--format",
    "layout",
    type=Word("format", LAYOUTS),
    default="text",
    metavar="FORMAT",
    help=f"One of: {', '.join(LAYOUTS)}.  [default: text]",
)
@engine_option()
@output_option()
@click.pass_context
def COMMAND(
    ctx: click.Context, keys: tuple[str, ...], style: str, layout: str, engine: str, output: str
) -> None:
    """Print references formatted in a citation style.

    \b
    ifnlit cite sung2021global
    ifnlit cite 1 13 --style gbt7714
    ifnlit export --format text --style apa
    """
    from ifnlit.app.cite import formatted
    from ifnlit.app.selection import chosen

    if not keys:
        raise UsageFault("no KEY is given", hint="ifnlit export --format text --style is for all")
    references = chosen(library_of(ctx).references, keys)
    emit(formatted(references, style_name=style, layout=layout, engine_name=engine), output)
