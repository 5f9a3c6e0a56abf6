"""`make golden`: write the packaged library in every format to tests/golden/; read the diff."""

from __future__ import annotations

import sys
from pathlib import Path

from ifnlit.formats import FORMATS
from ifnlit.formats.format import Flavour
from ifnlit.store.library import packaged

GOLDEN = Path(__file__).parent.parent / "tests" / "golden"


def files() -> dict[str, bytes]:
    """The golden files by name: each format that writes, and for Zotero where that differs."""
    references = packaged().references
    found: dict[str, bytes] = {}
    for name in FORMATS:
        one = FORMATS.load(name)
        if one.write is None:
            continue
        general = one.write(references, Flavour()).encode()
        found[f"{name}{one.endings[0]}"] = general
        for_zotero = one.write(references, Flavour("zotero")).encode()
        if for_zotero != general:
            found[f"{name}-for-zotero{one.endings[0]}"] = for_zotero
    return found


def main() -> int:
    """Write them all."""
    GOLDEN.mkdir(exist_ok=True)
    for old in GOLDEN.iterdir():
        old.unlink()
    for name, data in files().items():
        (GOLDEN / name).write_bytes(data)
        print(f"tests/golden/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
