"""What a reader of any format gives: references, what could not be read, and where things stand."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ifnlit.model.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ifnlit.model.finding import Finding, Place
    from ifnlit.model.reference import Reference

_NOWHERE: Mapping[tuple[int, str], Place] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Reading:
    """References in file order; findings for what was broken or unknown (kept, never dropped).

    `places` maps (index of the reference, CSL variable) to where its value starts in the file;
    the variable "" is the record itself. A reader that cannot tell columns gives lines alone.
    """

    references: tuple[Reference, ...]
    findings: tuple[Finding, ...] = ()
    places: Mapping[tuple[int, str], Place] = _NOWHERE
