"""Each fault is told where it stands: in values over several lines, among names, in all formats."""

from __future__ import annotations

import pytest

from ifnlit.lint import OWN
from ifnlit.lint.engine import findings
from ifnlit.lint.subject import Subject
from ifnlit.store.library import Location, read_library

BIB = """\
@article{one,
  author = {Smith, John and
            M., Jones},
  title = {Research &amp; mice: a
    PEG-IFN- α study, and Infec-tion},
  journal = {J Virol}, year = {2019}, volume = {3}, pages = {1--9},
}
@article{two, author = {Li, Bo}, title = {A &amp; B}, journal = {Rats &amp; mice}, year = {2019}
}
"""
RIS = """\
TY  - JOUR
AU  - Smith, John
AU  - M., Jones
AU  - et al.
TI  - Research &amp; mice
JO  - CurrOpin Virol
PY  - 2019
ER  -
TY  - JOUR
AU  - Li, Bo
TI  - On mice
JF  - Virol
JO  - Journal of
PY  - 2019
ER  -
"""
JSON = """\
[
 {"id": "one", "type": "article-journal",
  "author": [
    {"family": "Smith", "given": "John"},
    {"family": "M.", "given": "Jones"},
    {"literal": "et al."}
  ],
  "title": "Research &amp; mice", "container-title": "Nat\\u00a0Immunol", "issued": "2019"
 },
 {"id": "two", "type": "article-journal", "author": [{"family": "Li", "given": "B."}],
  "title": "On <jats:p>mice</jats:p>", "container-title": "CurrOpin Virol", "issued": "2019"}
]
"""
YAML = """\
references:
  - id: one
    type: article-journal
    author:
      - {family: Smith, given: John}
      - family: "M."
        given: Jones
      - literal: et al.
    title: >-
      Research &amp; mice: a
      PEG-IFN- α study, and Infec-tion
    container-title: "Nat\\u00a0Immunol"
    issued: "2019"
"""
EXPECTED = {
    "bib": (
        BIB,
        [
            ("name-order-mixed", 3, 13),
            ("title-html", 4, 21),
            ("space-after-hyphen", 5, 5),
            ("line-break-hyphen", 5, 27),
            ("title-html", 8, 45),
            ("title-html", 8, 71),
        ],
    ),
    "ris": (
        RIS,
        [
            ("name-order-mixed", 3, 7),
            ("et-al-in-names", 4, 7),
            ("title-html", 5, 16),
            ("journal-words-run-together", 6, 7),
            ("journal-name-truncated", 13, 7),
        ],
    ),
    "json": (
        JSON,
        [
            ("name-order-mixed", 5, 17),
            ("et-al-in-names", 6, 18),
            ("title-html", 8, 22),
            ("no-break-space", 8, 54),
            ("title-html", 11, 16),
            ("journal-words-run-together", 11, 60),
        ],
    ),
    "yaml": (
        YAML,
        [
            ("name-order-mixed", 6, 18),
            ("et-al-in-names", 8, 18),
            ("title-html", 10, 16),
            ("space-after-hyphen", 11, 7),
            ("line-break-hyphen", 11, 29),
            ("no-break-space", 12, 22),
        ],
    ),
}


@pytest.mark.parametrize("ending", sorted(EXPECTED))
def test_a_fault_stands_on_its_line_and_column(ending: str) -> None:
    text, expected = EXPECTED[ending]
    library = read_library(text, Location(f"refs.{ending}"))
    subject = Subject(library.references, 2026, places=library.places, lines=text.split("\n"))
    told = [
        (it.rule, it.place.line, it.place.column)
        for it in findings(subject, OWN)
        if it.place is not None and it.text
    ]
    assert told == expected
