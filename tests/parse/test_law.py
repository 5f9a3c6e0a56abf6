"""Strings with the words of the law in them that are no decisions and no acts."""

from __future__ import annotations

import pytest

from ifnlit.parse.grammar import cases, statutes

ARTICLE = "Smith JA. Harlow v. Denton and the Orchard Act. Law Rev. 1975;12:33-40."


def test_an_article_about_a_case_is_no_case() -> None:
    assert cases.spans(ARTICLE) is None


def test_an_article_about_an_act_is_no_act() -> None:
    assert statutes.spans(ARTICLE) is None


@pytest.mark.parametrize(
    "text", ["Harlow v. Denton " * 40, "Re " * 130, "Beschl. v. 1.1.2001 " * 19]
)
def test_a_long_string_is_soon_given_up(text: str) -> None:
    assert cases.spans(text) is None


@pytest.mark.parametrize(
    "text", ["Regulation (EU) " * 43, "The Act 1999. " * 80, "Act, OJ L 1, " * 50]
)
def test_a_long_act_is_soon_given_up(text: str) -> None:
    assert statutes.spans(text) is None
