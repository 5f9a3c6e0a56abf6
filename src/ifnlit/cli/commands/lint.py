"""`ifnlit lint`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ifnlit.cli.emit import emit
from ifnlit.cli.lint_options import (
    DEFAULT,
    baseline_written,
    chosen_format,
    is_coloured,
    mended,
    prefix_of,
    render_options,
    rule_options,
    shown_if_unreadable,
    words,
    written,
)
from ifnlit.cli.options import json_option, option_of, output_option
from ifnlit.cli.paths import PathName
from ifnlit.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.store.library import Location


@click.command("lint")
@click.argument("entries", type=PathName(), nargs=-1, metavar="[KEYS|FILES]...")
@rule_options
@render_options
@json_option()
@output_option()
@click.pass_context
def COMMAND(
    ctx: click.Context,
    entries: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    baseline_file: str,
    write_baseline: bool,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    format_name: str | None,
    as_json: bool,
    output: str,
) -> int:
    """Find faults in references.

    All of the library, the entries with the KEYS given, or FILES: an argument that ends in .bib,
    .ris, .json, .yaml or .txt (a printed list) is a file. `ifnlit rule` explains the rules.

    \b
    ifnlit lint
    ifnlit lint refs.bib --select doi-,missing- --format github
    ifnlit lint --fix --diff
    """
    from ifnlit.app import lint as app
    from ifnlit.store.config import settings

    locations, keys = _places(ctx, entries)
    stated = settings(locations[0].settings)
    asked = app.choice(
        stated,
        select=words(select),
        ignore=words(ignore),
        fail_on=fail_on or "",
        baseline_file=baseline_file,
        keys=keys,
    )
    form = chosen_format(format_name, as_json=as_json) or DEFAULT
    with shown_if_unreadable("lint", form, output):
        libraries = [app.loaded(location) for location in locations]
    if diff or fix:
        libraries = mended(libraries, asked, unsafe=unsafe_fixes, write=not diff, output=output)
    if write_baseline:
        anew = [app.judged(one, app.without_baseline(asked)) for one in libraries]
        return baseline_written(anew, asked.baseline)
    found = [app.judged(one, asked) for one in libraries]
    coloured, prefix = is_coloured(output), prefix_of(form)
    idle = () if keys else app.idle(libraries, stated["lint.ignore"])
    report = app.report("lint", found, asked, remarks=idle, colour=coloured, prefix=prefix)
    if not diff:
        emit(written(report, form), output)
    return ExitCode.FINDINGS if any(map(report.fails, report.findings)) else ExitCode.OK


def _places(ctx: click.Context, entries: Sequence[str]) -> tuple[list[Location], tuple[str, ...]]:
    """The libraries to look at, and the keys that choose entries of the one library."""
    from ifnlit.app.lint import FILES
    from ifnlit.errors import UsageFault
    from ifnlit.store.library import locate

    files = [entry for entry in dict.fromkeys(entries) if entry.lower().endswith(FILES)]
    keys = tuple(entry for entry in entries if entry not in files)
    if files and keys:
        raise UsageFault(
            f'"{keys[0]}" is a key, "{files[0]}" a file', hint="give keys or files, not both"
        )
    if files:
        return [locate(file) for file in files], ()
    return [locate(option_of(ctx))], keys
