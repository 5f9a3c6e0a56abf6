"""Matching: which of a search's candidates is accepted, whether a recorded DOI is told right.

On references made from the real Crossref records of ../shared (nothing is measured without them),
by a fixed seed, in two halves by the hash of the DOI. Thresholds were set on the first half only.

    python bench/matching.py [--half tuning] [--take N] [--misses N]
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.match.cases import Recorded, Search, recordings, searches, usable
from bench.match.corpus import HALVES, Index, half, works
from ifnlit.match.compare import compare
from ifnlit.match.verdict import choose, judge

if TYPE_CHECKING:
    from ifnlit.model.evidence import Choice, Judgement

ROOT = Path(__file__).parent.parent
WORKS = ROOT.parent / "shared" / "crossref" / "works.jsonl.gz"
TOP = 8  # candidates of a search; Crossref is asked for five
RECALL, PRECISION = 0.995, 1.0


class Tally:
    """Outcomes in all and by kind of case, with the bad ones to look at."""

    def __init__(self) -> None:
        self.all: Counter[str] = Counter()
        self.kinds: dict[str, Counter[str]] = defaultdict(Counter)
        self.misses: list[tuple[str, Search | Recorded, Choice | Judgement]] = []

    def add(self, outcome: str, case: Search | Recorded, found: Choice | Judgement) -> None:
        """Count one outcome: "accepted", "none", "missed", "wrong", or "right"."""
        self.all[outcome] += 1
        for kind in case.kind.split(" + "):
            self.kinds[kind][outcome] += 1
        if outcome in {"wrong", "missed"}:
            self.misses.append((outcome, case, found))

    def print(self, misses: int) -> None:
        """The table of kinds, and the first bad outcomes field by field."""
        for kind, counts in sorted(self.kinds.items()):
            print(f"    {kind:45}", *(f"{what} {count}" for what, count in sorted(counts.items())))
        for outcome, case, found in self.misses[:misses]:
            print(f"\n{outcome}: {case.kind}: {found.reason}")
            wanted = case.lures if isinstance(case, Search) else (case.record,)
            for record in wanted:
                print(f"  {record.doi}")
                for field in compare(case.reference, record).fields:
                    print(
                        f"    {field.variable:16}{field.bearing:10}{field.likeness:6}"
                        f" {field.reason} | {field.ours} | {field.theirs}"
                    )


def search(case: Search, index: Index, tally: Tally) -> int:
    """Choose among what is found, count the outcome; the number of comparisons."""
    found = (*case.lures, *index.near(case.reference, TOP))
    records = {record.doi: record for record in found if record.doi != case.hidden}
    comparisons = tuple(compare(case.reference, record) for record in records.values())
    choice = choose(case.reference, comparisons)
    accepted = choice.accepted.record.doi if choice.accepted else ""
    if accepted:
        outcome = "accepted" if accepted == case.right else "wrong"
    else:
        outcome = "missed" if case.right and case.is_sufficient else "none"
    tally.add(outcome, case, choice)
    return len(records)


def recorded(case: Recorded, tally: Tally) -> None:
    """Judge a recorded DOI, count whether that is right."""
    found = judge(case.reference, compare(case.reference, case.record))
    tally.add("right" if found.same == case.same else "wrong", case, found)


def run(name: str, options: argparse.Namespace, index: Index) -> bool:
    """Measure one half; whether it reaches what is asked."""
    records = [record for record in usable(index.records) if half(record.doi) == name]
    if options.take:
        records = records[:: max(1, len(records) // options.take)]
    chosen, judged = Tally(), Tally()
    started = time.process_time()
    compared = sum(search(case, index, chosen) for case in searches(records))
    seconds = time.process_time() - started
    for case in recordings(records):
        recorded(case, judged)
    right, wrong, missed = (chosen.all[what] for what in ("accepted", "wrong", "missed"))
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    print(
        f"{name}: {len(records)} works, {chosen.all.total()} searches with {compared} comparisons "
        f"in {seconds:.0f} s"
    )
    print(f"  choose: precision {precision:.4f}, recall {recall:.4f} (goals {PRECISION}, {RECALL})")
    chosen.print(options.misses)
    print(f"  judge: {judged.all['right']} right, {judged.all['wrong']} wrong")
    judged.print(options.misses)
    return precision >= PRECISION and recall >= RECALL


def main() -> int:
    """Measure both halves; 1 when one does not reach the goals."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=HALVES, help="this half only")
    parser.add_argument("--take", type=int, default=1000, help="works of a half; 0 for all")
    parser.add_argument("--misses", type=int, default=0, help="show this many bad outcomes")
    options = parser.parse_args()
    if not WORKS.is_file():
        print("skipped: the recorded works are not here")
        return 0
    index = Index(works(WORKS))
    halves = [options.half] if options.half else HALVES
    reached = [run(name, options, index) for name in halves]
    return 0 if all(reached) else 1


if __name__ == "__main__":
    sys.exit(main())
