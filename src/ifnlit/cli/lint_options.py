"""Options that `lint` and `check` share: which rules, which output, what fails."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, Any

import click

from ifnlit.cli.options import TableName, Word, all_of
from ifnlit.errors import ExitCode
from ifnlit.report import RENDERERS

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from ifnlit.app.lint import Choice, Judged, Loaded
    from ifnlit.report.report import Report

    Command = Callable[..., Any]

SEVERITIES = ("error", "warning", "info")
# Where a CI service says that it runs, and the format that it reads.
_SERVICES = (("GITHUB_ACTIONS", "github"), ("GITLAB_CI", "gitlab"))
# Formats whose paths count from the root of the repository, and where CI services say that it is.
_ROOTED = frozenset({"github", "gitlab", "sarif"})
_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
DEFAULT = "full"
# Formats in which an error is told on standard error alone: those of people, and that of scripts.
_SPOKEN = frozenset({"", "concise", "full", "json"})


def rule_options(command: Command) -> Command:
    """`--select`, `--ignore`, `--baseline`, `--write-baseline`, `--fail-on` and the fixes."""
    return all_of(_RULES)(command)


def render_options(command: Command) -> Command:
    """`-f/--format`: an output format, chosen by itself in a known CI."""
    return click.option(
        "-f",
        "--format",
        "format_name",
        type=TableName(RENDERERS),
        default=None,
        metavar="FORMAT",
        help=f"One of: {', '.join(RENDERERS)}.  [default: {DEFAULT}; in a known CI its own]",
    )(command)


def words(values: Sequence[str]) -> tuple[str, ...]:
    """The words of options that may be repeated, and hold several with commas between them."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


def chosen_format(name: str | None, *, as_json: bool) -> str:
    """The output format: as asked, or that of the CI service one runs in; "" for neither."""
    if as_json:
        return "json"
    own = (form for variable, form in _SERVICES if os.environ.get(variable) == "true")
    return name or next(own, "")


def prefix_of(format_name: str) -> str:
    """What reports in this format put before paths: the way from the repository's root."""
    if format_name not in _ROOTED:
        return ""
    from ifnlit.store.relative import prefix

    return prefix(next((os.environ[name] for name in _ROOTS if os.environ.get(name)), ""))


@contextlib.contextmanager
def shown_if_unreadable(command: str, format_name: str, output: str) -> Generator[None]:
    """A file that cannot be read is told in the format of a service too, and the error goes on."""
    from ifnlit.app.lint import broken
    from ifnlit.cli.emit import emit
    from ifnlit.errors import UnreadableInput

    try:
        yield
    except UnreadableInput as error:
        if error.place is not None and format_name not in _SPOKEN:
            report = broken(command, error, prefix_of(format_name))
            emit(written(report, format_name), output)
        raise


def written(report: Report, format_name: str) -> str:
    """The report in a format; on GitHub the summary of the job gets it as a table too."""
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if format_name == "github" and summary:
        from ifnlit.app.job_summary import append

        append(RENDERERS.load("markdown")(report), summary)
    return RENDERERS.load(format_name)(report)


def mended(
    libraries: Sequence[Loaded], asked: Choice, *, unsafe: bool, write: bool, output: str
) -> list[Loaded]:
    """The libraries with their fixes; written, or else shown as a diff and left as they are."""
    from ifnlit.app import mend
    from ifnlit.cli.emit import emit, note
    from ifnlit.report.difference import difference
    from ifnlit.report.summary import counted

    done: list[Loaded] = []
    diffs: list[str] = []
    for one in libraries:
        result = mend.mended(one, asked, unsafe=unsafe)
        for refusal in result.refused:
            note(refusal)
        if write and result.made:
            mend.write(one, result.loaded)
        elif not write:
            diffs.append(difference(one.text, result.loaded.text, one.library.path))
        done_or_not = "made" if write else "to make"
        note(f"{counted(result.made, 'fix')} {done_or_not} in {one.library.path}")
        done.append(result.loaded if write else one)
    if not write:
        emit("".join(diffs), output)
    return done


def baseline_written(found: Sequence[Judged], path: str) -> int:
    """Write the findings as the new baseline, say so; the exit code."""
    from ifnlit.app.lint import write_baseline
    from ifnlit.cli.emit import note
    from ifnlit.report.summary import counted

    note(f"{counted(write_baseline(found, path), 'finding')} written to {path}")
    return ExitCode.OK


def is_coloured(output: str) -> bool:
    """Whether the report goes to a terminal that wants colour."""
    from ifnlit.cli.emit import STDOUT
    from ifnlit.cli.terminal import is_terminal

    return output == STDOUT and is_terminal()


_RULES = (
    click.option(
        "--select",
        multiple=True,
        metavar="RULES",
        help="Run these rules alone: names, codes, or their beginnings (missing-, IFN2).",
    ),
    click.option("--ignore", multiple=True, metavar="RULES", help="Leave these rules out."),
    click.option(
        "--fail-on",
        type=Word("severity", SEVERITIES),
        default=None,
        metavar="SEVERITY",
        help="Exit with 1 from this severity on: error, warning or info.  [default: error]",
    ),
    click.option(
        "--baseline", "baseline_file", default="", metavar="FILE", help="Pass over what FILE lists."
    ),
    click.option("--write-baseline", is_flag=True, help="List all findings in the baseline file."),
    click.option("--fix", is_flag=True, help="Mend what can safely be mended, in the file itself."),
    click.option("--unsafe-fixes", is_flag=True, help="With --fix: also what needs a look after."),
    click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing."),
)
