"""What BibTeX and BibLaTeX entries share: for whom they are written, names, pages, the layout."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from ifnlit.formats.bib_types import NUMBERED_BY_ISSUE, in_series
from ifnlit.formats.et_al import ET_AL
from ifnlit.formats.latex import TILDE, address, escaped, raw, title
from ifnlit.model.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ifnlit.formats.format import Flavour
    from ifnlit.model.name import Name
    from ifnlit.model.reference import Reference

    Fields = list[tuple[str, str]]

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Fields of variables that CSL has and a record no attribute for: they stand in `extra`.
MORE = {
    "chapter": "chapter-number",
    "volumes": "number-of-volumes",
    "origtitle": "original-title",
    "origpublisher": "original-publisher",
    "origlocation": "original-publisher-place",
    "annotation": "annote",
    "library": "call-number",
}
MORE_DATES = {"eventdate": "event-date", "origdate": "original-date"}
MORE_NAMES = {"bookauthor": "container-author"}


@dataclass(frozen=True, slots=True)
class Taste:
    """What one consumer reads otherwise than the manuals say; docs/bibtex.md says where seen."""

    others: bool = True  # takes "and others" for the mark that it is
    dash: str = "--"  # between first and last page
    eid: bool = True  # reads BibLaTeX's `eid`
    names_language: bool = True  # knows BibLaTeX's names of languages
    langid: str = ""  # takes the language from `langid`, as a "name" or as a "code"
    ids: bool = False  # has fields of its own for PubMed numbers
    short: bool = False  # wants `shortjournal` though it equals `journal`
    edtf: bool = True  # reads intervals, seasons and "about" in BibLaTeX's `date`
    site: str = "titleaddon"  # where BibLaTeX's @online has the title of the site
    whole: str = "titleaddon"  # where types without a container have the title of one
    place: str = "location"  # where BibLaTeX has the publisher's place
    holder: str = "holder"  # where BibLaTeX's @patent has who holds it
    blocks: bool = True  # bears comments and preambles between entries
    tilde: str = TILDE


_TASTES = {
    "zotero": Taste(
        others=False,
        dash="-",
        eid=False,
        names_language=False,
        short=True,
        edtf=False,
        site="booktitle",
        blocks=False,
        tilde=r"\~{}",
    ),
    "pandoc": Taste(
        others=False,
        eid=False,
        langid="code",
        site="journaltitle",
        whole="journaltitle",
        place="address",
        holder="publisher",
    ),
    "biblatex": Taste(langid="name"),
    "jabref": Taste(ids=True),
    "mendeley": Taste(
        others=False, eid=False, names_language=False, ids=True, edtf=False, blocks=False
    ),
    "endnote": Taste(
        others=False,
        dash="-",
        eid=False,
        names_language=False,
        ids=True,
        edtf=False,
        blocks=False,
    ),
}
_GENERAL = Taste()

# Fields whose words keep their capitals (MAPPING, rule 7).
_TITLES = frozenset("title booktitle series shorttitle maintitle titleaddon eventtitle".split())
_RAW = frozenset(["eprint", "urldate", "date", *MORE_DATES])
_ADDRESSES = frozenset({"doi", "url"})
# Written as they are: LaTeX already, or a macro.
_DONE = frozenset(["author", "editor", "translator", "month", "holder", "pages", *MORE_NAMES])
_NO_KEY = r"[^\w+./:;!?*|<>^`\[\]-]+|_{2,}"
_RANGE = re.compile(r"(?<=\w)\s*[-–—]+\s*(?=\w)")
ARTICLE_NUMBER = re.compile(r"(?:[eE]\d{3,}|[A-Z]{1,3}\d{4,})(?:-\d{1,3})?")


def taste(flavour: Flavour) -> Taste:
    """How the consumer of a flavour reads; the manuals' way for one without a name here."""
    return _TASTES.get(flavour.consumer, _GENERAL)


def names(people: Sequence[Name], how: Taste, *, et_al: bool = False) -> str:
    """A name list in LaTeX: "Family, Given and {Body}", with "and others" for who knows it."""
    parts = [part for part in (_name(name, how.tilde) for name in people) if part]
    if et_al and parts and how.others:
        parts.append("others")
    return " and ".join(parts)


def pages(reference: Reference, how: Taste) -> str:
    """LaTeX of the pages, with the consumer's dash in ranges; article numbers keep their hyphen."""
    texts = re.split(r"(,\s*)", reference.page)
    parts = (escaped(text, tilde=how.tilde) for text in texts)
    return "".join(
        part if ARTICLE_NUMBER.fullmatch(part) else _RANGE.sub(how.dash, part) for part in parts
    )


def article_number(reference: Reference, how: Taste) -> str:
    """The number of an article, as it stands in `pages`."""
    return escaped(reference.number, tilde=how.tilde)


def numbered(reference: Reference, kind: str) -> Fields:
    """The fields `number` and `issue`: a journal's issue, a number in a series, or of its own."""
    series, own = reference.collection_number, reference.number
    if reference.type in NUMBERED_BY_ISSUE:
        return [("number", reference.issue)]
    if in_series(kind, has_series=bool(reference.collection_title)):
        return [("number", series or own), ("issue", reference.issue)]
    if kind == "inproceedings":
        return [("number", reference.issue)]
    at_server = reference.type == "article" and not reference.arxiv  # its number is `eprint`
    return [("number", "" if at_server else own), ("issue", reference.issue)]


def eprint(reference: Reference, how: Taste) -> Fields:
    """The number at arXiv or another preprint server, else at PubMed, with its type."""
    if reference.arxiv:
        return [("eprint", reference.arxiv), ("eprinttype", "arxiv")]
    if reference.type == "article" and reference.number:
        server = reference.publisher
        known = server.isascii() and server.isalpha()
        return [
            ("eprint", reference.number),
            ("eprinttype", server.lower() if known else server),
        ]
    if reference.pmid and not how.ids:
        return [("eprint", reference.pmid), ("eprinttype", "pubmed")]
    return []


def own_ids(reference: Reference, how: Taste, *, pmcid: bool) -> Fields:
    """PubMed numbers under their own names: for who asks for that, or when `eprint` is taken."""
    fields: Fields = []
    if reference.pmid and dict(eprint(reference, how)).get("eprint") != reference.pmid:
        fields.append(("pmid", reference.pmid))
    if reference.pmcid and (how.ids or pmcid):
        fields.append(("pmcid", reference.pmcid))
    return fields


def short_title(reference: Reference, how: Taste) -> str:
    """The journal's abbreviation, where it says more than the journal's title does."""
    long, short = reference.container_title, reference.container_title_short
    if how.short:
        from ifnlit.model.iso4 import is_abbreviated

        return short or (long if is_abbreviated(long) else "")
    return short if short != long else ""


def more(reference: Reference, how: Taste) -> Fields:
    """Fields of CSL's rarer variables."""
    if not reference.extra:
        return []
    known = dict(reference.extra)
    fields: Fields = []
    for field, name in MORE.items():
        value: object = json.loads(known.get(name, '""'))
        if isinstance(value, str):
            fields.append((field, value))
    if known.keys() & {*MORE_DATES.values(), *MORE_NAMES.values()}:
        from ifnlit.formats.csl_rare import rare_date, rare_names

        dates = ((field, rare_date(reference, name)) for field, name in MORE_DATES.items())
        fields += [(field, str(date)) for field, date in dates if date]
        people = ((field, rare_names(reference, name)) for field, name in MORE_NAMES.items())
        fields += [(field, names(listed, how)) for field, listed in people]
    return fields


def notes(reference: Reference, flavour: Flavour, how: Taste) -> Fields:
    """The sentence for "et al." where "others" would be a person; the printed text if wanted."""
    truncated = reference.et_al and not how.others
    origin = reference.origin.raw if reference.origin and flavour.raw_notes else ""
    return [("annote", ET_AL if truncated else ""), ("comment", origin)]


def entry(kind: str, key: str, fields: Iterable[tuple[str, str]], kept: Fields, how: Taste) -> str:
    """An entry; empty fields are left out, `kept` ones are LaTeX already.

    The first line holds `@type{key,` alone: Zotero does not know the file otherwise (rule 9).
    """
    lines = [f"  {name} = {_value(name, value, how)}" for name, value in fields if value]
    lines += [f"  {name} = {{{value}}}" for name, value in kept]
    return f"@{kind}{{{key},\n" + ",\n".join(lines) + "\n}\n"


def safe_key(text: str, taken: dict[str, int]) -> str:
    """A citation key that BibTeX can bear and that no entry before has.

    `taken` counts the keys by what they begin with, and is added to: ten thousand records without
    a key must not be compared with each other.
    """
    key = text if text.isalnum() else re.sub(_NO_KEY, "_", text).strip("_") or "entry"
    if key not in taken:
        taken[key] = 1
        return key
    number = taken[key] + 1
    while f"{key}-{number}" in taken:
        number += 1
    taken[key] = number
    taken[f"{key}-{number}"] = 1
    return f"{key}-{number}"


def _name(name: Name, tilde: str) -> str:
    family = " ".join(part for part in (name.non_dropping_particle, name.family) if part)
    given = " ".join(part for part in (name.given, name.dropping_particle) if part)
    if name.literal or not (family and (given or name.suffix)):
        whole = name.literal or family or given
        if not whole:
            return ""
        alone = not name.literal and len(whole.split()) == 1 and whole == family
        return _part(whole, tilde) if alone else f"{{{escaped(whole, tilde=tilde)}}}"
    parts = [_part(family, tilde), _part(name.suffix, tilde), _part(given, tilde)]
    return ", ".join(parts) if name.suffix else f"{parts[0]}, {parts[2]}"


def _part(text: str, tilde: str) -> str:
    """A part of a name; braced where a comma, "and" or a small first letter would be misread."""
    latex = escaped(text, tilde=tilde)
    small = text[:1].islower() and " " in text
    low = text.casefold()
    joins = "and" in low and "and" in low.split()
    return f"{{{latex}}}" if small or joins or "," in text else latex


def _value(name: str, value: str, how: Taste) -> str:
    if name == "month":
        return value
    if name in _DONE:
        return f"{{{value}}}"
    if name in _RAW:
        return f"{{{raw(value)}}}"
    if name in _ADDRESSES:
        return f"{{{address(value)}}}"
    latex = (title if name in _TITLES else escaped)(value, tilde=how.tilde)
    return f"{{{latex}}}"
