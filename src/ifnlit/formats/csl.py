"""A reference as a plain CSL mapping and back: what refs.yaml, CSL-JSON and CSL-YAML share.

The library form: every value is text, dates are EDTF, and `custom` holds what CSL has no variable
for. `custom.n`, `raw` and `repairs` are the origin, `et-al` the flag, `arxiv` the number,
`unmapped` the fields of other formats that no variable holds; the other keys of `custom` are the
library's own and kept as they are. Source: CSL 1.0.2 data schema.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, cast

from ifnlit.formats.csl_date import date_of
from ifnlit.formats.csl_name import names_of, plain_names
from ifnlit.formats.csl_variables import is_variable
from ifnlit.model.csl import DATES, NAMES, TEXTS, TYPES, attribute, variable
from ifnlit.model.identifier import IDENTIFIERS, ArXiv
from ifnlit.model.reference import Origin, Reference, Repair

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ifnlit.model.date import Date
    from ifnlit.model.name import Name

    Problems = list[tuple[str, str]]

# As a person reads a reference: who, what, where, when, how to find it.
_ORDER = (
    """title title_short author editor translator container_title container_title_short
    collection_title collection_number event_title event_place edition version genre medium
    publisher publisher_place issued volume issue page number number_of_pages accessed status
    language doi pmid pmcid issn isbn url keyword abstract note"""
).split()
_SPELLED = tuple(variable(name) for name in _ORDER)
_values = attrgetter(*_ORDER)
# Names that other programs give to a variable of CSL.
_SAME = {
    "journalAbbreviation": "container-title-short",
    "shortTitle": "title-short",
    "article-number": "number",
    "event": "event-title",
}
_FLAGS = ("et-al", "authors-truncated")
_TRUE = frozenset({"true", "yes", "1"})


def _variables(reference: Reference) -> list[tuple[str, str | tuple[Name, ...] | Date]]:
    """The CSL variables that have an attribute and a value, in reading order."""
    pairs = zip(_SPELLED, _values(reference), strict=True)
    return [(name, value) for name, value in pairs if value]


def to_csl(reference: Reference, date_as: Callable[[Date], object] = str) -> dict[str, object]:
    """The reference in the library form; keys in reading order, `custom` last.

    `date_as` gives dates another form than EDTF.
    """
    item: dict[str, object] = {"id": reference.id, "type": reference.type}
    kept = dict(reference.extra)
    for name, value in _variables(reference):
        if isinstance(value, tuple):
            item[name] = plain_names(value, kept.pop(f"{name}+", ""))
        else:
            item[name] = str(value) if isinstance(value, str) else date_as(value)
    unmapped: dict[str, object] = {}
    for other, text in kept.items():
        (item if is_variable(other) else unmapped).setdefault(other, _decoded(text))
    custom = _custom(reference)
    if unmapped:
        custom["unmapped"] = unmapped
    if custom:
        item["custom"] = custom
    return item


def _custom(reference: Reference) -> dict[str, object]:
    """What CSL has no variable for, and no other format either, as it stands under `custom`."""
    custom: dict[str, object] = {}
    origin = reference.origin
    if origin is not None and origin.n is not None:
        custom["n"] = str(origin.n)
    if reference.et_al:
        custom["et-al"] = "true"
    if reference.arxiv:
        custom["arxiv"] = reference.arxiv
    if origin is not None and origin.raw:
        custom["raw"] = origin.raw
    if origin is not None and origin.repairs:
        custom["repairs"] = [
            {
                "field": repair.variable,
                "from": repair.before,
                "to": repair.after,
                "class": repair.kind,
                "why": repair.why,
            }
            for repair in origin.repairs
        ]
    for name, text in reference.custom:
        custom[name] = _decoded(text)
    return custom


def from_csl(item: Mapping[str, object]) -> tuple[Reference, Problems]:
    """The reference that a CSL item holds, and (variable, message) for what could not be read.

    What could not be read is kept in `extra` or `custom`. Ours and other programs' forms are
    understood: dates as EDTF text, `date-parts`, `raw` or `literal`; numbers for text.
    """
    problems: Problems = []
    values: dict[str, Any] = {}
    extra: dict[str, str] = {}
    for key, value in item.items():
        name = _SAME.get(key, key)
        known = attribute(name)
        if key in {"id", "type", "custom"} or value is None or value in ("", [], {}):
            continue
        if known is None or known == "arxiv" or (name != key and name in item):
            if not (name == "container-title-short" and item.get(name) == value):
                extra[key] = _encoded(value)
        elif known in NAMES:
            _read_names(known, value, values, extra, problems)
        elif known in DATES:
            _read_date(known, value, values, extra, problems)
        else:
            _read_text(known, name, value, values, extra, problems)
    custom = item.get("custom")
    own = _read_custom(custom, values, problems) if custom not in (None, "", {}) else {}
    extra |= _unmapped(own, extra)
    kind = _type(item.get("type"), own, problems)
    ident = item.get("id", item.get("citation-key", ""))
    extra = {
        name: text
        for name, text in extra.items()
        if name != "citation-key" or text != _encoded(ident)
    }
    reference = Reference(
        id=str(ident) if isinstance(ident, str | int) else "",
        type=kind,
        extra=tuple(sorted(extra.items())),
        custom=tuple(sorted(own.items())),
        **values,
    )
    return reference, problems


def text_of(value: object) -> str | None:
    """A CSL value as text: numbers as they are written, `None` for what is no text."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, list):  # Crossref gives titles as lists
        texts = [text_of(part) for part in cast("list[object]", value)]
        return texts[0] if len(texts) == 1 else None
    return None


def _unmapped(own: dict[str, str], extra: Mapping[str, str]) -> dict[str, str]:
    """The fields under `custom.unmapped`, which go back to where they were."""
    held = _decoded(own.get("unmapped", "{}"))
    if not isinstance(held, dict):
        return {}
    own.pop("unmapped", None)
    found = cast("dict[str, object]", held)
    return {name: _encoded(value) for name, value in found.items() if name not in extra}


def _read_names(
    name: str, value: object, values: dict[str, Any], extra: dict[str, str], problems: Problems
) -> None:
    names, et_al, kept, faults = names_of(value)
    problems.extend((f"{name}{path}", message) for path, message in faults)
    if faults:
        extra[name] = _encoded(value)
    values[name] = names
    if kept:
        extra[f"{name}+"] = _encoded(kept)
    if et_al and name == "author":
        values["et_al"] = True


def _read_date(
    name: str, value: object, values: dict[str, Any], extra: dict[str, str], problems: Problems
) -> None:
    try:
        values[name] = date_of(value)
    except ValueError as error:
        problems.append((name, str(error)))
        extra[name] = _encoded(value)


def _read_text(
    name: str,
    spelled: str,
    value: object,
    values: dict[str, Any],
    extra: dict[str, str],
    problems: Problems,
) -> None:
    text = text_of(value)
    if text is None:
        problems.append((spelled, f"{spelled} must be text, not {_described(value)}"))
        extra[spelled] = _encoded(value)
        return
    kind = IDENTIFIERS.get(name)
    values[name] = (kind.parse(text) if kind else None) or text


def _read_custom(value: object, values: dict[str, Any], problems: Problems) -> dict[str, str]:
    if not isinstance(value, dict):
        problems.append(("custom", f"custom must be a map, not {_described(value)}"))
        return {"custom": _encoded(value)}
    custom = dict(cast("dict[str, object]", value))
    for flag in _FLAGS:
        if str(custom.pop(flag, "")).lower() in _TRUE:
            values["et_al"] = True
    arxiv = custom.pop("arxiv", None)
    if arxiv is not None:
        text = str(arxiv)
        values["arxiv"] = ArXiv.parse(text) or text
    origin = _origin(custom, problems)
    if origin is not None:
        values["origin"] = origin
    return {name: _encoded(part) for name, part in custom.items()}


def _origin(custom: dict[str, object], problems: Problems) -> Origin | None:
    n: int | None = None
    number = custom.pop("n", None)
    if number is not None:
        try:
            n = int(str(number))
        except ValueError:
            problems.append(("custom.n", f'no number in the list: "{number}"; write 8'))
            custom["n-as-read"] = number
    raw = text_of(custom.pop("raw", "")) or ""
    repairs: list[Repair] = []
    listed = custom.pop("repairs", None)
    try:
        repairs.extend(_repair(part) for part in cast("list[object]", listed or []))
    except (KeyError, TypeError):
        problems.append(("custom.repairs", "each repair is a map with field, from, to, class, why"))
        custom["repairs-as-read"] = listed
    return Origin(n, raw, tuple(repairs)) if n is not None or raw or repairs else None


def _repair(part: object) -> Repair:
    values = cast("dict[str, object]", part)
    field, before, after, kind, why = (
        values[key] for key in ("field", "from", "to", "class", "why")
    )
    return Repair(str(field), str(before), str(after), str(kind), str(why))


def _type(value: object, own: dict[str, str], problems: Problems) -> str:
    if value in (None, ""):
        return "document"
    if isinstance(value, str) and value in TYPES:
        return value
    from difflib import get_close_matches

    near = get_close_matches(str(value), sorted(TYPES), n=1)
    hint = f'; did you mean "{near[0]}"?' if near else ""
    problems.append(("type", f'no type of CSL 1.0.2: "{value}"{hint}'))
    own["type-as-read"] = _encoded(value)
    return "document"


def _described(value: object) -> str:
    if isinstance(value, bool):
        return "true or false"
    return "a map" if isinstance(value, dict) else "a list of several"


def _encoded(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _decoded(text: str) -> object:
    import json

    return cast("object", json.loads(text))


assert set(_ORDER) | {"arxiv"} == {*NAMES, *DATES, *TEXTS}  # noqa: S101  # a new attribute must be placed here
