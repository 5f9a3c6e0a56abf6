"""A text is known by what stands in it."""

from __future__ import annotations

import pytest

from ifnlit.formats.sniff import sniff


@pytest.mark.parametrize(
    ("text", "ending", "name"),
    [
        ("TY  - JOUR\nER  - \n", ".txt", "ris"),
        ("TY  - JOUR\nER  - \n", ".bib", "ris"),
        ('[{"id": "a", "type": "book"}]', ".txt", "csl-json"),
        ("references:\n  - id: a\n", "", "csl-yaml"),
        ("\ufeffTY  - JOUR", "", "ris"),
        ("TY  - JOUR\nAB  - see\n@book{x, y}\nER  - \n", ".bib", "ris"),
        ("@article{a, abstract = {\nTY  - JOUR\nER  - \n}}", ".ris", "bib"),
        ("ty  - jour\nti  - T\n", "", "ris"),
        ("nothing known here", ".ris", "ris"),
        ("nothing known here", ".JSON", "csl-json"),
        ("nothing known here", ".txt", None),
        ("", "", None),
    ],
)
def test_the_content_decides_and_the_ending_only_where_it_is_silent(
    text: str, ending: str, name: str | None
) -> None:
    assert sniff(text, ending) == name
