"""`ifnlit export`."""

from __future__ import annotations

import click

from ifnlit.cli.emit import emit
from ifnlit.cli.options import (
    LAYOUTS,
    engine_option,
    flavour_options,
    format_option,
    keys_argument,
    library_of,
    loss_options,
    output_option,
    style_option,
)
from ifnlit.errors import ExitCode, UsageFault
from ifnlit.formats import FORMATS


@click.command("export")
@keys_argument()
@format_option(also=LAYOUTS)
@flavour_options()
@loss_options()
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
    check: bool,
    strict: bool,
    style: str | None,
    engine: str,
    output: str,
) -> int:
    """Write references in a format.

    All of the library, or those with the KEYS given, in their order.

    \b
    ifnlit export --format bib > refs.bib
    ifnlit export lan2019regulation --format ris
    ifnlit export --format csl-json --for zotero -o refs.json
    ifnlit export --format text --style gbt7714
    ifnlit export --format ris --check
    """
    from ifnlit.app.export import export
    from ifnlit.app.selection import chosen
    from ifnlit.formats.format import Flavour

    references = chosen(library_of(ctx).references, keys)
    if style is not None or format_name not in FORMATS:
        from ifnlit.app.cite import formatted

        if check or strict:
            raise UsageFault(
                "what a formatted list leaves out is for its style to say",
                hint="--check and --strict go without --style",
            )
        words = {"style_name": style or "", "layout": format_name, "engine_name": engine}
        emit(formatted(references, **words), output)
        return ExitCode.OK
    flavour = Flavour(consumer or "", zotero, raw_notes)
    if check or strict:
        from ifnlit.cli.losses import told_losses

        if told_losses(references, format_name, flavour, quiet=not check):
            return ExitCode.FINDINGS
    if not check:
        emit(export(references, format_name, flavour), output)
    return ExitCode.OK
