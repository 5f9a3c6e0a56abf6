"""How right the grammars are where they read a string at all, on labelled reference strings.

    python -m bench.parse.labelled ../shared/training/plos.jsonl ... [--style apa] [--show 20]

For each grammar that fired: how many strings, and the precision and recall of each span label.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path

from ifnlit.parse.normal import normal
from ifnlit.parse.shape import read

_CORE = ("author", "title", "container-title", "date", "volume", "pages")
_MEASURED = (*_CORE, "issue", "publisher", "location", "editor", "edition")


def main() -> None:
    """Print the figures of each file."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("files", type=Path, nargs="+")
    options.add_argument("--style", default="", help="show strings of this style alone")
    options.add_argument("--show", type=int, default=0, help="print so many wrong ones")
    options.add_argument("--label", default="", help="wrong in this label")
    given = options.parse_args()
    for path in given.files:
        _measure(path, given)


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _measure(path: Path, given: argparse.Namespace) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    fired: Counter[str] = Counter()
    exact: Counter[str] = Counter()
    counts: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    show = given.show
    for line in lines:
        item = json.loads(line)
        source = normal(item["raw"])
        shape = read(source.text)
        style = (shape.style or "none") + ("+" if shape.sure else "")
        fired[style] += 1
        ours: defaultdict[str, list[str]] = defaultdict(list)
        gold: defaultdict[str, list[str]] = defaultdict(list)
        for span in shape.spans:
            ours[span.label].append(_plain(source.text[span.start : span.end]))
        for start, end, label in item["spans"]:
            gold[label].append(_plain(normal(item["raw"][start:end]).text))
        wrong: list[str] = []
        for label in _MEASURED:
            common = sum((Counter(ours[label]) & Counter(gold[label])).values())
            counts[style]["hit", label] += common
            counts[style]["told", label] += len(ours[label])
            counts[style]["gold", label] += len(gold[label])
            if ours[label] != gold[label]:
                wrong.append(label)
        core = [label for label in wrong if label in _CORE]
        exact[style] += not core
        wanted = given.style in {"", style} and (given.label in wrong if given.label else core)
        if show > 0 and style != "none" and wanted:
            show -= 1
            print(style, "|", item["raw"])
            for label in wrong:
                print("    ", label, "|", ours[label], "|", gold[label])
    print(f"{path.name}: {len(lines)} strings")
    for style, n in fired.most_common():
        got = counts[style]
        parts = [
            f"{label} {got['hit', label] / max(1, got['told', label]):.3f}"
            f"/{got['hit', label] / max(1, got['gold', label]):.3f}"
            for label in _MEASURED
            if got["told", label] + got["gold", label] > n / 50
        ]
        print(f"  {style:12} {n:5} exact core {exact[style] / n:.3f}  " + "  ".join(parts))


if __name__ == "__main__":
    main()
