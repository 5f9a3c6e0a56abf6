"""Write src/ifnlit/data/words.txt: the words that tell a line-break hyphen from a real one.

From the titles of the training references (BSD-2-Clause, CC BY 4.0, CC0; see docs/MODEL_CARD.md):
words of three letters and more, and hyphenated words where the hyphen is the commoner spelling.
First those that stand there three times and more, after an empty line the rarer ones, which may be
misprints: they tell what a whole word is, not that a part of one is a word of its own.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
TRAINING = ROOT.parent / "shared" / "training"
WORDS = ROOT / "src" / "ifnlit" / "data" / "words.txt"
_WORD = re.compile(r"[a-zà-ÿ]+(?:-[a-zà-ÿ]+)*")
_SHORTEST, _COMMON = 3, 3


def main() -> int:
    """Write the list; 1 where the training data is absent."""
    if not TRAINING.is_dir():
        print(f"no training data in {TRAINING.name}/: the list stays as it is")
        return 1
    counts: Counter[str] = Counter()
    for path in sorted(TRAINING.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            for start, end, label in record["spans"]:
                if label in {"title", "container-title"}:
                    counts.update(_WORD.findall(record["raw"][start:end].lower()))
    words = {
        word: count
        for word, count in counts.items()
        if len(word) >= _SHORTEST and ("-" not in word or count > counts[word.replace("-", "")])
    }
    common = sorted(word for word, count in words.items() if count >= _COMMON)
    rare = sorted(word for word, count in words.items() if count < _COMMON)
    WORDS.write_text("\n".join([*common, "", *rare, ""]), encoding="utf-8")
    print(f"{len(common)} common and {len(rare)} rare words, {WORDS.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
