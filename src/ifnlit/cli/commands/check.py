"""`ifnlit check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ifnlit.cli.emit import emit, note
from ifnlit.cli.options import json_option, keys_argument, library_of, output_option

if TYPE_CHECKING:
    from ifnlit.app.check import Checked


@click.command("check")
@keys_argument()
@click.option(
    "--max-age",
    type=click.IntRange(0),
    default=None,
    metavar="DAYS",
    help="Ask again for evidence older than this.  [default: 90, or check.max-age]",
)
@click.option("--refresh", is_flag=True, help="Ask again for everything.")
@click.option("--locked", is_flag=True, help="No network: only what refs.lock.json says.")
@click.option("--offline", is_flag=True, help="No network: evidence of any age, for a quick look.")
@click.option("--mailto", default="", metavar="ADDRESS", help="Your address, told to Crossref.")
@json_option()
@output_option()
@click.pass_context
def COMMAND(
    ctx: click.Context,
    keys: tuple[str, ...],
    max_age: int | None,
    refresh: bool,
    locked: bool,
    offline: bool,
    mailto: str,
    as_json: bool,
    output: str,
) -> int:
    """Check DOIs against the registries.

    Asks Crossref, doi.org, DataCite and PubMed for what refs.lock.json beside the library has no
    fresh evidence of, and keeps there what they said. Exit codes: 0 all fine, 1 findings, 3
    nothing wrong but something could not be checked.

    \b
    ifnlit check
    ifnlit check sung2021global 8 --refresh
    ifnlit check --locked
    """
    from ifnlit.app.check import Options, check, machine_form
    from ifnlit.errors import UsageFault

    if locked + offline + refresh > 1:
        raise UsageFault(
            "--locked, --offline and --refresh exclude each other", hint="give one of them"
        )
    options = Options(locked, offline, refresh, max_age, mailto)
    library = library_of(ctx)
    for finding in library.findings:
        note(f"{finding.severity}: {finding.place or library.path}: {finding.message}")
    from ifnlit.cli.progress import bar

    with bar("checking") as progress:
        checked = check(library, keys, options, progress)
    for text in checked.notes:
        note(text)
    if as_json:
        import json

        emit(json.dumps(machine_form(checked), ensure_ascii=False, indent=2) + "\n", output)
    else:
        emit(_shown(checked, output), output)
    return checked.exit_code


def _shown(checked: Checked, output: str) -> str:
    from ifnlit.cli.checking import table
    from ifnlit.cli.terminal import is_terminal, page_width

    return table(checked, page_width(), colour=output == "-" and is_terminal())
