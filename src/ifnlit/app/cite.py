"""References as a list in one consistent style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.errors import UsageFault

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.model.reference import Reference


def formatted(
    references: Sequence[Reference], *, style_name: str, layout: str, engine_name: str = "auto"
) -> bytes:
    """The list as a file of that layout ("text", "markdown", "html", "docx").

    Raises `UsageFault` for a style that is not known, `UnreadableInput` for one of no use.
    """
    from ifnlit.cite.engine import engine, listed
    from ifnlit.cite.layout import LAYOUTS
    from ifnlit.cite.style import NAMES, style

    if layout not in LAYOUTS:
        raise UsageFault(
            f"a list in a citation style has no format {layout}",
            hint=f"known with --style: {', '.join(LAYOUTS)}",
        )
    if not style_name:
        raise UsageFault(f"--format {layout} needs --style", hint=f"known: {', '.join(NAMES)}")
    chosen = style(style_name)
    entries = listed(references, chosen, engine(engine_name)) if references else []
    return LAYOUTS[layout](entries)
