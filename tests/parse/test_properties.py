"""What holds for any text at all."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ifnlit.parse import parse
from ifnlit.parse.residue import _LABELS
from tests.parse.damage import KINDS

ROOT = Path(__file__).parents[2]
LINES = (ROOT / "refs/references.txt").read_text(encoding="utf-8").splitlines()
RAWS = [line.partition("] ")[2] for line in LINES if line]
PARTS = [
    "Sung H", "et al.", "Title of it", "[J]", "[M]//", ". ", ", ", "2019", "41(2)", ": ", "18-22",
    "(in Chinese)", "doi:10.1000/x", "https://example.org/", "《题名》", "王某", "第2期", '"',
    "In: ", "(Eds.)", "pp. ", "vol. ", "&", "[2013-01-02]", "Nature", "\u00ad", "ﬁ", "&amp;", "，",
    "（", "  ", "\x00", "Müller, Hans", " ; ", "等", "P", "(",
]  # fmt: skip


def account(raw: str) -> None:
    """Fields, residue and what is neither account for each character, in order."""
    (item,) = parse(f"{raw}\n", lines=True).items
    assert item.reference.origin is not None
    raw = item.reference.origin.raw  # without a number in front of it
    taken = [(one.start, one.end) for one in item.fields]
    taken += [(one.start, one.end) for one in item.residue]
    taken.sort()
    at = 0
    for start, end in [*taken, (len(raw), len(raw))]:
        assert at <= start <= end <= len(raw)
        gap = _LABELS.sub("", raw[at:start])
        assert not re.search(r"[^\W_]", gap), gap
        at = end
    for part in item.residue:
        assert raw[part.start : part.end] == part.text


one_line = st.text(max_size=120).map(lambda text: "".join(text.split("\n")).replace("\r", ""))


@given(one_line)
@settings(max_examples=150)
def test_any_line_gives_a_record_that_accounts_for_each_character(raw: str) -> None:
    account(raw)


@given(st.lists(st.sampled_from(PARTS), max_size=14).map("".join))
@settings(max_examples=250)
def test_shreds_of_references_do_so_too(raw: str) -> None:
    account(raw)


@given(st.sampled_from(RAWS), st.integers(0, 400), st.integers(0, 40), st.sampled_from(list(KINDS)))
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_cut_and_damaged_references_do_so_too(raw: str, at: int, gap: int, kind: str) -> None:
    account(KINDS[kind](raw[:at] + raw[at + gap :]))


@given(st.lists(one_line, max_size=8))
@settings(max_examples=60)
def test_lines_give_one_record_a_line_in_order(lines: list[str]) -> None:
    lines = [re.sub(r"[\x0b\x0c\x1c-\x1e\x85\u2028\u2029\ufeff]", "", line) for line in lines]
    text = "".join(f"{line}\n" for line in lines)
    assert len(parse(text, lines=True).items) == len(lines)


def test_a_reference_judged_by_itself_does_not_follow_its_list() -> None:
    text = (
        "J. Smith, A. Lee, B. Wong (2010) A title of tests. Nature 5: 1-9.\n"
        "Li Wei (2010) Title of it. Cell 5: 1-2."
    )
    listed = parse(text, lines=True).items[1].reference.author[0]
    alone = parse(text, lines=True, independent=True).items[1].reference.author[0]
    assert (listed.family, alone.family) == ("Wei", "Li")


@pytest.mark.parametrize(
    "unit",
    [
        "a", "a ", "A. ", "(", "1-", "et al, ", "[J]", '"', "Li M, ", "2019, ", "- ", "&amp;", "《",
        "x.", "aA, ", ", 2019 (", "A.-", "van ", "Li; ",
    ],
)  # fmt: skip
def test_time_grows_in_line_with_length(unit: str) -> None:
    def spent(length: int) -> float:
        text = unit * (length // len(unit))
        began = time.process_time()
        parse(text, lines=True)
        return time.process_time() - began

    spent(2000)
    short, long = max(spent(4000), 0.002), spent(16000)
    assert long < short * 16 + 0.2  # four times the text; sixteen times would be its square


def test_a_line_of_a_megabyte_is_read_at_once_and_kept() -> None:
    raw = "Sung H, Ferlay J. Global statistics of cancer [J]. Nature, 2019, 41(2): 18-22. " * 13_000
    began = time.process_time()
    (item,) = parse(raw, lines=True).items
    assert time.process_time() - began < 2
    assert item.confidence == 0
    assert sum(len(part.text) for part in item.residue) > len(raw) - 10
