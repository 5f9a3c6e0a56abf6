"""The mark of a list of authors that goes on: how others write it, and how we do where it is text.

MAPPING 4: it is never a person.
"""

from __future__ import annotations

# The fixed sentence where a format has no mark; never of the form "word: text" (MAPPING 4).
ET_AL = "et al. after the last author in the source"

_MARKS = frozenset({"others", "and others", "et al", "et al.", "et alii", "等", "等."})


def is_et_al(text: str) -> bool:
    """Whether a "person" so called is the mark."""
    return text.strip(" ,{}").casefold() in _MARKS
