"""What BibTeX and BibLaTeX entries share: names, keys, pages, the layout of an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.formats.latex import escaped, finished, title

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ifnlit.formats.format import Flavour
    from ifnlit.model.name import Name
    from ifnlit.model.reference import Reference

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ET_AL = "et al. after the last author in the source"
# Fields whose words keep their capitals (MAPPING, rule 7).
_TITLES = frozenset({"title", "booktitle", "series", "shorttitle"})
# Written as they are: identifiers, addresses, macros.
_RAW = frozenset({"doi", "url", "eprint", "month", "author", "editor", "translator"})


def tilde(flavour: Flavour) -> str:
    """How `~` is written: Zotero shows `\\textasciitilde` as it stands."""
    return r"\~{}" if flavour.consumer == "zotero" else r"\textasciitilde{}"


def names(people: Sequence[Name], et_al: bool, flavour: Flavour) -> str:
    """A name list: "Family, Given and {Body}", with "and others" but for Zotero."""
    parts = [_name(name, flavour) for name in people]
    if et_al and parts and flavour.consumer != "zotero":
        parts.append("others")
    return " and ".join(parts)


def entry(kind: str, key: str, fields: Iterable[tuple[str, str]], flavour: Flavour) -> str:
    """An entry; a field's value is plain text and is escaped here, an empty one is left out.

    The first line holds `@type{key,` alone: Zotero does not know the file otherwise (rule 9).
    """
    wave = tilde(flavour)
    lines = [f"  {name} = {_value(name, value, wave)}" for name, value in fields if value]
    return f"@{kind}{{{key},\n" + ",\n".join(lines) + "\n}\n"


def pages(reference: Reference, flavour: Flavour) -> str:
    """Pages with two hyphens, for Zotero with one; a single page or an article number as it is."""
    dash = "-" if flavour.consumer == "zotero" else "--"
    return (
        dash.join(reference.page.split("-")) if reference.page.count("-") == 1 else reference.page
    )


def genre(reference: Reference) -> str:
    """The kind of a thesis: as recorded, else "Thesis" (the degree is not known)."""
    return reference.genre or ("Thesis" if reference.type == "thesis" else "")


def eprint(reference: Reference) -> list[tuple[str, str]]:
    """ArXiv number, else PubMed number, with its type."""
    if reference.arxiv:
        return [("eprint", reference.arxiv), ("eprinttype", "arxiv")]
    if reference.pmid:
        return [("eprint", reference.pmid), ("eprinttype", "pubmed")]
    return []


def _name(name: Name, flavour: Flavour) -> str:
    if name.literal:
        return f"{{{escaped(name.literal, tilde=tilde(flavour))}}}"
    family = escaped(name.family)
    particle = name.non_dropping_particle
    if particle:
        family = f"{{{escaped(particle)} {family}}}"
    elif " " in family and " and " in family:
        family = f"{{{family}}}"
    given = escaped(" ".join(part for part in (name.given, name.dropping_particle) if part))
    parts = [family, escaped(name.suffix), given] if name.suffix else [family, given]
    if name.suffix and not given:
        return f"{family}, {escaped(name.suffix)},"
    return ", ".join(part for part in parts if part)


def _value(name: str, value: str, wave: str) -> str:
    if name == "month":
        return value
    if name in _RAW:
        return f"{{{finished(value)}}}"
    text = title(value, tilde=wave) if name in _TITLES else escaped(value, tilde=wave)
    return f"{{{finished(text)}}}"
