"""One reading out of two: what a grammar sees in a string and what the tagger does.

Where both agree they are nearly always right. Where they differ the tagger is, but for three cases
(docs/parsing.md has the figures). A volume with pages needs a container: the tagger's reading that
has none gives way to a whole one that has. A type code ("[J]") is proof of GB/T 7714: there a whole
reading stands. And where most references of a list are read alike by both, the list keeps to that
style: a whole reading in it stands against a tagger that is not sure. A field says by whom it was
read, and one on which the readings differ is less sure.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from ifnlit.model.frozen import changed
from ifnlit.parse.borders import proved
from ifnlit.parse.calibration import settled
from ifnlit.parse.grammar import patent
from ifnlit.parse.grammar.designation import PATENT, STANDARD
from ifnlit.parse.grammar.parts import beside
from ifnlit.parse.shape import MARKED
from ifnlit.parse.span import overlap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.parse.span import Span

# What its own sign shows ("10.", "https:", "accessed"): here the grammar stands.
_MARKED = frozenset(
    ("doi", "pmid", "pmcid", "arxiv", "issn", "isbn", "url", "accessed", "genre", PATENT, STANDARD)
)
# What the tagger does not know, or takes for a note or a publisher.
_TOLD = frozenset(("status", "language-note"))
# Marks of a grammar that the tagger does not know: no disagreement when it has them not.
_FINER = frozenset({"et-al", "language-note", "medium"})
_PROOFS = frozenset({"medium", STANDARD})
_WHOLE_STYLES = MARKED | {patent.NAME}  # read whole, or not at all
_CORE = frozenset({"author", "date", "title", "container-title", "volume", "pages"})
_WHOLE = (
    {"title"},
    {"author", "editor"},
    {"date"},
    {"container-title", "publisher", "url", "number", "arxiv"},
)
_LABEL_WORDS = re.compile(
    r"\b(?:in|and|pp?|pages?|vol(?:ume)?|no|nr|issue|eds?|doi|pmid|pmcid|pubmed|arxiv|issn|isbn|"
    r"url|available|from|at|accessed|retrieved|cited|https?|dx|org|epub)\b|[译第卷期页版]",
    re.IGNORECASE,
)
_CONTENT = re.compile(r"[^\W_]")
_FEWEST = 8  # references of one form that show the style of a list
_MOST = 0.85  # of those that a grammar reads whole, read alike by both
_PART = 0.5  # of all references of the list, in forms of which this is true
_FEW, _GUESS = 2, 0.5  # fields of so few labels are hardly a reference, and half as sure
_SURE = 0.9  # a tagger as sure as this is believed against the list's style


def combine(
    texts: Sequence[str],
    grammar: Sequence[tuple[Span, ...]],
    tagger: Sequence[tuple[Span, ...]],
    styles: Sequence[str] = (),
) -> list[tuple[Span, ...]]:
    """The spans of each text of a list from both readings of it, sorted and disjoint.

    `styles` are those of the grammar's readings: one that is known by its marks stands.
    """
    return [_settled(found) for found in readings(texts, grammar, tagger, styles)]


def _settled(found: Sequence[tuple[Span, str]]) -> tuple[Span, ...]:
    """The spans with their confidence; in prose there is no more than a title or a number."""
    part = 1.0 if len({span.label for span, _ in found}) > _FEW else _GUESS
    return tuple(
        changed(span, confidence=part * settled(how, span.confidence)) for span, how in found
    )


def readings(
    texts: Sequence[str],
    grammar: Sequence[tuple[Span, ...]],
    tagger: Sequence[tuple[Span, ...]],
    styles: Sequence[str] = (),
) -> list[list[tuple[Span, str]]]:
    """As `combine`, with the tagger's own confidence and how the two readings stand to it."""
    tagger = [proved(text, spans) for text, spans in zip(texts, tagger, strict=True)]
    whole = [is_whole(text, spans) for text, spans in zip(texts, grammar, strict=True)]
    forms = _kept_forms(
        [
            (form(one), form(one) == form(other) and _alike(one, other))
            for one, other, good in zip(grammar, tagger, whole, strict=True)
            if good
        ],
        len(texts),
    )
    return [
        [_agreed(span, other) for span in one]
        if style in _WHOLE_STYLES or (good and _is_believed(one, other, forms))
        else _by_tagger(text, one, other)
        for text, one, other, good, style in zip(
            texts, grammar, tagger, whole, styles or ("",) * len(texts), strict=True
        )
    ]


def is_whole(text: str, spans: Sequence[Span]) -> bool:
    """Whether a grammar's reading leaves nothing over and has what a reference needs."""
    labels = {span.label for span in spans}
    if not all(labels & needed for needed in _WHOLE):
        return False
    at = 0
    for span in spans:
        if _is_content(text[at : span.start]):
            return False
        at = span.end
    return not _is_content(text[at:])


def form(spans: Sequence[Span]) -> tuple[str, ...]:
    """The order of the core's fields, which a style has."""
    return tuple(dict.fromkeys(span.label for span in spans if span.label in _CORE))


def _kept_forms(
    seen: Sequence[tuple[tuple[str, ...], bool]], count: int
) -> frozenset[tuple[str, ...]]:
    """The forms to which a list keeps: what a grammar reads so is mostly read so by both."""
    all_of = Counter(one for one, _ in seen)
    alike = Counter(one for one, same in seen if same)
    kept = frozenset(
        one for one, read in all_of.items() if alike[one] >= max(_FEWEST, _MOST * read)
    )
    return kept if sum(alike[one] for one in kept) >= _PART * count else frozenset()


def _alike(grammar: Sequence[Span], tagged: Sequence[Span]) -> bool:
    mine = {(span.label, span.start) for span in tagged if span.label in _CORE}
    return mine == {(span.label, span.start) for span in grammar if span.label in _CORE}


def _is_believed(
    grammar: Sequence[Span], tagged: Sequence[Span], forms: frozenset[tuple[str, ...]]
) -> bool:
    """Whether a whole reading of a grammar stands against the tagger's."""
    if _lacks_container(tagged) and not _lacks_container(grammar):
        return True
    if _lacks_title(grammar, tagged):
        return True
    if _is_coded(grammar):
        return True
    if form(grammar) not in forms:
        return False
    sure = all(span.confidence >= _SURE for span in tagged if span.label in _CORE)
    return not sure or _alike(grammar, tagged)


def _lacks_container(spans: Sequence[Span]) -> bool:
    """Whether there is a volume with pages, but of nothing."""
    labels = {span.label for span in spans}
    return {"volume", "pages"} <= labels and "container-title" not in labels


def _lacks_title(grammar: Sequence[Span], tagged: Sequence[Span]) -> bool:
    """Whether the tagger has no title, and nothing where the grammar has it."""
    title = next((span for span in grammar if span.label == "title"), None)
    return title is not None and not any(
        span.label == "title" or overlap(span, title) for span in tagged
    )


def _is_coded(spans: Sequence[Span]) -> bool:
    return any(span.label in _PROOFS for span in spans)


def _by_tagger(
    text: str, grammar: Sequence[Span], tagged: Sequence[Span]
) -> list[tuple[Span, str]]:
    marked = [
        span
        for span in grammar
        if span.label in _TOLD or (span.label in _MARKED and not _is_only_date(text, span, tagged))
    ]
    kept = [part for span in tagged for part in beside(text, span, marked)]
    found = [_checked(span, grammar) for span in kept]
    found += [_agreed(span, tagged) for span in marked]
    return sorted(found, key=lambda one: one[0].start)


def _is_only_date(text: str, span: Span, tagged: Sequence[Span]) -> bool:
    """Whether what may be a date of access is all that the tagger has for the date: "[2015]"."""
    if span.label != "accessed" or text[max(0, span.start - 1) : span.start] != "[":
        return False
    if any(one.label == "note" and overlap(span, one) for one in tagged):  # "1987 [1968]"
        return True
    dates = [one for one in tagged if one.label == "date"]
    return len(dates) == 1 and overlap(span, dates[0])


def _is_content(text: str) -> bool:
    return bool(text) and _CONTENT.search(_LABEL_WORDS.sub("", text)) is not None


def _agreed(span: Span, others: Sequence[Span]) -> tuple[Span, str]:
    """A grammar's span, by "both" where the tagger has the same."""
    same = next((other for other in others if _same(span, other)), None)
    if same is not None:
        return changed(same, by="both"), "both"
    return changed(span, confidence=1.0), "marked" if span.label in _FINER else "grammar"


def _checked(span: Span, grammar: Sequence[Span]) -> tuple[Span, str]:
    """A tagger's span, by "both" where the grammar has the same."""
    if any(_same(span, other) for other in grammar):
        return changed(span, by="both"), "both"
    return span, "disputed" if any(overlap(span, other) for other in grammar) else "crf"


def _same(one: Span, other: Span) -> bool:
    return one.label == other.label and one.start == other.start and one.end == other.end
