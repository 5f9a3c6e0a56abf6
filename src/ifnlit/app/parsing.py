"""Printed references, from any document, as records with the place and certainty of each field."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, cast

from ifnlit.errors import UnreadableInput
from ifnlit.formats.csl import to_csl
from ifnlit.formats.csl_date import plain_date
from ifnlit.label import Keys
from ifnlit.model.finding import Finding, Place
from ifnlit.model.frozen import changed
from ifnlit.model.parsed import Parsed, ParsedList
from ifnlit.parse.document_signs import is_prose, is_reference_like, starts
from ifnlit.parse.split import line_item
from ifnlit.parse.stream import Stream

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ifnlit.app.source import Source
    from ifnlit.parse.document import Region
    from ifnlit.parse.span import Tagger

# A record below this is told to be looked at (docs/parsing.md has the reliability figures).
DOUBTFUL = 0.5
# Records held back until one of them is a reference; a list has one long before.
_HELD = 5_000
COLUMNS = ("n", "key", "sure", "style", "type", "reference")


class Printed:
    """The references of a source with citation keys, read one after the other.

    Iterate once. `findings` on the list as a whole fill up on the way; `line` of `total` lines
    (0 when that is not known) have been read; `where` says in words which part of a paper the
    list is, "" when the text is nothing but the list.
    """

    def __init__(self, stream: Stream, items: Iterable[Parsed], *, name: str = "") -> None:
        self._stream = stream
        self._items = items
        self._name = name
        self.total = 0
        self.where = ""

    def __iter__(self) -> Iterator[Parsed]:
        keys = Keys()
        for item in self._items:
            reference = changed(item.reference, id=keys.key(item.reference))
            findings = tuple(map(self._placed, item.findings))
            # Said as it is: `changed` asks for the name of each field.
            yield Parsed(
                reference, item.style, item.confidence, item.fields, item.residue, findings
            )

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Findings on the list so far, with their place where lines are lines of the file."""
        return tuple(map(self._placed, self._stream.findings))

    @property
    def line(self) -> int:
        """The line read last."""
        return self._stream.line

    @property
    def family_first(self) -> bool | None:
        """The list's convention for names."""
        return self._stream.family_first

    def _placed(self, finding: Finding) -> Finding:
        place = finding.place
        if place is None or place.path:
            return finding
        found = Place(self._name, place.line, place.column) if self._name else None
        return changed(finding, place=found)


def printed(source: Source, *, independent: bool = False, tagger: Tagger | None = None) -> Printed:
    """The references listed in a document; raises `UnreadableInput` when it lists none."""
    if not source.text.strip():
        raise UnreadableInput(
            "the list is empty",
            place=Place(source.name, 1, 1),
            hint="give a text with one reference a line, or numbered ones",
        )
    from ifnlit.parse.document import regions  # references one a line do without

    found = regions(source.text)
    stream = Stream((region.pieces() for region in found), independent=independent, tagger=tagger)
    items = _checked(iter(stream), source)
    result = Printed(stream, items, name=source.name if source.exact else "")
    result.total = found[-1].lines[-1].number if found[-1].lines else 0
    result.where = _where(found, source)
    return result


def printed_lines(
    lines: Iterable[str], *, independent: bool = False, tagger: Tagger | None = None
) -> Printed:
    """Exactly one record for each line, in the same order, whatever the line holds."""
    items = (line_item(line, number) for number, line in enumerate(lines, 1))
    stream = Stream([items], independent=independent, tagger=tagger, numbered=False)
    return Printed(stream, stream)


def parsed(
    text: str, path: str, *, independent: bool = False, tagger: Tagger | None = None
) -> ParsedList:
    """All references of a plain text at once, with citation keys; raises `UnreadableInput`."""
    from ifnlit.app.source import Source

    source = Source(path, text, exact=True)
    return everything(printed(source, independent=independent, tagger=tagger))


def everything(found: Printed) -> ParsedList:
    """All references that are left to read, at once."""
    items = tuple(found)
    return ParsedList(items, found.findings, found.family_first)


def record(item: Parsed) -> dict[str, object]:
    """A CSL-JSON item; under `custom.parse` the style, fields, residue and findings."""
    found = to_csl(item.reference, date_as=plain_date)
    custom = cast("dict[str, object]", found.setdefault("custom", {}))
    if "n" in custom:
        custom["n"] = int(str(custom["n"]))
    if "et-al" in custom:
        custom["et-al"] = custom["authors-truncated"] = True
    custom["parse"] = _evidence(item)
    return found


def doubtful(item: Parsed, least: float) -> list[tuple[str, str, float, str]]:
    """(number or key, variable, confidence, value) of each field less sure than `least`."""
    name = _number(item) or item.reference.id
    rows = [
        (name, field.variable, round(field.confidence, 3), field.value)
        for field in item.fields
        if field.confidence < least
    ]
    rows.extend((name, "residue", 0.0, rest.text) for rest in item.residue)
    if not item.fields and not item.residue:
        raw = item.reference.origin.raw if item.reference.origin else ""
        rows.append((name, "record", round(item.confidence, 3), raw))
    return rows


def row(item: Parsed) -> tuple[str, ...]:
    """The `COLUMNS` for people: number, key, confidence, style, type, the reference in short."""
    return (
        _number(item),
        item.reference.id,
        f"{item.confidence:.2f}",
        item.style or "-",
        item.reference.type,
        _short(item),
    )


def _checked(items: Iterator[Parsed], source: Source) -> Iterable[Parsed]:
    """The same references, once one of them is known to be one."""
    held: list[Parsed] = []
    for item in items:
        held.append(item)
        if _is_recognised(item):
            return chain(held, items)
        if len(held) >= _HELD:
            break
    raise UnreadableInput(
        "no reference is recognised",
        place=Place(source.name, 1, 1),
        hint="a reference needs an author, a year or an identifier; --lines takes each line as one",
    )


def _is_recognised(item: Parsed) -> bool:
    """What looks like a reference, or a likely record with an identifier or two of its parts."""
    reference = item.reference
    raw = reference.origin.raw if reference.origin else ""
    if is_reference_like(raw) and starts(raw) > 1:
        return True
    if is_prose(raw) or item.confidence < DOUBTFUL:
        return False
    if reference.doi or reference.pmid or reference.arxiv or reference.isbn:
        return True
    named = bool(reference.author or reference.editor)
    placed = (
        named,
        reference.issued is not None,
        bool(reference.container_title or reference.publisher),
        bool(reference.volume or reference.page or reference.number),
        named and bool(reference.title) and starts(raw) > 1,  # "Plato, Republic."
    )
    return sum(placed) >= 2  # noqa: PLR2004  # see the docstring


def _where(found: Sequence[Region], source: Source) -> str:
    """Which part of a paper its list is, for a person to check."""
    if all(region.whole for region in found):
        return ""
    filled = [[line.number for line in region.lines if line.text.strip()] for region in found]
    spans = [f"{numbers[0]}-{numbers[-1]}" for numbers in filled if numbers]
    heads = [f'under "{region.heading}"' for region in found if region.heading]
    words = ["lines", " and ".join(spans)] if source.exact else []
    return " ".join([*words, " and ".join(dict.fromkeys(heads))]).strip() or "a part"


def _evidence(item: Parsed) -> dict[str, object]:
    return {
        "style": item.style,
        "confidence": _rounded(item.confidence),
        "fields": [
            {
                "variable": field.variable,
                "start": field.start,
                "end": field.end,
                "value": field.value,
                "confidence": _rounded(field.confidence),
                "by": field.by,
            }
            for field in item.fields
        ],
        "residue": [
            {"start": rest.start, "end": rest.end, "text": rest.text} for rest in item.residue
        ],
        "findings": [
            {
                "rule": finding.rule,
                "severity": finding.severity.value,
                "variable": finding.variable,
                "message": finding.message,
            }
            for finding in item.findings
        ],
    }


@lru_cache(maxsize=1024, typed=True)  # grammars say the same few figures again and again
def _rounded(confidence: float) -> float:
    return round(confidence, 3)


def _number(item: Parsed) -> str:
    origin = item.reference.origin
    return str(origin.n) if origin is not None and origin.n is not None else ""


def _short(item: Parsed) -> str:
    reference = item.reference
    authors = reference.author[0].full_family if reference.author else ""
    if len(reference.author) > 1 or reference.et_al:
        authors += " et al."
    year = str(reference.issued.year) if reference.issued else ""
    title = reference.title or (reference.origin.raw if reference.origin else "")
    where = reference.container_title or reference.publisher
    locator = reference.volume + (f"({reference.issue})" if reference.issue else "")
    pages = reference.page or reference.number
    place = f"{locator}:{pages}" if locator and pages else locator or pages
    parts = [part for part in (authors, year, title, where, place) if part]
    return " | ".join(parts)
