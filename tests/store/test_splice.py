"""An edit of `refs.yaml` changes that value alone, or nothing."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ifnlit.errors import SpliceFault
from ifnlit.store.splice import Edit, append, edited

TEXT = """\
# The library of one review.
references:
  - id: lan2019regulation            # pinned
    type: article-journal
    title: "Regulation of 'things'"  # as printed
    author:
      - {family: Lan, given: Y. R.}
    issued: '2019'
    volume: 41
    abstract: |
      Two
      lines.

    custom:
      n: 8
  - {id: short, title: T}
  # the last one
  - id: last
    note:
"""


def set_value(text: str, key: str, variable: str, value: str) -> str:
    return edited(text, [Edit(key, variable, value)])


def remove_value(text: str, key: str, variable: str) -> str:
    return edited(text, [Edit(key, variable, None)])


def data(text: str) -> object:
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # text, lists and maps only


@pytest.mark.parametrize(
    ("key", "variable", "value", "before", "after"),
    [
        ("lan2019regulation", "volume", "42", "volume: 41", 'volume: "42"'),
        ("lan2019regulation", "title", 'A "b"', "\"Regulation of 'things'\"", '"A \\"b\\""'),
        ("lan2019regulation", "issued", "2020", "'2019'", "'2020'"),
        ("lan2019regulation", "author[0].family", "Lán", "family: Lan", "family: Lán"),
        ("lan2019regulation", "custom.n", "9", "n: 8", 'n: "9"'),
        ("lan2019regulation", "abstract", "One.", "|\n      Two\n      lines.\n", "One.\n"),
        ("short", "title", "U, V", "title: T}", 'title: "U, V"}'),
        ("short", "title", "U", "{id: short, title: T}", "{id: short, title: U}"),
        ("short", "DOI", "10.1/a", "title: T}", 'title: T, DOI: "10.1/a"}'),
        ("last", "note", "here", "note:\n", "note: here\n"),
        ("last", "DOI", "10.1/a", "    note:\n", '    note:\n    DOI: "10.1/a"\n'),
        ("last", "custom.ok", "yes", "    note:\n", '    note:\n    custom: {ok: "yes"}\n'),
        (
            "lan2019regulation",
            "DOI",
            "10.1/a",
            "    custom:\n",
            '    DOI: "10.1/a"\n    custom:\n',
        ),
    ],
)
def test_one_value_is_set_and_all_else_stays(
    key: str, variable: str, value: str, before: str, after: str
) -> None:
    assert set_value(TEXT, key, variable, value) == TEXT.replace(before, after)


def test_an_equal_value_changes_nothing() -> None:
    assert set_value(TEXT, "lan2019regulation", "volume", "41") == TEXT


def test_carriage_returns_stay() -> None:
    text = TEXT.replace("\n", "\r\n")
    edited = set_value(text, "lan2019regulation", "DOI", "10.1/a")
    assert edited.replace('    DOI: "10.1/a"\r\n', "") == text
    assert "\n" not in edited.replace("\r\n", "")


def test_a_file_without_a_last_line_end_is_no_hindrance() -> None:
    assert set_value("- id: a\n  volume: 1", "a", "issue", "2") == (
        '- id: a\n  volume: 1\n  issue: "2"'
    )


@pytest.mark.parametrize(
    ("text", "key", "variable", "told"),
    [
        (TEXT, "nobody", "title", 'no record has the id "nobody"'),
        ("", "nobody", "title", "no record has the id"),
        (TEXT, "lan2019regulation", "author", "author is not one value"),
        (TEXT, "lan2019regulation", "author[3].family", r"author\[3\].family has no place"),
        (TEXT, "lan2019regulation", "title.x", "title.x has no place"),
        (TEXT, "lan2019regulation", "author[4]", r"author\[4\] has no place"),
        ("- id: a\n  title: &t T\n  note: *t\n", "a", "title", "cannot be edited in place"),
        ("- id: a\n  note: 1\n  note: 2\n", "a", "note", "cannot be edited in place"),
    ],
)
def test_what_cannot_be_proved_is_refused(text: str, key: str, variable: str, told: str) -> None:
    with pytest.raises(SpliceFault, match=told):
        set_value(text, key, variable, "new")


def test_a_broken_result_is_refused() -> None:
    with pytest.raises(SpliceFault, match="would break the file"):
        set_value('- id: a\n  note: "b', "a", "note", "c")


@pytest.mark.parametrize(
    ("variable", "gone"),
    [
        ("volume", "    volume: 41\n"),
        ("abstract", "    abstract: |\n      Two\n      lines.\n"),
        ("author", "    author:\n      - {family: Lan, given: Y. R.}\n"),
    ],
)
def test_a_value_is_taken_out_with_its_lines(variable: str, gone: str) -> None:
    assert remove_value(TEXT, "lan2019regulation", variable) == TEXT.replace(gone, "")


@pytest.mark.parametrize(
    ("key", "variable", "told"),
    [
        ("lan2019regulation", "ISSN", "has no ISSN"),
        ("lan2019regulation", "id", "cannot be edited in place"),
        ("short", "title", "cannot be edited"),
        ("lan2019regulation", "custom.n", "cannot be edited"),
        ("lan2019regulation", "author[7].family", "has no place"),
    ],
)
def test_what_cannot_be_taken_out_is_refused(key: str, variable: str, told: str) -> None:
    with pytest.raises(SpliceFault, match=told):
        remove_value(TEXT, key, variable)


BLOCK = "- id: new\n  title: N\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TEXT, TEXT + "  - id: new\n    title: N\n"),
        ("- id: a\n", "- id: a\n- id: new\n  title: N\n"),
        ("", "references:\n  - id: new\n    title: N\n"),
        ("# mine\nreferences: []\n", "# mine\nreferences:\n  - id: new\n    title: N\n"),
        (
            "references:\r\n  - id: a\r\n",
            "references:\r\n  - id: a\r\n  - id: new\r\n    title: N\r\n",
        ),
    ],
)
def test_records_are_added_after_the_last_one(text: str, expected: str) -> None:
    assert append(text, BLOCK) == expected


def test_a_list_on_one_line_is_not_added_to() -> None:
    with pytest.raises(SpliceFault, match="written on one line"):
        append("references: [{id: a}]\n", BLOCK)


def test_a_list_that_is_not_the_last_key_is_not_added_to() -> None:
    with pytest.raises(SpliceFault, match=r"would break|cannot be added"):
        append("references:\n  - id: a\nother: 1\n", BLOCK)


PRINTABLE = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cn")), max_size=30)


@settings(max_examples=60, deadline=None)
@given(
    value=PRINTABLE,
    variable=st.sampled_from(
        ["volume", "title", "issued", "abstract", "author[0].given", "DOI", "custom.n", "custom.x"]
    ),
)
def test_any_text_goes_in_and_comments_survive(value: str, variable: str) -> None:
    edited = set_value(TEXT, "lan2019regulation", variable, value)
    for comment in ("# The library of one review.", "# pinned", "# as printed", "# the last one"):
        assert comment in edited
    assert value in str(yaml.load(edited, Loader=yaml.BaseLoader)) or repr(value)[1:-1] in str(  # noqa: S506
        data(edited)
    )
    assert set_value(edited, "lan2019regulation", variable, value) == edited


def test_edits_of_several_records_are_made_at_once() -> None:
    found = edited(
        TEXT,
        [
            Edit("lan2019regulation", "volume", "42"),
            Edit("lan2019regulation", "issued", "2020"),
            Edit("last", "note", "here"),
        ],
    )
    assert found == TEXT.replace("volume: 41", 'volume: "42"').replace("'2019'", "'2020'").replace(
        "note:\n", "note: here\n"
    )


def test_edits_that_touch_are_made_one_after_the_other() -> None:
    found = edited(
        TEXT,
        [Edit("last", "custom.a", "x"), Edit("last", "custom.b", "w"), Edit("last", "DOI", "z")],
    )
    assert found.endswith("    note:\n    DOI: z\n    custom: {a: x, b: w}\n")


def test_two_edits_that_undo_each_other_leave_the_text_alone() -> None:
    assert edited(TEXT, [Edit("last", "note", "x"), Edit("last", "note", "")]) == TEXT


def test_a_large_library_is_edited_in_a_moment() -> None:
    many = "references:\n" + "".join(
        f"  - id: key{n}\n    title: Title {n}\n    volume: {n}\n" for n in range(3000)
    )
    found = edited(many, [Edit(f"key{n}", "volume", "7") for n in range(0, 3000, 500)])
    assert found.count('volume: "7"') == 6
