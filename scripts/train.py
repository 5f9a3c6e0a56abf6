"""`make train`: the parser's model from ../shared/training, the same one each time.

Word lists from public metadata; a model of the train part and of rendered records; a calibration
on the dev part. The test part is touched by `make bench` alone. See docs/MODEL_CARD.md.

    python scripts/train.py               all of it, some ten minutes on one core
    python scripts/train.py --calibrate   the calibration alone, after a change of the grammars
"""

from __future__ import annotations

import sys
import zlib
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from scripts.training import calibrate, data, dictionaries  # noqa: E402  # the path comes first
from scripts.training.fit import Settings, trained  # noqa: E402
from scripts.training.mix import mixed  # noqa: E402

OUT = ROOT / "src" / "ifnlit" / "data"
SEED = 20240311
GROBID = 4  # one of so many of its strings: most lists are cleaner than PDF text


def main(arguments: list[str]) -> int:
    """Write what the package carries; 1 where the training data is absent."""
    if not data.TRAINING.is_dir():
        print("no training data in ../shared/training: the model stays as it is")
        return 1
    _write("given_names.txt", dictionaries.given_names().encode())
    if "--calibrate" not in arguments:
        _write("words_of_names.txt", dictionaries.words().encode())
        _write("journals.txt", dictionaries.journals().encode())
        rows = mixed(SEED, "train")
        print(f"{len(rows)} strings", flush=True)
        _write("parse.model", zlib.compress(trained(rows, Settings()), 9))
    model = zlib.decompress((OUT / "parse.model").read_bytes())
    rows = [
        row for at, row in enumerate(data.load("dev")) if row.source != "grobid" or at % GROBID == 0
    ]
    _write("calibration.txt", calibrate.table(model, rows).encode())
    return 0


def _write(name: str, content: bytes) -> None:
    (OUT / name).write_bytes(content)
    print(f"{name}: {len(content)} bytes", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
