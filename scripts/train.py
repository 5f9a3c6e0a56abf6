"""`make train`: the parser's model from ../shared/training, the same one each time.

Trains on the train part, calibrates on the dev part, and says how the test part fares; see
docs/MODEL_CARD.md. Nothing of the data is kept but weights of short attributes.
"""

from __future__ import annotations

import random
import sys
import zlib
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from scripts.training import data  # noqa: E402  # the path comes first
from scripts.training.calibrate import fitted  # noqa: E402
from scripts.training.fit import Settings, seen, trained  # noqa: E402

OUT = ROOT / "src" / "ifnlit" / "data"
SEED = 20240311


def main() -> int:
    """Write the model and its calibration; 1 where the training data is absent."""
    if not data.TRAINING.is_dir():
        print("no training data in ../shared/training: the model stays as it is")
        return 1
    rows = data.load("train")
    random.Random(SEED).shuffle(rows)  # noqa: S311  # an order, no secret
    model = trained(rows, Settings())
    (OUT / "parse.model").write_bytes(zlib.compress(model, 9))
    (OUT / "calibration.txt").write_text(fitted(seen(model, data.load("dev"))), encoding="utf-8")
    packed = (OUT / "parse.model").stat().st_size
    print(f"{len(rows)} references, {len(model)} bytes ({packed} packed)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
