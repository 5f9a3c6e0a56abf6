"""Two readings of one string become one."""

from __future__ import annotations

from pathlib import Path

import pytest

from ifnlit.parse import parse
from ifnlit.parse.combine import DISPUTED, combine, is_whole
from ifnlit.parse.crf import CrfTagger
from ifnlit.parse.span import Span

ROOT = Path(__file__).parent.parent.parent
CODED = "Smith J. A title [J]. Nature, 2020, 5: 1-9."
PLAIN = "Smith J. A title. Nature. 2020. PMID: 12345678."


def spans(text: str, by: str, **values: str) -> tuple[Span, ...]:
    found: list[Span] = []
    for name, value in values.items():
        start = text.index("[J]") + 1 if value == "J" else text.index(value)
        found.append(Span(start, start + len(value), name.replace("_", "-"), 0.9, by))
    return tuple(sorted(found, key=lambda one: one.start))


def test_a_whole_coded_reading_of_a_grammar_stands() -> None:
    grammar = spans(
        CODED, "grammar", author="Smith J.", title="A title", medium="J", container_title="Nature",
        date="2020", volume="5", pages="1-9",
    )  # fmt: skip
    tagged = spans(CODED, "crf", author="Smith J.", title="A title [J]", container_title="Nature")
    (found,) = combine([CODED], [grammar], [tagged])
    by = {span.label: (span.by, span.confidence) for span in found}
    assert [span.label for span in found] == [span.label for span in grammar]
    assert by["author"] == ("both", 0.9)
    assert by["title"] == ("grammar", DISPUTED), "the tagger sees another title"
    assert by["volume"] == ("grammar", DISPUTED), "the tagger sees none"
    assert by["medium"] == ("grammar", 0.9), "the tagger knows no codes"


def test_without_a_code_the_tagger_is_believed_and_the_grammar_lends_identifiers() -> None:
    grammar = spans(PLAIN, "grammar", author="Smith J.", title="A title. Nature", pmid="12345678")
    tagged = spans(
        PLAIN,
        "crf",
        author="Smith J.",
        title="A title",
        container_title="Nature",
        volume="12345678",
    )
    (found,) = combine([PLAIN], [grammar], [tagged])
    assert [(one.label, one.by, one.confidence) for one in found] == [
        ("author", "both", 0.9),
        ("title", "crf", DISPUTED),
        ("container-title", "crf", DISPUTED),
        ("pmid", "grammar", DISPUTED),
    ]


def test_what_the_grammar_says_nothing_of_keeps_the_taggers_confidence() -> None:
    tagged = spans(PLAIN, "crf", title="A title")
    (found,) = combine([PLAIN], [()], [tagged])
    assert found == tagged


@pytest.mark.parametrize(
    ("left_out", "whole"),
    [("", True), ("author", False), ("title", False), ("date", False), ("container_title", False)],
)
def test_a_reading_is_whole_when_nothing_is_left_over(left_out: str, whole: bool) -> None:
    values = {
        "author": "Smith J.", "title": "A title", "container_title": "Nature", "date": "2020",
        "pmid": "12345678",
    }  # fmt: skip
    values.pop(left_out, None)
    assert is_whole(PLAIN, spans(PLAIN, "grammar", **values)) is whole


def test_a_rest_behind_the_last_field_is_not_whole() -> None:
    text = "Smith J. A title. Nature. 2020. Something else."
    found = spans(
        text, "grammar", author="Smith J.", title="A title", container_title="Nature", date="2020"
    )
    assert not is_whole(text, found)


def test_the_24_of_the_review_are_read_as_the_grammars_read_them() -> None:
    text = (ROOT / "refs" / "references.txt").read_text(encoding="utf-8")
    alone, both = parse(text), parse(text, tagger=CrfTagger())
    assert [one.reference for one in both.items] == [one.reference for one in alone.items]
