"""All that can be said of a string, a record, a list and its DOIs: the table of rules.

A name says the fault, a code is a permanent alias. The hundreds: 1 what is missing, 2 identifiers,
3 names, 4 titles, 5 journals and pages, 6 dates, 7 characters and language, 8 the list and its
file, 9 what evidence says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.registry import Entry, Registry

if TYPE_CHECKING:
    from ifnlit.lint.rule import Rule

# Name, code, summary, other names. A code is never used a second time for something else.
_OWN: tuple[tuple[str, ...], ...] = (
    ("missing-title", "IFN101", "A reference without a title."),
    ("missing-author", "IFN102", "A work that somebody wrote, without author and without editor."),
    ("missing-year", "IFN103", "A published work without a date."),
    (
        "missing-container",
        "IFN104",
        "An article without its journal, or a chapter or paper without the book it is in.",
    ),
    (
        "missing-volume",
        "IFN105",
        "A journal article without volume and issue, in a list that gives them.",
    ),
    (
        "missing-issue",
        "IFN106",
        "A journal article with volume and pages but no issue, in a list that gives issues.",
        "issue-missing",
    ),
    (
        "missing-pages",
        "IFN107",
        "A journal article without pages and article number, in a list that gives them.",
    ),
    (
        "missing-last-page",
        "IFN108",
        "A journal article with its first page alone, in a list that gives ranges.",
        "page-end-missing",
    ),
    (
        "missing-publisher",
        "IFN109",
        "A book without its publisher, or a thesis without its university.",
    ),
    (
        "missing-place",
        "IFN110",
        "A thesis or book without its place, where the convention of the list asks for one.",
        "place-missing",
    ),
    ("missing-degree", "IFN111", "A thesis that does not say for which degree.", "degree-missing"),
    (
        "missing-doi",
        "IFN112",
        "An article without DOI, though other articles of the same journal in the list have one.",
    ),
    ("doi-absent", "IFN113", "No reference of the list has a DOI, PMID or address."),
    ("missing-address", "IFN114", "A web page without its address."),
    ("doi-malformed", "IFN201", "A DOI that is no DOI."),
    ("doi-as-url", "IFN202", "A DOI written as an address or with a label in front."),
    ("doi-in-url", "IFN203", "The address is that of a DOI, but there is no DOI."),
    ("doi-with-tail", "IFN204", "A DOI with a piece of a publisher's address behind it."),
    ("doi-duplicate", "IFN205", "Two references with one DOI."),
    ("issn-checksum", "IFN206", "An ISSN whose check digit is wrong."),
    ("isbn-checksum", "IFN207", "An ISBN whose check digit is wrong."),
    ("pmid-malformed", "IFN208", "A PMID that is no number of PubMed."),
    ("url-malformed", "IFN209", "An address that no browser opens."),
    ("et-al-in-names", "IFN301", "A name that is no person but et al. or others."),
    (
        "et-al-comma",
        "IFN302",
        "No comma before et al., where the list has one (or the other way round).",
    ),
    (
        "et-al-missing",
        "IFN303",
        "An author list that may be cut without et al.",
        "author-list-end-unknown",
    ),
    (
        "et-al-position",
        "IFN304",
        "An author list that is cut after another number of names than the others.",
    ),
    ("et-al-mixed", "IFN305", "Author lists are cut in several ways."),
    (
        "name-form-mixed",
        "IFN306",
        "Given names of one entry in several forms: initials beside full names, DD beside L D.",
    ),
    ("name-case-mixed", "IFN307", "Some family names of one entry in capitals, others not."),
    (
        "name-order-mixed",
        "IFN308",
        "Given name first in some names, family name first in others; or the two parts swapped.",
    ),
    (
        "name-punctuation",
        "IFN309",
        "A comma between family and given name, where the list has none (or the other way round).",
    ),
    ("names-all-caps", "IFN310", "Names of a record in capitals."),
    ("names-run-together", "IFN311", "Several people in one name."),
    ("initials-run-together", "IFN312", "Initials of a record in one word: RL for R. L."),
    ("initials-suspect", "IFN313", "Three initials of a Chinese name with Sh, Zh or Ch in them."),
    (
        "initials-mixed",
        "IFN314",
        "Given names of the list in several forms: RL, H S J, B. and Yimin.",
    ),
    ("degree-in-name", "IFN315", "An academic degree in a name."),
    ("author-twice", "IFN316", "The same person twice among the authors of one work."),
    ("homonyms", "IFN317", "A short name in several entries that need not be the same person."),
    ("title-all-caps", "IFN401", "A title in capitals."),
    (
        "trailing-period-title",
        "IFN402",
        "A title that ends with a full stop.",
        "title-trailing-period",
    ),
    ("title-html", "IFN403", "Markup or character entities of a web page in a title."),
    (
        "title-case-mixed",
        "IFN404",
        "Capitals on the main words in some titles, on the first word alone in others.",
    ),
    ("title-repeats-container", "IFN405", "The title of an article is the name of its journal."),
    (
        "translated-title",
        "IFN406",
        "A title that was translated word by word, by the marks it bears.",
        "translated-titles",
    ),
    ("misprint-suspected", "IFN407", "A word that looks like a misprint of another one."),
    ("space-after-hyphen", "IFN408", "A blank after a hyphen inside a word."),
    ("line-break-hyphen", "IFN409", "The hyphen of a line break kept inside a word."),
    (
        "brackets-unbalanced",
        "IFN410",
        "A bracket in a title that is never closed, or never opened.",
    ),
    ("journal-name-truncated", "IFN501", "A journal's name that was cut off.", "journal-truncated"),
    (
        "journal-words-run-together",
        "IFN502",
        "Two words of a journal's name without a blank between them.",
    ),
    ("journal-names-mixed", "IFN503", "Some journals' names abbreviated, others in full."),
    ("journal-name-variants", "IFN504", "One journal under two names in one list."),
    ("journal-name-uncertain", "IFN505", "An English name for a journal in another language."),
    ("page-range-reversed", "IFN506", "A last page before the first."),
    (
        "page-range-abbreviated",
        "IFN507",
        "A shortened last page, in a list that gives last pages in full.",
        "page-format",
    ),
    ("page-format-mixed", "IFN508", "Pages of the list in several forms.", "page-formats-mixed"),
    (
        "issue-leading-zero-mixed",
        "IFN509",
        "Some issue numbers with a leading zero, others without.",
        "issue-zero-mixed",
    ),
    ("issue-page-odd", "IFN510", "Pages that are too high for the first issue of a monthly."),
    ("spacing-mixed", "IFN511", "A blank before the pages in some entries, none in others."),
    (
        "space-before-issue",
        "IFN512",
        "A blank between volume and issue, where the list has none (or the other way round).",
        "spacing",
    ),
    ("year-implausible", "IFN601", "A year in which such a work cannot have appeared."),
    ("future-year", "IFN602", "A year that has not come yet."),
    ("accessed-before-issued", "IFN603", "A page that was visited before it was published."),
    (
        "year-volume-conflict",
        "IFN604",
        "Year and volume of an article do not go with other articles of the same journal.",
    ),
    ("year-cluster", "IFN605", "Many entries of one past year, far more than of any other."),
    (
        "no-break-space",
        "IFN701",
        "A no-break space (U+00A0 and its kin) in a value or in the printed text.",
        "nbsp",
    ),
    ("double-space", "IFN702", "Two blanks in a row."),
    ("invisible-character", "IFN703", "A character that nobody sees, and that breaks searches."),
    ("mojibake", "IFN704", "Letters that came through a wrong encoding."),
    (
        "language-note-missing",
        "IFN705",
        "An entry that is most likely in another language, without the note that others have.",
    ),
    (
        "language-note-mixed",
        "IFN706",
        "A note on the language at some entries only, though others look alike.",
    ),
    ("punctuation-doubled", "IFN707", "Two marks of punctuation where one belongs."),
    ("duplicate-reference", "IFN801", "The same work twice in one list."),
    (
        "mixed-styles-in-list",
        "IFN802",
        "Printed references of several conventions in one list.",
        "citation-styles-mixed",
    ),
    (
        "list-order",
        "IFN803",
        "A numbered list of several styles, sorted neither by name nor by year.",
        "order",
    ),
    ("numbering-gap", "IFN804", "A number is missing in a numbered list."),
    ("numbering-repeat", "IFN805", "A number stands twice in a numbered list."),
    ("type-unknown", "IFN806", "A type that CSL 1.0.2 does not have."),
)
# Found elsewhere: by readers, by the parser, by `ignore`, and by `check` from evidence.
_OTHERS: tuple[tuple[str, ...], ...] = (
    ("references-run-together", "IFN807", "Two references of a printed list in one line."),
    (
        "duplicate-key",
        "IFN808",
        "Two references with one citation key.",
        "id-duplicate",
        "duplicate-id",
    ),
    (
        "broken-entry",
        "IFN809",
        "An entry that its reader could not make out.",
        "no-entries",
        "missing-comma",
    ),
    ("unknown-field", "IFN810", "A field that no variable of CSL holds.", "unmapped-field"),
    ("unknown-type", "IFN811", "A type that the format does not have."),
    ("no-date", "IFN812", "A date that its reader could not make out.", "odd-date"),
    ("dates-differ", "IFN813", "Two fields of one entry give different dates."),
    (
        "outside-record",
        "IFN814",
        "Text in a file of references that belongs to no record.",
        "unread-text",
    ),
    ("record-not-closed", "IFN815", "A record without its end mark."),
    (
        "records-run-together",
        "IFN816",
        "Two records, or two fields, without a line break between them.",
    ),
    ("row-too-long", "IFN817", "A row of a table with more cells than the heading."),
    ("no-json", "IFN818", "A part of a JSON file that is no JSON.", "no-csl"),
    ("numbering-order", "IFN819", "A number of a printed list comes after a higher one."),
    ("text-left-out", "IFN820", "Text in a printed list that is part of no reference."),
    ("article-number", "IFN821", "An article number that stood in the field of pages."),
    ("duplicate-field", "IFN822", "A field that an entry has twice."),
    ("missing-id", "IFN823", "An entry without a citation key."),
    ("missing-parent", "IFN824", "An entry takes values from another one that is not there."),
    ("odd-names", "IFN825", "Names that their reader had to guess at."),
    ("undefined-macro", "IFN826", "An abbreviation that the file does not define."),
    ("ignore-unused", "IFN827", "An ignore that passes over nothing.", "unused-ignore"),
    ("ignore-without-reason", "IFN828", "An ignore without a reason."),
    ("doi-retracted", "IFN901", "The work was retracted."),
    ("doi-concern", "IFN902", "An expression of concern was published about the work."),
    ("doi-corrected", "IFN903", "A correction of the work was published."),
    ("doi-updated", "IFN904", "A notice of an unknown kind was published about the work."),
    (
        "doi-of-preprint",
        "IFN905",
        "The DOI is that of the preprint, the reference that of the article.",
    ),
    ("published-version-exists", "IFN906", "The cited preprint was published since."),
    ("doi-disputed", "IFN907", "The DOI is registered, but for another work.", "doi-conflict"),
    ("doi-unregistered", "IFN908", "No agency knows the DOI."),
    ("doi-unchecked", "IFN909", "There is no evidence on the DOI, or none that is fresh."),
    ("doi-suggested", "IFN910", "A search found a likely DOI for a reference that has none."),
    ("year-conflict", "IFN911", "Volume and pages agree with the registry, the year does not."),
    ("year-differs", "IFN912", "The registered year is another one."),
    ("title-differs", "IFN913", "The registered title is another one.", "title-variant"),
    ("names-differ", "IFN914", "The registered authors are others, or stand in another order."),
    ("volume-differs", "IFN915", "The registered volume is another one."),
    ("page-differs", "IFN916", "The registered pages are others."),
    ("container-title-differs", "IFN917", "The registered journal or book is another one."),
    ("type-differs", "IFN918", "The registered type is another one."),
)


def _entry(name: str, code: str, summary: str, *others: str) -> Entry:
    module = name.replace("-", "_")
    return Entry(f"ifnlit.lint.rules.{module}:RULE", summary, (code, *others))


RULES: Registry[Rule] = Registry("rule", {row[0]: _entry(*row) for row in (*_OWN, *_OTHERS)})
OWN = tuple(row[0] for row in _OWN)  # the rules that need nothing but the library
# Told by readers where nothing is wrong and nothing to be done: reported only when selected.
QUIET = frozenset({"unknown-field", "article-number"})


def code(name: str) -> str:
    """The code of a rule: "IFN101"."""
    return RULES.entry(name).aliases[0]
