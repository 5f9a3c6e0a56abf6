"""What would mend a finding: values to put into the file that holds the reference."""

from __future__ import annotations

from ifnlit.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """`variable` of the reference `ref` (its id) changes from `before` to `after`.

    `variable` is a CSL variable or a path in one ("author[0].given"). `before` is "" for one that
    is added.
    """

    ref: str
    variable: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that belong together. `safe`: nobody could have meant what stands there now."""

    edits: tuple[Edit, ...]
    safe: bool
    what: str = ""
