"""`ifnlit convert`."""

from __future__ import annotations

import os
from contextlib import nullcontext

import click

from ifnlit.cli.emit import emit, note
from ifnlit.cli.options import TableName, flavour_options, loss_options
from ifnlit.cli.paths import PathName
from ifnlit.errors import ExitCode, worst
from ifnlit.formats import FORMATS

_LARGE = 2_000_000  # bytes; below it a conversion takes less than a second


@click.command("convert")
@click.argument("source", type=PathName(), metavar="IN")
@click.argument("target", type=PathName(), metavar="OUT")
@click.option(
    "--from",
    "before",
    type=TableName(FORMATS),
    default=None,
    metavar="FORMAT",
    help="Format of IN.  [default: known by its content]",
)
@click.option(
    "--to",
    "after",
    type=TableName(FORMATS),
    default=None,
    metavar="FORMAT",
    help="Format of OUT.  [default: known by its ending]",
)
@flavour_options()
@loss_options()
def COMMAND(
    source: str,
    target: str,
    before: str | None,
    after: str | None,
    consumer: str | None,
    zotero: int,
    raw_notes: bool,
    check: bool,
    strict: bool,
) -> int:
    """Turn a file of references into another format.

    IN is known by its content, OUT by its ending; - is standard input or output. What is broken
    in IN is told with its line, and the rest is read.

    \b
    ifnlit convert library.ris library.bib
    ifnlit convert export.xml - --to csl-json
    ifnlit convert refs.bib refs.rdf --for zotero
    """
    from ifnlit.app.convert import conversion
    from ifnlit.app.export import export
    from ifnlit.cli.losses import told_losses
    from ifnlit.cli.progress import bar
    from ifnlit.cli.told import tell
    from ifnlit.formats.format import Flavour

    flavour = Flavour(consumer or "", zotero, raw_notes)
    with bar("converting") if _is_large(source) else nullcontext() as told:
        step = told or _quiet
        step(0, 3)
        found = conversion(source, target, before or "", after or "")
        step(1, 3)
        if check or strict:
            lossy = told_losses(found.references, found.after, flavour, quiet=not check)
            if check or lossy:
                return worst(tell(found.findings), ExitCode.FINDINGS if lossy else ExitCode.OK)
        data = export(found.references, found.after, flavour)
        step(2, 3)
        emit(data, target)
    from ifnlit.report.summary import counted

    code = tell(found.findings)
    count = counted(len(found.references), "reference")
    note(f"{count} from {found.before} to {found.after}")
    return code


def _is_large(path: str) -> bool:
    """Whether a file takes longer than a person waits quietly; not known of standard input."""
    try:
        return os.stat(path).st_size > _LARGE  # noqa: PTH116  # pathlib is not needed for this
    except OSError:
        return False


def _quiet(done: int, total: int) -> None:
    """What is told where nobody is watching."""
