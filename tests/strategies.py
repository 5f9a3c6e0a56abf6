"""Generated records for property tests: every CSL type, form of name and precision of a date.

`references()` gives one `Reference` as a reader would leave it (text trimmed, identifiers in their
one spelling, an article number apart from pages), `libraries()` a list of them with distinct keys.
`damaged()` bends any text: what a reader must survive. Narrow the search with the arguments.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import Phase
from hypothesis import strategies as st

from ifnlit.model.csl import TYPES
from ifnlit.model.date import Date
from ifnlit.model.identifier import DOI, ISBN, ISSN, PMCID, PMID, ArXiv
from ifnlit.model.name import Name
from ifnlit.model.reference import Origin, Reference, Repair

if TYPE_CHECKING:
    from collections.abc import Collection

# Phases for tests of large values: to shrink one takes minutes and says little more.
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)

ARTICLES = ("article-journal", "article-magazine", "article-newspaper", "review", "review-book")

# Words as titles have them: marks that formats escape, other scripts, digits, hyphens.
_WORDS = (
    "interferon Hepatitis B IFN-α-2a chronic PEG-IFN γ-globulin mice A of in virus H₂O 5′-UTR "
    "p53 C++ R&D 100% a_b #1 $5 x^2 {x} ~30 back\\slash 干扰素 Über naïve Łódź «quoted» "
    'e.g. (nucleoside) [rev.] "said" <0.05 q&a; 3:1 <i>in-vitro</i> no. and others'
).split()
_PARTICLES = ("van", "van der", "de", "von", "la", "ten")
_FAMILIES = ("Lan", "Dai", "O'Brien", "García Márquez", "Müller", "Ng", "Smith-Jones", "李", "Łoś")
_GIVEN = ("C. M.", "Yan-Chun", "J.-T.", "H. S. J.", "Maria", "X.", "", "Ana María")
_BODIES = (
    "World Health Organization",
    "Centers for Disease Control and Prevention",
    "IFN-2, Study Group",
    "ISO",
    "国家卫生健康委员会",
)
_PAGES = ("1-12", "209-249", "1933-1940.e1", "S1-S9", "18", "iv-xii", "A3", "71-75", "1, 3-5")
_NUMBERS = ("e00442-20", "e0054622", "102345", "CD001234", "12")


def words(least: int = 1, most: int = 6) -> st.SearchStrategy[str]:
    """A line of text with single blanks."""
    return st.lists(st.sampled_from(_WORDS), min_size=least, max_size=most).map(" ".join)


def names() -> st.SearchStrategy[Name]:
    """A person (with particles and suffix or not), a body, or one word."""
    person = st.builds(
        Name,
        family=st.sampled_from(_FAMILIES),
        given=st.sampled_from(_GIVEN),
        non_dropping_particle=st.sampled_from(("", "", "", *_PARTICLES)),
        suffix=st.sampled_from(("", "", "", "Jr.", "III")),
    )
    dropping = st.builds(
        Name,
        family=st.sampled_from(_FAMILIES),
        given=st.sampled_from(_GIVEN).filter(bool),
        dropping_particle=st.sampled_from(("von", "de")),
    )
    body = st.builds(Name, literal=st.sampled_from(_BODIES))
    return st.one_of(person, person, dropping, body)


def dates(*, plain: bool = False) -> st.SearchStrategy[Date]:
    """A year, with month or day or not; unless `plain` also seasons, "circa" and intervals."""
    year = st.integers(1000, 2100)
    month = st.integers(1, 12)
    simple = st.one_of(
        st.builds(Date, year),
        st.builds(Date, year, month),
        st.builds(Date, year, month, st.integers(1, 28)),
    )
    if plain:
        return simple
    return st.one_of(
        simple,
        simple,
        st.builds(Date, year, st.integers(21, 24)),
        st.builds(Date, year, circa=st.just(value=True)),
        st.builds(_interval, year, st.integers(1, 9)),
    )


def _isbn(digits: str) -> str:
    body = "978" + digits
    total = sum((3 if index % 2 else 1) * int(digit) for index, digit in enumerate(body))
    return str(ISBN(body + str(-total % 10)))


def _issn(digits: str) -> str:
    rest = -sum((8 - index) * int(digit) for index, digit in enumerate(digits)) % 11
    return str(ISSN(digits + ("X" if rest == 10 else str(rest))))


def _digits(count: int) -> st.SearchStrategy[str]:
    return st.text("0123456789", min_size=count, max_size=count)


def _fields() -> dict[str, st.SearchStrategy[Any]]:
    line = words()
    small = st.integers(1, 999).map(str)
    people = st.lists(names(), max_size=3).map(tuple)
    ascii_tail = st.text("abcXYZ0123456789.-", min_size=1, max_size=8).filter(
        lambda tail: tail[-1] not in ".-"
    )
    return {
        "title": line,
        "title_short": line,
        "editor": people,
        "translator": people,
        "container_title": line,
        "container_title_short": line.map(lambda text: f"{text} abbr."),
        "collection_title": line,
        "collection_number": small,
        "issued": dates(),
        "volume": small,
        "issue": st.one_of(small, st.sampled_from(("3-4", "Suppl 1", "12A"))),
        "number_of_pages": small,
        "edition": st.sampled_from(("2", "3rd", "second revised")),
        "version": st.sampled_from(("1.0.2", "2024a")),
        "genre": line,
        "medium": st.sampled_from(("CD-ROM", "Online")),
        "publisher": line,
        "publisher_place": st.sampled_from(("Paris", "New York, NY", "北京")),
        "event_title": line,
        "event_place": st.sampled_from(("Kyoto", "Rio de Janeiro, Brazil")),
        "accessed": dates(plain=True),
        "language": st.sampled_from(("en", "zh", "de", "pt-BR")),
        "doi": ascii_tail.map(lambda tail: str(DOI(f"10.1234/{tail}"))),
        "pmid": st.integers(1, 39_999_999).map(lambda n: str(PMID(str(n)))),
        "pmcid": st.integers(1, 9_999_999).map(lambda n: str(PMCID(f"PMC{n}"))),
        "issn": _digits(7).map(_issn),
        "isbn": _digits(9).map(_isbn),
        "arxiv": st.sampled_from(("2101.00001", "2101.00001v2", "hep-th/9901001")).map(
            lambda text: str(ArXiv(text))
        ),
        "url": st.sampled_from(("https://example.org/a_b?c=1&d=%20#e", "http://例え.jp/x~y")),
        "abstract": words(5, 30),
        "keyword": st.lists(st.sampled_from(("liver", "IFN-α", "hepatitis B")), min_size=1).map(
            lambda parts: ", ".join(dict.fromkeys(parts))
        ),
        "note": line,
        "status": st.sampled_from(("in press", "forthcoming")),
    }


@st.composite
def references(
    draw: st.DrawFn,
    *,
    types: Collection[str] = TYPES,
    plain_dates: bool = False,
    origins: bool = False,
    leave_out: Collection[str] = (),
) -> Reference:
    """One record of any type in `types`, each of its fields there or not.

    `leave_out` names attributes that stay empty; `origins` adds printed text and repairs.
    """
    table = {name: it for name, it in _fields().items() if name not in leave_out}
    if plain_dates and "issued" in table:
        table["issued"] = dates(plain=True)
    chosen = draw(st.sets(st.sampled_from(sorted(table)), max_size=12))
    values = {name: draw(table[name]) for name in sorted(chosen)}
    kind = draw(st.sampled_from(sorted(types)))
    author = draw(st.lists(names(), max_size=4).map(tuple))
    values.update(_locator(draw, kind, leave_out))
    origin = None
    if origins:
        repairs = draw(st.sampled_from(((), (Repair("page", "1--2", "1-2", "typographic", "w"),))))
        origin = Origin(draw(st.integers(1, 99)), draw(words()), repairs)
    return Reference(
        id=draw(st.text("abcdefgh0123456789", min_size=3, max_size=12)),
        type=kind,
        author=author,
        et_al=bool(author) and "et_al" not in leave_out and draw(st.booleans()),
        origin=origin,
        **values,
    )


def _locator(draw: st.DrawFn, kind: str, leave_out: Collection[str]) -> dict[str, str]:
    """Pages, or a number: of an article, or of what else is numbered."""
    either = draw(st.sampled_from(("", "page", "number")))
    if not either or either in leave_out:
        return {}
    if either == "page":
        return {"page": draw(st.sampled_from(_PAGES))}
    numbers = _NUMBERS[:4] if kind in ARTICLES else ("TR-12", "EP1234567", "ISO 690:2021")
    return {"number": draw(st.sampled_from(numbers))}


def libraries(**limits: Any) -> st.SearchStrategy[list[Reference]]:  # noqa: ANN401  # passed on to `references`
    """A few records with distinct keys; takes the arguments of `references`."""
    return st.lists(references(**limits), max_size=4, unique_by=lambda reference: reference.id)


@st.composite
def damaged(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> str:
    """A text cut, doubled, or with odd characters put somewhere into it."""
    text = draw(texts)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        to = draw(st.integers(at, min(len(text), at + 40)))
        put = draw(st.sampled_from(_DAMAGE))
        text = text[:at] + (put if put is not None else text[at:to] * 2) + text[to:]
    return text


_DAMAGE = (
    None,
    *("\n", "\r\n", "{", "}", '"', "\\", "\x00", "\ufeff", "&", "<", ">", "]]>", "@", ",", "'"),
    *("ER  - \n", "TY  - JOUR\n", "NaN", "// x\n", "/*", "=", "\t", "\u2028", "  ", "%", "\x1b[m"),
)


def _interval(first: int, span: int) -> Date:
    return Date(first, end=Date(first + span))
