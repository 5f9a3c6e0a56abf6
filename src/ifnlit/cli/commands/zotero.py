"""`ifnlit zotero push`, `pull` and `status`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ifnlit.cli.emit import emit, note
from ifnlit.cli.options import Word, all_of, json_option, keys_argument, library_of
from ifnlit.errors import ExitCode

if TYPE_CHECKING:
    from ifnlit.app.zotero import Pushed, Target
    from ifnlit.store.library import Library

PLACES = ("desktop", "web")


@click.group("zotero")
def COMMAND() -> None:
    """Push references into Zotero, or pull edits back.

    \b
    ifnlit zotero status
    ifnlit zotero push --collection "Interferon" --yes
    ifnlit zotero pull
    """


_target_options = all_of(
    (
        click.option(
            "--to",
            "place",
            type=Word("place", PLACES),
            default="desktop",
            metavar="PLACE",
            help="desktop: the Zotero that runs here; web: zotero.org, with the key in "
            "$IFNLIT_ZOTERO_KEY or the keyring.  [default: desktop]",
        ),
        click.option(
            "--group", default="", metavar="ID", help="Library of this group instead of your own."
        ),
        json_option(),
    )
)


@COMMAND.command("push")
@keys_argument()
@click.option("-c", "--collection", default="", metavar="NAME", help="Put new items into it.")
@click.option("--yes", is_flag=True, help="Write; without it only what would be done is shown.")
@_target_options
@click.pass_context
def push(
    ctx: click.Context,
    keys: tuple[str, ...],
    collection: str,
    yes: bool,
    place: str,
    group: str,
    as_json: bool,
) -> int:
    """Put references into Zotero.

    What is there already is not doubled, what you changed here is updated, and what was changed
    in Zotero is never overwritten: such a conflict is shown, and both sides are kept.

    \b
    ifnlit zotero push
    ifnlit zotero push --collection "Interferon" --yes
    ifnlit zotero push --to web --group 12345 --yes
    """
    pushed = _pushed(keys, _target(place, group, collection), library_of(ctx), apply=yes)
    return _told(pushed, as_json=as_json)


@COMMAND.command("status")
@_target_options
@click.pass_context
def status(ctx: click.Context, place: str, group: str, as_json: bool) -> int:
    """Show what a push would do, and which way it would go.

    It tells too how much was edited in Zotero, for a pull.

    \b
    ifnlit zotero status
    ifnlit zotero status --to web --json
    """
    from ifnlit.push.pull import changes

    target = _target(place, group, "")
    library = library_of(ctx)
    pushed = _pushed((), target, library, apply=False)
    result = pushed.result
    edits = len(changes(library.references, result.sent, result.held))
    if edits:
        note(f"edited in Zotero, and not here: {edits}; ifnlit zotero pull shows it")
    return _told(pushed, as_json=as_json)


@COMMAND.command("pull")
@keys_argument()
@click.option("--yes", is_flag=True, help="Write into refs.yaml; without it the diff is shown.")
@_target_options
@click.pass_context
def pull(
    ctx: click.Context, keys: tuple[str, ...], yes: bool, place: str, group: str, as_json: bool
) -> int:
    """Bring edits made in Zotero back.

    \b
    ifnlit zotero pull
    ifnlit zotero pull --yes
    """
    from ifnlit.app.selection import chosen
    from ifnlit.app.zotero_pull import pull as pulled_by
    from ifnlit.store.config import settings

    library = library_of(ctx)
    pulled = pulled_by(
        library,
        chosen(library.references, keys),
        _target(place, group, ""),
        settings=settings(library.location.settings),
        apply=yes,
    )
    _problem(pulled.pushed)
    diff = pulled.diff(library.path)
    if as_json:
        from ifnlit.report.plain import json_text

        told = {"schema": "ifnlit-zotero-pull/1", "diff": diff, "hints": list(pulled.hints)}
        emit(json_text(told))
    else:
        emit(diff)
        for hint in pulled.hints:
            note(hint)
        if diff and not yes:
            note("nothing was written; run again with --yes")
    code = pulled.pushed.exit_code
    return code if pulled.pushed.result.problem else ExitCode.OK


def _target(place: str, group: str, collection: str) -> Target:
    from ifnlit.app.zotero import Target
    from ifnlit.errors import UsageFault

    if group and (place != "web" or not group.isdecimal()):
        raise UsageFault("--group is the number of a group on the web", hint="add --to web")
    return Target(place == "web", group, collection)


def _pushed(keys: tuple[str, ...], target: Target, library: Library, *, apply: bool) -> Pushed:
    from ifnlit.app.selection import chosen
    from ifnlit.app.zotero import push as pushed_by
    from ifnlit.store.config import settings

    return pushed_by(
        library,
        chosen(library.references, keys),
        target,
        settings=settings(library.location.settings),
        apply=apply,
    )


def _told(pushed: Pushed, *, as_json: bool) -> int:
    from ifnlit.app.listing import aligned
    from ifnlit.app.zotero_told import machine_form, rows, summary, way
    from ifnlit.report.visible import visible

    if as_json:
        from ifnlit.report.plain import json_text

        emit(json_text(machine_form(pushed)))
    else:
        if pushed.result.road is not None:
            note(way(pushed.result))
        emit(visible(aligned(rows(pushed))))
        if pushed.result.steps:
            emit(summary(pushed) + "\n")
    for notice in pushed.result.notices:
        note(notice)
    _problem(pushed)
    return pushed.exit_code


def _problem(pushed: Pushed) -> None:
    problem = pushed.result.problem
    if problem is not None:
        note(f"{problem.message}; {problem.hint}" if problem.hint else problem.message)
