"""`ifnlit config`."""

from __future__ import annotations

from typing import cast

import click

from ifnlit.cli.emit import emit
from ifnlit.cli.options import json_option, option_of


@click.command("config")
@json_option()
@click.pass_context
def COMMAND(ctx: click.Context, as_json: bool) -> None:
    """Show settings and their origin.

    \b
    ifnlit config
    ifnlit config --json
    """
    from ifnlit.app.configuration import report
    from ifnlit.app.listing import aligned

    found = report(option_of(ctx))
    if as_json:
        from ifnlit.report.plain import json_text

        emit(json_text(found))
        return
    rows = [
        (str(row["name"]), _shown(row["value"]), str(row["source"]), str(row["meaning"]))
        for row in found
    ]
    widest = max(len(row[0]) for row in rows)
    emit(aligned([(row[0].ljust(widest), *row[1:]) for row in rows]))


def _shown(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, cast("list[object]", value))) or "-"
    return str(value) or "-"
