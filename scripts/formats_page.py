"""Prints docs/formats.md: every format, and what it holds, computed by writing and reading."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ifnlit.app.intake import reader
from ifnlit.formats import FORMATS
from ifnlit.formats.losses import losses
from ifnlit.model.csl import DATES, NAMES, TEXTS, TYPES, variable
from ifnlit.model.date import Date
from ifnlit.model.name import Name
from ifnlit.model.reference import Reference

if TYPE_CHECKING:
    from collections.abc import Iterator

# The types that reference lists are made of; each cell is computed for all of them.
COMMON = (
    "article-journal",
    "book",
    "chapter",
    "paper-conference",
    "thesis",
    "report",
    "webpage",
    "dataset",
    "software",
    "patent",
    "standard",
    "article",
)
_VALUES: dict[str, Any] = {
    "author": (Name("Lan", "Y. R."), Name(literal="World Health Organization")),
    "editor": (Name("Ng", "A. B."),),
    "translator": (Name("Gage", "J."),),
    "issued": Date(2020, 8, 17),
    "accessed": Date(2021, 2, 3),
    "page": "18-22",
    "number": "e00442-20",
    "number_of_pages": "320",
    "container_title_short": "Med Sci",
    "doi": "10.1234/abc",
    "pmid": "33333333",
    "pmcid": "PMC7654321",
    "issn": "0022-538X",
    "isbn": "9783161484100",
    "arxiv": "2101.00001",
    "url": "https://example.org/a",
    "language": "zh",
    "keyword": "liver, virus",
    "volume": "41",
    "issue": "2",
    "collection_number": "7",
    "edition": "2",
    "version": "1.0.2",
}
_ORDER = ("type", *NAMES, "et_al", *DATES, *TEXTS)
_NAMES = {"et_al": "et al.", "type": "type", "arxiv": "arXiv"}
# Beside the fields: forms of a name and of a date that only some formats tell apart.
_FORMS: dict[str, dict[str, Any]] = {
    "particle (van)": {"author": (Name("Campenhout", "M. J. H.", "van"),)},
    "suffix (Jr.)": {"author": (Name("King", "M. L.", suffix="Jr."),)},
    "season": {"issued": Date(2020, 21)},
    "interval": {"issued": Date(2019, end=Date(2020))},
    "circa": {"issued": Date(2020, circa=True)},
}
_LEAD = """\
# Formats

Written by `scripts/formats_page.py`: each cell is computed by writing a record and reading it back
with ifnlit's own reader. `ifnlit export --format FORMAT --check` says the same of your own
references, value by value; `--strict` writes nothing where anything would be lost. A file is known
by what stands in it; its ending only settles a doubt.

| format | endings | for | written | read |
|---|---|---|---|---|
"""
_TABLE = """
## What each format can hold

**yes**: comes back as it was, for all of {count} common types (journal article, book, chapter,
conference paper, thesis, report, web page, dataset, software, patent, standard, preprint).
**no**: for none of them. A number says for how many of the {count}. Fields that no variable holds
stay in files of their own format; in CSL they stand under `custom.unmapped`.

"""
_TYPES = """
## Types that come back as another one

Of the {count} types of CSL 1.0.2; a format that is not named has none.

"""


@dataclass(frozen=True)
class Column:
    """One format: what comes back of a record."""

    name: str

    def holds(self, reference: Reference, name: str) -> bool:
        """Whether the field `name` is not among the losses."""
        found = losses(FORMATS.load(self.name), [reference], read=reader(self.name))
        return name not in {loss.variable for loss in found}


def columns() -> tuple[Column, ...]:
    """The formats that are read back."""
    return tuple(
        Column(name)
        for name in FORMATS
        if FORMATS.load(name).read is not None or name == "csl-yaml"
    )


def cell(column: Column, values: dict[str, Any], name: str) -> str:
    """Whether all, none or how many of the common types keep it: "yes", "no", a number."""
    count = 0
    for kind in COMMON:
        number = "" if kind == "article-journal" else "TR-7"
        mended = {**values, "number": number} if "number" in values and number else values
        count += column.holds(replace(Reference("key1", kind, "T"), **mended), name)
    return "yes" if count == len(COMMON) else "no" if not count else str(count)


def rows() -> Iterator[tuple[str, list[str]]]:
    """Name of each field and its cells."""
    for name in _ORDER:
        value: Any = _VALUES.get(name, True if name == "et_al" else f"Some {name}")
        values: dict[str, Any] = {} if name == "type" else {name: value}
        if name == "et_al":
            values["author"] = (Name("Lan", "Y."),)
        if name == "container_title_short":
            values["container_title"] = "Medical Science"
        told = {"et_al": "et-al", "type": "type"}.get(name) or variable(name)
        yield _NAMES.get(name, told), [cell(it, values, told) for it in columns()]
    for name, values in _FORMS.items():
        told = next(iter(values))
        yield name, [cell(it, values, told) for it in columns()]
    yield "key", [cell(it, {}, "id") for it in columns()]


def page() -> str:
    """The text of docs/formats.md."""
    lines = [_LEAD]
    for name in FORMATS:
        one = FORMATS.load(name)
        summary = FORMATS.entry(name).summary
        read = "yes" if one.read is not None or name == "csl-yaml" else "no"
        written = "yes" if one.write is not None else "no"
        endings = " ".join(f"`{ending}`" for ending in one.endings)
        lines.append(f"| `{name}` | {endings} | {summary} | {written} | {read} |\n")
    lines.append(_TABLE.format(count=len(COMMON)))
    heads = [column.name for column in columns()]
    lines.append(f"| field | {' | '.join(heads)} |\n|---|{'---|' * len(heads)}\n")
    lines += [f"| {name} | {' | '.join(cells)} |\n" for name, cells in rows()]
    lines.append(_TYPES.format(count=len(TYPES)))
    for column in columns():
        changed = list(_changed(column))
        if changed:
            lines.append(f"- `{column.name}`: {', '.join(changed)}\n")
    return "".join(lines)


def _changed(column: Column) -> Iterator[str]:
    for kind in sorted(TYPES):
        reference = Reference("key1", kind, "T")
        found = losses(FORMATS.load(column.name), [reference], read=reader(column.name))
        for loss in found:
            if loss.variable == "type":
                yield f"{kind} → {loss.after}"


if __name__ == "__main__":
    sys.stdout.buffer.write(page().encode())
