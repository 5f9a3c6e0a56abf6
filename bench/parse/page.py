"""The figures of docs/parsing.md, and the diagram beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.parse import reliability
from bench.parse.measure import measure
from bench.parse.reading import ENGINES, labels, reader

if TYPE_CHECKING:
    from pathlib import Path

    from ifnlit.parse.span import Span
    from scripts.training.data import Labelled

BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"


def write(folder: Path, sets: dict[str, list[Labelled]], date: str, resources: str) -> None:
    """Put the figures between the marks of the page, and write the diagram."""
    found = {engine: _read(engine, sets) for engine in ENGINES}
    rows = [
        (row.text, row.spans, spans)
        for name, labelled in sets.items()
        if not name.startswith("rendered")
        for row, spans in zip(labelled, found["full"][name], strict=True)
    ]
    bins = reliability.bins(rows)
    text = "\n\n".join(
        (
            f"Measured on {date}, by `python bench/parsing.py --page {date}`.",
            _sets(sets, found),
            _fields(rows),
            reliability.table(bins),
            f"```text\n{resources.strip()}\n```",
        )
    )
    page = folder / "parsing.md"
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    page.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", encoding="utf-8")
    (folder / "reliability.svg").write_text(reliability.diagram(bins), encoding="utf-8")


def _read(engine: str, sets: dict[str, list[Labelled]]) -> dict[str, list[tuple[Span, ...]]]:
    read = reader(engine)
    return {name: list(read([row.text for row in rows])) for name, rows in sets.items()}


def _sets(
    sets: dict[str, list[Labelled]], found: dict[str, dict[str, list[tuple[Span, ...]]]]
) -> str:
    lines = [
        "| set | references | "
        + " | ".join(f"{engine}: micro, core, exact" for engine in ENGINES)
        + " |",
        "|---|---:|" + "---:|" * len(ENGINES),
    ]
    for name, rows in sets.items():
        cells: list[str] = []
        for engine in ENGINES:
            result = measure(
                (row.text, row.spans, labels(spans))
                for row, spans in zip(rows, found[engine][name], strict=True)
            )
            cells.append(f"{result.micro.f1:.3f}, {result.core.f1:.3f}, {result.exact_share:.3f}")
        lines.append(f"| {name} | {len(rows)} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _fields(rows: list[tuple[str, tuple[tuple[int, int, str], ...], tuple[Span, ...]]]) -> str:
    result = measure((text, gold, labels(spans)) for text, gold, spans in rows)
    lines = ["| field | in the test part | precision | recall | F1 |", "|---|---:|---:|---:|---:|"]
    lines += [
        f"| {label} | {score.gold} | {score.precision:.3f} | {score.recall:.3f} | {score.f1:.3f} |"
        for label, score in sorted(result.fields.items(), key=lambda one: -one[1].gold)
        if score.gold
    ]
    return "\n".join(lines)
