"""`--check` and `--strict`: losses told before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.cli.emit import complain, emit, note
from ifnlit.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.formats.format import Flavour
    from ifnlit.model.reference import Reference


def told_losses(
    references: Sequence[Reference], format_name: str, flavour: Flavour, *, quiet: bool
) -> bool:
    """List what the format cannot hold, and whether there is anything.

    The list is the result of `--check` and goes to standard output; `quiet` (of `--strict`
    alone) tells it on standard error, and says nothing where nothing is lost.
    """
    from ifnlit.app.losses import lost

    values, sentence = lost(references, format_name, flavour)
    text = "".join(f"{visible(str(loss))}\n" for loss in values)
    if not quiet:
        emit(text)
        note(sentence)
    elif values:
        complain(text)
        note(f"{sentence}; nothing was written")
    return bool(values)
