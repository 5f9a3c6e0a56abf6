"""`ifnlit show`."""

from __future__ import annotations

import click

from ifnlit.cli.emit import emit
from ifnlit.cli.options import json_option, keys_argument, library_of, output_option
from ifnlit.errors import UsageFault


@click.command("show")
@keys_argument()
@json_option()
@output_option()
@click.pass_context
def COMMAND(ctx: click.Context, keys: tuple[str, ...], as_json: bool, output: str) -> None:
    """Show one reference with its text.

    Every field, the repairs made to it, and the printed text under them. A KEY is a citation
    key or the number in the list.

    \b
    ifnlit show lan2019regulation
    ifnlit show 8
    """
    from ifnlit.app.listing import page
    from ifnlit.app.selection import chosen
    from ifnlit.formats.csl import to_csl

    if not keys:
        raise UsageFault("no KEY is given", hint="see ifnlit list for the keys")
    references = chosen(library_of(ctx).references, keys)
    if as_json:
        from ifnlit.report.plain import json_text

        items = [to_csl(reference) for reference in references]
        emit(json_text(items), output)
        return
    from ifnlit.cli.terminal import is_terminal, page_width, pages

    found = [page(reference) for reference in references]
    emit(pages(found, page_width(), colour=output == "-" and is_terminal()), output)
