"""`ifnlit check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ifnlit.cli.emit import emit, note
from ifnlit.cli.lint_options import (
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
from ifnlit.cli.options import Word, json_option, keys_argument, option_of, output_option

if TYPE_CHECKING:
    from ifnlit.app.gate import Gate
    from ifnlit.app.lint import Choice

OUTAGE = ("ok", "warn", "fail")


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
@click.option(
    "--outage",
    type=Word("policy", OUTAGE),
    default="fail",
    metavar="POLICY",
    help="When a service is down: ok, warn, or fail with 3.  [default: fail]",
)
@rule_options
@render_options
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
    outage: str,
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
    """Check DOIs against the registries.

    Asks Crossref, doi.org, DataCite and PubMed for what refs.lock.json beside the library has no
    fresh evidence of, and keeps there what they said; runs the rules of `ifnlit lint` as well.
    Exit codes: 0 all fine, 1 findings, 3 nothing wrong but something could not be checked.

    \b
    ifnlit check
    ifnlit check sung2021global 8 --refresh
    ifnlit check --locked
    ifnlit check --format github --outage warn
    """
    from ifnlit.app import lint as app
    from ifnlit.app.check import Options, check
    from ifnlit.app.gate import gate
    from ifnlit.errors import UsageFault

    if locked + offline + refresh > 1:
        raise UsageFault(
            "--locked, --offline and --refresh exclude each other", hint="give one of them"
        )
    options = Options(locked, offline, refresh, max_age, mailto)
    from ifnlit.cli.progress import bar
    from ifnlit.store.config import settings
    from ifnlit.store.library import locate

    location = locate(option_of(ctx))
    asked = app.choice(
        settings(location.settings),
        select=words(select),
        ignore=words(ignore),
        fail_on=fail_on or "",
        baseline_file=baseline_file,
        keys=keys,
    )
    form = chosen_format(format_name, as_json=as_json)
    with shown_if_unreadable("check", form, output):
        one = app.loaded(location)
    if fix or diff:
        (one,) = mended([one], asked, unsafe=unsafe_fixes, write=not diff, output=output)
    with bar("checking") as progress:
        checked = check(one.library, keys, options, progress)
    for text in checked.notes:
        note(text)
    anew = app.without_baseline(asked) if write_baseline else asked
    found = gate(one, anew, checked, outage=outage, locked=locked)
    if write_baseline:
        return baseline_written([found.judged], asked.baseline)
    if not diff:
        emit(_shown(found, asked, form, output), output)
    if form in {"", "json"}:
        for remark in found.remarks:
            note(remark)
    return found.checked.exit_code


def _shown(found: Gate, asked: Choice, form: str, output: str) -> str:
    """The outcome in a format; "" is the table for a person."""
    if form == "json":
        from ifnlit.app.check import machine_form
        from ifnlit.report.plain import json_text

        return json_text(machine_form(found.checked))
    if not form:
        from ifnlit.app.gate import spoken
        from ifnlit.cli.checking import table
        from ifnlit.cli.terminal import page_width

        return table(spoken(found.checked), page_width(), colour=is_coloured(output))
    from ifnlit.app.lint import report

    shown = report(
        "check",
        [found.judged],
        asked,
        remarks=found.remarks,
        colour=is_coloured(output),
        prefix=prefix_of(form),
    )
    return written(shown, form)
