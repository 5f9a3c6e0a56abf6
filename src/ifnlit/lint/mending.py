"""The parser's repairs of damaged text, each kind by itself, for rules that offer them as fixes."""

from __future__ import annotations

from ifnlit.parse import mend


def closed(text: str) -> str:
    """Text without blanks after hyphens inside words."""
    _, changes = mend.title(text)
    for change in changes:
        if " " in change.before:
            text = text.replace(change.before, change.after)
    return text


def parted(name: str) -> str:
    """A journal's name with lost blanks between its words put back."""
    _, changes = mend.container(name)
    return next(
        (one.after for one in changes if one.after.replace(" ", "") == name.replace(" ", "")), name
    )
