"""`ifnlit`: from words to an exit code. The only place that catches everything."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from ifnlit import __version__
from ifnlit.cli.emit import complain, into_nothing, note
from ifnlit.cli.group import LazyGroup
from ifnlit.cli.paths import PathName
from ifnlit.errors import ExitCode, IfnlitError
from ifnlit.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 ok, 1 findings, 2 usage or unreadable input, 3 could not check, 4 a bug.",
)
@click.option(
    "-L",
    "--library",
    type=PathName(),
    metavar="PATH",
    default="",
    help="Library: a file, a folder or an ifnlit.toml.  [$IFNLIT_LIBRARY, else the nearest "
    "ifnlit.toml, else the packaged one]",
)
@click.version_option(__version__, prog_name="ifnlit", message="%(prog)s %(version)s")
@click.pass_context
def ifnlit(ctx: click.Context, library: str) -> None:
    """Keep, check and export the references of a review.

    \b
    ifnlit export --format bib > refs.bib
    ifnlit parse references.txt
    ifnlit check
    """
    ctx.obj = library


def main(arguments: Sequence[str] | None = None) -> int:  # noqa: PLR0911  # one return an outcome
    """Run one command and return its exit code; never raises.

    click left alone would exit 1 for a wrong option, an abort and a crash alike, which all would
    read as "findings".
    """
    _open_streams()
    _unbuffered_faults()
    try:
        code = ifnlit.main(
            args=list(arguments) if arguments is not None else None,
            prog_name="ifnlit",
            standalone_mode=False,
            terminal_width=_help_width(),
        )
        return int(code) if isinstance(code, int) else ExitCode.OK
    except IfnlitError as error:
        return _told(error)
    except click.UsageError as error:
        return _usage(error)
    except (KeyboardInterrupt, click.Abort):
        note("interrupted; nothing half-written is left behind")
        return ExitCode.INTERRUPTED
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except BrokenPipeError:
        return ExitCode.OK
    except OSError as error:
        return _refused(error)
    except Exception as error:  # noqa: BLE001  # the one place where a fault of ours ends
        return _bug(error)


def script() -> None:
    """Entry point of the installed `ifnlit` program."""
    look_for_cycles_seldom()
    sys.exit(main())


def look_for_cycles_seldom() -> None:
    """Let the collector run seldom, as in the program (benchmarks ask for it too).

    A run leaves no cycles worth collecting, and on 10,000 records looking for them takes three
    quarters of the time: the default looks after every 700 new objects.
    """
    import gc

    gc.set_threshold(200_000, 50, 100)


def _help_width() -> int:
    """Columns for help; click would load `shutil` for it, a sixth of `python -c pass`."""
    columns = os.environ.get("COLUMNS", "")
    try:
        known = int(columns) if columns.isdecimal() else os.get_terminal_size(1).columns
    except OSError:  # standard output is no terminal
        known = 80
    return min(max(known - 2, 50), 98)


def _open_streams() -> None:
    """Streams that were closed (`>&-`) as the null device; writing to standard output fails."""
    for name, mode in (("stdin", "r"), ("stdout", "r"), ("stderr", "w")):
        if getattr(sys, name) is None:
            stream = open(os.devnull, mode, encoding="utf-8")  # noqa: PTH123, SIM115  # no pathlib here
            setattr(sys, name, stream)


def _unbuffered_faults() -> None:
    """Text that cannot be encoded must not turn a message into a crash."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _told(error: IfnlitError) -> int:
    for fault in (error, *error.others):
        if fault.place is None:
            note(str(fault))
        else:
            complain(f"{visible(str(fault))}\n")
    return error.exit_code


def _usage(error: click.UsageError) -> int:
    help_of = error.ctx.command_path if error.ctx else "ifnlit"
    note(f"{error.format_message()} (see {help_of} --help)")
    return ExitCode.USAGE


def _refused(error: OSError) -> int:
    """What the system refused where nothing more is known of it: help onto a full disk."""
    into_nothing()
    file = f': "{error.filename}"' if error.filename else ""
    note(f"the system refused to go on: {error.strerror or 'standard output is closed'}{file}")
    return ExitCode.USAGE


def _bug(error: Exception) -> int:
    if os.environ.get("IFNLIT_DEBUG"):
        import traceback

        traceback.print_exception(error)
    note(f"a bug in ifnlit {__version__}: {type(error).__name__}: {error}")
    note(
        "please report it as CONTRIBUTING.md says: the command, its input if you can share it, "
        "and the output of the same command with IFNLIT_DEBUG=1"
    )
    return ExitCode.BUG
