"""`ifnlit.toml` and the environment as settings, each with where it came from."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, cast

from ifnlit.errors import SettingFault
from ifnlit.model.finding import Place
from ifnlit.model.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT_REFS = "refs/refs.yaml"


@dataclass(frozen=True, slots=True)
class Known:
    """A setting that exists: its default, the environment variable before the file, what it is."""

    default: str | int | tuple[str, ...]
    variable: str
    meaning: str


def _service(name: str, url: str) -> Known:
    return Known(url, f"IFNLIT_{name.upper()}_URL", f"base address of {name}")


# section.key -> what is known of it. A new setting is a line here.
SETTINGS: dict[str, Known] = {
    "library.refs": Known(DEFAULT_REFS, "", "the library, beside ifnlit.toml"),
    "library.printed": Known("", "", "the printed list it was made from"),
    "check.mailto": Known("", "IFNLIT_MAILTO", "mail address told to Crossref (polite pool)"),
    "check.max-age": Known(90, "IFNLIT_MAX_AGE", "days until evidence is asked for again"),
    "check.timeout": Known(15, "IFNLIT_TIMEOUT", "seconds that one answer may take"),
    "check.time-limit": Known(300, "IFNLIT_TIME_LIMIT", "seconds that all questions may take"),
    "check.negotiation": Known(
        ("https://data.crosscite.org", "https://data.medra.org"),
        "",
        "where doi.org may forward to for a record",
    ),
    "check.cache": Known("", "IFNLIT_CACHE", "folder for evidence of a read-only library"),
    "lint.select": Known((), "", "rules to run; all when empty"),
    "lint.ignore": Known((), "", "rules to leave out"),
    "lint.fail-on": Known("error", "", "least severity that fails: error, warning or info"),
    "lint.baseline": Known("", "", "file of findings to be passed over"),
    "services.crossref": _service("crossref", "https://api.crossref.org"),
    "services.doi": _service("doi", "https://doi.org"),
    "services.datacite": _service("datacite", "https://api.datacite.org"),
    "services.pubmed": _service("pubmed", "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"),
    "services.openalex": _service("openalex", "https://api.openalex.org"),
    "services.opencitations": _service("opencitations", "https://api.opencitations.net"),
    "services.semanticscholar": _service("semanticscholar", "https://api.semanticscholar.org"),
    "services.europepmc": _service("europepmc", "https://www.ebi.ac.uk/europepmc/webservices/rest"),
    "services.zotero": _service("zotero", "https://api.zotero.org"),
}
# Sections that hold what their owner likes: the work to which the library belongs.
FREE_SECTIONS = frozenset({"review"})


@dataclass(frozen=True, slots=True)
class Setting:
    """One value and where it came from: "default", the name of a variable, or file:line."""

    name: str
    value: str | int | tuple[str, ...]
    source: str


def settings(path: str, environ: Mapping[str, str] = os.environ) -> dict[str, Setting]:
    """Every known setting by "section.key", from the environment, `path` ("" for none), default.

    Raises `SettingFault` for a key that is not known (naming the nearest) or a value of another
    type, with its line.
    """
    stated = _stated(path) if path else {}
    found: dict[str, Setting] = {}
    for name, known in SETTINGS.items():
        if known.variable and environ.get(known.variable):
            typed = _typed(name, environ[known.variable], None, known.variable)
            found[name] = Setting(name, typed, known.variable)
        elif name in stated:
            value, place = stated[name]
            found[name] = Setting(name, _typed(name, value, place, ""), str(place))
        else:
            found[name] = Setting(name, known.default, "default")
    return found


def library_file(path: str) -> str:
    """The library that an `ifnlit.toml` names, as a path; raises `SettingFault`."""
    stated = _stated(path)
    value, place = stated.get("library.refs", (DEFAULT_REFS, None))
    return os.path.normpath(
        os.path.join(os.path.dirname(path), str(_typed("library.refs", value, place, "")))
    )


def review(path: str) -> dict[str, object]:
    """The `[review]` section: the work the library belongs to; {} when there is none."""
    table = _document(path).get("review")
    return dict(cast("dict[str, object]", table)) if isinstance(table, dict) else {}


def _document(path: str) -> dict[str, object]:
    import tomllib

    from ifnlit.store.text import read_text

    try:
        return tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        # The place stands in the message alone before Python 3.14.
        message, _, where = str(error).partition(" (at line ")
        line, _, column = where.rstrip(")").partition(", column ")
        place = Place(path, int(line or 0), int(column or 0)) if line.isdigit() else Place(path)
        raise SettingFault(f"no TOML: {message}", place=place, hint="mend the syntax") from None


def _stated(path: str) -> dict[str, tuple[object, Place]]:
    """The values of the file by "section.key" with their places."""
    from ifnlit.registry import did_you_mean
    from ifnlit.store.text import read_text

    sections = {name.partition(".")[0] for name in SETTINGS}
    found: dict[str, tuple[object, Place]] = {}
    lines = read_text(path).splitlines()
    for section, table in _document(path).items():
        if section in FREE_SECTIONS:
            continue
        place = _line_of(lines, path, section, "")
        if section not in sections or not isinstance(table, dict):
            names = tuple(sorted(sections | FREE_SECTIONS))
            raise SettingFault(
                f'no section is named "{section}"', place=place, hint=did_you_mean(section, names)
            )
        for key, value in cast("dict[str, object]", table).items():
            place = _line_of(lines, path, section, key)
            if f"{section}.{key}" not in SETTINGS:
                names = tuple(n.partition(".")[2] for n in SETTINGS if n.startswith(f"{section}."))
                raise SettingFault(
                    f'[{section}] has no key "{key}"', place=place, hint=did_you_mean(key, names)
                )
            found[f"{section}.{key}"] = (value, place)
    return found


def _line_of(lines: list[str], path: str, section: str, key: str) -> Place:
    """Where a section or a key of it begins; line 1 when it is written in an unusual form."""
    inside = False
    for number, line in enumerate(lines, 1):
        bare = line.strip()
        if bare.startswith("["):
            inside = bare.strip("[] ") == section
            if inside and not key:
                return Place(path, number, 1)
        elif inside and key and bare.partition("=")[0].strip().strip("\"'") == key:
            return Place(path, number, len(line) - len(line.lstrip()) + 1)
    return Place(path, 1, 1)


def _typed(
    name: str, value: object, place: Place | None, variable: str
) -> str | int | tuple[str, ...]:
    default = SETTINGS[name].default
    if isinstance(default, int):
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        if variable and isinstance(value, str) and value.isdecimal():
            return int(value)
        expected = "a whole number from 0"
    elif isinstance(default, tuple):
        items = cast("list[object]", value) if isinstance(value, list) else [value]
        if isinstance(value, list) and all(isinstance(item, str) for item in items):
            return tuple(str(item) for item in items)
        expected = 'a list of names, like ["doi-absent"]'
    else:
        if isinstance(value, str):
            return value
        expected = "text in quotes"
    where = variable or name
    raise SettingFault(f"{where} is {value!r}", place=place, hint=f"write {expected}")
