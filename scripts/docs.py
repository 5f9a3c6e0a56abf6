"""`make docs`: write every generated page of docs/; with --check say which are out of date.

A generator is a line in PAGES: the page, and the script that prints its text.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES: dict[str, str] = {
    "formats.md": "formats_page.py",
    "rules.md": "rules_page.py",
}


def main(arguments: list[str]) -> int:
    """Write the pages; with --check compare, and 1 when one is out of date."""
    check = "--check" in arguments
    stale = 0
    for page, script in PAGES.items():
        run = subprocess.run(
            [sys.executable, str(ROOT / "scripts" / script)],
            check=True,
            capture_output=True,
            cwd=ROOT,
        )
        path = ROOT / "docs" / page
        if path.exists() and path.read_bytes() == run.stdout:
            continue
        stale += 1
        if not check:
            path.write_bytes(run.stdout)
        print(f"docs/{page}: {'out of date: run make docs' if check else 'written'}")
    print(f"docs: {len(PAGES)} generated pages, {stale} {'out of date' if check else 'changed'}")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
