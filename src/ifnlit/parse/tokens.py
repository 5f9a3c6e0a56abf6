"""A normalised string as tokens: words, numbers, marks, whole addresses, single Han characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af"
# An address ends where a DOI begins ("https://doi.org/" + "10.…"): the two are apart in a record.
_TOKEN = re.compile(
    r"10\.\d{4,9}/[^\s\"<>]*[^\s\"<>.,;:)\]']"
    r"|(?:https?://|ftp://|www\.)(?:(?!10\.\d{4,9}/)[^\s\"<>])*?(?=10\.\d{4,9}/|[.,;:)\]']*(?:[\s\"<>]|$))"
    rf"|[{_HAN}]|\d+|[^\W\d_{_HAN}]+|\S",
    re.IGNORECASE,
)


def tokens(text: str) -> Iterator[re.Match[str]]:
    """The tokens of a text in order; between them are blanks alone. Linear in its length."""
    return _TOKEN.finditer(text)
