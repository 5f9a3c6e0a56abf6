"""`ifnlit add`."""

from __future__ import annotations

import click

from ifnlit.cli.emit import emit, note
from ifnlit.cli.options import TableName, library_of
from ifnlit.cli.paths import PathName
from ifnlit.formats import FORMATS


@click.command("add")
@click.argument("source", type=PathName(), metavar="FILE")
@click.option(
    "--from",
    "before",
    type=TableName(FORMATS),
    default=None,
    metavar="FORMAT",
    help="Format of FILE.  [default: known by its content; else printed references]",
)
@click.option("-n", "--dry-run", is_flag=True, help="Say what would be added; write nothing.")
@click.option("--diff", "as_diff", is_flag=True, help="Print the change as a diff; write nothing.")
@click.pass_context
def COMMAND(
    ctx: click.Context, source: str, before: str | None, dry_run: bool, as_diff: bool
) -> int:
    """Add references to the library.

    FILE is in any format, or any text or document with printed references; - is standard input.
    What the library has already is told and left out. Nothing that is there is touched.

    \b
    ifnlit add export.ris
    ifnlit add list.txt --dry-run
    pbpaste | ifnlit add - --diff
    """
    from ifnlit.app.add import addition, write
    from ifnlit.cli.told import tell

    found = addition(library_of(ctx), source, before or "")
    code = tell(found.findings)
    for double, there in found.doubles:
        told = double.id or double.title
        note(f'"{told}" is in the library already as {there.id} and is left out')
    if as_diff:
        emit(found.diff())
    else:
        emit("".join(f"{reference.id}\n" for reference in found.added))
    written = not (dry_run or as_diff)
    if written and found.added:
        write(found)
    verb = "added to" if written else "would be added to"
    note(f"{len(found.added)} {verb} {found.path}, {len(found.doubles)} left out")
    return code
