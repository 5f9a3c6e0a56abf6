"""What is repaired in titles and journals' names, and what is left as an author's own."""

from __future__ import annotations

import pytest

from ifnlit.parse.mend import container, is_broken, title

MENDED = [
    ("mouse γ- interferon", "mouse γ-interferon"),
    ("PEG-IFN- α-2A combined", "PEG-IFN-α-2A combined"),
    ("virus replica-tion and gene", "virus replication and gene"),
    ("multiple mye-loma cells", "multiple myeloma cells"),
    ("The anti- viral activity", "The antiviral activity"),
    ("inte- rferon-alpha in mice", "interferon-alpha in mice"),
    ("a host- cancer link", "a host-cancer link"),
    ("a follow- up study", "a follow-up study"),
    ("statistics 2020:GLOBOCAN estimates", "statistics 2020: GLOBOCAN estimates"),
    ("clearance:a case report", "clearance: a case report"),
    ("VEGF,MMP-2,TGF-β1 and more", "VEGF, MMP-2, TGF-β1 and more"),
    ("one;two of them", "one; two of them"),
    ("statistics 2020 : estimates , and ; more", "statistics 2020: estimates, and; more"),
]
TIGHT = [
    ("a 12-year-old boy:porphyria or symptoms", "a 12-year-old boy: porphyria or symptoms"),
    ("panniculitis.An unusual case", "panniculitis. An unusual case"),
]
KEPT = [
    "short- and long-term effects",
    "Vor- und Nachteile",
    "Ultra-Long-term Follow-up of Interferon",
    "Pegylated Interferonalpha-2a",
    "N,N-dimethyl and cis,cis-muconic acid",
    "RNA:DNA hybrids and albumin:creatinine ratio",
    "Effect of Ralidomide",
    "beta-arrestin and co-operation",
    "a ratio of 1:2 at 10:30",
    "t(9;22) translocation",
    "plain words",
]


@pytest.mark.parametrize(("printed", "value"), MENDED)
def test_damage_is_undone_and_told(printed: str, value: str) -> None:
    found, changes = title(printed)
    assert found == value
    assert changes
    for change in changes:
        assert change.before != change.after
        assert change.why


@pytest.mark.parametrize(("printed", "value"), TIGHT)
def test_a_string_without_blanks_after_commas_has_lost_those_after_colons_too(
    printed: str, value: str
) -> None:
    assert title(printed, tight=True)[0] == value


@pytest.mark.parametrize("printed", KEPT)
def test_an_author_s_own_spelling_stays(printed: str) -> None:
    assert title(printed) == (printed, ())


def test_changes_are_told_by_the_word_they_stand_in() -> None:
    _, changes = title("replica-tion of PEG-IFN- α here")
    assert [(change.before, change.after) for change in changes] == [
        ("replica-tion", "replication"),
        ("PEG-IFN- α", "PEG-IFN-α"),
    ]


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("CurrOpin Virol", "Curr Opin Virol"),
        ("CurrOpinVirol", "Curr Opin Virol"),
        ("J Virol", "J Virol"),
        ("J.Am.Chem.Soc.", "J. Am. Chem. Soc."),
        ("J. Virol.", "J. Virol."),
        ("PhotoVoltaic News", "PhotoVoltaic News"),
        ("J Phys- iol", "J Physiol"),
    ],
)
def test_a_blank_lost_between_words_of_a_journal_is_put_back(printed: str, value: str) -> None:
    assert container(printed)[0] == value


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("Academy ofManagement Review", "Academy of Management Review"),
        ("NeurobiolAging", "Neurobiol Aging"),
        ("NeuroImage Clin", "NeuroImage Clin"),
        ("TestingWords Review", "TestingWords Review"),
        ("NeurobiolAging and NeurochemRes", "NeurobiolAging and NeurochemRes"),
    ],
)
def test_a_known_name_has_its_lost_blanks_back(printed: str, value: str) -> None:
    assert container(printed)[0] == value


@pytest.mark.parametrize(
    ("left", "right", "broken"),
    [
        ("replica", "tion", True),
        ("follow", "up", False),
        ("long", "term", False),
        ("anti", "viral", False),
        ("mye", "loma", True),
        ("xyz", "interferon", False),
        ("qqq", "zzzzzzz", True),
    ],
)
def test_the_lexicon_says_whether_a_hyphen_broke_a_word(
    left: str, right: str, broken: bool
) -> None:
    assert is_broken(left, right) is broken
