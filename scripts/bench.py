"""`make bench`: run every benchmark of bench/ one after the other."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def main(names: list[str]) -> int:
    """Run those named, or all; 1 when one fails."""
    failed = 0
    for script in sorted((ROOT / "bench").glob("*.py")):
        if names and script.stem not in names:
            continue
        print(f"== {script.stem}", flush=True)
        failed += (
            subprocess.run([sys.executable, str(script)], check=False, cwd=ROOT).returncode != 0
        )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
