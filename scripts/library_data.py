"""`make data`: compile refs/refs.yaml into the package. With --check: prove that nothing drifted.

Two proofs: the packaged JSON is what refs.yaml gives, and refs.yaml is what the parser makes of
the printed list, but for what a person recorded as a correction or with evidence.
"""

from __future__ import annotations

import sys
from pathlib import Path

from ifnlit.app.drift import drift
from ifnlit.app.lint import Loaded, found_anew
from ifnlit.lint import OWN
from ifnlit.store import compiled_findings
from ifnlit.store.compiled import encoded
from ifnlit.store.library import Library, load, locate
from ifnlit.store.text import read_text, write_atomic

ROOT = Path(__file__).parent.parent
DATA = ROOT / "src" / "ifnlit" / "data"
COMPILED = DATA / "library.json"
FINDINGS = DATA / "findings.json"


def main(arguments: list[str]) -> int:
    """Write the packaged library, or with --check compare; 1 when something drifted."""
    library = load(locate(str(ROOT / "refs" / "refs.yaml")))
    packaged = Loaded(Library(library.references), "")
    texts = {
        COMPILED: encoded(library.references),
        FINDINGS: compiled_findings.encoded(found_anew(packaged, OWN)),
    }
    if "--check" not in arguments:
        for path, text in texts.items():
            write_atomic(str(path), text.encode())
        print(f"{COMPILED.relative_to(ROOT)}: {len(library.references)} references")
        return 0
    faults = list(drift(library.references, read_text(str(ROOT / "refs" / "references.txt"))))
    faults.extend(
        f"{path.relative_to(ROOT)} is not what refs/refs.yaml gives: run make data"
        for path, text in texts.items()
        if path.read_text(encoding="utf-8") != text
    )
    for fault in faults:
        print(fault)
    print(f"data: {len(library.references)} references, {len(faults)} drifted")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
