"""References as people print them, made from records: each damage is one that lists do have."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ifnlit.match.fold import words
from ifnlit.model import iso4
from ifnlit.model.date import Date
from ifnlit.model.name import Name
from ifnlit.model.reference import Reference

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from ifnlit.model.evidence import Record

_TYPES = {
    "journal-article": "article-journal",
    "proceedings-article": "paper-conference",
    "book-chapter": "chapter",
    "reference-entry": "chapter",
    "book": "book",
    "monograph": "book",
    "edited-book": "book",
    "dissertation": "thesis",
    "report": "report",
    "posted-content": "article",
}
_LIGHT = frozenset("of the and for in on de la et der die und a an to".split())
_STEMS = tuple(
    sorted((word.casefold() for word in iso4._ABBREVIATIONS), key=len, reverse=True)  # noqa: SLF001  # the made-up abbreviations have to be ISO's
)
_OCR = (("m", "rn"), ("l", "1"), ("o", "0"), ("e", "c"), ("h", "b"), ("i", "l"), ("ti", "fi"))


def reference(record: Record) -> Reference:
    """The full reference: all authors with initials, all coordinates."""
    return Reference(
        id="x",
        type=_TYPES.get(record.type, "article-journal"),
        title=record.title,
        author=tuple(_initialled(name) for name in record.authors),
        container_title=record.container_titles[0] if record.container_titles else "",
        issued=Date(record.years[-1]) if record.years else None,
        volume=record.volume,
        issue=record.issue,
        page=record.page,
        number=record.number,
    )


def _initialled(name: Name) -> Name:
    if name.literal or not name.given:
        return name
    parts = [part for part in re.split(r"[\s.]+", name.given) if part]
    return replace(name, given=" ".join(f"{part[0]}." for part in parts))


def _abbreviated(ours: Reference, _: random.Random) -> Reference:
    kept = [word for word in ours.container_title.split() if word.casefold() not in _LIGHT]
    if len(kept) < 2:  # noqa: PLR2004  # ISO 4 keeps single words
        return ours
    return replace(ours, container_title=" ".join(map(_short, kept)))


def _short(word: str) -> str:
    stem = next((stem for stem in _STEMS if word.casefold().startswith(stem)), "")
    if word.casefold() == "journal":
        return "J"
    return word[: len(stem)] if len(word) - len(stem) > 1 and len(stem) > 2 else word  # noqa: PLR2004  # ISO 4 cuts two letters or more


def _cut_title(ours: Reference, chance: random.Random) -> Reference:
    parts = ours.title.split()
    kept = max(4, round(len(parts) * chance.uniform(0.5, 0.9)))
    return replace(ours, title=" ".join(parts[:kept]) + "..." * chance.randint(0, 1))


def _without_subtitle(ours: Reference, _: random.Random) -> Reference:
    head = re.split(r"[:.?]\s", ours.title, maxsplit=1)[0]
    return replace(ours, title=head if len(words(head)) >= 4 else ours.title)  # noqa: PLR2004  # as many as a cut title keeps


def _et_al(ours: Reference, chance: random.Random) -> Reference:
    kept = chance.randint(1, 3)
    return replace(ours, author=ours.author[:kept], et_al=len(ours.author) > kept)


def _no_issue(ours: Reference, _: random.Random) -> Reference:
    return replace(ours, issue="")


def _no_authors(ours: Reference, _: random.Random) -> Reference:
    return replace(ours, author=())


def _first_page(ours: Reference, _: random.Random) -> Reference:
    return replace(ours, page=ours.page.split("-")[0])


def _short_pages(ours: Reference, _: random.Random) -> Reference:
    found = re.fullmatch(r"(\d+)-(\d+)", ours.page)
    if not found or len(found[1]) != len(found[2]) or len(found[1]) < 2:  # noqa: PLR2004  # "8-9" cannot be shorter
        return ours
    start, end = found[1], found[2]
    shared = next((at for at, (a, b) in enumerate(zip(start, end, strict=True)) if a != b), 0)
    return replace(ours, page=f"{start}-{end[shared:]}")


def _online_first(ours: Reference, chance: random.Random) -> Reference:
    if ours.issued is None:
        return ours
    return replace(ours, issued=Date(ours.issued.year + chance.choice((-1, 1))))


def _ascii(ours: Reference, _: random.Random) -> Reference:
    from anyascii import anyascii

    for letter, look in (("α", "a"), ("β", "b"), ("γ", "y")):
        ours = replace(ours, title=ours.title.replace(letter, look))
    names = tuple(
        Name(anyascii(name.family), anyascii(name.given), literal=anyascii(name.literal))
        for name in ours.author
    )
    return replace(ours, title=anyascii(ours.title), author=names)


def _capitals(ours: Reference, _: random.Random) -> Reference:
    return replace(
        ours,
        title=ours.title.upper(),
        author=tuple(replace(name, family=name.family.upper()) for name in ours.author),
    )


def _lower(ours: Reference, _: random.Random) -> Reference:
    return replace(ours, title=ours.title.lower(), container_title=ours.container_title.lower())


def _scanned(ours: Reference, chance: random.Random) -> Reference:
    """One letter in forty misread, a hyphen or a blank at a line's end."""
    title = ours.title
    for _ in range(max(1, len(title) // 40)):
        clean, read = chance.choice(_OCR)
        spots = [found.start() for found in re.finditer(clean, title)]
        if spots:
            at = chance.choice(spots)
            title = title[:at] + read + title[at + len(clean) :]
    at = chance.randrange(len(title)) if title else 0
    return replace(ours, title=title[:at] + chance.choice(("- ", " ", "-")) + title[at:])


def _swapped(ours: Reference, _: random.Random) -> Reference:
    return replace(
        ours,
        author=tuple(
            replace(name, family=name.given, given=name.family) if name.given else name
            for name in ours.author
        ),
    )


def _in_one_field(ours: Reference, _: random.Random) -> Reference:
    return replace(
        ours,
        author=tuple(
            Name(literal=f"{name.family} {name.given}".strip() or name.literal)
            for name in ours.author
        ),
    )


def _zeros(ours: Reference, _: random.Random) -> Reference:
    issue = f"0{ours.issue}" if ours.issue.isdigit() else ours.issue
    return replace(ours, issue=issue, title=f"{ours.title} [J]")


def _and(ours: Reference, _: random.Random) -> Reference:
    name = ours.container_title
    name = name.replace(" & ", " and ") if " & " in name else name.replace(" and ", " & ")
    return replace(ours, container_title=name.removeprefix("The "))


DAMAGES: dict[str, Callable[[Reference, random.Random], Reference]] = {
    "full": lambda ours, _: ours,
    "journal abbreviated": _abbreviated,
    "title cut short": _cut_title,
    "without subtitle": _without_subtitle,
    "et al.": _et_al,
    "no issue": _no_issue,
    "no authors": _no_authors,
    "first page only": _first_page,
    "last page shortened": _short_pages,
    "year off by one": _online_first,
    "no diacritics": _ascii,
    "capitals": _capitals,
    "lower case": _lower,
    "scanned": _scanned,
    "names swapped": _swapped,
    "names in one field": _in_one_field,
    "zeros and marks": _zeros,
    "and for &": _and,
}


def as_text(ours: Reference, style: str) -> str:
    """The reference as one line of a list in a style: "gbt7714", "vancouver" or "apa"."""
    return _STYLES[style](ours)


def _gbt7714(ours: Reference) -> str:
    names = [" ".join(filter(None, (n.literal or n.family, _bare(n)))) for n in ours.author[:3]]
    more = ", et al" if ours.et_al or len(ours.author) > len(names) else ""
    issue = f"({ours.issue})" if ours.issue else ""
    place = f"{_year(ours)}, {ours.volume}{issue}" if ours.volume else _year(ours)
    page = f": {ours.page or ours.number}" if ours.page or ours.number else ""
    return f"{', '.join(names)}{more}. {ours.title}[J]. {ours.container_title}, {place}{page}."


def _vancouver(ours: Reference) -> str:
    names = [" ".join(filter(None, (n.literal or n.family, _bare(n)))) for n in ours.author[:6]]
    more = ", et al" if ours.et_al or len(ours.author) > len(names) else ""
    issue = f"({ours.issue})" if ours.issue else ""
    place = f";{ours.volume}{issue}" if ours.volume else ""
    page = f":{ours.page or ours.number}" if ours.page or ours.number else ""
    printed = f"{', '.join(names)}{more}. {ours.title}. {ours.container_title}."
    return f"{printed} {_year(ours)}{place}{page}."


def _apa(ours: Reference) -> str:
    names = [", ".join(filter(None, (n.literal or n.family, n.given))) for n in ours.author]
    listed = ", ".join(names[:-1]) + f", & {names[-1]}" if len(names) > 1 else "".join(names)
    issue = f"({ours.issue})" if ours.issue else ""
    place = f", {ours.volume}{issue}" if ours.volume else ""
    page = f", {ours.page or ours.number}" if ours.page or ours.number else ""
    more = ", et al." if ours.et_al else ""
    return f"{listed}{more} ({_year(ours)}). {ours.title}. {ours.container_title}{place}{page}."


def _bare(name: Name) -> str:
    return "".join(re.findall(r"\b\w", name.given)) if not name.literal else ""


def _year(ours: Reference) -> str:
    return str(ours.issued.year) if ours.issued else ""


_STYLES: dict[str, Callable[[Reference], str]] = {
    "gbt7714": _gbt7714,
    "vancouver": _vancouver,
    "apa": _apa,
}
STYLES = tuple(_STYLES)
