"""What a format cannot hold of given references, told before anything is written."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ifnlit.app.intake import reader
from ifnlit.errors import UsageFault
from ifnlit.formats import FORMATS
from ifnlit.formats.losses import losses
from ifnlit.report.summary import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.formats.format import Flavour
    from ifnlit.formats.losses import Loss
    from ifnlit.model.reference import Reference


def lost(
    references: Sequence[Reference], format_name: str, flavour: Flavour
) -> tuple[tuple[Loss, ...], str]:
    """The losses in that format, and a sentence that sums up.

    What is of the library alone (where a record came from) is in the sentence only. Raises
    `UsageFault` for a format that nothing reads back.
    """
    one = FORMATS.load(format_name)
    if one.read is None and one.name != "csl-yaml":
        raise UsageFault(
            f"{one.name} is for people and is not read back, so its losses cannot be computed",
            hint="--check is for formats of exchange, like ris",
        )
    found = losses(one, references, flavour, reader(one.name))
    values = tuple(loss for loss in found if not loss.is_own)
    return values, _summed_up(values, found, len(references), one.name)


def _summed_up(values: Sequence[Loss], found: Sequence[Loss], count: int, format_name: str) -> str:
    concerned = len({loss.ref for loss in values})
    sentence = f"{counted(count, 'reference')}: {format_name} holds everything that they say"
    if values:
        sentence = (
            f"{counted(count, 'reference')}: {counted(len(values), 'value')} of {concerned} "
            f"of them will not come back from {format_name}"
        )
    own = Counter(loss.variable for loss in found if loss.is_own)
    if own:
        listed = ", ".join(f"{name} ({number})" for name, number in sorted(own.items()))
        sentence += f"; only the library keeps: {listed}"
    return sentence
