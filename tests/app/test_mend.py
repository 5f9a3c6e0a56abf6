"""Fixes by text splice: what is not mended stays byte for byte; twice is as good as once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ifnlit.app.export import export
from ifnlit.app.lint import Choice, Loaded, judged, loaded
from ifnlit.app.mend import mended, write
from ifnlit.errors import SpliceFault
from ifnlit.formats.csl import to_csl
from ifnlit.formats.format import Flavour
from ifnlit.lint import RULES
from ifnlit.store.library import Location, read_library

if TYPE_CHECKING:
    from pathlib import Path

EVERY = Choice(tuple(RULES))
PRELUDE = "# a comment\n\nreferences:\n"
ENDINGS = {"csl-json": ".json", "ris": ".ris", "bib": ".bib", "csl-yaml": ".yaml"}

titles = st.sampled_from(
    [
        "On  mice",
        "On mice.",
        "PEG-IFN- α in mice",
        "Rats &amp; mice",
        "Nothing wrong: here",
        "Virus replica-tion",
        "It's “quoted” \\ and  # no comment",
        "ON MICE AND MEN  TODAY",
    ]
)
quotes = st.sampled_from(["", "'", '"'])
trailers = st.sampled_from(["", "   # why", "  # ünïcode 干扰素"])
unknown = st.sampled_from(
    ["", "    mine: {a: [1, two], b: 'x'}\n", '    lab: "\\u00e9" # e\n', "\n"]
)


def entry(at: int, title: str, quote: str, trailer: str, extra: str) -> str:
    if quote == '"':
        written = '"' + title.replace("\\", "\\\\").replace('"', '\\"') + '"'
    else:  # a plain scalar would end at " #"
        written = "'" + title.replace("'", "''") + "'"
    return (
        f"  - id: r{at}{trailer}\n    type: article-journal\n    title: {written}{trailer}\n"
        f"{extra}    author: [{{family: Li, given: J.}}]{trailer}\n"
        f"    container-title: CurrOpin Virol\n    issued: '2019'{trailer}\n"
    )


def read(text: str, path: str = "refs.yaml") -> Loaded:
    location = Location(path)
    return Loaded(read_library(text, location), text)


@given(
    st.lists(st.tuples(titles, quotes, trailers, unknown), min_size=1, max_size=4),
    st.booleans(),
    st.sampled_from(["\n", "\r\n"]),
)
@settings(max_examples=30, deadline=None)
def test_outside_of_the_mended_values_every_byte_stays(
    entries: list[tuple[str, str, str, str]], unsafe: bool, end: str
) -> None:
    text = PRELUDE + "".join(entry(at, *one) for at, one in enumerate(entries))
    before = read(text.replace("\n", end))
    after = mended(before, EVERY, unsafe=unsafe).loaded
    old, new = before.text.split(end), after.text.split(end)
    assert len(old) == len(new)
    for ours, theirs in zip(old, new, strict=True):
        if ours != theirs:  # the key in front and the comment behind are as they were
            name = ours.split(":")[0]
            assert name.strip() in {"title", "container-title"}
            assert theirs.startswith(f"{name}: ")
            assert ours.rpartition("   #")[2] == theirs.rpartition("   #")[2] or "   #" not in ours


@given(st.lists(st.tuples(titles, quotes, trailers, unknown), min_size=1, max_size=4))
@settings(max_examples=20, deadline=None)
def test_mending_twice_is_mending_once(entries: list[tuple[str, str, str, str]]) -> None:
    text = PRELUDE + "".join(entry(at, *one) for at, one in enumerate(entries))
    once = mended(read(text), EVERY, unsafe=True)
    again = mended(once.loaded, EVERY, unsafe=True)
    assert once.made
    assert (again.made, again.loaded.text) == (0, once.loaded.text)


@pytest.mark.parametrize("form", ["bib", "ris", "csl-json"])
def test_a_file_of_another_format_is_mended_where_the_value_stands(form: str) -> None:
    library = read(PRELUDE + entry(0, "On  mice.", "'", "", "")).library
    path = f"refs{ENDINGS[form]}"
    before = read(export(library.references, form, Flavour()), path)
    result = mended(before, EVERY, unsafe=False)
    assert result.made >= 1
    after = result.loaded
    assert after.library.references[0].title == "On mice"
    changed = [
        (a, b)
        for a, b in zip(before.text.split("\n"), after.text.split("\n"), strict=True)
        if a != b
    ]
    assert 1 <= len(changed) <= 2
    ours, theirs = (to_csl(one.library.references[0]) for one in (before, after))
    for name in {*ours, *theirs} - {"title", "container-title"}:
        assert ours.get(name) == theirs.get(name), name


def test_a_value_that_is_written_in_another_form_is_refused_with_the_reason() -> None:
    text = '@article{a, title = {Die M{\\"u}h{\\"u}.}, author = {Li, J.}, journal = {A}}'
    result = mended(read(text, "refs.bib"), Choice(("trailing-period-title",)), unsafe=False)
    assert result.loaded.text == text
    assert "cannot be mended here" in result.refused[0]


@pytest.mark.parametrize(
    ("path", "text", "after"),
    [
        (
            "refs.bib",
            "@article{a,\n  title = {On mice},\n  url = {https://doi.org/10.1128/jvi.1},\n}\n",
            "  doi = {10.1128/jvi.1},\n  url = {",
        ),
        (
            "refs.bib",
            "@misc{a, title = {On mice}, howpublished = {\\url{https://doi.org/10.1128/jvi.1}}}",
            "}, doi = {10.1128/jvi.1}, howpublished = {",
        ),
        (
            "refs.ris",
            "TY  - JOUR\r\nTI  - On mice\r\nUR  - https://doi.org/10.1128/jvi.1\r\nER  - \r\n",
            "\r\nDO  - 10.1128/jvi.1\r\nUR  - ",
        ),
        (
            "refs.json",
            '[{"id": "a", "type": "book", "URL" : "https://doi.org/10.1128/jvi.1"}]',
            '"book", "DOI": "10.1128/jvi.1", "URL" : "',
        ),
    ],
)
def test_a_doi_is_added_before_its_address(path: str, text: str, after: str) -> None:
    result = mended(read(text, path), Choice(("doi-in-url",)), unsafe=False)
    assert (result.made, result.refused) == (1, ())
    assert after in result.loaded.text
    assert result.loaded.library.references[0].doi == "10.1128/jvi.1"
    assert len(result.loaded.text) - len(text) < 35


def test_an_address_that_is_no_field_by_itself_takes_no_doi() -> None:
    text = '@string{u = "https://doi.org/10.1128/jvi.1"}\n@misc{a, title = {T}, url = u}'
    result = mended(read(text, "refs.bib"), Choice(("doi-in-url",)), unsafe=False)
    assert result.made in {0, 1}
    assert result.loaded.text == text or ", doi = {10.1128/jvi.1}, url = u" in result.loaded.text


@pytest.mark.parametrize(
    ("path", "text", "old", "new"),
    [
        ("refs.bib", "@article{a, pages = {1933--40}}", "1933--40", "1933--1940"),
        ("refs.bib", "@article{a, pages = {1933–40}}", "1933–40", "1933–1940"),
        (
            "refs.ris",
            "TY  - JOUR\nID  - a\nSP  - 1933\nEP  - 40\nER  - \n",
            "EP  - 40",
            "EP  - 1940",
        ),
        (
            "refs.json",
            '[{"id": "a", "type": "article-journal", "page": "1933-40"}]',
            "-40",
            "-1940",
        ),
    ],
)
def test_a_last_page_is_completed_as_the_format_writes_it(
    path: str, text: str, old: str, new: str
) -> None:
    others = {
        "bib": "@article{b, pages = {209--249}}\n@article{c, pages = {309--349}}\n",
        "ris": "".join(
            f"TY  - JOUR\nID  - {it}\nSP  - {it}09\nEP  - {it}49\nER  - \n" for it in "23"
        ),
        "json": "",
    }[path[5:]]
    if path == "refs.json":
        rest = [
            f'{{"id": "{it}", "type": "article-journal", "page": "{it}09-{it}49"}}' for it in "23"
        ]
        text = f"{text[:-1]}, {', '.join(rest)}]"
    result = mended(read(text + others, path), Choice(("page-range-abbreviated",)), unsafe=False)
    assert (result.made, result.refused) == (1, ())
    assert result.loaded.text == (text + others).replace(old, new, 1)


def test_escapes_of_json_are_kept_beside_what_is_mended() -> None:
    text = '[{"id": "a", "type": "book", "title": "On  \\u03b1 and \\"mice\\"."}]'
    result = mended(read(text, "refs.json"), EVERY, unsafe=False)
    assert result.loaded.text == text.replace("On  ", "On ").replace('\\"."', '\\""')


@pytest.mark.parametrize(
    ("path", "text", "old", "new"),
    [
        (
            "refs.ris",
            "TY  - JOUR\nAU  - Li, Bo\nAU  - M., Jones\nER  - \n",
            "M., Jones",
            "Jones, M.",
        ),
        ("refs.bib", "@book{a, author = {Li, Bo and M., Jones}}", "M., Jones", "Jones, M."),
        (
            "refs.json",
            '[{"id": "a", "author": [{"family": "M.", "given": "Jones"}]}]',
            '"M.", "given": "Jones"',
            '"Jones", "given": "M."',
        ),
    ],
)
def test_the_parts_of_a_name_are_exchanged(path: str, text: str, old: str, new: str) -> None:
    result = mended(read(text, path), Choice(("name-order-mixed",)), unsafe=True)
    assert (result.made, result.refused) == (1, ())
    assert result.loaded.text == text.replace(old, new)


def test_what_cannot_be_mended_with_the_others_is_refused_alone() -> None:
    good = "@book{{k{0}, title = {{On mice.}}}}\n"
    bad = '@book{x, title = {Die M{\\"u}h{\\"u}.}}\n@string{t = {On rats.}}\n@book{y, title = t}\n'
    text = "".join(good.format(it) for it in range(5)) + bad
    result = mended(read(text, "refs.bib"), Choice(("trailing-period-title",)), unsafe=False)
    assert result.made == 5
    assert [it.partition(":")[0] for it in result.refused] == ["x", "y"]
    assert result.loaded.text == text.replace("mice.", "mice")


def test_a_value_is_added_to_a_library_of_our_own() -> None:
    text = PRELUDE + "  - id: a\n    URL: https://doi.org/10.1128/jvi.1\n"
    after = mended(read(text), Choice(("doi-in-url",)), unsafe=False).loaded
    assert after.text == text + '    DOI: "10.1128/jvi.1"\n'


def test_an_anchor_is_kept_with_the_value_that_it_gives_to_others() -> None:
    text = PRELUDE + "  - id: a\n    title: &t 'On  mice'\n  - id: b\n    title: *t\n"
    result = mended(read(text), Choice(("double-space",)), unsafe=False)
    assert result.loaded.text == text.replace("  mice", " mice")


def test_a_value_that_another_one_shares_is_refused() -> None:
    text = PRELUDE + "  - id: a\n    title: &t 'On  mice'\n  - id: b\n    note: *t\n"
    result = mended(read(text), Choice(("double-space",)), unsafe=False)
    assert result.loaded.text == text
    assert "cannot be mended here" in result.refused[0]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_a_file_keeps_its_encoding(tmp_path: Path, mark: bytes) -> None:
    path = tmp_path / "refs.yaml"
    encoding = "utf-16-le" if mark == b"\xff\xfe" else "utf-8"
    text = PRELUDE + "  - {id: a, title: 'Über  Mäuse'}\n"
    path.write_bytes(mark + text.encode(encoding))
    before = loaded(Location(str(path)))
    write(before, mended(before, Choice(("double-space",)), unsafe=False).loaded)
    assert path.read_bytes() == mark + text.replace("  M", " M").encode(encoding)


def test_a_file_that_was_changed_meanwhile_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "refs.yaml"
    path.write_text(PRELUDE + "  - {id: a, title: 'On  mice'}\n", encoding="utf-8")
    before = loaded(Location(str(path)))
    after = mended(before, Choice(("double-space",)), unsafe=False).loaded
    path.write_text("references: []\n", encoding="utf-8")
    with pytest.raises(SpliceFault, match="changed by another program"):
        write(before, after)
    assert path.read_text(encoding="utf-8") == "references: []\n"


def test_findings_after_a_fix_are_those_of_the_mended_text() -> None:
    before = read(PRELUDE + "  - {id: a, title: 'On  mice.'}\n")
    asked = Choice(("double-space", "trailing-period-title"))
    assert len(judged(before, asked).findings) == 2
    assert judged(mended(before, asked, unsafe=False).loaded, asked).findings == ()
