"""Fixes by text splice: what is not mended stays byte for byte; twice is as good as once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ifnlit.app.export import export
from ifnlit.app.lint import Choice, Loaded, judged, loaded
from ifnlit.app.mend import mended, write
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


def test_a_value_that_would_have_to_be_added_to_a_bib_file_is_refused() -> None:
    text = "@article{a,\n  title = {On mice},\n  url = {https://doi.org/10.1128/jvi.1},\n}\n"
    result = mended(read(text, "refs.bib"), Choice(("doi-in-url",)), unsafe=False)
    assert (result.made, result.loaded.text) == (0, text)


def test_a_value_is_added_to_a_library_of_our_own() -> None:
    text = PRELUDE + "  - id: a\n    URL: https://doi.org/10.1128/jvi.1\n"
    after = mended(read(text), Choice(("doi-in-url",)), unsafe=False).loaded
    assert after.text == text + '    DOI: "10.1128/jvi.1"\n'


def test_an_anchored_value_is_refused() -> None:
    text = PRELUDE + "  - id: a\n    title: &t 'On  mice'\n  - id: b\n    title: *t\n"
    result = mended(read(text), Choice(("double-space",)), unsafe=False)
    assert result.loaded.text == text
    assert "cannot be mended here" in result.refused[0]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_a_file_keeps_its_encoding(tmp_path: Path, mark: bytes) -> None:
    path = tmp_path / "refs.yaml"
    encoding = "utf-16-le" if mark == b"\xff\xfe" else "utf-8"
    text = PRELUDE + "  - {id: a, title: 'Über  Mäuse'}\n"
    path.write_bytes(mark + text.encode(encoding))
    result = mended(loaded(Location(str(path))), Choice(("double-space",)), unsafe=False)
    write(result.loaded)
    assert path.read_bytes() == mark + text.replace("  M", " M").encode(encoding)


def test_findings_after_a_fix_are_those_of_the_mended_text() -> None:
    before = read(PRELUDE + "  - {id: a, title: 'On  mice.'}\n")
    asked = Choice(("double-space", "trailing-period-title"))
    assert len(judged(before, asked).findings) == 2
    assert judged(mended(before, asked, unsafe=False).loaded, asked).findings == ()
