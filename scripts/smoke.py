"""`make smoke`: the built wheel in a fresh environment, where almost nothing is allowed.

No HOME, no network, the folder / as working folder, and a read-only disk: the program must export
the packaged references in all formats all the same. Network and disk are taken away with
`unshare` where the system allows it; where not, the line says so and the rest is still tried.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
FORMATS = ("bib", "biblatex", "ris", "csl-json", "csl-yaml")
# A private mount space in which everything is read-only, and a network space without a network.
READ_ONLY = (
    "mount -o remount,bind,ro / 2>/dev/null || "
    'mount --bind / / && mount -o remount,bind,ro / ; exec "$@"'
)


def main() -> int:
    """Build, install, run; 1 when anything fails."""
    with tempfile.TemporaryDirectory() as folder:
        program = installed(Path(folder))
        confined = confinement()
        print(f"confined: {'no network, read-only disk' if confined else 'unshare not allowed'}")
        faults = 0
        for arguments in (
            ["--version"],
            ["list"],
            ["show", "8"],
            *(["export", "--format", name] for name in FORMATS),
        ):
            faults += not runs([*confined, str(program), *arguments], arguments)
        return 1 if faults else 0


def installed(folder: Path) -> Path:
    """The `ifnlit` program of the wheel built now, in an environment of its own."""
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder / "dist"), str(ROOT)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    wheel = next((folder / "dist").glob("*.whl"))
    venv.create(folder / "env", with_pip=True)
    binaries = folder / "env" / "bin"
    subprocess.run([binaries / "pip", "install", "--quiet", str(wheel)], check=True)
    return binaries / "ifnlit"


def confinement() -> list[str]:
    """The words before a command that take network and writing away; [] where not allowed."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return []
    words = [unshare, "--net", "--mount", "sh", "-c", READ_ONLY, "sh"]
    probe = subprocess.run(
        [*words, "touch", str(ROOT / ".smoke")], check=False, capture_output=True
    )
    if probe.returncode == 0:  # it could write: the confinement does not hold
        (ROOT / ".smoke").unlink(missing_ok=True)
        return []
    allowed = subprocess.run([*words, "true"], check=False, capture_output=True)
    return words if allowed.returncode == 0 else []


def runs(command: list[str], arguments: list[str]) -> bool:
    """Whether the command gives 0, data and no word on standard error; prints a line."""
    environment = {"PATH": os.defpath, "PYTHONDONTWRITEBYTECODE": "1"}
    run = subprocess.run(command, check=False, capture_output=True, env=environment, cwd="/")
    good = run.returncode == 0 and bool(run.stdout) and not run.stderr
    print(f"{'ok  ' if good else 'FAIL'} ifnlit {' '.join(arguments)}: {len(run.stdout)} bytes")
    if not good:
        print(run.stderr.decode(errors="replace"))
    return good


if __name__ == "__main__":
    sys.exit(main())
