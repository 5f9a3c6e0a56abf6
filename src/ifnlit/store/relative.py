"""Paths as reports name them: from a folder, where the file lies in it."""

from __future__ import annotations

import os


def relative(path: str, folder: str = "") -> str:
    """`path` from `folder` ("" for the one one stands in); as it is when it lies elsewhere."""
    try:
        base = os.path.realpath(folder or os.getcwd())
        found = os.path.relpath(os.path.realpath(path), base)
    except (OSError, ValueError):  # the folder was deleted; another drive
        return path
    return path if found.startswith(os.pardir) else found.replace(os.sep, "/")


def prefix(root: str) -> str:
    """How the folder one stands in is reached from `root`: "docs/", "" for the root itself."""
    found = relative(".", root) if root else "."
    return "" if found == "." or os.path.isabs(found) else f"{found}/"
