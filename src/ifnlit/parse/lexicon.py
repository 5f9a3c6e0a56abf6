"""Words that decide what a hyphen or a lost blank was: a packaged list, loaded when first asked.

The words come from titles of openly licensed references (scripts/words.py); the abbreviations are
the common ones of ISO 4's list of title word abbreviations.
"""

from __future__ import annotations

from functools import cache
from pkgutil import get_data

_ABBREVIATIONS = frozenset(
    """Acad Acta Adv Afr Agric Allergy Am Anal Anat Ann Annu Antimicrob Appl Arch Asian Assoc Aust Bacteriol Behav
    Biochem Biol Biomed Biophys Biotechnol Br Bull Can Cancer Carcinog Cardiol Case Cell Cells Chem Child Chin Chir Circ
    Clin Cogn Comp Comput Control Crit Curr Cytol Dent Dermatol Dev Diabetes Diagn Dig Dis Discov Discovery Drug
    Drugs Ecol Econ Educ Emerg Endocr Endocrinol Eng Environ Epidemiol Epigenet Eur Evid Evol Exp Expert Fam Fish Food Forum
    Found Front Gastroenterol Gastrointest Gen Genet Genom Genome Genomics Geogr Geol Geophys Gerontol Gut Gynecol
    Haematol Health Hematol Hepatitis Hepatol Hepatology Hist Hosp Hum Hypertens Imaging Immun Immunol Immunother Ind Infect Inflamm
    Innov Inst Int Intern Interf Interferon Invest Journal Kidney Lab Lancet Lett Life Liver Mater Math Mech Med
    Metab Methods Microb Microbiol Mil Mol Mutat Nat Natl Nature Nephrol Neurol Neurosci Nurs Nutr Obes Obstet Oncol
    Oncogene Oncology Ophthalmol Opin Oral Organ Orthop Otolaryngol Paediatr Parasitol Pathog Pathol Pediatr Perspect Pharm Pharmacol
    Pharmacother Philos Phys Physiol Plant Pol Policy Prac Pract Prev Probl Proc Prog Protein Proteomics Psychiatr
    Psychiatry Psychol Public Qual Quant Radiat Radiol Reg Regen Rehabil Remote Rep Reprod Res Respir Rev Rheumatol
    Risk Scand Sci Sex Sin Soc Sociol Solid Spectrosc Stat Stem Struct Stud Surg Surv Syst Technol Ther Thorac Thromb
    Thyroid Top Toxicol Trace Transfus Transl Transplant Trends Trop Tuberc Tumor Ultrasound Univ Urol Vaccine Vaccines Vasc Vet
    Viral Virol Virus Viruses Vis West World Yearb Zool""".split()
)


def is_abbreviation(word: str) -> bool:
    """Whether a word stands in journals' abbreviated names: "Curr", "Opin"."""
    return word in _ABBREVIATIONS


def is_word(word: str) -> bool:
    """Whether a lower-case word (or hyphenated word) stands in titles."""
    common, rare = _words()
    return word in common or word in rare


def is_common(word: str) -> bool:
    """Whether it does so often enough to be no misprint and no part of a broken word."""
    return word in _words()[0]


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    data = get_data("ifnlit", "data/words.txt") or b""
    common, _, rare = data.decode().partition("\n\n")
    return frozenset(common.split()), frozenset(rare.split())
