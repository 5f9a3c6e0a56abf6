"""What stops a command, and the exit codes of all of them."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ifnlit.model.finding import Place


class ExitCode(IntEnum):
    """What the exit status of every command means."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    UNCHECKED = 3
    BUG = 4
    INTERRUPTED = 130


# What is certain outranks what is unknown (ARCHITECTURE, "Errors and exit codes").
_PRECEDENCE = (
    ExitCode.BUG,
    ExitCode.INTERRUPTED,
    ExitCode.USAGE,
    ExitCode.FINDINGS,
    ExitCode.UNCHECKED,
    ExitCode.OK,
)


def worst(*codes: ExitCode) -> ExitCode:
    """The code that outranks the others: 4 > 130 > 2 > 1 > 3 > 0; `OK` for none."""
    return next(code for code in _PRECEDENCE if code in (*codes, ExitCode.OK))


class IfnlitError(Exception):
    """A command cannot go on: one sentence, where (if anywhere), and what to do."""

    exit_code = ExitCode.USAGE

    def __init__(
        self,
        message: str,
        *,
        place: Place | None = None,
        hint: str = "",
        others: tuple[IfnlitError, ...] = (),
    ) -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        self.hint = hint
        self.others = others  # further faults of the same file, all told at once

    def __str__(self) -> str:
        """`file:line:column: message; hint`, leaving out what is not known."""
        text = f"{self.place}: {self.message}" if self.place else self.message
        return f"{text}; {self.hint}" if self.hint else text


class UsageFault(IfnlitError):  # noqa: N818  # not an error of the program but of its call
    """An option, an argument or a name that does not exist."""


class UnreadableInput(IfnlitError):  # noqa: N818  # named for what the reader meets
    """A file that is missing, binary, of another encoding, or not what it claims to be."""


class SettingFault(IfnlitError):  # noqa: N818  # named for what the reader meets
    """A wrong key or value in `ifnlit.toml` or in the environment."""


class SpliceFault(IfnlitError):  # noqa: N818  # named for what the reader meets
    """An edit of `refs.yaml` that could not be proved to change that value alone."""
