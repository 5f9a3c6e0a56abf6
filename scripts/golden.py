"""`make golden`: write the packaged library in every format to tests/golden/; read the diff."""

from __future__ import annotations

import sys
from pathlib import Path

from ifnlit.formats import FORMATS
from ifnlit.formats.format import Flavour
from ifnlit.store.library import packaged

GOLDEN = Path(__file__).parent.parent / "tests" / "golden"


def files() -> dict[str, bytes]:
    """The golden files by name: each format that writes, general and for Zotero."""
    references = packaged().references
    found: dict[str, bytes] = {}
    for name in FORMATS:
        one = FORMATS.load(name)
        if one.write is None:
            continue
        for consumer in ("", "zotero"):
            stem = f"{name}-for-{consumer}" if consumer else name
            text = one.write(references, Flavour(consumer))
            found[f"{stem}{one.endings[0]}"] = text.encode()
    return found


def main() -> int:
    """Write them all."""
    GOLDEN.mkdir(exist_ok=True)
    for name, data in files().items():
        (GOLDEN / name).write_bytes(data)
        print(f"tests/golden/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
