"""What looks like a note at the foot of a page, and is an article with its year in brackets."""

from __future__ import annotations

import pytest

from ifnlit.parse.grammar import footnote


@pytest.mark.parametrize(
    "text",
    [
        "A. Hu and B. Roe, Waves on a string, J. Old Waves 12 (1999), 647.",
        "A. Hu, B. Roe, Long waves, Phys. Waves 6 (1991), 19-55",
        "A. Hu, J. Old Waves 12 (1999), 647.",
        "Hu, A., Waves (Leeds: Kiln, 1999), 647.",
    ],
)
def test_an_article_is_no_note(text: str) -> None:
    assert footnote.spans(text) is None
