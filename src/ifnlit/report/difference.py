"""A change of a file as a unified diff: for people, `patch` and `git apply`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator


def difference(before: str, after: str, path: str) -> str:
    """The change from one text to the other; "" for none.

    Control characters are made visible, all but the carriage return of a line's end.
    """
    from difflib import unified_diff

    name = path.lstrip("/")  # "a//tmp/x" is no path that `git apply` takes
    lines = unified_diff(
        list(_lines(before)), list(_lines(after)), f"a/{name}", f"b/{name}", lineterm=""
    )
    return "".join(map(_shown, lines))


def _lines(text: str) -> Iterator[str]:
    """Lines without the line feed; the last one keeps a mark when it ends without one."""
    *whole, last = text.split("\n")
    yield from whole
    if last:
        yield f"{last}\n"  # a line feed inside stands for the one that is not there


def _shown(line: str) -> str:
    bare, open_end = line.removesuffix("\n"), line.endswith("\n")
    text = bare.removesuffix("\r")
    ending = "\r\n" if text != bare else "\n"
    mark = "\\ No newline at end of file\n" if open_end else ""
    return f"{visible(text)}{ending}{mark}"
