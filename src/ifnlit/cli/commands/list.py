"""`ifnlit list`."""

from __future__ import annotations

import click

from ifnlit.cli.emit import emit
from ifnlit.cli.options import json_option, keys_argument, library_of, output_option


@click.command("list")
@keys_argument()
@json_option()
@output_option()
@click.pass_context
def COMMAND(ctx: click.Context, keys: tuple[str, ...], as_json: bool, output: str) -> None:
    """List the library.

    \b
    ifnlit list
    ifnlit list --json | jq '.[].key'
    """
    from ifnlit.app.listing import COLUMNS, aligned, rows, summaries
    from ifnlit.app.selection import chosen

    references = chosen(library_of(ctx).references, keys)
    if as_json:
        from ifnlit.report.plain import json_text

        emit(json_text(summaries(references)), output)
        return
    from ifnlit.cli.terminal import is_terminal, table
    from ifnlit.report.visible import visible

    if output == "-" and is_terminal():
        table(COLUMNS, rows(references))
    else:
        emit(visible(aligned(rows(references))), output)
