"""`ifnlit export`."""

from __future__ import annotations

import click

from ifnlit.cli.emit import emit
from ifnlit.cli.options import (
    CONSUMERS,
    LAYOUTS,
    Word,
    engine_option,
    format_option,
    keys_argument,
    library_of,
    output_option,
    style_option,
)
from ifnlit.formats import FORMATS


@click.command("export")
@keys_argument()
@format_option(also=LAYOUTS)
@click.option(
    "--for",
    "consumer",
    type=Word("consumer", CONSUMERS),
    default=None,
    metavar="CONSUMER",
    help=f"Write what this program reads best: {', '.join(CONSUMERS)}.",
)
@click.option(
    "--zotero",
    type=click.IntRange(7, 10),
    default=8,
    show_default=True,
    help="Version of Zotero that --for zotero writes for.",
)
@click.option("--raw-notes", is_flag=True, help="Put the printed text of each into a note.")
@style_option()
@engine_option()
@output_option()
@click.pass_context
def COMMAND(
    ctx: click.Context,
    keys: tuple[str, ...],
    format_name: str,
    consumer: str | None,
    zotero: int,
    raw_notes: bool,
    style: str | None,
    engine: str,
    output: str,
) -> None:
    """Write references in a format.

    All of the library, or those with the KEYS given, in their order.

    \b
    ifnlit export --format bib > refs.bib
    ifnlit export lan2019regulation --format ris
    ifnlit export --format csl-json --for zotero -o refs.json
    ifnlit export --format text --style gbt7714
    """
    from ifnlit.app.export import export
    from ifnlit.app.selection import chosen
    from ifnlit.formats.format import Flavour

    references = chosen(library_of(ctx).references, keys)
    if style is not None or format_name not in FORMATS:
        from ifnlit.app.cite import formatted

        words = {"style_name": style or "", "layout": format_name, "engine_name": engine}
        emit(formatted(references, **words), output)
        return
    emit(export(references, format_name, Flavour(consumer or "", zotero, raw_notes)), output)
