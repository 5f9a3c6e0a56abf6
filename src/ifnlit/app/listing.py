"""A library for reading: one line a reference, one page a reference."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ifnlit.formats.csl import to_csl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.model.reference import Reference

COLUMNS = ("n", "key", "year", "author", "title")


def rows(references: Sequence[Reference]) -> tuple[tuple[str, ...], ...]:
    """One row of `COLUMNS` a reference; "" for what is not known."""
    return tuple(
        (
            str(reference.origin.n) if reference.origin and reference.origin.n is not None else "",
            reference.id,
            str(reference.issued.year) if reference.issued else "",
            _authors(reference),
            reference.title,
        )
        for reference in references
    )


def aligned(table: Sequence[Sequence[str]]) -> str:
    """Rows as text in columns, nothing cut off; numbers to the right."""
    if not table:
        return ""
    widths = [max(len(row[column]) for row in table) for column in range(len(table[0]) - 1)]
    lines = [
        "  ".join(
            [row[0].rjust(widths[0])]
            + [cell.ljust(width) for cell, width in zip(row[1:-1], widths[1:], strict=True)]
            + [row[-1]]
        ).rstrip()
        for row in table
    ]
    return "\n".join(lines) + "\n"


def summaries(references: Sequence[Reference]) -> list[dict[str, object]]:
    """For machines: key, number, type, year, authors and title of each reference."""
    return [
        {
            "key": reference.id,
            "n": reference.origin.n if reference.origin else None,
            "type": reference.type,
            "year": reference.issued.year if reference.issued else None,
            "authors": [name.full_family for name in reference.author],
            "et-al": reference.et_al,
            "title": reference.title,
            "DOI": reference.doi or None,
        }
        for reference in references
    ]


def page(reference: Reference) -> tuple[tuple[str, str], ...]:
    """(label, value) pairs of everything a reference holds, the printed text last."""
    pairs: list[tuple[str, str]] = [("key", reference.id)]
    item = to_csl(reference)
    custom = cast("dict[str, dict[str, object]]", item.pop("custom", {}))
    unmapped = custom.get("unmapped", {})
    for name, value in (item | unmapped).items():
        if name != "id":
            pairs.extend(_pairs(reference, name, value))
    origin = reference.origin
    if origin is not None:
        if origin.n is not None:
            pairs.append(("listed as", f"[{origin.n}]"))
        pairs.extend(
            ("repair", f"{repair.variable}: {repair.before} → {repair.after} ({repair.why})")
            for repair in origin.repairs
        )
    pairs.extend((f"custom.{name}", value) for name, value in reference.custom)
    if origin is not None and origin.raw:
        pairs.append(("printed", origin.raw))
    return tuple(pairs)


def _pairs(reference: Reference, name: str, value: object) -> list[tuple[str, str]]:
    if name in {"author", "editor", "translator"}:
        people = getattr(reference, name)
        label = [
            ", ".join(part for part in (it.full_family, it.given, it.suffix) if part)
            for it in people
        ]
        pairs = [(name, text) for text in label]
        if name == "author" and reference.et_al:
            pairs.append((name, "et al."))
        return pairs
    if name in {"issued", "accessed"}:
        return [(name, str(getattr(reference, name)))]
    if isinstance(value, str | int):
        return [(name, str(value))]
    import json

    return [(name, json.dumps(value, ensure_ascii=False))]


def _authors(reference: Reference) -> str:
    names = [name.full_family for name in reference.author or reference.editor]
    if len(names) > 2 or (names and reference.et_al):  # noqa: PLR2004  # "A and B", else "A et al."
        return f"{names[0]} et al."
    return " and ".join(names)
