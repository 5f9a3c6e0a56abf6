"""`ifnlit parse`."""

from __future__ import annotations

from contextlib import nullcontext
from itertools import islice
from typing import TYPE_CHECKING

import click

from ifnlit.cli.emit import emitting, note
from ifnlit.cli.options import Word, option_of, output_option
from ifnlit.cli.paths import PathName
from ifnlit.errors import ExitCode
from ifnlit.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ifnlit.app.parsing import Printed
    from ifnlit.model.parsed import Parsed

SHAPES = ("table", "csl-json", "yaml", "jsonl")
ENGINES = ("full", "grammar")
# From this width of a terminal on, these columns of the table.
_ROOM = (
    (100, ("n", "key", "sure", "style", "type", "reference")),
    (64, ("n", "key", "sure", "reference")),
    (0, ("n", "sure", "reference")),
)
_LONG = 1_000  # lines; a shorter list is read before one has looked
_TOGETHER = 32  # pieces written at once; references are read by the hundred anyway
_TOLD = 20  # findings that are shown; more would hide what matters


@click.command("parse")
@click.argument("source", type=PathName(), default="-", metavar="[FILE]")
@click.option(
    "-f",
    "--format",
    "shape",
    type=Word("format", (*SHAPES, *(name for name in FORMATS if name not in SHAPES))),
    default="table",
    metavar="FORMAT",
    help=f"One of: {', '.join(SHAPES)}, or a format of ifnlit export.  [default: table]",
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
@click.option(
    "--export-training",
    is_flag=True,
    help="Write the corrected records of a library (FILE, else the one in use) as training items.",
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
    export_training: bool,
    output: str,
) -> int:
    """Read printed references.

    FILE is a reference list, or a paper with one in it: plain text, Markdown, HTML, .docx, .pdf
    (with the extra pdf), or - for standard input.

    \b
    ifnlit parse paper.pdf
    ifnlit parse list.txt --explain
    ifnlit parse list.txt --min-confidence 0.8
    ifnlit parse list.txt --lines --format jsonl
    """
    if export_training:
        return _training(option_of(ctx) if source == "-" else source, output)
    found, total = _opened(source, lines, independent, engine)
    shape = "csl-json" if as_json else shape
    if explain and not as_json:  # as JSON each record says it all
        _emit(_explained(output), found, total, output)
    elif min_confidence is not None and not explain:
        _emit(_doubtful(min_confidence, as_json=as_json), found, total, output)
    elif shape == "table" and output == "-" and _is_terminal():
        _show(found)
    else:
        _emit(_written(shape), found, total, output)
    _tell(found, source)
    return ExitCode.OK


def _opened(source: str, lines: bool, independent: bool, engine: str) -> tuple[Printed, int]:
    """The references, and how many lines they are in (0 for "not known")."""
    from ifnlit.app.parsing import printed, printed_lines
    from ifnlit.app.source import counted_lines, read_lines, read_source, tagger

    model = tagger(engine)
    if lines:
        texts = read_lines(source)
        return printed_lines(texts, independent=independent, tagger=model), counted_lines(source)
    found = printed(read_source(source), independent=independent, tagger=model)
    return found, found.total


def _is_terminal() -> bool:
    from ifnlit.cli.terminal import is_terminal

    return is_terminal()


def _show(found: Printed) -> None:
    """A table on the terminal, with the columns that it has room for."""
    from ifnlit.app.parsing import COLUMNS, row
    from ifnlit.cli.terminal import page_width, table

    width = page_width()
    wanted = next(names for least, names in _ROOM if width >= least)
    places = [at for at, name in enumerate(COLUMNS) if name in wanted]
    rows = [row(item) for item in found]
    table([COLUMNS[at] for at in places], [[cells[at] for at in places] for cells in rows])


def _emit(
    written: Callable[[Iterable[Parsed]], Iterator[str]], found: Printed, total: int, output: str
) -> None:
    """Write pieces as they come, with a progress bar where it disturbs nothing."""
    import sys

    from ifnlit.cli.progress import bar

    is_apart = output != "-" or not sys.stdout.isatty()  # from what is written, on a terminal
    watching = bar("lines read") if is_apart and total > _LONG else nullcontext(None)
    with emitting(output) as write, watching as told:
        pieces = written(_watched(found, total, told))
        while text := "".join(islice(pieces, _TOGETHER)):
            if not write(text):
                break


def _watched(
    found: Printed, total: int, told: Callable[[int, int], None] | None
) -> Iterator[Parsed]:
    line = 0
    for item in found:
        if told is not None and found.line != line:
            line = found.line
            told(line, total)
        yield item


def _written(shape: str) -> Callable[[Iterable[Parsed]], Iterator[str]]:
    """What writes references in a shape: piece by piece, or at the end where it must be."""
    known = {"table": _table, "csl-json": _json, "jsonl": _json_lines, "yaml": _yaml}
    if shape in known:
        return known[shape]

    def exported(items: Iterable[Parsed]) -> Iterator[str]:
        from ifnlit.app.export import export
        from ifnlit.formats.format import Flavour

        yield export([item.reference for item in items], shape, Flavour())

    return exported


def _table(items: Iterable[Parsed]) -> Iterator[str]:
    from ifnlit.app.listing import aligned
    from ifnlit.app.parsing import row
    from ifnlit.report.visible import visible

    yield visible(aligned([row(item) for item in items]))


def _json(items: Iterable[Parsed]) -> Iterator[str]:
    from ifnlit.app.parsing import record
    from ifnlit.report.plain import json_text

    lead = "[\n  "
    for item in items:
        # Within JSON's strings no line ends: each end is one of the layout.
        yield lead + json_text(record(item)).removesuffix("\n").replace("\n", "\n  ")
        lead = ",\n  "
    yield "[]\n" if lead == "[\n  " else "\n]\n"


def _json_lines(items: Iterable[Parsed]) -> Iterator[str]:
    import json

    from ifnlit.app.parsing import record

    # Records hold no circles; looking for them takes a third of the time.
    encoded = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
    for item in items:
        yield encoded(record(item)) + "\n"


def _yaml(items: Iterable[Parsed]) -> Iterator[str]:
    from ifnlit.formats.csl_yaml import chunks

    yield from chunks(item.reference for item in items)


def _explained(output: str) -> Callable[[Iterable[Parsed]], Iterator[str]]:
    import sys

    from ifnlit.cli.explanation import block
    from ifnlit.cli.terminal import page_width

    on_terminal = output == "-" and sys.stdout.isatty()
    colour = on_terminal and _is_terminal()
    width = page_width() if on_terminal else 0

    def explained(items: Iterable[Parsed]) -> Iterator[str]:
        lead = ""
        for item in items:
            yield lead + block(item, colour=colour, width=width)
            lead = "\n"

    return explained


def _doubtful(least: float, *, as_json: bool) -> Callable[[Iterable[Parsed]], Iterator[str]]:
    from ifnlit.app.listing import aligned
    from ifnlit.app.parsing import doubtful
    from ifnlit.report.plain import json_text
    from ifnlit.report.visible import visible

    def listed(items: Iterable[Parsed]) -> Iterator[str]:
        rows: list[tuple[str, str, float, str]] = []
        count = 0
        for item in items:
            rows += doubtful(item, least)
            count += 1
        if as_json:
            names = ("reference", "variable", "confidence", "value")
            yield json_text([dict(zip(names, row, strict=True)) for row in rows])
        else:
            yield visible(aligned([(n, what, f"{p:.2f}  {value}") for n, what, p, value in rows]))
        note(f"{len(rows)} fields of {count} references are less sure than {least:g}")

    return listed


def _tell(found: Printed, source: str) -> None:
    """What to say of the list as a whole, on standard error."""
    from ifnlit.app.source import name_of

    if found.where:
        note(f"the list is {found.where} of {name_of(source)}")
    findings = found.findings
    for finding in findings[:_TOLD]:
        place = f"{finding.place}: " if finding.place else ""
        note(f"{place}{finding.severity.value}: {finding.message}")
    if len(findings) > _TOLD:
        note(f"and {len(findings) - _TOLD} more of this kind")


def _training(option: str, output: str) -> int:
    import json

    from ifnlit.app.training import items
    from ifnlit.store.library import load, locate

    library = load(locate(option))
    made, findings = items(library)
    with emitting(output) as write:
        for item in made:
            write(json.dumps(item, ensure_ascii=False) + "\n")
    for finding in findings:
        place = f"{finding.place}: " if finding.place else ""
        note(f"{place}{finding.severity.value}: {finding.message}")
    note(f"{len(made)} of {len(library.references)} records are corrected")
    return ExitCode.OK
