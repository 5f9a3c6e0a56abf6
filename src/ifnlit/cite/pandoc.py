"""The door to pandoc, by pypandoc, whose wheel brings the program with it."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ifnlit.errors import UnreadableInput
from ifnlit.model.finding import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.cite.style import Style


def is_installed() -> bool:
    """Whether pypandoc is there and finds a pandoc that formats citations itself (2.11 on)."""
    try:
        import pypandoc
    except ImportError:
        return False
    try:
        version = str(pypandoc.get_pandoc_version())
    except OSError:
        return False
    return tuple(map(int, version.split(".")[:2])) >= (2, 11)


def formatted(items: Sequence[dict[str, Any]], style: Style) -> list[str]:
    """One HTML fragment an item, in the order of the style; raises `UnreadableInput`."""
    import pypandoc
    from bs4 import BeautifulSoup

    library: Any = pypandoc  # its types are partial
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "items.json"
        path.write_text(json.dumps(list(items), ensure_ascii=False), encoding="utf-8")
        try:
            html = library.convert_text(
                "---\nnocite: '@*'\n---\n",
                "html",
                format="markdown",
                extra_args=["--citeproc", f"--bibliography={path}", f"--csl={style.path}"],
            )
        except RuntimeError as error:
            told = str(error).strip().splitlines()[-1]
            raise UnreadableInput(
                f"pandoc cannot use the style: {told}",
                place=Place(style.path),
                hint="try --engine citeproc-py",
            ) from None
    entries = BeautifulSoup(html, "html.parser").select("div.csl-entry")
    return [_flat(entry) for entry in entries]


def _flat(entry: Any) -> str:  # noqa: ANN401  # a node of BeautifulSoup, untyped in its door
    """The inside of an entry on one line; the columns of numbered styles as running text."""
    left = entry.select_one(".csl-left-margin")
    if left is not None:
        left.append(" ")
    for inner in entry.select("div, span, a"):
        inner.unwrap()
    return " ".join(str(entry.decode_contents()).split())
