"""The door to citeproc-py, a CSL processor in Python."""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING, Any

from ifnlit.errors import UnreadableInput
from ifnlit.model.finding import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.cite.style import Style

# It joins the number of a numeric style to the text without a blank.
_NUMBER = re.compile(r"^(\[\d+\]|\(\d+\)|\d+\.)(?=\S)")


def formatted(items: Sequence[dict[str, Any]], style: Style) -> list[str]:
    """One HTML fragment an item; raises `UnreadableInput` for a style it cannot use."""
    import citeproc
    from citeproc.source.json import CiteProcJSON

    library: Any = citeproc  # it publishes no types
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it tells of every variable that it does not use
        try:
            sheet = library.CitationStylesStyle(style.path, validate=False)
            source = CiteProcJSON(list(items))
            bibliography = library.CitationStylesBibliography(sheet, source, library.formatter.html)
            for item in items:
                bibliography.register(library.Citation([library.CitationItem(item["id"])]))
            bibliography.sort()
            entries = [str(entry) for entry in bibliography.bibliography()]
        except (AttributeError, KeyError, IndexError, TypeError, ValueError) as error:
            raise UnreadableInput(
                f"citeproc-py cannot use the style: {type(error).__name__}: {error}",
                place=Place(style.path),
                hint="try --engine pandoc",
            ) from None
    return [_NUMBER.sub(r"\1 ", entry) for entry in entries]
