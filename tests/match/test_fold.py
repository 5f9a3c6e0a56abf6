from __future__ import annotations

import pytest

from ifnlit.match.fold import latin, script, words
from ifnlit.match.tongue import tongue

ALIKE = (
    ("a Greek letter and its name", "IFN-α in mice", "IFN-alpha in mice"),
    ("joined to the word", "IFNα", "IFN-alpha"),
    ("the drug's name", "Interferon alfa-2a", "interferon alpha 2a"),
    ("a lost hyphen", "interferonalpha-2a", "Interferon Alpha-2a"),
    ("digits joined or not", "IL17 and CD4+", "IL-17 and CD4"),
    ("diacritics", "Écologie für Anfänger", "Ecologie fur Anfanger"),
    ("a sharp s, a ligature", "Straße ﬁnal", "strasse final"),
    ("an apostrophe", "Children’s teeth", "childrens teeth"),
    ("ampersand", "Health & Place", "health and place"),
    ("markup", "<i>In vivo</i> screens", "In Vivo Screens"),
    ("Roman numerals", "Part II", "part 2"),
    ("zeros and ones misread", "in 2O2O and l8 more", "in 2020 and 18 more"),
    ("a Greek word is no letter", "Η επίδραση", "Η επίδραση"),
    ("a final sigma", "test ς", "test sigma"),
    ("Cyrillic in Latin letters", "Пушкин", "Pushkin"),
)


@pytest.mark.parametrize(("why", "one", "other"), ALIKE, ids=[case[0] for case in ALIKE])
def test_two_spellings_fold_to_the_same_words(why: str, one: str, other: str) -> None:
    assert words(one) == words(other), why


DIFFERENT = (
    ("another year", "statistics 2018", "statistics 2020"),
    ("another Greek letter", "interferon-α", "interferon-β"),
    ("another part", "Part I", "Part II"),
    ("another letter", "hepatitis B", "hepatitis C"),
)


@pytest.mark.parametrize(("why", "one", "other"), DIFFERENT, ids=[case[0] for case in DIFFERENT])
def test_two_works_do_not_fold_to_the_same_words(why: str, one: str, other: str) -> None:
    assert words(one) != words(other), why


def test_a_chinese_character_is_a_word() -> None:
    assert words("干扰素α") == ("干", "扰", "素", "alpha")


def test_names_are_read_in_latin_letters() -> None:
    assert [latin(name) for name in ("李怡敏", "Müller", "O'Neil", "Łukasz")] == [
        "liyimin",
        "muller",
        "oneil",
        "lukasz",
    ]


SCRIPTS = (
    ("Plasma lactate", "latin"),
    ("Les poètes", "latin"),
    ("干扰素对HepG2细胞HBV cccDNA的影响", "han"),
    ("Влияние интерферона", "cyrillic"),
    ("تأثير الإنترفيرون", "arabic"),
)


@pytest.mark.parametrize(("text", "expected"), SCRIPTS)
def test_the_script_of_a_title(text: str, expected: str) -> None:
    assert script(text) == expected


TONGUES = (
    ("English by one small word", "Plasma lactate after septic shock", "en"),
    ("a word that is Dutch as well", "Plasma lactate in septic shock", ""),
    ("German", "Die Behandlung der Hepatitis mit Interferon", "de"),
    ("French", "Traitement de l'hépatite par les interférons", "fr"),
    ("Spanish", "Tratamiento de la hepatitis con interferón", "es"),
    ("pinyin", "Zhonghua gan zang bing za zhi", "zh"),
    ("Chinese", "中华肝脏病杂志", "han"),
    ("no small words: not told", "Hepatitis B virus genotypes", ""),
    ("one foreign word is not enough", "Die casting faults", ""),
    ("English words beside foreign ones", "The art of van Gogh and over met names", "en"),
)


@pytest.mark.parametrize(("why", "text", "expected"), TONGUES, ids=[case[0] for case in TONGUES])
def test_the_language_of_a_title(why: str, text: str, expected: str) -> None:
    assert tongue(text) == expected, why
