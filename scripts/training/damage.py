"""Strings as they come out of documents: marks lost, blanks lost or put in, words broken, capitals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

    from scripts.training.data import Span

_GLUE = re.compile(r"(?<=[,;:)\].]) (?=[\w(\[])|(?<=\w) (?=\()")
_TAILS = (
    " [CrossRef]",
    " [Google Scholar]",
    " [PubMed]",
    " [Google Scholar] [CrossRef]",
    " (in Chinese)",
    " In press.",
    " [in Russian]",
)


def damaged(
    text: str, spans: tuple[Span, ...], chance: random.Random
) -> tuple[str, tuple[Span, ...]]:
    """A string with one or two kinds of damage, and where its spans then stand."""
    edits: list[tuple[int, int, str]] = []
    for _ in range(chance.choice((1, 1, 2))):
        edits += _edits(text, spans, chance)
    return edited(text, spans, edits)


def glued(
    text: str, spans: tuple[Span, ...], chance: random.Random
) -> tuple[str, tuple[Span, ...]]:
    """A string with blanks around marks outside of titles cut: "41 (14): 1336" -> "41(14):1336"."""
    inside = [
        (start, end)
        for start, end, label in spans
        if label in {"title", "container-title", "author", "editor", "publisher"}
    ]
    edits = [
        (found.start(), found.end(), "")
        for found in _GLUE.finditer(text)
        if chance.random() < 0.5
        and not any(start < found.start() < end for start, end in inside)
        and (text[found.end()].isdigit() or text[found.end()] == "(")
    ]
    return edited(text, spans, edits)


def edited(
    text: str, spans: tuple[Span, ...], edits: list[tuple[int, int, str]]
) -> tuple[str, tuple[Span, ...]]:
    """The text with (start, end, replacement) done; edits that overlap an earlier one are not."""
    parts: list[str] = []
    moves: list[tuple[int, int, int]] = []  # (from, to in the old text, shift from there on)
    at = shift = 0
    for start, end, new in sorted(set(edits)):
        if start < at:
            continue
        parts += [text[at:start], new]
        shift += len(new) - (end - start)
        moves.append((start, end, shift))
        at = end
    parts.append(text[at:])

    def moved(place: int, *, ends: bool) -> int:
        by = 0
        for start, end, change in moves:
            # What is put in behind a value is no part of it.
            if end > place or (ends and start == end == place):
                break
            by = change
        return place + by

    out = "".join(parts)
    found: list[Span] = []
    for start, end, label in spans:
        a, b = moved(start, ends=False), moved(end, ends=True)
        while a < b and out[a].isspace():
            a += 1
        while a < b and out[b - 1].isspace():
            b -= 1
        if a < b and (not found or a >= found[-1][1]):
            found.append((a, b, label))
    return out, tuple(found)


def _edits(text: str, spans: tuple[Span, ...], chance: random.Random) -> list[tuple[int, int, str]]:  # noqa: PLR0911  # one for each kind
    kind = chance.choice(
        (
            "unblank",
            "unblank",
            "blank",
            "unmark",
            "mark",
            "capitals",
            "break",
            "dash",
            "tail",
            "stop",
            "lower",
        )
    )
    if kind == "unblank":
        share = chance.choice((0.15, 0.5, 1.0))
        return [
            (m.start(), m.end(), "")
            for m in re.finditer(r"(?<=[,;:.)\]]) ", text)
            if chance.random() < share
        ]
    if kind == "blank":
        return [
            (m.start(), m.start(), " ")
            for m in re.finditer(r"(?<=\w)[,;:.(](?=.)", text)
            if chance.random() < 0.2
        ]
    if kind == "unmark":
        gaps = [
            m
            for m in re.finditer(r"[.,;:()]", text)
            if not any(start <= m.start() < end for start, end, _ in spans)
        ]
        return [
            (one.start(), one.end(), "" if text[one.end() : one.end() + 1] == " " else " ")
            for one in chance.sample(gaps, min(len(gaps), 1))
        ]
    if kind == "mark":
        ends = [end for _, end, _ in spans if text[end : end + 1] == "."]
        return [
            (end, end, chance.choice((".", ",", " ")))
            for end in chance.sample(ends, min(len(ends), 1))
        ]
    if kind == "capitals":
        wanted = chance.choice(("author", "title"))
        return [
            (start, end, text[start:end].upper())
            for start, end, label in spans
            if label == wanted and len(text[start:end].upper()) == end - start
        ]
    if kind == "lower":
        return (
            [
                (start, end, text[start:end].lower())
                for start, end, label in spans
                if label in {"title", "container-title"}
                and len(text[start:end].lower()) == end - start
            ]
            if chance.random() < 0.3
            else []
        )
    if kind == "break":
        words = list(re.finditer(r"[a-z]{7,}", text))
        return [
            (one.start() + 4, one.start() + 4, chance.choice(("-", "- ")))
            for one in chance.sample(words, min(len(words), 1))
        ]
    if kind == "dash":
        return [
            (m.start(), m.end(), chance.choice(("- ", " - ", "--", " -")))
            for m in re.finditer(r"(?<=\d)-(?=\d)", text)
        ]
    if kind == "tail":
        return [(len(text), len(text), chance.choice(_TAILS))]
    return (
        [(len(text) - 1, len(text), "")]
        if text.endswith(".") and spans and spans[-1][1] < len(text)
        else []
    )
