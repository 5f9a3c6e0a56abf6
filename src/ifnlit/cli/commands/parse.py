"""`ifnlit parse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ifnlit.cli.emit import emit, note
from ifnlit.cli.options import Word, output_option
from ifnlit.errors import ExitCode

if TYPE_CHECKING:
    from ifnlit.model.parsed import ParsedList

SHAPES = ("table", "csl-json", "yaml", "jsonl")
ENGINES = ("full", "grammar")


@click.command("parse")
@click.argument("source", default="-", metavar="[FILE]")
@click.option(
    "-f",
    "--format",
    "shape",
    type=Word("format", SHAPES),
    default="table",
    metavar="FORMAT",
    help=f"One of: {', '.join(SHAPES)}.  [default: table]",
)
@click.option("--json", "as_json", is_flag=True, help="Write JSON for machines (csl-json).")
@click.option("--explain", is_flag=True, help="Show each field's span, repair and confidence.")
@click.option("--lines", is_flag=True, help="One reference a line, exactly one record a line.")
@click.option("--independent", is_flag=True, help="Judge each reference by itself, not its list.")
@click.option(
    "--engine",
    type=Word("engine", ENGINES),
    default="full",
    metavar="ENGINE",
    help="full: grammars and the trained model; grammar: grammars alone.  [default: full]",
)
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=None,
    metavar="P",
    help="List only the fields less sure than P (0 to 1).",
)
@output_option()
@click.pass_context
def COMMAND(
    ctx: click.Context,
    source: str,
    shape: str,
    as_json: bool,
    explain: bool,
    lines: bool,
    independent: bool,
    engine: str,
    min_confidence: float | None,
    output: str,
) -> int:
    """Read printed references.

    FILE is any text with a reference list in it (a bare list or a whole paper), a .docx, .html
    or .pdf file, or - for standard input.

    \b
    ifnlit parse paper.txt
    ifnlit parse list.txt --explain
    ifnlit parse list.txt --lines --format jsonl
    """
    del ctx
    from ifnlit.app.parsing import parsed
    from ifnlit.app.source import read_source, tagger

    text = read_source(source, lines=lines)
    found = parsed(text, source, lines=lines, independent=independent, tagger=tagger(engine))
    for finding in found.findings:
        note(f"{finding.severity}: {finding.message}")
    if explain:
        from ifnlit.cli.explanation import explained
        from ifnlit.cli.terminal import is_terminal

        emit(explained(found.items, colour=output == "-" and is_terminal()), output)
    elif min_confidence is not None:
        from ifnlit.app.listing import aligned
        from ifnlit.app.parsing import doubtful

        rows = doubtful(found.items, min_confidence)
        emit(aligned(rows), output)
        note(f"{len(rows)} fields of {len(found.items)} references are less sure")
    else:
        emit(_written(found, "csl-json" if as_json else shape), output)
    return ExitCode.OK


def _written(found: ParsedList, shape: str) -> str:
    from ifnlit.app.parsing import records, table

    if shape == "table":
        from ifnlit.app.listing import aligned
        from ifnlit.report.visible import visible

        return visible(aligned(table(found.items)))
    if shape == "yaml":
        from ifnlit.app.export import export
        from ifnlit.formats.format import Flavour

        return export([item.reference for item in found.items], "csl-yaml", Flavour())
    import json

    if shape == "jsonl":
        return "".join(
            json.dumps(record, ensure_ascii=False) + "\n" for record in records(found.items)
        )
    return json.dumps(records(found.items), ensure_ascii=False, indent=2) + "\n"
