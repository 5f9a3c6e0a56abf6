"""Citation styles as chance makes them: each is a choice of forms that real styles have.

A few dozen fixed templates would teach the tagger those templates. The forms here are those of APA,
Vancouver, AMA, MLA, Chicago, Harvard, IEEE, ACS, Elsevier, Springer, Nature, AIP, DIN 1505, ISO 690
and the usage of German, French and Spanish lists; a style takes one form of each kind, so that the
forms of all of them meet in all combinations.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

# {v} volume, {i} issue, {p} pages, {y} year; a group in brackets goes when its value is missing.
# Patterns with the year stand in `LOCATORS_YEAR`.
LOCATORS = (
    "[ {v}][({i})][, {p}]", "[, {v}][({i})][, {p}]", "[ {v}][({i})][:{p}]", "[, {v}][ ({i})][: {p}]", "[. {v}][({i})][:{p}]",
    "[ {v}][({i})][: {p}]", "[, vol. {v}][, no. {i}][, pp. {p}]", "[, Vol. {v}][, No. {i}][, pp. {p}]", "[ vol. {v}][ no. {i}][ pp. {p}]",
    "[, {v}][.{i}][, {p}]", "[ {v}][.{i}][: {p}]", "[, {v}][, {p}]", "[ {v}][, {p}]", "[ {v}][:{p}]", "[, {v}][, no. {i}][, {p}]",
    "[ {v}][, no. {i}][: {p}]", "[, volume {v}][, issue {i}][, pages {p}]", "[ {v}][/{i}][, {p}]", "[, {v}][/{i}][, pp. {p}]",
    "[, {v}][({i})][, pp. {p}]", "[, {v}][({i})][, p. {p}]", "[. Vol. {v}][ ({i})][: {p}]", "[, vol. {v}][ ({i})][, p. {p}]",
    "[, t. {v}][, n° {i}][, p. {p}]", "[, {v}][, n. {i}][, p. {p}]", "[, {v}][, núm. {i}][, págs. {p}]", "[ {v}][ {p}]",
    "[ {v}][ ({i})][, {p}]", "[; {v}][({i})][:{p}]", "[. {v}][ ({i})][. {p}]", "[, v. {v}][, n. {i}][, p. {p}]", "[, {v}][, {i}][, {p}]",
    "[ {v}][, issue {i}][ ({p})]", "[, vol. {v}][, iss. {i}][, pp. {p}]",
)  # fmt: skip
LOCATORS_YEAR = (
    ". {y}[;{v}][({i})][:{p}]", ". {y}[; {v}][({i})][: {p}]", " {y}[;{v}][:{p}]", ", {y}[, {v}][({i})][: {p}]", ", {y}[, {v}][, {p}]",
    ", {y}[, {v}][({i})][:{p}]", "[ {v}][, {p}] ({y})", "[ {v}][:{p}] ({y})", "[ {v}][({i})][, {p}] ({y})", "[, {v}][, {p}] ({y})",
    "[ {v}] ({y})[ {p}]", "[ {v}] ({y})[, {p}]", "[, {v}] ({y})[, {p}]", "[ {v}] ({y})[, no. {i}][, {p}]", "[ {v}][, no. {i}] ({y})[: {p}]",
    "[ {v}][.{i}] ({y})[: {p}]", "[, vol. {v}][, no. {i}][, pp. {p}], {y}", "[, vol. {v}][, no. {i}], {y}[, pp. {p}]",
    ", {y}[, vol. {v}][, n° {i}][, p. {p}]", "[, {v}][, {p}], {y}", "[ {v}][:{p}], {y}", ", {y}[, Vol. {v}][, No. {i}][, pp. {p}]",
    "[, {v}][, {i}] ({y})[, pp. {p}]", " {y}[ {v}][ {p}]", " {y}[, {v}][ ({i})][, {p}]", "[. {v}][({i})][:{p}, ]{y}", "[, vol. {v}][({i})], {y}[, pp. {p}]",
    ". {y}[. {v}][({i})][: p. {p}]", "[, {v}][({i})][: {p}], {y}",
)  # fmt: skip
LOCATORS_DE = (
    "[ {v}][ ({i})][, S. {p}]", "[, {v}][({i})][, {p}]", "[, Jg. {v}][, H. {i}][, S. {p}]", "[, {v}. Jg.][, Heft {i}][, S. {p}]",
    "[, Bd. {v}][, S. {p}]", "[ {v}][, S. {p}]", "[, {v}][/{i}][, S. {p}]", "[, {v}][, {p}]", "[ {v}][: {p}]", "[, Jg. {v}][, Nr. {i}][, S. {p}]",
    "[ {v}][, H. {i}][, {p}]", "[, {v}][, H. {i}][: {p}]", "[ Jg. {v}][ Nr. {i}][: {p}]", "[, {v}][ ({i})][: {p}]", "[ {v}][({i})][: {p}]",
)  # fmt: skip
LOCATORS_DE_YEAR = (
    "[ {v}] ({y})[, S. {p}]", "[ {v}] ({y})[ {i}][, S. {p}]", "[ {v}] ({y})[, H. {i}][, S. {p}]", "[, {v}. Jg.], {y}[, H. {i}][, S. {p}]",
    "[, {i}]/{y}[, S. {p}]", "[, Jg. {v}], {y}[, Nr. {i}][, S. {p}]", "[, Bd. {v}], {y}[, S. {p}]", "[, Jg. {v}] ({y})[, H. {i}][, S. {p}]",
    ", {y}[, H. {i}][, S. {p}]", "[, {v}] ({y})[, {p}]", "[ {v}] ({y})[, {p}]", "[, Heft {i}]/{y}[, S. {p}]", "[, {v}], {y}[, {i}][, S. {p}]",
)  # fmt: skip
# {l} place, {h} publisher, {y} year
IMPRINTS = (
    "{l}: {h}", "{h}, {l}", "{h}", "{l}: {h}", "{l}, {h}", "{h}; {l}", "{h}. {l}", "{l} : {h}", "{h}: {l}", "({l}: {h})", "({h}, {l})",
)  # fmt: skip
IMPRINTS_YEAR = (
    "{l}: {h}, {y}", "{h}, {l}, {y}", "{l}: {h}; {y}", "({l}: {h}, {y})", "({h}, {l}, {y})", "{h}, {y}", "({h}, {y})", "{l}, {h}, {y}",
    "{l} : {h}, {y}", "{h}: {l}, {y}", "{l} ({h}) {y}", "{h}; {y}", "({l}, {y})", "{l} {y}", "{l}, {y}", "{h}: {l}; {y}", "{l}: {h} {y}",
    "({h}, {l} {y})", "{h}. {l}, {y}", "{l}. {h}. {y}", "{y}. {h}",
)  # fmt: skip
EDITORS = (
    "In: {e} (eds.)", "In {e} (Eds.),", "In: {e}, editors.", "in {e} (eds),", "In: {e} (Eds.):", "in: {e} (Ed.),", "In {e}, ed.,",
    "In: {e}, eds.", "In {e} (Ed.),", "In {e} (Eds.).", "In: {e} (ed.):", "in {e}, eds.,", "In {e} (eds.),", "in: {e} (eds.):",
    "In: {e} (Eds.),", "In {e} (ed.)", "in {e} (ed.),", "In {e}.",
)  # fmt: skip
EDITORS_DE = (
    "In: {e} (Hrsg.):", "In: {e} (Hg.):", "In: {e} (Hrsg.),", "In {e} (Hrsg.),", "in: {e} (Hrsg.),", "In: {e} (Hrsg):", "In: {e}, Hrsg.,",
    "in {e} (Hg.):", "In: {e} (Hrsg.).", "In: {e} (Hrsg.)", "in: {e} (Hg.),", "In: {e}:",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NameForm:
    """How a list of names is written."""

    order: str  # "family", "first" (the first name only), "given"
    given: str  # "J. A.", "J.A.", "JA", "J A", "Jane A.", "Jane", "J.-A."
    inside: str  # between family and given name
    between: str
    last: str  # before the last name
    most: int  # names that are written out; more end in `more` after `least`
    least: int
    more: str
    capitals: bool


@dataclass(frozen=True, slots=True)
class Style:
    """One form of each kind; `language` picks its words."""

    language: str
    number: str
    authors: NameForm
    editors: NameForm
    after_authors: str
    dated: str  # "author", "locator", "end"
    date: str  # the pattern after the authors or at the end
    long_date: str
    quotes: tuple[str, str]
    inside_quotes: bool
    after_title: str
    title_case: str
    container: str  # before a journal
    abbreviated: str  # "no", "dots", "bare"
    locator: str
    short_pages: bool
    host: str  # before editors or the host's title
    editors_first: bool
    imprint: str
    chapter_pages: str
    pages_before_imprint: bool
    edition: str
    volume: str
    series: str
    identifiers: tuple[str, ...]
    end: str


def style(chance: random.Random, language: str) -> Style:
    """A style out of the forms of a language; German lists cite English works in their own way."""
    german = language == "de" or chance.random() < 0.2
    authors = _names(chance, language)
    dated = chance.choice(
        ("author", "author", "locator", "end")
        if not german
        else ("author", "author", "author", "locator")
    )
    quotes = chance.choice(
        (("", ""),) * (7 if not german else 10)
        + (("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"))
        + ((("„", "“"), ("»", "«")) if german else (("« ", " »"),))
    )
    locators = {
        (False, False): LOCATORS, (False, True): LOCATORS_YEAR, (True, False): LOCATORS_DE, (True, True): LOCATORS_DE_YEAR,
    }[german and chance.random() < 0.85, dated == "locator"]  # fmt: skip
    plain_stop = chance.choice((". ", ". ", ". ", ", ", ": " if german else ". "))
    return Style(
        language=language,
        number=chance.choice(("",) * 20 + ("[{n}] ", "{n}. ", "({n}) ", "{n} ")),
        authors=authors,
        editors=_names(chance, language) if chance.random() < 0.5 else authors,
        after_authors=chance.choice(
            (". ", ", ", ": ", " ", ". ") if not german else (": ", ", ", ". ", ": ")
        ),
        dated=dated,
        date=_date(chance, dated, german),
        long_date=chance.choice(("no", "no", "no", "month", "mon", "day", "iso", "de")),
        quotes=quotes,
        inside_quotes=chance.random() < 0.7,
        after_title=plain_stop,
        title_case=chance.choice(("keep", "keep", "keep", "title", "sentence")),
        container=chance.choice(
            ("", "", "", "", "", "In: ", "in ", "In ")
            if not german
            else ("", "In: ", "in: ", "In: ", "in ")
        ),
        abbreviated=chance.choice(("no", "no", "no", "dots", "bare")),
        locator=chance.choice(locators),
        short_pages=chance.random() < 0.12,
        host=chance.choice(
            ("In: ", "In ", "in ", "in: ", "In: ")
            if chance.random() < 0.9
            else ("", "// ", "dans ", "en ")
        ),
        editors_first=chance.random() < (0.8 if german else 0.55),
        imprint=chance.choice(IMPRINTS_YEAR if dated != "author" else IMPRINTS),
        chapter_pages=chance.choice(
            (", pp. {p}", " (pp. {p})", ", {p}", ": {p}", ". pp. {p}", ", p. {p}", "; p. {p}")
            if not german
            else (", S. {p}", ", S. {p}", " (S. {p})", ", {p}", ": {p}", " S. {p}")
        ),
        pages_before_imprint=chance.random() < 0.5,
        edition=chance.choice(
            (
                " ({e} ed.)",
                ", {e} ed.",
                ". {e} edn",
                ", {e} edition",
                " ({e} edition)",
                ", {e} ed",
                ". {e}. ed.",
            )
            if not german
            else (" ({e} Aufl.)", ", {e} Auflage", ". {e} Aufl.", ", {e} Aufl.")
        ),
        volume=chance.choice(
            (", vol. {v}", " (Vol. {v})", ". Vol. {v}", ", {v}", ", vol {v}")
            if not german
            else (", Bd. {v}", ". Band {v}", " (Bd. {v})")
        ),
        series=chance.choice((" ({s})", ". {s}", ", {s}", ". ({s})")),
        identifiers=_identifiers(chance, german),
        end=chance.choice((".", ".", ".", "")),
    )


def _names(chance: random.Random, language: str) -> NameForm:
    order = chance.choice(("family", "family", "family", "first", "given"))
    given = chance.choice(
        ("J. A.", "J. A.", "J.A.", "JA", "JA", "J A", "Jane A.", "Jane")
        if language != "de"
        else ("Jane", "Jane", "J. A.", "J.A.", "JA")
    )
    bare = given in {"JA", "J A"}
    inside = (
        " "
        if bare
        else chance.choice((", ", ", ", ", ", " "))
        if given not in {"Jane", "Jane A."}
        else ", "
    )
    words = {"de": ("und", "/", "&", "u."), "en": ("and", "&", "and", "")}[language]
    word = chance.choice(words)
    if language == "de":
        between = chance.choice(("; ", "/", ", ", " / ", ", ", "/ "))
        last = (
            between
            if chance.random() < 0.5 or "/" in between
            else f" {word} "
            if word != "/"
            else "/"
        )
    else:
        between = chance.choice(
            (", ", ", ", ", ", "; ") if not bare else (", ", ", ", ", ", "; ", ",")
        )
        last = (
            chance.choice((f" {word} ", f", {word} ", f"{between.rstrip()} {word} "))
            if word and not (bare and chance.random() < 0.8)
            else between
        )
    most = chance.choice((3, 3, 6, 6, 7, 10, 30))
    return NameForm(
        order=order if not bare else chance.choice(("family", "family", "family", "given")),
        given=given,
        inside=inside,
        between=between,
        last=last,
        most=most,
        least=chance.choice((1, 1, min(3, most), min(6, most))),
        more=chance.choice(
            (
                ", et al.",
                " et al.",
                ", et al",
                " et al",
                "; et al.",
                ", … {last}",
                ", . . . {last}",
                " and others",
                " [et al.]",
            )
            if language != "de"
            else (" u.a.", " et al.", ", u. a.", " u.a.", " et al.")
        ),
        capitals=chance.random() < 0.1,
    )


def _date(chance: random.Random, dated: str, german: bool) -> str:
    if dated == "end":
        return chance.choice((", {y}", " ({y})", ". {y}", ", {y}", "; {y}"))
    if german:
        return chance.choice(
            (
                " ({y}): ",
                " ({y}). ",
                " {y}: ",
                ", {y}: ",
                " ({y}), ",
                " [{y}]: ",
                " {y}. ",
                " ({y}) ",
            )
        )
    return chance.choice(
        (
            " ({y}). ",
            " ({y}). ",
            " ({y}) ",
            " ({y}), ",
            ". {y}. ",
            ", {y}. ",
            " {y}. ",
            " ({y}): ",
            ", {y}, ",
            " [{y}] ",
            ". ({y}). ",
            " {y}, ",
            " – {y} – ",
        )
    )


def _identifiers(chance: random.Random, german: bool) -> tuple[str, ...]:
    doi = chance.choice(
        (
            ". doi:{doi}",
            ". https://doi.org/{doi}",
            ". DOI: {doi}",
            ", doi: {doi}",
            ". http://dx.doi.org/{doi}",
            " doi:{doi}",
            ". doi.org/{doi}",
            "",
            "",
            ", {doi}",
        )
    )
    url = chance.choice(
        (
            ". Retrieved from {url}",
            ". Available at: {url}",
            ". Available from: {url}",
            ", {url}",
            ". {url}",
            ". <{url}>",
            ". URL {url}",
            ". URL: {url}",
            " [online] {url}",
            "",
            ". Retrieved {acc}, from {url}",
            ". {url} (accessed {acc})",
            ". Available at: {url} [Accessed {acc}]",
            ". {url}. Accessed {acc}",
        )
        if not german
        else (
            ". Online: {url}",
            ". URL: {url}",
            ", {url}",
            ". Verfügbar unter: {url}",
            ". Online unter {url} (Zugriff am {acc})",
            ". {url} [{acc}]",
            ". {url} (Stand: {acc})",
            ", abgerufen unter: {url}",
            "",
        )
    )
    return (
        doi,
        url,
        chance.choice(
            ("",) * 6 + (". ISBN {isbn}", ". ISSN {issn}", ". ISBN: {isbn}", ". PMID: {pmid}")
        ),
    )
