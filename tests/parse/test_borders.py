"""Borders of the tagger's spans that marks prove to stand elsewhere."""

from __future__ import annotations

import re

import pytest

from ifnlit.parse.borders import proved
from ifnlit.parse.span import Span

_PART = re.compile(r"<(?P<label>[a-z-]+):(?P<text>[^<>]*)>")


def read(marked: str) -> tuple[str, tuple[Span, ...]]:
    """A text and its spans out of "<author:Smith J.> <title:A title>."."""
    spans: list[Span] = []
    text, at = "", 0
    for part in _PART.finditer(marked):
        text += marked[at : part.start()]
        spans.append(Span(len(text), len(text) + len(part["text"]), part["label"], 0.9, "crf"))
        text += part["text"]
        at = part.end()
    return text + marked[at:], tuple(spans)


CHANGED = [
    # inverted names end where a word stands behind initials
    ("<author:Eli, P. M. Bullous> <title:things>.", "<author:Eli, P. M.> <title:Bullous things>."),
    ("<author:Eli, P. & Hu, B. Oh>: <title:A b>.", "<author:Eli, P. & Hu, B.> <title:Oh: A b>."),
    ("<author:Eli, P. Bullous>. <date:2010>.", "<author:Eli, P.> <title:Bullous>. <date:2010>."),
    ("<author:Mars S. Letter>: <title:Of it>.", "<author:Mars S.> <title:Letter: Of it>."),
    # a group in front is one author
    (
        "<author:GBD> <date:2019> <title:Open Collaborators. A b>. <date:2020>",
        "<author:GBD 2019 Open Collaborators>. <title:A b>. <date:2020>",
    ),
    (
        "<title:Open Test Group. A b: c>; <pages:5>",
        "<author:Open Test Group>. <title:A b: c>; <pages:5>",
    ),
    (
        "<title:ISIS-2 Group>. <container-title:A b>. <date:2020>",
        "<author:ISIS-2 Group>. <container-title:A b>. <date:2020>",
    ),
    ("<author:Hu B, Li C. Q&A>: <title:A b>.", "<author:Hu B, Li C.> <title:Q&A: A b>."),
    ("<author:Hu B. Darier>'s <title:rash>.", "<author:Hu B.> <title:Darier's rash>."),
    ("<author:Li DP, Ba J. Adam>: <title:a b>.", "<author:Li DP, Ba J.> <title:Adam: a b>."),
    ("<author:Orr K. PEDOT-2>: <title:a b>.", "<author:Orr K.> <title:PEDOT-2: a b>."),
    # a family name behind its initials, before a title that no mark parts from it
    (
        "<author:J. A. Roe, Mary Test & J. P.> <title:Kinney The use of it>.",
        "<author:J. A. Roe, Mary Test & J. P. Kinney> <title:The use of it>.",
    ),
    ("<author:A. Hu, L>. <title:Li A b>.", "<author:A. Hu, L. Li> <title:A b>."),
    ("<author:F.> <container-title:Roe Acta b>.", "<author:F. Roe> <container-title:Acta b>."),
    # a journal's name of which the title holds the beginning, a lone number behind a journal
    (
        "<title:A b of test Acta> <container-title:Astronautica>.",
        "<title:A b of test> <container-title:Acta Astronautica>.",
    ),
    (
        "<title:A b>. <container-title:Nature>, <pages:13>.",
        "<title:A b>. <container-title:Nature>, <volume:13>.",
    ),
    # pages behind the editors of a book
    (
        "In <container-title:A b>, ed. <editor:C. Roe>, <container-title:31-35>.",
        "In <container-title:A b>, ed. <editor:C. Roe>, <pages:31-35>.",
    ),
    # nothing is no title
    ('X "<title:" A b>". <date:2010>', 'X "" <container-title:A b>". <date:2010>'),
    # a suffix is of the last name
    ("<author:Hu, L.>, <title:Jr. Old things>.", "<author:Hu, L., Jr>. <title:Old things>."),
    # the year of a first edition, and what stands for a year
    (
        "<author:Hu, L.>. (<date:1968>) <date:1987>. <title:A>.",
        "<author:Hu, L.>. (<note:1968>) <date:1987>. <title:A>.",
    ),
    (
        "<author:Hu, L.> (<date:1987 [1968>]) <title:A>.",
        "<author:Hu, L.> (<date:1987> [<note:1968>]) <title:A>.",
    ),
    ("<author:Hu, Li (o. J.>): <title:A b>.", "<author:Hu, Li> (<note:o. J.>): <title:A b>."),
    ("<author:Hu, L. n.d.> <title:A b>.", "<author:Hu, L.> <note:n.d.> <title:A b>."),
    (
        "<author:Hu, Lina. Forthcoming>. <title:A b>.",
        "<author:Hu, Lina>. <note:Forthcoming>. <title:A b>.",
    ),
    ("<title:A b>. <location:Ulm o. J.>", "<title:A b>. <location:Ulm> <note:o. J.>"),
    # a newspaper, a page, a place
    (
        "<title:A>, <container-title:Die Post vom> <date:1.2.2010>",
        "<title:A>, <container-title:Die Post> vom <date:1.2.2010>",
    ),
    (
        "<title:A>. <container-title:Die Post>, <volume:S>. <pages:5>",
        "<title:A>. <container-title:Die Post>, S. <pages:5>",
    ),
    (
        "<title:A>. <location:Frankfurt/M>.: <publisher:Hu>",
        "<title:A>. <location:Frankfurt/M.>: <publisher:Hu>",
    ),
    (
        "<title:A>. <publisher:Hu>, <location:Boston, MA.>",
        "<title:A>. <publisher:Hu>, <location:Boston, MA>.",
    ),
    # series, schools, sites, editors behind a title
    (
        "<title:A>. <date:1985> (<note:= Old things 7>).",
        "<title:A>. <date:1985> (= <collection-title:Old things> <collection-number:7>).",
    ),
    (
        "<title:A b>. <genre:Diss. Univ>. <location:Ulm> <date:1999>",
        "<title:A b>. <genre:Diss.> <publisher:Univ. Ulm> <date:1999>",
    ),
    (
        '<author:Hu, L.> "<title:A b>." <note:Museum. Last modified May 2012>.',
        '<author:Hu, L.> "<title:A b>." <container-title:Museum>. Last modified <date:May 2012>.',
    ),
    (
        "<editor:Salt and. Hrsg>. <title:von Li Hu>. <location:Ulm>",
        "<title:Salt and>. Hrsg. von <editor:Li Hu>. <location:Ulm>",
    ),
    # papers with a number
    (
        "<title:A b>. <container-title:IDF Working Paper 15/12>, <publisher:Hu>.",
        "<title:A b>. <genre:IDF Working Paper> <number:15/12>, <publisher:Hu>.",
    ),
    (
        "<title:A b. Discussion Paper No. 7>. <publisher:Hu>.",
        "<title:A b>. <genre:Discussion Paper> No. <number:7>. <publisher:Hu>.",
    ),
    ("<title:(in press). A b>. <date:2010>", "(<note:in press>). <title:A b>. <date:2010>"),
    (
        "<title:A b>. <genre:Phil. Diss. Ulm> <date:1999>",
        "<title:A b>. <genre:Phil. Diss.> <location:Ulm> <date:1999>",
    ),
    ("<title:A b. 2 Bde>. <location:Ulm>.", "<title:A b>. <note:2 Bde>. <location:Ulm>."),
    # a short title before a place
    (
        "<date:1999>. <publisher:Salt>. <location:Ulm>: <publisher:Hu>.",
        "<date:1999>. <title:Salt>. <location:Ulm>: <publisher:Hu>.",
    ),
    # editors and translators
    ("<author:Hu, L.>, eds. <title:A b>.", "<editor:Hu, L.>, eds. <title:A b>."),
    ("<author:Hu, L.> (Hrsg.): <title:A b>.", "<editor:Hu, L.> (Hrsg.): <title:A b>."),
    ("<author:Hu, L., editors>. <title:A b>.", "<editor:Hu, L., editors>. <title:A b>."),
    ("<author:Hu, L., trans.> <title:A b>.", "<translator:Hu, L., trans.> <title:A b>."),
    (
        "<title:A b> (<editor:M. Ram>, Trans.). <date:2010>",
        "<title:A b> (<translator:M. Ram>, Trans.). <date:2010>",
    ),
    # a body in front is the author
    (
        "<title:World Bank>. <date:2019>. <title:A b>.",
        "<author:World Bank>. <date:2019>. <title:A b>.",
    ),
    (
        "<note:World Bank>. <title:A b>. <publisher:Hu>.",
        "<author:World Bank>. <title:A b>. <publisher:Hu>.",
    ),
    (
        "<title:World Bank> (<date:2019>) <container-title:A b>. <publisher:Hu>.",
        "<author:World Bank> (<date:2019>) <title:A b>. <publisher:Hu>.",
    ),
    # a title in quotation marks ends where they close
    (
        'X "<title:A b." The c>. <date:2010>',
        'X "<title:A b>." <container-title:The c>. <date:2010>',
    ),
    (
        'X "<title:A b?" In The> <container-title:c>.',
        'X "<title:A b?>" In <container-title:The c>.',
    ),
    # a quotation mark beside a title belongs to the one within
    (
        'X "<title:A b" The c> in <publisher:P> <container-title:d>.',
        'X <title:"A b" The c> in <publisher:P> <container-title:d>.',
    ),
    ('X. <title:Comment on "A b>" [J].', 'X. <title:Comment on "A b"> [J].'),
    # what ends a title and is none
    ("<title:A b. bioRxiv>. <date:2020>", "<title:A b>. <container-title:bioRxiv>. <date:2020>"),
    ("<title:A b? arXiv. arXiv>:1", "<title:A b?> <container-title:arXiv>. arXiv:1"),
    ("[<title:A b]>. <date:2010>", "[<title:A b>]. <date:2010>"),
    (
        "<title:A b. Translated by D. Lee>, <date:2010>",
        "<title:A b. Translated by D. Lee>, <date:2010>",
    ),
    (
        "<title:A b. Translated by Desmond Lee>, <date:2010>",
        "<title:A b>. Translated by <translator:Desmond Lee>, <date:2010>",
    ),
    ("<title:A b [Internet]>. <url:x>", "<title:A b> [<medium:Internet>]. <url:x>"),
    ("<title:A b [Preprint>]. <url:x>", "<title:A b> [<genre:Preprint>]. <url:x>"),
    # a year that begins a title
    (
        "<author:A Body>. <date:2019> <title:facts>. <container-title:Ann>. <date:2020>.",
        "<author:A Body>. <title:2019 facts>. <container-title:Ann>. <date:2020>.",
    ),
    ("<date:2019> <title:facts>. <date:2020>.", "<title:2019 facts>. <date:2020>."),
    ("<title:A b>. medRxiv. <doi:x>", "<title:A b>. <container-title:medRxiv>. <doi:x>"),
    ("<title:A b>. arXiv", "<title:A b>. <container-title:arXiv>"),
    ("<title:A b>. <date:medRxiv 1983>", "<title:A b>. <container-title:medRxiv> <date:1983>"),
    # the day of a newspaper
    (
        "<title:A b>. <container-title:The Post>, Oct. <volume:13>, p. <pages:B7>",
        "<title:A b>. <container-title:The Post>, <date:Oct. 13>, p. <pages:B7>",
    ),
    (
        "<container-title:Zeit vom> <volume:12>.<issue:9>.<pages:1990>.",
        "<container-title:Zeit> vom <date:12.9.1990>.",
    ),
    # numbers, issues, years
    ("<title:A> (Report No. <pages:12>)", "<title:A> (Report No. <number:12>)"),
    (
        "<volume:72>.<pages:850> (<date:1996>), <pages:450>",
        "<volume:72>.<issue:850> (<date:1996>), <pages:450>",
    ),
    ("<date:2021> (<date:2021>) <pages:1>", "<volume:2021> (<date:2021>) <pages:1>"),
    ("<title:A> <volume:2000> (<issue:1>)", "<title:A> <date:2000> (<issue:1>)"),
    ("<date:2002>; (<volume:401>):<pages:2>", "<date:2002>; (<issue:401>):<pages:2>"),
    ("<date:2002>;(<volume:401>):<pages:2>", "<date:2002>;(<issue:401>):<pages:2>"),
    ("p. <pages:5>, 3 jun. <date:2010>", "p. <pages:5>, <date:3 jun. 2010>"),
    # a place before its publisher
    ("<title:A>. <publisher:Wien>: <note:Hu>", "<title:A>. <location:Wien>: <publisher:Hu>"),
    # a title without a host
    (
        "<author:Hu, B.> <container-title:Beloved. Vintage>, <date:2004>.",
        "<author:Hu, B.> <title:Beloved>. <publisher:Vintage>, <date:2004>.",
    ),
    (
        "<title:A, 2019. U.S>. <publisher:Department>.",
        "<title:A, 2019>. <publisher:U.S. Department>.",
    ),
    (
        "<volume:A> Tests 2021 (<date:2021>) <pages:1>",
        "<volume:A> Tests 2021 (<date:2021>) <pages:1>",
    ),
    (
        "<title:A> Tests <date:2021 (2021>) <pages:1>",
        "<title:A> Tests <volume:2021> (<date:2021>) <pages:1>",
    ),
    (
        "<author:Hu B>. EASL <date:2017> <title:A b>. <date:2018>",
        "<author:Hu B>. <title:EASL 2017 A b>. <date:2018>",
    ),
    ("<volume:49>(5 <pages:Suppl):S103>", "<volume:49>(<issue:5 Suppl>):<pages:S103>"),
    (
        "<volume:49>(5 <issue:Suppl>):<pages:S103>. <pmid:5>",
        "<volume:49>(<issue:5 Suppl>):<pages:S103>. <pmid:5>",
    ),
    ("[<date:1922>] <date:1980>: <title:A>", "[<note:1922>] <date:1980>: <title:A>"),
    # an edition behind a title
    ("<title:A b 2nd edn> (<publisher:Hu>)", "<title:A b> <edition:2nd> edn (<publisher:Hu>)"),
    # names parted, or with their role in front of the title
    (
        "<author:Hu, B., Li, C>-<editor:D.>, eds. <title:A>",
        "<editor:Hu, B., Li, C-D.>, eds. <title:A>",
    ),
    ("<author:Hu, B.>, <title:eds. A b>.", "<editor:Hu, B.>, eds. <title:A b>."),
    (
        "<author:Hu B. Bishops on a move>. <title:A>.",
        "<author:Hu B.> <title:Bishops on a move. A>.",
    ),
    # names in front without a word for a role
    ("<editor:Hu, B.> <title:A b>", "<author:Hu, B.> <title:A b>"),
    ("1. <editor:Hu, B., Li> <author:C.> <title:A b>", "1. <author:Hu, B., Li C.> <title:A b>"),
    # a page like a year
    (
        "<date:2012>. <issue:22>, <date:1762>. <doi:x>",
        "<date:2012>. <issue:22>, <pages:1762>. <doi:x>",
    ),
    ("<issue:22>, p. <date:1762, Nov. 2012>", "<issue:22>, p. <pages:1762>, <date:Nov. 2012>"),
    # a publisher behind a title
    (
        "<title:A b; Wiley>: <location:Wien>, <date:1983>",
        "<title:A b>; <publisher:Wiley>: <location:Wien>, <date:1983>",
    ),
    # a title in front of its journal
    (
        "<author:Hu, B.> <container-title:Choices of oil companies. Nature> <volume:5>",
        "<author:Hu, B.> <title:Choices of oil companies>. <container-title:Nature> <volume:5>",
    ),
    (
        "<title:A rash>. <container-title:Pellagrosis? Nature> <volume:5>",
        "<title:A rash. Pellagrosis?> <container-title:Nature> <volume:5>",
    ),
    # a book in front of its editors
    (
        "<title:A>, in <editor:Handbook of Tests, ed. Steven Hu> (<publisher:P>)",
        "<title:A>, in <container-title:Handbook of Tests>, ed. <editor:Steven Hu> (<publisher:P>)",
    ),
    (
        "<title:A>, in <editor:Handbook of Tests, E. Hu>, Eds. <publisher:P>",
        "<title:A>, in <container-title:Handbook of Tests>, <editor:E. Hu>, Eds. <publisher:P>",
    ),
    # who published it
    (
        "<title:A> (<container-title:Open Science>, <location:Wien>, <date:2020>)",
        "<title:A> (<publisher:Open Science>, <location:Wien>, <date:2020>)",
    ),
    (
        "<title:A b>. <date:2020>. <container-title:Open University>, PhD thesis.",
        "<title:A b>. <date:2020>. <publisher:Open University>, PhD thesis.",
    ),
    (
        "<title:A>. <publisher:Tese (Doutorado) - Open University>, <date:2020>",
        "<title:A>. <genre:Tese (Doutorado)> - <publisher:Open University>, <date:2020>",
    ),
    (
        "<title:A>. <container-title:Tese (Doutorado) - Open University>, <date:2020>",
        "<title:A>. <genre:Tese (Doutorado)> - <publisher:Open University>, <date:2020>",
    ),
    # words that only say what comes next
    ("<title:A>. <publisher:Disponível em>: <url:x>", "<title:A>. Disponível em: <url:x>"),
]

KEPT = [
    "<date:1999>. <publisher:Salt>. <location:Ulm>, <publisher:Hu>.",
    "<title:A b>. <container-title:The Paper Trade>, <publisher:Hu>.",
    "<title:A b on Working Paper 7>. <publisher:Hu>.",
    # names and titles that no word is missing of
    "<author:J. A. Roe & J. P.> and <title:Kinney The use of it>.",
    "<author:J. A. Roe & J. P.> <title:of use in it>.",
    "<author:Mary Test, J. P.> <title:Kinney The use of it>.",
    "<title:A b of test>. <container-title:Astronautica>.",
    "<title:A b Acta>; <container-title:Astronautica>.",
    "<title:A b>. <container-title:Some b>, <pages:13>.",
    "<title:A b>. <container-title:Nature>, p. <pages:13>.",
    "<title:A b>. <pages:13>.",
    "<pages:13>. <title:A b>.",
    "<author:Hu, L.>. [<note:1987>] <date:1968>. <title:A b>.",
    "<author:Hu, L.>. <title:The years [1968] 1987>. <date:1990>",
    "<title:Salt and>. Hrsg. von <editor:Li Hu>. <location:Ulm>",
    "<title:Salt>. <date:2001>. Hrsg. von <editor:Li Hu>. <title:And>",
    "<title:A Diss on it>. <date:2001>",
    '<author:Hu, L.> "<title:A b>." <container-title:Museum>. Last modified <date:2012>.',
    '<author:Hu, L.> "<title:A b>." <publisher:Hu>.',
    "<title:A b (= c>). <date:2001>",
    "<container-title:The Post>, Band <volume:13>, p. <pages:B7>",
    "<container-title:The Post>, <date:Oct. 13>, p. <pages:B7>",
    "<author:Orr K. Adam>: <title:a b>.",
    "<author:Society AB, Ba J. Adam>: <title:a b>.",
    "<title:A b>. <date:2010>",
    "<author:Eli, P. M., Hu, B.> <title:A b>.",
    "<author:Eli, P. M. Hu, B.> <title:A b>.",
    "<author:Eli, J. Robert>. <title:A b>.",
    "<author:ALICE Collaboration, K. Aamo et al.>, <title:A b>.",
    "<author:Eli, P. van>. <title:A b>.",
    "<author:Eli, P. Bullous>. <publisher:Hu>. <title:A b>.",
    "<author:John A. Smith>: <title:A b>.",
    "<author:Hu, L.>, <title:IV infusions>.",
    "<author:Hu, L.>. <title:Jr. nurses>.",
    "<author:Hu, L.>, ed. by <title:A b>.",
    "<author:eds>. <title:A b>.",
    "<title:Bare things>. <date:2019>. <title:A b>.",
    "<title:World Bank>. <date:2019>.",
    "Xyz <title:World Bank>. <date:2019>. <title:A b>.",
    "<title:World Bank>. <date:2019>. <container-title:A b>, <volume:5>.",
    "<title:World Bank>. <pages:5>. <container-title:A b>.",
    'X "<title:A b>." <container-title:The c>.',
    'X "<title:A "b" and c>." <container-title:The c>.',
    "<title:A b. bioRxiv>. <container-title:c>",
    "<title:A>, <volume:5>, no. <pages:12>",
    "<title:A>, <pages:12>",
    "<pages:1> <pages:2> <issue:3>",
    "<volume:5>, <pages:625> (<date:1999>) <pages:545>",
    "<date:2010a>, <date:2011>",
    "<title:A>, <volume:5>",
    "<date:2010> (<volume:401>)",
    "<date:2010>, jun. <date:2010>",
    "xxx <date:2010>",
    "<title:A>. <publisher:Wien>, <note:Hu>",
    "<author:Hu, B.> <container-title:Beloved things>, <date:2004>.",
    "<author:Hu, B.> <container-title:J. Chem. Soc>, <date:2004>.",
    "<container-title:Beloved. Vintage>, <date:2004>.",
    "<title:A, 2019. U.S>. <date:2010>.",
    "<title:[A] b]>. <date:2010>",
    "Open Test Group. A b.",
    "<author:Hu B. Darier> <title:rash>.",
    "<title:A b>. <note:medRxiv 1983>",
    "<title:A b>. arXiv. <publisher:P>",
    "<author:Krue, G. G>. <title:A b>",
    "<editor:Hu, B.> <title:A b>, <author:Li, C.>",
    "<editor:Hu, B.>. Compiled and ed. <title:A b>",
    "By <editor:Hu, B.> <title:A b>",
    "<issue:22>, <date:1762>",
    "<issue:22>, <date:1762, 2012>",
    "<title:A b>, <date:1762>, <date:2012>",
    "<title:A b; Wiley>, <location:Wien>, <date:1983>",
    "<title:A b; Wiley>: <location:Wien>, <publisher:Hu>",
    "<volume:49>(<issue:5> <date:Suppl>):<pages:S103>",
    "<title:49>(5 <pages:Suppl):S103>",
    "<author:Hu B>. An old <date:2017> <title:A b>. <date:2018>",
    "<title:A> Tests 2021 (2021) <pages:1>",
    "<title:A b>. <date:2020>. <title:C d>.",
    "<author:Hu B, Open Group. A study of b>. <title:A>.",
    "<author:Hu, B.>, <date:2010>, eds. <title:A>",
    "<author:Hu, B.>, <title:A edition> <volume:5>",
    "<title:A> <container-title:Bell Syst. Nature> <volume:5>",
    "<title:A> <container-title:Journal of choices. Nature> <volume:5>",
    "<title:A> <container-title:Choices of oil companies. Unheard Tests> <volume:5>",
    "<title:A> <date:2010> <container-title:Choices of oil companies. Nature> <volume:5>",
    "<title:A> <container-title:Choices of oil companies. Nature>",
    "<title:A>, <editor:Handbook of Tests, E. Hu>, Eds. <publisher:P>",
    "<title:A>, in <editor:Hu, B.>, Eds. <publisher:P>",
    "<title:A>, in <editor:Handbook of Tests>, Eds. <publisher:P>",
    "<title:A>, in <editor:Hu, B.> <container-title:B>",
    "<title:A>, in <container-title:B>, <location:Wien>",
    "<title:A>. <container-title:Proc. Tests>, <location:Wien>",
    "<title:A>. <container-title:B>, <location:Wien>, <volume:5>",
    "<title:A thesis on b>. <container-title:Open Review>, <date:2020>",
    "<title:A thesis on b>. <container-title:Open University>, <volume:5>",
    "<note:Open Test Group. A b>; <pages:5>",
    "<location:Wien>: <publisher:Hu>",
    "<author:Open Test Group. Hu, B.> <title:A>",
    "<date:2010>, <date:2011>",
]


@pytest.mark.parametrize(("printed", "expected"), CHANGED)
def test_a_mark_moves_the_border(printed: str, expected: str) -> None:
    text, spans = read(printed)
    bare, wanted = read(expected)
    assert text == bare, "the same text, marked in two ways"
    assert proved(text, spans) == wanted


@pytest.mark.parametrize("printed", KEPT)
def test_without_such_a_mark_the_spans_stay(printed: str) -> None:
    text, spans = read(printed)
    assert proved(text, spans) == spans
