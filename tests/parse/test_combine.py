"""Two readings of one string become one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ifnlit.parse import parse
from ifnlit.parse.calibration import settled
from ifnlit.parse.combine import combine, is_whole
from ifnlit.parse.crf import CrfTagger
from ifnlit.parse.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parent.parent.parent
CODED = "Smith J. A title [J]. Nature, 2020, 5: 1-9."
PLAIN = "Smith J. A title. Nature. 2020. PMID: 12345678."
GOLD = {
    "author": "Smith J.", "title": "A title", "container_title": "Nature", "date": "2020",
    "pmid": "12345678",
}  # fmt: skip


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
    tagged = tuple(replace(span, confidence=0.8) for span in tagged)
    (found,) = combine([CODED], [grammar], [tagged])
    by = {span.label: (span.by, span.confidence) for span in found}
    assert [span.label for span in found] == [span.label for span in grammar]
    assert by["author"] == ("both", settled("both", 0.8))
    assert by["title"] == ("grammar", settled("grammar", 1.0)), "the tagger sees another title"
    assert by["volume"] == ("grammar", settled("grammar", 1.0)), "the tagger sees none"
    assert by["medium"] == ("grammar", 1.0), "the tagger knows no codes"


def test_a_whole_coded_reading_stands_against_a_tagger_that_is_sure() -> None:
    grammar = spans(
        CODED, "grammar", author="Smith J.", title="A title", medium="J", container_title="Nature",
        date="2020", volume="5", pages="1-9",
    )  # fmt: skip
    tagged = tuple(
        replace(span, confidence=0.95)
        for span in spans(CODED, "crf", author="Smith J.", title="A title [J]")
    )
    (found,) = combine([CODED], [grammar], [tagged])
    assert [span.label for span in found] == [span.label for span in grammar]


def test_without_a_code_the_tagger_is_believed_and_the_grammar_lends_identifiers() -> None:
    grammar = spans(PLAIN, "grammar", author="Smith J.", title="A title. Nature", pmid="12345678")
    tagged = spans(PLAIN, "crf", author="Smith J.", title="A title", date="2020", volume="12345678")
    (found,) = combine([PLAIN], [grammar], [tagged])
    assert [(one.label, one.by, one.confidence) for one in found] == [
        ("author", "both", settled("both", 0.9)),
        ("title", "crf", settled("disputed", 0.9)),
        ("date", "crf", settled("crf", 0.9)),
        ("pmid", "grammar", settled("grammar", 1.0)),
    ]


def test_a_date_of_access_is_no_note_but_the_only_date_is_none_of_access() -> None:
    text = "Smith J. A title. https://a.org (accessed 3 May 2021)."
    grammar = spans(text, "grammar", url="https://a.org", accessed="3 May 2021")
    tagged = spans(text, "crf", author="Smith J.", title="A title", note="accessed 3 May 2021")
    (found,) = combine([text], [grammar], [tagged])
    assert [span.label for span in found] == ["author", "title", "url", "accessed"]
    bracketed = "Smith J [2013-03-08] A title"
    grammar = spans(bracketed, "grammar", accessed="2013-03-08")
    tagged = spans(bracketed, "crf", author="Smith J", date="2013-03-08", title="A title")
    (found,) = combine([bracketed], [grammar], [tagged])
    assert [span.label for span in found] == ["author", "date", "title"]


@pytest.mark.parametrize(
    ("text", "title", "left"),
    [
        ("Widget. US patent 7,123,456. 2006.", "Widget. US patent 7", "Widget"),
        ("US patent 7,123,456. Widget. 2006.", "US patent 7,123,456. Widget", "Widget"),
    ],
)
def test_of_a_title_that_runs_into_a_sure_mark_the_rest_is_left(
    text: str, title: str, left: str
) -> None:
    grammar = spans(text, "grammar", genre="US patent", patent_number="7,123,456")
    (found,) = combine([text], [grammar], [spans(text, "crf", title=title, pages="123,456")])
    labelled = {span.label: text[span.start : span.end] for span in found}
    assert labelled == {"genre": "US patent", "patent-number": "7,123,456", "title": left}


def test_a_volume_with_pages_and_without_a_container_gives_way_to_a_whole_reading() -> None:
    text = "Smith J. A title. Virol. 2020;5:1-9."
    values = {"author": "Smith J.", "date": "2020", "volume": "5", "pages": "1-9"}
    grammar = spans(text, "grammar", **values, title="A title", container_title="Virol")
    tagged = spans(text, "crf", **values, title="A title. Virol")
    (found,) = combine([text], [grammar], [tagged])
    assert [span.label for span in found] == [span.label for span in grammar]


ONLINE = "Smith J. 2010. A title, Site, viewed 17 May 2021, <https://example.org/a>."


def test_a_date_of_access_ends_what_the_tagger_read_on_over_it() -> None:
    seen = {"accessed": "17 May 2021", "url": "https://example.org/a"}
    grammar = spans(ONLINE, "grammar", author="Smith J.", **seen)
    tagged = spans(
        ONLINE, "crf", author="Smith J.", date="2010", title="A title, Site, viewed 17 May 2021",
        publisher="https://example.org/a",
    )  # fmt: skip
    (found,) = combine([ONLINE], [grammar], [tagged])
    told = {span.label: ONLINE[span.start : span.end] for span in found}
    assert told == {"author": "Smith J.", "date": "2010", "title": "A title, Site", **seen}


def test_the_only_date_is_of_the_work_and_not_of_access() -> None:
    text = "Smith J. [2010] viewed on. A title."
    grammar = spans(text, "grammar", accessed="2010", title="A title")
    tagged = spans(text, "crf", author="Smith J.", date="2010", title="A title")
    (found,) = combine([text], [grammar], [tagged])
    assert [span.label for span in found] == ["author", "date", "title"]


def test_a_date_ends_before_that_of_access() -> None:
    text = "Smith J. A title. Nature. 2002 Jun [cited 2002 Aug 12];5:1."
    grammar = spans(text, "grammar", author="Smith J.", accessed="2002 Aug 12")
    tagged = spans(text, "crf", author="Smith J.", date="2002 Jun [cited 2002 Aug 12", volume="5")
    (found,) = combine([text], [grammar], [tagged])
    assert [text[span.start : span.end] for span in found] == [
        "Smith J.", "2002 Jun", "2002 Aug 12", "5",
    ]  # fmt: skip


def test_nothing_is_left_of_a_title_that_is_the_label_of_an_identifier() -> None:
    text = "Smith J. Accessed 17 May 2021."
    grammar = spans(text, "grammar", accessed="17 May 2021")
    tagged = spans(text, "crf", author="Smith J.", title="Accessed 17 May 2021")
    (found,) = combine([text], [grammar], [tagged])
    assert [span.label for span in found] == ["author", "accessed"]


def test_a_tagger_without_a_title_gives_way_where_it_has_nothing_in_its_place() -> None:
    text = "Smith J. Opening. Unheard. 2020;5:1-9."
    values = {"author": "Smith J.", "date": "2020", "volume": "5", "pages": "1-9"}
    grammar = spans(text, "grammar", **values, title="Opening", container_title="Unheard")
    tagged = spans(text, "crf", **values, container_title="Unheard")
    (found,) = combine([text], [grammar], [tagged])
    assert [span.label for span in found] == [span.label for span in grammar]
    whole = spans(text, "crf", **values, container_title="Opening. Unheard")
    (found,) = combine([text], [grammar], [whole])
    assert "title" not in {span.label for span in found}


def test_agreement_is_surer_than_one_reading_and_dispute_less() -> None:
    for share in (0.5, 0.7, 0.9):
        assert settled("both", share) > settled("crf", share)
        assert settled("both", share) > settled("disputed", share)
    assert settled("grammar", 1.0) < 0.9


def in_a_list(agreeing: int, sure: float) -> tuple[Span, ...]:
    """The reading of a last string, on which both differ, after some that both read alike."""
    texts: list[str] = []
    grammar: list[tuple[Span, ...]] = []
    tagged: list[tuple[Span, ...]] = []
    for _ in range(agreeing):
        texts.append(PLAIN)
        grammar.append(spans(PLAIN, "grammar", **GOLD))
        tagged.append(spans(PLAIN, "crf", **GOLD))
    wrong = {**GOLD, "title": "A title. Nature"}
    del wrong["container_title"]
    one = tuple(replace(span, confidence=sure) for span in spans(PLAIN, "crf", **wrong))
    found = combine([*texts, PLAIN], [*grammar, spans(PLAIN, "grammar", **GOLD)], [*tagged, one])
    return found[-1]


@pytest.mark.parametrize(
    ("agreeing", "sure", "by_grammar"),
    [(12, 0.6, True), (12, 0.95, False), (4, 0.6, False), (0, 0.6, False)],
)
def test_a_list_keeps_to_the_style_that_both_read_alike(
    agreeing: int, sure: float, by_grammar: bool
) -> None:
    labels = [span.label for span in in_a_list(agreeing, sure)]
    assert ("container-title" in labels) is by_grammar


def test_fields_that_make_no_reference_are_half_as_sure() -> None:
    text = "We thank the reviewers for their comments."
    (found,) = combine([text], [()], [spans(text, "crf", title="We thank the reviewers")])
    assert [span.confidence for span in found] == [settled("crf", 0.9) / 2]


@pytest.mark.parametrize(
    ("left_out", "whole"),
    [("", True), ("author", False), ("title", False), ("date", False), ("container_title", False)],
)
def test_a_reading_is_whole_when_nothing_is_left_over(left_out: str, whole: bool) -> None:
    values = dict(GOLD)
    values.pop(left_out, None)
    assert is_whole(PLAIN, spans(PLAIN, "grammar", **values)) is whole


def test_a_rest_between_two_fields_is_not_whole() -> None:
    text = "Smith J. A title. Something else. Nature. 2020."
    found = spans(
        text, "grammar", author="Smith J.", title="A title", container_title="Nature", date="2020"
    )
    assert not is_whole(text, found)


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


def test_a_reference_judged_by_itself_is_combined_in_a_list_of_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from ifnlit.parse import combine as module
    from ifnlit.parse import parse

    sizes: list[int] = []
    real = module.combine

    def counted(
        texts: Sequence[str],
        grammar: Sequence[tuple[Span, ...]],
        tagger: Sequence[tuple[Span, ...]],
        styles: Sequence[str],
    ) -> list[Any]:
        sizes.append(len(texts))
        return real(texts, grammar, tagger, styles)

    class Silent:
        """A tagger that sees nothing."""

        def label(self, texts: Sequence[str]) -> Sequence[tuple[Span, ...]]:
            return [() for _ in texts]

    monkeypatch.setattr(module, "combine", counted)
    text = "Li J. A title. J Virol. 2020;7:1-9.\nSun P. Another. J Virol. 2021;8:1-9.\n"
    parse(text, lines=True, independent=True, tagger=Silent())
    assert sizes == [1, 1]
    parse(text, lines=True, tagger=Silent())
    assert sizes == [1, 1, 2]
