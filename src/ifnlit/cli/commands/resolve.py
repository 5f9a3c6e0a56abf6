"""`ifnlit resolve`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from ifnlit.cli.emit import emit, note
from ifnlit.cli.options import json_option, keys_argument, option_of
from ifnlit.model.evidence import AGAINST
from ifnlit.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.app.resolve import Resolved
    from ifnlit.model.reference import Reference
    from ifnlit.model.verdict import Suggested


@click.command("resolve")
@keys_argument()
@click.option("--diff", is_flag=True, help="Show the change to refs.yaml, write nothing.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, write nothing.")
@click.option("-i", "--interactive", is_flag=True, help="Ask where no candidate is sure.")
@click.option(
    "--pick",
    "picks",
    multiple=True,
    metavar="KEY=DOI",
    help="Take this DOI for KEY; may be given several times.",
)
@click.option("--refresh", is_flag=True, help="Ask again for everything.")
@click.option("--mailto", default="", metavar="ADDRESS", help="Your address, told to Crossref.")
@json_option()
@click.pass_context
def COMMAND(
    ctx: click.Context,
    keys: tuple[str, ...],
    diff: bool,
    dry_run: bool,
    interactive: bool,
    picks: tuple[str, ...],
    refresh: bool,
    mailto: str,
    as_json: bool,
) -> int:
    """Find missing DOIs, PMIDs and PMCIDs.

    Writes into refs.yaml what is surely the reference's own, each with its evidence; what is only
    likely is listed, asked for with --interactive, or taken with --pick.

    \b
    ifnlit resolve --dry-run
    ifnlit resolve zhu2019effect --interactive
    ifnlit resolve --pick sung2021global=10.3322/caac.21660
    """
    from ifnlit.app import resolve as app
    from ifnlit.app.check import Options
    from ifnlit.app.lint import loaded
    from ifnlit.app.mend import write
    from ifnlit.cli.progress import bar
    from ifnlit.report.difference import difference
    from ifnlit.store.library import locate

    one = loaded(locate(option_of(ctx)))
    decided = _decided(picks)
    ask = _asked if interactive else None
    with bar("looking up") as progress:
        found = app.find(
            one,
            keys,
            Options(refresh=refresh, mailto=mailto),
            decided,
            ask,
            None if interactive else progress,
        )
    for text in (*found.checked.notes, *(it.text for it in found.refused)):
        note(text)
    is_written = bool(found.additions) and not (diff or dry_run)
    if found.additions and not dry_run:
        after = app.written(one, found.additions)
        if diff:
            emit(difference(one.text, after.text, one.library.path))
        else:
            write(one, after)
    if as_json:
        from ifnlit.report.plain import json_text

        emit(json_text(app.machine_form(found, is_written=is_written)))
    elif not diff:
        emit(visible(_told(found, is_written=is_written)))
    return found.exit_code


def _decided(picks: Sequence[str]) -> dict[str, str]:
    from ifnlit.errors import UsageFault

    decided: dict[str, str] = {}
    for pick in picks:
        key, mark, doi = pick.partition("=")
        if not (key and mark and doi):
            raise UsageFault(f'--pick "{pick}" names no DOI', hint="write --pick KEY=DOI")
        decided[key] = doi
    return decided


_STOP = -1


def _asked(reference: Reference, verdict: Suggested) -> str | None:
    """The DOI that a person chooses, "" for none of them, `None` to be asked no more."""
    click.echo(f"\n{visible(reference.id)}: {visible(reference.title)}", err=True)
    for number, it in enumerate(verdict.candidates, 1):
        record = dict(it.record)
        told = ", ".join(
            record[name]
            for name in ("title", "author", "container-title", "issued", "volume", "page")
            if name in record
        )
        click.echo(visible(f"  {number}  {it.doi}  {told}"), err=True)
        against = [
            f"{row.variable}: {row.reason}" for row in it.comparison if row.bearing in AGAINST
        ]
        if against:
            click.echo(visible(f"     but {'; '.join(against)}"), err=True)
    try:
        choice: int = click.prompt(
            "  which one (0 for none, q to stop here)",
            default=0,
            value_proc=partial(_number, len(verdict.candidates)),
            err=True,
        )
    except click.Abort as stop:
        if not isinstance(stop.__context__, EOFError):
            raise
        choice = _STOP  # no more to be read: as if stopped; Ctrl-C writes nothing
    if choice == _STOP:
        note("stopped; what was chosen before is kept, the rest is left to choose")
        return None
    return verdict.candidates[choice - 1].doi if choice else ""


def _number(most: int, answer: str | int) -> int:
    """The number of a candidate, or `_STOP` for "q"; raises `UsageError` to be asked again."""
    if str(answer).strip().lower() in {"q", "quit"}:
        return _STOP
    return int(click.IntRange(0, most).convert(answer, None, None))  # type: ignore[arg-type]  # of text too


# What a person must know of a work before its DOI is taken.
_GRAVE = frozenset({"doi-retracted", "doi-concern"})


def _told(found: Resolved, *, is_written: bool) -> str:
    from ifnlit.report.summary import counted

    did = "written" if is_written else "found"
    lines = [
        f"{it.key}: {it.variable} {it.value} {did} ({it.source}: {it.matched} agree)"
        for it in found.additions
    ]
    got = {it.key for it in found.additions if it.variable == "DOI"}
    lines.extend(
        f"{it.ref}: {it.severity}: {it.message}; {it.hint}"
        for it in found.checked.findings
        if it.ref in got and it.rule in _GRAVE
    )
    for reference, verdict in found.open:
        lines.append(f"{reference.id}: not sure: {verdict.reason}")
        lines.extend(
            f"    {it.doi}  {dict(it.record).get('title', '')}" for it in verdict.candidates
        )
        best = verdict.candidates[0].doi
        lines.append(f"    → ifnlit resolve --pick {reference.id}={best}, or --interactive")
    total = counted(len(found.checked.settled), "reference")
    additions = counted(len(found.additions), "identifier")
    lines.append(f"{total}: {additions} {did}, {len(found.open)} left to choose")
    return "\n".join(lines) + "\n"
