"""`ifnlit init`."""

from __future__ import annotations

import click

from ifnlit.cli.commands.parse import ENGINES
from ifnlit.cli.emit import emit, note
from ifnlit.cli.options import TableName, Word, json_option
from ifnlit.cli.paths import PathName
from ifnlit.formats import FORMATS


@click.command("init")
@click.argument("source", type=PathName(), metavar="FILE")
@click.option(
    "-o",
    "--output",
    "folder",
    type=PathName("dir"),
    default=".",
    metavar="DIR",
    help="Folder of the new library, made if need be.  [default: this one]",
)
@click.option(
    "--from",
    "before",
    type=TableName(FORMATS),
    default=None,
    metavar="FORMAT",
    help="Format of FILE.  [default: known by its content; else printed references]",
)
@click.option(
    "--engine",
    type=Word("engine", ENGINES),
    default="full",
    metavar="ENGINE",
    help="full: grammars and the trained model; grammar: grammars alone.  [default: full]",
)
@click.option("--force", is_flag=True, help="Overwrite a library that is there.")
@json_option()
def COMMAND(
    source: str, folder: str, before: str | None, engine: str, force: bool, as_json: bool
) -> int:
    """Make a library of any document.

    FILE is a paper or a reference list (plain text, Markdown, HTML, .docx, .pdf), or a library of
    another program (.bib, .ris, CSL-JSON, ...), or - for standard input. The library is an
    ifnlit.toml, refs/refs.yaml with a pinned key for each record, and refs/references.txt with
    the list as printed.

    \b
    ifnlit init paper.docx
    ifnlit init library.bib -o review
    """
    from ifnlit.app.init import plan, write
    from ifnlit.app.source import name_of
    from ifnlit.cli.told import tell

    made = plan(source, folder, format_name=before or "", engine=engine)
    write(made, force=force)
    code = tell(made.findings)
    if made.where:
        note(f"the list is {made.where} of {name_of(source)}")
    if as_json:
        from ifnlit.report.plain import json_text

        said = {
            "version": 1,
            "library": made.library,
            "files": [path for path, _ in made.files],
            "keys": [reference.id for reference in made.references],
            "doubtful": list(made.doubtful),
        }
        emit(json_text(said))
    else:
        for path, _ in made.files:
            emit(f"{path}\n")
    doubt = f"; look at {len(made.doubtful)} of them" if made.doubtful else ""
    note(f"{len(made.references)} references are in {made.library}{doubt}")
    return code
