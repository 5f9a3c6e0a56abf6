from __future__ import annotations

import pytest

from ifnlit.match.people import authors_alike, shown
from ifnlit.model.evidence import Bearing
from ifnlit.model.name import Name

A, N, S, D, C = Bearing  # agrees, near, silent, differs, conflicts


def names(text: str) -> tuple[Name, ...]:
    """Names written "family, given"; one in quotes stands in one field."""
    found: list[Name] = []
    for part in filter(None, text.split("; ")):
        if part.startswith('"'):
            found.append(Name(literal=part.strip('"')))
        else:
            family, _, given = part.partition(", ")
            found.append(Name(family, given))
    return tuple(found)


PAIRS = (
    ("the same", "Sung, H.; Ferlay, J.", "Sung, Hyuna; Ferlay, Jacques", A),
    ("one author", "Sung, H.", "Sung, H.", A),
    ("one author, in full", "Sung, H.", "Sung, Hyuna", A),
    ("some of many", "Dubrot, J.; Du, P. P.", "Dubrot, Juan; Du, Peter P.; Lane, Sarah", A),
    ("the registry has the first only", "Sung, H.; Ferlay, J.", "Sung, H.", A),
    ("no given names there", "Sung, H.; Ferlay, J.", "Sung; Ferlay", A),
    ("accents", "Müller, K.; Łoś, A.", "Muller, K.; Los, A.", A),
    ("an umlaut written out", "Müller, K.; Vogel, A.", "Mueller, K.; Vogel, A.", A),
    ("capitals", "SUNG, H.; FERLAY, J.", "Sung, H.; Ferlay, J.", A),
    ("a misprint", "Ferlai, J.; Sung, H.", "Ferlay, J.; Sung, H.", A),
    ("initials in a row", "Zhu, SHS; Dong, Y.", "Zhu, Shishu; Dong, Yi", A),
    ("a hyphen in the given name", "Li, Yan-Chun; Gao, Q. Y.", "Li, Yanchun; Gao, Qiu-Ying", A),
    ("a particle", "van Vuuren, A. J.; Choi, H.", "Vuuren, A. J. van; Choi, H.", A),
    ("a name that is a particle", "Van, T.; Le, H.", "Van, T.; Le, H.", A),
    ("half of a double name", "Garcia, J.; Soto, L.", "Garcia Marquez, J.; Soto, L.", A),
    ("family and given swapped", "Li, Yimin; Yuan, Lin", "Yimin, Li; Lin, Yuan", A),
    ("swapped, and short", "Y, Li; Lin, Yuan", "Li, Yimin; Yuan, Lin", A),
    ("in one field", "Li, Yimin; Yuan, Lin", '"LI Yimin"; "YUAN Lin"', A),
    ("in one field the other way", "Li, Y.; Yuan, L.", '"Yimin Li"; "Lin Yuan"', A),
    ("in one field with a middle name", "Du, P. P.; Li, Y.", '"Peter P. Du"; "Yimin Li"', A),
    ("a particle for a family name, in one field", "Du, P.; Van, T.", '"Du P"; "Van T"', A),
    ("a particle in one field", "van Vuuren, A. J.; Choi, H.", '"A. J. van Vuuren"; "H. Choi"', A),
    ("in one field with a comma", "Li, Yimin; Yuan, Lin", '"Li, Yimin"; "Yuan, Lin"', A),
    ("in one field, cut", "Li, Yimin", '"Li"', A),
    ("only a family name with a double one", '"Sanchez Todo R"', "Sanchez-Todo, R.", A),
    ("in Chinese characters", "Li, Yimin; Yuan, Lin", "李, 怡敏; 袁, 琳", A),
    ("in Chinese characters in one field", "Li, Yimin; Yuan, Lin", '"李怡敏"; "袁琳"', A),
    ("a body", '"World Health Organization"', '"World Health Organization"', A),
    ("a body beside people", '"The Global Burden of Disease Study"', "Sung, H.; Ferlay, J.", S),
    ("another body", '"The Global Burden of Disease Study"', '"World Bank Office of Europe"', C),
    ("a body by its initials", '"WHO"', '"World Health Organization"', A),
    ("a body by its initials there", '"Centers for Disease Control"', '"CDC"', A),
    ("another body's initials", '"UNO"', '"World Health Organization"', C),
    ("another order", "Ferlay, J.; Sung, H.", "Sung, H.; Ferlay, J.", N),
    ("the only one is second there", "Ferlay, J.", "Sung, H.; Ferlay, J.", N),
    ("one other is wrong", "Sung, H.; Kim, S.; Siegel, R.", "Sung, H.; Li, J.; Siegel, R.", N),
    ("ours has one, theirs more", "Sung, H.", "Sung, H.; Ferlay, J.", N),
    ("a namesake", "Wang, M.", "Wang, Z.", D),
    ("a namesake in one field", "Wang, M.", '"Wang Zhidong"', D),
    ("a namesake in one field, middle name", "Du, K.", '"Peter P. Du"', D),
    ("a namesake first, others differ", "Wang, M.; Fan, W.", "Wang, Z.; Li, C.", D),
    ("only the first agrees", "Sung, H.; Kim, S.; Park, D.", "Sung, H.; Ferlay, J.; Siegel, R.", D),
    ("half of them", "Kim, S.; Ferlay, J.", "Sung, H.; Ferlay, J.; Siegel, R.", D),
    ("other people", "Kim, S.; Duarte, P.", "Sung, H.; Ferlay, J.", C),
    ("another author", "Kim, S.", "Sung, H.", C),
    ("another one in one field", "Kim, S.", '"Hyuna Sung"', C),
    ("a script that pinyin does not read", "Tanaka, Yuki; Suzuki, Ken", "田中, 裕樹; 鈴木, 健", S),
    ("nobody", "", "Sung, H.", S),
    ("no letters", "..., .", "Sung, H.", S),
    ("no letters before the comma", '"..., H."', "Sung, H.", S),
    ("no family name in letters", "-, H.", "Sung, H.", S),
)  # fmt: skip


@pytest.mark.parametrize(("why", "ours", "theirs", "bearing"), PAIRS, ids=[p[0] for p in PAIRS])
def test_authors_are_compared_as_a_person_would(
    why: str, ours: str, theirs: str, bearing: Bearing
) -> None:
    found = authors_alike(names(ours), names(theirs))
    assert found.bearing is bearing, f"{why}: {found.reason}"


def test_et_al_explains_a_short_list() -> None:
    ours, theirs = names("Sung, H."), names("Sung, H.; Ferlay, J.")
    assert authors_alike(ours, theirs, is_cut=True).bearing is A


def test_authors_are_shown_as_printed_lists_show_them() -> None:
    people = names("Sung, Hyuna; Ferlay, J.-T.; van Vuuren, A.; Choi, H.")
    assert shown(people) == "Sung H, Ferlay JT, van Vuuren A, et al."
    assert shown(people[:1], is_cut=True) == "Sung H, et al."
    assert shown((Name(literal="World Health Organization"),)) == "World Health Organization"
