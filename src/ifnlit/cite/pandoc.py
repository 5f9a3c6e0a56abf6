"""The door to pandoc, by pypandoc, whose wheel brings the program with it."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, tostring

from ifnlit.cite.style import CSL, parsed
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


def formatted(items: Sequence[dict[str, Any]], style: Style) -> list[tuple[str, str]]:
    """(id, HTML fragment) of each item, in the order of the style; raises `UnreadableInput`."""
    import pypandoc
    from bs4 import BeautifulSoup

    library: Any = pypandoc  # its types are partial
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "items.json"
        sheet = Path(folder) / "style.csl"
        sheet.write_bytes(_with_names_first(style.path))
        # Of a language that it has no words of its own for, pandoc warns.
        is_english = style.language.startswith("en")
        language = [f"--metadata=lang:{style.language}"] if is_english else []
        path.write_text(json.dumps(list(items), ensure_ascii=False), encoding="utf-8")
        try:
            html = library.convert_text(
                "---\nnocite: '@*'\n---\n",
                "html",
                format="markdown",
                extra_args=["--citeproc", f"--bibliography={path}", f"--csl={sheet}", *language],
            )
        except RuntimeError as error:
            told = str(error).strip().splitlines()[-1]
            raise UnreadableInput(
                f"pandoc cannot use the style: {told}",
                place=Place(style.path),
                hint="try --engine citeproc-py",
            ) from None
    entries = BeautifulSoup(html, "html.parser").select("div.csl-entry")
    return [(str(entry.get("id")).removeprefix("ref-"), _flat(entry)) for entry in entries]


def _with_names_first(path: str) -> bytes:
    """The style with the names that it leaves to the default written out before their label.

    pandoc prints them behind it ("editorEd E"), as it does where a style puts them there.
    """
    root = parsed(path)
    for names in root.iter(f"{CSL}names"):
        parts = [one.tag.removeprefix(CSL) for one in names]
        if "label" in parts and "name" not in parts:
            names.insert(0, Element(f"{CSL}name"))
    found: bytes = tostring(root, encoding="utf-8")
    return found


def _flat(entry: Any) -> str:  # noqa: ANN401  # a node of BeautifulSoup, untyped in its door
    """The inside of an entry; the columns of numbered styles as running text."""
    left = entry.select_one(".csl-left-margin")
    if left is not None:
        left.append(" ")
    for inner in entry.select("div, span, a"):
        inner.unwrap()
    return str(entry.decode_contents())
