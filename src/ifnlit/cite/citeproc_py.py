"""The door to citeproc-py, a CSL processor in Python."""

from __future__ import annotations

import re
import warnings
from io import BytesIO
from typing import TYPE_CHECKING, Any

from ifnlit.cite.citeproc_mended import mended
from ifnlit.errors import UnreadableInput
from ifnlit.model.finding import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.cite.style import Style

# It joins the number of a numeric style to the text without a blank.
_NUMBER = re.compile(r"^(\[\d+\]|\(\d+\)|\d+\.)(?=\S)")

# Its small capitals, and how layouts know them.
_CAPITALS = re.compile(r'<span style="font-variant:small-caps;">(.*?)</span>')

# It sets a stop behind one that a face ends in: "<i>et al.</i>.".
_STOPS = re.compile(r"(?<!\.)\.(</\w+>)\.(?!\.)")


def formatted(items: Sequence[dict[str, Any]], style: Style) -> list[tuple[str, str]]:
    """(id, HTML fragment) of each item; raises `UnreadableInput` for a style it cannot use."""
    import citeproc
    from citeproc import model
    from citeproc.source.json import CiteProcJSON

    from ifnlit.store.text import read_text

    library: Any = citeproc  # it publishes no types
    with warnings.catch_warnings(), mended(model):
        warnings.simplefilter("ignore")  # it tells of every variable that it does not use
        try:
            sheet = library.CitationStylesStyle(
                BytesIO(read_text(style.path).encode()),
                locale=style.language or None,
                validate=False,
            )
            source = CiteProcJSON(list(items))
            bibliography = library.CitationStylesBibliography(sheet, source, library.formatter.html)
            for item in items:
                bibliography.register(library.Citation([library.CitationItem(item["id"])]))
            bibliography.sort()
            # One at a time: of an item that the style prints nothing of, it gives nothing.
            entries = [
                (item.key, "".join(map(str, sheet.render_bibliography([item]))))
                for item in bibliography.items
            ]
        except (AttributeError, KeyError, IndexError, TypeError, ValueError) as error:
            raise UnreadableInput(
                f"citeproc-py cannot use the style: {type(error).__name__}: {error}",
                place=Place(style.path),
                hint="try --engine pandoc",
            ) from None
    return [
        (key, _STOPS.sub(r".\1", _NUMBER.sub(r"\1 ", _CAPITALS.sub(r"<sc>\1</sc>", text))))
        for key, text in entries
    ]
