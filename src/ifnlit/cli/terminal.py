"""What a person sees on a terminal: tables, pages, colour. The only door of rich."""

from __future__ import annotations

import os
import sys
import textwrap
from typing import TYPE_CHECKING

from ifnlit.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

_NARROWEST, _WIDEST = 40, 100
_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def is_terminal() -> bool:
    """Whether standard output is a terminal that wants styling (NO_COLOR, TERM=dumb say no)."""
    return (
        sys.stdout.isatty()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM", "") != "dumb"
    )


def page_width() -> int:
    """Columns of text that read well here; 80 off a terminal."""
    if not sys.stdout.isatty():
        return 80
    import shutil

    return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size().columns))


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows as a table as wide as the terminal; the last column wraps."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=None, pad_edge=False, header_style="bold")
    for position, column in enumerate(columns):
        last = position == len(columns) - 1
        grid.add_column(column, no_wrap=not last, justify="right" if position == 0 else "left")
    for row in rows:
        grid.add_row(*(Text(visible(cell)) for cell in row))
    Console().print(grid)


def pages(
    references: Sequence[Sequence[tuple[str, str]]], width: int, *, colour: bool = False
) -> str:
    """(label, value) pairs as text: labels in a column, values wrapped beside them."""
    return "\n".join(_page(pairs, width, colour=colour) for pairs in references)


def _page(pairs: Sequence[tuple[str, str]], width: int, *, colour: bool) -> str:
    column = max(len(label) for label, _ in pairs) + 2
    lines: list[str] = []
    before = ""
    for label, value in pairs:
        shown = "" if label == before else label
        before = label
        wrapped = textwrap.wrap(
            visible(value),
            max(width - column, 20),
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
        head = shown.ljust(column)
        lines.append(f"{_DIM}{head}{_PLAIN}{wrapped[0]}" if colour else f"{head}{wrapped[0]}")
        lines.extend(" " * column + line for line in wrapped[1:])
    if colour and lines:
        lines[0] = lines[0].replace(_DIM, _BOLD, 1)
    return "\n".join(line.rstrip() for line in lines) + "\n"
