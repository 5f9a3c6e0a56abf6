"""Files that are not UTF-8 are read all the same, and told."""

from __future__ import annotations

import pytest

from ifnlit.errors import UnreadableInput
from ifnlit.store.legacy_text import decoded_anyhow


@pytest.mark.parametrize(
    ("data", "text", "name"),
    [
        ("Müller é".encode("cp1252"), "Müller é", "Windows-1252"),
        ("干扰素治疗".encode("gb18030"), "干扰素治疗", "GB 18030"),
        (b"x \x81 y", "x \x81 y", "Latin-1"),
        (b"\xff\xff\xff x", "ÿÿÿ x", "Windows-1252"),
        ("αβγδ".encode() + b"\xff", "αβγδ\ufffd", "UTF-8 with U+FFFD"),
    ],
)
def test_the_code_is_guessed_and_told(data: bytes, text: str, name: str) -> None:
    found, (finding,) = decoded_anyhow(b"line\n" + data, "x.ris")
    assert found == f"line\n{text}"
    assert name in finding.message
    assert finding.place is not None
    assert (finding.rule, finding.place.line) == ("encoding", 2)


def test_utf_8_is_not_told() -> None:
    assert decoded_anyhow("é".encode(), "x") == ("é", ())


def test_binary_data_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="binary"):
        decoded_anyhow(b"\xff\x00", "x")
